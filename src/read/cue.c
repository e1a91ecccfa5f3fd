#include "read/cue.h"

#include <string.h>

#include "read/cue_text.h"

// One block of lines at a time.
struct lines {
	struct str rest;
	uint32_t number; // of the line taken last
};

static bool take(struct lines *l, struct str *line)
{
	if (!str_line(&l->rest, line))
		return false;
	l->number++;
	return true;
}

static bool peek(const struct lines *l, struct str *line)
{
	struct lines ahead = *l;
	return take(&ahead, line);
}

// "00:00:01.000 --> 00:00:04,000 align:start": what follows the second time is passed
// over.
static bool timing(struct str line, uint32_t *start, uint32_t *end)
{
	struct str rest = str_trim(line);
	if (!rest.len || !byte_is_digit(rest.at[0]) || !speech_time(&rest, start))
		return false;
	rest = str_trim(rest);
	if (!str_starts(rest, S("-->")))
		return false;
	rest = str_trim(str_from(rest, 3));
	return speech_time(&rest, end);
}

static bool is_number(struct str line)
{
	line = str_trim(line);
	for (size_t i = 0; i < line.len; i++)
		if (!byte_is_digit(line.at[i]))
			return false;
	return line.len > 0 && line.len < 10;
}

// Whether the cue's words end before this line.
static bool ends_cue(const struct lines *l, struct str line)
{
	uint32_t ignored = 0;
	struct str next;
	if (!str_trim(line).len || timing(line, &ignored, &ignored))
		return true;
	if (!is_number(line))
		return false; // SRT files lose their empty lines: a number, then times
	struct lines ahead = *l;
	return take(&ahead, &line) && peek(&ahead, &next) &&
	       timing(next, &ignored, &ignored);
}

static void cue_lines(struct lines *l, struct cue *c)
{
	struct str line;
	c->line = l->number + 1;
	const char *from = l->rest.at, *to = from;
	while (peek(l, &line) && !ends_cue(l, line)) {
		(void)take(l, &line); // there is one
		to = line.at + line.len;
	}
	c->words = (struct str){ from, from ? (size_t)(to - from) : 0 };
}

// Skips to behind the next empty line; the lines passed, from `from` on.
static struct str skip_block(struct lines *l, const char *from)
{
	struct str line;
	const char *to = from;
	while (peek(l, &line) && str_trim(line).len) {
		(void)take(l, &line); // there is one
		to = line.at + line.len;
	}
	return (struct str){ from, (size_t)(to - from) };
}

static bool is_keyword(struct str line, struct str word)
{
	return str_starts(line, word) &&
	       (line.len == word.len || byte_is_space(line.at[word.len]));
}

enum cue_block { CUES_END, CUES_CUE, CUES_COMMENT };

// The next cue or comment; other blocks are passed over.
static enum cue_block next_block(struct lines *l, struct cue *c, struct str *comment)
{
	struct str line;
	while (take(l, &line)) {
		if (timing(line, &c->start, &c->end)) {
			cue_lines(l, c);
			return CUES_CUE;
		}
		if (is_keyword(line, S("NOTE"))) {
			struct str all = skip_block(l, line.at);
			*comment = str_from(all.len > line.len ? all : line, 4);
			return CUES_COMMENT;
		}
		if (is_keyword(line, S("STYLE")) || is_keyword(line, S("REGION")))
			(void)skip_block(l, line.at); // nobody says it
	}
	return CUES_END;
}

// "WEBVTT - title", then "Kind: captions" and the like up to an empty line.
static void header(struct lines *l, struct prose *p)
{
	struct str line;
	if (!peek(l, &line) || !is_keyword(line, S("WEBVTT")))
		return;
	(void)take(l, &line); // there is one
	struct str title = str_trim(str_from(line, 6));
	if (str_starts(title, S("-")))
		title = str_trim(str_from(title, 1));
	prose_meta(p, S("title"), title, title.at);
	uint32_t ignored = 0;
	while (peek(l, &line) && str_trim(line).len &&
		!timing(line, &ignored, &ignored)) {
		(void)take(l, &line); // there is one
		size_t colon = str_find_byte(line, ':', 0);
		if (colon != STR_NONE && colon)
			prose_meta(p, str_cut(line, 0, colon), str_from(line, colon + 1),
				line.at);
	}
}

static size_t survey(struct lines l, struct cue_file *f)
{
	f->voices = str_find(l.rest, S("<v "), 0) != STR_NONE ||
		    str_find(l.rest, S("<v."), 0) != STR_NONE;
	struct cue c = { 0 };
	struct str comment;
	size_t cues = 0;
	for (enum cue_block b; (b = next_block(&l, &c, &comment)) != CUES_END;)
		if (b == CUES_CUE) {
			cue_survey(f, &c);
			cues++;
			if (f->voices && f->cues > CUES_SURVEYED)
				break; // nothing more to learn
		}
	return cues;
}

bool cue_read(struct str source, struct doc *doc, struct error *err)
{
	struct cue_file f = { .names.map.arena = doc->arena };
	struct lines l = { .rest = source };
	struct str line, comment;
	bool webvtt = is_keyword(source, S("WEBVTT"));
	if (!survey(l, &f) && !webvtt && str_trim(source).len)
		return error_set(err, ERROR_FORMAT,
			"has no line such as '00:00:01.000 --> 00:00:04.000'; captions "
			"have one "
			"above each cue");
	cue_surveyed(&f);
	struct buf draft;
	struct prose *p = &f.speech.prose;
	prose_begin(p, doc, source, source.at, &draft);
	while (peek(&l, &line) && !str_trim(line).len)
		(void)take(&l, &line); // there is one
	header(&l, p);
	struct cue c = { 0 };
	for (enum cue_block b; (b = next_block(&l, &c, &comment)) != CUES_END;) {
		if (b == CUES_CUE) {
			cue_say(&f, &c);
		} else if (str_trim(comment).len) {
			p->timed = false;
			prose_meta(p, S("note"), comment, str_trim(comment).at);
		}
	}
	return prose_finish(p, err);
}

bool cue_sniff(struct str bytes)
{
	if (str_starts(bytes, S("\xef\xbb\xbf")))
		bytes = str_from(bytes, 3);
	struct str rest = str_cut(bytes, 0, 4096), line;
	uint32_t ignored = 0;
	if (is_keyword(rest, S("WEBVTT")))
		return true;
	for (int lines = 0; lines < 20 && str_line(&rest, &line); lines++)
		if (timing(line, &ignored, &ignored))
			return true;
	return false;
}
