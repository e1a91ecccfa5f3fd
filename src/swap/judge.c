#include "swap/judge.h"

#include "swap/check_words.h"

/*
 * A sentence says ours if it has most of our words: our share counts once, its own half,
 * and so does how far the two are beyond chance.  It says part of ours if nearly all of
 * it stands in ours and that is several words: "logs, metrics and traces in one tool"
 * inside a longer sentence.
 */
static const double SAYS = 0.7, BACK = 0.5, BEYOND = 1, LEAST = 0.35;
static const double ALL = 0.8, BACK_ALL = 0.5;
static const double PARTLY = 0.18, INSIDE = 0.6, NEAR = 0.28;
enum { INSIDE_WORDS = 3 };
/*
 * What both have must weigh as much as this many words that are rare here: two words of
 * the trade prove nothing.  Unless there is little else in either sentence, or they are
 * very much alike.
 */
static const double RARE_WORDS = 1.25, NOTHING_ELSE = 0.75, VERY_MUCH_ALIKE = 0.6;
static const float NUMBER_WEIGHT = 0.75F; // of a rare word
static const float PRAISE_WEIGHT = 0.3F, EVERYBODY_WEIGHT = 0.8F, NAMED_WEIGHT = 0.5F;

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
	s->parts.number_weight = NUMBER_WEIGHT * index_rarest(room->index);
	for (size_t i = 0; i < s->parts.count; i++) {
		struct claim_part *part = &s->parts.at[i];
		const struct str word = word_fold(side_words(s, part->span), folded);
		const unsigned tags = lexicon_find(room->words, word);
		part->weight = index_idf(room->index, part->stem);
		if (tags & SAYS_PRAISE)
			part->weight *= PRAISE_WEIGHT;
		else if (tags & SAYS_EVERYBODY)
			part->weight *= EVERYBODY_WEIGHT;
		if (is_named_part(s, part))
			part->weight *= NAMED_WEIGHT;
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

// Whether theirs has no word of a phrase of ours.
static bool lacks_phrase(
	const struct side *ours, const struct side *theirs, struct span phrase)
{
	size_t words = 0;
	for (size_t i = 0; i < ours->parts.count; i++) {
		const struct claim_part *part = &ours->parts.at[i];
		if (part->span.from < phrase.from || part->span.to > phrase.to)
			continue;
		words++;
		for (size_t j = 0; j < theirs->parts.count; j++)
			if (claim_part_match(part, &theirs->parts.at[j]) > 0)
				return false;
	}
	return words > 0;
}

// The first "how" or "for whom" of ours that theirs does not touch at all.
static bool lacks_part(
	const struct judged *ours, const struct side *theirs, struct str *words)
{
	for (size_t i = 0; i < ours->check.span_count; i++) {
		const enum check_kind kind = ours->check.kinds[i];
		if ((kind != CHECK_MECHANISM && kind != CHECK_AUDIENCE) ||
			!lacks_phrase(&ours->side, theirs, ours->check.spans[i]))
			continue;
		*words = side_words(&ours->side, ours->check.spans[i]);
		return true;
	}
	return false;
}

// What speaks against "they say it" in the words both have.
static enum conflict conflict_between(const struct side *ours, const struct side *theirs,
	const struct claim_likeness *like, struct pair *out)
{
	if (exclusive_same(ours, theirs) || exclusive_alike(ours, theirs)) {
		out->ours = side_words(ours, ours->exclusive.span);
		out->theirs = side_words(theirs, theirs->exclusive.span);
		return CONFLICT_FIRST;
	}
	if (like->opposed) {
		out->ours = like->opposite_a;
		out->theirs = like->opposite_b;
		out->we_deny = like->a_denies;
		out->they_deny = like->b_denies;
		return CONFLICT_TURNED;
	}
	if (like->differs_a != SIZE_MAX) {
		out->ours = number_words(&ours->parts, like->differs_a);
		out->theirs = number_words(&theirs->parts, like->differs_b);
		return CONFLICT_NUMBER;
	}
	return CONFLICT_NONE;
}

// What only ours has.
static enum conflict conflict_beside(const struct judge_room *room,
	const struct judged *ours, const struct side *theirs,
	const struct claim_likeness *like, uint32_t group, struct pair *out)
{
	const struct side *side = &ours->side;
	if (like->only_a != SIZE_MAX) {
		out->ours = number_words(&side->parts, like->only_a);
		return CONFLICT_MISSING;
	}
	if (side->exclusive.class != EXCLUSIVE_NONE &&
		side->exclusive.class != theirs->exclusive.class) {
		out->ours = side_words(side, side->exclusive.span);
		return CONFLICT_ALONE;
	}
	if (lacks_named(room, side, group, &out->ours))
		return CONFLICT_NAMED;
	return lacks_part(ours, theirs, &out->ours) ? CONFLICT_PART : CONFLICT_NONE;
}

void judged_of(const struct judge_room *room, struct str text, struct arena *a,
	struct judged *out)
{
	side_of(text, room->names, room->seen, a, &out->side);
	judge_weigh(room, &out->side);
	check_claim(room->words, &out->side, NULL, NULL, &out->check);
}

// Whether theirs says ours, numbers and names aside.
static bool is_said(const struct judge_room *room, const struct claim_likeness *like,
	const struct nearness *near)
{
	const bool enough = like->evidence >= RARE_WORDS * index_rarest(room->index);
	const bool alike = like->a_in_b >= NOTHING_ELSE && like->b_in_a >= INSIDE;
	if (!enough && !alike && near->similarity < VERY_MUCH_ALIKE)
		return false;
	const double beyond = near->similarity - near->threshold;
	if (beyond < 0)
		return like->a_in_b >= ALL && like->b_in_a >= BACK_ALL &&
		       like->shared > 1;
	return like->a_in_b >= LEAST &&
	       like->a_in_b + BACK * like->b_in_a + BEYOND * beyond >= SAYS;
}

void judge_pair(const struct judge_room *room, const struct judged *ours,
	const struct side *theirs, const struct nearness *near, struct pair *out)
{
	struct claim_likeness like;
	*out = (struct pair){ 0 };
	claim_compare(&ours->side.parts, &theirs->parts, &like);
	out->covered = like.a_in_b;
	const bool says = is_said(room, &like, near);
	out->partly = !says;
	if (!says && (near->similarity < near->threshold || like.a_in_b < PARTLY ||
			     like.b_in_a < INSIDE || like.shared < INSIDE_WORDS ||
			     near->similarity < NEAR))
		return;
	out->conflict = conflict_between(&ours->side, theirs, &like, out);
	if (!out->conflict)
		out->conflict =
			conflict_beside(room, ours, theirs, &like, near->group, out);
	out->sort = out->conflict ? PAIR_CONTESTED : PAIR_SHARED;
}
