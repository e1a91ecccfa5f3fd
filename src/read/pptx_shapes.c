// The shapes of one slide, or of the page with its notes.
#include "read/pptx_deck.h"

#define SLIDE_TAGS(X)                                                                    \
	X(SLIDE, "p:sld")                                                                \
	X(SHAPE, "p:sp")                                                                 \
	X(PICTURE, "p:pic")                                                              \
	X(FRAME, "p:graphicFrame")                                                       \
	X(CONNECTOR, "p:cxnSp")                                                          \
	X(IDENTITY, "p:cNvPr")                                                           \
	X(PLACEHOLDER, "p:ph")                                                           \
	X(LINK, "a:hlinkClick")                                                          \
	X(TABLE, "a:tbl")                                                                \
	X(TABLE_LOOK, "a:tblPr")                                                         \
	X(ROW, "a:tr")                                                                   \
	X(CELL, "a:tc")                                                                  \
	X(P, "a:p")                                                                      \
	X(P_PROPERTIES, "a:pPr")                                                         \
	X(RUN, "a:r")                                                                    \
	X(FIELD, "a:fld")                                                                \
	X(T, "a:t")                                                                      \
	X(BREAK, "a:br")                                                                 \
	X(LIST_STYLE, "a:lstStyle")                                                      \
	X(NO_BULLET, "a:buNone")                                                         \
	X(CHAR_BULLET, "a:buChar")                                                       \
	X(NUMBER_BULLET, "a:buAutoNum")                                                  \
	X(PICTURE_BULLET, "a:buBlip")                                                    \
	X(CHOICE, "mc:Choice")                                                           \
	X(FALLBACK, "mc:Fallback")                                                       \
	X(CHART, "c:chart")                                                              \
	X(DIAGRAM, "dgm:relIds")                                                         \
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
enum { TAG_NONE, SLIDE_TAGS(X) TAGS };
#undef X
#define X(id, name) [TAG_##id] = (name),
static const char *const NAMES[TAGS] = { SLIDE_TAGS(X) };
#undef X

enum role { ROLE_PLAIN, ROLE_TITLE, ROLE_BODY, ROLE_MARGIN };

struct shape {
	enum role role;
	struct bullets own, inherited;
	bool linked;
	bool in_table, in_header_row;
};

struct words {
	struct buf text;
	size_t inked, linked;
	unsigned level; // from 1
	enum { BULLET_UNSAID, BULLET_SHOWN, BULLET_NONE } bullet;
	bool open, in_words, in_properties, run_linked;
};

struct reading {
	struct deck *deck;
	const struct relations *rels;
	struct layout *layout;
	struct sayings *out;
	struct shape shape;
	struct words words;
	uint32_t number; // shapes so far
	uint32_t rows;	 // of the open table
	unsigned level;	 // of the open list style, from 1
	int skip;	 // depth of the element that is passed over
	bool first_row_is_header, in_list_style;
	bool is_notes, hidden;
	bool chosen[XML_DEPTH_MAX + 1];
};

static bool leads_outside(const struct reading *r, const struct xml_attributes *a)
{
	const struct relation *to = relation_find(r->rels, xml_value(a, "r:id"));
	return to && to->external;
}

static enum role role_of(struct str type)
{
	static const struct {
		struct str type;
		enum role role;
	} ROLES[] = {
		{ STR_INIT("title"), ROLE_TITLE },
		{ STR_INIT("ctrTitle"), ROLE_TITLE },
		{ STR_INIT("subTitle"), ROLE_PLAIN },
		{ STR_INIT("dt"), ROLE_MARGIN },
		{ STR_INIT("hdr"), ROLE_MARGIN },
		{ STR_INIT("ftr"), ROLE_MARGIN },
		{ STR_INIT("sldNum"), ROLE_MARGIN },
	};
	for (size_t i = 0; i < COUNT(ROLES); i++)
		if (str_eq(type, ROLES[i].type))
			return ROLES[i].role;
	return ROLE_BODY;
}

static void open_placeholder(struct reading *r, const struct xml_attributes *a)
{
	struct str type = xml_value(a, "type");
	r->shape.role = role_of(type);
	if (r->shape.role == ROLE_BODY)
		r->shape.inherited = layout_bullets(r->layout, type, xml_value(a, "idx"));
}

