// F20: an objective hangs on two functions that hardly meet.
#include "audit/ladder.h"
#include "audit/list.h"
#include "audit/say.h"
#include "audit/web_facts.h"

static const int DEMANDS[] = { 52, 56, 58, 59, 0 };

enum {
	ROWS_MIN = 30,	// exchanges in the window, below which the web says nothing
	TIE_DAYS = 28,	// one exchange in so many days is a tie
	UNDER_FIVE = 4, // pairs of people, up to which counts are not shown
};

struct missing {
	const struct facts *facts;
	const struct web_facts *w;
	const struct web_pick *pick;
	const struct web_link *link;
	const struct web_aim *aim;
	const struct bridge *bridge; // or NULL
	const struct move *move;
	struct talk_between talk;
};

static struct str name_of(const struct missing *m, uint32_t node)
{
	return say_name(m->facts->ws->arena, m->w->web.nodes[node].name);
}

// Fewer than five pairs of people are not told apart; nothing is shown as nothing.
static struct str talk_words(const struct missing *m)
{
	struct arena *a = m->facts->ws->arena;
	if (!m->talk.exchanges)
		return S("no exchange");
	if (m->talk.pairs <= UNDER_FIVE || m->link->withheld)
		return S("fewer than five exchanges");
	return arena_fmt(a, "%zu exchanges", m->talk.exchanges);
}

static void say_bridge(const struct missing *m, struct finding *f)
{
	struct arena *a = m->facts->ws->arena;
	if (!m->bridge) {
		f->detail = arena_fmt(a,
			"Of %zu topics none is shared by both more than chance would "
			"have it.",
			m->w->bridges.topics);
		return;
	}
	const struct str money = stake_words(&m->w->ground, &m->bridge->stake);
	f->detail = arena_fmt(a,
		"Both write about “%" PRI_STR "”, each more than the rest of the "
		"company does%s%" PRI_STR "%s.",
		ARG_STR(m->w->topics.at[m->bridge->topic].name), money.len ? " (" : "",
		ARG_STR(money), money.len ? ")" : "");
	f->stake_cents = stake_sum(&m->bridge->stake);
	if (money.len)
		f->cost = arena_fmt(a,
			"“%" PRI_STR "” stands behind %" PRI_STR " of %u accounts.",
			ARG_STR(m->w->topics.at[m->bridge->topic].name), ARG_STR(money),
			m->bridge->accounts);
}

static void say_next(const struct missing *m, struct finding *f)
{
	struct arena *a = m->facts->ws->arena;
	if (m->move->rule)
		f->next = arena_fmt(a,
			"Write %" PRI_STR
			" with `candor web --write` (%zu entries of %zu "
			"accounts, each with its line) and bring it to %" PRI_STR ".",
			ARG_STR(m->move->path), m->move->found.count,
			m->move->found.accounts, ARG_STR(name_of(m, m->move->to)));
	else
		f->next = arena_fmt(a,
			"Add %" PRI_STR
			": without it there is no evidence of what to bring.",
			ARG_STR(m->move->missing));
}

static void cite(const struct missing *m, struct finding *f)
{
	const struct facts *facts = m->facts;
	const struct records *r = &facts->ws->records;
	for (size_t i = 0; i < r->objectives.count; i++) {
		const struct objective *o = &r->objectives.at[i];
		struct evidence *e =
			str_eq(o->id, m->aim->id)
				? finding_cite_row(f, facts, o->at, S("depends_on"))
				: NULL;
		if (e)
			e->quote = o->objective;
	}
	for (size_t i = 0; m->bridge && i < m->bridge->evidence_count; i++) {
		struct evidence *e = finding_cite(f, facts->ws->arena);
		if (e)
			*e = m->bridge->evidence[i];
	}
	// What an objective from candor.yaml or a drawing rests on.
	if (!f->evidence_count && m->w->traffic.count)
		(void)finding_cite_row(
			f, facts, m->w->traffic.at[m->w->traffic.count - 1].at, S(""));
	finding_date(f);
}

static void say_doubt_of(const struct missing *m, struct finding *f)
{
	struct arena *a = m->facts->ws->arena;
	const bool firm = m->link->verdict == WEB_GAP && m->pick->firmness == WEB_FIRM;
	f->certainty = firm ? CERTAINTY_LIKELY : CERTAINTY_SUGGESTIVE;
	f->doubt = say_doubt(a, f->certainty,
		arena_fmt(a,
			"observed strength %.2f, needed %.2f; chosen in %.0f of 100 "
			"resamples of people. Only what left a trace in the files is "
			"counted.",
			m->link->observed, m->link->needed, 100 * m->pick->picked));
}

