// Beside the picture: what was chosen, how sure that is, and how to read it.
#include <math.h>

#include "report/web_svg.h"

enum { BAR = 10 };

static void put_rect(struct svg *s, double x, double y, double width, const char *classes,
	enum web_hue hue)
{
	html_fmt(&s->h,
		"<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%d\" class=\"%s\"",
		x, y, width, BAR, classes);
	svg_hue(s, "fill", hue);
	html_add(&s->h, "/>");
}

static void put_stroke(struct svg *s, const char *d, const char *classes,
	enum web_hue hue, const char *width, const char *more)
{
	html_fmt(&s->h, "<path d=\"%s\" fill=\"none\" class=\"%s\" stroke-width=\"%s\"",
		d, classes, width);
	svg_hue(s, "stroke", hue);
	html_fmt(&s->h, "%s/>", more);
}

// Strength 0 to 1 across the room: observed, the missing part, and the interval.
static void put_bar(
	struct svg *s, const struct web_link *l, double x, double y, double room)
{
	const double seen = isfinite(l->observed) ? room * fmin(l->observed, 1) : 0;
	const double need = room * fmin(l->needed, 1), middle = y + BAR / 2.;
	put_rect(s, x, y, room, "sf", HUE_SPARE);
	if (need > seen) {
		put_rect(s, x, y, need, "nf", HUE_NEED);
		const struct str path = arena_fmt(
			s->h.arena, "M%.1f %.1fh%.1fv%dh-%.1f", x, y, need, BAR, need);
		put_stroke(s, path.at, "edge", HUE_EDGE, "1.5",
			" stroke-dasharray=\"4 2.5\"");
	}
	if (seen > 0)
		put_rect(s, x, y, fmax(seen, 1.5), "of", HUE_SEEN);
	if (isfinite(l->low) && isfinite(l->high)) {
		const struct str path = arena_fmt(s->h.arena,
			"M%.1f %.1fH%.1fM%.1f %.1fv8M%.1f %.1fv8", x + room * l->low,
			middle, x + room * l->high, x + room * l->low, middle - 4,
			x + room * l->high, middle - 4);
		put_stroke(s, path.at, "ink", HUE_INK, "1.5", "");
	}
	html_add(&s->h, "\n");
}

static struct str strength_line(struct svg *s, const struct web_link *l)
{
	const struct spelling *w = &s->words;
	const struct str range = spell_range(w, l);
	if (spell_has_strength(w, l) && !(l->observed > 0) && !l->pairs && !l->withheld)
		return arena_fmt(s->h.arena, "nothing was exchanged · needed %" PRI_STR,
			ARG_STR(spell_strength(w, l->needed)));
	return arena_fmt(s->h.arena,
		"observed %" PRI_STR "%s%" PRI_STR "%s · needed %" PRI_STR,
		ARG_STR(spell_observed(w, l)), range.len ? " (" : "", ARG_STR(range),
		range.len ? ")" : "", ARG_STR(spell_strength(w, l->needed)));
}

// All of what to bring; where there is nothing, where to read why.
static double put_move(
	struct svg *s, const struct web_move *move, double x, double y, double room)
{
	enum { LINES_MOST = 40 };
	const bool there = move->speaks;
	const struct svg_words at = { .x = x,
		.y = y,
		.size = 12,
		.classes = there ? NULL : "q",
		.hue = there ? HUE_INK : HUE_INK2 };
	return svg_lines(s, &at,
		there ? arena_fmt(s->h.arena, "Bring: %" PRI_STR, ARG_STR(move->text))
		      : S("No evidence here yet; see candor web"),
		room, LINES_MOST);
}

static double put_pick(struct svg *s, size_t pick, double x, double y, double room)
{
	const struct spelling *w = &s->words;
	const struct web_pick *p = &w->web->choice.picks[pick];
	const struct web_link *l = &w->web->links[p->link];
	const struct web_move *move = spell_move(w, p->link);
	const double indent = 36;
	svg_badge(s, (struct point){ x + 13, y - 5 }, 13, pick);
	const struct svg_words name = {
		.x = x + indent, .y = y, .size = 15, .classes = "b", .hue = HUE_INK
	};
	y = svg_lines(s, &name, spell_ends(w, l), room - indent, 6);
	put_bar(s, l, x + indent, y - 12, room - indent);
	struct svg_words at = {
		.x = x + indent, .y = y + 16, .size = 12, .classes = "q", .hue = HUE_INK2
	};
	at.y = svg_lines(s, &at, strength_line(s, l), room - indent, 2);
	if (l->pairs || spell_is_person_free(l))
		at.y = svg_lines(s, &at, spell_pairs(w, l), room - indent, 2);
	at.y = svg_lines(s, &at, spell_choice(w, pick), room - indent, 2);
	if (move)
		at.y = put_move(s, move, x + indent, at.y + 4, room - indent);
	return at.y + 20;
}

// A long sentence is set smaller, so that all of it is there.
static double put_sentence(struct svg *s, double x, double y, double room)
{
	const struct str text = s->words.web->choice.sentence;
	const bool is_long = label_width(text, 18) > 4 * room;
	const struct svg_words at = { .x = x,
		.y = y,
		.size = is_long ? 15 : 18,
		.classes = "b h",
		.hue = HUE_INK };
	return svg_lines(s, &at, text, room, 14);
}

// Why there is nothing chosen, in the words of what could not be seen.
static double put_notes(struct svg *s, double x, double y, double room)
{
	enum { NOTES = 3 };
	const struct web *web = s->words.web;
	struct svg_words at = {
		.x = x, .y = y, .size = 12, .classes = "q", .hue = HUE_INK2
	};
	if (web->basis != WEB_BASIS_STRENGTH)
		at.y = svg_lines(s, &at, web->sentence, room, 8) + 6;
	for (size_t i = 0; i < web->note_count && i < NOTES; i++)
		at.y = svg_lines(s, &at, web->notes[i], room, 8) + 6;
	return at.y;
}

