#include "swap/saying.h"

// How much of a claim a sentence must have to be about it: most of it, or a good part
// with little else in the sentence.
static const double MOST = 0.75, HALF = 0.5, LITTLE_ELSE = 0.7;
static const double OPPOSED = 0.25, QUALIFIED = 0.6, NO_MORE = 0.6;
static const double SOME = 0.4;
enum { WORDS_LEAST = 2, SHORT_WORDS = 3, SHORT_CLAIM = 4 };

// A claim with one of these promises less than a sentence without any.
static const char HEDGES[] =
	"on average|a median of|median|typically|usually|often|most|many|some|can|may|"
	"might|could|helps|as little as|in most cases|designed to|im schnitt|meist|"
	"meistens|oft|viele|einige|die meisten|kann|könnte|hilft";
// And one with these promises more.
static const char ABSOLUTES[] =
	"always|every|all|never|guarantee|guaranteed|guarantees|guaranteeing|any|fully|"
	"completely|entirely|100%|everyone|everything|everywhere|instantly|zero|the "
	"only|proven to|ensures|ensure|eliminates|immer|jede|jeder|jedes|jeden|alle|"
	"nie|niemals|garantiert|garantieren|vollständig|der einzige|die einzige|das "
	"einzige|beseitigt";
// The same right before a number: "up to 40%" is less than "40%", "over 40%" is more.
static const char NUMBER_LESS[] = "up to|about|around|roughly|nearly|almost|"
				  "approximately|bis zu|etwa|rund|circa|ca.|knapp";
static const char NUMBER_MORE[] =
	"more than|over|at least|well over|mehr als|über|mindestens";
// They begin a limit: what stands behind them narrows the claim.
static const char SCOPES[] =
	"without|within|under|with|if|where|when|while|as long as|from|on|in|up to|"
	"ohne|innerhalb|unter|mit|wenn|solange|ab|bei|auf|in";
// Before a duration these make less of it better: "in 3 days", "within an hour".
static const char LESS_IS_MORE[] =
	"in|within|under|below|less than|after|only|just|every|binnen|innerhalb|unter|"
	"weniger als|nach|nur|pays back|from|takes|dauert";

const char *saying_name(enum saying s)
{
	static const char *const NAMES[SAYING_COUNT] = { "not", "so", "stronger",
		"weaker", "otherwise" };
	return NAMES[s];
}

static void parts_of(struct str text, const struct aliases *names, struct arena *a,
	struct claim_parts *out)
{
	struct mentions found = { .arena = a };
	aliases_find(names, text, &found);
	claim_parts_of(text, found.spans, found.count, a, out);
}

void saying_claim_of(struct str claim, struct str qualifier, const struct aliases *names,
	const struct lexicon *words, struct arena *a, struct saying_claim *out)
{
	struct seen_words *seen = ARENA_NEW(a, struct seen_words);
	*out = (struct saying_claim){ .qualifier = str_trim(qualifier) };
	side_of(str_trim(claim), names, seen, a, &out->side);
	check_claim(words, &out->side, NULL, NULL, &out->check);
	parts_of(arena_fmt(a, "%" PRI_STR ", %" PRI_STR, ARG_STR(claim),
			 ARG_STR(qualifier)),
		names, a, &out->qualified);
	parts_of(out->qualifier, names, a, &out->condition);
}

// One comparison on its way to a word and a phrase: the first change found is told.
struct weighing {
	const struct saying_claim *claim;
	const struct claim_parts *ours, *theirs; // of the claim, of the sentence
	struct claim_likeness like;
	struct arena *arena;
	struct str change;
	enum saying saying;
};

static void say(struct weighing *w, enum saying saying, struct str change)
{
	if (w->saying != SAID_SO)
		return;
	w->saying = saying;
	w->change = change;
}

static struct str quoted(struct weighing *w, const char *verb, struct str words)
{
	return arena_fmt(w->arena, "%s “%" PRI_STR "”", verb, ARG_STR(words));
}

// The words of a list entry in `text`; empty if none stands there.
static struct str found_in(const char *list, struct str text)
{
	size_t at = 0;
	const size_t len = list_find(list, text, 0, &at);
	return len ? str_cut(text, at, len) : (struct str){ 0 };
}

// The entry of a list that stands right before a number; empty if none does.
static struct str before_number(
	const char *list, struct str text, const struct quantity *q)
{
	enum { REACH = 16 };
	const size_t from = q->span.from > REACH ? q->span.from - REACH : 0;
	const struct str head = str_trim(str_cut(text, from, q->span.from - from));
	struct str rest = str_of(list), one;
	while (str_split(&rest, '|', &one)) {
		const size_t start = head.len >= one.len ? head.len - one.len : 0;
		if (str_ends_nocase(head, one) &&
			(!start || !byte_is_word(head.at[start - 1])))
			return str_from(head, start);
		// "up to 40%" may be read as one quantity.
		if (str_starts_nocase(str_from(text, q->span.from), one))
			return str_cut(text, q->span.from, one.len);
	}
	return (struct str){ 0 };
}

