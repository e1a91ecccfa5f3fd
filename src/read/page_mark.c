#include "read/html_walk.h"
#include "read/page.h"

// Words that are the page: neither around it nor beside it.
static bool is_main(const struct block *b)
{
	return b->kind != BLOCK_CHROME && b->kind != BLOCK_META &&
	       b->kind != BLOCK_TITLE && b->kind != BLOCK_ACTION;
}

// How many blocks of the page's own come before each block.
static size_t *count_main(const struct doc *doc, struct arena *a)
{
	size_t *before = ARENA_ARRAY(a, size_t, doc->block_count + 1);
	for (size_t i = 0; i < doc->block_count; i++)
		before[i + 1] = before[i] + is_main(&doc->blocks[i]);
	return before;
}

static const struct html_scope *smallest(
	const struct html_scopes *scopes, const struct doc *doc, struct arena *a)
{
	const size_t *before = count_main(doc, a), all = before[doc->block_count];
	const struct html_scope *best = NULL;
	for (size_t i = 0; all && i < scopes->count; i++) {
		const struct html_scope *s = &scopes->at[i];
		if (before[s->end_block] - before[s->first_block] == all)
			best = s; // later ones with all of it lie within
	}
	return best;
}

bool page_mark(struct str page, struct arena *a, struct str *out, struct error *err)
{
	struct arena scratch = { 0 };
	struct doc doc = { .arena = &scratch };
	struct html_scopes scopes = { .arena = &scratch };
	struct buf draft, marked = { 0 };
	struct prose prose;
	prose_begin(&prose, &doc, page, page.at, &draft);
	html_page(page, &scopes, &prose);
	const bool ok = prose_finish(&prose, err);
	const struct html_scope *main = ok ? smallest(&scopes, &doc, &scratch) : NULL;
	*out = page;
	if (main) {
		size_t name = (size_t)(main->tag.at - page.at) + 1;
		while (name < page.len && !byte_is_space(page.at[name]) &&
			page.at[name] != '>' && page.at[name] != '/')
			name++;
		buf_add(&marked, str_cut(page, 0, name));
		buf_add(&marked, S(" data-candor-main"));
		buf_add(&marked, str_from(page, name));
		*out = arena_str(a, buf_str(&marked));
	}
	buf_done(&marked);
	arena_free(&scratch);
	return ok;
}