double svg_panel(struct svg *s, const struct ring *r, double x, double y, double room)
{
	const struct web_choice *c = &s->words.web->choice;
	y = put_sentence(s, x, y, room) + 14;
	for (size_t i = 0; i < c->pick_count; i++)
		y = put_pick(s, i, x, y, room);
	if (!c->pick_count)
		y = put_notes(s, x, y, room) + 10;
	return s->words.page->matrix ? svg_matrix_legend(s, x, y + 4, room)
				     : svg_legend(s, r, x, y + 4, room);
}

// What each kind of link looks like, as in the ring.
static void put_sample(struct svg *s, enum ring_kind kind, double x, double y)
{
	struct arena *a = s->h.arena;
	const struct str line = arena_fmt(a, "M%.1f %.1fh44", x, y - 4);
	switch (kind) {
	case RING_ENOUGH:
		put_stroke(s, line.at, "seen", HUE_SEEN, "9", "");
		break;
	case RING_GAP:
		put_stroke(
			s, line.at, "edge", HUE_EDGE, "13", " stroke-dasharray=\"7 4\"");
		put_stroke(s, line.at, "need", HUE_NEED, "10", "");
		put_stroke(s, line.at, "seen", HUE_SEEN, "2.5", "");
		break;
	case RING_SPARE:
		put_stroke(s, line.at, "spare", HUE_SPARE, "6", "");
		break;
	case RING_SHARE:
		put_stroke(s, line.at, "faint", HUE_FAINT, "5", "");
		break;
	case RING_UNSEEN:
		put_stroke(s, line.at, "faint", HUE_FAINT, "2.5",
			" stroke-dasharray=\"0 6\" stroke-linecap=\"round\"");
		break;
	case RING_KINDS:
		break;
	}
}

double svg_entry(struct svg *s, const char *text, double x, double y, double room)
{
	const struct svg_words at = {
		.x = x + 58, .y = y, .size = 12, .classes = "q", .hue = HUE_INK2
	};
	return svg_lines(s, &at, str_of(text), room - 58, 2) + 10;
}

static double put_links_read(
	struct svg *s, const struct ring *r, double x, double y, double room)
{
	static const struct {
		enum ring_kind kind;
		const char *text;
	} ENTRIES[] = { { RING_ENOUGH, "enough: width is observed strength" },
		{ RING_GAP, "needed; blue is what was observed" },
		{ RING_SPARE, "strong, and no objective needs it" },
		{ RING_SHARE, "share of what both give to others (width)" },
		{ RING_UNSEEN, "needed, but one end has no data" } };
	for (size_t i = 0; i < COUNT(ENTRIES); i++) {
		if (!r->drawn[ENTRIES[i].kind])
			continue;
		put_sample(s, ENTRIES[i].kind, x, y);
		y = svg_entry(s, ENTRIES[i].text, x, y, room);
	}
	return y;
}

static double put_people_read(
	struct svg *s, const struct ring *r, double x, double y, double room)
{
	const struct svg_words figure = { .x = x + 22,
		.y = y,
		.size = 12,
		.classes = "b",
		.hue = HUE_INK,
		.anchor = "middle" };
	if (r->keyed || !s->words.web->people)
		return y;
	svg_line(s, &figure, S("12"));
	return svg_entry(s, "people of a function", x, y, room);
}

static double put_circles_read(
	struct svg *s, const struct ring *r, double x, double y, double room)
{
	const struct web *web = s->words.web;
	static const char *const TEXTS[] = {
		[MARK_MET] = "share of a function’s needs met",
		[MARK_UNMEASURED] = "needed, but not measured",
		[MARK_UNASKED] = "no objective runs through it",
		[MARK_SILENT] = "no data: not the same as no ties",
	};
	bool seen[COUNT(TEXTS)] = { false };
	for (size_t i = 0; i < web->node_count; i++)
		seen[svg_mark_of(&web->nodes[i])] = true;
	for (size_t i = 0; i < COUNT(TEXTS); i++) {
		if (!seen[i])
			continue;
		svg_mark(s, (struct point){ x + 22, y - 4 }, 10, (enum svg_mark)i, .6);
		y = svg_entry(s, TEXTS[i], x, y, room);
	}
	return put_people_read(s, r, x, y, room);
}

double svg_badges_read(struct svg *s, double x, double y, double room)
{
	const struct web_choice *c = &s->words.web->choice;
	bool seen[2] = { false, false };
	static const char *const TEXTS[] = { "chosen, and clear",
		"chosen, and close: another may be as good" };
	for (size_t i = 0; i < c->pick_count; i++) {
		const enum web_firmness f = c->picks[i].firmness;
		if (seen[f])
			continue;
		seen[f] = true;
		svg_badge(s, (struct point){ x + 22, y - 4 }, 10, i);
		y = svg_entry(s, TEXTS[f], x, y, room);
	}
	if (c->pick_count)
		y = svg_entry(s, "a draw: people picked anew", x, y, room);
	return y;
}

double svg_legend(struct svg *s, const struct ring *r, double x, double y, double room)
{
	const struct svg_words head = {
		.x = x, .y = y, .size = 13, .classes = "b", .hue = HUE_INK
	};
	svg_line(s, &head, S("How to read"));
	y = put_links_read(s, r, x, y + 26, room);
	y = put_circles_read(s, r, x, y, room);
	y = svg_badges_read(s, x, y, room);
	return y;
}
