/*
 * Rule 4 of web.md 3.10 against somebody who subtracts.  The attacker knows all that is
 * shown and, which follows from shown expectations, what every function gives and gets in
 * all; withheld volumes are the unknowns.  Solved by elimination here; the program looks
 * at rings in a graph.
 */
#include <math.h>
#include <string.h>

#include "reference.h"
#include "web/veil.h"
#include "world.h"

enum { EACH = 8, MOST = 9, UNKNOWN_MOST = MOST * (MOST - 1), SUMS = 2 * MOST };

static const double NOTHING = 1e-9;

// Rows are sums, columns the withheld volumes, both directions.
struct system {
	double at[SUMS + 1][UNKNOWN_MOST];
	size_t unknowns;
	size_t link[UNKNOWN_MOST];
};

static void system_of(const struct web *w, struct system *s)
{
	*s = (struct system){ 0 };
	for (size_t l = 0; l < w->link_count; l++) {
		const struct web_link *link = &w->links[l];
		if (!link->withheld)
			continue;
		const uint32_t ends[2][2] = { { link->a, link->b },
			{ link->b, link->a } };
		for (size_t way = 0; way < 2; way++, s->unknowns++) {
			s->at[ends[way][0]][s->unknowns] = 1;
			s->at[MOST + ends[way][1]][s->unknowns] = 1;
			s->link[s->unknowns] = l;
		}
	}
}

static void eliminate(struct system *s, size_t rows)
{
	size_t done = 0;
	for (size_t c = 0; c < s->unknowns && done < rows; c++) {
		size_t pivot = done;
		for (size_t r = done; r < rows; r++)
			if (fabs(s->at[r][c]) > fabs(s->at[pivot][c]))
				pivot = r;
		if (fabs(s->at[pivot][c]) < NOTHING)
			continue;
		for (size_t k = 0; k < s->unknowns; k++) {
			const double swap = s->at[pivot][k];
			s->at[pivot][k] = s->at[done][k];
			s->at[done][k] = swap;
		}
		for (size_t r = 0; r < rows; r++) {
			const double times = s->at[r][c] / s->at[done][c];
			for (size_t k = 0; r != done && k < s->unknowns; k++)
				s->at[r][k] -= times * s->at[done][k];
		}
		done++;
	}
}

static size_t rank_with(const struct web *w, size_t link, bool asked)
{
	struct system s;
	size_t rank = 0;
	system_of(w, &s);
	for (size_t c = 0; c < s.unknowns && asked; c++)
		s.at[SUMS][c] = s.link[c] == link; // both directions together
	eliminate(&s, SUMS + 1);
	for (size_t r = 0; r <= SUMS; r++) {
		bool any = false;
		for (size_t c = 0; c < s.unknowns; c++)
			any |= fabs(s.at[r][c]) > NOTHING;
		rank += any;
	}
	return rank;
}

// Whether the sums fix what went both ways over a withheld link.
static bool is_solved(const struct web *w, size_t link)
{
	return rank_with(w, link, true) == rank_with(w, link, false);
}

struct made {
	size_t functions;
	uint32_t pairs[MOST][MOST];
};

static struct made make(uint64_t seed, bool dense)
{
	struct random r = { seed };
	struct made m = { .functions = 4 + random_below(&r, MOST - 3) };
	for (uint32_t a = 0; a < m.functions; a++)
		for (uint32_t b = a + 1; b < m.functions; b++) {
			const uint32_t size = (uint32_t)random_below(&r, 24);
			m.pairs[a][b] = dense ? 1 + size : size < 8 ? 0 : size - 7;
		}
	return m;
}

static void build(const struct made *m, struct world *w)
{
	world_init(w, m->functions, m->functions * EACH);
	for (uint32_t p = 0; p < m->functions * EACH; p++)
		world_place(w, p, p / EACH);
	w->settings.replicates = 0;
	for (uint32_t a = 0; a < m->functions; a++)
		for (uint32_t b = a + 1; b < m->functions; b++)
			for (uint32_t i = 0; i < m->pairs[a][b]; i++) {
				const uint32_t p = a * EACH + i % EACH;
				const uint32_t q = b * EACH + i / EACH;
				world_add(w, (struct world_row){ p, q, 1 + (p + q) % 3,
						     CHANNEL_MAIL });
				world_add(w, (struct world_row){ q, p, 1 + (p * q) % 4,
						     CHANNEL_MAIL });
			}
}

