// What a move says, and what it says where there is nothing to bring.
#include "value/move_list.h"
#include "web/web.h"

// The giver's own words, by kind: "5 sentences of calls and 5 reviews".
static size_t count_kind(const struct move_found *f, unsigned kind, bool own)
{
	size_t count = 0;
	for (size_t i = 0; i < f->lines; i++)
		if (f->items[i].kind == kind && f->items[i].own == own)
			count += f->items[i].times;
	return count;
}

// "a", "a and b", "a, b and c": `at` of `all`.
static const char *joint(size_t at, size_t all)
{
	return at == 0 ? "" : at + 1 == all ? " and " : ", ";
}

static struct str words_of_kinds(struct arena *a, const struct move_found *f, bool own)
{
	size_t all = 0, at = 0;
	struct str out = S("");
	for (unsigned k = 0; k < SAID_KINDS; k++)
		all += k != SAID_LOSS && count_kind(f, k, own) > 0;
	for (unsigned k = 0; k < SAID_KINDS; k++) {
		const size_t count = k == SAID_LOSS ? 0 : count_kind(f, k, own);
		if (!count)
			continue;
		out = arena_fmt(a, "%" PRI_STR "%s%" PRI_STR " %s", ARG_STR(out),
			joint(at, all), ARG_STR(words_number(a, count)),
			said_name((enum said_kind)k, count));
		at++;
	}
	return out;
}

static struct str words_of_deals(struct arena *a, const struct move_found *f)
{
	static const struct {
		uint8_t kind;
		const char *one, *many;
	} DEALS[] = { { SAID_LOSS, "lost deal gives it as the reason",
			      "lost deals give it as the reason" },
		{ MOVE_DEAL, "deal there was won or is open",
			"deals there were won or are open" },
		{ MOVE_USE, "use with an account says it",
			"uses with accounts say it" } };
	for (size_t i = 0; i < COUNT(DEALS); i++) {
		const size_t count = count_kind(f, DEALS[i].kind, false);
		if (count)
			return arena_fmt(a, "%" PRI_STR " %s",
				ARG_STR(words_number(a, count)),
				count == 1 ? DEALS[i].one : DEALS[i].many);
	}
	return S("");
}

// "Customer success spoke of it 89 times with others and holds 5 reviews".
static struct str words_of_own(
	const struct move_ask *ask, const struct move_found *f, struct arena *a)
{
	const struct str name = say_node(a, ask->ground->web, ask->from);
	const struct str held = words_of_kinds(a, f, true);
	struct str out = S("");
	if (f->spoken_all)
		out = arena_fmt(a,
			"%" PRI_STR " spoke of it %" PRI_STR " times with others",
			ARG_STR(name), ARG_STR(words_number(a, f->spoken_all)));
	if (held.len && out.len)
		out = arena_fmt(a, "%" PRI_STR " and holds %" PRI_STR, ARG_STR(out),
			ARG_STR(held));
	else if (held.len)
		out = arena_fmt(
			a, "%" PRI_STR " holds %" PRI_STR, ARG_STR(name), ARG_STR(held));
	return out;
}

// "(8 accounts, 40k EUR open)"; behind two lists it counts both.
static struct str accounts_words(const struct move_ask *ask, const struct move_found *f,
	bool both, struct arena *a)
{
	const struct str money = stake_words(ask->ground, &f->stake);
	return arena_fmt(a, "%s%" PRI_STR " account%s%s%" PRI_STR "%s",
		both ? "; in all " : " (", ARG_STR(words_number(a, f->accounts)),
		f->accounts == 1 ? "" : "s", money.len ? ", " : "", ARG_STR(money),
		both ? "" : ")");
}

static struct str nearest_words(
	struct arena *a, const struct move_rule *rule, const struct move_found *f)
{
	if (!f->answer_note.len)
		return S("");
	if (!f->answer.quote.len)
		return arena_fmt(
			a, " %s: %" PRI_STR ".", rule->nearest, ARG_STR(f->answer_note));
	return arena_fmt(a, " %s, “%" PRI_STR "”: %" PRI_STR ".", rule->nearest,
		ARG_STR(utf8_safe(a, f->answer.quote, 80)), ARG_STR(f->answer_note));
}

static struct str what_words(
	const struct move_ask *ask, const struct move_found *f, struct arena *a)
{
	const struct str parts[] = { words_of_own(ask, f, a), words_of_kinds(a, f, false),
		words_of_deals(a, f) };
	struct str out = S("");
	size_t told = 0;
	for (size_t i = 0; i < COUNT(parts); i++) {
		if (!parts[i].len)
			continue;
		out = arena_fmt(a, "%" PRI_STR "%s%" PRI_STR "%s", ARG_STR(out),
			told ? "; " : "", ARG_STR(parts[i]),
			i == 1 ? " asked for it" : "");
		told++;
	}
	return arena_fmt(a, "%" PRI_STR "%" PRI_STR, ARG_STR(out),
		ARG_STR(accounts_words(ask, f, told > 1, a)));
}

