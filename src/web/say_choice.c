#include <math.h>

#include "web/say.h"

static struct str picked_in(struct arena *a, const struct web_pick *p)
{
	if (isnan(p->picked))
		return S("The rows name no people, so how sure this is cannot be said.");
	return arena_fmt(a, "Picked in %" PRI_STR " of resamples.",
		ARG_STR(say_percent(a, p->picked)));
}

static struct str pick_sentence(
	struct arena *a, const struct web *w, const struct web_pick *p)
{
	const struct web_link *l = &w->links[p->link];
	const struct web_aim *aim = &w->aims[p->aim];
	const struct str ends = say_ends(a, w, p->link);
	struct buf out = { 0 };
	buf_fmt(&out,
		"%" PRI_STR ": %" PRI_STR ", needed %" PRI_STR " because \"%" PRI_STR
		"\"",
		ARG_STR(ends), ARG_STR(say_found(a, l)),
		ARG_STR(say_strength(a, l->needed)),
		ARG_STR(utf8_safe(a, aim->name, 120)));
	if (aim->value > 0)
		buf_fmt(&out, " (value %" PRI_STR ")", ARG_STR(say_value(a, aim->value)));
	buf_fmt(&out,
		" runs through it. Fixing it lifts that objective from %" PRI_STR
		" to %" PRI_STR " of what it needs. %" PRI_STR,
		ARG_STR(say_percent(a, p->from)), ARG_STR(say_percent(a, p->to)),
		ARG_STR(picked_in(a, p)));
	if (p->instead != SIZE_MAX)
		buf_fmt(&out, " Next best: %" PRI_STR ".",
			ARG_STR(say_ends(a, w, p->instead)));
	buf_fmt(&out, " It would not be picked if %" PRI_STR " were above %" PRI_STR ".",
		ARG_STR(ends),
		ARG_STR(l->withheld ? say_rough(a, p->threshold)
				    : say_strength(a, p->threshold)));
	const struct str sentence = arena_str(a, buf_str(&out));
	buf_done(&out);
	return sentence;
}

// Why there is no choice.
static struct str nothing_chosen(const struct web *w)
{
	bool needed = false, blind = false;
	for (size_t l = 0; l < w->link_count; l++) {
		needed |= w->links[l].needed > 0;
		blind |= w->links[l].verdict == WEB_NO_DATA;
	}
	if (!needed)
		return S("No objective says which functions need each other: add "
			 "owner_function and depends_on to objectives.csv, a path to an "
			 "objective in candor.yaml, or draw web/relationships.yaml.");
	if (w->basis != WEB_BASIS_STRENGTH)
		return S("No choice: the figures do not allow one.");
	if (blind)
		return S("What is needed and can be seen is enough; the rest has no "
			 "rows.");
	for (size_t l = 0; l < w->link_count; l++)
		if (w->links[l].gap > 0)
			return S("No objective that has a value would gain.");
	return S("Every relationship the objectives need is there.");
}

static const char *in_words(size_t n)
{
	static const char *const WORDS[] = { "None", "One", "Two", "Three" };
	return WORDS[n < WEB_FOCUS_MAX ? n : WEB_FOCUS_MAX];
}

static struct str unsure(struct arena *a, const struct web *w, size_t open)
{
	const struct web_pick *p = &w->choice.picks[w->choice.pick_count - 1];
	const struct str instead =
		p->instead == SIZE_MAX
			? S("")
			: arena_fmt(a, ": %" PRI_STR " could stand in for %" PRI_STR,
				  ARG_STR(say_ends(a, w, p->instead)),
				  ARG_STR(say_ends(a, w, p->link)));
	return arena_fmt(
		a, "%s close%" PRI_STR ".", open == 1 ? "is" : "are", ARG_STR(instead));
}

static struct str choice_sentence(struct arena *a, const struct web *w)
{
	static const char *const PLACES[] = { "the first", "the second", "the third" };
	const struct web_choice *c = &w->choice;
	size_t firm = 0;
	for (size_t i = 0; i < c->pick_count; i++)
		firm += c->picks[i].firmness == WEB_FIRM;
	const size_t open = c->pick_count - firm;
	if (!c->best.count)
		return nothing_chosen(w);
	if (!c->pick_count)
		return S("No choice is sure enough to show: with other people looked at, "
			 "it "
			 "would have been another one each time.");
	if (!open && firm == c->best.count)
		return firm == 1   ? S("One is clear.")
		       : firm == 2 ? S("Both are clear.")
				   : S("All three are clear.");
	if (!open)
		return arena_fmt(a,
			"%s %s clear; what comes next is not sure enough to "
			"show.",
			in_words(firm), firm == 1 ? "is" : "are");
	const struct str tail = unsure(a, w, open);
	if (!firm)
		return arena_fmt(a, "None is clear; %s %" PRI_STR,
			open == 1 ? "the one shown" : "those shown", ARG_STR(tail));
	return arena_fmt(a, "%s %s clear, %s %" PRI_STR, in_words(firm),
		firm == 1 ? "is" : "are", open == 1 ? PLACES[firm] : "the others",
		ARG_STR(tail));
}

void say_choice(struct web *w, struct arena *a)
{
	for (size_t i = 0; i < w->choice.pick_count; i++)
		w->choice.picks[i].sentence = pick_sentence(a, w, &w->choice.picks[i]);
	w->choice.sentence = choice_sentence(a, w);
}
