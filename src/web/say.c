#include "web/say.h"

#include <math.h>

#include "web/weave.h"

enum { NAME_MAX_BYTES = 60, AIM_MAX_BYTES = 120 };

// ".06" for 0.06, and "0" for what rounds to nothing.
static struct str without_zero(struct str s)
{
	if (str_eq(s, S("0.00")) || str_eq(s, S("0.0")))
		return S("0");
	return str_starts(s, S("0.")) ? str_from(s, 1) : s;
}

struct str say_strength(struct arena *a, double x)
{
	return without_zero(arena_fmt(a, "%.2f", x));
}

struct str say_rough(struct arena *a, double x)
{
	return without_zero(arena_fmt(a, "%.1f", x));
}

struct str say_label(struct arena *a, const struct web_link *link)
{
	const bool nothing = !(link->observed > 0) && !link->withheld;
	if (nothing)
		return S("0");
	if (link->withheld)
		return link->observed < .05 ? S("<.1") : say_rough(a, link->observed);
	return link->observed < .005 ? S("<.01") : say_strength(a, link->observed);
}

struct str say_range(struct arena *a, const struct web_link *link)
{
	struct str (*say)(struct arena *, double) =
		link->withheld ? say_rough : say_strength;
	if (!isfinite(link->low) || !isfinite(link->high))
		return S("");
	return arena_fmt(a, "%" PRI_STR " to %" PRI_STR, ARG_STR(say(a, link->low)),
		ARG_STR(say(a, link->high)));
}

struct str say_percent(struct arena *a, double share)
{
	return arena_fmt(a, "%.0f%%", 100 * share);
}

static struct str say_value(struct arena *a, double value)
{
	if (value >= 999500)
		return arena_fmt(a, "%.1fM", value / 1e6);
	if (value >= 10000)
		return arena_fmt(a, "%.0fk", value / 1e3);
	return arena_fmt(a, "%.0f", value);
}

struct str say_node(struct arena *a, const struct web *web, uint32_t node)
{
	return utf8_safe(a, web->nodes[node].name, NAME_MAX_BYTES);
}

struct str say_aim(struct arena *a, const struct web_aim *aim)
{
	const struct str name = utf8_safe(a, aim->name, AIM_MAX_BYTES);
	if (!(aim->value > 0))
		return arena_fmt(a, "“%" PRI_STR "”", ARG_STR(name));
	return arena_fmt(a, "“%" PRI_STR "” (value %" PRI_STR ")", ARG_STR(name),
		ARG_STR(say_value(a, aim->value)));
}

struct str say_names(
	struct arena *a, const struct web *web, const uint32_t *nodes, size_t count)
{
	struct buf out = { 0 };
	for (size_t i = 0; i < count; i++)
		buf_fmt(&out, "%s%" PRI_STR,
			!i		 ? ""
			: i + 1 == count ? " and "
					 : ", ",
			ARG_STR(say_node(a, web, nodes[i])));
	const struct str names = arena_str(a, buf_str(&out));
	buf_done(&out);
	return names;
}

struct str say_ends(struct arena *a, const struct web *web, size_t link)
{
	const struct web_link *l = &web->links[link];
	return arena_fmt(a, "%" PRI_STR " – %" PRI_STR, ARG_STR(say_node(a, web, l->a)),
		ARG_STR(say_node(a, web, l->b)));
}

static struct str basis_sentence(struct arena *a, const struct web *w)
{
	const double ours = w->mapped + w->unmapped;
	switch (w->basis) {
	case WEB_BASIS_STRENGTH:
		return S(
			"What traffic predicts is what two functions would exchange if "
			"each gave its attention in the proportions in which others get "
			"it; recent weeks count more. Strength is 0 for nothing, .50 for "
			"as much as predicted, .67 for twice and .80 for four times as "
			"much.");
	case WEB_BASIS_FEW:
		return S("Strength needs at least four functions with traffic: with "
			 "fewer, "
			 "who meets whom follows from how much each meets at all. Shares "
			 "of "
			 "attention are given instead.");
	case WEB_BASIS_ONE_LOG:
		return S("Every row has one function on it, as in its own mailbox: what "
			 "the others do among themselves cannot be seen here. Shares of "
			 "attention are given instead; an export of the whole company's "
			 "meetings or mail would show the rest.");
	case WEB_BASIS_UNMAPPED:
		return arena_fmt(a,
			"%" PRI_STR " of the volume is with %" PRI_STR
			", of no function on that day; above 30%% no verdict about two "
			"functions is given. people.csv or candor.yaml's functions can "
			"name them.",
			ARG_STR(say_percent(a, w->unmapped / ours)),
			ARG_STR(w->unmapped_with.len ? w->unmapped_with
						     : S("addresses")));
	case WEB_BASIS_THIN:
		return arena_fmt(a,
			"Under %d exchanges between functions lie in the window: too few "
			"to call anything a gap. An export of the whole company's "
			"meetings, mail or chats, or interactions.csv, would show more; "
			"`--since` takes in more days.",
			WEB_FEWEST);
	case WEB_BASIS_EMPTY:
		break;
	}
	return S("Nothing was exchanged between two functions in the window.");
}

void web_say(struct web *web, struct arena *a)
{
	web->sentence = basis_sentence(a, web);
	say_links(web, a);
	say_nodes(web, a);
	say_circle(web, a);
	say_aims(web, a);
	say_choice(web, a);
}
