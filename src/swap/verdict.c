#include "swap/verdict.h"

#include <stdlib.h>

#include "swap/odds.h"

// Beyond chance, and with this share of our words: too near to be called ours alone.
static const double TOO_NEAR = 0.4;
// What an echo is below the threshold when nothing is near at all.
static const double LEAST_ECHO = -0.2;
enum { CHECKABLE_MAX = 5 };

const char *verdict_name(enum verdict v)
{
	static const char *const NAMES[VERDICT_COUNT] = { "not-a-claim", "shared",
		"contested", "filler", "swappable", "unproven", "unique", "cannot-tell" };
	return NAMES[v];
}

// One claim on its way to its verdict.
struct hearing {
	const struct bench *bench;
	size_t claim;		      // number in material.ours
	const struct choice *choices; // by group
	struct judged ours;	      // its check knows no category
	struct check check;
	struct arena *scratch;
	struct swapped_claim *out;
};

static struct str name_of(const struct bench *b, size_t group)
{
	const struct material *m = b->material;
	return utf8_safe(b->arena, m->ws->vendors.at[m->vendor[group]].name, 60);
}

// What a competitor's whole vocabulary makes of a word: if most of them use it, naming it
// says nothing.
static bool is_category(const void *context, struct str concept)
{
	const struct comparison *c = context;
	size_t texts = 0;
	const size_t groups = index_spread(c->index, concept, &texts);
	const size_t all = c->material->groups;
	if (all < 2)
		return texts >= 3 && texts * 20 > c->material->their_count;
	return groups >= 2 && groups * 2 >= all;
}

static enum verdict verdict_with(const struct choice *choice)
{
	if (choice->sort == PAIR_SHARED)
		return VERDICT_SHARED;
	if (choice->sort == PAIR_CONTESTED)
		return VERDICT_CONTESTED;
	if (choice->meaning > 0)
		return VERDICT_CANNOT_TELL;
	return choice->beyond && (double)choice->covered >= TOO_NEAR ? VERDICT_CANNOT_TELL
								     : VERDICT_UNIQUE;
}

// The order in which groups are shown: what decides first, then the most similar.
static int rank(const struct choice *c)
{
	return c->text == CHOICE_NONE	       ? 0
	       : c->sort == PAIR_SHARED	       ? 4
	       : c->conflict == CONFLICT_FIRST ? 3
	       : c->sort == PAIR_CONTESTED     ? 2
					       : 1;
}

static bool stands_before(const struct choice *x, const struct choice *y)
{
	return rank(x) != rank(y) ? rank(x) > rank(y) : x->similarity > y->similarity;
}

static size_t order_groups(const struct hearing *c, size_t *order)
{
	size_t count = 0;
	for (size_t g = 0; g < c->bench->material->groups; g++) {
		const struct choice *choice = &c->choices[g];
		if (choice->text == CHOICE_NONE)
			continue;
		size_t at = count++;
		for (; at > 0 && stands_before(choice, &c->choices[order[at - 1]]); at--)
			order[at] = order[at - 1];
		order[at] = g;
	}
	return count;
}

// The word of ours that theirs negates.
static struct str denied_word(const struct side *ours, const struct side *theirs)
{
	for (size_t i = 0; i < ours->parts.count; i++)
		for (size_t j = 0; j < theirs->parts.count; j++)
			if (theirs->parts.at[j].negated && !ours->parts.at[i].negated &&
				claim_part_match(
					&ours->parts.at[i], &theirs->parts.at[j]) > 0)
				return side_words(ours, ours->parts.at[i].span);
	return ours->text;
}

// Takes their sentence apart again and says what differs; cheaper than keeping all sides.
static void judge_again(
	const struct hearing *c, size_t group, struct side *theirs, struct pair *pair)
{
	const struct bench *b = c->bench;
	const struct choice *choice = &c->choices[group];
	const double threshold = null_threshold(
		&b->comparison->chances[group], side_length(&c->ours.side));
	side_of(b->material->texts[choice->text].text, b->material->names,
		b->material->seen, c->scratch, theirs);
	judge_weigh(&b->comparison->room, theirs);
	const struct nearness near = { (double)choice->similarity, threshold,
		(uint32_t)group };
	judge_pair(&b->comparison->room, &c->ours, theirs, &near, pair);
	if (choice->conflict == CONFLICT_TURNED && pair->conflict != CONFLICT_TURNED)
		*pair = (struct pair){
			.sort = PAIR_CONTESTED,
			.conflict = CONFLICT_TURNED,
			.they_deny = true,
			.covered = pair->covered,
			.ours = denied_word(&c->ours.side, theirs),
		};
	if (choice->conflict == CONFLICT_FIRST && pair->conflict != CONFLICT_FIRST)
		*pair = (struct pair){
			.sort = PAIR_CONTESTED,
			.conflict = CONFLICT_FIRST,
			.covered = pair->covered,
			.ours = side_words(&c->ours.side, c->ours.side.exclusive.span),
			.theirs = side_words(theirs, theirs->exclusive.span),
		};
}