static void later(struct reading *r, struct str id)
{
	struct arena *scratch = &r->deck->scratch;
	sayings_add(r->out, scratch,
		(struct saying){ BLOCK_COUNT, 0, r->number, arena_str(scratch, id) });
}

static void open_shape(struct reading *r, int tag, const struct xml_attributes *a)
{
	if (tag == TAG_SHAPE || tag == TAG_PICTURE || tag == TAG_FRAME ||
		tag == TAG_CONNECTOR) {
		r->shape = (struct shape){ 0 };
		r->number++;
	}
	if (tag == TAG_PLACEHOLDER)
		open_placeholder(r, a);
	if (tag == TAG_LINK && !r->words.open)
		r->shape.linked = leads_outside(r, a);
	if (tag == TAG_CHART)
		later(r, xml_value(a, "r:id"));
	if (tag == TAG_DIAGRAM)
		later(r, xml_value(a, "r:dm"));
}

static void open_table(struct reading *r, int tag, const struct xml_attributes *a)
{
	if (tag == TAG_TABLE) {
		r->rows = 0;
		r->shape.in_table = true;
		r->first_row_is_header = false;
	}
	if (tag == TAG_TABLE_LOOK && xml_value(a, "firstRow").at)
		r->first_row_is_header = xml_is_on(a, "firstRow");
	if (tag == TAG_ROW)
		r->shape.in_header_row = ++r->rows == 1 && r->first_row_is_header;
}

static int bullet_of(int tag)
{
	switch (tag) {
	case TAG_NO_BULLET:
		return BULLET_NONE;
	case TAG_CHAR_BULLET:
	case TAG_NUMBER_BULLET:
	case TAG_PICTURE_BULLET:
		return BULLET_SHOWN;
	default:
		return BULLET_UNSAID;
	}
}

static void open_list(struct reading *r, int tag)
{
	int bullet = bullet_of(tag);
	if (tag == TAG_LIST_STYLE)
		r->in_list_style = true;
	if (tag >= TAG_LEVEL_1 && tag <= TAG_LEVEL_9)
		r->level = (unsigned)(tag - TAG_LEVEL_1) + 1;
	if (bullet == BULLET_UNSAID)
		return;
	if (r->words.in_properties)
		r->words.bullet = bullet == BULLET_SHOWN ? BULLET_SHOWN : BULLET_NONE;
	else if (r->in_list_style && r->level)
		bullets_say(&r->shape.own, r->level, bullet == BULLET_SHOWN);
}

static void open_words(struct reading *r, int tag, const struct xml_attributes *a)
{
	struct words *w = &r->words;
	if (tag == TAG_P) {
		struct buf text = w->text;
		buf_clear(&text);
		*w = (struct words){ .text = text, .level = 1, .open = true };
	}
	if (!w->open)
		return;
	if (tag == TAG_P_PROPERTIES) {
		w->level = xml_count(a, "lvl", BULLET_LEVELS - 1, 0) + 1;
		w->in_properties = true;
	}
	if (tag == TAG_RUN)
		w->run_linked = false;
	if (tag == TAG_LINK)
		w->run_linked = leads_outside(r, a);
	if (tag == TAG_BREAK)
		buf_byte(&w->text, ' ');
	w->in_words = tag == TAG_T;
}

// Depth of an element that is not to be read, with all that is in it; 0 for none.
static int passed_over(
	struct reading *r, int tag, int depth, const struct xml_attributes *a)
{
	bool *chosen = &r->chosen[depth - 1], taken = *chosen;
	switch (tag) {
	case TAG_CHOICE:
	case TAG_FALLBACK:
		*chosen = true;
		return taken ? depth : 0;
	case TAG_IDENTITY: // of the shape or group two levels up
		return xml_value(a, "hidden").at && xml_is_on(a, "hidden") ? depth - 2
									   : 0;
	case TAG_CELL: // the part of a merged cell that another one covers
		return (xml_value(a, "hMerge").at && xml_is_on(a, "hMerge")) ||
				       (xml_value(a, "vMerge").at &&
					       xml_is_on(a, "vMerge"))
			       ? depth
			       : 0;
	case TAG_FIELD:
		return str_eq(xml_value(a, "type"), S("slidenum")) ? depth : 0;
	default:
		return 0;
	}
}

