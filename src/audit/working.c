#include "audit/brief_parts.h"
#include "audit/deal_facts.h"
#include "audit/headlines.h"
#include "audit/ladder.h"
#include "audit/say.h"

static const int DEMANDS_WINNING[] = { 26, 44, 0 };
static const int DEMANDS_OURS[] = { 20, 30, 0 };

// Good news is not in the table of truths: nobody asks for it, and it never fails.
static const struct audit WINNING = {
	.id = "winning-where",
	.number = "W01",
	.group = "deals",
	.title = "Where do you win clearly more often?",
	.why = "What works there can be repeated elsewhere.",
	.minimum = "thirty decided deals in one group",
	.severity = SEVERITY_GOOD,
	.bring_to = "sales",
	.demands = DEMANDS_WINNING,
};
static const struct audit OURS = {
	.id = "yours-alone",
	.number = "W02",
	.group = "differentiation",
	.title = "Which claims can only you make?",
	.why = "A claim nobody else can sign is what positioning is made of.",
	.minimum = "three headline claims, and one saved page of a competitor",
	.severity = SEVERITY_GOOD,
	.bring_to = "marketing;sales",
	.demands = DEMANDS_OURS,
};

static void say_winning(const struct facts *facts, const struct deals_by *by,
	const struct deal_group *g, const struct deal_filter *won, struct findings *out)
{
	struct arena *a = facts->ws->arena;
	const enum certainty c = certainty_of(g->q, g->rate.n);
	if (c > CERTAINTY_LIKELY || g->rate.low <= facts->overall->rate.value)
		return;
	struct finding *f = finding_add(out, a, &WINNING);
	f->certainty = c;
	f->subject = g->key;
	f->root = won->one_vendor ? (struct str){ 0 } : S("field:segment");
	f->sentence = arena_fmt(a,
		"%s %" PRI_STR " you won %" PRI_STR " since %" PRI_STR
		"; elsewhere %" PRI_STR ".",
		won->one_vendor ? "Against" : "In", ARG_STR(say_name(a, g->key)),
		ARG_STR(say_counts(a, &g->rate, " decided deals")),
		ARG_STR(say_day(a, facts->overall->from, facts->ws->as_of)),
		ARG_STR(say_counts(a, &g->rest, "")));
	f->detail = arena_fmt(a, "The true rate lies %" PRI_STR ", 19 times in 20.",
		ARG_STR(say_between(a, &g->rate)));
	f->next = arena_fmt(a,
		"Read the won deals of %" PRI_STR
		" for the reason buyers give, and open with it elsewhere.",
		ARG_STR(say_name(a, g->key)));
	f->doubt = say_doubt(a, c,
		arena_fmt(a,
			"%" PRI_STR
			" that a gap this large is luck, allowing for the %" PRI_STR
			" groups "
			"compared. Deals were not assigned at random.",
			ARG_STR(words_chance(a, g->q)),
			ARG_STR(words_number(a, by->group_count))));
	f->figure = say_ratio(a, g->rate.k, g->rate.n, "");
	f->figure_unit = S("deals won");
	f->size = g->rate;
	f->stake_cents = g->cents[DEAL_OPEN];
	deal_cite(facts, f, won);
	finding_date(f);
}

static void find_winning(const struct facts *facts, struct findings *out)
{
	const struct vendors *vendors = &facts->ws->vendors;
	const struct deals_by *segments = facts->by_segment;
	for (size_t v = 0; v < vendors->count; v++) {
		const struct deal_group *g = group_of_vendor(facts, v);
		const struct deal_filter won = {
			.outcome = DEAL_WON, .one_vendor = true, .vendor = v
		};
		if (g && vendors->at[v].kind == VENDOR_RIVAL)
			say_winning(facts, facts->by_rival, g, &won, out);
	}
	for (size_t i = 0; segments && i < segments->group_count; i++) {
		const struct deal_group *g = &segments->groups[i];
		const struct deal_filter won = { .outcome = DEAL_WON, .segment = g->key };
		if (!str_eq(g->key, S("(blank)")))
			say_winning(facts, segments, g, &won, out);
	}
}

static void find_ours(const struct facts *facts, struct findings *out)
{
	struct arena *a = facts->ws->arena;
	const struct swap_result *swap = facts->swap;
	size_t unique = 0, rivals = 0;
	if (!swap || !(facts->have & NEEDS(FACT_RIVALS)))
		return;
	const size_t count = headlines_of(facts, &rivals).count;
	if (count < HEADLINES_MIN || !rivals)
		return;
	struct finding f = { .audit = &OURS,
		.outcome = OUTCOME_FIRES,
		.severity = SEVERITY_GOOD,
		.certainty = CERTAINTY_FIRM,
		.subject = S("headlines") };
	for (size_t i = 0; i < swap->claim_count; i++) {
		const struct swapped_claim *c = &swap->claims[i];
		if (c->verdict != VERDICT_UNIQUE || !headline_is(c))
			continue;
		unique++;
		(void)finding_cite_claim(&f, a, c); // no more room is fine
	}
	if (unique * 2 < count)
		return;
	f.sentence = arena_fmt(a,
		"%" PRI_STR " headline claims are yours alone, and each names what could "
		"be checked.",
		ARG_STR(say_of_first(a, unique, "of your", count)));
	f.next = S(
		"Move them to where most buyers read first, and keep their proof fresh.");
	f.doubt = say_doubt(a, CERTAINTY_FIRM,
		S("compared with every saved page of a competitor; what they say "
		  "elsewhere is not here."));
	f.figure = say_ratio(a, unique, count, "");
	f.figure_unit = S("claims are yours");
	const double share = (double)unique / (double)count;
	f.size = (struct estimate){ .value = share,
		.low = share,
		.high = share,
		.n = count,
		.k = unique,
		.unit = UNIT_SHARE,
		.method = "counted" };
	finding_date(&f);
	*finding_add(out, a, &OURS) = f;
}

void working_find(const struct facts *facts, struct findings *out)
{
	find_winning(facts, out);
	find_ours(facts, out);
	findings_sort(out, facts->ws->as_of);
}
