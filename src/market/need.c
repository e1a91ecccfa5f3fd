#include "market/need.h"

static const float KIN_MATCH = (float)KIN_MATCH_PERCENT / 100;

struct market_words market_words_build(struct arena *a)
{
	return (struct market_words){ kin_build(a), light_build(a), mood_words(a) };
}

uint8_t market_words_kin(const struct market_words *words, struct str concept)
{
	return light_has(words->light, concept) ? KIN_NONE
						: (uint8_t)kin_of(words->kin, concept);
}

static bool has_concept(const struct need *n, struct str concept)
{
	for (size_t i = 0; i < n->count; i++)
		if (str_eq(n->at[i].concept, concept))
			return true;
	return false;
}

static void add_word(
	struct need *n, const struct market_words *words, struct str concept, bool absent)
{
	if (n->count >= NEED_WORDS_MAX || has_concept(n, concept))
		return;
	struct need_word *w = &n->at[n->count++];
	*w = (struct need_word){
		.concept = concept,
		.kin = market_words_kin(words, concept),
		.weight = 1,
		.light = n->kind < NEED_NAME && light_has(words->light, concept),
		.absent = n->kind == NEED_PAIN && absent,
	};
	n->heavy += !w->light;
}

static void settle_need(struct need *n)
{
	bool absent = false;
	for (size_t i = 0; i < n->count; i++)
		absent |= n->at[i].absent;
	n->total = (float)n->count;
	n->fewest = absent || n->count < 2 ? 1 : 2;
	if (n->kind >= NEED_NAME)
		n->fewest = (uint8_t)n->count;
}

void need_of(struct str text, enum need_kind kind, const struct market_words *words,
	struct arena *a, struct need *out)
{
	struct claim_parts parts;
	claim_parts_of(text, NULL, 0, a, &parts);
	*out = (struct need){ .kind = kind,
		.text = text,
		.tongue = parts.tongue,
		.mood = mood_of(words->moods, text),
		.written = kind == NEED_SPELLED && alias_case_of(text) == ALIAS_WRITTEN,
		.at = ARENA_ARRAY(a, struct need_word, NEED_WORDS_MAX) };
	for (size_t i = 0; i < parts.count; i++)
		add_word(out, words, parts.at[i].stem, parts.at[i].absent);
	settle_need(out);
}

void need_of_others(struct str text, const struct market_words *words, struct arena *a,
	struct need *out)
{
	struct word w;
	char room[WORD_MAX], stem_room[WORD_MAX];
	*out = (struct need){ .kind = NEED_VALUE,
		.text = text,
		.tongue = tongue_of(text),
		.at = ARENA_ARRAY(a, struct need_word, NEED_WORDS_MAX) };
	for (size_t at = 0; word_next(text, &at, &w);) {
		const struct str folded = word_fold(word_cut(text, w), room);
		if ((w.flags & WORD_DIGIT) || stop_of(folded))
			continue;
		const struct str stem = stem_of(stem_room, folded, out->tongue);
		add_word(out, words, arena_str(a, concept_of(stem, out->tongue)), false);
	}
	settle_need(out);
}

float need_match(const struct need_word *word, struct str concept, unsigned kin)
{
	const struct claim_part a = { .stem = word->concept }, b = { .stem = concept };
	const float same = claim_part_match(&a, &b);
	const bool related = word->kin != KIN_NONE && word->kin == kin;
	return same > 0 ? same : related ? KIN_MATCH : 0;
}

// Adds the words that are met as they are, or those that are met as kin only.
static void add_words(const struct need *need, const float *best, bool strict,
	uint64_t *related, struct need_score *s)
{
	for (size_t i = 0; i < need->count; i++) {
		const struct need_word *w = &need->at[i];
		const uint64_t kin = w->kin ? UINT64_C(1) << (w->kin % KIN_MAX) : 0;
		if (best[i] <= 0 || (best[i] > KIN_MATCH + 0.01F) != strict ||
			(!strict && (*related & kin)))
			continue;
		*related |= kin;
		s->share += best[i] * w->weight / need->total;
		s->bits += best[i] * (w->light ? 0 : w->bits);
		s->all++;
		s->words += !w->light;
		s->strict += !w->light && strict;
		s->absent |= w->absent && !w->light;
	}
}

struct need_score need_score_of(const struct need *need, const float *best)
{
	struct need_score s = { 0 };
	uint64_t related = 0; // kins that have answered
	if (need->total <= 0)
		return s;
	add_words(need, best, true, &related, &s);
	add_words(need, best, false, &related, &s);
	return s;
}

enum pass need_passes(
	const struct need *need, const struct need_score *score, double share)
{
	const unsigned heavy = (unsigned)need->heavy;
	const unsigned least = heavy < 2 ? heavy : 2;
	if (need->kind >= NEED_NAME)
		return heavy && score->strict == heavy ? PASS_YES : PASS_NO;
	const bool known = score->strict || score->words >= KIN_ALONE;
	const bool rare = score->bits >= need->least_bits;
	const bool whole = heavy > 1 || score->all > 1 || need->count < 2;
	// One rare word among common ones proves little: most of them must be there, too.
	const bool lonely =
		heavy == 1 && need->count > 2 && score->share * 100 < LONELY_PERCENT;
	if (heavy && known && rare && whole && !lonely && score->words >= least &&
		(double)score->share >= share)
		return PASS_YES;
	return score->absent && heavy <= 2 ? PASS_ABSENT : PASS_NO;
}

bool need_absent(const struct need *need, const struct market_words *words,
	struct str text, struct arena *scratch)
{
	struct claim_parts parts;
	claim_parts_of(text, NULL, 0, scratch, &parts);
	for (size_t i = 0; i < parts.count; i++) {
		// "no idea what a network is": only the first word behind the denial.
		const bool first = parts.at[i].absent && !(i && parts.at[i - 1].absent);
		for (size_t k = 0; first && k < need->count; k++)
			if (need->at[k].absent && !need->at[k].light &&
				need_match(&need->at[k], parts.at[i].stem,
					market_words_kin(words, parts.at[i].stem)) > 0)
				return true;
	}
	return false;
}

bool need_meant(
	const struct need *need, const struct mood *mood, float share, bool praise)
{
	if (mood->quotes_us)
		return false;
	if (need->kind >= NEED_NAME)
		return true;
	if (mood->asks && (need->kind != NEED_PAIN || !mood->complains))
		return false;
	if (mood->denies && (!mood->complains || mood->by_negation))
		return praise && need->kind == NEED_VALUE;
	if (!mood->complains && need->kind == NEED_PAIN && need->mood.complains)
		return false;
	return mood->complains || mood->wishes || share * 100 >= NEUTRAL_PERCENT;
}
