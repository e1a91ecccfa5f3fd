#include "read/xlsx_book.h"

#define BOOK_TAGS(X)                                                                     \
	X(ROOT, "s:workbook")                                                            \
	X(PROPERTIES, "s:workbookPr")                                                    \
	X(SHEET, "s:sheet")

#define X(id, name) TAG_##id,
enum { TAG_NONE, BOOK_TAGS(X) TAGS };
#undef X
#define X(id, name) [TAG_##id] = (name),
static const char *const NAMES[TAGS] = { BOOK_TAGS(X) };
#undef X

struct reading {
	struct book *book;
	struct error *err;
};

// Sheets that hold a chart or an old macro have no cells.
static void open_sheet(struct book *b, const struct xml_attributes *a)
{
	const struct relation *r = relation_find(&b->package.rels, xml_value(a, "r:id"));
	struct str state = xml_value(a, "state");
	if (!r || r->external || !str_eq(r->type, S("worksheet")))
		return;
	if (state.len && !str_eq(state, S("visible"))) {
		b->hidden++;
		return;
	}
	b->sheets = arena_more(
		b->arena, b->sheets, b->sheet_count, &b->sheet_room, sizeof *b->sheets);
	b->sheets[b->sheet_count++] = (struct sheet_name){
		.name = arena_str(b->arena, xml_value(a, "name")),
		.part = r->target,
	};
}

static bool on_open(void *context, int tag, int depth, const struct xml_attributes *a)
{
	struct reading *r = context;
	if (depth == 1 && tag != TAG_ROOT)
		return error_set(r->err, ERROR_FORMAT,
			"is not a workbook, whatever its name says");
	if (tag == TAG_PROPERTIES && xml_value(a, "date1904").at)
		r->book->from_1904 = xml_is_on(a, "date1904");
	if (tag == TAG_SHEET)
		open_sheet(r->book, a);
	return true;
}

// A part that is named but absent is as good as one that was never named.
static const struct relation *find_part(const struct book *b, const char *type)
{
	const struct relation *r = relation_next(&b->package.rels, type, NULL);
	bool there = r && archive_find(&b->package.archive, r->target) != ARCHIVE_NONE;
	return there ? r : NULL;
}

static bool read_all(struct book *b, struct error *err)
{
	struct reading reading = { b, err };
	const struct xml_names names = { NAMES, TAGS };
	const struct xml_sink sink = { .context = &reading, .open = on_open };
	if (!package_read(&b->package, b->package.main, &names, &sink, err))
		return false;
	const struct relation *strings = find_part(b, "sharedStrings");
	const struct relation *styles = find_part(b, "styles");
	return (!strings || book_read_strings(b, strings->target, err)) &&
	       (!styles || book_read_styles(b, styles->target, err));
}

bool book_open(struct str bytes, struct arena *a, struct book *out, struct error *err)
{
	*out = (struct book){ .arena = a };
	if (!package_open(bytes, a, &out->package, err))
		return false;
	if (read_all(out, err))
		return true;
	book_close(out);
	return false;
}

void book_close(struct book *b)
{
	package_close(&b->package);
}
