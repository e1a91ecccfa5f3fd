// F20: an objective hangs on two functions that hardly meet.
#include <math.h>

#include "audit/absent.h"
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
	struct standing standing; // of the aim; objective NULL if no row is it
	struct str absent;	  // sentences on functions with nothing at all
};

static struct str name_of(const struct missing *m, uint32_t node)
{
	return say_name(m->facts->ws->arena, m->w->web.nodes[node].name);
}

// Fewer than five pairs of people are not told apart; nothing is shown as nothing.
static bool is_veiled(const struct missing *m)
{
	return m->talk.exchanges && (m->talk.pairs <= UNDER_FIVE || m->link->withheld);
}

static struct str talk_words(const struct missing *m)
{
	struct arena *a = m->facts->ws->arena;
	if (!m->talk.exchanges)
		return S("no exchange");
	if (is_veiled(m))
		return S("fewer than five exchanges");
	return arena_fmt(a, "%" PRI_STR " exchange%s",
		ARG_STR(say_number(a, m->talk.exchanges)),
		say_plural(m->talk.exchanges, "", "s"));
}

// "; both write about “SSO” (1.8M EUR lost)", or nothing.
static struct str bridge_words(const struct missing *m)
{
	struct arena *a = m->facts->ws->arena;
	if (!m->bridge)
		return S("");
	const struct str money = stake_words(&m->w->ground, &m->bridge->stake);
	return arena_fmt(a, "; both write about “%" PRI_STR "”%s%" PRI_STR "%s",
		ARG_STR(m->w->topics.at[m->bridge->topic].name), money.len ? " (" : "",
		ARG_STR(money), money.len ? ")" : "");
}

static bool is_behind(const struct missing *m)
{
	return m->standing.kind == STANDING_BEHIND;
}

// Where the objective stands, if any file says so.
static struct str standing_words(const struct missing *m)
{
	struct arena *a = m->facts->ws->arena;
	const struct standing *s = &m->standing;
	if (!s->objective)
		return S("");
	if (!s->newest)
		return S("Whether it is behind plan no file says: metrics.csv would "
			 "(date, objective, value). ");
	return arena_fmt(a, "%" PRI_STR " was %" PRI_STR ".%s%s ",
		ARG_STR(standing_measure(a, s->objective)), ARG_STR(s->words),
		date_set(s->period.from) && !isnan(s->plan) ? " " : "",
		date_set(s->period.from) && !isnan(s->plan) ? STANDING_ASSUMED : "");
}

// "Customer success – Product and Product marketing – Support": all that were chosen.
static struct str focus_words(const struct missing *m)
{
	struct arena *a = m->facts->ws->arena;
	const struct web *web = &m->w->web;
	struct str ties[WEB_FOCUS_MAX];
	size_t count = 0;
	for (; count < web->choice.pick_count && count < WEB_FOCUS_MAX; count++) {
		const struct web_link *l = &web->links[web->choice.picks[count].link];
		ties[count] = arena_fmt(a, "%" PRI_STR " – %" PRI_STR,
			ARG_STR(name_of(m, l->a)), ARG_STR(name_of(m, l->b)));
	}
	return say_list(a, ties, count, WEB_FOCUS_MAX);
}

static void say_detail(const struct missing *m, struct finding *f)
{
	struct arena *a = m->facts->ws->arena;
	f->detail = arena_fmt(a, "%" PRI_STR "Focus on %" PRI_STR ".%s%" PRI_STR,
		ARG_STR(standing_words(m)), ARG_STR(focus_words(m)),
		m->absent.len ? " " : "", ARG_STR(m->absent));
	if (!m->bridge)
		return;
	const struct str money = stake_words(&m->w->ground, &m->bridge->stake);
	f->stake_cents = stake_sum(&m->bridge->stake);
	if (money.len)
		f->cost = arena_fmt(a,
			"“%" PRI_STR "” stands behind %" PRI_STR " of %" PRI_STR
			" accounts.",
			ARG_STR(m->w->topics.at[m->bridge->topic].name), ARG_STR(money),
			ARG_STR(words_number(a, m->bridge->accounts)));
}

static void say_next(const struct missing *m, struct finding *f)
{
	struct arena *a = m->facts->ws->arena;
	const struct move *page = // whose page it is
		m->move->same ? &m->w->moves.at[m->move->same - 1] : m->move;
	if (m->move->rule)
		f->next = arena_fmt(a,
			"Write %" PRI_STR " with `candor web --write` (%" PRI_STR
			" entries of %" PRI_STR " "
			"accounts, each with its line) and bring it to %" PRI_STR ".",
			ARG_STR(m->move->path),
			ARG_STR(words_number(a, page->found.count)),
			ARG_STR(words_number(a, page->found.accounts)),
			ARG_STR(name_of(m, m->move->to)));
	else
		f->next = arena_fmt(a,
			"Add %" PRI_STR
			": without it there is no evidence of what to bring.",
			ARG_STR(m->move->missing));
}

