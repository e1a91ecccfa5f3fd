#include "swap/judge.h"

#include "swap/check_words.h"

/*
 * A sentence says ours if it has half of our words, or a little less the further the two
 * are beyond chance.  It says ours, too, if nearly all of it stands in ours and that is
 * several words: "logs, metrics and traces in one tool" inside a longer sentence.
 */
static const double COVERED = 0.5, YIELD = 0.5, PARTLY = 0.22, INSIDE = 0.6;
enum { INSIDE_WORDS = 3 };
static const float PRAISE_WEIGHT = 0.3F;

static bool is_named_part(const struct side *s, const struct claim_part *part)
{
	for (size_t i = 0; i < s->named_count; i++)
		if (part->span.from >= s->named[i].span.from &&
			part->span.to <= s->named[i].span.to)
			return true;
	return false;
}

void judge_weigh(const struct judge_room *room, struct side *s)
{
	char folded[WORD_MAX];
	for (size_t i = 0; i < s->parts.count; i++) {
		struct claim_part *part = &s->parts.at[i];
		const struct str word = word_fold(side_words(s, part->span), folded);
		const unsigned tags = lexicon_find(room->words, word);
		part->weight = index_idf(room->index, part->stem);
		if (tags & SAYS_PRAISE)
			part->weight *= PRAISE_WEIGHT;
		if (is_named_part(s, part))
			part->weight *= PRAISE_WEIGHT;
	}
}

// The first of our named things that no claim of theirs mentions.
static bool lacks_named(const struct judge_room *room, const struct side *ours,
	uint32_t group, struct str *word)
{
	for (size_t i = 0; i < ours->parts.count; i++) {
		const struct claim_part *part = &ours->parts.at[i];
		if (!is_named_part(ours, part) ||
			index_says(room->index, part->stem, group))
			continue;
		for (size_t n = 0; n < ours->named_count; n++)
			if (part->span.from >= ours->named[n].span.from &&
				part->span.to <= ours->named[n].span.to)
				*word = side_words(ours, ours->named[n].span);
		return true;
	}
	return false;
}

static struct str number_words(const struct claim_parts *p, size_t i)
{
	return i == SIZE_MAX ? (struct str){ 0 }
			     : quantity_words(p->text, &p->numbers.at[i]);
}

static enum conflict conflict_of(const struct judge_room *room, const struct side *ours,
	const struct side *theirs, const struct claim_likeness *like, uint32_t group,
	struct pair *out)
{
	const bool first = ours->exclusive.class != EXCLUSIVE_NONE;
	if (exclusive_same(ours, theirs)) {
		out->ours = side_words(ours, ours->exclusive.span);
		out->theirs = side_words(theirs, theirs->exclusive.span);
		return CONFLICT_FIRST;
	}
	if (like->opposed) {
		out->ours = like->opposite_a;
		out->theirs = like->opposite_b;
		return CONFLICT_TURNED;
	}
	if (like->differs_a != SIZE_MAX) {
		out->ours = number_words(&ours->parts, like->differs_a);
		out->theirs = number_words(&theirs->parts, like->differs_b);
		return CONFLICT_NUMBER;
	}
	if (like->only_a != SIZE_MAX) {
		out->ours = number_words(&ours->parts, like->only_a);
		return CONFLICT_MISSING;
	}
	if (first) {
		out->ours = side_words(ours, ours->exclusive.span);
		return CONFLICT_ALONE;
	}
	return lacks_named(room, ours, group, &out->ours) ? CONFLICT_NAMED
							  : CONFLICT_NONE;
}

void judge_pair(const struct judge_room *room, const struct side *ours,
	const struct side *theirs, uint32_t group, double beyond, struct pair *out)
{
	struct claim_likeness like;
	*out = (struct pair){ 0 };
	claim_compare(&ours->parts, &theirs->parts, &like);
	out->covered = like.a_in_b;
	const bool says = like.a_in_b >= COVERED - YIELD * beyond ||
			  (like.a_in_b >= PARTLY && like.b_in_a >= INSIDE &&
				  like.shared >= INSIDE_WORDS);
	if (!says)
		return;
	out->conflict = conflict_of(room, ours, theirs, &like, group, out);
	out->sort = out->conflict ? PAIR_CONTESTED : PAIR_SHARED;
}
