#include <math.h>

#include "web/say.h"

static double level_on(const struct web_aim *aim, size_t link)
{
	double needed = 0;
	for (size_t i = 0; i < aim->link_count; i++)
		if (aim->links[i].link == link)
			needed = fmax(needed, aim->links[i].needed);
	return needed;
}

// The live objective that needs most of a link; of equal ones that of most value, then
// the first.
static const struct web_aim *main_aim(
	const struct web *w, const struct web_link *l, size_t link)
{
	if (!l->objective_count)
		return NULL;
	const struct web_aim *best = &w->aims[l->objectives[0]];
	for (size_t i = 1; i < l->objective_count; i++) {
		const struct web_aim *aim = &w->aims[l->objectives[i]];
		const double more = level_on(aim, link) - level_on(best, link);
		if (more > 0 || (more >= 0 && aim->weight > best->weight))
			best = aim;
	}
	return best;
}

// Who needs most of it.
static struct str needed_by(
	struct arena *a, const struct web *w, const struct web_link *l, size_t link)
{
	const struct web_aim *aim = main_aim(w, l, link);
	if (aim && level_on(aim, link) >= l->needed)
		return say_aim(a, aim);
	if (!l->why.len)
		return l->needed > 0 ? S("your drawing") : S("");
	return arena_fmt(
		a, "your drawing (%" PRI_STR ")", ARG_STR(utf8_safe(a, l->why, 120)));
}

static void add_people(
	struct buf *out, struct arena *a, const struct web *w, const struct web_link *l)
{
	if (l->hangs_on_one && l->carrier.node != WEB_NONE)
		buf_fmt(out,
			" It hangs on one person, someone in %" PRI_STR
			": without them more than a third of it would be gone.",
			ARG_STR(say_node(a, w, l->carrier.node)));
	if (l->broker.node != WEB_NONE && l->verdict == WEB_GAP)
		buf_fmt(out, " Someone in %" PRI_STR " already turns to both.",
			ARG_STR(say_node(a, w, l->broker.node)));
}

static const char *judged(const struct web_link *l)
{
	switch (l->verdict) {
	case WEB_GAP:
		return "That is a gap, even at the top of the range.";
	case WEB_POSSIBLE_GAP:
		return isnan(l->high)
			       ? "Perhaps a gap: the rows name no people, so the "
				 "range cannot be said."
			       : "Perhaps a gap: the range reaches what is needed.";
	case WEB_ENOUGH:
		return "That is enough.";
	case WEB_NOT_NEEDED:
	case WEB_NO_DATA:
	case WEB_CANNOT_TELL:
	case WEB_VERDICTS:
		break;
	}
	return "No live objective needs it.";
}

static void say_measured(struct buf *out, struct arena *a, const struct web *w,
	const struct web_link *l, size_t link)
{
	const size_t others = l->objective_count ? l->objective_count - 1 : 0;
	say_contact(out, a, w, l, needed_by(a, w, l, link), l->needed);
	buf_fmt(out, ". %s",
		l->verdict == WEB_GAP && !(l->high > 0) ? "That is a gap." : judged(l));
	if (others)
		buf_fmt(out, " %" PRI_STR " more objective%s it.",
			ARG_STR(words_number(a, others)),
			others == 1 ? " needs" : "s need");
	add_people(out, a, w, l);
}

static void say_no_data(struct buf *out, struct arena *a, const struct web *w,
	const struct web_link *l, size_t link)
{
	const struct str who = needed_by(a, w, l, link);
	const bool a_silent = !w->nodes[l->a].has_rows;
	const bool b_silent = !w->nodes[l->b].has_rows;
	buf_fmt(out, "no row of %" PRI_STR,
		ARG_STR(say_node(a, w, a_silent ? l->a : l->b)));
	if (a_silent && b_silent)
		buf_fmt(out, " or of %" PRI_STR, ARG_STR(say_node(a, w, l->b)));
	buf_fmt(out, " is in this workspace, so whether there is a tie cannot be seen");
	if (who.len)
		buf_fmt(out,
			"; %" PRI_STR " needs %" PRI_STR " the traffic of both predicts",
			ARG_STR(who), ARG_STR(say_level(l->needed)));
	buf_byte(out, '.');
}

static void say_shares(
	struct buf *out, struct arena *a, const struct web *w, const struct web_link *l)
{
	const struct str ends[2] = { say_node(a, w, l->a), say_node(a, w, l->b) };
	if (l->withheld)
		buf_fmt(out,
			"under five pairs of people carry it, or it would tell of one "
			"that under five carry.");
	else if (!l->pairs)
		buf_fmt(out, "nothing was exchanged in the window.");
	else
		buf_fmt(out,
			"%" PRI_STR " gives it %" PRI_STR
			" of the attention it gives to others, %" PRI_STR " %" PRI_STR
			".",
			ARG_STR(ends[0]), ARG_STR(say_percent(a, l->share_ab)),
			ARG_STR(ends[1]), ARG_STR(say_percent(a, l->share_ba)));
}

void say_links(struct web *w, struct arena *a)
{
	struct buf out = { 0 };
	for (size_t i = 0; i < w->link_count; i++) {
		struct web_link *l = &w->links[i];
		buf_clear(&out);
		buf_fmt(&out, "%" PRI_STR ": ", ARG_STR(say_ends(a, w, i)));
		if (!w->nodes[l->a].has_rows || !w->nodes[l->b].has_rows)
			say_no_data(&out, a, w, l, i);
		else if (w->basis == WEB_BASIS_STRENGTH)
			say_measured(&out, a, w, l, i);
		else
			say_shares(&out, a, w, l);
		l->sentence = arena_str(a, buf_str(&out));
	}
	buf_done(&out);
}
