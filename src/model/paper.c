#include "model/paper.h"

#include <assert.h>
#include <string.h>

void paper_front(const struct form *form, const struct doc *doc, struct arena *a,
	void *out, struct notes *notes)
{
	struct yaml *root = NULL;
	struct error err = { 0 };
	struct yaml_text in = { doc->path, doc->front, doc->front_line };
	form_defaults(form, a, out);
	if (!doc->front.len)
		return;
	if (yaml_read(&in, a, &root, &err))
		(void)form_fill(
			form, doc->path, root, a, out, notes, &err); // never strict
	else
		notes_add(notes, "front matter left out: %s", err.text);
}

// Lower case, without what stands before the first letter, without brackets, one space
// between words.
static struct str plain_heading(struct arena *a, struct str heading)
{
	struct str s = utf8_lower(a, str_cut(heading, 0, 200));
	size_t bracket = str_find_byte(s, '(', 0);
	if (bracket != STR_NONE && bracket)
		s = str_cut(s, 0, bracket);
	while (s.len && !byte_is_alpha(s.at[0]) && (unsigned char)s.at[0] < 0x80)
		s = str_from(s, 1);
	return str_strip(s, " \t:.-*_#");
}

static bool begins_with_name(struct str heading, struct str name)
{
	if (!str_starts(heading, name))
		return false;
	struct str rest = str_from(heading, name.len);
	if (str_starts(rest, S("s")))
		rest = str_from(rest, 1);
	return !rest.len || !byte_is_word(rest.at[0]);
}

// Up to two letters off, where the name is long enough for that to mean something.
static bool is_slip(struct str plain, struct str name)
{
	enum { LONG_NAME = 8, SLIPS = 2 };
	size_t apart = plain.len > name.len ? plain.len - name.len : name.len - plain.len;
	return name.len >= LONG_NAME && apart <= SLIPS &&
	       near_distance(plain, name) <= SLIPS;
}

static bool plain_is(struct str plain, const char *names)
{
	struct str rest = str_of(names), name;
	while (str_split(&rest, ';', &name))
		if (name.len && (begins_with_name(plain, name) || is_slip(plain, name)))
			return true;
	return false;
}

bool paper_heading_is(struct str heading, const char *names)
{
	struct arena scratch = { 0 };
	bool is = plain_is(plain_heading(&scratch, heading), names);
	arena_free(&scratch);
	return is;
}

// A paper has a dozen headings; what has hundreds is a manual, and is looked at no
// further.
enum { HEADINGS_MAX = 200 };

size_t paper_parts_named(
	const struct doc *doc, const struct paper_part *parts, size_t count)
{
	struct arena scratch = { 0 };
	bool named[PAPER_PARTS_MAX] = { false };
	size_t headings = 0, found = 0;
	assert(count <= PAPER_PARTS_MAX);
	for (size_t i = 0; i < doc->block_count && headings < HEADINGS_MAX; i++) {
		const struct block *b = &doc->blocks[i];
		if (b->kind != BLOCK_HEADING)
			continue;
		headings++;
		struct str plain = plain_heading(&scratch, doc_cut(doc, b->span));
		for (size_t p = 0; p < count; p++)
			named[p] = named[p] || plain_is(plain, parts[p].names);
	}
	for (size_t p = 0; p < count; p++)
		found += named[p];
	arena_free(&scratch);
	return found;
}

static bool holds_words(const struct block *b)
{
	return b->kind == BLOCK_TEXT || b->kind == BLOCK_ITEM || b->kind == BLOCK_QUOTE ||
	       b->kind == BLOCK_SPEECH || (b->kind == BLOCK_CELL && b->level != 1);
}

struct sorting {
	const struct doc *doc;
	const struct paper_part *parts;
	size_t count;
	struct paper_lines *lines, *other, *into; // into: NULL before the first heading
	uint8_t level;				  // of the heading that began `into`
	struct arena *a;
	struct notes *notes;
};

static bool names_part(const struct paper_part *part, struct str plain)
{
	return plain_is(plain, part->names) ||
	       (part->also && plain_is(plain, part->also));
}

static void begin_part(struct sorting *s, const struct block *b)
{
	struct str heading = doc_cut(s->doc, b->span);
	struct str plain = plain_heading(s->a, heading);
	for (size_t p = 0; p < s->count; p++)
		if (names_part(&s->parts[p], plain)) {
			s->into = &s->lines[p];
			s->level = b->level;
			return;
		}
	if (s->into && b->level > s->level)
		return; // a heading within the part
	s->into = b->level > 1 ? s->other : NULL;
	s->level = b->level;
	if (s->into)
		notes_add(s->notes,
			"%" PRI_STR ": the heading '%" PRI_STR
			"' is none that is known here; what stands below it is kept "
			"apart",
			ARG_STR(place_str(s->a, doc_place(s->doc, b->span.from))),
			ARG_STR(utf8_safe(s->a, heading, 60)));
}

