// html_walk: through HTML markup, telling a prose what is text and of which kind.
#ifndef READ_HTML_WALK_H
#define READ_HTML_WALK_H

#include "read/html_element.h"
#include "read/html_token.h"
#include "read/prose.h"

enum {
	HTML_DEPTH_MAX =
		512, // as in browsers; what lies deeper is text without structure
	HTML_GUESSES_MAX = 8,	// guesses inside guesses
	HTML_NOTICE_MAX = 4000, // bytes of text in a banner
};

enum html_state {
	STATE_SKIP = 1,	    // not shown
	STATE_CHROME = 2,   // around the page
	STATE_BUTTON = 4,   // all of it is a button
	STATE_ACTION = 8,   // its own words, not its blocks, are a button
	STATE_PRE = 16,	    // line ends count
	STATE_SECTION = 32, // within article, section or main
	STATE_HEADING = 64,
	STATE_LAYOUT = 128,  // cells of a table that is none
	STATE_FOREIGN = 256, // within svg or math
};

// What is undecided until an element ends.
enum html_guess {
	GUESS_NONE,
	GUESS_BANNER,	    // chrome unless it holds the h1
	GUESS_NOTICE,	    // the same, unless it holds much text: then it wraps the page
	GUESS_SECTION_HEAD, // chrome unless it holds a heading
};

// One open element.
struct html_frame {
	uint64_t id;
	uint64_t names_below; // one bit per id modulo 64, this frame's own included
	uint32_t groups_below;
	const struct html_element *element; // NULL for names not known here
	bool block;
	bool aside; // within a line, and hidden: its words come after the block
	uint8_t guess;
	bool has_h1, has_heading;
	uint16_t state;
	uint8_t kind, level; // of its words, as far as no state says otherwise
	uint8_t heading;     // level, while STATE_HEADING
	uint8_t lists;
	size_t first_block, first_byte, plain_headings; // of the prose when it opened
	size_t scope;					// its number in html_walk.scopes
};

// Which blocks of the document came from one block-level element.
struct html_scope {
	struct str tag; // its start tag in the source
	size_t first_block, end_block;
};

struct html_scopes {
	struct arena *arena;
	struct html_scope *at; // in the order in which they opened
	size_t count, room;
};

struct html_walk {
	struct prose *prose;
	struct html_lexer lexer;
	bool xml;  // <div/> is closed
	bool page; // a whole page, with a head
	struct html_frame frames[HTML_DEPTH_MAX];
	size_t depth;
	size_t overflow; // open elements beyond HTML_DEPTH_MAX
	unsigned guesses;
	struct html_scopes *scopes; // noted while it walks; NULL if nobody asks
	bool after_break;
	size_t words_at_break;
	// What the head of the page said.
	bool has_title, has_date;
	struct str description;
};

// Begins with no open element; words are of this kind until an element says otherwise.
void html_begin(
	struct html_walk *w, struct prose *p, enum block_kind kind, uint8_t level);
// Walks through a slice of the prose's source.  May be called again for later slices.
void html_run(struct html_walk *w, struct str part);
void html_end(struct html_walk *w); // closes what is open and decides what was undecided
bool html_skips(const struct html_walk *w); // inside an element that is not shown
// Whether the page says itself which part is the page: data-candor-main, read/page.h.
bool html_is_marked(struct str source);
// Reads a whole page into a document that has begun; scopes may be NULL.
void html_page(struct str source, struct html_scopes *scopes, struct prose *p);

// What the element of a frame, a copy of the frame around it, means for its words;
// html_mean.c.
void html_mean(struct html_frame *f, const struct html_token *t);
// What <meta>, <title>, <time>, <link> and <html> say about the page; html_head.c.
void html_about(
	struct html_walk *w, const struct html_token *t, const struct html_element *e);

#endif
