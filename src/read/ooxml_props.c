// The core properties of an office file: title, author, day of the last change.
#include "read/ooxml.h"

enum { VALUE_MAX = 65536 };
enum { TAG_TITLE = 1, TAG_CREATOR, TAG_MODIFIED, TAGS };
static const char *const NAMES[TAGS] = {
	[TAG_TITLE] = "dc:title",
	[TAG_CREATOR] = "dc:creator",
	[TAG_MODIFIED] = "dcterms:modified",
};

struct reading {
	int tag;
	struct buf values[TAGS];
};

static bool on_open(
	void *context, int tag, int depth, const struct xml_attributes *attributes)
{
	(void)depth, (void)attributes; // the values are words
	((struct reading *)context)->tag = tag;
	return true;
}

static bool on_close(void *context, int tag, int depth)
{
	(void)tag, (void)depth; // nothing nests here
	((struct reading *)context)->tag = 0;
	return true;
}

static bool on_words(void *context, struct str words)
{
	struct reading *r = context;
	if (r->tag)
		buf_add(&r->values[r->tag], words);
	return true;
}

// Titles that Office and its templates fill in when nobody does.
static bool is_made_up(struct str title)
{
	static const struct str WORDS[] = {
		STR_INIT("powerpoint presentation"),
		STR_INIT("powerpoint-pr\xc3\xa4sentation"),
		STR_INIT("pr\xc3\xa9sentation powerpoint"),
		STR_INIT("presentaci\xc3\xb3n de powerpoint"),
		STR_INIT("presentazione standard di powerpoint"),
		STR_INIT("word document"),
		STR_INIT("untitled"),
		STR_INIT("untitled document"),
		STR_INIT("untitled presentation"),
	};
	for (size_t i = 0; i < COUNT(WORDS); i++)
		if (str_eq_nocase(title, WORDS[i]))
			return true;
	return false;
}

static void add_metas(const struct reading *r, struct doc *doc, struct place place)
{
	struct str title = str_trim(buf_str(&r->values[TAG_TITLE]));
	struct str author = str_trim(buf_str(&r->values[TAG_CREATOR]));
	struct date day = { 0 };
	if (title.len && !is_made_up(title) && !doc_meta_find(doc, S("title")).len)
		doc_meta(doc, S("title"), title, place);
	if (author.len)
		doc_meta(doc, S("author"), author, place);
	if (date_parse(buf_str(&r->values[TAG_MODIFIED]), DATE_UNSURE, &day))
		doc_meta(doc, S("modified"), date_str(doc->arena, day), place);
}

void package_properties(struct package *p, struct doc *doc, struct place place)
{
	const struct relation *r = relation_next(&p->top, "core-properties", NULL);
	if (!r)
		return;
	struct reading reading = { 0 };
	for (int i = 0; i < TAGS; i++)
		reading.values[i].max = VALUE_MAX;
	const struct xml_names names = { NAMES, TAGS };
	const struct xml_sink sink = { &reading, on_open, on_close, on_words };
	if (package_read(p, r->target, &names, &sink, NULL))
		add_metas(&reading, doc, place);
	for (int i = 0; i < TAGS; i++)
		buf_done(&reading.values[i]);
}