void paper_read_parts(const struct doc *doc, const struct paper_part *parts, size_t count,
	struct paper_lines *lines, struct paper_lines *other, struct arena *a,
	struct notes *notes)
{
	struct sorting s = { .doc = doc,
		.parts = parts,
		.count = count,
		.lines = lines,
		.other = other,
		.a = a,
		.notes = notes };
	size_t headings = 0;
	for (size_t i = 0; i < doc->block_count && headings <= HEADINGS_MAX; i++) {
		const struct block *b = &doc->blocks[i];
		headings += b->kind == BLOCK_HEADING;
		if (b->kind == BLOCK_HEADING)
			begin_part(&s, b);
		else if (s.into && holds_words(b))
			paper_line_add(s.into, doc_cut(doc, b->span),
				doc_place(doc, b->span.from), a);
	}
}

// Bytes of "A-1", "PP-03b" at the head of a line; 0 if it begins with no such id.
static size_t id_length(struct str s)
{
	enum { LETTERS_MAX = 4, DIGITS_MAX = 5 };
	size_t letters = 0, digits = 0;
	while (letters < s.len && s.at[letters] >= 'A' && s.at[letters] <= 'Z')
		letters++;
	if (!letters || letters > LETTERS_MAX || letters >= s.len || s.at[letters] != '-')
		return 0;
	size_t at = letters + 1;
	while (at + digits < s.len && byte_is_digit(s.at[at + digits]))
		digits++;
	if (!digits || digits > DIGITS_MAX)
		return 0;
	at += digits;
	if (at < s.len && s.at[at] >= 'a' && s.at[at] <= 'z')
		at++;
	return at == s.len || strchr(" :.,\t", s.at[at]) ? at : 0;
}

static bool is_key(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (!byte_is_alpha(s.at[i]) && s.at[i] != '_' && s.at[i] != '-')
			return false;
	return s.len > 0;
}

struct line_building {
	struct paper_line line;
	size_t key_room, value_room;
	struct arena *a;
};

static void add_reference(struct line_building *b, struct str key, struct str value)
{
	struct paper_line *l = &b->line;
	l->keys = arena_more(
		b->a, l->keys, l->reference_count, &b->key_room, sizeof *l->keys);
	l->values = arena_more(
		b->a, l->values, l->reference_count, &b->value_room, sizeof *l->values);
	l->keys[l->reference_count] = utf8_lower(b->a, key);
	l->values[l->reference_count++] = arena_str(b->a, value);
}

// "evidence: deals:status-quo, interview:INT-07" are two; a source is one, whatever
// commas it has.
static bool take_bracket(struct line_building *b, struct str inside)
{
	struct str rest = inside, key, value;
	if (!str_split(&rest, ':', &key) || !is_key(str_trim(key)) || !str_trim(rest).len)
		return false;
	key = str_trim(key);
	if (!date_set(b->line.date))
		b->line.date = date_in_name(rest);
	if (str_eq_nocase(key, S("source")) || str_eq_nocase(key, S("quelle"))) {
		add_reference(b, key, str_trim(rest));
		return true;
	}
	while (str_split(&rest, ',', &value))
		if (str_trim(value).len)
			add_reference(b, key, str_trim(value));
	return true;
}

// Takes the brackets out and keeps the rest, with one space where they stood.
static struct str take_brackets(struct line_building *b, struct str text)
{
	struct buf out = { 0 };
	size_t at = 0;
	while (at < text.len) {
		size_t open = str_find_byte(text, '[', at);
		size_t close =
			open == STR_NONE ? STR_NONE : str_find_byte(text, ']', open);
		if (close == STR_NONE)
			break;
		struct str inside = str_cut(text, open + 1, close - open - 1);
		bool taken = take_bracket(b, inside);
		buf_add(&out, str_cut(text, at, (taken ? open : close + 1) - at));
		while (taken && out.len && byte_is_space(out.at[out.len - 1]))
			out.len--;
		at = close + 1;
	}
	buf_add(&out, str_from(text, at));
	struct str rest = arena_str(b->a, str_trim(buf_str(&out)));
	buf_done(&out);
	return rest;
}

void paper_line_add(
	struct paper_lines *lines, struct str text, struct place place, struct arena *a)
{
	struct line_building b = { .line = { .place = place }, .a = a };
	struct str words = str_trim(text);
	size_t id = id_length(words);
	b.line.id = arena_str(a, str_cut(words, 0, id));
	b.line.text = take_brackets(&b, str_strip(str_from(words, id), " :\t"));
	if (!date_set(b.line.date))
		b.line.date = date_in_name(b.line.text);
	if (!b.line.text.len && !b.line.reference_count)
		return;
	lines->at =
		arena_more(a, lines->at, lines->count, &lines->room, sizeof *lines->at);
	lines->at[lines->count++] = b.line;
}

struct str paper_id(struct arena *a, struct str path)
{
	struct str name = path_name(path);
	return arena_str(a, str_cut(name, 0, name.len - path_suffix(name).len));
}
