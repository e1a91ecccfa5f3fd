// Running headers and footers: what stands at the edge of page after page.
#include "read/pdf_text.h"

enum { PAGES_MIN = 3 };

struct edges {
	struct map texts;
	uint32_t *pages; // per text: on how many it was seen
	uint32_t *last;	 // per text: the last of these
	size_t pages_room, last_room;
	size_t *key; // per line: its text + 1, or 0
};

// Two rows at either edge of one page: how far they reach.
struct band {
	float head, foot;
};

static bool is_below(float a, float b, float height)
{
	return a > b + height / 2;
}

static struct band band_of(const struct pdf_line *line, size_t count)
{
	float first = line->top, last = line->top;
	for (size_t i = 0; i < count; i++) {
		first = line[i].top < first ? line[i].top : first;
		last = line[i].top > last ? line[i].top : last;
	}
	struct band b = { last, first };
	for (size_t i = 0; i < count; i++) {
		float top = line[i].top, h = line[i].height;
		if (is_below(top, first, h) && top < b.head)
			b.head = top;
		if (is_below(last, top, h) && top > b.foot)
			b.foot = top;
	}
	return b;
}

// Larger text at the top of a page is its heading, however often it comes.
static bool is_at_edge(
	const struct pdf_text *t, const struct pdf_line *line, struct band band)
{
	float slack = line->height / 2;
	return line->height <= t->body * 1.15f &&
	       (line->top <= band.head + slack || line->top >= band.foot - slack);
}

// The text with every number as '#', so that "Page 3" is "Page 4", and how far down it
// stands, in steps of four points.
static struct str key_of(struct arena *a, const struct pdf_line *line)
{
	char *out = arena_alloc(a, line->text.len + 1, 1);
	size_t used = 0;
	for (size_t i = 0; i < line->text.len; i++) {
		bool digit = byte_is_digit(line->text.at[i]);
		if (digit && used && out[used - 1] == '#')
			continue;
		out[used++] = digit ? '#' : line->text.at[i];
	}
	return arena_fmt(a, "%d %.*s", (int)(line->top / 4 + 0.5f), (int)used, out);
}

static size_t count_text(struct edges *e, struct str key, uint32_t page)
{
	size_t n = map_add(&e->texts, key);
	e->pages =
		arena_more(e->texts.arena, e->pages, n, &e->pages_room, sizeof *e->pages);
	e->last = arena_more(e->texts.arena, e->last, n, &e->last_room, sizeof *e->last);
	if (e->last[n] != page)
		e->pages[n]++;
	e->last[n] = page;
	return n;
}

static size_t page_end(const struct pdf_text *t, size_t from)
{
	size_t to = from;
	while (to < t->count && t->lines[to].page == t->lines[from].page)
		to++;
	return to;
}

// Lines of a block from `from`, when all of it is at an edge; a line of a paragraph that
// reaches the edge is none of it.
static size_t block_at_edge(
	const struct pdf_text *t, size_t from, struct band band, size_t *to)
{
	bool whole = true;
	for (*to = from; *to < t->count && t->lines[*to].block == t->lines[from].block;
		++*to)
		whole &= is_at_edge(t, &t->lines[*to], band);
	return whole ? *to - from : 0;
}

static void see_page(const struct pdf_text *t, size_t from, size_t to, struct edges *e)
{
	struct band band = band_of(&t->lines[from], to - from);
	for (size_t next = from; from < to; from = next) {
		size_t lines = block_at_edge(t, from, band, &next);
		for (size_t i = from; i < from + lines; i++) {
			struct str key = key_of(e->texts.arena, &t->lines[i]);
			e->key[i] = count_text(e, key, t->lines[i].page) + 1;
		}
	}
}

void pdf_mark_margins(struct pdf_text *t)
{
	struct arena scratch = { 0 };
	struct edges e = { .texts = { .arena = &scratch } };
	e.key = ARENA_ARRAY(&scratch, size_t, t->count);
	for (size_t from = 0, to = 0; from < t->count; from = to) {
		to = page_end(t, from);
		see_page(t, from, to, &e);
	}
	for (size_t i = 0; i < t->count; i++)
		t->lines[i].margin =
			e.pages && e.key[i] && e.pages[e.key[i] - 1] >= PAGES_MIN;
	arena_free(&scratch);
}
