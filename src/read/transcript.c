// Conversations written down in plain text: "Name: words", with times or without.
#include "read/cue.h"
#include "read/list.h"
#include "read/turn.h"

enum {
	SNIFF_BYTES = 64 * 1024,
	SNIFF_LINES = 400,
	TURNS_MIN = 3,
	SPEAKERS_MAX = 40,
	SPOKEN_WORDS = 6,
};

// What a file looks like as a whole.
struct look {
	struct map names;
	size_t counts[SPEAKERS_MAX];
	size_t lines, turns, timed;
	size_t spoken; // turns with the marks of sentences, or with many words
	size_t asked;  // question marks
};

static bool is_spoken(struct str words)
{
	size_t spaces = 0;
	for (size_t i = 0; i < words.len; i++) {
		char c = words.at[i];
		bool ends = i + 1 == words.len || byte_is_space(words.at[i + 1]);
		if (ends && (c == '.' || c == '?' || c == '!'))
			return true;
		spaces += c == ' ';
	}
	return spaces >= SPOKEN_WORDS;
}

static void look_at(struct look *l, struct str line)
{
	struct turn t;
	l->lines++;
	l->asked += str_find_byte(line, '?', 0) != STR_NONE;
	if (!turn_read(line, &t) || (!t.name.len && !t.timed))
		return;
	l->turns++;
	l->timed += t.timed;
	l->spoken += is_spoken(t.words);
	if (!t.name.len || l->names.count >= SPEAKERS_MAX)
		return;
	l->counts[map_add(&l->names, t.name)]++;
}

static void look_over(struct look *l, struct str text)
{
	struct str line;
	while (l->lines < SNIFF_LINES && str_line(&text, &line))
		if (str_trim(line).len)
			look_at(l, line);
}

/*
 * Times in front of a quarter of the lines prove a transcript.  Without times, "Plan:
 * Pro" and "Price: 9 EUR" look the same: few names must come back again and again in a
 * third of the lines, most of what follows them must be sentences, and somebody must ask
 * something.
 */
static bool is_transcript(const struct look *l)
{
	if (l->turns < TURNS_MIN || l->turns * 4 < l->lines || !l->names.count)
		return false;
	if (l->timed * 2 >=
		l->turns) // the points of an agenda have times too, and never return
		return l->turns * 2 >= l->names.count * 3;
	return l->turns * 3 >= l->lines && l->turns >= 2 * l->names.count &&
	       l->spoken * 5 >= l->turns * 3 && l->asked > 0;
}

static bool transcript_sniff(struct str bytes)
{
	if (cue_sniff(bytes))
		return true;
	struct arena scratch = { 0 };
	struct look l = { .names.arena = &scratch };
	struct str head = str_cut(bytes, 0, SNIFF_BYTES);
	while (head.len && head.len < bytes.len && head.at[head.len - 1] != '\n')
		head.len--; // whole lines, whole characters
	look_over(&l, utf8_from_bytes(&scratch, head, NULL));
	bool yes = is_transcript(&l);
	arena_free(&scratch);
	return yes;
}

struct reading {
	struct speech speech;
	struct speech_names names;
	bool times;   // the file has some
	bool started; // somebody has spoken
	bool titled;
	bool turn_due; // a name stood alone on its line
	struct str speaker;
	struct place moment; // of what is said now
};

static void survey(struct reading *r, struct str text)
{
	struct str line;
	while (str_line(&text, &line)) {
		struct turn t;
		struct str words = str_trim(line);
		if (!words.len)
			continue;
		if (turn_read(words, &t) && t.timed)
			r->times = true;
		else
			speech_names_add(&r->names, words);
	}
}

// Whether the line begins a turn.  Above the first one only names that return are names.
static bool begins_turn(const struct reading *r, struct str line, struct turn *t)
{
	if (!turn_read(line, t))
		return false;
	if (t->timed || (r->started && speech_names_know(&r->names, t->name)))
		return true;
	size_t index = map_find(&r->names.map, t->name);
	return index != MAP_NONE && r->names.counts[index] > 1;
}

// "deal: D-1063  us: r.osei": what stands between two or more spaces is one pair.
static bool header_pairs(struct prose *p, struct str line)
{
	bool any = false;
	for (struct str rest = line; rest.len;) {
		size_t gap = str_find(rest, S("  "), 0);
		struct str pair = str_cut(rest, 0, gap == STR_NONE ? rest.len : gap);
		rest = str_trim(str_from(rest, pair.len));
		size_t colon = str_find_byte(pair, ':', 0);
		if (colon == STR_NONE || !colon || colon > SPEECH_NAME_MAX)
			continue;
		struct str value = str_trim(str_from(pair, colon + 1));
		prose_meta(p, str_cut(pair, 0, colon), value, value.at);
		any = true;
	}
	return any;
}

static void header(struct reading *r, struct str line)
{
	struct prose *p = &r->speech.prose;
	p->timed = false;
	if (header_pairs(p, line))
		return;
	if (!r->titled)
		prose_meta(p, S("title"), line, line.at);
	prose_block(p, r->titled ? BLOCK_META : BLOCK_TITLE, 0);
	prose_words(p, line);
	r->titled = true;
}

static void say(struct reading *r, struct str words, bool new_turn)
{
	struct prose *p = &r->speech.prose;
	p->timed = r->times;
	p->moment = r->moment;
	if (new_turn || r->speech.apart || !p->open)
		speech_turn(&r->speech, r->speaker, words.at);
	else
		prose_space(p, words.at);
	prose_words(p, words);
}

static void line_read(struct reading *r, struct str line, uint32_t number)
{
	struct turn t;
	r->moment.minor = number;
	if (!line.len) {
		r->speech.apart = true;
	} else if (begins_turn(r, line, &t)) {
		if (!r->started)
			prose_block(&r->speech.prose, BLOCK_SPEECH, 0);
		r->started = true;
		r->speech.apart = false;
		if (t.name.len)
			r->speaker = t.name;
		if (t.timed)
			r->moment.major = t.ms;
		if (t.words.len)
			say(r, t.words, true);
		r->turn_due = !t.words.len;
	} else if (r->started) {
		say(r, line, r->turn_due);
		r->turn_due = false;
	} else {
		header(r, line);
	}
}

static bool transcript_read(
	struct str bytes, const struct read_how *how, struct doc *doc, struct error *err)
{
	(void)how; // nothing to decide for transcripts
	struct str source, line;
	if (!prose_source(doc->arena, bytes, &source, err))
		return false;
	if (cue_sniff(source))
		return cue_read(source, doc, err);
	struct buf draft;
	struct reading r = {
		.names.map.arena = doc->arena,
		.moment = { PLACE_TIME, 0, 1 },
	};
	survey(&r, source);
	prose_begin(&r.speech.prose, doc, source, source.at, &draft);
	struct str rest = source;
	for (uint32_t number = 1; str_line(&rest, &line); number++)
		line_read(&r, str_trim(line), number);
	return prose_finish(&r.speech.prose, err);
}

const struct reader reader_transcript = {
	.name = "transcript",
	.title = "Written transcript",
	.suffixes = ".txt .text",
	.gives = "plain text in which few names come back in front of what they say, as "
		 "'Name: words', with times or without, also as Zoom, Gong and Otter "
		 "save it: "
		 "speech with speaker, time and line, whole sentences; lines such as "
		 "'deal: "
		 "D-1063' above it are kept beside the text",
	.sniff = transcript_sniff,
	.read = transcript_read,
};
