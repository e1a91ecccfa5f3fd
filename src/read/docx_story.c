#include "read/docx_story.h"

#include "read/docx_paragraph.h"

#define STORY_TAGS(X)                                                                    \
	X(ROOT, "w:document")                                                            \
	X(P, "w:p")                                                                      \
	X(P_PROPERTIES, "w:pPr")                                                         \
	X(STYLE, "w:pStyle")                                                             \
	X(OUTLINE, "w:outlineLvl")                                                       \
	X(NUM_ID, "w:numId")                                                             \
	X(NUM_LEVEL, "w:ilvl")                                                           \
	X(RUN, "w:r")                                                                    \
	X(HIDDEN, "w:vanish")                                                            \
	X(T, "w:t")                                                                      \
	X(TAB, "w:tab")                                                                  \
	X(PLACED_TAB, "w:ptab")                                                          \
	X(BREAK, "w:br")                                                                 \
	X(RETURN, "w:cr")                                                                \
	X(HYPHEN, "w:noBreakHyphen")                                                     \
	X(LINK, "w:hyperlink")                                                           \
	X(TABLE, "w:tbl")                                                                \
	X(LOOK, "w:tblLook")                                                             \
	X(COLUMN, "w:gridCol")                                                           \
	X(ROW, "w:tr")                                                                   \
	X(ROW_PROPERTIES, "w:trPr")                                                      \
	X(HEADER_ROW, "w:tblHeader")                                                     \
	X(CELL_DELETED, "w:cellDel")                                                     \
	X(DELETED, "w:del")                                                              \
	X(MOVED_AWAY, "w:moveFrom")                                                      \
	X(CHOICE, "mc:Choice")                                                           \
	X(FALLBACK, "mc:Fallback")                                                       \
	X(RUBY, "w:rt")                                                                  \
	X(OLD_P, "w:pPrChange")                                                          \
	X(OLD_RUN, "w:rPrChange")                                                        \
	X(OLD_TABLE, "w:tblPrChange")                                                    \
	X(OLD_ROW, "w:trPrChange")                                                       \
	X(OLD_GRID, "w:tblGridChange")                                                   \
	X(PLACEHOLDER, "w:showingPlcHdr")                                                \
	X(CONTROL_CONTENT, "w:sdtContent")                                               \
	X(FOOTNOTE, "w:footnote")                                                        \
	X(ENDNOTE, "w:endnote")                                                          \
	X(COMMENT, "w:comment")                                                          \
	X(FOOTNOTE_REF, "w:footnoteReference")                                           \
	X(ENDNOTE_REF, "w:endnoteReference")                                             \
	X(COMMENT_REF, "w:commentReference")                                             \
	X(COMMENT_FROM, "w:commentRangeStart")                                           \
	X(HEADER_REF, "w:headerReference")                                               \
	X(FOOTER_REF, "w:footerReference")

#define X(id, name) TAG_##id,
enum { TAG_NONE, STORY_TAGS(X) TAGS };
#undef X
#define X(id, name) [TAG_##id] = (name),
static const char *const NAMES[TAGS] = { STORY_TAGS(X) };
#undef X

enum { NESTED_MAX = 8, TABLES_MAX = 32, LIST_DEPTH_MAX = 9 };

struct table {
	uint32_t columns, rows;
	bool first_is_header; // as its look says
	bool in_header;	      // the row that is open is one
};

// A paragraph that is open; text boxes open more of them inside.
struct level {
	struct paragraph paragraph;
	size_t tables; // open outside of it
	size_t words;  // offset where the open w:t began
	unsigned links;
	bool in_properties, in_run, hidden, in_words, keeps_spaces;
};

struct passages {
	struct passage *at;
	size_t count, room;
};

struct reading {
	struct docx *docx;
	struct error *err;
	enum story story;
	struct level levels[NESTED_MAX];
	size_t open; // levels in use
	struct table tables[TABLES_MAX];
	size_t table_count;
	struct passages boxes; // text boxes of the open paragraph: they come after it
	struct str speaker;
	uint32_t number; // of the last paragraph that began
	uint32_t anchor; // paragraph that the open note hangs on
	int skip;	 // depth of the element that is passed over; 0 = none
	bool in_row_properties, at_end;
	// By depth, reset when an element opens: a choice was taken, a placeholder is
	// shown, a link leads outside.
	bool marked[XML_DEPTH_MAX + 2];
};

