#include <math.h>

#include "web/say.h"

static size_t draws_of(const struct web *w, double picked)
{
	return (size_t)(picked * (double)w->choice.draws + .5);
}

// "in all 400 draws", "in 170 of 400 draws"
static struct str drawn_in(struct arena *a, const struct web *w, double picked)
{
	const size_t all = w->choice.draws, in = draws_of(w, picked);
	if (in >= all)
		return arena_fmt(a, "in all %zu draws", all);
	return arena_fmt(a, "in %zu of %zu draws", in, all);
}

static double level_of(const struct web_aim *aim, size_t link)
{
	for (size_t i = 0; i < aim->link_count; i++)
		if (aim->links[i].link == link)
			return aim->links[i].needed;
	return 0;
}

// All have the same runner-up: it is said once, for the choice.
static bool one_runner_up(const struct web *w)
{
	const struct web_choice *c = &w->choice;
	for (size_t i = 1; i < c->pick_count; i++)
		if (c->picks[i].instead != c->picks[0].instead)
			return false;
	return c->pick_count > 0;
}

static void add_sureness(
	struct buf *out, struct arena *a, const struct web *w, const struct web_pick *p)
{
	const struct web_link *l = &w->links[p->link];
	const struct str threshold =
		l->withheld ? say_rough(a, p->threshold) : say_strength(a, p->threshold);
	if (isnan(p->picked))
		buf_fmt(out, " The rows name no people, so how sure this is cannot be "
			     "said");
	else
		buf_fmt(out, " Chosen %" PRI_STR, ARG_STR(drawn_in(a, w, p->picked)));
	if (!isnan(p->picked) && p->firmness == WEB_OPEN && p->instead != SIZE_MAX)
		buf_fmt(out, ", %" PRI_STR " in %zu", ARG_STR(say_ends(a, w, p->instead)),
			draws_of(w, w->links[p->instead].picked));
	if (p->threshold < l->needed - (l->withheld ? .05 : .005))
		buf_fmt(out, "; at %" PRI_STR " it would no longer be chosen",
			ARG_STR(threshold));
	buf_byte(out, '.');
}

static void add_gain(struct buf *out, struct arena *a, const struct web *w,
	const struct web_pick *p, struct str aim)
{
	buf_fmt(out,
		"Mended, it takes %" PRI_STR " from %" PRI_STR " to %" PRI_STR
		" of the contact it needs.",
		ARG_STR(aim), ARG_STR(say_percent(a, p->from)),
		ARG_STR(say_percent(a, p->to)));
	add_sureness(out, a, w, p);
}

static void say_pick(struct arena *a, const struct web *w, struct web_pick *p)
{
	const struct str aim = say_aim(a, &w->aims[p->aim]);
	struct buf out = { 0 };
	buf_fmt(&out, "%" PRI_STR ": ", ARG_STR(say_ends(a, w, p->link)));
	say_contact(
		&out, a, w, &w->links[p->link], aim, level_of(&w->aims[p->aim], p->link));
	buf_fmt(&out, ". ");
	add_gain(&out, a, w, p, S("that objective"));
	p->sentence = arena_str(a, buf_str(&out));
	buf_clear(&out);
	add_gain(&out, a, w, p, aim);
	p->gain = arena_str(a, buf_str(&out));
	buf_done(&out);
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
		return S("Nothing is chosen: what was seen does not allow it.");
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

static struct str sure_sentence(struct arena *a, const struct web *w)
{
	static const char *const PLACES[] = { "the first", "the second", "the third" };
	const struct web_choice *c = &w->choice;
	size_t firm = 0;
	for (size_t i = 0; i < c->pick_count; i++)
		firm += c->picks[i].firmness == WEB_FIRM;
	const size_t open = c->pick_count - firm;
	const char *all = firm == 1 ? "It is" : firm == 2 ? "Both are" : "All three are";
	if (!open)
		return arena_fmt(a, "%s clear%s", all,
			firm == c->best.count
				? "."
				: "; what comes next is not sure enough to show.");
	const struct str tail = unsure(a, w, open);
	if (!firm)
		return arena_fmt(a, "%s %" PRI_STR,
			open == 1   ? "It"
			: open == 2 ? "Neither is clear; both"
				    : "None is clear; all",
			ARG_STR(tail));
	return arena_fmt(a, "%s %s clear, %s %" PRI_STR, in_words(firm),
		firm == 1 ? "is" : "are", open == 1 ? PLACES[firm] : "the others",
		ARG_STR(tail));
}

static struct str choice_sentence(struct arena *a, const struct web *w)
{
	static const char *const WORDS[] = { "No relationships", "One relationship",
		"Two relationships", "Three relationships" };
	const struct web_choice *c = &w->choice;
	if (!c->best.count)
		return nothing_chosen(w);
	if (!c->pick_count)
		return S("No choice is sure enough to show: with other people looked at, "
			 "it would have been another one each time.");
	const size_t next =
		c->picks[c->pick_count - 1].firmness == WEB_FIRM && one_runner_up(w)
			? c->picks[0].instead
			: SIZE_MAX;
	return arena_fmt(a, "%s to work on. %" PRI_STR "%s%" PRI_STR "%s",
		WORDS[c->pick_count], ARG_STR(sure_sentence(a, w)),
		next != SIZE_MAX ? " Next best is " : "",
		ARG_STR(next != SIZE_MAX ? say_ends(a, w, next) : S("")),
		next != SIZE_MAX ? "." : "");
}

static bool is_drawn(const struct web *w)
{
	for (size_t l = 0; l < w->link_count; l++)
		if (w->choice.draws && isfinite(w->links[l].low))
			return true;
	return false;
}

static struct str draws_sentence(struct arena *a, const struct web *w)
{
	const size_t all = w->choice.draws;
	struct str limits = S("");
	if (!is_drawn(w))
		return S("");
	if (w->choice.pick_count)
		limits = arena_fmt(a,
			"; clear is what %zu or more of them choose, close what %zu or "
			"more "
			"choose",
			(all * 4 + 4) / 5, (all * 2 + 4) / 5);
	return arena_fmt(a,
		"How sure: all this was measured %zu times, each time with some people "
		"left out and others counted twice. “Between” holds nine of ten of these "
		"draws%" PRI_STR ".",
		all, ARG_STR(limits));
}

void say_choice(struct web *w, struct arena *a)
{
	for (size_t i = 0; i < w->choice.pick_count; i++)
		say_pick(a, w, &w->choice.picks[i]);
	w->choice.sentence = choice_sentence(a, w);
	w->choice.draws_sentence = draws_sentence(a, w);
}
