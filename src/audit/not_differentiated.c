#include "audit/ladder.h"
#include "audit/list.h"
#include "audit/say.h"

enum { HEADLINES_MIN = 3, WORDS_SHOWN = 90 };
static const double FAIL_SHARE = 0.5;	    // of headline claims
static const double ECHO_CHANCE_MIN = 1e-4; // what a few thousand pairs can tell
static const double MET_SHARE = 0.1; // of deals in which the competitor must appear

// How our headline claims stand against the competitors that buyers meet.
struct stand {
	size_t vendor; // the one that says most of them; else the first
	size_t met;    // competitors with a page, met often enough
	size_t headlines, fails;
	size_t echoed; // fails that some competitor says, the rest is filler
	size_t *said;  // of them, by vendor; a claim can be said by several
	const struct swapped_claim *worst;
	const struct echo *worst_echo; // NULL when the worst is filler
	double echo_chance;	       // the largest of those that count
};

static bool is_headline(const struct swapped_claim *c)
{
	return c->headline && !c->copied_elsewhere && c->verdict != VERDICT_NOT_A_CLAIM;
}

// Their sentence, if our claim stays true with their name because they say it: the same,
// or both the same first place.
static const struct echo *echo_of(const struct swapped_claim *c, size_t vendor)
{
	for (size_t i = 0; i < c->echo_count; i++) {
		const struct echo *e = &c->echoes[i];
		const bool same_place = e->verdict == VERDICT_CONTESTED &&
					c->verdict == VERDICT_CONTESTED && c->swaps;
		if (e->vendor == vendor && (e->verdict == VERDICT_SHARED || same_place))
			return e;
	}
	return NULL;
}

static bool has_page(const struct workspace *ws, struct str rival)
{
	for (size_t i = 0; i < ws->source_count; i++)
		if (ws->sources[i].role == ROLE_RIVAL &&
			ws->sources[i].state == SOURCE_READ &&
			str_eq(ws->sources[i].rival, rival))
			return true;
	return false;
}

// Met often enough to matter; everybody is when no deal says whom it met.
static bool is_met(const struct facts *facts, size_t vendor)
{
	if (!facts->by_rival)
		return true;
	size_t met = 0;
	const struct deal_group *group = group_of_vendor(facts, vendor);
	for (size_t o = 0; group && o < DEAL_OUTCOMES; o++)
		met += group->counts[o];
	return (double)met >= MET_SHARE * (double)facts->ws->deals.count;
}

static bool counts(const struct facts *facts, size_t vendor)
{
	const struct vendor *v = &facts->ws->vendors.at[vendor];
	return v->kind == VENDOR_RIVAL && has_page(facts->ws, v->id) &&
	       is_met(facts, vendor);
}

// Whether it would be as true of somebody else; *echo is the closest sentence of those
// who say it, NULL if nobody does.
static bool fails(const struct facts *facts, const struct swapped_claim *c,
	const struct echo **echo)
{
	*echo = NULL;
	for (size_t v = 0; v < facts->ws->vendors.count; v++) {
		const struct echo *e = counts(facts, v) ? echo_of(c, v) : NULL;
		if (e && (!*echo || e->similarity > (*echo)->similarity))
			*echo = e;
	}
	return *echo || c->verdict == VERDICT_FILLER || c->verdict == VERDICT_SWAPPABLE;
}

static void count_said(
	const struct facts *facts, const struct swapped_claim *c, struct stand *s)
{
	for (size_t v = 0; v < facts->ws->vendors.count; v++)
		s->said[v] += counts(facts, v) && echo_of(c, v);
}

static void add_claim(
	const struct facts *facts, const struct swapped_claim *c, struct stand *s)
{
	const struct echo *echo = NULL;
	s->headlines++;
	if (!fails(facts, c, &echo))
		return;
	s->fails++;
	s->echoed += echo != NULL;
	count_said(facts, c, s);
	if (echo && echo->chance > s->echo_chance)
		s->echo_chance = echo->chance;
	const double worst = s->worst_echo ? s->worst_echo->similarity : -1;
	if (!s->worst || (echo && echo->similarity > worst)) {
		s->worst = c;
		s->worst_echo = echo;
	}
}

