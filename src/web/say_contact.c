// What happened between two functions, in words and counts, and what is needed of it.
#include <math.h>

#include "web/say.h"

/*
 * Observed strength is volume over volume plus what is predicted, after two discounts:
 * for going one way, and for resting on few pairs (strength.c).  The ratio of volume is
 * what happened; where the discounts take more than a tenth off it, they are said, so
 * that words of the one do not contradict figures of the other.
 */
static const double DISCOUNTED = .9;

struct contact {
	struct buf *out;
	struct arena *a;
	const struct web *web;
	const struct web_link *link;
	double counts; // as so many times what is predicted
	double told;   // the ratio that was put into words last; 0 for nothing
};

static double odds_of(double strength)
{
	return strength < 1 ? strength / (1 - strength) : INFINITY;
}

// "in 180 days", or nothing where the window has no ends.
static struct str during(const struct contact *c)
{
	if (!date_set(c->web->from) || !date_set(c->web->to))
		return S("");
	return arena_fmt(c->a, " in %d days", c->web->to.days - c->web->from.days + 1);
}

static void add_times(struct contact *c)
{
	const struct web_link *l = c->link;
	const struct str a = say_node(c->a, c->web, l->a),
			 b = say_node(c->a, c->web, l->b);
	const uint32_t times = l->turned_ab + l->turned_ba;
	const struct str when = during(c);
	if (isnan(l->effective_pairs)) // rows of whole teams: nobody's turns to count
		buf_fmt(c->out, "they exchanged");
	else if (l->turned_ab && l->turned_ba)
		buf_fmt(c->out,
			"they turned to each other %" PRI_STR " times%" PRI_STR ",",
			ARG_STR(words_number(c->a, times)), ARG_STR(when));
	else
		buf_fmt(c->out,
			"%" PRI_STR " turned to %" PRI_STR " %" PRI_STR " time%s%" PRI_STR
			" and nothing came back,",
			ARG_STR(l->turned_ab ? a : b), ARG_STR(l->turned_ab ? b : a),
			ARG_STR(words_number(c->a, times)), times == 1 ? "" : "s",
			ARG_STR(when));
	buf_fmt(c->out, " %" PRI_STR " the traffic of both predicts",
		ARG_STR(say_amount(c->a, l->ratio)));
	c->told = say_amount_ratio(l->ratio);
}

static void add_counts_as(struct contact *c, const char *whose)
{
	if (c->counts > 0)
		buf_fmt(c->out, " counts as %" PRI_STR " %s predicts",
			ARG_STR(say_amount(c->a, c->counts)), whose);
	else
		buf_fmt(c->out, " counts for next to nothing");
	c->told = say_amount_ratio(c->counts);
}

// What takes off most, if anything takes off much.
static void add_discount(struct contact *c)
{
	const struct web_link *l = c->link;
	if (!(l->ratio > 0) || isnan(l->effective_pairs) ||
		c->counts >= DISCOUNTED * l->ratio)
		return;
	const double one_way = .5 + .5 * l->reciprocity;
	const double few = .5 + .5 * fmin(1, fmax(0, l->effective_pairs - 1) / 2);
	const bool forth = l->volume_ab > l->volume_ba;
	const struct str from = say_node(c->a, c->web, forth ? l->a : l->b);
	const struct str to = say_node(c->a, c->web, forth ? l->b : l->a);
	if (!(l->reciprocity > 0))
		buf_fmt(c->out, "; as it goes one way, it");
	else if (one_way < few)
		buf_fmt(c->out,
			"; what goes from %" PRI_STR " to %" PRI_STR
			" weighs more than what comes back, so it",
			ARG_STR(from), ARG_STR(to));
	else
		buf_fmt(c->out, "; it rests on %s of people, so it",
			l->effective_pairs < 1.5 ? "one pair" : "about two pairs");
	add_counts_as(c, "traffic");
}

static void add_veiled(struct contact *c)
{
	if (c->link->under_five)
		buf_fmt(c->out,
			"under five pairs of people turned to each other%" PRI_STR
			", which",
			ARG_STR(during(c)));
	else
		buf_fmt(c->out,
			"how often is withheld, because it would tell of a tie that "
			"under five pairs carry; it");
	add_counts_as(c, "the traffic of both");
}

// Short of it though the words are those of what is needed, or the other way round.
static struct str level_words(const struct contact *c, double needed)
{
	const double least = say_amount_ratio(odds_of(needed));
	if (c->link->observed < needed && c->told >= least)
		return S("a little more");
	if (c->link->observed >= needed && c->told < least)
		return S("no more than that");
	return arena_fmt(c->a, "%" PRI_STR " %s", ARG_STR(say_level(needed)),
		c->told > 0 || c->link->withheld ? "it predicts"
						 : "the traffic of both predicts");
}

static void add_figures(const struct contact *c, double needed)
{
	const struct web_link *l = c->link;
	struct str (*say)(struct arena *, double) =
		l->withheld ? say_rough : say_strength;
	buf_fmt(c->out, " (observed %" PRI_STR, ARG_STR(say_label(c->a, l)));
	if (isfinite(l->low) && isfinite(l->high) && l->high > 0)
		buf_fmt(c->out, ", between %" PRI_STR " and %" PRI_STR,
			ARG_STR(say(c->a, l->low)), ARG_STR(say(c->a, l->high)));
	if (l->needed > 0)
		buf_fmt(c->out, "; needed %" PRI_STR,
			ARG_STR(say_strength(c->a, needed)));
	if (l->needed > needed)
		buf_fmt(c->out, " for it, %" PRI_STR " in all",
			ARG_STR(say_strength(c->a, l->needed)));
	buf_fmt(c->out, ")");
}

void say_contact(struct buf *out, struct arena *a, const struct web *w,
	const struct web_link *l, struct str who, double needed)
{
	struct contact c = {
		.out = out, .a = a, .web = w, .link = l, .counts = odds_of(l->observed)
	};
	if (l->withheld) {
		add_veiled(&c);
	} else if (!l->pairs && !(l->observed > 0)) {
		buf_fmt(out, "nothing was exchanged%" PRI_STR, ARG_STR(during(&c)));
	} else {
		add_times(&c);
		add_discount(&c);
	}
	if (who.len)
		buf_fmt(out, "; %" PRI_STR " needs %" PRI_STR, ARG_STR(who),
			ARG_STR(level_words(&c, needed)));
	add_figures(&c, needed);
}
