// Word documents: the body, then its notes and comments, then headers and footers.
#include "read/docx_story.h"
#include "read/list.h"

// A part that is named but absent is as good as one that was never named.
static const struct relation *find_part(struct docx *d, const char *type)
{
	const struct relation *r = relation_next(&d->package->rels, type, NULL);
	if (r && archive_find(&d->package->archive, r->target) == ARCHIVE_NONE)
		return NULL;
	return r;
}

static bool read_notes(struct docx *d, struct error *err)
{
	static const char *const TYPES[STORY_COUNT] = {
		[STORY_FOOTNOTES] = "footnotes",
		[STORY_ENDNOTES] = "endnotes",
		[STORY_COMMENTS] = "comments",
	};
	for (int story = STORY_FOOTNOTES; story <= STORY_COMMENTS; story++) {
		const struct relation *r = find_part(d, TYPES[story]);
		bool used = d->anchors[story].ids.count > 0;
		if (r && used && !story_read(d, (enum story)story, r->target, err))
			return false;
	}
	return true;
}

static bool read_margins(struct docx *d, struct error *err)
{
	struct package *p = d->package;
	for (size_t i = 0; i < d->margins.count; i++) {
		const struct relation *r = relation_find(&p->rels, d->margins.keys[i]);
		if (!r || r->external ||
			archive_find(&p->archive, r->target) == ARCHIVE_NONE)
			continue;
		if (!story_read(d, STORY_MARGIN, r->target, err))
			return false;
	}
	return true;
}

static bool read_stories(struct docx *d, struct error *err)
{
	const struct relation *styles = find_part(d, "styles");
	d->styles = (struct styles){ .arena = d->package->arena };
	if (styles && !styles_read(d->package, styles->target, &d->styles, err))
		return false;
	return story_read(d, STORY_BODY, d->package->main, err) && read_notes(d, err) &&
	       read_margins(d, err);
}

static bool docx_read(
	struct str bytes, const struct read_how *how, struct doc *doc, struct error *err)
{
	(void)how; // nothing to decide for documents
	struct docx d = { .doc = doc };
	struct package package;
	struct buf draft;
	if (!package_open(bytes, &d.scratch, &package, err)) {
		arena_free(&d.scratch);
		return false;
	}
	d.package = &package;
	d.margins.arena = d.margin_texts.arena = &d.scratch;
	for (size_t i = 0; i < STORY_COUNT; i++)
		d.anchors[i].ids.arena = &d.scratch;
	doc_begin(doc, &draft);
	bool ok = read_stories(&d, err);
	package_properties(&package, doc, (struct place){ PLACE_PARAGRAPH, 1, 1 });
	ok = doc_finish(doc, ok ? err : NULL) && ok;
	package_close(&package);
	arena_free(&d.scratch);
	return ok;
}

static bool docx_sniff(struct str bytes)
{
	return package_has(bytes, S("word/document"));
}

const struct reader reader_docx = {
	.name = "docx",
	.title = "Word document",
	.suffixes = ".docx .docm .dotx",
	.gives = "paragraphs with heading, list, quotation and table cell told apart, "
		 "text "
		 "boxes, foot- and endnotes, comments with their author, each with "
		 "paragraph "
		 "and character; page headers and footers apart; title, author, day of "
		 "the "
		 "last change. Deletions that are tracked, hidden text, placeholders, "
		 "pictures and formulas are left out",
	.sniff = docx_sniff,
	.read = docx_read,
};
