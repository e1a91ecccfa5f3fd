#include "swap/side.h"

enum { OBJECT_WORDS = 8 };
static const double SAME_OBJECT = 0.6;

static const struct {
	const char *words;
	enum exclusive_class class;
} MARKERS[] = {
	{ "only einzige einziger einziges einzigen", EXCLUSIVE_ONLY },
	{ "first erste erster erstes ersten", EXCLUSIVE_FIRST },
	{ "leading best premier top foremost ultimate führende führender führendes "
	  "führenden beste bester bestes besten marktführer",
		EXCLUSIVE_BEST },
	{ "fastest quickest schnellste schnellster schnellstes schnellsten",
		EXCLUSIVE_FAST },
	{ "easiest simplest einfachste einfachster einfachstes einfachsten leichteste",
		EXCLUSIVE_EASY },
	{ "largest biggest größte größter größtes größten", EXCLUSIVE_LARGE },
};

// What "the most ..." is about; other words make EXCLUSIVE_OTHER.
static const struct {
	const char *words;
	enum exclusive_class class;
} MOSTS[] = {
	{ "popular trusted loved used widely recommended advanced complete comprehensive "
	  "powerful beliebteste meistgenutzte",
		EXCLUSIVE_BEST },
	{ "easy simple intuitive", EXCLUSIVE_EASY },
};

// Superlatives in -est that are none of the classes above, and words in -est that are no
// superlatives.
static const char NO_SUPERLATIVES[] =
	"test latest request harvest interest invest suggest digest forest honest rest "
	"guest quest manifest best west nest modest contest protest chest pest vest "
	"earliest lowest highest tempest ingest conquest unrest bequest";
static const char ENDS_OBJECT[] =
	"for that which who with to in on by from and or of is are was has have where "
	"because when you your für die der das mit zu von und oder in im auf bei";
static const char DETERMINERS[] = "the world's worlds der die das den dem weltweit";
// They name no object by themselves.
static const char HOLLOW[] =
	"platform solut tool softwar system product servic app applic suit technologi "
	"way choic one provid vendor compani plattform losung werkzeug anwend anbiet "
	"produkt";

struct look {
	struct str text;
	struct word w, before, earlier; // earlier stands before `before`
	size_t words;			// how many stand before w
};

/*
 * Whether w stands where a claim to the first place does: "the" before it, and before
 * that the beginning of the sentence or a part of it, or a verb of being.  "Hire the best
 * people" claims nothing.
 */
static bool is_claimed(const struct look *l)
{
	static const char BEING[] =
		"is are was were we're it's as be being remains became become ist sind "
		"war als bleibt wurde s the der die das";
	char room[WORD_MAX];
	if (!l->words ||
		!list_has(DETERMINERS, word_fold(word_cut(l->text, l->before), room)))
		return false;
	if (l->words == 1)
		return true;
	const struct str gap = str_cut(
		l->text, l->earlier.span.to, l->before.span.from - l->earlier.span.to);
	return !str_eq(gap, S(" ")) ||
	       list_has(BEING, word_fold(word_cut(l->text, l->earlier), room));
}

static enum exclusive_class class_in(struct str folded)
{
	for (size_t i = 0; i < COUNT(MARKERS); i++)
		if (list_has(MARKERS[i].words, folded))
			return MARKERS[i].class;
	return EXCLUSIVE_NONE;
}

static enum exclusive_class most_of(struct str folded)
{
	for (size_t i = 0; i < COUNT(MOSTS); i++)
		if (list_has(MOSTS[i].words, folded))
			return MOSTS[i].class;
	return EXCLUSIVE_OTHER;
}

static bool is_superlative(struct str folded)
{
	return folded.len > 5 && str_ends(folded, S("est")) &&
	       !list_has(NO_SUPERLATIVES, folded);
}

// The words behind the superlative, up to where the noun phrase ends.
static struct span object_behind(struct str text, size_t at)
{
	char room[WORD_MAX];
	struct word w;
	struct span object = { (uint32_t)at, (uint32_t)at };
	for (size_t n = 0, last = at; n < OBJECT_WORDS && word_next(text, &at, &w); n++) {
		bool stops = list_has(ENDS_OBJECT, word_fold(word_cut(text, w), room));
		for (size_t i = last; i < w.span.from; i++)
			stops |= text.at[i] != ' ' && text.at[i] != ',';
		if (stops)
			break;
		object.from = n ? object.from : w.span.from;
		object.to = w.span.to;
		last = w.span.to;
	}
	return object;
}

static const char ONES[] = "number one|no. 1|nr. 1|nummer eins|number 1";

