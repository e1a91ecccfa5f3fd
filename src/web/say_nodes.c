#include <math.h>

#include "web/say.h"

// "80% of its exchanges are with A and B; it is as if it worked with 5.4 of 9 functions."
static struct str with_whom(
	struct arena *a, const struct web *w, const struct web_node *n)
{
	size_t count = 0, others = 0;
	while (count < WEB_TOP && n->top[count] != WEB_NONE)
		count++;
	for (size_t i = 0; i < w->node_count; i++)
		others += &w->nodes[i] != n && w->nodes[i].has_rows;
	if (!count || w->basis == WEB_BASIS_THIN)
		return S("");
	return arena_fmt(a,
		"%" PRI_STR " of its exchanges are with %" PRI_STR
		"; it is as if it worked with %.1f of %zu functions.",
		ARG_STR(say_percent(a, n->top_share)),
		ARG_STR(say_names(a, w, n->top, count)), n->reach, others);
}

enum web_alike web_alike_of(const struct web_node *n)
{
	if (n->blind)
		return WEB_ALIKE_BLIND;
	if (!n->has_rows)
		return WEB_ALIKE_SILENT;
	return n->unowned && !n->ignored ? WEB_ALIKE_UNOWNED : WEB_ALIKE;
}

// What is true of one function or of several.
static struct str say_alike(
	struct arena *a, enum web_alike what, struct str names, bool many)
{
	switch (what) {
	case WEB_ALIKE_BLIND:
		return arena_fmt(a,
			"%" PRI_STR " %s needed, and not one row of %s is in this "
			"workspace: %s.",
			ARG_STR(names), many ? "are" : "is", many ? "them" : "it",
			many ? "blind spots, not findings"
			     : "a blind spot, not a finding");
	case WEB_ALIKE_SILENT:
		return arena_fmt(a, "Not one row of %" PRI_STR " is in this workspace.",
			ARG_STR(names));
	case WEB_ALIKE_UNOWNED:
		return arena_fmt(a,
			"No live objective runs through %" PRI_STR
			": a question to leadership, not a fault.",
			ARG_STR(names));
	case WEB_ALIKE:
		break;
	}
	return S("");
}

static struct str state_of(struct arena *a, const struct web *w, const struct web_node *n)
{
	const struct str name = utf8_safe(a, n->name, 60);
	const enum web_alike alike = web_alike_of(n);
	if (alike != WEB_ALIKE)
		return say_alike(a, alike, name, false);
	if (n->ignored)
		return arena_fmt(a,
			"%" PRI_STR " is needed by an objective, and each of its ties to "
			"the others needed there is a gap.",
			ARG_STR(name));
	if (!n->needs || w->basis != WEB_BASIS_STRENGTH)
		return S("");
	if (n->needs == 1)
		return arena_fmt(a,
			"%" PRI_STR ": the one relationship it is needed in is %senough.",
			ARG_STR(name), n->met ? "" : "not ");
	return arena_fmt(a,
		"%" PRI_STR ": %u of the %u relationships it is needed in %s enough.",
		ARG_STR(name), n->met, n->needs, n->met == 1 ? "is" : "are");
}

static struct str way_of(struct arena *a, const struct web *w, const struct web_node *n)
{
	if (n->only_way[0] == WEB_NONE || w->basis != WEB_BASIS_STRENGTH)
		return S("");
	return arena_fmt(a,
		"the only way between %" PRI_STR " and %" PRI_STR
		" over ties of .20 and more",
		ARG_STR(say_node(a, w, n->only_way[0])),
		ARG_STR(say_node(a, w, n->only_way[1])));
}

static struct str whole(struct arena *a, const struct web_node *n)
{
	struct buf out = { 0 };
	buf_add(&out, n->state);
	if (n->way.len)
		buf_fmt(&out, "%sIt is %" PRI_STR ".", out.len ? " " : "",
			ARG_STR(n->way));
	if (n->with.len)
		buf_fmt(&out, "%s%" PRI_STR, out.len ? " " : "", ARG_STR(n->with));
	const struct str all = arena_str(a, buf_str(&out));
	buf_done(&out);
	return all;
}