static struct level *top(struct reading *r)
{
	return r->open ? &r->levels[r->open - 1] : NULL;
}

static struct place next_place(struct reading *r)
{
	if (r->story == STORY_BODY)
		return (struct place){ PLACE_PARAGRAPH, ++r->number, 1 };
	return (struct place){ PLACE_PARAGRAPH, r->anchor, 0 };
}

static bool open_paragraph(struct reading *r)
{
	if (r->open == NESTED_MAX)
		return error_set(r->err, ERROR_LIMIT,
			"nests text boxes more than %d deep", NESTED_MAX);
	struct level *l = &r->levels[r->open++];
	paragraph_begin(&l->paragraph, next_place(r));
	*l = (struct level){ .paragraph = l->paragraph, .tables = r->table_count };
	return true;
}

static struct standing standing_of(const struct reading *r, const struct level *l)
{
	size_t outside = r->open > 1 ? l[-1].tables : 0;
	bool in_table = l->tables > outside;
	return (struct standing){
		.story = r->story,
		.in_table = in_table,
		.in_header_row = in_table && r->tables[l->tables - 1].in_header,
		.speaker = r->speaker,
	};
}

static bool is_repeated(struct reading *r, const struct passage *p)
{
	struct map *seen = &r->docx->margin_texts;
	size_t before = seen->count;
	if (r->story != STORY_MARGIN)
		return false;
	(void)map_add(seen, str_trim(p->text)); // what matters is whether it grew
	return seen->count == before;
}

static void write_passage(struct reading *r, const struct passage *p)
{
	struct doc *doc = r->docx->doc;
	if (is_repeated(r, p))
		return;
	if (p->kind == BLOCK_TITLE && !doc_meta_find(doc, S("title")).len)
		doc_meta(doc, S("title"), p->text, p->pieces[0].place);
	passage_write(p, doc);
}

static void close_paragraph(struct reading *r)
{
	struct level *l = top(r);
	if (!l)
		return;
	struct standing where = standing_of(r, l);
	struct passage p = paragraph_passage(&l->paragraph, &where);
	r->open--;
	if (l->paragraph.mark_deleted && !r->at_end)
		return; // the next one goes on from here
	if (r->open) {
		struct passages *b = &r->boxes;
		struct arena *a = &r->docx->scratch;
		b->at = arena_more(a, b->at, b->count, &b->room, sizeof *b->at);
		b->at[b->count++] = passage_keep(a, p);
		return;
	}
	write_passage(r, &p);
	for (size_t i = 0; i < r->boxes.count; i++)
		write_passage(r, &r->boxes.at[i]);
	r->boxes.count = 0;
}

static void open_properties(
	struct reading *r, struct level *l, int tag, const struct xml_attributes *a)
{
	struct properties *is = &l->paragraph.is;
	if (tag == TAG_STYLE)
		is->style = styles_find(&r->docx->styles, xml_value(a, "w:val"));
	if (tag == TAG_OUTLINE)
		is->outline = xml_count(a, "w:val", OUTLINE_BODY, OUTLINE_BODY);
	if (tag == TAG_NUM_ID)
		is->list = xml_count(a, "w:val", INT32_MAX, 0) + 1;
	if (tag == TAG_NUM_LEVEL)
		is->list_level = xml_count(a, "w:val", LIST_DEPTH_MAX - 1, 0);
	if (tag == TAG_DELETED || tag == TAG_MOVED_AWAY)
		l->paragraph.mark_deleted = true;
}

static void open_run(struct level *l, int tag, const struct xml_attributes *a)
{
	bool shown = !l->hidden;
	if (tag == TAG_HIDDEN)
		l->hidden |= xml_is_on(a, "w:val");
	if (tag == TAG_T) {
		l->in_words = shown;
		l->words = l->paragraph.text.len;
		l->keeps_spaces = str_eq(xml_value(a, "xml:space"), S("preserve"));
	}
	if (shown && (tag == TAG_TAB || tag == TAG_PLACED_TAB || tag == TAG_BREAK ||
			     tag == TAG_RETURN))
		paragraph_add(&l->paragraph, S(" "), l->links);
	if (shown && tag == TAG_HYPHEN)
		paragraph_add(&l->paragraph, S("-"), l->links);
}

