// prose: words on their way out of marked-up source: their places, white space, links and
// asides.
#ifndef READ_PROSE_H
#define READ_PROSE_H

#include "doc/doc.h"

enum {
	PROSE_SOURCE_MAX = 64 * 1024 * 1024, // bytes of source, as UTF-8
	PROSE_LISTS_MAX = 32,		     // lists inside lists that are looked at
};

// A position in the source that only moves forward, so that counting lines stays linear.
struct prose_cursor {
	size_t offset;
	uint32_t line, column; // from 1; columns are characters
};

// Words set aside while their block goes on: alternative texts of images.
struct prose_piece {
	struct str words;
	struct place place;
	bool first; // begins a block of its own
	enum block_kind kind;
};

struct prose_list {
	size_t first_block;
	size_t items;
	bool other; // something in it is more than a short link
};

/*
 * Readers hand over words that lie in the source, in order, and say where blocks begin;
 * the rest happens here.  Runs of white space become one space, invisible characters
 * vanish, NUL and bad characters never pass.  A block opens with its first word.
 *
 * A block of text that consists of one link is an action; of several short links, or a
 * list of them, navigation.
 */
struct prose {
	struct doc *doc;
	const char *base; // where offset 0 of the source lies for the slices handed in
	struct str source;
	struct prose_cursor at;
	bool timed; // everything is said at one moment instead of line and column
	struct place moment; // while timed

	// The block that is open, or that the next word will open.
	enum block_kind kind;
	uint8_t level;
	struct str speaker;
	bool open;
	bool verbatim; // keeps line ends and indentation

	// White space that is due before the next word.
	bool gap;
	struct place gap_place;
	size_t lines_due; // verbatim line ends

	// Links of the open block.
	bool in_link;
	bool link_is_new;  // no word of it in this block yet
	bool link_within;  // leads to a place on the same page
	bool plain;	   // has letters or digits outside of links
	bool link_came_in; // the first link began before the block
	size_t links, linked_words, words;
	size_t plain_headings; // so far, not counting those that are nothing but links

	struct prose_list lists[PROSE_LISTS_MAX];
	size_t list_depth;
	bool relabelled; // some blocks lost their kind: sections are counted anew

	bool aside, aside_first, aside_saved_gap;
	enum block_kind aside_kind;
	struct place aside_saved_place;
	struct prose_piece *pieces;
	size_t piece_count, piece_room;
};

// `source` is the text whose lines and columns count; slices handed in lie in a text of
// the same length at `base`.
void prose_begin(struct prose *p, struct doc *doc, struct str source, const char *base,
	struct buf *draft);
bool prose_finish(struct prose *p, struct error *err);

// Ends the open block; the next word opens one of this kind.
void prose_block(struct prose *p, enum block_kind kind, uint8_t level);
void prose_words(struct prose *p, struct str words); // a slice of the source
// The same with &entities; by the rule for attributes or for text.
void prose_encoded(struct prose *p, struct str words, bool attribute);
// A character that stands for something else in the source, as an entity does.
void prose_char(struct prose *p, uint32_t c, const char *at);
void prose_space(struct prose *p, const char *at); // white space, as <br> or a line end
void prose_line(struct prose *p, const char *at);  // the end of a line in verbatim text
// A link begins; `within` when it leads to a place on the same page.
void prose_link(struct prose *p, bool within);
void prose_link_end(struct prose *p);
// What lies between comes out after the block, as a block of its own.
void prose_aside_begin(struct prose *p, enum block_kind kind);
void prose_aside_end(struct prose *p);
void prose_list_begin(struct prose *p);
void prose_list_end(struct prose *p);
// Everything from block number `first` on turns out to stand around the page.
void prose_chrome(struct prose *p, size_t first);

// Text that needs no cleaning, and white space that is due before the next;
// prose_words.c.
void prose_put(struct prose *p, struct str words, struct place place);
void prose_due(struct prose *p, struct place place);

struct place prose_place(
	struct prose *p, const char *at); // at or after the last one asked for
struct str prose_last(
	const struct prose *p); // text of the last block, until the next word
void prose_meta(struct prose *p, struct str key, struct str value, const char *at);

/*
 * The file's bytes as UTF-8 text without a BOM; ERROR_LIMIT when there is too much of it.
 */
bool prose_source(
	struct arena *a, struct str bytes, struct str *source, struct error *err);

#endif