static void fill_echo(const struct hearing *c, size_t group, bool first, struct echo *out)
{
	const struct bench *b = c->bench;
	const struct choice *choice = &c->choices[group];
	struct side theirs;
	struct pair pair;
	judge_again(c, group, &theirs, &pair);
	*out = (struct echo){
		.vendor = b->material->vendor[group],
		.similarity = (double)choice->similarity,
		.chance = null_chance(&b->comparison->chances[group],
			side_length(&c->ours.side), (double)choice->similarity),
		.covered = pair.covered,
		.verdict = verdict_with(choice),
		.evidence = material_evidence(b->material, choice->text),
		.meaning = (double)choice->meaning,
	};
	if (choice->meaning > 0) { // its words were not what found it
		out->similarity = 0;
		out->chance = 1;
		out->evidence.note =
			S("found by meaning, with the endpoint you configured");
	}
	out->shared_count = phrase_marks(&theirs, &c->ours.side, b->arena, &out->shared);
	out->works = out->verdict == VERDICT_SHARED ||
		     choice->conflict == CONFLICT_FIRST ||
		     choice->conflict == CONFLICT_ALONE;
	c->out->swaps |= out->works;
	if (out->verdict == VERDICT_CONTESTED) {
		out->conflicts = true;
		out->conflict = phrase_conflict(b->arena, &pair, name_of(b, group));
	}
	if (first)
		c->out->shared_count =
			phrase_marks(&c->ours.side, &theirs, b->arena, &c->out->shared);
}

static void fill_echoes(const struct hearing *c, const size_t *order, size_t count)
{
	c->out->echoes = ARENA_ARRAY(c->bench->arena, struct echo, count + 1);
	for (size_t i = 0; i < count; i++)
		fill_echo(c, order[i], i == 0, &c->out->echoes[c->out->echo_count++]);
}

static void add_phrase(struct str *list, size_t *count, struct str text)
{
	list[(*count)++] = text;
}

// Uncommon words are shown only where nothing stronger is, and only two together: one
// proves little to a reader.
static bool is_worth_showing(const struct hearing *c, const struct check *check, size_t i)
{
	const struct str words = side_words(&c->ours.side, check->spans[i]);
	return check->kinds[i] != CHECK_SPECIFIC ||
	       (check->kinds[0] == CHECK_SPECIFIC &&
		       str_find_byte(words, ' ', 0) != STR_NONE);
}

static void fill_check(const struct hearing *c)
{
	static const struct {
		enum check_kind kind;
		const char *words;
	} MISSING[] = {
		{ CHECK_NUMBER, "a number" },
		{ CHECK_MECHANISM, "how it works" },
		{ CHECK_AUDIENCE, "for whom" },
		{ CHECK_TRADE, "the trade-off" },
	};
	struct arena *a = c->bench->arena;
	struct swapped_claim *out = c->out;
	out->check = c->check.z;
	out->checkable = ARENA_ARRAY(a, struct str, CHECKABLE_MAX);
	for (size_t i = 0; i < c->check.span_count; i++)
		if (out->checkable_count < CHECKABLE_MAX &&
			is_worth_showing(c, &c->check, i))
			add_phrase(out->checkable, &out->checkable_count,
				arena_str(
					a, side_words(&c->ours.side, c->check.spans[i])));
	out->missing = ARENA_ARRAY(a, struct str, COUNT(MISSING));
	for (size_t i = 0; i < COUNT(MISSING); i++)
		if (!c->check.count[MISSING[i].kind])
			add_phrase(out->missing, &out->missing_count,
				str_of(MISSING[i].words));
}

// "Plausible says it in much the same words. So do Matomo and PostHog."
static struct str reason_shared(
	const struct hearing *c, const size_t *order, size_t count)
{
	struct arena *a = c->bench->arena;
	struct str *names = ARENA_ARRAY(c->scratch, struct str, count + 1);
	size_t others = 0;
	for (size_t i = 1; i < count; i++)
		if (c->choices[order[i]].sort == PAIR_SHARED)
			names[others++] = name_of(c->bench, order[i]);
	const struct str first = phrase_shared(a, name_of(c->bench, order[0]),
		(double)c->choices[order[0]].similarity, c->choices[order[0]].partly);
	if (!others)
		return first;
	return arena_fmt(a, "%" PRI_STR " So %s %" PRI_STR ".", ARG_STR(first),
		others == 1 ? "does" : "do", ARG_STR(phrase_names(a, names, others)));
}