// "#1", "No. 1", "number one".
static bool is_number_one(const struct side *s, struct exclusive *out)
{
	for (size_t i = 0; i < s->parts.numbers.count; i++) {
		const struct quantity *q = &s->parts.numbers.at[i];
		if (q->measure == MEASURE_RANK && q->low <= 1) {
			*out = (struct exclusive){ .class = EXCLUSIVE_BEST,
				.span = q->span,
				.object = object_behind(s->text, q->span.to) };
			return true;
		}
	}
	size_t at = 0;
	const size_t length = list_find(ONES, s->text, 0, &at);
	if (!length)
		return false;
	*out = (struct exclusive){ .class = EXCLUSIVE_BEST,
		.span = { (uint32_t)at, (uint32_t)(at + length) },
		.object = object_behind(s->text, at + length) };
	return true;
}

// "the most popular ...": the word behind "most" decides.
static bool take_most(const struct look *l, struct exclusive *out)
{
	char room[WORD_MAX];
	struct word w;
	size_t at = l->w.span.to;
	if (!word_next(l->text, &at, &w) ||
		stop_of(word_fold(word_cut(l->text, w), room)))
		return false;
	*out = (struct exclusive){
		.class = most_of(word_fold(word_cut(l->text, w), room)),
		.span = { l->before.span.from, w.span.to },
		.word = w.span,
		.object = object_behind(l->text, w.span.to),
	};
	return true;
}

static bool take_marker(const struct look *l, struct exclusive *out)
{
	char room[WORD_MAX];
	const struct str folded = word_fold(word_cut(l->text, l->w), room);
	if (!is_claimed(l))
		return false;
	if (str_eq(folded, S("most")) || str_eq(folded, S("am")))
		return take_most(l, out);
	const enum exclusive_class class = class_in(folded);
	if (!class && !is_superlative(folded))
		return false;
	*out = (struct exclusive){
		.class = class ? class : EXCLUSIVE_OTHER,
		.span = { l->before.span.from, l->w.span.to },
		.word = l->w.span,
		.object = object_behind(l->text, l->w.span.to),
	};
	return out->object.to > out->object.from &&
	       !byte_is_digit(l->text.at[out->object.from]); // "the first 30 days"
}

bool exclusive_may_be(struct str text)
{
	struct word w;
	char room[WORD_MAX];
	for (size_t at = 0; word_next(text, &at, &w);) {
		const struct str folded = word_fold(word_cut(text, w), room);
		if (folded.len < 3 ? str_eq(folded, S("am"))
				   : str_eq(folded, S("most")) || class_in(folded) ||
					     is_superlative(folded))
			return true;
	}
	size_t at = 0;
	return str_find_byte(text, '#', 0) != STR_NONE || list_find(ONES, text, 0, &at);
}

void exclusive_find(struct side *s)
{
	struct look l = { .text = s->text };
	s->exclusive = (struct exclusive){ 0 };
	if (is_number_one(s, &s->exclusive))
		return;
	for (size_t at = 0; word_next(s->text, &at, &l.w);) {
		if (take_marker(&l, &s->exclusive))
			return;
		l.earlier = l.before;
		l.before = l.w;
		l.words++;
	}
	s->exclusive = (struct exclusive){ 0 };
}

// Whether a part belongs to the object and says what it is.
static bool is_head(const struct side *s, const struct claim_part *part)
{
	const struct span object = s->exclusive.object;
	return part->span.from >= object.from && part->span.to <= object.to &&
	       !list_has(HOLLOW, part->stem);
}

// The share of a's object words that stand in b's object; false if a has none.
static bool object_share(const struct side *a, const struct side *b, double *share)
{
	size_t all = 0, found = 0;
	for (size_t i = 0; i < a->parts.count; i++) {
		if (!is_head(a, &a->parts.at[i]))
			continue;
		bool there = false;
		for (size_t j = 0; j < b->parts.count && !there; j++)
			there = is_head(b, &b->parts.at[j]) &&
				claim_part_match(&a->parts.at[i], &b->parts.at[j]) > 0;
		all++;
		found += there;
	}
	*share = all ? (double)found / (double)all : 0;
	return all > 0;
}

static bool same_place(const struct side *a, const struct side *b)
{
	const struct exclusive *x = &a->exclusive, *y = &b->exclusive;
	if (x->class == EXCLUSIVE_NONE || x->class != y->class)
		return false;
	return x->class != EXCLUSIVE_OTHER ||
	       str_eq_nocase(side_words(a, x->word), side_words(b, y->word));
}

bool exclusive_alike(const struct side *a, const struct side *b)
{
	double unused = 0;
	return same_place(a, b) && !object_share(a, b, &unused) &&
	       !object_share(b, a, &unused);
}

bool exclusive_same(const struct side *a, const struct side *b)
{
	double there = 0, back = 0;
	if (!same_place(a, b) || !object_share(a, b, &there) ||
		!object_share(b, a, &back))
		return false;
	return there >= SAME_OBJECT && back >= SAME_OBJECT;
}
