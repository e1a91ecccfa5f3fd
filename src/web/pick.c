#include <math.h>
#include <string.h>

#include "web/choose.h"
#include "web/weave.h"

static const double FIRM = .8, SHOWN = .4;
enum { HALVINGS = 40 };

// Every link that something needs, and every aim's share in it.
static void stakes_of(struct weave *m, struct stakes *s)
{
	const struct web *w = m->web;
	s->at = ARENA_ARRAY(m->scratch, struct candidate, w->link_count + 1);
	s->aim_count = w->aim_count;
	s->weights = ARENA_ARRAY(m->scratch, double, w->aim_count + 1);
	s->lengths = ARENA_ARRAY(m->scratch, size_t, w->aim_count + 1);
	size_t *place = ARENA_ARRAY(m->scratch, size_t, w->link_count + 1);
	for (size_t l = 0; l < w->link_count; l++) {
		const struct web_link *link = &w->links[l];
		if (link->needed <= 0)
			continue;
		const size_t room = link->objective_count + 1;
		place[l] = s->count;
		s->at[s->count++] = (struct candidate){ .link = l,
			.a = link->a,
			.b = link->b,
			.needed = link->needed,
			.gap = link->gap,
			.cost = link->pairs ? 1 : 2,
			.open = link->verdict != WEB_NO_DATA,
			.aims = ARENA_ARRAY(m->scratch, size_t, room),
			.levels = ARENA_ARRAY(m->scratch, double, room) };
	}
	for (size_t o = 0; o < w->aim_count; o++) {
		const struct web_aim *aim = &w->aims[o];
		s->weights[o] = aim->weight;
		s->lengths[o] = aim->link_count;
		for (size_t i = 0; i < aim->link_count; i++) {
			struct candidate *stake = &s->at[place[aim->links[i].link]];
			stake->aims[stake->aim_count] = o;
			stake->levels[stake->aim_count++] = aim->links[i].needed;
		}
	}
}

// More links than can be looked at in threes: those on the most value stay.
static void limit_candidates(struct weave *m, struct stakes *s)
{
	double *value = ARENA_ARRAY(m->scratch, double, s->count + 1);
	for (size_t i = 0; i < s->count; i++)
		for (size_t k = 0; k < s->at[i].aim_count; k++)
			value[i] += s->weights[s->at[i].aims[k]];
	for (size_t i = 0; i < s->count; i++) {
		size_t before = 0;
		for (size_t k = 0; k < s->count; k++)
			before += value[k] > value[i] || (value[k] >= value[i] && k < i);
		s->at[i].open &= before < WEB_CANDIDATES_MAX;
	}
	if (s->count > WEB_CANDIDATES_MAX)
		weave_note(
			m, arena_fmt(m->arena,
				   "%" PRI_STR
				   " relationships are needed; the choice looks at the "
				   "%d on which most value runs.",
				   ARG_STR(words_number(m->arena, s->count)),
				   WEB_CANDIDATES_MAX));
}

struct resample {
	const struct stakes *stakes;
	const struct boot *boot;
	struct chooser *choosers; // per worker
	struct ranking *rankings; // per worker
	struct web_set *best;	  // per replicate; stakes, not links
};

static void resample_one(void *context, size_t i, size_t worker)
{
	struct resample *r = context;
	struct ranking *ranking = &r->rankings[worker];
	choose_sets(r->stakes, boot_at(r->boot, i), STAKE_NONE, &r->choosers[worker],
		ranking);
	if (!ranking->count)
		return;
	r->best[i].count = ranking->at[0].count;
	memcpy(r->best[i].links, ranking->at[0].stakes, sizeof r->best[i].links);
}

static struct web_set *resample_all(struct weave *m, const struct stakes *s)
{
	const size_t workers = m->settings->threads ? m->settings->threads : 1;
	struct resample r = { .stakes = s, .boot = &m->boot };
	r.best = ARENA_ARRAY(m->scratch, struct web_set, m->boot.replicates + 1);
	r.choosers = ARENA_ARRAY(m->scratch, struct chooser, workers);
	r.rankings = ARENA_ARRAY(m->scratch, struct ranking, workers);
	for (size_t i = 0; i < workers; i++)
		chooser_init(&r.choosers[i], s, m->scratch);
	const struct work work = { .count = m->boot.replicates,
		.threads = workers,
		.context = &r,
		.job = resample_one };
	(void)work_run(&work); // no `done` that could stop it
	return r.best;
}

static void set_of(const struct stakes *s, const struct ranking *r, size_t place,
	struct web_set *out)
{
	if (place >= r->count)
		return;
	out->count = r->at[place].count;
	out->lift = r->at[place].lift;
	for (size_t i = 0; i < out->count; i++)
		out->links[i] = s->at[r->at[place].stakes[i]].link;
}

static bool same_set(const struct ranking *r, const struct web_set *other)
{
	if (!r->count || r->at[0].count != other->count)
		return false;
	for (size_t i = 0; i < other->count; i++)
		if (r->at[0].stakes[i] != other->links[i])
			return false;
	return true;
}