static struct stand stand_of(const struct facts *facts)
{
	const struct vendors *vendors = &facts->ws->vendors;
	struct stand s = { .vendor = SIZE_MAX, .echo_chance = ECHO_CHANCE_MIN };
	s.said = ARENA_ARRAY(facts->ws->arena, size_t, vendors->count);
	for (size_t i = 0; i < facts->swap->claim_count; i++)
		if (is_headline(&facts->swap->claims[i]))
			add_claim(facts, &facts->swap->claims[i], &s);
	for (size_t v = 0; v < vendors->count; v++) {
		if (!counts(facts, v))
			continue;
		s.met++;
		if (s.vendor == SIZE_MAX || s.said[v] > s.said[s.vendor])
			s.vendor = v;
	}
	if (!s.met)
		s.headlines = s.vendor = 0;
	return s;
}

// A launch of tier 1 that is still to come and uses the file or folder of a failing
// claim.
static bool launch_uses(
	const struct facts *facts, const struct launch *l, const struct swapped_claim *c)
{
	const struct str path = c->copy->source->path;
	const struct str folder = facts->ws->sources[l->source].path;
	if (l->tier != 1 || (date_set(l->date) && l->date.days < facts->ws->as_of.days))
		return false;
	for (size_t g = 0; g < l->gate_count; g++)
		if (str_eq(l->gates[g].evidence, path))
			return true;
	const struct str stem = str_cut(folder, 0, folder.len - path_suffix(folder).len);
	return str_starts(path, stem) && path.len > stem.len && path.at[stem.len] == '/';
}

static const struct launch *blocked_launch(const struct facts *facts)
{
	const struct papers *papers = &facts->ws->papers;
	for (size_t i = 0; i < facts->swap->claim_count; i++) {
		const struct swapped_claim *c = &facts->swap->claims[i];
		const struct echo *echo = NULL;
		if (!is_headline(c) || !fails(facts, c, &echo))
			continue;
		for (size_t l = 0; l < papers->launch_count; l++)
			if (launch_uses(facts, &papers->launches[l], c))
				return &papers->launches[l];
	}
	return NULL;
}

static const struct swapped_claim *first_unique(const struct swap_result *swap)
{
	const struct swapped_claim *first = NULL;
	for (size_t i = 0; i < swap->claim_count; i++) {
		const struct swapped_claim *c = &swap->claims[i];
		if (c->verdict != VERDICT_UNIQUE || c->copied_elsewhere)
			continue;
		if (c->headline)
			return c;
		first = first ? first : c;
	}
	return first;
}

// "OpsGrid says three of them, Shiftly two."
static struct str who_says(const struct facts *facts, const struct stand *s)
{
	struct arena *a = facts->ws->arena;
	struct buf out = { .max = 400 };
	for (size_t v = 0; v < facts->ws->vendors.count; v++) {
		if (!s->said[v])
			continue;
		struct str name = say_name(a, facts->ws->vendors.at[v].name);
		struct str count = say_number(a, s->said[v]);
		if (!out.len)
			buf_fmt(&out, "%" PRI_STR " says %" PRI_STR " of them",
				ARG_STR(name), ARG_STR(count));
		else
			buf_fmt(&out, ", %" PRI_STR " %" PRI_STR, ARG_STR(name),
				ARG_STR(count));
	}
	struct str text = arena_str(a, buf_str(&out));
	buf_done(&out);
	return text;
}