TEST(the_ring_is_looked_for_as_elimination_finds_it)
{
	size_t told = 0, looked = 0;
	struct random r = { 3 };
	for (uint64_t seed = 1; seed <= 300; seed++) {
		const struct made m = make(seed, true);
		struct world w;
		build(&m, &w);
		world_measure(&w);
		const uint64_t share = 2 + random_below(&r, 4);
		for (size_t l = 0; l < w.web.link_count; l++)
			w.web.links[l].withheld = !random_below(&r, share);
		for (size_t l = 0; l < w.web.link_count; l++) {
			if (!w.web.links[l].withheld)
				continue;
			looked++;
			told += is_solved(&w.web, l);
			assert_int_equal(withhold_is_told(&w.web, &w.web.links[l]),
				is_solved(&w.web, l));
		}
		world_done(&w);
	}
	assert_true(told > 200 && looked > told + 200);
}

// In a web where all know each other a little no link under five can be told.
TEST(no_sum_tells_a_link_under_five)
{
	size_t few = 0;
	for (uint64_t seed = 1; seed <= 300; seed++) {
		const struct made m = make(seed, true);
		struct world w;
		build(&m, &w);
		world_run(&w);
		for (size_t l = 0; l < w.web.link_count; l++) {
			few += w.web.links[l].under_five;
			if (w.web.links[l].under_five && is_solved(&w.web, l))
				fail_msg("seed %llu: link %zu of %zu functions is told",
					(unsigned long long)seed, l, m.functions);
		}
		world_done(&w);
	}
	assert_true(few > 500);
}

// Where too little is exchanged to hide among, at least what there is.
TEST(a_link_that_is_told_has_no_ring_to_hide_in)
{
	size_t told = 0, few = 0;
	for (uint64_t seed = 1; seed <= 300; seed++) {
		const struct made m = make(seed, false);
		struct world w;
		build(&m, &w);
		world_run(&w);
		for (size_t l = 0; l < w.web.link_count; l++) {
			few += w.web.links[l].under_five;
			if (!w.web.links[l].under_five || !is_solved(&w.web, l))
				continue;
			told++;
			for (size_t i = 0; i < w.web.link_count; i++) {
				// restored: hidden figures hold no pairs
				const uint32_t a = w.web.links[i].a, b = w.web.links[i].b;
				w.web.links[i].pairs = m.pairs[a][b];
			}
			assert_false(withhold_ring(&w.web, &w.web.links[l]));
		}
		world_done(&w);
	}
	assert_true(few > 500);
	print_message(
		"%zu of %zu links under five have nothing to hide among\n", told, few);
	assert_true(told * 20 < few);
}

enum { FIGURES_MOST = 4000 };

struct figures {
	double at[FIGURES_MOST];
	const char *of[FIGURES_MOST];
	size_t count;
};

static void figure(struct figures *f, const char *of, double x)
{
	assert_true(f->count < FIGURES_MOST);
	f->of[f->count] = of;
	f->at[f->count++] = x;
}

static void link_figures(struct figures *f, const struct web_link *l)
{
	const double all[] = { l->volume_ab, l->volume_ba, l->expected_ab, l->expected_ba,
		l->share_ab, l->share_ba, l->turned_ab, l->turned_ba, l->pairs,
		l->reciprocity, l->effective_pairs, l->ratio, l->observed, l->gap };
	for (size_t i = 0; i < COUNT(all); i++)
		figure(f, "link", all[i]);
}

static void node_figures(struct figures *f, const struct web_node *n)
{
	figure(f, "given", n->given);
	figure(f, "received", n->received);
	figure(f, "needs met", n->needs_met);
	figure(f, "reach", n->reach);
	figure(f, "top share", n->top_share);
	figure(f, "constraint", n->constraint);
	figure(f, "betweenness", n->betweenness);
	figure(f, "between strong", n->between_strong);
	figure(f, "ei", n->ei);
	figure(f, "role share", n->role_share);
	for (size_t i = 0; i < WEB_ROLES; i++)
		figure(f, "roles", (double)n->roles[i]);
}

// All that is shown, but what is measured by leaving people out: for that one would have
// to know what each of them has.
static void figures_of(const struct web *w, struct figures *f)
{
	f->count = 0;
	for (size_t l = 0; l < w->link_count; l++)
		link_figures(f, &w->links[l]);
	for (size_t i = 0; i < w->node_count; i++)
		node_figures(f, &w->nodes[i]);
	for (size_t o = 0; o < w->aim_count; o++) {
		figure(f, "health", w->aims[o].health);
		figure(f, "weakest", w->aims[o].way_weakest);
		for (size_t i = 0; i < w->aims[o].link_count; i++)
			figure(f, "link health", w->aims[o].links[i].health);
	}
	const struct web_choice *c = &w->choice;
	figure(f, "lift", c->best.lift);
	figure(f, "second", c->second.lift);
	figure(f, "third", c->third.lift);
	for (size_t i = 0; i < c->pick_count; i++) {
		figure(f, "from", c->picks[i].from);
		figure(f, "to", c->picks[i].to);
		figure(f, "alone", c->picks[i].lift_alone);
		figure(f, "threshold", c->picks[i].threshold);
	}
}

