#include "audit/headlines.h"
#include "audit/ladder.h"
#include "audit/list.h"
#include "audit/say.h"

enum { WORDS_SHOWN = 90 };
static const double FAIL_SHARE = 0.5; // of headline claims

static struct str name_of(const struct facts *facts, size_t vendor)
{
	return say_name(facts->ws->arena, facts->ws->vendors.at[vendor].name);
}

// The one competitor for whom all that fails would work, or SIZE_MAX.
static size_t only_one(const struct headlines *h)
{
	return h->by_count && h->by[0].echoed + h->anyones >= h->fails ? h->by[0].vendor
								       : SIZE_MAX;
}

// A launch of tier 1 that is still to come and uses the file or folder of a failing
// claim.
static bool launch_uses(
	const struct facts *facts, const struct launch *l, const struct swapped_claim *c)
{
	const struct str path = c->copy->source->path;
	const struct str file = facts->ws->sources[l->source].path;
	if (l->tier != 1 || (date_set(l->date) && l->date.days < facts->ws->as_of.days))
		return false;
	for (size_t g = 0; g < l->gate_count; g++)
		if (str_eq(l->gates[g].evidence, path))
			return true;
	const struct str stem = str_cut(file, 0, file.len - path_suffix(file).len);
	return str_starts(path, stem) && path.len > stem.len && path.at[stem.len] == '/';
}

static const struct launch *blocked_launch(const struct facts *facts)
{
	const struct papers *papers = &facts->ws->papers;
	for (size_t i = 0; i < facts->swap->claim_count; i++) {
		const struct swapped_claim *c = &facts->swap->claims[i];
		const struct echo *echo = NULL;
		if (!headline_is(c) || !headline_fails(facts, c, &echo))
			continue;
		for (size_t l = 0; l < papers->launch_count; l++)
			if (launch_uses(facts, &papers->launches[l], c))
				return &papers->launches[l];
	}
	return NULL;
}

static const struct swapped_claim *first_unique(const struct facts *facts)
{
	for (size_t i = 0; i < facts->swap->claim_count; i++)
		if (facts->swap->claims[i].verdict == VERDICT_UNIQUE &&
			headline_is(&facts->swap->claims[i]))
			return &facts->swap->claims[i];
	return NULL;
}

// "Shiftly says two of them in nearly the same words, OpsGrid three; the others could be
// anybody’s."
static struct str detail_of(const struct facts *facts, const struct headlines *h)
{
	struct arena *a = facts->ws->arena;
	struct str said[3];
	const size_t shown = h->by_count < COUNT(said) ? h->by_count : COUNT(said);
	if (!h->worst_echo)
		return S("No competitor here says them; nothing in them could be wrong, "
			 "whoever says it.");
	const struct evidence *e = &h->worst_echo->evidence;
	const struct date seen = date_set(e->captured) ? e->captured : e->date;
	for (size_t i = 0; i < shown; i++)
		said[i] = arena_fmt(a,
			i ? "%" PRI_STR " %" PRI_STR
			  : "%" PRI_STR " says %" PRI_STR
			    " of them in nearly the same words",
			ARG_STR(name_of(facts, h->by[i].vendor)),
			ARG_STR(say_number(a, h->by[i].echoed)));
	return arena_fmt(a, "%" PRI_STR " (seen %" PRI_STR ")%s.",
		ARG_STR(say_list(a, said, shown, shown)),
		ARG_STR(say_day(a, seen, facts->ws->as_of)),
		!h->anyones	  ? ""
		: h->anyones == 1 ? "; one could be anybody’s"
				  : "; the others could be anybody’s");
}

static struct str cost_of(const struct facts *facts, const struct headlines *h)
{
	struct arena *a = facts->ws->arena;
	const struct deal_group *g =
		h->by_count ? group_of_vendor(facts, h->by[0].vendor) : NULL;
	const size_t decided = g ? g->counts[DEAL_WON] + g->counts[DEAL_LOST] : 0;
	if (!decided)
		return (struct str){ 0 };
	return arena_fmt(a,
		"%" PRI_STR " stood in %" PRI_STR " decided %s: you won %" PRI_STR
		" and lost %" PRI_STR ", worth "
		"%" PRI_STR ".",
		ARG_STR(name_of(facts, h->by[0].vendor)),
		ARG_STR(words_number(a, decided)), say_plural(decided, "deal", "deals"),
		ARG_STR(words_number(a, g->counts[DEAL_WON])),
		ARG_STR(words_number(a, g->counts[DEAL_LOST])),
		ARG_STR(say_money(a, facts, g->cents[DEAL_LOST])));
}