static struct str detail_of(const struct facts *facts, const struct stand *s)
{
	struct arena *a = facts->ws->arena;
	const size_t anyones = s->fails - s->echoed;
	if (!s->echoed)
		return S("No competitor says them; nothing in them could be wrong, "
			 "whoever says it.");
	const struct evidence *e = &s->worst_echo->evidence;
	const struct date seen = date_set(e->captured) ? e->captured : e->date;
	struct str rest = { 0 };
	if (anyones)
		rest = arena_fmt(a,
			" Nothing in the other %" PRI_STR
			" could be wrong, whoever says %s.",
			ARG_STR(say_number(a, anyones)), anyones == 1 ? "it" : "them");
	return arena_fmt(a, "%" PRI_STR " (the closest seen %" PRI_STR ").%" PRI_STR,
		ARG_STR(who_says(facts, s)), ARG_STR(say_day(a, seen, facts->ws->as_of)),
		ARG_STR(rest));
}

static struct str cost_of(const struct facts *facts, const struct stand *s)
{
	struct arena *a = facts->ws->arena;
	const struct deal_group *g = group_of_vendor(facts, s->vendor);
	const size_t decided = g ? g->counts[DEAL_WON] + g->counts[DEAL_LOST] : 0;
	if (!decided)
		return (struct str){ 0 };
	return arena_fmt(a,
		"%" PRI_STR " stood in %zu decided %s: you won %zu and lost %zu, worth "
		"%" PRI_STR ".",
		ARG_STR(say_name(a, facts->ws->vendors.at[s->vendor].name)), decided,
		say_plural(decided, "deal", "deals"), g->counts[DEAL_WON],
		g->counts[DEAL_LOST], ARG_STR(say_money(a, facts, g->cents[DEAL_LOST])));
}

static struct str next_of(const struct facts *facts, const struct stand *s)
{
	struct arena *a = facts->ws->arena;
	const struct swapped_claim *unique = first_unique(facts->swap);
	const struct swapped_claim *w = s->worst;
	struct evidence at = { .path = w->copy->source->path,
		.place = w->sentence->place };
	const struct str where = evidence_where(a, &at);
	const struct str count = say_number(a, s->fails);
	if (unique)
		return arena_fmt(a,
			"Drop or prove these %" PRI_STR ", beginning with %" PRI_STR
			". Lead with %" PRI_STR ", which no competitor here says.",
			ARG_STR(count), ARG_STR(where),
			ARG_STR(say_quote(a, unique->sentence->text, WORDS_SHOWN)));
	return arena_fmt(a,
		"Drop or prove these %" PRI_STR ", beginning with %" PRI_STR
		": give it a number, a mechanism or a condition that they cannot copy.",
		ARG_STR(count), ARG_STR(where));
}

/*
 * Each echo knows how many unrelated claims come as close; the least surprising of them
 * stands for all.  At most one in a hundred passes the threshold at all.
 */
static enum certainty certainty_in(
	struct arena *a, const struct stand *s, struct str *why)
{
	// Each headline was held against every competitor.
	const double one = s->echo_chance * (double)s->met;
	const double chance =
		chance_of_at_least(s->echoed, s->headlines, one < 1 ? one : 1);
	// These are texts, not a sample: the ladder's minimum of cases does not apply.
	const enum certainty c =
		s->echoed ? certainty_of(chance, LADDER_CASES) : CERTAINTY_SUGGESTIVE;
	if (s->echoed)
		*why = arena_fmt(a,
			"%zu of the %zu stand on their pages in nearly the same words; "
			"%" PRI_STR " that so many would match by accident.",
			s->echoed, s->fails, ARG_STR(say_chance(a, chance)));
	else
		*why = S("none of these stands on their pages; they are too general to "
			 "be wrong for anybody, which is a rule and not a measurement.");
	return c;
}

