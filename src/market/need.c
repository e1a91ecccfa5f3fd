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

void need_of(struct str text, enum need_kind kind, const struct market_words *words,
	struct arena *a, struct need *out)
{
	struct claim_parts parts;
	claim_parts_of(text, NULL, 0, a, &parts);
	*out = (struct need){ .kind = kind,
		.text = text,
		.tongue = parts.tongue,
		.mood = mood_of(words->moods, text),
		.at = ARENA_ARRAY(a, struct need_word, NEED_WORDS_MAX) };
	for (size_t i = 0; i < parts.count && out->count < NEED_WORDS_MAX; i++) {
		const struct claim_part *p = &parts.at[i];
		if (has_concept(out, p->stem))
			continue;
		out->at[out->count++] = (struct need_word){
			.concept = p->stem,
			.kin = market_words_kin(words, p->stem),
			.weight = 1,
			.light = kind < NEED_NAME && light_has(words->light, p->stem),
		};
		out->heavy += !out->at[out->count - 1].light;
	}
	out->total = (float)out->count;
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

bool need_passes(const struct need *need, const struct need_score *score, double share)
{
	const unsigned heavy = (unsigned)need->heavy;
	if (!heavy || (!score->strict && score->words < KIN_ALONE))
		return false;
	if (need->kind >= NEED_NAME)
		return score->strict == heavy;
	if (score->bits < need->least_bits)
		return false;
	if (heavy == 1 && score->all < (need->count < 2 ? 1 : 2))
		return false;
	return score->words >= (heavy < 2 ? heavy : 2) && (double)score->share >= share;
}

bool need_meant(
	const struct need *need, const struct mood *mood, float share, bool praise)
{
	if (mood->quotes_us)
		return false;
	if (need->kind >= NEED_NAME)
		return true;
	if (mood->asks)
		return false;
	if (mood->denies && (!mood->complains || mood->by_negation))
		return praise && need->kind == NEED_VALUE;
	if (!mood->complains && need->kind == NEED_PAIN && need->mood.complains)
		return false;
	return mood->complains || mood->wishes || share * 100 >= NEUTRAL_PERCENT;
}
