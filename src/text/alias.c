#include "text/alias.h"

#include <assert.h>
#include <string.h>

#include "text/common.h"
#include "text/word.h"

enum { NAME_MAX_BYTES = 200 };

struct aliases {
	uint8_t class_of[256]; // folded byte -> class; 0 is every byte no name has
	uint32_t classes;
	uint32_t *next;	  // state * classes + class
	uint32_t *name;	  // of a state: index + 1 of the longest name that ends here
	uint32_t *suffix; // of a state: the next state on the way that ends a name
	uint32_t *twin;	  // of a name: index + 1 of one that folds to the same bytes
	const struct alias *names;
};

enum alias_case alias_case_of(struct str name)
{
	char room[WORD_MAX];
	return common_word(word_fold(name, room)) ? ALIAS_WRITTEN : ALIAS_ANY;
}

static bool usable(struct str name)
{
	return name.len >= 2 && name.len <= NAME_MAX_BYTES;
}

static void number_bytes(struct aliases *s, const struct str *folded, size_t count)
{
	s->classes = 1;
	for (size_t i = 0; i < count; i++)
		for (size_t j = 0; j < folded[i].len; j++) {
			uint8_t *class = &s->class_of[(unsigned char)folded[i].at[j]];
			if (!*class)
				*class = (uint8_t)s->classes++;
		}
	for (unsigned c = 'A'; c <= 'Z'; c++)
		s->class_of[c] = s->class_of[c | 0x20]; // both cases move alike
}

// Names as a tree of classes, before the table of moves is made from it.
struct tree {
	uint32_t *child, *sibling; // of a state; 0 is none
	uint8_t *class;		   // by which its parent moves to it
	uint32_t states;
};

static uint32_t child_by(const struct tree *t, uint32_t state, uint8_t class)
{
	uint32_t to = t->child[state];
	while (to && t->class[to] != class)
		to = t->sibling[to];
	return to;
}

static uint32_t insert(const struct aliases *s, struct str folded, struct tree *t)
{
	uint32_t state = 0;
	for (size_t j = 0; j < folded.len; j++) {
		const uint8_t class = s->class_of[(unsigned char)folded.at[j]];
		uint32_t to = child_by(t, state, class);
		if (!to) {
			to = ++t->states;
			t->class[to] = class;
			t->sibling[to] = t->child[state];
			t->child[state] = to;
		}
		state = to;
	}
	return state;
}

// Breadth first: a state's missing moves are those of its longest proper suffix.
static void link_states(struct aliases *s, const struct tree *t, struct arena *a)
{
	uint32_t *queue = ARENA_ARRAY(a, uint32_t, t->states + 1);
	uint32_t *fail = ARENA_ARRAY(a, uint32_t, t->states + 1);
	size_t head = 0, tail = 0;
	s->next = ARENA_ARRAY(a, uint32_t, ((size_t)t->states + 1) * s->classes);
	queue[tail++] = 0;
	while (head < tail) {
		const uint32_t state = queue[head++];
		const uint32_t back = fail[state];
		uint32_t *row = &s->next[(size_t)state * s->classes];
		const uint32_t *other = &s->next[(size_t)back * s->classes];
		s->suffix[state] = s->name[back] ? back : s->suffix[back];
		if (state)
			memcpy(row, other, s->classes * sizeof *row);
		for (uint32_t to = t->child[state]; to; to = t->sibling[to]) {
			fail[to] = state ? other[t->class[to]] : 0;
			row[t->class[to]] = to;
			queue[tail++] = to;
		}
	}
}

struct aliases *aliases_build(struct arena *a, const struct alias *names, size_t count)
{
	struct aliases *s = ARENA_NEW(a, struct aliases);
	struct str *folded = ARENA_ARRAY(a, struct str, count + 1);
	struct alias *kept = ARENA_ARRAY(a, struct alias, count + 1);
	size_t bytes = 1, n = 0;
	for (size_t i = 0; i < count; i++) {
		if (!usable(str_trim(names[i].name)))
			continue;
		kept[n] = names[i];
		kept[n].name = str_trim(names[i].name);
		folded[n] = utf8_lower(a, kept[n].name);
		bytes += folded[n++].len;
	}
	s->names = kept;
	number_bytes(s, folded, n);
	struct tree tree = { .child = ARENA_ARRAY(a, uint32_t, bytes),
		.sibling = ARENA_ARRAY(a, uint32_t, bytes),
		.class = ARENA_ARRAY(a, uint8_t, bytes) };
	s->name = ARENA_ARRAY(a, uint32_t, bytes);
	s->suffix = ARENA_ARRAY(a, uint32_t, bytes);
	s->twin = ARENA_ARRAY(a, uint32_t, n + 1);
	for (size_t i = 0; i < n; i++) {
		const uint32_t state = insert(s, folded[i], &tree);
		s->twin[i] = s->name[state]; // 0, or the one before with these bytes
		s->name[state] = (uint32_t)i + 1;
	}
	link_states(s, &tree, a);
	return s;
}