void move_say(const struct move_ask *ask, struct move *m)
{
	struct arena *a = ask->arena;
	const struct web *web = ask->ground->web;
	m->why = arena_fmt(a, "%" PRI_STR ". %s.%" PRI_STR,
		ARG_STR(what_words(ask, &m->found, a)), m->rule->wants,
		ARG_STR(nearest_words(a, m->rule, &m->found)));
	m->text = arena_fmt(a,
		"From %" PRI_STR " to %" PRI_STR ", on “%" PRI_STR "”: %" PRI_STR,
		ARG_STR(say_node(a, web, ask->from)), ARG_STR(say_node(a, web, ask->to)),
		ARG_STR(m->found.subject), ARG_STR(m->why));
}

// "; Product spoke of it 67 times with others and holds 2 requests", without money.
void move_say_same(const struct move_ask *ask, const struct move *first, struct move *m)
{
	struct arena *a = ask->arena;
	const struct web *web = ask->ground->web;
	const struct str parts[] = { words_of_own(ask, &m->found, a),
		words_of_kinds(a, &m->found, false), words_of_deals(a, &m->found) };
	struct str adds = S("");
	for (size_t i = 0; i < COUNT(parts); i++)
		if (parts[i].len)
			adds = arena_fmt(a, "%" PRI_STR "; %" PRI_STR "%s", ARG_STR(adds),
				ARG_STR(parts[i]), i == 1 ? " asked for it" : "");
	m->text = arena_fmt(a,
		"The same as for %" PRI_STR ": “%" PRI_STR "”, from %" PRI_STR
		" to %" PRI_STR "%s%" PRI_STR ".",
		ARG_STR(say_ends(a, web, first->link)), ARG_STR(first->found.subject),
		ARG_STR(say_node(a, web, m->from)), ARG_STR(say_node(a, web, m->to)),
		first->from == m->from ? " as well" : "", ARG_STR(adds));
	m->why = m->text;
}

struct str lacks_tickets(const struct move_ask *ask)
{
	return arena_fmt(ask->arena,
		"A requests.csv with tickets of %" PRI_STR
		" (date, function, account, ask)",
		ARG_STR(say_node(ask->arena, ask->ground->web, ask->from)));
}

struct str lacks_uses(const struct move_ask *ask)
{
	return arena_fmt(ask->arena,
		"touches.csv with what %" PRI_STR " used (date, deal_id, who, asset)",
		ARG_STR(say_node(ask->arena, ask->ground->web, ask->to)));
}

// Of the rules of both ways the first that lacks a file; none twice, so one.
static struct str file_lacking(
	const struct move_ask ways[2], const struct move_rule **which)
{
	for (size_t i = 0; move_rules[i]; i++)
		for (size_t w = 0; w < 2; w++) {
			const struct move_rule *rule = move_rules[i];
			if (rule->from == USUAL_ANY || !move_fits(&ways[w], rule))
				continue;
			const struct str file = rule->lacks(&ways[w]);
			*which = rule;
			if (file.len)
				return file;
		}
	return S("");
}

static struct str close_words(
	struct arena *a, const struct move_rule *rule, const struct move_found *f)
{
	if (!f->count)
		return arena_fmt(a, "On %s, all %" PRI_STR " entries are answered.",
			rule->held, ARG_STR(words_number(a, f->held)));
	if (f->count < MOVE_ITEMS)
		return arena_fmt(a,
			"On %s, no subject has more than %" PRI_STR
			" of the %d unanswered "
			"entries it takes.",
			rule->held, ARG_STR(words_number(a, f->count)), MOVE_ITEMS);
	if (!f->accounts)
		return arena_fmt(a,
			"On %s, the %" PRI_STR
			" unanswered entries name no account; it takes %d.",
			rule->held, ARG_STR(words_number(a, f->count)), MOVE_ACCOUNTS);
	return arena_fmt(a,
		"On %s, the %" PRI_STR
		" unanswered entries are of one account; it takes %d.",
		rule->held, ARG_STR(words_number(a, f->count)), MOVE_ACCOUNTS);
}

// Where no rule joins the two, only a subject that both speak of would.
static struct str nothing_shared(const struct move_ask *ask)
{
	const struct ground *g = ask->ground;
	const uint32_t ends[2] = { ask->from, ask->to };
	for (size_t e = 0; e < 2; e++) {
		bool speaks = false;
		for (size_t i = 0; i < g->count && !speaks; i++)
			speaks = g->at[i].node == ends[e];
		if (!speaks)
			return arena_fmt(ask->arena,
				"interactions.csv with a topic (date, from, to, topic) "
				"would show what %" PRI_STR " speaks of.",
				ARG_STR(say_node(ask->arena, g->web, ends[e])));
	}
	return S("No subject stands out that both write about.");
}

// Never a tip: what would have to be there.
void move_silence(const struct move_ask ways[2], const struct move_rule *rule,
	const struct move_found *close, struct move *out)
{
	struct arena *a = ways[0].arena;
	const struct move_rule *lacking = NULL;
	struct str why;
	out->missing = file_lacking(ways, &lacking);
	if (out->missing.len)
		why = arena_fmt(a, "%" PRI_STR " would show %s.", ARG_STR(out->missing),
			lacking->held);
	else if (rule)
		why = close_words(a, rule, close);
	else if (lacking)
		why = arena_fmt(a, "There is not one open entry on %s.", lacking->held);
	else
		why = nothing_shared(&ways[0]);
	out->text = arena_fmt(a, "Nothing here to bring yet. %" PRI_STR, ARG_STR(why));
}
