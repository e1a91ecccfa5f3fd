// One slide: its title, its shapes, and the notes that belong to it.
#include "read/pptx_deck.h"

static bool is_title(const struct saying *s)
{
	return s->kind == BLOCK_HEADING;
}

// A title of several paragraphs is one title.
static void write_title(struct deck *d, const struct sayings *all, uint32_t number)
{
	struct buf title = { 0 };
	struct place place = { PLACE_SLIDE, number, 0 };
	for (size_t i = 0; i < all->count; i++) {
		if (!is_title(&all->at[i]))
			continue;
		if (title.len)
			buf_byte(&title, ' ');
		else
			place.minor = all->at[i].shape;
		buf_add(&title, all->at[i].text);
	}
	if (title.len) {
		doc_block(d->doc, BLOCK_HEADING, 1, S(""));
		doc_text(d->doc, buf_str(&title), place);
	}
	if (title.len && d->shown == 1)
		doc_meta(d->doc, S("title"), buf_str(&title), place);
	buf_done(&title);
}

static void write_saying(struct deck *d, const struct saying *s, uint32_t number)
{
	doc_block(d->doc, s->kind, s->level, S(""));
	doc_text(d->doc, s->text, (struct place){ PLACE_SLIDE, number, s->shape });
}

// The part that a relation of the slide leads to, or NULL when there is none.
static const struct relation *there(struct deck *d, const struct relation *r)
{
	bool found = r && !r->external &&
		     archive_find(&d->package->archive, r->target) != ARCHIVE_NONE;
	return found ? r : NULL;
}

static bool write_graphic(struct deck *d, const struct relations *rels,
	const struct saying *graphic, uint32_t number, struct error *err)
{
	struct sayings found = { 0 };
	const struct relation *r = there(d, relation_find(rels, graphic->text));
	if (r && !graphic_read(d, r->target, graphic->shape, &found, err))
		return false;
	for (size_t i = 0; i < found.count; i++)
		write_saying(d, &found.at[i], number);
	return true;
}

static bool write_all(struct deck *d, const struct relations *rels,
	const struct sayings *all, uint32_t number, struct error *err)
{
	write_title(d, all, number);
	for (size_t i = 0; i < all->count; i++) {
		const struct saying *s = &all->at[i];
		if (s->kind == BLOCK_COUNT) {
			if (!write_graphic(d, rels, s, number, err))
				return false;
		} else if (!is_title(s)) {
			write_saying(d, s, number);
		}
	}
	return true;
}

bool slide_read(struct deck *d, struct str part, uint32_t number, struct error *err)
{
	struct relations rels;
	struct sayings all = { 0 };
	bool hidden = false;
	if (!package_relations(d->package, part, &rels, err) ||
		!shapes_read(d, part, &rels, &all, &hidden, err))
		return false;
	d->hidden += hidden;
	d->shown += !hidden;
	if (hidden)
		return true;
	const struct relation *notes = there(d, relation_next(&rels, "notesSlide", NULL));
	if (notes && !notes_read(d, notes->target, &all, err))
		return false;
	return write_all(d, &rels, &all, number, err);
}