// Whether the words right before a number make a smaller one better.
static bool less_is_more(struct str text, const struct quantity *q)
{
	return q->measure == MEASURE_SECONDS && before_number(LESS_IS_MORE, text, q).len;
}

static bool has_number(const struct claim_parts *p, const struct quantity *q)
{
	for (size_t i = 0; i < p->numbers.count; i++)
		if (quantity_equal(q, &p->numbers.at[i]))
			return true;
	return false;
}

// Their number that stands for ours: of two durations not the one that both have.
static const struct quantity *partner(const struct weighing *w, const struct quantity *q)
{
	for (size_t i = 0; i < w->theirs->numbers.count; i++) {
		const struct quantity *other = &w->theirs->numbers.at[i];
		if (quantity_comparable(w->ours->text, q, w->theirs->text, other) &&
			!has_number(w->ours, other))
			return other;
	}
	return NULL;
}

static void weigh_number(struct weighing *w, size_t ours)
{
	const struct quantity *a = &w->ours->numbers.at[ours];
	const struct quantity *b = partner(w, a);
	if (!b) {
		say(w, SAID_OTHERWISE,
			quoted(w, "drops", quantity_words(w->ours->text, a)));
		return;
	}
	const bool fewer = less_is_more(w->ours->text, a);
	enum saying saying = SAID_OTHERWISE;
	if (b->low > a->low && b->high >= a->high)
		saying = fewer ? SAID_WEAKER : SAID_STRONGER;
	else if (b->high < a->high && b->low <= a->low)
		saying = fewer ? SAID_STRONGER : SAID_WEAKER;
	if (a->measure == MEASURE_MONEY || a->measure == MEASURE_YEAR)
		saying = SAID_OTHERWISE;
	say(w, saying,
		arena_fmt(w->arena, "says %" PRI_STR " instead of %" PRI_STR,
			ARG_STR(quantity_words(w->theirs->text, b)),
			ARG_STR(quantity_words(w->ours->text, a))));
}

// A number that is also in the qualifier belongs to it.
static bool is_in_qualifier(const struct weighing *w, const struct quantity *q)
{
	return has_number(&w->claim->qualified, q);
}

// A limit without its number is no limit; a size without one is only vague.
static void weigh_dropped_number(struct weighing *w)
{
	const struct quantity *q = &w->ours->numbers.at[w->like.only_a];
	const bool limit = q->measure == MEASURE_SECONDS || q->measure == MEASURE_MONEY ||
			   q->measure == MEASURE_BYTES;
	say(w, limit ? SAID_STRONGER : SAID_WEAKER,
		quoted(w, "drops", quantity_words(w->ours->text, q)));
}

static void weigh_numbers(struct weighing *w)
{
	const struct claim_likeness *like = &w->like;
	if (like->differs_a != SIZE_MAX)
		weigh_number(w, like->differs_a);
	if (like->only_a != SIZE_MAX)
		weigh_dropped_number(w);
	if (like->only_b == SIZE_MAX || w->ours->numbers.count || like->b_in_a < NO_MORE)
		return;
	const struct quantity *q = &w->theirs->numbers.at[like->only_b];
	if (!is_in_qualifier(w, q))
		say(w, SAID_STRONGER,
			quoted(w, "adds", quantity_words(w->theirs->text, q)));
}

// The first word of a list before any number of a text.
static struct str before_numbers(const char *list, const struct claim_parts *p)
{
	for (size_t i = 0; i < p->numbers.count; i++) {
		const struct str found = before_number(list, p->text, &p->numbers.at[i]);
		if (found.len)
			return found;
	}
	return (struct str){ 0 };
}

static void weigh_number_words(struct weighing *w)
{
	const struct str less = before_numbers(NUMBER_LESS, w->ours);
	const struct str theirs_less = before_numbers(NUMBER_LESS, w->theirs);
	const struct str more = before_numbers(NUMBER_MORE, w->ours);
	const struct str theirs_more = before_numbers(NUMBER_MORE, w->theirs);
	if (!w->ours->numbers.count || !w->theirs->numbers.count)
		return;
	if (less.len && !theirs_less.len)
		say(w, SAID_STRONGER, quoted(w, "drops", less));
	if (theirs_more.len && !more.len)
		say(w, SAID_STRONGER, quoted(w, "adds", theirs_more));
	if (theirs_less.len && !less.len)
		say(w, SAID_WEAKER, quoted(w, "adds", theirs_less));
}

// Whether any word of ours inside the span has a partner in the sentence.
static bool is_kept(const struct weighing *w, struct span span)
{
	bool any = false;
	for (size_t i = 0; i < w->ours->count; i++) {
		const struct claim_part *part = &w->ours->at[i];
		if (part->span.from < span.from || part->span.to > span.to)
			continue;
		any = true;
		for (size_t j = 0; j < w->theirs->count; j++)
			if (claim_part_match(part, &w->theirs->at[j]) > 0)
				return true;
	}
	return !any; // only numbers or small words in it: judged elsewhere
}