static struct str reason_contested(const struct hearing *c, size_t group)
{
	struct side theirs;
	struct pair pair;
	judge_again(c, group, &theirs, &pair);
	return phrase_contested(c->bench->arena, &pair, name_of(c->bench, group));
}

// Nobody says it and it could be wrong: ours, if it is proven.
static void judge_ours(const struct hearing *c, bool near, size_t group)
{
	struct swapped_claim *out = c->out;
	struct arena *a = c->bench->arena;
	if (near) {
		out->verdict = VERDICT_CANNOT_TELL;
		out->reason =
			arena_fmt(a, "%" PRI_STR " %s. Read both: no rule can tell.",
				ARG_STR(name_of(c->bench, group)),
				c->choices[group].meaning > 0
					? "may mean the same in other words"
					: "comes close but says something else");
		return;
	}
	if (!c->bench->material->their_count) {
		out->verdict = VERDICT_CANNOT_TELL;
		out->reason = S("It could be checked, but there is no competitor page to "
				"compare it with.");
		return;
	}
	const bool open = out->proof == PROOF_HOLDS || out->proof == PROOF_UNKNOWN;
	out->verdict = open ? VERDICT_UNIQUE : VERDICT_UNPROVEN;
	out->reason = phrase_proof(a, out->proof, out->ledger);
}

static enum survival survival_with(const struct hearing *c, size_t group)
{
	const struct survivals *s = c->bench->survivals;
	return (enum survival)s->survives[c->claim * s->groups + group];
}

static double voice_with(const struct hearing *c, size_t group)
{
	const struct survivals *s = c->bench->survivals;
	return survival_with(c, group) == SURVIVES_UNKNOWN
		       ? 0
		       : (double)s->voice[c->claim * s->groups + group];
}

/*
 * Whether a competitor could say it by its wording.  Wording knows nothing of truth: what
 * has a number or a name in it that could be wrong of them is never theirs by its sound.
 */
static bool could_say(const struct hearing *c, size_t group)
{
	const struct side *ours = &c->ours.side;
	return survival_with(c, group) == SURVIVES_YES && !ours->parts.numbers.count &&
	       !ours->named_count;
}

// The competitor whose pages a claim reads like most, or SIZE_MAX.
static size_t likeliest_speaker(const struct hearing *c)
{
	size_t best = SIZE_MAX;
	for (size_t g = 0; g < c->bench->material->groups; g++)
		if (could_say(c, g) &&
			(best == SIZE_MAX || voice_with(c, g) < voice_with(c, best)))
			best = g;
	return best;
}

static void judge_swappable(const struct hearing *c, size_t group)
{
	c->out->verdict = VERDICT_SWAPPABLE;
	c->out->reason = arena_fmt(c->bench->arena,
		"It reads like %" PRI_STR
		"'s pages rather than ours, and no number or name in it ties it to "
		"us. That is wording, not truth: read it with their name.",
		ARG_STR(name_of(c->bench, group)));
}

// Every competitor, near or not, in order of groups.
static void fill_against(const struct hearing *c)
{
	const struct bench *b = c->bench;
	struct swapped_claim *out = c->out;
	const size_t groups = b->material->groups;
	out->against = ARENA_ARRAY(b->arena, struct swap_against, groups + 1);
	for (size_t g = 0; g < groups; g++) {
		const struct choice *choice = &c->choices[g];
		const bool near = choice->text != CHOICE_NONE;
		struct swap_against *one = &out->against[out->against_count++];
		*one = (struct swap_against){
			.vendor = b->material->vendor[g],
			.echo = near ? (double)choice->similarity : 0,
			.voice = voice_with(c, g),
			.survives = survival_with(c, g),
			.verdict = near ? verdict_with(choice) : VERDICT_UNIQUE,
		};
		if (out->verdict == VERDICT_FILLER)
			one->verdict = VERDICT_FILLER;
		else if (one->verdict == VERDICT_UNIQUE && could_say(c, g))
			one->verdict = VERDICT_SWAPPABLE;
		one->works = verdict_works_with(out, one->vendor);
	}
}

// What the competitors' sentences make of it: said, wrong of them, or neither.
static double said_by(const struct choice *choice)
{
	if (choice->text == CHOICE_NONE || choice->sort == PAIR_APART)
		return 0;
	return choice->sort == PAIR_SHARED || choice->conflict == CONFLICT_FIRST ||
			       choice->conflict == CONFLICT_ALONE
		       ? 1
		       : -1;
}

