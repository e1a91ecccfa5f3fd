#include "report/brief_view.h"
#include "report/html.h"

static void write_group(struct html *h, const struct unlock_group *g)
{
	const struct str only = arena_fmt(h->arena, "needs %s", g->title);
	html_put(h, "<li><h3>", str_of(g->unlock->file), "");
	html_put(h, "<small>", str_of(g->title), "</small></h3><div><ul>\n");
	for (size_t i = 0; i < g->count; i++) {
		html_put(h, "<li>", str_of(g->findings[i]->audit->title), "");
		if (!str_eq(g->findings[i]->why_silent, only))
			html_put(h, " <small>", g->findings[i]->why_silent, "</small>");
		html_add(h, "</li>\n");
	}
	html_put(h, "</ul><p class=\"cols\">", str_of(g->unlock->columns),
		"</p><details><summary>Template</summary><pre tabindex=\"0\">");
	struct str rest = str_of(g->unlock->template_rows), line;
	while (str_line(&rest, &line)) {
		html_piece(h, line);
		html_add(h, "\n");
	}
	html_add(h, "</pre></details></div></li>\n");
}

// All their files are here; this version does not judge them yet.
static void write_waiting(struct html *h, const struct brief *b)
{
	html_fmt(h, "<li><h3 class=\"words\">%zu %s for a later version</h3><div><ul>\n",
		b->unjudged, b->unjudged == 1 ? "waits" : "wait");
	for (size_t i = 0; i < b->silent.count; i++)
		if (!b->silent.at[i].unlock)
			html_put(h, "<li>", str_of(b->silent.at[i].audit->title),
				"</li>\n");
	html_add(h, "</ul></div></li>\n");
}

void html_unknown(struct html *h, const struct brief *b)
{
	struct unlock_group groups[FACT_COUNT];
	const size_t count = view_unlocks(b, groups);
	if (!b->silent.count)
		return;
	html_section(h, "unknown", "Not known yet",
		arena_fmt(h->arena, "%zu of %zu truths cannot be judged.%s",
			b->silent.count, view_asked(b),
			count ? " One file each would let them speak." : ""));
	html_add(h, "<ul class=\"rows\">\n");
	for (size_t i = 0; i < count; i++)
		write_group(h, &groups[i]);
	if (b->unjudged)
		write_waiting(h, b);
	html_add(h, "</ul>\n");
	html_put(h, "<p class=\"note more\">", view_judged(b), "</p>\n");
	html_section_end(h);
}

static void write_skipped(struct html *h, const struct brief *b)
{
	enum { SHOWN = 10 };
	size_t shown = 0;
	html_fmt(h,
		"<li><h3 class=\"words bad\">%zu %s could not be "
		"read</h3><div><p>Everything "
		"else was read.</p><ul>\n",
		b->skipped, b->skipped == 1 ? "file" : "files");
	for (size_t i = 0; i < b->ws->source_count && shown < SHOWN; i++) {
		const struct source *s = &b->ws->sources[i];
		if (s->state != SOURCE_SKIPPED)
			continue;
		shown++;
		html_put(h, "<li><span class=\"src\">", s->path, "</span> ");
		html_put(h, "", s->reason, s->repair.len ? "; " : ".");
		html_put(h, "", s->repair, s->repair.len ? ".</li>\n" : "</li>\n");
	}
	html_add(h, "</ul>");
	if (shown < b->skipped)
		html_add(h, "<p class=\"note\"><code>candor status</code> lists the "
			    "others.</p>");
	html_add(h, "</div></li>\n");
}

static void write_quiet(struct html *h, const struct brief *b)
{
	html_fmt(h, "<li><h3 class=\"words\">%zu asked and in order</h3><div><ul>\n",
		b->quiet.count);
	for (size_t i = 0; i < b->quiet.count; i++)
		html_put(h, "<li>", str_of(b->quiet.at[i].audit->title), "</li>\n");
	html_add(h, "</ul></div></li>\n");
}

static void write_silenced(struct html *h, const struct brief *b)
{
	html_fmt(h, "<li><h3 class=\"words\">%zu silenced</h3><div><ul>\n",
		b->silenced.count);
	for (size_t i = 0; i < b->silenced.count; i++) {
		const struct finding *f = &b->silenced.at[i];
		html_put(h, "<li>", str_of(f->audit->title), " <small>Until ");
		html_date(h, f->silence->until);
		html_put(h, ", by ", f->silence->owner, ": ");
		html_put(h, "", f->silence->reason, ".</small></li>\n");
	}
	html_add(h, "</ul></div></li>\n");
}

static void write_told(struct html *h, const struct brief *b)
{
	enum { SHOWN = 6 };
	const struct records *r = &b->ws->records;
	html_fmt(h, "<li><h3 class=\"words\">%zu told</h3><div><ul>\n",
		r->decisions.count);
	for (size_t i = 0; i < r->decisions.count && i < SHOWN; i++) {
		const struct decision *d = &r->decisions.at[i];
		html_put(h, "<li>", d->sentence, " <small>");
		html_date(h, d->date);
		html_put(h, ", to ", d->said_to, "");
		if (d->answer.len)
			html_put(h, ". Answer: “", d->answer, "”");
		if (d->outcome.len)
			html_put(h, ". Outcome: ", d->outcome, "");
		html_add(h, "</small></li>\n");
	}
	html_add(h, "</ul></div></li>\n");
}

static void write_credit(struct html *h, const struct brief *b)
{
	html_fmt(h, "<li><h3 class=\"words\">%zu credit due</h3><div><ul>\n",
		b->credit_count);
	for (size_t i = 0; i < b->credit_count; i++) {
		const struct credit *c = &b->credits[i];
		html_put(h, "<li>", c->sentence, " <small>");
		html_put(h, "Ready to send: ", c->note, "</small></li>\n");
	}
	html_add(h, "</ul></div></li>\n");
}

void html_read(struct html *h, const struct brief *b)
{
	struct arena *a = h->arena;
	html_section(h, "workspace", "Workspace",
		arena_fmt(a, "%zu %s read. What this brief could and could not see.",
			b->files, b->files == 1 ? "file was" : "files were"));
	html_add(h, "<ul class=\"rows\">\n");
	if (b->skipped)
		write_skipped(h, b);
	if (b->quiet.count)
		write_quiet(h, b);
	if (b->silenced.count)
		write_silenced(h, b);
	if (b->ws->records.decisions.count)
		write_told(h, b);
	if (b->credit_count)
		write_credit(h, b);
	html_add(h, "</ul>\n<p class=\"colophon\">Made by Candor " CANDOR_VERSION
		    " from the files as they stood on ");
	html_date(h, b->ws->as_of);
	html_add(h,
		". Everything here was computed on one machine; this page loads nothing "
		"from the network.</p>\n");
	html_section_end(h);
}
