#include "audit/ladder.h"
#include "audit/list.h"
#include "audit/say.h"

#include "stat/stat.h"

enum { OPEN_MIN = 5, DECIDED_MIN = 8 };
static const double OUTSIDE_MAX = 0.3; // of the money in open deals

// One side of the segment rule.
struct side {
	size_t open, won, decided;
	int64_t open_cents;
};

struct sides {
	struct side in, out;
};

static bool is_inside(const struct segment_rule *rule, struct str word)
{
	for (size_t i = 0; i < rule->value_count; i++)
		if (str_eq_nocase(str_trim(rule->values[i]), str_trim(word)))
			return true;
	return false;
}

static bool is_blank(const struct deal_group *g)
{
	return str_eq(g->key, S("(blank)"));
}

// Deals whose cell is blank are on neither side.
static struct sides sides_of(const struct facts *facts)
{
	struct sides s = { 0 };
	for (size_t i = 0; i < facts->by_fit->group_count; i++) {
		const struct deal_group *g = &facts->by_fit->groups[i];
		const bool inside = is_inside(&facts->ws->config.best_fit, g->key);
		struct side *side = inside ? &s.in : &s.out;
		if (is_blank(g))
			continue;
		side->open += g->counts[DEAL_OPEN];
		side->open_cents += g->cents[DEAL_OPEN];
		side->won += g->rate.k;
		side->decided += g->rate.n;
	}
	return s;
}

// By money where the export has amounts, else by deals.
static double outside_share(const struct sides *s)
{
	const double money = (double)s->in.open_cents + (double)s->out.open_cents;
	if (money > 0)
		return (double)s->out.open_cents / money;
	const size_t open = s->in.open + s->out.open;
	return open ? (double)s->out.open / (double)open : 0;
}

static struct str pipeline_words(const struct facts *facts, const struct sides *s)
{
	struct arena *a = facts->ws->arena;
	const size_t open = s->in.open + s->out.open;
	if (s->out.open_cents <= 0)
		return say_ratio(a, s->out.open, open, " open deals");
	return arena_fmt(a, "%" PRI_STR ", %" PRI_STR " of %" PRI_STR ",",
		ARG_STR(say_ratio(a, s->out.open, open, " open deals")),
		ARG_STR(say_money(a, facts, s->out.open_cents)),
		ARG_STR(say_money(a, facts, s->in.open_cents + s->out.open_cents)));
}

// The largest losses outside, as the table of the field names them.
static void cite(const struct facts *facts, struct finding *f)
{
	for (size_t i = 0; i < facts->by_fit->group_count; i++) {
		const struct deal_group *g = &facts->by_fit->groups[i];
		if (is_blank(g) || is_inside(&facts->ws->config.best_fit, g->key))
			continue;
		for (size_t n = 0; n < g->example_count; n++) {
			struct evidence *e = finding_cite(f, facts->ws->arena);
			if (e)
				*e = g->examples[n];
		}
	}
	finding_date(f);
}