static void cite(const struct facts *facts, const struct stand *s, struct finding *f)
{
	struct arena *a = facts->ws->arena;
	struct evidence *ours = finding_cite_claim(f, a, s->worst);
	ours->note = S("you say");
	struct evidence *theirs = s->worst_echo ? finding_cite(f, a) : NULL;
	if (theirs) {
		*theirs = s->worst_echo->evidence;
		theirs->note = arena_fmt(a, "%" PRI_STR " says",
			ARG_STR(say_name(
				a, facts->ws->vendors.at[s->worst_echo->vendor].name)));
	}
	for (size_t i = 0; i < facts->swap->claim_count; i++) {
		const struct swapped_claim *c = &facts->swap->claims[i];
		const struct echo *echo = NULL;
		if (c == s->worst || !is_headline(c) || !fails(facts, c, &echo))
			continue;
		struct evidence *e = finding_cite_claim(f, a, c);
		if (e)
			e->note =
				echo ? arena_fmt(a, "also said by %" PRI_STR,
					       ARG_STR(say_name(a,
						       facts->ws->vendors.at[echo->vendor]
							       .name)))
				     : S("nothing in it could be wrong");
	}
	finding_date(f);
}

static void not_differentiated_run(
	const struct facts *facts, const struct audit *audit, struct findings *out)
{
	struct arena *a = facts->ws->arena;
	const struct stand s = stand_of(facts);
	if (!s.headlines || s.headlines < HEADLINES_MIN) {
		finding_silent(out, a, audit,
			arena_fmt(a,
				"needs %d headline claims and a page of a competitor met "
				"in a tenth of the deals, has %zu",
				HEADLINES_MIN, s.headlines),
			&fact_kinds[s.headlines ? FACT_COPY : FACT_RIVALS].unlock);
		return;
	}
	if ((double)s.fails < FAIL_SHARE * (double)s.headlines)
		return;
	struct finding *f = finding_add(out, a, audit);
	const struct vendor *rival = &facts->ws->vendors.at[s.vendor];
	const struct launch *launch = blocked_launch(facts);
	const struct deal_group *group = group_of_vendor(facts, s.vendor);
	struct str why = { 0 };
	f->certainty = certainty_in(a, &s, &why);
	f->severity =
		severity_at(launch ? SEVERITY_BLOCKER : SEVERITY_SERIOUS, f->certainty);
	f->subject = rival->id;
	f->sentence = arena_fmt(a,
		"%" PRI_STR
		" headline claims would be as true with a competitor’s name on "
		"them.",
		ARG_STR(say_of_first(a, s.fails, "of your", s.headlines)));
	f->detail = detail_of(facts, &s);
	if (launch)
		f->detail = arena_fmt(a,
			"%" PRI_STR " The tier 1 launch “%" PRI_STR "” uses them.",
			ARG_STR(f->detail), ARG_STR(say_name(a, launch->name)));
	f->cost = cost_of(facts, &s);
	f->next = next_of(facts, &s);
	f->doubt = say_doubt(a, f->certainty, why);
	f->figure = arena_fmt(a, "%zu of %zu", s.fails, s.headlines);
	f->figure_unit = S("claims fail the swap");
	f->they_say = S("Everybody in this market says that.");
	f->then = S("Then a buyer who reads both pages cannot tell you apart; the quotes "
		    "stand side by side.");
	f->size = (struct estimate){ .value = (double)s.fails / (double)s.headlines,
		.low = (double)s.fails / (double)s.headlines,
		.high = (double)s.fails / (double)s.headlines,
		.n = s.headlines,
		.k = s.fails,
		.unit = UNIT_SHARE,
		.method = "counted" };
	f->stake_cents = group ? group->cents[DEAL_OPEN] : 0;
	cite(facts, &s, f);
}

static const int DEMANDS[] = { 20, 30, 0 };

const struct audit audit_not_differentiated = {
	.id = "not-differentiated",
	.number = "F01",
	.group = "differentiation",
	.title = "Could a competitor sign your headline claims?",
	.why = "A claim that stays true with a competitor’s name in it gives a buyer no "
	       "reason to "
	       "choose you.",
	.minimum =
		"three headline claims of yours, and one saved page of a competitor met "
		"in at "
		"least a tenth of your deals",
	.needs = NEEDS(FACT_COPY) | NEEDS(FACT_RIVALS),
	.severity = SEVERITY_SERIOUS,
	.bring_to = "leadership",
	.demands = DEMANDS,
	.fires_on = "not-differentiated-fires",
	.silent_on = "not-differentiated-silent",
	.run = not_differentiated_run,
};
