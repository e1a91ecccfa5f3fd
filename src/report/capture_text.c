#include "report/capture_page.h"
#include "report/term.h"

enum { HANG = 4 };

static void add_count(struct buf *b, size_t n, const char *one, const char *many)
{
	buf_fmt(b, "%s%zu %s", b->len ? ", " : "", n, n == 1 ? one : many);
}

// "Shiftly, 20 November 2025: 2 pages saved, 1 the same as before, 1 not saved."
static void write_head(struct term *t, const struct capture_page *p)
{
	const struct capture_result *r = p->result;
	struct buf counts = { 0 };
	add_count(&counts, r->kept, "page saved", "pages saved");
	if (r->same)
		add_count(&counts, r->same, "the same as before", "the same as before");
	if (r->not_kept)
		add_count(&counts, r->not_kept, "not saved", "not saved");
	term_put(t, INK_STRONG, p->name);
	term_wrap(t, INK_PLAIN, 0,
		arena_fmt(t->arena, ", %s: %" PRI_STR ".",
			date_words(t->arena, p->ws->as_of).at,
			ARG_STR(buf_str(&counts))));
	term_end(t);
	buf_done(&counts);
}

static void write_line(struct term *t, enum ink ink, struct str text)
{
	term_to(t, HANG);
	term_wrap(t, ink, HANG, text);
	term_end(t);
}

static void write_quotes(
	struct term *t, const char *label, const struct str *at, size_t count)
{
	for (size_t i = 0; i < count && i < CAPTURE_QUOTES; i++)
		term_labelled(t, HANG, label, INK_DIM, HANG + 6, INK_THEIRS,
			utf8_safe(t->arena, at[i], 280));
	if (count > CAPTURE_QUOTES)
		write_line(t, INK_DIM,
			arena_fmt(t->arena, "and %zu more %s", count - CAPTURE_QUOTES,
				label));
}

static void write_change(struct term *t, const struct captured *c)
{
	if (c->state != CAPTURED_CHANGED)
		return;
	const char *day = date_words(t->arena, c->before).at;
	if (!c->came && !c->went) {
		write_line(t, INK_PLAIN,
			arena_fmt(t->arena,
				"Its words changed since %s, but no claim did.", day));
		return;
	}
	write_line(t, INK_PLAIN,
		arena_fmt(t->arena, "Since %s: %zu %s new, %zu gone.", day, c->came,
			c->came == 1 ? "claim is" : "claims are", c->went));
	write_quotes(t, "new", c->coming, c->came);
	write_quotes(t, "gone", c->going, c->went);
}

static void write_kept(struct term *t, const struct captured *c)
{
	term_place(t, INK_STRONG, c->path, c->path);
	term_end(t);
	write_line(t, INK_DIM, c->url);
	write_line(t, INK_PLAIN,
		arena_fmt(t->arena, "%zu %s in %zu %s.", c->claims,
			c->claims == 1 ? "claim" : "claims", c->words,
			c->words == 1 ? "word" : "words"));
	if (c->thin)
		write_line(t, INK_WATCH,
			S("Hardly a word stands on it without its scripts, which are not "
			  "run: save it from your browser instead."));
	write_change(t, c);
}

static void write_same(struct term *t, const struct captured *c)
{
	term_wrap(t, INK_STRONG, HANG, c->url);
	term_end(t);
	write_line(t, INK_PLAIN,
		arena_fmt(t->arena,
			"says the same as on %s; noted as seen in %" PRI_STR ".",
			date_words(t->arena, c->before).at, ARG_STR(c->path)));
}

static void write_reason(struct term *t, const struct captured *c)
{
	term_wrap(t, INK_STRONG, HANG, c->asked);
	term_end(t);
	if (c->url.len && !str_eq(c->url, c->asked))
		write_line(t, INK_DIM, c->url);
	write_line(t, INK_PLAIN, c->reason);
	if (c->repair.len)
		write_line(t, INK_DIM, c->repair);
}

static void write_page(struct term *t, const struct captured *c)
{
	term_gap(t);
	const bool has = c->state <= CAPTURED_SAME;
	term_put(t, INK_PLAIN, S("  "));
	term_emit(
		t, has ? INK_GOOD : INK_WATCH, term_mark(t, has ? INK_GOOD : INK_WATCH));
	term_to(t, HANG);
	if (c->state == CAPTURED_SAME)
		write_same(t, c);
	else if (has)
		write_kept(t, c);
	else
		write_reason(t, c);
}

static void write_left(struct term *t, const struct capture_result *r)
{
	size_t left = 0;
	for (size_t i = 0; i < r->count; i++)
		left += r->at[i].state == CAPTURED_LEFT;
	if (!left)
		return;
	term_gap(t);
	term_wrap(t, INK_WATCH, 0,
		arena_fmt(t->arena,
			"Interrupted: %zu %s not asked for. What is listed as saved is "
			"whole and stays.",
			left, left == 1 ? "page was" : "pages were"));
	term_end(t);
}

static void write_next(struct term *t, const struct capture_page *p)
{
	const struct capture_result *r = p->result;
	term_gap(t);
	if (r->kept + r->same)
		term_labelled(t, 0, "Next", INK_STRONG, 6, INK_PLAIN,
			arena_fmt(t->arena,
				"`candor swap --against %" PRI_STR
				"` says which of your claims they say too.",
				ARG_STR(p->rival)));
	if (p->known || !(r->kept + r->same))
		return;
	if (p->near.len)
		term_labelled(t, 0, "", INK_PLAIN, 6, INK_WATCH,
			arena_fmt(t->arena,
				"Was %" PRI_STR
				" meant? There was no competitor %" PRI_STR " before.",
				ARG_STR(p->near), ARG_STR(p->rival)));
	term_labelled(t, 0, "", INK_PLAIN, 6, INK_PLAIN,
		arena_fmt(t->arena,
			"Reports call it by its folder; its name and other spellings go "
			"into candor.yaml: competitors: [{id: %" PRI_STR
			", name: ..., aliases: [...]}]",
			ARG_STR(p->rival)));
}

void capture_text(
	const struct capture_page *page, const struct look *look, struct buf *out)
{
	struct arena a = { 0 };
	struct term t;
	const struct capture_result *r = page->result;
	term_init(&t, out, &a, look);
	write_head(&t, page);
	for (size_t i = 0; i < r->count; i++)
		if (r->at[i].state != CAPTURED_LEFT)
			write_page(&t, &r->at[i]);
	if (r->notes.count)
		term_gap(&t);
	for (size_t i = 0; i < r->notes.count; i++) {
		term_wrap(&t, INK_DIM, 0, r->notes.at[i]);
		term_end(&t);
	}
	write_left(&t, r);
	write_next(&t, page);
	arena_free(&a);
}
