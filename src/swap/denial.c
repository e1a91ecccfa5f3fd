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

// A competitor's word as a key; it points into *word.
struct denied_word {
	uint64_t concept, group;
};

static struct str key_of(const struct denied_word *word)
{
	return (struct str){ (const char *)word, sizeof *word };
}

static uint64_t note_of(struct str concept)
{
	return str_hash(concept, 13);
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

void denial_note(const struct claim_parts *parts, struct row_notes *out)
{
	for (size_t p = 0; p < parts->count && out->count < COUNT(out->at); p++)
		if (parts->at[p].absent)
			out->at[out->count++] = note_of(parts->at[p].stem);
}

struct denials *denials_of(
	const struct material *m, const struct index *x, struct arena *a)
{
	struct denials *d = ARENA_NEW(a, struct denials);
	d->known.arena = a;
	d->index = x;
	for (size_t i = 0; i < m->their_count; i++) {
		size_t count = 0;
		const uint64_t *notes = index_notes(x, i, &count);
		for (size_t n = 0; n < count; n++) {
			const struct denied_word word = { notes[n], m->texts[i].group };
			deny(d, a, key_of(&word), (uint32_t)i);
		}
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
	uint32_t found = CHOICE_NONE;
	for (size_t i = 0; i < ours->parts.count && found == CHOICE_NONE; i++) {
		const struct claim_part *part = &ours->parts.at[i];
		char folded[WORD_MAX];
		const unsigned tags = lexicon_find(
			room->words, word_fold(side_words(ours, part->span), folded));
		if (part->negated || tags & (SAYS_PRAISE | SAYS_EVERYBODY) ||
			!weighs(ours, part))
			continue;
		const struct denied_word word = { note_of(part->stem), group };
		const size_t k = map_find(&d->known, key_of(&word));
		if (k != MAP_NONE &&
			index_says(d->index, part->stem, group) <= d->at[k].texts)
			found = d->at[k].first;
	}
	return found;
}
