#include "report/html_swap.h"

#include "report/json_parts.h"

enum { WORDS_SHOWN = 10, VERSIONS_SHOWN = 12 };

static const char CROSS[] = "M6 0 12 6 6 12 0 6Z",
		  TICK[] = "M0 6.5 1.6 4.9 4.4 7.7 10.4 1.5 12 3.1 4.4 11Z",
		  BAR[] = "M0 4.5H12V7.5H0Z";

// Text with the shared words marked, without quotation marks: the figure is one.
static void write_marked(struct html *h, const struct swap_view *v, struct str text,
	const struct span *spans, size_t count)
{
	struct str quote;
	struct span *marks;
	const size_t n = view_marked(v, text, spans, count, &quote, &marks);
	const size_t open = S("“").len, end = quote.len - S("”").len;
	size_t at = open;
	for (size_t i = 0; i < n; i++) {
		html_piece(h, str_cut(quote, at, marks[i].from - at));
		html_add(h, "<mark>");
		html_piece(h, str_cut(quote, marks[i].from, marks[i].to - marks[i].from));
		html_add(h, "</mark>");
		at = marks[i].to;
	}
	html_piece(h, str_cut(quote, at, end - at));
}

static void write_date(struct html *h, struct date d)
{
	html_add(h, " <span>");
	if (date_set(d))
		html_date(h, d);
	else
		html_add(h, "no date");
	html_add(h, "</span></figcaption><blockquote>");
}

static void write_ours(
	struct html *h, const struct swap_view *v, const struct swapped_claim *c)
{
	const struct source *source = c->copy->source;
	const struct evidence at = { .path = source->path, .place = c->sentence->place };
	html_put(h, "<figure class=\"ours\"><figcaption>", v->company, "");
	write_date(h, source->date_is_file_time ? (struct date){ 0 } : source->date);
	write_marked(h, v, c->sentence->text, c->shared, c->shared_count);
	html_put(h, "</blockquote><p>", view_level(c), " · ");
	html_evidence_place(h, &at);
	html_add(h, "</p></figure>\n");
}

static void write_theirs(struct html *h, const struct swap_view *v, const struct echo *e)
{
	html_put(h, "<figure class=\"theirs\"><figcaption>", view_vendor(v, e->vendor),
		"");
	write_date(h,
		date_set(e->evidence.captured) ? e->evidence.captured : e->evidence.date);
	write_marked(h, v, e->evidence.quote, e->shared, e->shared_count);
	html_add(h, "</blockquote><p>");
	html_evidence_place(h, &e->evidence);
	html_put(h, e->evidence.note.len ? " · " : "", e->evidence.note,
		"</p></figure>\n");
}

static void write_verdict(struct html *h, const struct swapped_claim *c)
{
	const enum swap_deed deed = view_deed(c);
	const char *class = c->swaps ? "fails" : deed == DEED_LEAD ? "passes" : "differs";
	const char *words = c->swaps		   ? "Fails the swap"
			    : deed == DEED_LEAD	   ? "Passes the swap"
			    : deed == DEED_DIFFERS ? "They say it otherwise"
						   : "Read both";
	html_fmt(h,
		"<li class=\"swap %s\"><header><span class=\"verdict\"><svg "
		"aria-hidden=\"true\" width=\"12\" height=\"12\" viewBox=\"0 0 12 "
		"12\"><path d=\"%s\"/></svg>%s</span>",
		class,
		c->swaps	    ? CROSS
		: deed == DEED_LEAD ? TICK
				    : BAR,
		words);
	html_put(h, " <span class=\"why\">", c->reason, "</span></header>\n");
}

static void write_remark(struct html *h, const char *label, struct str text)
{
	html_fmt(h, "<p class=\"test\"><b>%s</b> ", label);
	html_text(h, text);
	html_add(h, "</p>\n");
}

static void write_advice(
	struct html *h, const struct swap_view *v, const struct swapped_claim *c)
{
	if (!c->ask_count)
		write_remark(h, "To make it yours", view_missing(v, c));
	for (size_t i = 0; i < c->ask_count; i++)
		write_remark(h, i ? "And" : "To make it yours", c->asks[i]);
	if (!c->better)
		return;
	html_add(h, "<p class=\"test\"><b>Or lead with</b> <q>");
	html_cut(h, c->better->sentence->text, QUOTE_MAX);
	html_put(h, "</q> <span class=\"src\">", view_where(v, c->better),
		"</span></p>\n");
}

static void write_swapped(struct html *h, const struct swapped_claim *c)
{
	if (!view_reads_as_theirs(c))
		return;
	html_add(h, "<p class=\"test name\"><b>With their name</b> <q>");
	html_cut(h, c->swapped, QUOTE_MAX);
	html_add(h, "</q></p>\n");
}

