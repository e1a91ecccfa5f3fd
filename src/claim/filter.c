#include "claim/filter.h"

#include <string.h>

#include "claim/filter_words.h"

enum {
	SENTENCE_BYTES = 1200,
	SHORT_WORDS = 3, // a line as short as this names a topic unless it praises
	CELL_WORDS = 4,
	SMALL_WORDS = 3,  // labels have no more content words than this
	BRIEF_WORDS = 12, // an instruction is no longer than this
	CALL_WORDS = 5,	  // a call to action as short as this needs no object
	CALL_LONG = 14,	  // with an object it may be as long as this
	TOPIC_LEAD_WORDS = 7,
	ATTRIBUTION_WORDS = 10,
};

// What the rules look at, counted once.
struct view {
	const struct block *block;
	struct str text;
	size_t words, content, capitals, letters, symbols, codes;
	unsigned tags; // of all phrases
	unsigned tail; // of the phrase it ends with
	unsigned lead; // of the phrase the text begins with
	struct str lead_words;
	size_t machine, readers; // how many phrases of the tag
	bool story;		 // begins with somebody else
	bool lead_label;	 // a colon stands behind the first phrase: "Note: ..."
	bool lead_camel;	 // begins like a variable: maxRetries
	bool has_number;
};

struct lexicon *filter_words(struct arena *a)
{
	return lexicon_build(a, filter_lists, filter_list_count);
}

static bool is_head(const struct view *v)
{
	return v->block->kind == BLOCK_HEADING || v->block->kind == BLOCK_TITLE;
}

static char last_byte(struct str text)
{
	text = str_strip(text, "\"')]* ");
	return text.len ? text.at[text.len - 1] : '\0';
}

static bool has_stop(const struct view *v)
{
	const char c = last_byte(v->text);
	return c == '.' || c == '!' || c == '?';
}

// --flags, paths, addresses of machines count twice, snake_case once: io_uring is a name.
static size_t count_codes(struct str text)
{
	static const struct str MARKS[] = { STR_INIT("localhost"), STR_INIT("http://"),
		STR_INIT(" --"), STR_INIT(" ./"), STR_INIT(" ~/"), STR_INIT(".env"),
		STR_INIT("()"), STR_INIT("::"), STR_INIT("=>"), STR_INIT(".yml"),
		STR_INIT(".yaml"), STR_INIT(".json"), STR_INIT(".conf") };
	size_t n = 0;
	for (size_t i = 0; i < COUNT(MARKS); i++)
		n += str_find(text, MARKS[i], 0) != STR_NONE ? 2 : 0;
	for (size_t i = 1; i + 1 < text.len; i++)
		n += text.at[i] == '_' && byte_is_word(text.at[i - 1]) &&
		     byte_is_word(text.at[i + 1]);
	return n;
}

static void count_characters(struct view *v)
{
	for (size_t i = 0; i < v->text.len; i++) {
		const char c = v->text.at[i];
		v->letters += byte_is_word(c) && !byte_is_digit(c);
		v->symbols += c && strchr("{}<>|=;$`\\_#@~^[]", c) != NULL;
		v->has_number |= byte_is_digit(c);
	}
}

static void count_words(struct view *v)
{
	// Sentences about somebody else tell a story: "They were not told what for."
	static const char STORY[] = "he she they his her er";
	struct word w;
	for (size_t at = 0; word_next(v->text, &at, &w); v->words++) {
		char room[WORD_MAX];
		const struct str folded = word_fold(word_cut(v->text, w), room);
		v->content += stop_of(folded) == 0;
		if (!v->words)
			v->story = list_has(STORY, folded);
		v->capitals += (w.flags & WORD_CAPITAL) != 0;
		if (!v->words)
			v->lead_camel = (w.flags & WORD_CAMEL) &&
					!(w.flags & WORD_CAPITAL) && at < v->text.len &&
					v->text.at[at] == ':';
	}
}

static struct view view_of(
	const struct lexicon *words, const struct block *block, struct str text)
{
	struct view v = { .block = block, .text = text };
	struct lexicon_walk walk = { 0 };
	struct lexicon_hit hit;
	while (lexicon_next(words, text, &walk, &hit)) {
		v.tags |= hit.tags;
		v.tail = hit.span.to == text.len ? hit.tags : 0;
		v.machine += (hit.tags & TAG_MACHINE) != 0;
		v.readers += (hit.tags & TAG_READER) != 0;
		if (hit.word)
			continue;
		v.lead = hit.tags;
		v.lead_words = str_cut(text, hit.span.from, hit.span.to - hit.span.from);
	}
	count_words(&v);
	count_characters(&v);
	v.codes = count_codes(text);
	const size_t behind = v.lead_words.len;
	v.lead_label =
		behind < text.len && (text.at[behind] == ':' || text.at[behind] == '!');
	return v;
}

