#include "market/need.h"

static const float KIN_MATCH = (float)KIN_MATCH_PERCENT / 100;

struct market_words market_words_build(struct arena *a)
{
	return (struct market_words){ kin_build(a), mood_words(a) };
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
			.kin = (uint8_t)kin_of(words->kin, p->stem),
			.weight = 1,
			.flags = p->flags,
		};
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

bool need_passes(const struct need *need, const struct need_score *score, double share)
{
	const unsigned all = (unsigned)need->count;
	if (!all || (!score->strict && score->words < KIN_ALONE))
		return false;
	if (need->kind == NEED_NAME)
		return score->strict == all;
	const unsigned least = all < 2 ? all : 2;
	return score->words >= least && (double)score->share >= share;
}

bool need_meant(
	const struct need *need, const struct mood *mood, float share, bool praise)
{
	if (mood->quotes_us)
		return false;
	if (need->kind == NEED_NAME)
		return true;
	if (mood->asks)
		return false;
	if (mood->denies && !mood->complains)
		return praise && need->kind == NEED_VALUE;
	if (!mood->complains && need->kind == NEED_PAIN && need->mood.complains)
		return false;
	return mood->complains || mood->wishes || share * 100 >= NEUTRAL_PERCENT;
}
