// The result of the swap test in at most four sentences.
#include "report/swap_view.h"

enum { FEW = 10 };

static size_t count_of(const struct swap_view *v, enum swap_deed deed)
{
	const struct swap_result *r = v->result;
	size_t n = 0;
	for (size_t i = 0; i < r->claim_count; i++)
		n += !r->claims[i].copied_elsewhere && view_deed(&r->claims[i]) == deed;
	return n;
}

static void say(struct swap_view *v, struct str sentence)
{
	if (v->headline_count < SWAP_HEADLINES)
		v->headlines[v->headline_count++] = sentence;
}

static void say_none(struct swap_view *v)
{
	const struct swap_result *r = v->result;
	if (r->sentences_read)
		say(v, arena_fmt(v->arena,
			       "No claim was found: %zu %s read, and none says "
			       "something about you that could be true or false "
			       "(headings, calls to action, questions and set-up notes "
			       "do not).",
			       r->sentences_read,
			       view_plural(r->sentences_read, "sentence was",
				       "sentences were")));
	else
		say(v, S("No text of yours was found. Put a page, a deck or a README "
			 "into the folder, or name two files: candor swap ours.md "
			 "--theirs theirs.html."));
}

// "7 of 19 claims work with Plausible's name on them (between 4 and 10)."
static void say_rate(struct swap_view *v)
{
	const struct swap_result *r = v->result;
	struct arena *a = v->arena;
	const struct swap_rival *worst =
		r->rival_count && r->rival_sentences ? &r->rivals[0] : NULL;
	const struct estimate *e = worst ? &worst->works : &r->works;
	const char *claims = view_plural(e->n, "claim", "claims");
	const struct str range = view_between(a, e);
	if (!worst)
		say(v, arena_fmt(a,
			       "%zu of %zu %s could be anybody's%" PRI_STR
			       ": nothing in %s can be checked.",
			       e->k, e->n, claims, ARG_STR(range),
			       view_plural(e->k, "it", "them")));
	else if (!e->k)
		say(v, arena_fmt(a,
			       "None of %zu %s works with a competitor's name on it"
			       "%" PRI_STR ".",
			       e->n, claims, ARG_STR(range)));
	else
		say(v, arena_fmt(a,
			       "%zu of %zu %s %s with %" PRI_STR "’s name on %s%" PRI_STR
			       ".",
			       e->k, e->n, claims, view_plural(e->k, "works", "work"),
			       ARG_STR(view_vendor(v, worst->vendor)),
			       view_plural(e->k, "it", "them"), ARG_STR(range)));
}

// "A competitor already says 5; 4 more could be anybody's."
static void say_why(struct swap_view *v)
{
	const struct swap_result *r = v->result;
	struct arena *a = v->arena;
	const size_t filler = count_of(v, DEED_FILLER), said = count_of(v, DEED_ACT);
	struct str who = S("A competitor");
	if (r->rival_count == 1)
		who = view_vendor(v, r->rivals[0].vendor);
	else if (r->rival_count && r->works.k > r->rivals[0].works.k)
		who = arena_fmt(a, "%zu work with some competitor’s name: a competitor",
			r->works.k);
	if (!r->rival_sentences || !(filler + said))
		return;
	if (!said)
		say(v, arena_fmt(a,
			       "No page says %s outright, but nothing in %s can be "
			       "checked: anybody could print %s.",
			       view_plural(filler, "it", "them"),
			       view_plural(filler, "it", "them"),
			       view_plural(filler, "it", "them")));
	else if (!filler && r->works.k == 1)
		say(v, arena_fmt(a, "%" PRI_STR " already says it.", ARG_STR(who)));
	else if (!filler)
		say(v, arena_fmt(a, "%" PRI_STR " already says %zu of them.",
			       ARG_STR(who), said));
	else
		say(v, arena_fmt(a,
			       "%" PRI_STR
			       " already says %zu; %zu more could be anybody's, because "
			       "nothing in %s can be checked.",
			       ARG_STR(who), said, filler,
			       view_plural(filler, "it", "them")));
}

static void say_headlines(struct swap_view *v)
{
	const struct swap_result *r = v->result;
	const size_t n = r->headline_count, k = r->headline_fail;
	if (n == 1)
		say(v, k ? S("Your headline is one of them.")
			 : S("Your headline is not one of them."));
	else if (n == 2 && k == n)
		say(v, S("Both of your headline claims are among them."));
	else if (n && k == n)
		say(v, arena_fmt(v->arena,
			       "All %zu of your headline claims are among them.", n));
	else if (n && k)
		say(v, arena_fmt(v->arena,
			       "%zu of your %zu headline claims %s among them.", k, n,
			       view_plural(k, "is", "are")));
	else if (n)
		say(v, arena_fmt(v->arena,
			       "None of your %zu headline claims is among them.", n));
}

static void say_ours(struct swap_view *v)
{
	const struct swap_result *r = v->result;
	struct arena *a = v->arena;
	const size_t unique = count_of(v, DEED_LEAD), unproven = count_of(v, DEED_PROVE);
	const char *are = view_plural(unique, "is", "are");
	if (!r->rival_sentences)
		return;
	if (!r->ledger && unique)
		say(v, arena_fmt(a, "%zu %s yours alone, as far as these pages show.",
			       unique, are));
	else if (!r->ledger)
		say(v, S("None is yours alone."));
	else if (unique)
		say(v, arena_fmt(a,
			       "%zu %s yours alone and proven; %zu more would be yours "
			       "with a proof.",
			       unique, are, unproven));
	else
		say(v, arena_fmt(a,
			       "None is yours alone and proven; %zu would be yours with "
			       "a proof.",
			       unproven));
}

void view_lead(struct swap_view *v)
{
	const struct swap_result *r = v->result;
	if (!r->distinct) {
		say_none(v);
		return;
	}
	say_rate(v);
	say_why(v);
	if (r->works.k && r->distinct > 1)
		say_headlines(v);
	if (r->distinct < FEW && !r->rival_count)
		say(v, S("So few claims allow no rate: read them."));
	say_ours(v);
}