static void fill_signs(const struct hearing *c, const struct choice *first)
{
	const struct bench *b = c->bench;
	struct swap_signs *s = &c->out->signs;
	const size_t length = side_length(&c->ours.side);
	*s = (struct swap_signs){ .echo = LEAST_ECHO,
		.check = c->check.z,
		.said = first ? said_by(first) : 0 };
	for (size_t g = 0; g < b->material->groups; g++) {
		const struct choice *choice = &c->choices[g];
		const double beyond =
			choice->text == CHOICE_NONE
				? LEAST_ECHO
				: (double)choice->similarity -
					  null_threshold(
						  &b->comparison->chances[g], length);
		s->echo = beyond > s->echo ? beyond : s->echo;
	}
}

static void judge_case(const struct hearing *c, const size_t *order, size_t count)
{
	struct swapped_claim *out = c->out;
	const struct choice *first = count ? &c->choices[order[0]] : NULL;
	if (first && first->sort == PAIR_SHARED) {
		out->verdict = VERDICT_SHARED;
		out->reason = reason_shared(c, order, count);
	} else if (first && first->sort == PAIR_CONTESTED) {
		out->verdict = VERDICT_CONTESTED;
		out->reason = reason_contested(c, order[0]);
	} else if (c->check.z < check_least()) {
		out->verdict = VERDICT_FILLER;
		out->swaps = true;
		out->reason = phrase_filler(&c->check);
	} else {
		const bool near = first && verdict_with(first) == VERDICT_CANNOT_TELL;
		const size_t speaker = likeliest_speaker(c);
		if (speaker != SIZE_MAX) {
			judge_swappable(c, speaker);
			return;
		}
		judge_ours(c, near, count ? order[0] : 0);
	}
}

static struct str our_name(const struct bench *b)
{
	const struct workspace *ws = b->material->ws;
	if (ws->config.company.len)
		return utf8_safe(b->arena, ws->config.company, 60);
	for (size_t i = 0; i < ws->vendors.count; i++)
		if (ws->vendors.at[i].kind == VENDOR_US)
			return utf8_safe(b->arena, ws->vendors.at[i].name, 60);
	return (struct str){ 0 };
}

static void fill_sentences(const struct hearing *c, const size_t *order, size_t count)
{
	const struct bench *b = c->bench;
	struct swapped_claim *out = c->out;
	out->masked = phrase_masked(b->arena, &c->ours.side);
	out->swapped_with = SIZE_MAX;
	if (!b->material->groups)
		return;
	const bool echoed = count && c->choices[order[0]].sort != PAIR_APART;
	const size_t group = echoed ? order[0] : b->worst_group;
	out->swapped_with = b->material->vendor[group];
	out->swapped =
		phrase_swapped(b->arena, &c->ours.side, name_of(b, group), our_name(b));
}

void verdict_of(const struct bench *b, size_t claim, struct swapped_claim *out)
{
	const struct our_claim *ours = &b->material->ours[claim];
	struct arena scratch = { 0 };
	struct hearing c = { .bench = b,
		.claim = claim,
		.choices = choice_at(b->comparison, claim, 0),
		.scratch = &scratch,
		.out = out };
	*out = (struct swapped_claim){ .copy = ours->copy, .sentence = ours->sentence };
	judged_of(&b->comparison->room, ours->sentence->text, &scratch, &c.ours);
	check_claim(b->comparison->room.words, &c.ours.side, is_category, b->comparison,
		&c.check);
	size_t *order = ARENA_ARRAY(&scratch, size_t, b->material->groups + 1);
	const size_t count = order_groups(&c, order);
	struct claim_parts plain = c.ours.side.parts; // the ledger weighs all words alike
	for (size_t i = 0; i < plain.count; i++)
		plain.at[i].weight = 1;
	out->ledger = ledger_find(b->ledger, &plain, &out->proof);
	judge_weigh(&b->comparison->room, &c.ours.side);
	fill_echoes(&c, order, count);
	fill_check(&c);
	judge_case(&c, order, count);
	fill_against(&c);
	fill_signs(&c, count ? &c.choices[order[0]] : NULL);
	if (b->material->their_count)
		out->p_swap = odds_of(&out->signs);
	fill_sentences(&c, order, count);
	arena_free(&scratch);
}

bool verdict_works_with(const struct swapped_claim *c, size_t vendor)
{
	if (c->verdict == VERDICT_FILLER)
		return true;
	for (size_t i = 0; i < c->echo_count; i++)
		if (c->echoes[i].vendor == vendor)
			return c->echoes[i].works;
	return false;
}