static bool not_shown(const struct view *v)
{
	const enum block_kind kind = v->block->kind;
	return kind == BLOCK_CODE || kind == BLOCK_CHROME || kind == BLOCK_META ||
	       kind == BLOCK_NOTE;
}

static bool is_button(const struct view *v)
{
	return v->block->kind == BLOCK_ACTION;
}

static bool is_quote_byte(struct str text, bool opening)
{
	static const struct str OPEN[] = { STR_INIT("\""), STR_INIT("\xe2\x80\x9c"),
		STR_INIT("\xe2\x80\x9e"), STR_INIT("\xc2\xbb"), STR_INIT("\xc2\xab") };
	static const struct str CLOSE[] = { STR_INIT("\""), STR_INIT("\xe2\x80\x9d"),
		STR_INIT("\xe2\x80\x9c"), STR_INIT("\xc2\xab"), STR_INIT("\xc2\xbb") };
	for (size_t i = 0; i < COUNT(OPEN); i++)
		if (opening ? str_starts(text, OPEN[i]) : str_ends(text, CLOSE[i]))
			return true;
	return false;
}

// "— Dana Cole, plant manager": a name and a role, and nothing else.
static bool is_attribution(const struct view *v)
{
	const bool dash = str_starts(v->text, S("- ")) ||
			  str_starts(v->text, S("\xe2\x80\x93 ")) ||
			  str_starts(v->text, S("\xe2\x80\x94 "));
	if (v->words > ATTRIBUTION_WORDS || v->words < 2 || v->capitals < 2)
		return false;
	const bool comma = str_find_byte(v->text, ',', 0) != STR_NONE;
	return !has_stop(v) && ((v->tags & TAG_ROLE && comma) || dash);
}

static bool not_ours(const struct view *v)
{
	if (v->block->kind == BLOCK_QUOTE || v->block->kind == BLOCK_SPEECH)
		return true;
	const bool quoted = is_quote_byte(v->text, true) && v->words > SHORT_WORDS &&
			    is_quote_byte(str_strip(v->text, ".,!"), false);
	return quoted || v->story || is_attribution(v);
}

// "the configured value; or": a piece of something longer.
static bool is_piece(const struct view *v)
{
	size_t at = 0;
	const uint32_t c = v->text.len ? utf8_next(v->text, &at) : 0;
	const char last = last_byte(v->text);
	return utf8_is_letter(c) && !utf8_is_upper(c) && !v->lead_camel &&
	       (last == ';' || last == ',' || str_ends(v->text, S("; or")) ||
		       str_ends(v->text, S("; and")));
}

/*
 * Cells of tables and lines that begin small are data or labels unless they are whole
 * sentences: "from 11,000 EUR", "size of plant".
 */
static bool is_label(const struct view *v)
{
	size_t at = 0;
	const uint32_t c = v->text.len ? utf8_next(v->text, &at) : 0;
	const bool small = utf8_is_letter(c) && !utf8_is_upper(c) && !v->lead_camel;
	const bool cell = v->block->kind == BLOCK_CELL;
	return (cell || small) && v->content <= (cell ? CELL_WORDS : SMALL_WORDS) &&
	       !has_stop(v);
}

// Greetings, closings, and what a mail program fills in.
static bool is_letter_part(const struct view *v)
{
	return v->lead & TAG_LETTER || str_find_byte(v->text, '{', 0) != STR_NONE;
}

static bool not_sentence(const struct view *v)
{
	return !v->words || is_piece(v) || is_label(v) || is_letter_part(v) ||
	       v->text.len > SENTENCE_BYTES || v->letters < 3 ||
	       (v->words == 1 && !is_head(v)) || v->symbols * 4 > v->letters;
}

static bool not_question(const struct view *v)
{
	return last_byte(v->text) == '?';
}

// "page 1 of 2": the foot of a page that a reader did not recognise.
static bool is_page_number(struct str text)
{
	static const char PAGES[] = "page|seite";
	size_t at = 0;
	const size_t length = list_find(PAGES, text, 0, &at);
	const struct str rest = str_from(text, at + length + 1);
	const bool number = length && rest.len && byte_is_digit(rest.at[0]);
	return number && (str_find(rest, S(" of "), 0) != STR_NONE ||
				 str_find(rest, S(" von "), 0) != STR_NONE);
}

static bool not_legal(const struct view *v)
{
	return v->tags & TAG_LEGAL || is_page_number(v->text) ||
	       str_find(v->text, S("\xc2\xa9"), 0) != STR_NONE;
}

