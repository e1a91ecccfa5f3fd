#include <math.h>

#include "web/say.h"

static void add_top(
	struct buf *out, struct arena *a, const struct web *w, const struct web_node *n)
{
	size_t count = 0, others = 0;
	while (count < WEB_TOP && n->top[count] != WEB_NONE)
		count++;
	for (size_t i = 0; i < w->node_count; i++)
		others += &w->nodes[i] != n && w->nodes[i].has_rows;
	if (!count)
		return;
	buf_fmt(out, " %" PRI_STR " of its exchanges are with ",
		ARG_STR(say_percent(a, n->top_share)));
	for (size_t i = 0; i < count; i++)
		buf_fmt(out, "%s%" PRI_STR,
			!i		 ? ""
			: i + 1 == count ? " and "
					 : ", ",
			ARG_STR(say_node(a, w, n->top[i])));
	buf_fmt(out, "; it is as if it worked with %.1f of %zu functions alike.",
		n->reach, others);
}

static void say_node_all(
	struct buf *out, struct arena *a, const struct web *w, const struct web_node *n)
{
	const struct str name = utf8_safe(a, n->name, 60);
	if (n->blind)
		buf_fmt(out,
			"%" PRI_STR " is needed, and not one row of it is in this "
			"workspace: a blind spot, not a finding.",
			ARG_STR(name));
	else if (!n->has_rows)
		buf_fmt(out, "Not one row of %" PRI_STR " is in this workspace.",
			ARG_STR(name));
	else if (n->ignored)
		buf_fmt(out,
			"%" PRI_STR " is on the way to an objective, and every tie it "
			"has to the others there is a gap.",
			ARG_STR(name));
	else if (n->unowned)
		buf_fmt(out,
			"No live objective runs through %" PRI_STR
			": a question to leadership, not a fault.",
			ARG_STR(name));
	else
		buf_fmt(out,
			"%" PRI_STR ": %u of %u relationships it is needed in are "
			"enough.",
			ARG_STR(name), n->met, n->needs);
	if (n->only_way[0] != WEB_NONE)
		buf_fmt(out,
			" It is the only way between %" PRI_STR " and %" PRI_STR
			" over ties of .20 and more.",
			ARG_STR(say_node(a, w, n->only_way[0])),
			ARG_STR(say_node(a, w, n->only_way[1])));
	add_top(out, a, w, n);
}

void say_nodes(struct web *w, struct arena *a)
{
	struct buf out = { 0 };
	for (size_t i = 0; i < w->node_count; i++) {
		buf_clear(&out);
		say_node_all(&out, a, w, &w->nodes[i]);
		w->nodes[i].sentence = arena_str(a, buf_str(&out));
	}
	buf_done(&out);
}

static void add_way(
	struct buf *out, struct arena *a, const struct web *w, const struct web_aim *aim)
{
	if (aim->owner == WEB_NONE || w->own == WEB_NONE)
		return;
	const struct str owner = say_node(a, w, aim->owner);
	if (aim->owner == w->own) {
		buf_fmt(out, " It is ours.");
		return;
	}
	buf_fmt(out, " It is owned by %" PRI_STR, ARG_STR(owner));
	if (w->basis != WEB_BASIS_STRENGTH) {
		buf_byte(out, '.');
		return;
	}
	if (!aim->way_count) {
		buf_fmt(out, ", and no ties of .20 and more lead there from us.");
		return;
	}
	buf_fmt(out, "; our way there");
	if (aim->way_count > 2)
		buf_fmt(out, " leads over ");
	for (size_t i = 1; i + 1 < aim->way_count; i++)
		buf_fmt(out, "%s%" PRI_STR, i > 1 ? ", " : "",
			ARG_STR(say_node(a, w, aim->way[i])));
	buf_fmt(out, "%s %s %" PRI_STR "%s.", aim->way_count > 2 ? " and" : "",
		"has a weakest tie of", ARG_STR(say_strength(a, aim->way_weakest)),
		aim->way_hangs ? ", and a tie of it hangs on one person" : "");
}

void say_aims(struct web *w, struct arena *a)
{
	struct buf out = { 0 };
	for (size_t o = 0; o < w->aim_count; o++) {
		struct web_aim *aim = &w->aims[o];
		buf_clear(&out);
		buf_fmt(&out, "\"%" PRI_STR "\"", ARG_STR(utf8_safe(a, aim->name, 120)));
		if (!aim->link_count)
			buf_fmt(&out, " names no two functions that need each other.");
		else if (isnan(aim->health))
			buf_fmt(&out, " runs through %zu relationship%s.",
				aim->link_count, aim->link_count == 1 ? "" : "s");
		else
			buf_fmt(&out,
				" runs through %zu relationship%s; together they are at "
				"%" PRI_STR " of what it needs.",
				aim->link_count, aim->link_count == 1 ? "" : "s",
				ARG_STR(say_percent(a, aim->health)));
		add_way(&out, a, w, aim);
		if (aim->standing)
			buf_fmt(&out, " %" PRI_STR " was %" PRI_STR ".",
				ARG_STR(standing_measure(a, aim->standing->objective)),
				ARG_STR(aim->standing->words));
		aim->sentence = arena_str(a, buf_str(&out));
	}
	buf_done(&out);
}
