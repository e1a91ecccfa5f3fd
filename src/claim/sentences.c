#include "claim/claim.h"

#include <assert.h>

#include "claim/filter.h"
#include "claim/manual.h"
#include "text/text.h"

// What one document is cut with.
struct cutter {
	const struct doc *doc;
	struct arena *arena;
	const struct lexicon *words;
	struct filter_place place;
	struct sentences *out;
	bool quoted; // inside somebody's words that go on over several sentences
};

// Whether a character only leads to a link: white space, dashes, arrows, stops.
static bool leads_to_link(uint32_t c)
{
	static const uint32_t CHARS[] = { ' ', '\n', '\t', '-', '>', '|', ':', '.', 0xa0,
		0xbb, 0x2013, 0x2014, 0x203a, 0x2192, 0x2197, 0x279c };
	for (size_t i = 0; i < COUNT(CHARS); i++)
		if (CHARS[i] == c)
			return true;
	return false;
}

// The end of text without such characters behind it.
static size_t trimmed_end(struct str text, size_t end)
{
	while (end > 0) {
		size_t from = end - 1, next = 0;
		while (from > 0 && ((unsigned char)text.at[from] & 0xc0) == 0x80)
			from--;
		next = from;
		if (!leads_to_link(utf8_next(text, &next)))
			break;
		end = from;
	}
	return end;
}

/*
 * "Granular permissions — Learn more →": the link behind a claim is no part of it.  The
 * end of what is left; never less than half of the sentence.
 */
static uint32_t without_link(const struct doc *doc, struct span span)
{
	static const char LINKS[] =
		"learn more|read more|find out more|see more|more info|mehr erfahren|"
		"mehr lesen|weiterlesen";
	const struct str text = doc_cut(doc, span);
	const size_t end = trimmed_end(text, text.len);
	size_t from = text.len / 2, at = 0, length = 0;
	while ((length = list_find(LINKS, text, from, &at))) {
		from = at + length;
		const size_t left = trimmed_end(text, at);
		if (from >= end && left > 0)
			return span.from + (uint32_t)left;
	}
	return span.to;
}

// "(Planned. Not there.)" cut in two: the bracket that closes what began elsewhere.
static uint32_t without_bracket(const struct doc *doc, struct span span)
{
	const struct str text = doc_cut(doc, span);
	size_t open = 0;
	for (size_t i = 0; i < text.len; i++) {
		open += text.at[i] == '(';
		if (text.at[i] == ')' && open)
			open--;
		else if (text.at[i] == ')' && i > 0 && i + 1 == text.len)
			return span.to - 1;
	}
	return span.to;
}

/*
 * "I was against it. Now I'd like to keep it." is cut in two: whether this piece belongs
 * to what somebody said.  Only quotation marks at the start of a sentence open one.
 */
static bool is_quoted(struct cutter *c, struct str text)
{
	static const struct str OPEN[] = { STR_INIT("\""), STR_INIT("\xe2\x80\x9c"),
		STR_INIT("\xe2\x80\x9e") };
	static const struct str CLOSE[] = { STR_INIT("\""), STR_INIT("\xe2\x80\x9d"),
		STR_INIT("\xe2\x80\x9c") };
	const bool before = c->quoted;
	size_t from = 0;
	for (size_t i = 0; !before && i < COUNT(OPEN) && !from; i++)
		if (str_starts(text, OPEN[i])) {
			c->quoted = true;
			from = OPEN[i].len;
		}
	for (size_t i = 0; i < COUNT(CLOSE); i++)
		if (str_find(text, CLOSE[i], from) != STR_NONE)
			c->quoted = false;
	return before || c->quoted;
}

static void add_sentence(struct cutter *c, uint32_t number, struct span span)
{
	const struct block *block = &c->doc->blocks[number];
	span.to = without_link(c->doc, span);
	span.to = without_bracket(c->doc, span);
	const struct str text = utf8_safe(c->arena, doc_cut(c->doc, span), 0);
	const struct place place = doc_place(c->doc, span.from);
	enum claim_sort sort = filter_sort(c->words, block, text);
	if (is_quoted(c, text) && sort == IS_CLAIM)
		sort = NOT_OURS;
	const enum claim_level level =
		sort == IS_CLAIM ? filter_level(&c->place, block, number, place)
				 : LEVEL_BODY;
	struct sentences *out = c->out;
	out->at = arena_more(c->arena, out->at, out->count, &out->room, sizeof *out->at);
	out->at[out->count++] = (struct sentence){
		.span = span,
		.place = place,
		.text = text,
		.speaker = block->speaker,
		.section = block->section,
		.block = (uint8_t)block->kind,
		.sort = (uint8_t)sort,
		.level = (uint8_t)level,
	};
}

// Where a title is cut: "Fernhollow | Nothing lost between shifts".  Bytes of the
// separator at `at`, 0 if none stands there.
static size_t title_separator(struct str text, size_t at)
{
	static const struct str SEPARATORS[] = { STR_INIT(" | "), STR_INIT(" - "),
		STR_INIT(" \xe2\x80\x93 "), STR_INIT(" \xe2\x80\x94 "),
		STR_INIT(" \xc2\xb7 ") };
	for (size_t i = 0; i < COUNT(SEPARATORS); i++)
		if (str_starts(str_from(text, at), SEPARATORS[i]))
			return SEPARATORS[i].len;
	return 0;
}

// The title pages and tabs show names the company beside what it says: cut them apart.
static void cut_title(struct cutter *c, uint32_t number, struct str text)
{
	const uint32_t base = c->doc->blocks[number].span.from;
	for (size_t from = 0; from < text.len;) {
		size_t to = from, gap = 0;
		while (to < text.len && !(gap = title_separator(text, to)))
			to++;
		if (to > from)
			add_sentence(c, number,
				(struct span){
					base + (uint32_t)from, base + (uint32_t)to });
		from = to + gap;
	}
}

static void cut_block(struct cutter *c, uint32_t number)
{
	const struct block *block = &c->doc->blocks[number];
	const struct str text = doc_cut(c->doc, block->span);
	if (block->kind == BLOCK_TITLE) {
		cut_title(c, number, text);
		return;
	}
	const enum tongue tongue = tongue_of(text);
	struct span span;
	c->quoted = false;
	for (size_t at = 0; split_next(text, tongue, &at, &span);)
		add_sentence(c, number,
			(struct span){ block->span.from + span.from,
				block->span.from + span.to });
}

void sentences_of(const struct doc *doc, struct arena *a, struct sentences *out)
{
	struct arena scratch = { 0 };
	struct cutter c = {
		.doc = doc, .arena = a, .words = filter_words(&scratch), .out = out
	};
	*out = (struct sentences){ 0 };
	for (size_t i = 0; i < doc->block_count; i++)
		cut_block(&c, (uint32_t)i);
	manual_mark(doc, out);
	arena_free(&scratch);
}

const char *claim_sort_name(enum claim_sort sort)
{
	static const char *const NAMES[CLAIM_SORT_COUNT] = { "claim", "heading",
		"call to action", "set-up note", "question", "legal", "not shown",
		"fragment", "somebody else's words" };
	assert(sort < CLAIM_SORT_COUNT);
	return NAMES[sort];
}

const char *claim_level_name(enum claim_level level)
{
	static const char *const NAMES[LEVEL_COUNT] = { "body", "subhead", "headline" };
	assert(level < LEVEL_COUNT);
	return NAMES[level];
}