static void open_in_paragraph(struct reading *r, struct level *l, int tag, int depth,
	const struct xml_attributes *a)
{
	if (tag == TAG_P_PROPERTIES)
		l->in_properties = true;
	if (tag == TAG_RUN)
		l->in_run = true;
	if (tag == TAG_LINK && xml_value(a, "r:id").len) {
		l->links++;
		r->marked[depth] = true;
	}
	if (l->in_properties)
		open_properties(r, l, tag, a);
	else if (l->in_run)
		open_run(l, tag, a);
}

// Said in words since 2010 and as bits before: 0x0020 is the first row.
static bool has_header(const struct xml_attributes *look)
{
	struct str words = xml_value(look, "w:firstRow"), bits = xml_value(look, "w:val");
	if (words.at)
		return str_eq(words, S("1")) || str_eq(words, S("true"));
	return bits.len == 4 &&
	       str_find_byte(S("2367ABEFabef"), bits.at[2], 0) != STR_NONE;
}

static bool open_table(struct reading *r, int tag, const struct xml_attributes *a)
{
	if (tag == TAG_TABLE) {
		if (r->table_count == TABLES_MAX)
			return error_set(r->err, ERROR_LIMIT,
				"nests tables more than %d deep", TABLES_MAX);
		r->tables[r->table_count++] = (struct table){ 0 };
	}
	if (!r->table_count)
		return true;
	struct table *t = &r->tables[r->table_count - 1];
	if (tag == TAG_LOOK)
		t->first_is_header = has_header(a);
	if (tag == TAG_COLUMN)
		t->columns++;
	if (tag == TAG_ROW)
		t->in_header = ++t->rows == 1 && t->first_is_header && t->columns > 1;
	if (tag == TAG_HEADER_ROW)
		t->in_header |= xml_is_on(a, "w:val");
	if (tag == TAG_ROW_PROPERTIES)
		r->in_row_properties = true;
	return true;
}

static void add_anchor(struct reading *r, enum story story, struct str id)
{
	struct anchors *n = &r->docx->anchors[story];
	size_t at = map_add(&n->ids, id);
	if (at < n->ids.count - 1)
		return; // it has been seen before
	n->paragraph = arena_more(
		&r->docx->scratch, n->paragraph, at, &n->room, sizeof *n->paragraph);
	n->paragraph[at] = r->open ? r->number : r->number + 1;
}

static void open_reference(struct reading *r, int tag, const struct xml_attributes *a)
{
	if (r->story != STORY_BODY)
		return;
	if (tag == TAG_FOOTNOTE_REF)
		add_anchor(r, STORY_FOOTNOTES, xml_value(a, "w:id"));
	if (tag == TAG_ENDNOTE_REF)
		add_anchor(r, STORY_ENDNOTES, xml_value(a, "w:id"));
	if (tag == TAG_COMMENT_REF || tag == TAG_COMMENT_FROM)
		add_anchor(r, STORY_COMMENTS, xml_value(a, "w:id"));
	if (tag == TAG_HEADER_REF || tag == TAG_FOOTER_REF)
		(void)map_add(&r->docx->margins, xml_value(a, "r:id")); // kept in order
}

// Takes the anchor of a note; one that nothing refers to is passed over.
static bool open_note(struct reading *r, const struct xml_attributes *a)
{
	const struct anchors *n = &r->docx->anchors[r->story];
	size_t at = map_find(&n->ids, xml_value(a, "w:id"));
	if (at == MAP_NONE)
		return false;
	r->anchor = n->paragraph[at];
	r->speaker = arena_str(&r->docx->scratch, xml_value(a, "w:author"));
	return true;
}

// The first alternative that is offered is the one that counts: text boxes come twice.
static bool is_taken(bool *chosen)
{
	bool taken = *chosen;
	*chosen = true;
	return taken;
}

