#include "report/html.h"

#include <math.h>
#include <stdlib.h>

enum { ROWS_SHOWN = 12, DOT_MIN = 10 };

// A table of win rates with a drawing in each row.
struct dots {
	const struct estimate *reference;
	double max, step; // of the axis
};

static double place(const struct dots *d, double share)
{
	return share / d->max * 100;
}

static struct dots dots_of(const struct deals_by *by, const struct estimate *reference)
{
	double high = reference->high;
	for (size_t i = 0; i < by->group_count; i++)
		if (by->groups[i].rate.n && by->groups[i].rate.high > high)
			high = by->groups[i].rate.high;
	// Round up to the next fifth, with a little air at the right.
	double max = ceil(high * 5 + 0.2) / 5;
	max = max > 1 ? 1 : max;
	return (struct dots){ reference, max, max > 0.8 ? 0.25 : 0.2 };
}

static int ticks(const struct dots *d)
{
	return (int)(d->max / d->step + 0.5);
}

static void write_axis(struct html *h, const struct dots *d, const char *caption)
{
	html_fmt(h,
		"<table class=\"dots\">\n<caption>%s</caption>\n<thead><tr><th "
		"scope=\"col\"><span class=\"sr\">Group</span></th><th "
		"scope=\"col\"><span "
		"class=\"sr\">Win rate with its 95%% interval</span><svg "
		"aria-hidden=\"true\" width=\"100%%\" height=\"18\">",
		caption);
	for (int i = 0; i <= ticks(d); i++)
		html_fmt(h, "<text x=\"%.2f%%\" y=\"12\" class=\"tick%s\">%.0f%%</text>",
			place(d, i * d->step),
			!i		? " start"
			: i == ticks(d) ? " end"
					: "",
			i * d->step * 100);
	html_add(h, "</svg></th><th scope=\"col\" class=\"num\">Won</th><th "
		    "scope=\"col\" class=\"num\">Rate</th></tr></thead>\n<tbody>\n");
}

// Colour is a conclusion: only when the whole interval lies on one side.
static const char *tone_of(const struct dots *d, const struct estimate *e)
{
	if (e->n < DOT_MIN)
		return "even";
	return e->high < d->reference->value  ? "low"
	       : e->low > d->reference->value ? "high"
					      : "even";
}

static void write_plot(struct html *h, const struct dots *d, const struct estimate *e)
{
	html_add(h, "<td><svg aria-hidden=\"true\" width=\"100%\" height=\"30\">");
	// One broad line whose dashes are the ticks: a page may hold few elements.
	html_fmt(h,
		"<line class=\"grid\" x1=\"0\" x2=\"100%%\" y1=\"15\" y2=\"15\" "
		"pathLength=\"1000\" stroke-dasharray=\"5 %.2f\" "
		"stroke-dashoffset=\"2.5\"/>",
		10 * place(d, d->step) - 5);
	html_fmt(h,
		"<line class=\"ref\" x1=\"%.2f%%\" x2=\"%.2f%%\" y1=\"0\" y2=\"30\"/>"
		"<line class=\"ci\" x1=\"%.2f%%\" x2=\"%.2f%%\" y1=\"15\" y2=\"15\"/>",
		place(d, d->reference->value), place(d, d->reference->value),
		place(d, e->low), place(d, e->high));
	if (e->n >= DOT_MIN)
		html_fmt(h, "<circle class=\"dot\" cx=\"%.2f%%\" cy=\"15\" r=\"5.5\"/>",
			place(d, e->value));
	html_fmt(h,
		"</svg><span class=\"sr\">likely between %.0f%% and %.0f%%</span></td>",
		e->low * 100, e->high * 100);
}

