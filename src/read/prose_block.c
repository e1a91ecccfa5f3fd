// Where blocks of prose end: what their links say about them, and what was set aside.
#include "read/prose.h"

enum {
	ACTION_WORDS = 12,     // more than this is no button, whatever its class says
	CARD_ACTION_WORDS = 4, // in a link around several blocks: "Read the story"
	NAVIGATION_WORDS = 4,  // on average, of several links side by side
	MENU_ITEM_WORDS = 3,   // in each of a list of links
};

static struct block *last_block(const struct prose *p)
{
	return &p->doc->blocks[p->doc->block_count - 1];
}

static struct prose_list *innermost(struct prose *p)
{
	size_t depth = p->list_depth < PROSE_LISTS_MAX ? p->list_depth : PROSE_LISTS_MAX;
	return depth ? &p->lists[depth - 1] : NULL;
}

// A line of a table of contents, however long, or a short link: what menus are made of.
static bool is_menu_item(const struct prose *p)
{
	return p->links && !p->plain &&
	       (p->words <= MENU_ITEM_WORDS || (p->link_within && p->links == 1));
}

static void tally(struct prose *p, enum block_kind kind)
{
	struct prose_list *list = innermost(p);
	if (!list || kind == BLOCK_CHROME || kind == BLOCK_META)
		return;
	list->items++;
	list->other |= kind != BLOCK_ITEM || !is_menu_item(p);
}

static enum block_kind kind_of_links(const struct prose *p)
{
	if (p->links > 1)
		return p->linked_words <= NAVIGATION_WORDS * p->links ? BLOCK_CHROME
								      : BLOCK_TEXT;
	return !p->link_came_in || p->linked_words <= CARD_ACTION_WORDS ? BLOCK_ACTION
									: BLOCK_TEXT;
}

static void judge(struct prose *p)
{
	struct block *b = last_block(p);
	bool links_only = p->links && !p->plain;
	p->plain_headings += b->kind == BLOCK_HEADING && !links_only;
	tally(p, b->kind);
	if (b->kind == BLOCK_ACTION && p->words > ACTION_WORDS)
		b->kind = BLOCK_TEXT;
	else if (b->kind == BLOCK_TEXT && links_only)
		b->kind = kind_of_links(p);
}

static void put_asides(struct prose *p)
{
	for (size_t i = 0; i < p->piece_count; i++) {
		const struct prose_piece *piece = &p->pieces[i];
		if (piece->first)
			doc_block(p->doc, piece->kind, 0, S(""));
		doc_text(p->doc, piece->words, piece->place);
	}
	p->piece_count = 0;
	p->aside_first = true;
}

void prose_block(struct prose *p, enum block_kind kind, uint8_t level)
{
	if (p->open)
		judge(p);
	put_asides(p);
	p->kind = kind;
	p->level = level;
	p->open = p->gap = p->plain = false;
	p->lines_due = 0;
	p->links = p->linked_words = p->words = 0;
	p->link_came_in = p->link_is_new = p->in_link;
}

void prose_list_begin(struct prose *p)
{
	if (p->list_depth++ < PROSE_LISTS_MAX)
		p->lists[p->list_depth - 1] =
			(struct prose_list){ .first_block = p->doc->block_count };
}

void prose_list_end(struct prose *p)
{
	if (!p->list_depth || p->list_depth-- > PROSE_LISTS_MAX)
		return;
	const struct prose_list *done = &p->lists[p->list_depth];
	struct prose_list *outer = innermost(p);
	if (outer) {
		outer->items += done->items;

		outer->other |= done->other;
	}
	if (!done->other && done->items > 1)
		prose_chrome(p, done->first_block);
}

void prose_chrome(struct prose *p, size_t first)
{
	for (size_t i = first; i < p->doc->block_count; i++) {
		p->doc->blocks[i].kind = BLOCK_CHROME;
		p->doc->blocks[i].level = 0;
		p->relabelled = true;
	}
}

static void count_sections(struct doc *doc)
{
	uint32_t section = 0;
	for (size_t i = 0; i < doc->block_count; i++) {
		section += doc->blocks[i].kind == BLOCK_HEADING;
		doc->blocks[i].section = section;
	}
}

bool prose_finish(struct prose *p, struct error *err)
{
	prose_block(p, BLOCK_TEXT, 0);
	if (p->relabelled)
		count_sections(p->doc);
	return doc_finish(p->doc, err);
}

struct str prose_last(const struct prose *p)
{
	if (!p->doc->block_count)
		return S("");
	struct str text = buf_str(p->doc->draft);
	return str_from(text, last_block(p)->span.from);
}

void prose_meta(struct prose *p, struct str key, struct str value, const char *at)
{
	if (str_trim(value).len)
		doc_meta(p->doc, key, value, prose_place(p, at));
}