// Depth of an element that is not to be read, with all that is in it; 0 for none.
static int passed_over(
	struct reading *r, int tag, int depth, const struct xml_attributes *a)
{
	const struct level *l = top(r);
	switch (tag) {
	case TAG_CHOICE:
	case TAG_FALLBACK:
		return is_taken(&r->marked[depth - 1]) ? depth : 0;
	case TAG_CONTROL_CONTENT:
		return r->marked[depth - 1] ? depth : 0;
	case TAG_CELL_DELETED:
		return depth - 2; // the cell that this is a property of
	case TAG_DELETED:
	case TAG_MOVED_AWAY:
		if (r->in_row_properties)
			return depth - 2; // the row
		return l && l->in_properties ? 0 : depth;
	case TAG_OLD_P:
	case TAG_OLD_RUN:
	case TAG_OLD_TABLE:
	case TAG_OLD_ROW:
	case TAG_OLD_GRID:
	case TAG_RUBY:
		return depth;
	case TAG_FOOTNOTE:
	case TAG_ENDNOTE:
	case TAG_COMMENT:
		return r->story != STORY_BODY && !open_note(r, a) ? depth : 0;
	default:
		return 0;
	}
}

static bool on_open(void *context, int tag, int depth, const struct xml_attributes *a)
{
	struct reading *r = context;
	if (depth == 1 && r->story == STORY_BODY && tag != TAG_ROOT)
		return error_set(r->err, ERROR_FORMAT,
			"is not a Word document, whatever its name says");
	r->marked[depth] = false;
	if (r->skip || !tag)
		return true;
	r->skip = passed_over(r, tag, depth, a);
	if (r->skip > 0) {
		r->in_row_properties = false;
		return true;
	}
	r->skip = 0;
	if (tag == TAG_PLACEHOLDER && depth > 2 && xml_is_on(a, "w:val"))
		r->marked[depth - 2] = true;
	open_reference(r, tag, a);
	if (!open_table(r, tag, a))
		return false;
	if (tag == TAG_P)
		return open_paragraph(r);
	if (r->open)
		open_in_paragraph(r, top(r), tag, depth, a);
	return true;
}

static void close_in_paragraph(struct reading *r, struct level *l, int tag, int depth)
{
	if (tag == TAG_P_PROPERTIES)
		l->in_properties = false;
	if (tag == TAG_T && l->in_words && !l->keeps_spaces)
		ooxml_trim(&l->paragraph.text, l->words);
	if (tag == TAG_T)
		l->in_words = false;
	if (tag == TAG_RUN)
		l->in_run = l->hidden = false;
	if (tag == TAG_LINK && r->marked[depth])
		l->links--;
	if (tag == TAG_P)
		close_paragraph(r);
}

static bool on_close(void *context, int tag, int depth)
{
	struct reading *r = context;
	if (r->skip) {
		if (r->skip == depth)
			r->skip = 0;
		return true;
	}
	if (tag == TAG_ROW_PROPERTIES)
		r->in_row_properties = false;
	if (tag == TAG_TABLE && r->table_count)
		r->table_count--;
	if (r->open)
		close_in_paragraph(r, top(r), tag, depth);
	return true;
}

static bool on_words(void *context, struct str words)
{
	struct reading *r = context;
	struct level *l = top(r);
	if (l && l->in_words && !r->skip)
		paragraph_add(&l->paragraph, words, l->links);
	return true;
}

// The last paragraph, when the mark behind it was deleted.
static void flush(struct reading *r)
{
	r->at_end = true;
	r->open = 1;
	if (r->levels[0].paragraph.mark_deleted)
		close_paragraph(r);
}

bool story_read(struct docx *d, enum story story, struct str part, struct error *err)
{
	struct reading *r = ARENA_NEW(&d->scratch, struct reading);
	*r = (struct reading){ .docx = d, .err = err, .story = story };
	const struct xml_names names = { NAMES, TAGS };
	const struct xml_sink sink = { r, on_open, on_close, on_words };
	bool ok = package_read(d->package, part, &names, &sink, err);
	if (ok)
		flush(r);
	for (size_t i = 0; i < NESTED_MAX; i++)
		buf_done(&r->levels[i].paragraph.text);
	return ok;
}
