#include <math.h>

#include "web/say.h"

// The live objective on a link with the largest value; the first if none has one.
static const struct web_aim *main_aim(const struct web *w, const struct web_link *l)
{
	const struct web_aim *best = NULL;
	for (size_t i = 0; i < l->objective_count; i++) {
		const struct web_aim *aim = &w->aims[l->objectives[i]];
		if (!best || aim->weight > best->weight)
			best = aim;
	}
	return best;
}

static void add_reason(
	struct buf *out, struct arena *a, const struct web *w, const struct web_link *l)
{
	const struct web_aim *aim = main_aim(w, l);
	if (!aim && l->why.len)
		buf_fmt(out, " because your drawing says so (%" PRI_STR ")",
			ARG_STR(utf8_safe(a, l->why, 120)));
	if (!aim)
		return;
	buf_fmt(out, " because \"%" PRI_STR "\"", ARG_STR(utf8_safe(a, aim->name, 120)));
	if (aim->value > 0)
		buf_fmt(out, " (value %" PRI_STR ")", ARG_STR(say_value(a, aim->value)));
	buf_fmt(out, " runs through it");
	if (l->objective_count > 1)
		buf_fmt(out, ", and %zu other%s", l->objective_count - 1,
			l->objective_count == 2 ? "" : "s");
}

static void add_both_ends(
	struct buf *out, struct arena *a, const struct web *w, const struct web_link *l)
{
	const struct str ends[2] = { say_node(a, w, l->a), say_node(a, w, l->b) };
	if (l->under_five)
		buf_fmt(out, " Under five pairs of people carry it.");
	else if (!l->withheld && l->pairs)
		buf_fmt(out,
			" %" PRI_STR " turned to %" PRI_STR " %u time%s, %" PRI_STR
			" to %" PRI_STR " %u time%s.",
			ARG_STR(ends[0]), ARG_STR(ends[1]), l->turned_ab,
			l->turned_ab == 1 ? "" : "s", ARG_STR(ends[1]), ARG_STR(ends[0]),
			l->turned_ba, l->turned_ba == 1 ? "" : "s");
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

static void say_measured(
	struct buf *out, struct arena *a, const struct web *w, const struct web_link *l)
{
	buf_add(out, say_found(a, l));
	if (l->needed > 0) {
		buf_fmt(out, ", needed %" PRI_STR, ARG_STR(say_strength(a, l->needed)));
		add_reason(out, a, w, l);
	}
	switch (l->verdict) {
	case WEB_GAP:
		buf_fmt(out, ": a gap.");
		break;
	case WEB_POSSIBLE_GAP:
		buf_fmt(out, ": perhaps a gap, within what chance allows.");
		break;
	case WEB_ENOUGH:
		buf_fmt(out, ": enough.");
		break;
	case WEB_NOT_NEEDED:
	case WEB_NO_DATA:
	case WEB_CANNOT_TELL:
	case WEB_VERDICTS:
		buf_fmt(out, "; no live objective needs it.");
	}
	add_both_ends(out, a, w, l);
	add_people(out, a, w, l);
}

static void say_no_data(
	struct buf *out, struct arena *a, const struct web *w, const struct web_link *l)
{
	const bool a_silent = !w->nodes[l->a].has_rows;
	const bool b_silent = !w->nodes[l->b].has_rows;
	buf_fmt(out, "no row of %" PRI_STR,
		ARG_STR(say_node(a, w, a_silent ? l->a : l->b)));
	if (a_silent && b_silent)
		buf_fmt(out, " or of %" PRI_STR, ARG_STR(say_node(a, w, l->b)));
	buf_fmt(out, " is in this workspace, so whether there is a tie cannot be seen");
	if (l->needed > 0) {
		buf_fmt(out, "; needed %" PRI_STR, ARG_STR(say_strength(a, l->needed)));
		add_reason(out, a, w, l);
	}
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
			say_no_data(&out, a, w, l);
		else if (w->basis == WEB_BASIS_STRENGTH)
			say_measured(&out, a, w, l);
		else
			say_shares(&out, a, w, l);
		l->sentence = arena_str(a, buf_str(&out));
	}
	buf_done(&out);
}