static bool letter_at(struct str text, size_t at)
{
	if (at >= text.len)
		return false;
	const uint32_t c = utf8_next(text, &at);
	return utf8_is_letter(c) || (c < 0x80 && byte_is_digit((char)c));
}

static bool letter_before(struct str text, size_t at)
{
	if (!at)
		return false;
	for (at--; at > 0 && ((unsigned char)text.at[at] & 0xc0) == 0x80;)
		at--;
	return letter_at(text, at);
}

// Where the possessive behind a name ends: "'s", or the bare s of German, which a common
// word cannot take: "Notes" is not Note's.
static size_t possessive_end(struct str text, size_t end, enum alias_case policy)
{
	static const struct str MARKS[] = { STR_INIT("'s"), STR_INIT("\xe2\x80\x99s"),
		STR_INIT("s") };
	const size_t marks = COUNT(MARKS) - (policy == ALIAS_WRITTEN);
	for (size_t i = 0; i < marks; i++) {
		const size_t behind = end + MARKS[i].len;
		if (str_starts(str_from(text, end), MARKS[i]) && !letter_at(text, behind))
			return behind;
	}
	return end;
}

static bool shouts(struct str text)
{
	for (size_t at = 0; at < text.len;) {
		const uint32_t c = utf8_next(text, &at);
		if (utf8_is_letter(c) && !utf8_is_upper(c))
			return false;
	}
	return true;
}

// The mention by one name that ends at `end`; false when it is not a whole word.
static bool mention_of(
	const struct alias *name, struct str text, size_t end, struct mention *out)
{
	// Folding keeps the length of every character, so the name is as long here.
	const size_t from = end - name->name.len;
	const struct str found = str_cut(text, from, name->name.len);
	if (letter_before(text, from) && letter_at(text, from))
		return false;
	if (name->policy == ALIAS_WRITTEN && !str_eq(found, name->name) && !shouts(found))
		return false;
	const size_t to = possessive_end(text, end, name->policy);
	if (to == end && letter_at(text, end))
		return false;
	*out = (struct mention){ { (uint32_t)from, (uint32_t)to }, (uint32_t)end,
		name->owner };
	return true;
}

// Keeps what is leftmost, then longest; candidates come in order of their ends.
static void keep(struct mentions *out, struct mention m)
{
	size_t left = out->count;
	while (left && out->at[left - 1].span.to > m.span.from) {
		const struct mention *other = &out->at[--left];
		const bool wins =
			m.span.from < other->span.from ||
			(m.span.from == other->span.from && m.name_end > other->name_end);
		if (!wins)
			return;
	}
	out->count = left;
	out->at =
		arena_more(out->arena, out->at, out->count, &out->room, sizeof *out->at);
	out->at[out->count++] = m;
}

static void keep_ending(const struct aliases *s, uint32_t state, struct str text,
	size_t end, struct mentions *out)
{
	struct mention m;
	for (; state; state = s->suffix[state])
		for (uint32_t n = s->name[state]; n; n = s->twin[n - 1])
			if (mention_of(&s->names[n - 1], text, end, &m))
				keep(out, m);
}

static uint32_t move(const struct aliases *s, uint32_t state, char byte)
{
	const uint8_t class = s->class_of[(unsigned char)byte];
	return class ? s->next[state * s->classes + class] : 0;
}

static void scan(const struct aliases *s, struct str text, struct mentions *out)
{
	uint32_t state = 0;
	for (size_t at = 0; at < text.len;) {
		if ((unsigned char)text.at[at] < 0x80) {
			state = move(s, state, text.at[at++]);
		} else {
			char folded[4];
			const uint32_t c = utf8_fold(utf8_next(text, &at));
			const size_t bytes = utf8_put(c, folded);
			for (size_t i = 0; i < bytes; i++)
				state = move(s, state, folded[i]);
		}
		if (s->name[state] || s->suffix[state])
			keep_ending(s, state, text, at, out);
	}
}

void aliases_find(const struct aliases *s, struct str text, struct mentions *out)
{
	assert(out->arena);
	out->count = 0;
	if (s->classes > 1)
		scan(s, text, out);
	while (out->spans_room < out->room)
		out->spans = arena_more(out->arena, out->spans, out->spans_room,
			&out->spans_room, sizeof *out->spans);
	for (size_t i = 0; i < out->count; i++)
		out->spans[i] = out->at[i].span;
}