static void count_picked(struct weave *m, const struct stakes *s, const struct ranking *r,
	const struct web_set *best)
{
	struct web *w = m->web;
	const double one = 1 / (double)m->boot.replicates;
	size_t same = 0;
	size_t *times = ARENA_ARRAY(m->scratch, size_t, s->count + 1);
	for (size_t i = 0; i < m->boot.replicates; i++) {
		for (size_t k = 0; k < best[i].count; k++)
			times[best[i].links[k]]++;
		same += same_set(r, &best[i]);
	}
	for (size_t i = 0; i < s->count; i++)
		w->links[s->at[i].link].picked = (double)times[i] * one;
	w->choice.same = (double)same * one;
}

struct weighing {
	struct weave *m;
	const struct stakes *stakes;
	const struct ranking *ranking;
	struct chooser *chooser;
};

// What the best set without this one has instead of it.
static size_t find_instead(const struct weighing *v, size_t stake)
{
	struct ranking other;
	choose_sets(v->stakes, v->m->all.observed, stake, v->chooser, &other);
	for (size_t i = 0; other.count && i < other.at[0].count; i++)
		if (!ranking_has(v->ranking, other.at[0].stakes[i]))
			return v->stakes->at[other.at[0].stakes[i]].link;
	return SIZE_MAX;
}

static double find_threshold(const struct weighing *v, size_t stake)
{
	const struct candidate *s = &v->stakes->at[stake];
	const size_t links = v->m->web->link_count;
	double *observed = ARENA_ARRAY(v->m->scratch, double, links + 1);
	memcpy(observed, v->m->all.observed, links * sizeof *observed);
	double chosen = observed[s->link], not_chosen = s->needed;
	for (int i = 0; i < HALVINGS; i++) {
		struct ranking r;
		observed[s->link] = chosen + (not_chosen - chosen) / 2;
		choose_sets(v->stakes, observed, STAKE_NONE, v->chooser, &r);
		if (ranking_has(&r, stake))
			chosen = observed[s->link];
		else
			not_chosen = observed[s->link];
	}
	return not_chosen;
}

// The aim it lifts most, from where to where, and by how much all together.
static void find_lift(
	const struct web *w, const struct candidate *s, struct web_pick *pick)
{
	double most = -1;
	for (size_t k = 0; k < s->aim_count; k++) {
		const struct web_aim *aim = &w->aims[s->aims[k]];
		const double health =
			choose_link_health(w->links[s->link].observed, s->levels[k]);
		const double to = aim->health * pow(health, -1 / (double)aim->link_count);
		const double lift = aim->weight * (to - aim->health);
		pick->lift_alone += lift;
		if (lift > most) {
			most = lift;
			pick->aim = s->aims[k];
			pick->from = aim->health;
			pick->to = to;
		}
	}
}

static bool any_resampled(const struct weave *m)
{
	for (size_t l = 0; l < m->ties.links; l++)
		if (m->ties.first[l] < m->ties.first[l + 1] && !m->ties.unpaired[l])
			return m->boot.replicates > 0;
	return false;
}

static void add_pick(const struct weighing *v, size_t stake)
{
	struct web *w = v->m->web;
	const struct candidate *s = &v->stakes->at[stake];
	struct web_pick pick = { .link = s->link };
	pick.picked = any_resampled(v->m) ? w->links[s->link].picked : NAN;
	if (pick.picked < SHOWN)
		return;
	pick.firmness = pick.picked >= FIRM ? WEB_FIRM : WEB_OPEN;
	pick.instead = find_instead(v, stake);
	pick.threshold = find_threshold(v, stake);
	find_lift(w, s, &pick);
	struct web_choice *c = &w->choice;
	size_t place = c->pick_count++;
	while (place && c->picks[place - 1].picked < pick.picked) {
		c->picks[place] = c->picks[place - 1];
		place--;
	}
	c->picks[place] = pick;
}

void weave_picks(struct weave *m)
{
	struct web *w = m->web;
	struct stakes s = { .budget = m->settings->budget };
	s.focus = m->settings->focus < WEB_FOCUS_MAX ? m->settings->focus : WEB_FOCUS_MAX;
	if (w->basis != WEB_BASIS_STRENGTH)
		return;
	stakes_of(m, &s);
	limit_candidates(m, &s);
	struct chooser chooser;
	struct ranking ranking;
	chooser_init(&chooser, &s, m->scratch);
	choose_sets(&s, m->all.observed, STAKE_NONE, &chooser, &ranking);
	w->choice.subsets = ranking.subsets;
	w->choice.draws = m->boot.replicates;
	set_of(&s, &ranking, 0, &w->choice.best);
	set_of(&s, &ranking, 1, &w->choice.second);
	set_of(&s, &ranking, 2, &w->choice.third);
	if (!ranking.count)
		return;
	if (m->boot.replicates)
		count_picked(m, &s, &ranking, resample_all(m, &s));
	const struct weighing v = {
		.m = m, .stakes = &s, .ranking = &ranking, .chooser = &chooser
	};
	for (size_t i = 0; i < ranking.at[0].count; i++)
		add_pick(&v, ranking.at[0].stakes[i]);
}