static bool not_action(const struct view *v)
{
	if (v->tags & TAG_POINTER)
		return true;
	if (v->tags & TAG_PROJECT && v->lead & (TAG_ACTION | TAG_SETUP))
		return true;
	if (!(v->lead & TAG_ACTION) || v->has_number)
		return false;
	return v->words <= CALL_WORDS || (v->tags & TAG_OBJECT && v->words <= CALL_LONG);
}

/*
 * Points for everything that belongs to a manual rather than to a message: two make it
 * one.  A single such word proves nothing: products have files and versions, too.
 */
static bool not_setup(const struct view *v)
{
	const bool brief = v->words <= BRIEF_WORDS; // "Build dashboards from ..." goes on
	size_t points = v->readers + (v->lead & TAG_SETUP && brief ? 1 : 0) +
			(v->lead & TAG_INSTRUCTION ? 1 : 0) + v->codes +
			(v->lead_camel ? 2 : 0) +
			(v->lead & TAG_NOTE && v->lead_label ? 2 : 0) +
			(v->lead & TAG_FOLLOWS ? 2 : 0);
	if (points || v->machine * 3 > v->words)
		points += v->machine;
	const bool project = v->tags & TAG_PROJECT && v->words <= CALL_LONG;
	return points >= 2 || project;
}

// Whether the whole text is a topic: "Getting started", "Features:".
static bool is_topic(const struct view *v)
{
	size_t words = 0;
	struct word w;
	for (size_t at = 0; word_next(v->lead_words, &at, &w);)
		words++;
	return v->lead & TAG_TOPIC && words == v->words;
}

static bool is_versus(struct str text)
{
	static const struct str MARKS[] = { STR_INIT(" vs "), STR_INIT(" vs. "),
		STR_INIT(" versus ") };
	for (size_t i = 0; i < COUNT(MARKS); i++)
		if (str_find_nocase(text, MARKS[i], 0) != STR_NONE)
			return true;
	return false;
}

static bool not_heading(const struct view *v)
{
	const bool line = !has_stop(v) && v->block->kind != BLOCK_CELL;
	if (!line)
		return false;
	if (is_topic(v) || last_byte(v->text) == ':')
		return true;
	if (is_versus(v->text) && v->words <= CALL_LONG)
		return true;
	if (v->lead & TAG_LEAD && v->words <= TOPIC_LEAD_WORDS &&
		v->block->kind != BLOCK_ITEM)
		return true;
	const bool praises = v->tags & TAG_PRAISE || v->has_number;
	if (v->words <= CALL_WORDS && v->tail & TAG_TOPIC && !praises)
		return true; // "The official Fernhollow documentation"
	return v->words <= SHORT_WORDS && v->block->kind != BLOCK_ITEM && !praises;
}

enum claim_sort filter_sort(
	const struct lexicon *words, const struct block *block, struct str text)
{
	static const struct {
		enum claim_sort sort;
		bool (*holds)(const struct view *v);
	} RULES[] = {
		{ NOT_SHOWN, not_shown },
		{ NOT_ACTION, is_button },
		{ NOT_SENTENCE, not_sentence },
		{ NOT_OURS, not_ours },
		{ NOT_QUESTION, not_question },
		{ NOT_LEGAL, not_legal },
		{ NOT_ACTION, not_action },
		{ NOT_SETUP, not_setup },
		{ NOT_HEADING, not_heading },
	};
	const struct view v = view_of(words, block, text);
	for (size_t i = 0; i < COUNT(RULES); i++)
		if (RULES[i].holds(&v))
			return RULES[i].sort;
	return IS_CLAIM;
}

enum claim_level filter_level(struct filter_place *at, const struct block *block,
	uint32_t number, struct place place)
{
	const bool paged = place.kind == PLACE_SLIDE || place.kind == PLACE_PAGE;
	if ((paged && place.major > 1) ||
		(block->kind == BLOCK_HEADING && block->level > 1 && at->headline))
		at->past_hero = true;
	if (block->kind == BLOCK_TITLE ||
		(block->kind == BLOCK_HEADING && block->level <= 1 && !at->past_hero)) {
		at->headline = true;
		return LEVEL_HEADLINE;
	}
	if (block->kind == BLOCK_HEADING && block->level <= 3)
		return LEVEL_SUBHEAD;
	if (at->past_hero || block->kind != BLOCK_TEXT)
		return LEVEL_BODY;
	if (!at->hero_block)
		at->hero_block = number + 1;
	if (at->hero_block != number + 1 || at->hero_claims++ > 1)
		return LEVEL_BODY;
	if (at->headline)
		return LEVEL_SUBHEAD; // the line under the hero
	at->headline = true;
	return LEVEL_HEADLINE;
}