static bool on_open(void *context, int tag, int depth, const struct xml_attributes *a)
{
	struct reading *r = context;
	r->chosen[depth] = false;
	if (r->skip || !tag)
		return true;
	if (tag == TAG_SLIDE && depth == 1 && !xml_is_on(a, "show")) {
		r->hidden = true;
		r->skip = depth;
		return true;
	}
	int skip = passed_over(r, tag, depth, a);
	r->skip = skip > 0 ? skip : 0;
	if (r->skip)
		return true;
	open_shape(r, tag, a);
	open_table(r, tag, a);
	open_list(r, tag);
	open_words(r, tag, a);
	return true;
}

static enum block_kind kind_of(const struct reading *r, uint8_t *level)
{
	const struct words *w = &r->words;
	const struct shape *s = &r->shape;
	struct bullets list = bullets_over(s->own, s->inherited);
	bool bulleted = list.shown >> (w->level - 1) & 1;
	if (w->bullet != BULLET_UNSAID)
		bulleted = w->bullet == BULLET_SHOWN;
	*level = 0;
	if (s->role == ROLE_MARGIN)
		return BLOCK_CHROME;
	if (s->role == ROLE_TITLE) {
		*level = 1;
		return BLOCK_HEADING;
	}
	if (s->in_table) {
		*level = s->in_header_row;
		return BLOCK_CELL;
	}
	if (bulleted) {
		*level = (uint8_t)w->level;
		return BLOCK_ITEM;
	}
	return s->linked || w->linked == w->inked ? BLOCK_ACTION : BLOCK_TEXT;
}

static void close_paragraph(struct reading *r)
{
	struct words *w = &r->words;
	struct saying s = { .shape = r->number };
	s.kind = kind_of(r, &s.level);
	if (r->is_notes) {
		s = (struct saying){ .kind = BLOCK_NOTE };
		w->inked *= r->shape.role == ROLE_BODY; // not the picture of the slide
	}
	w->open = false;
	if (!w->inked)
		return;
	s.text = arena_str(&r->deck->scratch, str_trim(buf_str(&w->text)));
	sayings_add(r->out, &r->deck->scratch, s);
}

static bool on_close(void *context, int tag, int depth)
{
	struct reading *r = context;
	if (r->skip) {
		if (r->skip == depth)
			r->skip = 0;
		return true;
	}
	r->words.in_words = false;
	if (tag == TAG_P_PROPERTIES)
		r->words.in_properties = false;
	if (tag == TAG_LIST_STYLE)
		r->in_list_style = false;
	if (tag >= TAG_LEVEL_1 && tag <= TAG_LEVEL_9)
		r->level = 0;
	if (tag == TAG_TABLE)
		r->shape.in_table = false;
	if (tag == TAG_P && r->words.open)
		close_paragraph(r);
	return true;
}

static bool on_words(void *context, struct str words)
{
	struct reading *r = context;
	struct words *w = &r->words;
	if (!w->in_words || r->skip)
		return true;
	size_t ink = 0;
	for (size_t i = 0; i < words.len; i++)
		ink += !byte_is_space(words.at[i]);
	w->inked += ink;
	w->linked += w->run_linked ? ink : 0;
	ooxml_words(&w->text, words);
	return true;
}

static bool read_part(struct reading *r, struct str part, struct error *err)
{
	const struct xml_names names = { NAMES, TAGS };
	const struct xml_sink sink = { r, on_open, on_close, on_words };
	bool ok = package_read(r->deck->package, part, &names, &sink, err);
	buf_done(&r->words.text);
	return ok;
}

bool shapes_read(struct deck *d, struct str part, const struct relations *rels,
	struct sayings *out, bool *hidden, struct error *err)
{
	struct reading *r = ARENA_NEW(&d->scratch, struct reading);
	*r = (struct reading){ .deck = d, .rels = rels, .out = out };
	if (!layout_find(d, rels, &r->layout, err) || !read_part(r, part, err))
		return false;
	*hidden = r->hidden;
	return true;
}

bool notes_read(struct deck *d, struct str part, struct sayings *out, struct error *err)
{
	static const struct relations NONE = { 0 }; // links in notes lead nowhere
	struct reading *r = ARENA_NEW(&d->scratch, struct reading);
	*r = (struct reading){ .deck = d, .rels = &NONE, .out = out, .is_notes = true };
	return read_part(r, part, err);
}
