// doc: a document as plain text that remembers where every word came from.
#ifndef DOC_DOC_H
#define DOC_DOC_H

#include "base/base.h"

// Where a reader of the original finds the words again.
enum place_kind {
	PLACE_LINE,  // major = line, minor = column in characters, both from 1
	PLACE_SLIDE, // major = slide, minor = shape on it, both from 1; minor 0 = speaker
		     // notes
	PLACE_PAGE,  // major = page, minor = line on it, both from 1
	PLACE_TIME,  // major = milliseconds from the start, minor = line of the file
	PLACE_ROW,   // major = row (header is 1), minor = column, both from 1
	// major = paragraph, minor = character in it, both from 1; minor 0 = a note on
	// it; major 0 = page header or footer
	PLACE_PARAGRAPH,
	PLACE_COUNT,
};

struct place {
	enum place_kind kind;
	uint32_t major;
	uint32_t minor;
};

/*
 * One stretch of text that came from one place in the original.  Within it, offsets in
 * the text and columns of the original advance together where place_advances says so; for
 * other places the whole stretch has the one place.
 */
struct origin {
	struct span span;
	struct place place;
};

// What a stretch of text is for its readers.  Claims are looked for in some of them only.
enum block_kind {
	BLOCK_TEXT,  // a paragraph
	BLOCK_TITLE, // the document's own title (<title>, first slide's title, docProps)
	BLOCK_HEADING, // level 1 to 6
	BLOCK_ITEM,    // list item, bullet; level = depth from 1
	BLOCK_QUOTE,   // somebody else's words
	BLOCK_CODE,    // verbatim text, commands
	BLOCK_CELL,    // table cell; level 1 = header cell
	BLOCK_NOTE,   // speaker notes, comments, footnotes: written, but not shown to the
		      // audience
	BLOCK_SPEECH, // said aloud; speaker is set when known
	BLOCK_ACTION, // a button or a link that stands alone: a call to action
	BLOCK_CHROME, // navigation, header, footer, cookie banner: around the page, not
		      // of it
	BLOCK_META,   // mail headers, alt texts, descriptions
	BLOCK_COUNT,
};

// A paragraph-like unit.  Blocks are sorted, do not overlap, and every sentence lies
// within one.
struct block {
	struct span span;
	enum block_kind kind;
	uint8_t level;	  // see block_kind; else 0
	uint32_t section; // counts headings before and including this block; 0 before the
			  // first
	struct str speaker; // who said it; empty unless known
};

// A named value that stands beside the text: front matter is kept whole instead, see
// doc.front.
struct meta {
	struct str key; // lower case: "title", "description", "date", "from", "note",
			// "author", "modified"
	struct str value;
	struct place place;
};

struct doc {
	struct arena *arena;	// owns everything below
	struct str path;	// relative to the workspace
	struct str text;	// the words, blocks separated by '\n'
	struct origin *origins; // sorted by span.from, no overlap
	size_t origin_count;
	size_t origin_room;
	bool origin_ascii; // while a reader writes: the last origin holds ASCII only
	struct block *blocks;
	size_t block_count;
	size_t block_room;
	struct meta *metas;
	size_t meta_count;
	size_t meta_room;
	struct str front;    // YAML front matter without its fences; empty if none
	uint32_t front_line; // line of its first line in the file
	struct buf *draft;   // while a reader writes; doc_finish moves it into text
};

enum { DOC_TEXT_MAX = 64 * 1024 * 1024 };

/*
 * Building.  A reader calls doc_begin once, then for each block doc_block, doc_text any
 * number of times, and at the end doc_finish, which fails with ERROR_LIMIT when the text
 * passed DOC_TEXT_MAX.  doc_text appends words that come from `place`; neighbours that
 * continue each other share one origin.  Text between blocks gets a '\n' by itself; an
 * empty block vanishes.
 */
void doc_begin(struct doc *doc, struct buf *draft);
void doc_block(struct doc *doc, enum block_kind kind, uint8_t level, struct str speaker);
void doc_text(struct doc *doc, struct str words, struct place place);
void doc_meta(struct doc *doc, struct str key, struct str value, struct place place);
bool doc_finish(struct doc *doc, struct error *err);

// The place of a byte offset into doc.text.  Binary search, O(log origins).
struct place doc_place(const struct doc *doc, uint32_t offset);
// Whether minor counts characters, so that the place moves on within a stretch of text.
bool place_advances(struct place p);
struct str doc_cut(const struct doc *doc, struct span span);
struct str doc_meta_find(const struct doc *doc, struct str key); // empty if absent

// Formats a place the way people say it: "12:3", "slide 4", "page 2", "00:14:09", "row
// 7", "paragraph 12".
struct str place_str(struct arena *a, struct place p);
const char *place_name(
	enum place_kind kind); // "line", "slide", ...: the word of the JSON contract
const char *block_name(enum block_kind kind); // "text", "heading", ...

#endif