static void write_group(struct html *h, const struct dots *d, const struct deal_group *g)
{
	const struct estimate *e = &g->rate;
	html_fmt(h, "<tr class=\"%s\">", tone_of(d, e));
	html_put(h, "<th scope=\"row\">", g->key, "</th>");
	write_plot(h, d, e);
	html_fmt(h, "<td class=\"num dim\">%zu of %zu</td><td class=\"num strong\">",
		e->k, e->n);
	if (e->n >= DOT_MIN)
		html_fmt(h, "%.0f%%", e->value * 100);
	else
		html_add(h, "–<span class=\"sr\">too few</span>");
	html_add(h, "</td></tr>\n");
}

static int by_rate(const void *left, const void *right)
{
	const struct deal_group *a = left, *b = right;
	if (a->rate.value != b->rate.value)
		return a->rate.value > b->rate.value ? -1 : 1;
	return str_cmp(a->key, b->key);
}

static int by_size(const void *left, const void *right)
{
	const struct deal_group *a = left, *b = right;
	if (a->rate.n != b->rate.n)
		return a->rate.n > b->rate.n ? -1 : 1;
	return str_cmp(a->key, b->key);
}

// The largest groups, then in the order of their rates.
struct picked {
	struct deal_group *groups;
	size_t shown, with_rate;
};

static struct picked pick(struct arena *a, const struct deals_by *by)
{
	struct picked p = { .groups = ARENA_ARRAY(
				    a, struct deal_group, by->group_count + 1) };
	for (size_t i = 0; i < by->group_count; i++)
		if (by->groups[i].rate.n)
			p.groups[p.with_rate++] = by->groups[i];
	p.shown = p.with_rate < ROWS_SHOWN ? p.with_rate : ROWS_SHOWN;
	qsort(p.groups, p.with_rate, sizeof *p.groups, by_size);
	qsort(p.groups, p.shown, sizeof *p.groups, by_rate);
	return p;
}

static void write_table(struct html *h, const struct brief *b, const struct deals_by *by,
	const char *caption)
{
	const struct estimate *all = &b->facts->overall->rate;
	const struct dots d = dots_of(by, all);
	const struct picked p = pick(h->arena, by);
	write_axis(h, &d, caption);
	for (size_t i = 0; i < p.shown; i++)
		write_group(h, &d, &p.groups[i]);
	html_fmt(h,
		"</tbody>\n<tfoot><tr><td></td><td colspan=\"3\"><span class=\"key-ref\" "
		"aria-hidden=\"true\"></span>All decided deals: %.0f%% (%zu of %zu). "
		"Bars "
		"show where the true rate lies, 19 times in 20.",
		all->value * 100, all->k, all->n);
	if (by->many_to_one)
		html_add(h, " A deal with two competitors counts in both rows.");
	if (p.shown < p.with_rate)
		html_fmt(h, " And %zu more; <code>candor deals</code> shows all.",
			p.with_rate - p.shown);
	html_add(h, "</td></tr></tfoot></table>\n");
}

static bool is_shown(const struct brief *b, const struct deals_by *by)
{
	if (!by || !b->facts->overall || b->facts->overall->rate.n < DOT_MIN)
		return false;
	for (size_t i = 0; i < by->group_count; i++)
		if (by->groups[i].rate.n)
			return true;
	return false;
}

bool has_deals(const struct brief *b)
{
	return is_shown(b, b->facts->by_rival) || is_shown(b, b->facts->by_segment);
}

void html_deals(struct html *h, const struct brief *b)
{
	const struct deals_by *rivals = b->facts->by_rival;
	const struct deals_by *segments = b->facts->by_segment;
	if (!has_deals(b))
		return;
	struct str lead =
		S("Won of all that were won or lost; deals that ended in nothing are "
		  "not in these rates.");
	if (is_shown(b, rivals) && rivals->sentence.len)
		lead = rivals->sentence;
	html_section(h, "deals", "Deals &amp; impact", lead);
	html_add(h, "<div class=\"two\">\n");
	if (is_shown(b, rivals))
		write_table(h, b, rivals, "Win rate by competitor");
	if (is_shown(b, segments))
		write_table(h, b, segments, "Win rate by segment");
	html_add(h, "</div>\n");
	html_section_end(h);
}
