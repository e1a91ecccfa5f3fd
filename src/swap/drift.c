#include "swap/drift.h"

#include <math.h>
#include <stdlib.h>

#include "swap/drift_versions.h"
#include "swap/phrase.h"

enum { ROUNDS = 200, FEWEST_VERSIONS = 2, CLAIMS_MOST = 200 };
#define SEED 20261127u

const char *drift_name(enum drift_way w)
{
	static const char *const NAMES[] = { "too-few", "none", "toward", "away" };
	return NAMES[w];
}

// One thing with versions, and what is compared: the same competitors on every date, and
// as many claims of each side.
struct measuring {
	const struct material *m;
	struct arena *arena; // of the result
	struct arena *scratch;
	struct drift_versions versions;
	size_t first;	// versions before it are older than every competitor page
	size_t *groups; // competitors that all versions from `first` on have
	size_t group_count;
	size_t ours;	   // claims a draw takes of ours
	size_t *theirs;	   // by groups: claims a draw takes of theirs
	uint32_t *seen;	   // by word: the last drawn vocabulary of ours that has it
	uint32_t *counted; // the same of theirs
	uint32_t stamp, round;
	struct random random;
};

static bool has_page(const struct drift_version *v, size_t group)
{
	return v->theirs[group].count >= DRIFT_CLAIMS;
}

static void choose(struct measuring *s)
{
	const struct drift_versions *v = &s->versions;
	const size_t groups = s->m->groups;
	s->groups = ARENA_ARRAY(s->scratch, size_t, groups + 1);
	s->theirs = ARENA_ARRAY(s->scratch, size_t, groups + 1);
	for (s->first = 0; s->first < v->count && !s->group_count; s->first++)
		for (size_t g = 0; g < groups; g++)
			if (has_page(&v->at[s->first], g))
				s->groups[s->group_count++] = g;
	s->first -= s->group_count > 0;
	s->ours = CLAIMS_MOST;
	for (size_t i = s->first; i < v->count; i++) {
		s->ours = v->at[i].ours.count < s->ours ? v->at[i].ours.count : s->ours;
		for (size_t k = 0; k < s->group_count; k++) {
			const size_t n = v->at[i].theirs[s->groups[k]].count;
			if (!s->theirs[k] || n < s->theirs[k])
				s->theirs[k] = n < CLAIMS_MOST ? n : CLAIMS_MOST;
		}
	}
}

// Brings a random choice of `claims` claims to the front of a side.
static void shuffle(struct measuring *s, struct drift_side *side, size_t claims)
{
	for (size_t i = 0; i < claims; i++) {
		const size_t j = i + (size_t)random_below(&s->random, side->count - i);
		const struct drift_claim claim = side->claims[i];
		side->claims[i] = side->claims[j];
		side->claims[j] = claim;
	}
}

// Claim number i of a choice, or with `again` one of the choice drawn with replacement.
static const struct drift_claim *pick(struct measuring *s, const struct drift_side *side,
	size_t claims, size_t i, bool again)
{
	return &side->claims[again ? (size_t)random_below(&s->random, claims) : i];
}

// Draws a vocabulary of ours and marks it; returns its size.
static double draw_ours(struct measuring *s, const struct drift_side *side, bool again)
{
	size_t words = 0;
	s->stamp++;
	for (size_t i = 0; i < s->ours; i++) {
		const struct drift_claim *c = pick(s, side, s->ours, i, again);
		for (size_t w = 0; w < c->count; w++) {
			words += s->seen[c->words[w]] != s->stamp;
			s->seen[c->words[w]] = s->stamp;
		}
	}
	return (double)words;
}

// The cosine of the marked vocabulary, of `ours` words, with one that is drawn of theirs.
static double draw_theirs(struct measuring *s, const struct drift_side *side,
	size_t claims, double ours, bool again)
{
	size_t words = 0, both = 0;
	s->round++;
	for (size_t i = 0; i < claims; i++) {
		const struct drift_claim *c = pick(s, side, claims, i, again);
		for (size_t w = 0; w < c->count; w++) {
			const uint32_t word = c->words[w];
			const bool fresh = s->counted[word] != s->round;
			words += fresh;
			both += fresh && s->seen[word] == s->stamp;
			s->counted[word] = s->round;
		}
	}
	return words && ours > 0 ? (double)both / sqrt((double)words * ours) : 0;
}

// A new choice of equally many claims on every side of two dates.
static void choose_claims(struct measuring *s, size_t ours, size_t theirs)
{
	shuffle(s, &s->versions.at[ours].ours, s->ours);
	for (size_t k = 0; k < s->group_count; k++)
		shuffle(s, &s->versions.at[theirs].theirs[s->groups[k]], s->theirs[k]);
}

// The mean over competitors: our words of one version, theirs of another day.
static double likeness(struct measuring *s, size_t ours, size_t theirs, bool again)
{
	const double words = draw_ours(s, &s->versions.at[ours].ours, again);
	double sum = 0;
	for (size_t k = 0; k < s->group_count; k++)
		sum += draw_theirs(s, &s->versions.at[theirs].theirs[s->groups[k]],
			s->theirs[k], words, again);
	return sum / (double)s->group_count;
}

