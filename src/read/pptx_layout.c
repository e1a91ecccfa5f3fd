// Bullets as a layout and its master say them.
#include "read/pptx_deck.h"

#define LAYOUT_TAGS(X)                                                                   \
	X(SHAPE, "p:sp")                                                                 \
	X(PLACEHOLDER, "p:ph")                                                           \
	X(BODY_STYLE, "p:bodyStyle")                                                     \
	X(LIST_STYLE, "a:lstStyle")                                                      \
	X(NO_BULLET, "a:buNone")                                                         \
	X(CHAR_BULLET, "a:buChar")                                                       \
	X(NUMBER_BULLET, "a:buAutoNum")                                                  \
	X(PICTURE_BULLET, "a:buBlip")                                                    \
	X(LEVEL_1, "a:lvl1pPr")                                                          \
	X(LEVEL_2, "a:lvl2pPr")                                                          \
	X(LEVEL_3, "a:lvl3pPr")                                                          \
	X(LEVEL_4, "a:lvl4pPr")                                                          \
	X(LEVEL_5, "a:lvl5pPr")                                                          \
	X(LEVEL_6, "a:lvl6pPr")                                                          \
	X(LEVEL_7, "a:lvl7pPr")                                                          \
	X(LEVEL_8, "a:lvl8pPr")                                                          \
	X(LEVEL_9, "a:lvl9pPr")

#define X(id, name) TAG_##id,
enum { TAG_NONE, LAYOUT_TAGS(X) TAGS };
#undef X
#define X(id, name) [TAG_##id] = (name),
static const char *const NAMES[TAGS] = { LAYOUT_TAGS(X) };
#undef X

struct placeholder {
	struct str type, index;
	struct bullets bullets;
};

struct layout {
	struct placeholder *at;
	size_t count, room;
	struct bullets body; // what the master says of all body text
	struct layout *master;
};

struct reading {
	struct deck *deck;
	struct layout *layout;
	struct bullets *into; // the shape or the body style that is open
	unsigned level;	      // that is open, from 1
	bool in_list;	      // inside a list style or the body style
};

void bullets_say(struct bullets *b, unsigned level, bool shown)
{
	uint16_t bit = (uint16_t)(1u << (level - 1));
	b->shown = (uint16_t)(shown ? b->shown | bit : b->shown & ~bit);
	b->none = (uint16_t)(shown ? b->none & ~bit : b->none | bit);
}

struct bullets bullets_over(struct bullets own, struct bullets from)
{
	uint16_t said = own.shown | own.none;
	return (struct bullets){
		.shown = (uint16_t)(own.shown | (from.shown & ~said)),
		.none = (uint16_t)(own.none | (from.none & ~said)),
	};
}

static void open_shape(struct reading *r)
{
	struct layout *l = r->layout;
	l->at = arena_more(&r->deck->scratch, l->at, l->count, &l->room, sizeof *l->at);
	l->at[l->count] = (struct placeholder){ 0 };
	r->into = &l->at[l->count++].bullets;
}

static bool on_open(void *context, int tag, int depth, const struct xml_attributes *a)
{
	(void)depth; // shapes may be grouped: only the order matters
	struct reading *r = context;
	struct arena *scratch = &r->deck->scratch;
	if (tag == TAG_SHAPE)
		open_shape(r);
	if (tag == TAG_PLACEHOLDER && r->layout->count) {
		struct placeholder *p = &r->layout->at[r->layout->count - 1];
		p->type = arena_str(scratch, xml_value(a, "type"));
		p->index = arena_str(scratch, xml_value(a, "idx"));
	}
	if (tag == TAG_BODY_STYLE)
		r->into = &r->layout->body;
	r->in_list |= tag == TAG_LIST_STYLE || tag == TAG_BODY_STYLE;
	if (tag >= TAG_LEVEL_1 && tag <= TAG_LEVEL_9)
		r->level = (unsigned)(tag - TAG_LEVEL_1) + 1;
	bool none = tag == TAG_NO_BULLET;
	bool shown = tag == TAG_CHAR_BULLET || tag == TAG_NUMBER_BULLET ||
		     tag == TAG_PICTURE_BULLET;
	if ((none || shown) && r->in_list && r->into && r->level)
		bullets_say(r->into, r->level, shown);
	return true;
}

static bool on_close(void *context, int tag, int depth)
{
	(void)depth; // as above
	struct reading *r = context;
	if (tag == TAG_SHAPE || tag == TAG_BODY_STYLE)
		r->into = NULL;
	if (tag == TAG_LIST_STYLE || tag == TAG_BODY_STYLE)
		r->in_list = false;
	if (tag >= TAG_LEVEL_1 && tag <= TAG_LEVEL_9)
		r->level = 0;
	return true;
}

static bool read_part(
	struct deck *d, struct str part, struct layout *l, struct error *err)
{
	struct reading r = { .deck = d, .layout = l };
	const struct xml_names names = { NAMES, TAGS };
	// No words: "Click to edit" is nobody's claim.
	const struct xml_sink sink = {
		.context = &r, .open = on_open, .close = on_close
	};
	return package_read(d->package, part, &names, &sink, err);
}

// A part that is named but absent says nothing.
static const struct relation *find_part(
	struct deck *d, const struct relations *from, const char *type)
{
	const struct relation *r = relation_next(from, type, NULL);
	bool there = r && archive_find(&d->package->archive, r->target) != ARCHIVE_NONE;
	return there ? r : NULL;
}

// Layouts and masters share one table, so that a deck with many layouts reads its master
// once.
static bool find_or_read(struct deck *d, struct str part, struct layout **out,
	bool *is_new, struct error *err)
{
	size_t n = map_add(&d->layouts, part);
	d->layout_at = arena_more(
		&d->scratch, d->layout_at, n, &d->layout_room, sizeof(struct layout *));
	*is_new = !d->layout_at[n];
	if (*is_new) {
		d->layout_at[n] = ARENA_NEW(&d->scratch, struct layout);
		if (!read_part(d, part, d->layout_at[n], err))
			return false;
	}
	*out = d->layout_at[n];
	return true;
}

bool layout_find(struct deck *d, const struct relations *slide, struct layout **out,
	struct error *err)
{
	const struct relation *r = find_part(d, slide, "slideLayout");
	bool is_new = false;
	struct relations rels;
	*out = NULL;
	if (!r)
		return true;
	if (!find_or_read(d, r->target, out, &is_new, err))
		return false;
	if (!is_new)
		return true;
	if (!package_relations(d->package, r->target, &rels, err))
		return false;
	r = find_part(d, &rels, "slideMaster");
	return !r || find_or_read(d, r->target, &(*out)->master, &is_new, err);
}

static const struct placeholder *find_placeholder(
	const struct layout *l, struct str type, struct str index)
{
	for (size_t i = 0; i < l->count; i++)
		if (index.len && str_eq(l->at[i].index, index))
			return &l->at[i];
	for (size_t i = 0; i < l->count; i++)
		if (type.len && str_eq(l->at[i].type, type))
			return &l->at[i];
	return NULL;
}

struct bullets layout_bullets(const struct layout *l, struct str type, struct str index)
{
	struct bullets found = { 0 };
	const struct layout *master = l ? l->master : NULL;
	if (!master)
		found.shown = (1u << BULLET_LEVELS) - 1;
	const struct placeholder *p = l ? find_placeholder(l, type, index) : NULL;
	if (p)
		found = bullets_over(p->bullets, found);
	p = master ? find_placeholder(master, S("body"), S("")) : NULL;
	if (p)
		found = bullets_over(found, p->bullets);
	return master ? bullets_over(found, master->body) : found;
}