static void say_missing(
	const struct missing *m, const struct audit *audit, struct findings *out)
{
	struct arena *a = m->facts->ws->arena;
	struct finding *f = finding_add(out, a, audit);
	const struct web *web = &m->w->web;
	say_doubt_of(m, f);
	// Whether the objective is behind plan no file says: to be watched.
	f->severity = severity_at(SEVERITY_WATCH, f->certainty);
	f->subject = arena_fmt(a, "%" PRI_STR " %" PRI_STR,
		ARG_STR(web->nodes[m->link->a].id), ARG_STR(web->nodes[m->link->b].id));
	f->sentence = arena_fmt(a,
		"%" PRI_STR " and %" PRI_STR " carry “%" PRI_STR "” and had %" PRI_STR
		" in %d days.",
		ARG_STR(name_of(m, m->link->a)), ARG_STR(name_of(m, m->link->b)),
		ARG_STR(say_name(a, m->aim->name)), ARG_STR(talk_words(m)), TALK_DAYS);
	f->headline = arena_fmt(a,
		"%" PRI_STR " and %" PRI_STR " need each other and had %" PRI_STR
		" in %d days.",
		ARG_STR(name_of(m, m->link->a)), ARG_STR(name_of(m, m->link->b)),
		ARG_STR(talk_words(m)), TALK_DAYS);
	say_bridge(m, f);
	say_next(m, f);
	f->figure =
		m->talk.exchanges && (m->talk.pairs <= UNDER_FIVE || m->link->withheld)
			? S("under 5")
			: arena_fmt(a, "%zu", m->talk.exchanges);
	f->figure_unit = S("exchanges in 90 days");
	f->size = (struct estimate){ .value = m->link->observed,
		.low = m->link->low,
		.high = m->link->high,
		.n = m->w->web.interactions,
		.unit = UNIT_POINTS,
		.method = "bootstrap90" };
	f->they_say = S("We speak all the time, only not in mail.");
	f->then = S("Then one line in web/relationships.yaml says so, with its day; what "
		    "matters is whether the other side would say the same.");
	cite(m, f);
}

static void judge(const struct facts *facts, const struct web_facts *w, size_t at,
	const struct audit *audit, struct findings *out)
{
	const struct web_pick *pick = &w->web.choice.picks[at];
	const struct web_link *link = &w->web.links[pick->link];
	const struct missing m = { .facts = facts,
		.w = w,
		.pick = pick,
		.link = link,
		.aim = &w->web.aims[pick->aim],
		.bridge = bridge_find(&w->bridges, pick->link),
		.move = &w->moves.at[at],
		.talk = talk_between(w, link->a, link->b) };
	if (m.talk.exchanges * TIE_DAYS < TALK_DAYS)
		say_missing(&m, audit, out);
}

static void run(
	const struct facts *facts, const struct audit *audit, struct findings *out)
{
	struct arena *a = facts->ws->arena;
	const struct web_facts *w = facts->web;
	if (w->web.basis != WEB_BASIS_STRENGTH || w->web.interactions < ROWS_MIN) {
		finding_silent(out, a, audit,
			arena_fmt(a,
				"needs %d exchanges between four functions, has %zu "
				"between %zu",
				ROWS_MIN, w->web.interactions, w->web.node_count),
			&fact_kinds[FACT_INTERACTIONS].unlock);
		return;
	}
	for (size_t i = 0; i < w->web.choice.pick_count; i++)
		judge(facts, w, i, audit, out);
}

const struct audit audit_missing_tie = {
	.id = "missing-tie",
	.number = "F20",
	.group = "web",
	.title = "Which two functions need each other and do not talk?",
	.why = "An objective that hangs on two functions fails between them.",
	.minimum =
		"ninety days of meetings or mail, people with functions, and objectives",
	.needs = NEEDS(FACT_PEOPLE) | NEEDS(FACT_INTERACTIONS) | NEEDS(FACT_OBJECTIVES),
	.severity = SEVERITY_SERIOUS,
	.bring_to = "the two functions",
	.demands = DEMANDS,
	.fires_on = "missing-tie-fires",
	.silent_on = "missing-tie-silent",
	.run = run,
};