static void say_together(struct web *w, struct arena *a)
{
	uint32_t *nodes = ARENA_ARRAY(a, uint32_t, w->node_count + 1);
	for (unsigned what = 0; what < WEB_ALIKE; what++) {
		size_t count = 0;
		for (uint32_t i = 0; i < w->node_count; i++)
			if (i != w->own && web_alike_of(&w->nodes[i]) == what)
				nodes[count++] = i;
		w->alike[what] = count ? say_alike(a, (enum web_alike)what,
						 say_names(a, w, nodes, count), count > 1)
				       : S("");
	}
}

void say_nodes(struct web *w, struct arena *a)
{
	for (size_t i = 0; i < w->node_count; i++) {
		struct web_node *n = &w->nodes[i];
		n->state = state_of(a, w, n);
		n->way = way_of(a, w, n);
		n->with = with_whom(a, w, n);
		n->sentence = whole(a, n);
	}
	say_together(w, a);
}

// From us to its owner, if that is somebody else.
static void add_way(
	struct buf *out, struct arena *a, const struct web *w, const struct web_aim *aim)
{
	const struct str owner = say_node(a, w, aim->owner);
	const size_t between = aim->way_count > 2 ? aim->way_count - 2 : 0;
	const struct str weakest = say_strength(a, aim->way_weakest);
	if (!aim->way_count)
		buf_fmt(out, ", and no ties of .20 and more lead there from us");
	else if (!between)
		buf_fmt(out, "; our own tie to %" PRI_STR " is %" PRI_STR "%s",
			ARG_STR(owner), ARG_STR(weakest),
			aim->way_hangs ? ", and hangs on one person" : "");
	else
		buf_fmt(out,
			"; we reach %" PRI_STR " over %" PRI_STR ", at its weakest with "
			"%" PRI_STR "%s",
			ARG_STR(owner), ARG_STR(say_names(a, w, aim->way + 1, between)),
			ARG_STR(weakest),
			aim->way_hangs ? ", and one tie of it hangs on one person" : "");
}

// An objective before this one has the same owner: the way there is said.
static bool is_said(const struct web *w, const struct web_aim *aim)
{
	for (const struct web_aim *other = w->aims; other < aim; other++)
		if (other->owner == aim->owner)
			return true;
	return false;
}

static void add_owner(
	struct buf *out, struct arena *a, const struct web *w, const struct web_aim *aim)
{
	if (aim->owner == WEB_NONE || w->own == WEB_NONE)
		return;
	if (aim->owner == w->own) {
		buf_fmt(out, " It is ours.");
		return;
	}
	buf_fmt(out, " %" PRI_STR " owns it", ARG_STR(say_node(a, w, aim->owner)));
	if (is_said(w, aim))
		buf_fmt(out, ", too");
	else if (w->basis == WEB_BASIS_STRENGTH)
		add_way(out, a, w, aim);
	buf_byte(out, '.');
}

void say_aims(struct web *w, struct arena *a)
{
	struct buf out = { 0 };
	for (size_t o = 0; o < w->aim_count; o++) {
		struct web_aim *aim = &w->aims[o];
		const size_t links = aim->link_count;
		buf_clear(&out);
		buf_fmt(&out, "“%" PRI_STR "”", ARG_STR(utf8_safe(a, aim->name, 120)));
		if (!links)
			buf_fmt(&out, " names no two functions that need each other");
		else
			buf_fmt(&out, " runs through %zu relationship%s", links,
				links == 1 ? "" : "s");
		if (links && !isnan(aim->health))
			buf_fmt(&out, ", which %s %" PRI_STR " of the contact it needs",
				links == 1 ? "has" : "together have",
				ARG_STR(say_percent(a, aim->health)));
		buf_byte(&out, '.');
		add_owner(&out, a, w, aim);
		if (aim->standing)
			buf_fmt(&out, " %" PRI_STR " was %" PRI_STR ".",
				ARG_STR(standing_measure(a, aim->standing->objective)),
				ARG_STR(aim->standing->words));
		aim->sentence = arena_str(a, buf_str(&out));
	}
	buf_done(&out);
}