static void say(const struct facts *facts, const struct audit *audit,
	const struct sides *s, struct findings *out)
{
	struct arena *a = facts->ws->arena;
	const struct segment_rule *rule = &facts->ws->config.best_fit;
	const struct estimate inside = share_wilson(s->in.won, s->in.decided);
	const struct estimate outside = share_wilson(s->out.won, s->out.decided);
	const double chance = compare_p((struct tally){ s->out.won, s->out.decided },
		(struct tally){ s->in.won, s->in.decided });
	const size_t smaller = inside.n < outside.n ? inside.n : outside.n;
	struct finding *f = finding_add(out, a, audit);
	f->certainty = certainty_of(chance, smaller);
	f->severity = severity_at(audit->severity, f->certainty);
	f->subject = S("best-fit");
	f->root = arena_fmt(a, "field:%" PRI_STR, ARG_STR(rule->field));
	f->sentence = arena_fmt(a,
		"%" PRI_STR " are outside your best-fit segment; there you win %" PRI_STR
		", inside %" PRI_STR ".",
		ARG_STR(pipeline_words(facts, s)), ARG_STR(say_counts(a, &outside, "")),
		ARG_STR(say_counts(a, &inside, "")));
	f->headline = arena_fmt(a, "%" PRI_STR " are outside your best-fit segment.",
		ARG_STR(say_ratio(
			a, s->out.open, s->in.open + s->out.open, " open deals")));
	f->detail = arena_fmt(a, "The rule in candor.yaml: %" PRI_STR " is %" PRI_STR ".",
		ARG_STR(rule->field),
		ARG_STR(say_list(a, rule->values, rule->value_count, 4)));
	if (s->out.open_cents > 0)
		f->cost = arena_fmt(a,
			"Open deals worth %" PRI_STR " stand where you win %" PRI_STR
			" of %" PRI_STR ".",
			ARG_STR(say_money(a, facts, s->out.open_cents)),
			ARG_STR(words_number(a, outside.k)),
			ARG_STR(words_number(a, outside.n)));
	f->next = S("Agree with sales which of these deals to qualify out this month, or "
		    "change the segment in positioning.md on this evidence.");
	f->doubt =
		f->certainty == CERTAINTY_EARLY
			? say_doubt(a, f->certainty,
				  arena_fmt(a,
					  "%" PRI_STR
					  " decided deals outside and %" PRI_STR
					  " inside; at "
					  "thirty on each side it can be said.",
					  ARG_STR(words_number(a, outside.n)),
					  ARG_STR(words_number(a, inside.n))))
			: say_doubt(a, f->certainty,
				  arena_fmt(a,
					  "%" PRI_STR
					  " that a gap this large is luck. Deals outside "
					  "may differ in more than the segment.",
					  ARG_STR(words_chance(a, chance))));
	f->figure = say_ratio(a, s->out.open, s->in.open + s->out.open, "");
	f->figure_unit = S("open deals outside");
	f->they_say = S("Those deals are this quarter’s number.");
	f->then = arena_fmt(a,
		"Of those decided so far, %" PRI_STR " of %" PRI_STR " became one.",
		ARG_STR(words_number(a, outside.k)), ARG_STR(words_number(a, outside.n)));
	f->size = outside;
	f->stake_cents = s->out.open_cents;
	cite(facts, f);
}

static void confused_motion_run(
	const struct facts *facts, const struct audit *audit, struct findings *out)
{
	struct arena *a = facts->ws->arena;
	const struct segment_rule *rule = &facts->ws->config.best_fit;
	if (!facts->by_fit) {
		finding_silent(out, a, audit,
			arena_fmt(a,
				"needs the field “%" PRI_STR
				"” of the segment rule in the deals, which do not have "
				"it",
				ARG_STR(rule->field)),
			&fact_kinds[FACT_SEGMENT_RULE].unlock);
		return;
	}
	const struct sides s = sides_of(facts);
	const size_t open = s.in.open + s.out.open;
	const size_t smaller =
		s.in.decided < s.out.decided ? s.in.decided : s.out.decided;
	if (open < OPEN_MIN) {
		finding_silent(out, a, audit,
			arena_fmt(a, "needs %d open deals with a segment, has %" PRI_STR,
				OPEN_MIN, ARG_STR(words_number(a, open))),
			&fact_kinds[FACT_OPEN_DEALS].unlock);
		return;
	}
	if (outside_share(&s) < OUTSIDE_MAX)
		return;
	if (smaller < DECIDED_MIN) {
		finding_silent(out, a, audit,
			arena_fmt(a,
				"needs %d decided deals inside and outside the segment, "
				"has "
				"%" PRI_STR " and %" PRI_STR,
				DECIDED_MIN, ARG_STR(words_number(a, s.in.decided)),
				ARG_STR(words_number(a, s.out.decided))),
			&fact_kinds[FACT_DEALS].unlock);
		return;
	}
	const struct estimate inside = share_wilson(s.in.won, s.in.decided);
	const struct estimate outside = share_wilson(s.out.won, s.out.decided);
	if (outside.high < inside.low)
		say(facts, audit, &s, out);
}

static const int DEMANDS[] = { 21, 0 };

const struct audit audit_confused_motion = {
	.id = "confused-motion",
	.number = "F12",
	.group = "deals",
	.title = "How much of the pipeline is outside the segment you chose?",
	.why = "Deals outside the best-fit segment cost the same work and are won less "
	       "often.",
	.minimum = "five open deals, and eight decided ones on each side of the segment "
		   "rule "
		   "in "
		   "candor.yaml",
	.needs = NEEDS(FACT_DEALS) | NEEDS(FACT_OPEN_DEALS) | NEEDS(FACT_SEGMENT_RULE),
	.severity = SEVERITY_SERIOUS,
	.bring_to = "sales;leadership",
	.demands = DEMANDS,
	.fires_on = "confused-motion-fires",
	.silent_on = "confused-motion-silent",
	.run = confused_motion_run,
};
