// Where we stand among the others, now and before.
#include <math.h>

#include "web/say.h"

enum { PERCENT_MIN = 10 }; // no percentage of fewer

static bool has_share(const struct web_circle *c)
{
	return c->exchanges && c->three_count && !c->withheld && !c->three_withheld;
}

// "81% of our 640 exchanges", "5 of our 7 exchanges"
static struct str share_of(struct arena *a, const struct web_circle *c, const char *whose)
{
	const struct str part =
		c->exchanges < PERCENT_MIN
			? words_number(a, c->with_three)
			: say_percent(a, (double)c->with_three / (double)c->exchanges);
	return arena_fmt(a, "%" PRI_STR " of %s%" PRI_STR, ARG_STR(part), whose,
		ARG_STR(words_number(a, c->exchanges)));
}

static void add_share(struct buf *out, struct arena *a, const struct web *w)
{
	const struct web_circle *now = &w->circle, *before = &w->circle_before;
	const struct str names = say_names(a, w, now->three, now->three_count);
	if (has_share(now))
		buf_fmt(out, "%" PRI_STR " exchanges are with %" PRI_STR,
			ARG_STR(share_of(a, now, "our ")), ARG_STR(names));
	else
		buf_fmt(out,
			"How many of our %" PRI_STR " exchanges are with %" PRI_STR
			" is withheld: it would tell of a tie that under five pairs "
			"carry",
			ARG_STR(now->withheld ? S("few")
					      : words_number(a, now->exchanges)),
			ARG_STR(names));
	if (has_share(now) && has_share(before) &&
		before->three_count == now->three_count)
		buf_fmt(out, " (%" PRI_STR " in the %d days before)",
			ARG_STR(share_of(a, before, "")), (int)before->days);
}

static void add_reach(struct buf *out, const struct web *w)
{
	const struct web_circle *now = &w->circle, *before = &w->circle_before;
	buf_fmt(out, "; it is as if we worked with %.1f of %zu functions", now->reach,
		now->others);
	if (before->exchanges && isfinite(before->reach))
		buf_fmt(out, " (%.1f before)", before->reach);
}

void say_circle(struct web *w, struct arena *a)
{
	const struct web_circle *now = &w->circle;
	struct buf out = { 0 };
	w->circle_sentence = S("");
	if (!isfinite(now->reach) || w->basis == WEB_BASIS_THIN)
		return;
	if (!now->three_count) {
		w->circle_sentence = w->nodes[w->own].with;
		return;
	}
	add_share(&out, a, w);
	add_reach(&out, w);
	buf_byte(&out, '.');
	w->circle_sentence = arena_str(a, buf_str(&out));
	buf_done(&out);
}