// Whether a condition narrows the claim, so that dropping it says more: "without a
// network", "for regulated plants", but not "only be annotated" or "for support, too".
static bool narrows(const struct side *side, enum check_kind kind, struct span span)
{
	size_t at = 0;
	struct word first;
	char room[WORD_MAX];
	const struct str words = side_words(side, span);
	if (kind != CHECK_CONSTRAINT)
		return kind == CHECK_AUDIENCE || kind == CHECK_NAMED;
	if (!word_next(words, &at, &first))
		return false;
	struct str rest = str_of(SCOPES), one;
	const struct str begins = word_fold(word_cut(words, first), room);
	while (str_split(&rest, '|', &one))
		if (str_eq(one, begins))
			return true;
	return false;
}

static void weigh_conditions(struct weighing *w)
{
	const struct check *c = &w->claim->check;
	for (size_t i = 0; i < c->span_count; i++)
		if (narrows(&w->claim->side, c->kinds[i], c->spans[i]) &&
			!is_kept(w, c->spans[i]))
			say(w, SAID_STRONGER,
				quoted(w, "drops",
					side_words(&w->claim->side, c->spans[i])));
}

static void weigh_words(struct weighing *w, const struct side *said)
{
	const struct str ours = w->ours->text, theirs = said->text;
	const struct str hedge = found_in(HEDGES, ours), adds = found_in(HEDGES, theirs);
	const struct str more = found_in(ABSOLUTES, theirs);
	const bool only_this = w->like.b_in_a >= NO_MORE;
	if (hedge.len && !adds.len)
		say(w, SAID_STRONGER, quoted(w, "drops", hedge));
	if (said->exclusive.class != EXCLUSIVE_NONE &&
		w->claim->side.exclusive.class == EXCLUSIVE_NONE && only_this)
		say(w, SAID_STRONGER,
			quoted(w, "adds", side_words(said, said->exclusive.span)));
	if (more.len && only_this && str_find_nocase(ours, more, 0) == STR_NONE &&
		!found_in(ABSOLUTES, ours).len)
		say(w, SAID_STRONGER, quoted(w, "adds", more));
	if (adds.len && only_this && !hedge.len)
		say(w, SAID_WEAKER, quoted(w, "adds", adds));
}

/*
 * A negation reaches over what follows it, so the same words in another order may look
 * turned ("without a network it works"): where both negate, nothing was turned around.
 */
static bool is_opposite(const struct weighing *w)
{
	const bool by_words = w->like.opposed && w->like.turned <= OPPOSED;
	return by_words ||
	       ((w->like.opposed || w->like.turned > OPPOSED) &&
		       claim_negates(w->ours->text) != claim_negates(w->theirs->text));
}

/*
 * Whether the sentence is about the claim at all.  A short claim is easily found in a
 * long sentence about something else, so that has to be mostly about it.
 */
static bool is_about(const struct weighing *w)
{
	const struct claim_likeness *like = &w->like;
	const size_t parts = w->ours->count + w->ours->numbers.count;
	const bool is_short = parts <= SHORT_CLAIM;
	if (parts < WORDS_LEAST || (is_short && like->b_in_a < SOME))
		return false;
	return like->a_in_b >= MOST ||
	       (like->a_in_b >= HALF && like->b_in_a >= LITTLE_ELSE &&
		       like->shared >= SHORT_WORDS);
}

enum saying saying_of(const struct saying_claim *claim, const struct side *said,
	struct arena *a, struct str *change)
{
	struct weighing w = { .claim = claim,
		.ours = &claim->side.parts,
		.theirs = &said->parts,
		.arena = a,
		.saying = SAID_SO };
	*change = (struct str){ 0 };
	claim_compare(w.ours, w.theirs, &w.like);
	if (!is_about(&w))
		return SAID_NOT;
	if (is_opposite(&w))
		say(&w, SAID_OTHERWISE, S("says the opposite"));
	weigh_numbers(&w);
	weigh_number_words(&w);
	weigh_conditions(&w);
	if (w.like.a_in_b < MOST)
		say(&w, SAID_WEAKER, S("says only part of it"));
	weigh_words(&w, said);
	*change = w.change;
	return w.saying;
}

bool saying_qualified(
	const struct saying_claim *claim, struct str around, const struct aliases *names)
{
	struct arena scratch = { 0 };
	struct claim_parts there;
	struct claim_likeness like;
	if (!claim->qualifier.len)
		return true;
	parts_of(around, names, &scratch, &there);
	claim_compare(&claim->condition, &there, &like);
	const bool kept = like.a_in_b >= QUALIFIED && like.differs_a == SIZE_MAX;
	arena_free(&scratch);
	return kept;
}
