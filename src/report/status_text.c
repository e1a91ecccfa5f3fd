// Status on a terminal: what was read, what was not, and what each missing file would
// bring.
#include "report/status.h"
#include "report/term.h"

enum { NAME_COLUMNS = 31, UNUSED_SHOWN = 12, NOTES_SHOWN = 12 };

static void heading(struct term *t, const char *text, size_t count)
{
	term_gap(t);
	term_fmt(t, INK_STRONG, count ? "%s (%zu)" : "%s", text, count);
	term_end(t);
}

static void write_head(struct term *t, const struct status *s)
{
	struct arena *a = t->arena;
	const struct workspace *ws = s->ws;
	struct str company = ws->config.company;
	term_put(t, INK_STRONG, company.len ? company : S("This folder"));
	term_fmt(t, INK_PLAIN, ", %s: %zu %s, %zu read, %zu skipped, %zu not used.",
		date_words(a, ws->as_of).at, ws->source_count,
		ws->source_count == 1 ? "file" : "files", s->read, s->skipped, s->unused);
	term_end(t);
}

static void write_group(struct term *t, const struct status_group *g)
{
	struct buf line = { .max = 300 };
	buf_fmt(&line, "%zu %s", g->files, g->files == 1 ? "file" : "files");
	if (g->rows)
		buf_fmt(&line, ", %zu rows", g->rows);
	if (g->sentences)
		buf_fmt(&line, ", %zu sentences, %zu of them claims", g->sentences,
			g->claims);
	if (date_set(g->newest))
		buf_fmt(&line, ", newest %s", date_words(t->arena, g->newest).at);
	term_to(t, 2);
	term_put(t, INK_PLAIN, g->title);
	term_to(t, NAME_COLUMNS + 2);
	term_wrap(t, INK_DIM, NAME_COLUMNS + 2, buf_str(&line));
	term_end(t);
	buf_done(&line);
}

// A note that begins with its file's name is shown as it is.
static struct str note_of(struct term *t, const struct source *s, struct str note)
{
	if (str_starts(note, s->path))
		return note;
	return arena_fmt(
		t->arena, "%" PRI_STR ": %" PRI_STR, ARG_STR(s->path), ARG_STR(note));
}

static void write_notes(struct term *t, const struct workspace *ws)
{
	size_t seen = 0;
	for (size_t i = 0; i < ws->source_count; i++) {
		const struct source *s = &ws->sources[i];
		for (size_t n = 0; n < s->notes.count; n++) {
			if (++seen > NOTES_SHOWN)
				continue;
			term_to(t, 2);
			term_wrap(t, INK_DIM, 4, note_of(t, s, s->notes.at[n]));
			term_end(t);
		}
	}
	if (seen > NOTES_SHOWN) {
		term_to(t, 2);
		term_fmt(t, INK_DIM, "and %zu more; --format json lists them",
			seen - NOTES_SHOWN);
		term_end(t);
	}
}

static size_t notes_in(const struct workspace *ws)
{
	size_t n = 0;
	for (size_t i = 0; i < ws->source_count; i++)
		n += ws->sources[i].notes.count;
	return n;
}

static void write_file(struct term *t, const struct source *s, enum ink ink)
{
	term_to(t, 2);
	term_place(t, INK_PLAIN, s->path, s->path);
	term_end(t);
	term_to(t, 4);
	term_wrap(t, ink, 4, s->reason);
	term_end(t);
	term_labelled(t, 4, "Do next", INK_STRONG, 13, INK_PLAIN, s->repair);
}

static void write_unread(struct term *t, const struct status *s)
{
	size_t shown = 0;
	if (s->skipped)
		heading(t, "Skipped", s->skipped);
	for (size_t i = 0; i < s->ws->source_count; i++)
		if (s->ws->sources[i].state == SOURCE_SKIPPED)
			write_file(t, &s->ws->sources[i], INK_BLOCKER);
	if (s->skipped) {
		term_to(t, 2);
		term_put(t, INK_DIM, S("Everything else was read."));
		term_end(t);
	}
	if (s->unused)
		heading(t, "Not used", s->unused);
	for (size_t i = 0; i < s->ws->source_count; i++) {
		const struct source *one = &s->ws->sources[i];
		if (one->state != SOURCE_UNUSED || ++shown > UNUSED_SHOWN)
			continue;
		term_to(t, 2);
		term_put(t, INK_PLAIN, one->path);
		term_put(t, INK_PLAIN, S("  "));
		term_wrap(t, INK_DIM, 4, one->reason);
		term_end(t);
	}
	if (shown > UNUSED_SHOWN) {
		term_to(t, 2);
		term_fmt(t, INK_DIM, "and %zu more; --format json lists them",
			shown - UNUSED_SHOWN);
		term_end(t);
	}
}

static void write_stale(struct term *t, const struct status *s)
{
	if (s->stale_count)
		heading(t, "Stale", s->stale_count);
	for (size_t i = 0; i < s->stale_count; i++) {
		const struct stale_source *one = &s->stale[i];
		term_to(t, 2);
		term_put(t, INK_PLAIN, one->source->path);
		term_put(t, INK_PLAIN, S("  "));
		term_wrap(t, one->freshness == FRESH_ERROR ? INK_SERIOUS : INK_DIM, 4,
			arena_fmt(t->arena, "%d days old, limit %d", one->days,
				one->limit));
		term_end(t);
	}
}

static void write_template(struct term *t, const char *rows)
{
	struct str rest = str_of(rows), line;
	while (str_line(&rest, &line)) {
		if (!line.len)
			continue;
		term_to(t, 6);
		size_t room = t->look.width > 8 ? t->look.width - 6 : 2;
		size_t fits = utf8_cut(line, room);
		term_put(t, INK_DIM,
			fits < line.len ? str_cut(line, 0, utf8_cut(line, room - 3))
					: line);
		if (fits < line.len)
			term_put(t, INK_DIM, S("..."));
		term_end(t);
	}
}

static void write_missing(struct term *t, const struct status *s)
{
	if (s->missing_count)
		heading(t, "Missing, and what each file would answer", 0);
	for (size_t i = 0; i < s->missing_count; i++) {
		const struct status_missing *m = &s->missing[i];
		term_to(t, 2);
		term_put(t, INK_STRONG, str_of(m->kind->unlock.file));
		term_end(t);
		term_to(t, 4);
		struct str what =
			m->first ? arena_fmt(t->arena, "%s (%" PRI_STR ")", m->first,
					   ARG_STR(m->unlocks))
				 : arena_fmt(t->arena, "brings %s", m->kind->title);
		term_wrap(t, INK_PLAIN, 4, what);
		term_end(t);
		write_template(t, m->kind->unlock.template_rows);
	}
}

void status_text(const struct status *status, const struct look *look, struct buf *out)
{
	struct arena scratch = { 0 };
	struct term t;
	term_init(&t, out, &scratch, look);
	write_head(&t, status);
	if (status->group_count)
		heading(&t, "Read", 0);
	for (size_t i = 0; i < status->group_count; i++)
		write_group(&t, &status->groups[i]);
	write_unread(&t, status);
	write_stale(&t, status);
	size_t notes = notes_in(status->ws);
	if (notes)
		heading(&t, "Worth knowing", notes);
	write_notes(&t, status->ws);
	write_missing(&t, status);
	term_end(&t);
	arena_free(&scratch);
}
