#include "read/cue_text.h"

#include <string.h>

#include "read/entity.h"

enum {
	ROLLING_MIN = 3, // repeated lines, before captions are taken to roll
};

// A line as runs of words and tags: <...> and the {\...} of some SRT files.
struct pieces {
	struct str line;
	size_t at;
	size_t last_angle, last_brace; // behind the last '>' and '}': no tag begins later
};

static size_t behind_last(struct str line, char byte)
{
	const char *last = line.len ? memrchr(line.at, byte, line.len) : NULL;
	return last ? (size_t)(last - line.at) + 1 : 0;
}

static struct pieces pieces_of(struct str line)
{
	return (struct pieces){
		.line = line,
		.last_angle = behind_last(line, '>'),
		.last_brace = behind_last(line, '}'),
	};
}

// The end of a tag that begins at `at`, or `at` when there stands only a sign.
static size_t tag_end(const struct pieces *p, size_t at)
{
	bool angle = p->line.at[at] == '<';
	if (at >= (angle ? p->last_angle : p->last_brace))
		return at;
	char next = p->line.at[at + 1];
	if (angle ? byte_is_space(next) || next == '=' : next != '\\')
		return at;
	return str_find_byte(p->line, angle ? '>' : '}', at) + 1;
}

static bool piece_next(struct pieces *p, struct str *piece, bool *is_tag)
{
	struct str line = p->line;
	if (p->at >= line.len)
		return false;
	size_t from = p->at, at = from, end = from;
	if (from >= p->last_angle && from >= p->last_brace)
		at = line.len; // nothing but words from here on
	for (; at < line.len; at++) {
		if (line.at[at] != '<' && line.at[at] != '{')
			continue;
		end = tag_end(p, at);
		if (end > at)
			break;
	}
	*is_tag = at == from && end > at;
	p->at = *is_tag ? end : at;
	*piece = str_cut(line, from, p->at - from);
	return true;
}

// A number for the words of a line whatever tags stand between them; 0 for none.
static uint64_t words_hash(struct str line)
{
	uint64_t hash = 0;
	struct pieces pieces = pieces_of(line);
	struct str piece;
	bool is_tag = false;
	while (piece_next(&pieces, &piece, &is_tag))
		for (size_t i = 0; i < piece.len && !is_tag; i++)
			if (!byte_is_space(piece.at[i]))
				hash = (hash + (unsigned char)piece.at[i] + 1) *
				       0x9e3779b97f4a7c15u;
	return hash;
}

/*
 * Captions that scroll show each line twice.  Some thousand cues tell; names have to be
 * counted everywhere.
 */
void cue_survey(struct cue_file *f, const struct cue *c)
{
	struct str rest = c->words, line, last = { 0 };
	bool first = true, sample = f->cues++ < CUES_SURVEYED;
	while ((sample || !f->voices) && str_line(&rest, &line)) {
		line = str_trim(line);
		if (!line.len)
			continue;
		f->repeats += first && sample && words_hash(line) == f->last_line;
		if (!f->voices)
			speech_names_add(&f->names, line);
		last = line;
		first = false;
	}
	if (sample && last.len)
		f->last_line = words_hash(last);
}

void cue_surveyed(struct cue_file *f)
{
	size_t cues = f->cues < CUES_SURVEYED ? f->cues : CUES_SURVEYED;
	f->rolls = f->repeats >= ROLLING_MIN && f->repeats * 5 >= cues;
	f->last_line = 0;
}

// The name in "<v.loud Petra Brandt>".
static struct str voice_name(struct cue_file *f, struct str tag)
{
	size_t at = str_find_byte(tag, ' ', 0);
	if (at == STR_NONE)
		return S("");
	if (str_eq(tag, f->last_voice))
		return f->last_name;
	struct arena *a = f->speech.prose.doc->arena;
	struct str name = str_trim(str_cut(tag, at, tag.len - at - 1));
	f->last_voice = tag;
	f->last_name =
		utf8_safe(a, entity_decode(a, str_cut(name, 0, SPEECH_VOICE_MAX)), 0);
	return f->last_name;
}

static void tag(struct cue_file *f, struct str text)
{
	struct str name = str_from(text, 1);
	bool ends = str_starts(name, S("/v>")),
	     begins = str_starts(name, S("v ")) || str_starts(name, S("v."));
	if (!ends && !begins)
		return;
	f->turn_due = true;
	f->next_speaker = begins ? voice_name(f, text) : S("");
}

static void say(struct cue_file *f, struct str line)
{
	struct pieces pieces = pieces_of(line);
	struct str piece;
	bool is_tag = false;
	while (piece_next(&pieces, &piece, &is_tag)) {
		if (is_tag) {
			tag(f, piece);
			continue;
		}
		if (f->turn_due && str_trim(piece).len) {
			speech_turn(&f->speech, f->next_speaker, piece.at);
			f->turn_due = false;
		}
		if (!f->turn_due)
			prose_encoded(&f->speech.prose, piece, false);
	}
}

static void turn(struct cue_file *f, struct str speaker, bool apart)
{
	f->turn_due = true;
	f->next_speaker = speaker;
	f->speech.apart |= apart;
}

// ">> DANA: yes", "- Yes.": somebody else speaks; "Dana Cole: yes".
static struct str say_marks(struct cue_file *f, struct str line, bool dashes)
{
	struct str name;
	size_t mark = str_starts(line, S(">>")) ? 2 : dashes && str_starts(line, S("-"));
	if (mark) {
		while (mark < line.len && (line.at[mark] == '>' || line.at[mark] == ' '))
			mark++;
		line = str_from(line, mark);
		turn(f, S(""), true);
	}
	size_t prefix = f->voices ? 0 : speech_prefix(line, &name);
	if (!prefix || !speech_names_know(&f->names, name))
		return line;
	turn(f, name, false);
	return str_from(line, prefix);
}

static bool has_dashes(struct str words)
{
	struct str line;
	size_t n = 0;
	if (!str_starts(str_trim(words), S("-")))
		return false;
	while (str_line(&words, &line))
		n += str_starts(str_trim(line), S("-"));
	return n > 1;
}

// Whether a line of scrolling captions was shown before; remembers it.
static bool is_again(struct cue_file *f, struct str line, bool first)
{
	uint64_t hash = words_hash(line);
	bool again = !hash || (first && hash == f->last_line);
	if (!again)
		f->last_line = hash;
	return again;
}

void cue_say(struct cue_file *f, const struct cue *c)
{
	struct str rest = c->words, line;
	struct prose *p = &f->speech.prose;
	bool dashes = has_dashes(rest), first = true;
	p->timed = true;
	turn(f, f->voices ? S("") : f->speech.speaker,
		f->began && c->start > f->last_end + SPEECH_PAUSE_MS);
	for (uint32_t number = c->line; str_line(&rest, &line); number++) {
		line = str_trim(line);
		if (!line.len || (f->rolls && is_again(f, line, first)))
			continue;
		first = false;
		p->moment = (struct place){ PLACE_TIME, c->start, number };
		line = say_marks(f, line, dashes);
		if (!f->turn_due && line.len)
			prose_space(p, line.at);
		say(f, line);
	}
	f->began = true;
	if (c->end > f->last_end)
		f->last_end = c->end;
}
