#include "web/choose.h"

#include <assert.h>
#include <math.h>
#include <string.h>

enum { NODE_USES_MAX = 2 };

static const double FLOOR = .05; // health of a link that does not exist
static const double EQUAL = 1e-12;

void chooser_init(struct chooser *c, const struct stakes *stakes, struct arena *a)
{
	size_t gains = 0;
	c->first = ARENA_ARRAY(a, size_t, stakes->count + 1);
	for (size_t s = 0; s < stakes->count; s++) {
		c->first[s] = gains;
		gains += stakes->at[s].aim_count;
	}
	c->gains = ARENA_ARRAY(a, double, gains + 1);
	c->health = ARENA_ARRAY(a, double, stakes->aim_count + 1);
	c->factor = ARENA_ARRAY(a, double, stakes->aim_count *WEB_FOCUS_MAX + 1);
	c->candidates = ARENA_ARRAY(a, size_t, stakes->count + 1);
}

double choose_link_health(double observed, double level)
{
	return fmin(1, fmax(FLOOR, observed / level));
}

// Health of every aim, and by what each link would multiply it if it were as needed.
static void prepare(const struct stakes *s, const double *observed, struct chooser *c)
{
	for (size_t o = 0; o < s->aim_count; o++)
		c->health[o] = 0;
	for (size_t i = 0; i < s->count; i++) {
		const struct candidate *stake = &s->at[i];
		for (size_t k = 0; k < stake->aim_count; k++) {
			const size_t aim = stake->aims[k];
			const double share = log(choose_link_health(observed[stake->link],
						     stake->levels[k])) /
					     (double)s->lengths[aim];
			c->health[aim] += share;
			c->gains[c->first[i] + k] = exp(-share);
		}
	}
	for (size_t o = 0; o < s->aim_count; o++) {
		c->health[o] = exp(c->health[o]);
		c->factor[o] = 1;
	}
}

struct search {
	const struct stakes *stakes;
	struct chooser *chooser;
	struct ranking *ranking;
	size_t candidate_count;
	size_t size; // of the sets of this pass
	size_t taken[WEB_FOCUS_MAX];
	size_t uses[WEB_NODES_MAX];
	double cost;
};

// Whether a set of `size` links comes before one that was found earlier.
static bool comes_before(const struct search *f, double lift, double gaps,
	const struct ranking *r, size_t i)
{
	if (fabs(lift - r->at[i].lift) > EQUAL)
		return lift > r->at[i].lift;
	return f->size == r->at[i].count && gaps > r->at[i].gaps + EQUAL;
}

static void rank(struct search *f, double lift)
{
	struct ranking *r = f->ranking;
	size_t place = r->count;
	double gaps = 0;
	if (lift <= EQUAL)
		return;
	for (size_t i = 0; i < f->size; i++)
		gaps += f->stakes->at[f->taken[i]].gap;
	while (place && comes_before(f, lift, gaps, r, place - 1))
		place--;
	if (place == RANKED)
		return;
	if (r->count < RANKED)
		r->count++;
	for (size_t i = r->count - 1; i > place; i--)
		r->at[i] = r->at[i - 1];
	for (size_t i = 0; i < f->size; i++)
		r->at[place].stakes[i] = f->taken[i];
	r->at[place].count = f->size;
	r->at[place].lift = lift;
	r->at[place].gaps = gaps;
}

// What a stake adds to the lift of those taken.
static double gain(const struct search *f, size_t depth, size_t stake)
{
	const double *factor = f->chooser->factor + depth * f->stakes->aim_count;
	const struct candidate *s = &f->stakes->at[stake];
	const double *gains = f->chooser->gains + f->chooser->first[stake];
	double sum = 0;
	for (size_t k = 0; k < s->aim_count; k++) {
		const size_t aim = s->aims[k];
		sum += f->stakes->weights[aim] * f->chooser->health[aim] * factor[aim] *
		       (gains[k] - 1);
	}
	return sum;
}

static bool fits(const struct search *f, const struct candidate *s)
{
	const double budget = f->stakes->budget;
	return f->uses[s->a] < NODE_USES_MAX && f->uses[s->b] < NODE_USES_MAX &&
	       (budget <= 0 || f->cost + s->cost <= budget);
}

static void take(struct search *f, size_t depth, size_t stake)
{
	const struct candidate *s = &f->stakes->at[stake];
	const double *gains = f->chooser->gains + f->chooser->first[stake];
	f->taken[depth] = stake;
	f->uses[s->a]++;
	f->uses[s->b]++;
	f->cost += s->cost;
	const size_t aims = f->stakes->aim_count;
	double *factor = f->chooser->factor + depth * aims;
	memcpy(factor + aims, factor, aims * sizeof *factor);
	for (size_t k = 0; k < s->aim_count; k++)
		factor[aims + s->aims[k]] *= gains[k];
}

static void give_back(struct search *f, size_t stake)
{
	const struct candidate *s = &f->stakes->at[stake];
	f->uses[s->a]--;
	f->uses[s->b]--;
	f->cost -= s->cost;
}

static void extend(struct search *f, size_t depth, size_t from, double lift)
{
	for (size_t i = from; depth < WEB_FOCUS_MAX && i < f->candidate_count; i++) {
		const size_t stake = f->chooser->candidates[i];
		if (!fits(f, &f->stakes->at[stake]))
			continue;
		const double more = lift + gain(f, depth, stake);
		if (depth + 1 == f->size) {
			f->taken[depth] = stake;
			f->ranking->subsets++;
			rank(f, more);
			continue;
		}
		take(f, depth, stake);
		extend(f, depth + 1, i + 1, more);
		give_back(f, stake);
	}
}

void choose_sets(const struct stakes *stakes, const double *observed, size_t without,
	struct chooser *c, struct ranking *out)
{
	assert(stakes->focus <= WEB_FOCUS_MAX);
	struct search f = { .stakes = stakes, .chooser = c, .ranking = out };
	*out = (struct ranking){ 0 };
	prepare(stakes, observed, c);
	for (size_t i = 0; i < stakes->count; i++) {
		const struct candidate *s = &stakes->at[i];
		if (s->open && i != without && observed[s->link] < s->needed)
			c->candidates[f.candidate_count++] = i;
	}
	for (f.size = 1; f.size <= stakes->focus; f.size++)
		extend(&f, 0, 0, 0);
}

bool ranking_has(const struct ranking *r, size_t stake)
{
	for (size_t i = 0; r->count && i < r->at[0].count; i++)
		if (r->at[0].stakes[i] == stake)
			return true;
	return false;
}