static struct str next_of(const struct facts *facts, const struct headlines *h)
{
	struct arena *a = facts->ws->arena;
	const struct swapped_claim *unique = first_unique(facts), *w = h->worst;
	const struct evidence at = { .path = w->copy->source->path,
		.place = w->sentence->place };
	const struct str where = evidence_where(a, &at);
	const struct str count = say_number(a, h->fails);
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
 * stands for all.  These are texts, not a sample: the ladder's minimum of cases does not
 * apply.
 */
static enum certainty certainty_in(
	struct arena *a, const struct headlines *h, size_t rivals, struct str *why)
{
	const double one = h->chance * (double)rivals; // each was held against every one
	const double chance = chance_of_at_least(h->echoed, h->count, one < 1 ? one : 1);
	if (!h->echoed) {
		*why = S(
			"none of these stands on their pages; they are too general to be "
			"wrong for anybody, which is a rule and not a measurement.");
		return CERTAINTY_SUGGESTIVE;
	}
	*why = arena_fmt(a,
		"%" PRI_STR " of the %" PRI_STR
		" stand on their pages in nearly the same words; %" PRI_STR
		" that so many would match by accident.",
		ARG_STR(words_number(a, h->echoed)), ARG_STR(words_number(a, h->fails)),
		ARG_STR(words_chance(a, chance)));
	return certainty_of(chance, LADDER_CASES);
}

// The closest pair first, then the others.
static void cite(const struct facts *facts, const struct headlines *h, struct finding *f)
{
	struct arena *a = facts->ws->arena;
	finding_cite_claim(f, a, h->worst)->note = S("you say");
	struct evidence *theirs = h->worst_echo ? finding_cite(f, a) : NULL;
	if (theirs) {
		*theirs = h->worst_echo->evidence;
		theirs->note = arena_fmt(a, "%" PRI_STR " says",
			ARG_STR(name_of(facts, h->worst_echo->vendor)));
	}
	for (size_t i = 0; i < facts->swap->claim_count; i++) {
		const struct swapped_claim *c = &facts->swap->claims[i];
		const struct echo *echo = NULL;
		if (c == h->worst || !headline_is(c) || !headline_fails(facts, c, &echo))
			continue;
		struct evidence *e = finding_cite_claim(f, a, c);
		if (e)
			e->note = echo ? arena_fmt(a, "also said by %" PRI_STR,
						 ARG_STR(name_of(facts, echo->vendor)))
				       : S("would be as true of anybody");
	}
	finding_date(f);
}

static struct str sentence_of(const struct facts *facts, const struct headlines *h)
{
	struct arena *a = facts->ws->arena;
	const size_t one = only_one(h);
	return arena_fmt(a,
		"%" PRI_STR " headline claims would be as true with %" PRI_STR
		"’s name on them.",
		ARG_STR(say_of_first(a, h->fails, "of your", h->count)),
		ARG_STR(one == SIZE_MAX ? S("a competitor") : name_of(facts, one)));
}

static void say(const struct facts *facts, const struct audit *audit,
	const struct headlines *h, size_t rivals, struct findings *out)
{
	struct arena *a = facts->ws->arena;
	struct finding *f = finding_add(out, a, audit);
	const struct launch *launch = blocked_launch(facts);
	const size_t one = only_one(h);
	const double share = (double)h->fails / (double)h->count;
	struct str why = { 0 };
	f->certainty = certainty_in(a, h, rivals, &why);
	f->severity =
		severity_at(launch ? SEVERITY_BLOCKER : SEVERITY_SERIOUS, f->certainty);
	f->subject = one == SIZE_MAX ? S("competitors") : facts->ws->vendors.at[one].id;
	f->sentence = sentence_of(facts, h);
	f->detail = detail_of(facts, h);
	if (launch)
		f->detail = arena_fmt(a,
			"%" PRI_STR " The tier 1 launch “%" PRI_STR "” uses them.",
			ARG_STR(f->detail), ARG_STR(say_name(a, launch->name)));
	f->cost = cost_of(facts, h);
	f->next = next_of(facts, h);
	f->doubt = say_doubt(a, f->certainty, why);
	f->figure = say_ratio(a, h->fails, h->count, "");
	f->figure_unit = S("claims fail the swap");
	f->they_say = S("Everybody in this market says that.");
	f->then = S("Then a buyer who reads both pages cannot tell you apart; the quotes "
		    "stand side by side.");
	f->size = (struct estimate){ .value = share,
		.low = share,
		.high = share,
		.n = h->count,
		.k = h->fails,
		.unit = UNIT_SHARE,
		.method = "counted" };
	for (size_t i = 0; i < h->by_count; i++) {
		const struct deal_group *g = group_of_vendor(facts, h->by[i].vendor);
		f->stake_cents += g ? g->cents[DEAL_OPEN] : 0;
	}
	cite(facts, h, f);
}

static void not_differentiated_run(
	const struct facts *facts, const struct audit *audit, struct findings *out)
{
	struct arena *a = facts->ws->arena;
	size_t rivals = 0;
	const struct headlines h = headlines_of(facts, &rivals);
	if (!rivals) {
		finding_silent(out, a, audit,
			S("needs a page of a competitor met in a tenth of the deals"),
			&fact_kinds[FACT_RIVALS].unlock);
		return;
	}
	if (h.count < HEADLINES_MIN) {
		finding_silent(out, a, audit,
			arena_fmt(a, "needs %d headline claims, has %" PRI_STR,
				HEADLINES_MIN, ARG_STR(words_number(a, h.count))),
			&fact_kinds[FACT_COPY].unlock);
		return;
	}
	if ((double)h.fails >= FAIL_SHARE * (double)h.count)
		say(facts, audit, &h, rivals, out);
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
