// How the cells of a workbook show their numbers.
#include "read/xlsx_book.h"

#define STYLE_TAGS(X)                                                                    \
	X(FORMAT, "s:numFmt")                                                            \
	X(CELL_STYLES, "s:cellXfs")                                                      \
	X(STYLE, "s:xf")

#define X(id, name) TAG_##id,
enum { TAG_NONE, STYLE_TAGS(X) TAGS };
#undef X
#define X(id, name) [TAG_##id] = (name),
static const char *const NAMES[TAGS] = { STYLE_TAGS(X) };
#undef X

struct reading {
	struct book *book;
	struct map ids; // of the formats that the workbook describes
	enum number_kind *kinds;
	size_t room;
	bool in_cell_styles;
};

static void open_format(struct reading *r, const struct xml_attributes *a)
{
	size_t n = map_add(&r->ids, xml_value(a, "numFmtId"));
	r->kinds = arena_more(r->book->arena, r->kinds, n, &r->room, sizeof *r->kinds);
	r->kinds[n] = number_kind_of(0, xml_value(a, "formatCode"));
}

static void open_style(struct reading *r, const struct xml_attributes *a)
{
	struct book *b = r->book;
	size_t n = map_find(&r->ids, xml_value(a, "numFmtId"));
	uint32_t id = xml_count(a, "numFmtId", INT32_MAX, 0);
	b->kinds = arena_more(
		b->arena, b->kinds, b->kind_count, &b->kind_room, sizeof *b->kinds);
	b->kinds[b->kind_count++] =
		n == MAP_NONE ? number_kind_of(id, S("")) : r->kinds[n];
}

static bool on_open(void *context, int tag, int depth, const struct xml_attributes *a)
{
	(void)depth; // the tags are known by their names alone
	struct reading *r = context;
	if (tag == TAG_FORMAT)
		open_format(r, a);
	if (tag == TAG_CELL_STYLES)
		r->in_cell_styles = true;
	if (tag == TAG_STYLE && r->in_cell_styles)
		open_style(r, a);
	return true;
}

static bool on_close(void *context, int tag, int depth)
{
	(void)depth; // as above
	if (tag == TAG_CELL_STYLES)
		((struct reading *)context)->in_cell_styles = false;
	return true;
}

bool book_read_styles(struct book *b, struct str part, struct error *err)
{
	struct reading r = { .book = b, .ids = { .arena = b->arena } };
	const struct xml_names names = { NAMES, TAGS };
	const struct xml_sink sink = {
		.context = &r, .open = on_open, .close = on_close
	};
	return package_read(&b->package, part, &names, &sink, err);
}