void html_swap_pairs(struct html *h, const struct swap_view *v,
	const struct swapped_claim *const *claims, size_t count)
{
	html_add(h, "<ul class=\"swaps\">\n");
	for (size_t i = 0; i < count; i++) {
		const struct swapped_claim *c = claims[i];
		write_verdict(h, c);
		html_add(h, "<div class=\"pair\">\n");
		write_ours(h, v, c);
		if (c->echo_count)
			write_theirs(h, v, &c->echoes[0]);
		html_add(h, "</div>\n");
		write_swapped(h, c);
		if (c->swaps)
			write_advice(h, v, c);
		html_add(h, "</li>\n");
	}
	html_add(h, "</ul>\n");
}

void html_swap_list(struct html *h, const struct swap_view *v,
	const struct swapped_claim *const *claims, size_t count)
{
	html_add(h, "<ul class=\"swaps\">\n");
	for (size_t i = 0; i < count; i++) {
		const struct swapped_claim *c = claims[i];
		html_add(h, "<li class=\"claim\"><blockquote>");
		html_cut(h, c->sentence->text, QUOTE_MAX);
		html_put(h, "</blockquote><p>", view_level(c), " · ");
		html_put(h, "<span class=\"src\">", view_where(v, c), "</span></p>\n");
		write_swapped(h, c);
		if (c->swaps)
			write_advice(h, v, c);
		else if (c->checkable_count)
			write_remark(h, "What can be checked",
				view_list(v, c->checkable, c->checkable_count));
		const struct str proof = view_proof(v, c);
		if (!c->swaps && proof.len)
			write_remark(h, "Proof", proof);
		html_add(h, "</li>\n");
	}
	html_add(h, "</ul>\n");
}

static void write_words(struct html *h, const struct swap_view *v, const char *title,
	const struct swap_word *words, size_t count)
{
	if (!count)
		return;
	html_fmt(h, "<li><h3 class=\"words\">%s</h3><p>", title);
	for (size_t i = 0; i < count && i < WORDS_SHOWN; i++) {
		html_put(h, i ? ", " : "", words[i].word, "");
		html_fmt(
			h, " <small>%zu and %zu</small>", words[i].ours, words[i].theirs);
	}
	html_add(h, "</p></li>\n");
	(void)v; // words are safe as the engine made them
}

void html_swap_words(struct html *h, const struct swap_view *v)
{
	const struct swap_words *w = &v->result->words;
	if (!w->ours_count && !w->theirs_count)
		return;
	html_add(h, "<ul class=\"rows\">\n");
	write_words(h, v, "You say more", w->ours, w->ours_count);
	write_words(h, v, "They say more", w->theirs, w->theirs_count);
	write_words(h, v, "All say", w->shared, w->shared_count);
	html_add(h, "</ul>\n<p class=\"note more\">Beside each word: in how many of your "
		    "claims it stands, and in how many of theirs.</p>\n");
}

static void write_version(struct html *h, const struct drift_point *p, double most)
{
	const double scale = most > 0 ? 96 / most : 0;
	html_put(h, "<tr><th scope=\"row\">", date_words(h->arena, p->date), "</th>");
	html_add(h, "<td><svg aria-hidden=\"true\" width=\"100%\" height=\"22\">");
	html_fmt(h,
		"<line class=\"grid\" x1=\"0\" x2=\"100%%\" y1=\"11\" y2=\"11\"/>"
		"<line class=\"ci\" x1=\"%.2f%%\" x2=\"%.2f%%\" y1=\"11\" y2=\"11\"/>"
		"<circle class=\"dot\" cx=\"%.2f%%\" cy=\"11\" r=\"5\"/></svg>",
		p->low * scale, p->high * scale, p->similarity * scale);
	html_fmt(h,
		"<span class=\"sr\">likely between %.2f and %.2f</span></td>"
		"<td class=\"num dim\">%zu</td><td class=\"num strong\">%.2f</td></tr>\n",
		p->low, p->high, p->claims, p->similarity);
}

static void write_drift(struct html *h, const struct swap_drift *d)
{
	double most = 0;
	const size_t from = d->count > VERSIONS_SHOWN ? d->count - VERSIONS_SHOWN : 0;
	html_put(h, "<p class=\"test\">", d->sentence, "</p>\n");
	if (d->count < 2)
		return;
	for (size_t i = from; i < d->count; i++)
		most = d->at[i].high > most ? d->at[i].high : most;
	html_fmt(h,
		"<table class=\"dots drift\"><caption>How alike the words of the %s "
		"and of the competitors were</caption>\n<thead><tr><th scope=\"col\">"
		"Version</th><th scope=\"col\"><span class=\"sr\">Likeness with its "
		"95%% interval</span></th><th scope=\"col\" class=\"num\">Claims</th>"
		"<th scope=\"col\" class=\"num\">Alike</th></tr></thead>\n<tbody>\n",
		d->what);
	for (size_t i = from; i < d->count; i++)
		write_version(h, &d->at[i], most);
	html_add(h, "</tbody></table>\n");
}

void html_swap_drift(struct html *h, const struct swap_view *v)
{
	for (size_t i = 0; i < v->result->drift_count; i++)
		write_drift(h, &v->result->drifts[i]);
}