// Six functions; 0-1 is carried by two pairs, and 1-2, 2-3 and 3-0 hide it.  `moved` goes
// from 0-1 and 2-3 to 1-2 and 3-0, both ways: no sum of a function changes.
static void build_ring(struct world *w, double moved)
{
	enum { FUNCTIONS = 6 };
	static const uint32_t LEVELS[] = { WEB_CONTRIBUTE, WEB_COOWN, WEB_DEPEND };
	world_init(w, FUNCTIONS, FUNCTIONS * EACH);
	for (uint32_t p = 0; p < FUNCTIONS * EACH; p++)
		world_place(w, p, p / EACH);
	w->settings.replicates = 0;
	w->settings.own = 4;
	for (uint32_t a = 0; a < FUNCTIONS; a++)
		for (uint32_t b = a + 1; b < FUNCTIONS; b++) {
			const bool ring = b == a + 1 || (a == 0 && b == 3);
			const bool hidden = ring && b < 4;
			const uint32_t pairs = !a && b == 1 ? 2 : hidden ? 6 : 16 + a * b;
			const double sign = (!a && b == 1) || (a == 2 && b == 3) ? -1 : 1;
			const double each =
				((double)(pairs + 4 * a) + (hidden ? sign * moved : 0)) /
				(double)pairs;
			for (uint32_t i = 0; i < pairs; i++) {
				const uint32_t p = a * EACH + i % EACH;
				const uint32_t q = b * EACH + (i / EACH + i) % EACH;
				world_add(w,
					(struct world_row){ p, q, each, CHANNEL_MAIL });
				world_add(w,
					(struct world_row){ q, p, each, CHANNEL_MAIL });
			}
		}
	struct web_objective *o = world_objective(w, "o", 3);
	struct web_objective *other = world_objective(w, "p", 2);
	o->owner = 0;
	other->owner = 1;
	for (uint32_t b = 1; b < 4; b++) {
		world_need(w, o, b - 1, b, (enum web_level)LEVELS[b - 1]);
		world_need(w, other, 4, b, WEB_DEPEND);
	}
	world_need(w, other, 0, 5, WEB_DEPEND);
}

static bool is_rough(double x)
{
	return isnan(x) || fabs(x * 100 - round(x * 100)) < 1e-7;
}

// What moves with what is withheld is rounded, so that no exact figure tells it.
TEST(no_exact_figure_depends_on_what_is_withheld)
{
	static struct figures before, after;
	struct world plain, moved;
	size_t differing = 0;
	build_ring(&plain, 0);
	build_ring(&moved, .7);
	world_run(&plain);
	world_run(&moved);
	assert_true(web_link_at(&plain.web, 0, 1)->under_five);
	assert_int_equal(plain.web.choice.pick_count, 3);
	for (uint32_t b = 1; b < 4; b++)
		assert_true(web_link_at(&plain.web, b - 1, b)->withheld);
	assert_true(web_link_at(&plain.web, 0, 3)->withheld);
	for (uint32_t a = 0; a < 6; a++)
		assert_false(a != 4 && web_link_at(&plain.web, 4, a)->withheld);
	for (uint32_t a = 0; a < 6; a++) // nor what they give in all
		assert_int_equal(isnan(plain.web.nodes[a].given) != 0, a < 4);
	figures_of(&plain.web, &before);
	figures_of(&moved.web, &after);
	assert_int_equal(before.count, after.count);
	for (size_t i = 0; i < before.count; i++) {
		if (isnan(before.at[i]) && isnan(after.at[i]))
			continue;
		if (fabs(before.at[i] - after.at[i]) < 1e-9)
			continue;
		differing++;
		if (!is_rough(before.at[i]) || !is_rough(after.at[i]))
			fail_msg("%s: %.17g became %.17g", before.of[i], before.at[i],
				after.at[i]);
	}
	assert_true(differing > 0);
	world_done(&plain);
	world_done(&moved);
}

MAIN(RUN(the_ring_is_looked_for_as_elimination_finds_it),
	RUN(no_sum_tells_a_link_under_five),
	RUN(a_link_that_is_told_has_no_ring_to_hide_in),
	RUN(no_exact_figure_depends_on_what_is_withheld))