// The value that is behind or on plan, as its file has it.
static void cite_value(const struct missing *m, struct finding *f)
{
	const struct metric *newest = m->standing.newest;
	struct arena *a = m->facts->ws->arena;
	struct evidence *e =
		newest ? finding_cite_row(f, m->facts, newest->at, S("value")) : NULL;
	if (!e)
		return;
	e->quote = arena_fmt(a, "%" PRI_STR " %" PRI_STR,
		ARG_STR(standing_measure(a, m->standing.objective)),
		ARG_STR(figure_words(a, newest->value.value, newest->value)));
	e->date = newest->date;
}

static void cite(const struct missing *m, struct finding *f)
{
	const struct facts *facts = m->facts;
	const struct objective *o = m->standing.objective;
	struct evidence *e =
		o ? finding_cite_row(f, facts, o->at, S("depends_on")) : NULL;
	if (e)
		e->quote = o->objective;
	cite_value(m, f);
	// A row would tell of one of few: only where the count is told, too.
	if (m->talk.exchanges && !is_veiled(m)) {
		e = finding_cite_row(f, facts, m->talk.newest, S(""));
		if (e)
			e->note = S("the newest exchange");
	}
	for (size_t i = 0; m->bridge && i < m->bridge->evidence_count; i++) {
		e = finding_cite(f, facts->ws->arena);
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
	f->severity = severity_at(
		is_behind(m) ? SEVERITY_SERIOUS : SEVERITY_WATCH, f->certainty);
	f->root = S("missing-tie"); // one choice, so one line in the brief
	f->subject = arena_fmt(a, "%" PRI_STR " %" PRI_STR,
		ARG_STR(web->nodes[m->link->a].id), ARG_STR(web->nodes[m->link->b].id));
	f->sentence = arena_fmt(a,
		"%" PRI_STR " and %" PRI_STR " carry “%" PRI_STR "” and had %" PRI_STR
		" in %d days%" PRI_STR ".",
		ARG_STR(name_of(m, m->link->a)), ARG_STR(name_of(m, m->link->b)),
		ARG_STR(say_name(a, m->aim->name)), ARG_STR(talk_words(m)), TALK_DAYS,
		ARG_STR(bridge_words(m)));
	f->headline = arena_fmt(a,
		"%" PRI_STR " and %" PRI_STR " need each other and had %" PRI_STR
		" in %d days.",
		ARG_STR(name_of(m, m->link->a)), ARG_STR(name_of(m, m->link->b)),
		ARG_STR(talk_words(m)), TALK_DAYS);
	say_detail(m, f);
	say_next(m, f);
	f->figure = is_veiled(m) ? S("under 5")
				 : arena_fmt(a, "%" PRI_STR,
					   ARG_STR(words_number(a, m->talk.exchanges)));
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

// Of the objectives that need the link one that is behind plan, else the one it lifts
// most.
static void find_aim(struct missing *m)
{
	const struct workspace *ws = m->facts->ws;
	const struct web *web = &m->w->web;
	for (size_t i = 0; i <= m->link->objective_count; i++) {
		const size_t at = i ? m->link->objectives[i - 1] : m->pick->aim;
		const struct objective *o = standing_objective(ws, web->aims[at].id);
		struct standing s = { 0 };
		if (o)
			standing_of(ws, o, ws->arena, &s);
		if (i && s.kind != STANDING_BEHIND)
			continue;
		m->aim = &web->aims[at];
		m->standing = s;
		if (s.kind == STANDING_BEHIND)
			return;
	}
}

static bool judge(const struct facts *facts, const struct web_facts *w, size_t at,
	struct str absent, const struct audit *audit, struct findings *out)
{
	const struct web_pick *pick = &w->web.choice.picks[at];
	const struct web_link *link = &w->web.links[pick->link];
	struct missing m = { .facts = facts,
		.w = w,
		.pick = pick,
		.link = link,
		.bridge = bridge_find(&w->bridges, pick->link),
		.move = &w->moves.at[at],
		.talk = talk_between(w, link->a, link->b),
		.absent = absent };
	if (m.talk.exchanges * TIE_DAYS >= TALK_DAYS)
		return false;
	find_aim(&m);
	say_missing(&m, audit, out);
	return true;
}

// No tie fails, but a function on the way to an objective is in no exchange at all.
static void say_absent(const struct facts *facts, const struct absents *absents,
	struct str words, const struct audit *audit, struct findings *out)
{
	struct arena *a = facts->ws->arena;
	const struct web_facts *w = facts->web;
	const struct absent *first = &absents->at[0];
	const struct web_node *node = &w->web.nodes[first->node];
	const struct objective *o =
		standing_objective(facts->ws, w->web.aims[first->aim].id);
	struct finding *f = finding_add(out, a, audit);
	struct str rest = words;
	f->certainty = first->has_rows ? CERTAINTY_LIKELY : CERTAINTY_EARLY;
	f->severity = severity_at(SEVERITY_WATCH, f->certainty);
	f->subject = arena_fmt(a, "absent %" PRI_STR, ARG_STR(node->id));
	f->root = S("missing-tie");
	f->sentence = absent_words(w, first, a);
	f->detail = str_trim(str_from(rest, f->sentence.len));
	f->headline = arena_fmt(a,
		"%" PRI_STR " is on the way to an objective and has no exchange in %d "
		"days.",
		ARG_STR(say_name(a, node->name)), TALK_DAYS);
	f->doubt = say_doubt(
		a, f->certainty, S("only what left a trace in the files is counted."));
	f->next = arena_fmt(a,
		"Ask %" PRI_STR
		" for an export of its meetings or mail headers, or write in "
		"interactions.csv whom it met.",
		ARG_STR(say_name(a, node->name)));
	f->figure = S("0");
	f->figure_unit = S("exchanges in 90 days");
	f->they_say = S("We speak all the time, only not in mail.");
	f->then = S("Then a calendar or a chat export would show it.");
	if (o)
		finding_cite_row(f, facts, o->at, S("depends_on"))->quote = o->objective;
	else
		(void)finding_cite_row(
			f, facts, w->traffic.at[w->traffic.count - 1].at, S(""));
	finding_date(f);
}

static struct str all_absent(
	const struct web_facts *w, const struct absents *absents, struct arena *a)
{
	struct str words = S("");
	for (size_t i = 0; i < absents->count && i < WEB_FOCUS_MAX; i++)
		words = arena_fmt(a, "%" PRI_STR "%s%" PRI_STR, ARG_STR(words),
			i ? " " : "", ARG_STR(absent_words(w, &absents->at[i], a)));
	if (absents->count > WEB_FOCUS_MAX)
		words = arena_fmt(a, "%" PRI_STR " And %" PRI_STR " more.",
			ARG_STR(words),
			ARG_STR(words_number(a, absents->count - WEB_FOCUS_MAX)));
	return words;
}

static void run(
	const struct facts *facts, const struct audit *audit, struct findings *out)
{
	struct arena *a = facts->ws->arena;
	const struct web_facts *w = facts->web;
	struct absents absents;
	size_t said = 0;
	if (w->web.basis != WEB_BASIS_STRENGTH || w->web.interactions < ROWS_MIN) {
		finding_silent(out, a, audit,
			arena_fmt(a,
				"needs %d exchanges between four functions, has %" PRI_STR
				" "
				"between %" PRI_STR,
				ROWS_MIN, ARG_STR(words_number(a, w->web.interactions)),
				ARG_STR(words_number(a, w->web.node_count))),
			&fact_kinds[FACT_INTERACTIONS].unlock);
		return;
	}
	absents_of(w, a, &absents);
	const struct str words = all_absent(w, &absents, a);
	for (size_t i = 0; i < w->web.choice.pick_count; i++)
		said += judge(facts, w, i, words, audit, out);
	if (!said && absents.count)
		say_absent(facts, &absents, words, audit, out);
}

const struct audit audit_missing_tie = {
	.id = "missing-tie",
	.number = "F20",
	.group = "web",
	.title = "Which two functions need each other and do not talk?",
	.why = "An objective that hangs on two functions fails between them.",
	.minimum =
		"ninety days of meetings or mail, people with functions, and objectives; "
		"metrics.csv says whether one is behind plan",
	.needs = NEEDS(FACT_PEOPLE) | NEEDS(FACT_INTERACTIONS) | NEEDS(FACT_OBJECTIVES),
	.severity = SEVERITY_SERIOUS,
	.bring_to = "the two functions",
	.demands = DEMANDS,
	.fires_on = "missing-tie-fires",
	.silent_on = "missing-tie-silent",
	.run = run,
};
