#include "swap/denial.h"

#include "swap/check_words.h"
#include "swap/compare.h"

// A denied word must be this share of a claim, by weight, to contest it.
static const double SHARE = 0.3;

// How often a competitor denies a word, and where first.
struct denied {
	uint32_t first; // number in material.theirs
	size_t texts;
	uint32_t last; // the text that counted last
};

struct denials {
	struct map known; // group and concept
	struct denied *at;
	size_t room;
	const struct index *index;
};

// A competitor's word as a key; lives in scratch.
static struct str key_of(struct arena *scratch, uint32_t group, struct str concept)
{
	return arena_fmt(scratch, "%u %" PRI_STR, (unsigned)group, ARG_STR(concept));
}

static void deny(struct denials *d, struct arena *a, struct str key, uint32_t text)
{
	const size_t before = d->known.count;
	const size_t i = map_add(&d->known, key);
	while (d->room <= i)
		d->at = arena_more(a, d->at, d->room, &d->room, sizeof *d->at);
	struct denied *one = &d->at[i];
	if (d->known.count > before)
		*one = (struct denied){ .first = text, .last = CHOICE_NONE };
	one->texts += one->last != text;
	one->last = text;
}

struct denials *denials_of(const struct material *m, const struct index *x,
	const bool *negates, struct arena *a)
{
	struct denials *d = ARENA_NEW(a, struct denials);
	d->known.arena = a;
	d->index = x;
	for (size_t i = 0; i < m->their_count; i++) {
		if (!negates[i])
			continue;
		struct arena scratch = { 0 };
		struct mentions names = { .arena = &scratch };
		struct claim_parts parts;
		aliases_find(m->names, m->texts[i].text, &names);
		claim_parts_of(
			m->texts[i].text, names.spans, names.count, &scratch, &parts);
		for (size_t p = 0; p < parts.count; p++)
			if (parts.at[p].absent)
				deny(d, a,
					key_of(&scratch, m->texts[i].group,
						parts.at[p].stem),
					(uint32_t)i);
		arena_free(&scratch);
	}
	return d;
}

// Whether a word is a good part of what a claim says.
static bool weighs(const struct side *s, const struct claim_part *part)
{
	double all = (double)s->parts.number_weight * (double)s->parts.numbers.count;
	for (size_t i = 0; i < s->parts.count; i++)
		all += s->parts.at[i].weight;
	return part->weight >= SHARE * all;
}

uint32_t denials_find(const struct denials *d, const struct judge_room *room,
	const struct side *ours, uint32_t group)
{
	struct arena scratch = { 0 };
	uint32_t found = CHOICE_NONE;
	for (size_t i = 0; i < ours->parts.count && found == CHOICE_NONE; i++) {
		const struct claim_part *part = &ours->parts.at[i];
		char folded[WORD_MAX];
		const unsigned tags = lexicon_find(
			room->words, word_fold(side_words(ours, part->span), folded));
		if (part->negated || tags & (SAYS_PRAISE | SAYS_EVERYBODY) ||
			!weighs(ours, part))
			continue;
		const size_t k = map_find(&d->known, key_of(&scratch, group, part->stem));
		if (k != MAP_NONE &&
			index_says(d->index, part->stem, group) <= d->at[k].texts)
			found = d->at[k].first;
	}
	arena_free(&scratch);
	return found;
}