static int ascending(const void *a, const void *b)
{
	const double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

/*
 * The interval of a bootstrap, moved so that its mean is `value`: claims drawn twice make
 * a vocabulary smaller, and smaller vocabularies less alike.
 */
static void settle(double *values, double value, double *low, double *high)
{
	double sum = 0;
	for (size_t i = 0; i < ROUNDS; i++)
		sum += values[i];
	qsort(values, ROUNDS, sizeof *values, ascending);
	const double shift = value - sum / ROUNDS;
	*low = values[ROUNDS / 40] + shift;
	*high = values[ROUNDS - 1 - ROUNDS / 40] + shift;
}

static void measure_points(struct measuring *s, struct swap_drift *out)
{
	double values[ROUNDS];
	out->at = ARENA_ARRAY(s->arena, struct drift_point, s->versions.count + 1);
	for (size_t i = s->first; i < s->versions.count; i++) {
		const struct drift_version *v = &s->versions.at[i];
		struct drift_point *p = &out->at[out->count++];
		*p = (struct drift_point){ .date = v->date,
			.path = v->path,
			.claims = v->ours.count,
			.rivals = s->group_count };
		for (size_t r = 0; r < ROUNDS; r++) {
			choose_claims(s, i, i);
			p->similarity += likeness(s, i, i, false) / ROUNDS;
			values[r] = likeness(s, i, i, true);
		}
		settle(values, p->similarity, &p->low, &p->high);
		p->low = p->low < 0 ? 0 : p->low;
	}
}

static void measure_change(struct measuring *s, struct swap_drift *out)
{
	double values[ROUNDS], before = 0, crossed = 0, after = 0;
	const size_t first = s->first, last = s->versions.count - 1;
	for (size_t r = 0; r < ROUNDS; r++) {
		choose_claims(s, first, first);
		choose_claims(s, last, last);
		before += likeness(s, first, first, false) / ROUNDS;
		crossed += likeness(s, last, first, false) / ROUNDS;
		after += likeness(s, last, last, false) / ROUNDS;
		values[r] =
			likeness(s, last, last, true) - likeness(s, first, first, true);
	}
	out->change = after - before;
	out->by_us = crossed - before;
	out->by_them = after - crossed;
	settle(values, out->change, &out->low, &out->high);
	out->way = out->low > 0 ? DRIFT_TOWARD : out->high < 0 ? DRIFT_AWAY : DRIFT_NONE;
}

static struct str rivals_of(const struct measuring *s)
{
	struct str *names = ARENA_ARRAY(s->arena, struct str, s->group_count + 1);
	for (size_t k = 0; k < s->group_count; k++)
		names[k] = utf8_safe(s->arena,
			s->m->ws->vendors.at[s->m->vendor[s->groups[k]]].name, 60);
	return phrase_names(s->arena, names, s->group_count);
}

// Which side made most of a change, as the end of a sentence.
static const char *maker_of(const struct swap_drift *d)
{
	const double sign = d->change < 0 ? -1 : 1;
	const double us = sign * d->by_us, them = sign * d->by_them;
	return us > 2 * them   ? ", by what we changed"
	       : them > 2 * us ? ", by what they changed"
			       : ", by what both changed";
}

static void say(const struct measuring *s, struct swap_drift *d)
{
	static const char *const WAYS[] = {
		[DRIFT_NONE] = "No change that chance would not explain",
		[DRIFT_TOWARD] = "Drifting toward the pack",
		[DRIFT_AWAY] = "Moving away from the pack",
	};
	if (d->way == DRIFT_TOO_FEW) {
		d->sentence = arena_fmt(s->arena,
			"Too few versions of the %s: %zu %s a date, %d claims and a "
			"competitor's page as old; two are needed.",
			d->what, d->count, d->count == 1 ? "has" : "have",
			(int)DRIFT_CLAIMS);
		return;
	}
	const struct drift_point *first = &d->at[0], *last = &d->at[d->count - 1];
	d->sentence = arena_fmt(s->arena,
		"%s: the words of the %s and those of %" PRI_STR
		" were %.2f alike on %" PRI_STR " and %.2f on %" PRI_STR
		" (change between %+.2f and %+.2f)%s.",
		WAYS[d->way], d->what, ARG_STR(rivals_of(s)), first->similarity,
		ARG_STR(date_words(s->arena, first->date)), last->similarity,
		ARG_STR(date_words(s->arena, last->date)), d->low, d->high,
		d->way == DRIFT_NONE ? "" : maker_of(d));
}

static void add_drift(
	struct measuring *s, size_t words, const char *what, struct swap_result *out)
{
	if (!s->versions.any || !s->m->groups)
		return;
	struct swap_drift *d = &out->drifts[out->drift_count++];
	d->what = what;
	s->seen = ARENA_ARRAY(s->scratch, uint32_t, words + 1);
	s->counted = ARENA_ARRAY(s->scratch, uint32_t, words + 1);
	choose(s);
	d->left_out = s->versions.left_out + s->first;
	d->rivals = s->group_count;
	if (s->group_count)
		measure_points(s, d);
	if (d->count >= FEWEST_VERSIONS)
		measure_change(s, d);
	say(s, d);
}

void drift_of(const struct material *m, const struct index *x, struct arena *a,
	struct swap_result *out)
{
	static const struct {
		const char *what;
		void (*read)(struct drift_reader *r, struct drift_versions *out);
	} KINDS[] = { { "home page", drift_home }, { "positioning", drift_canvas } };
	out->drifts = ARENA_ARRAY(a, struct swap_drift, COUNT(KINDS));
	struct arena scratch = { 0 };
	struct drift_reader r = { .material = m, .index = x, .arena = &scratch };
	r.words.arena = &scratch;
	for (size_t i = 0; i < COUNT(KINDS); i++) {
		struct measuring s = {
			.m = m, .arena = a, .scratch = &scratch, .random = { SEED }
		};
		KINDS[i].read(&r, &s.versions);
		add_drift(&s, r.words.count, KINDS[i].what, out);
	}
	arena_free(&scratch);
}
