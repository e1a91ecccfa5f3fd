// docx_paragraph: one paragraph of a Word document, and what kind of block it turns out
// to be.
#ifndef READ_DOCX_PARAGRAPH_H
#define READ_DOCX_PARAGRAPH_H

#include "read/docx_story.h"

enum { PIECES_MAX = 16, OUTLINE_BODY = 9, OUTLINE_UNSAID = 10 };

// Words that come from one place: a paragraph has several where the mark between it and
// the one before was deleted.
struct piece {
	size_t from; // offset in the text
	struct place place;
};

// What the file says of a paragraph besides its words.
struct properties {
	struct style style;
	uint32_t outline;    // 0 to 8 is heading 1 to 9, or OUTLINE_...
	uint32_t list;	     // number of the list + 1: 1 takes it away, 0 is not said
	uint32_t list_level; // from 0; only with `list`
};

struct paragraph {
	struct buf text;
	struct piece pieces[PIECES_MAX];
	size_t piece_count;
	struct properties is;
	size_t inked;  // bytes that are no space
	size_t linked; // of these, inside a link to the outside
	bool mark_deleted;
};

// Where a paragraph stands.
struct standing {
	enum story story;
	bool in_table, in_header_row;
	struct str speaker;
};

// A finished paragraph: a block and its words.
struct passage {
	enum block_kind kind;
	uint8_t level;
	struct str speaker;
	struct str text;
	const struct piece *pieces;
	size_t piece_count;
};

// Empty, or going on where the one before ended if its mark was deleted.
void paragraph_begin(struct paragraph *p, struct place place);
void paragraph_add(struct paragraph *p, struct str words, bool linked);
// Borrows from p until its next paragraph_begin.
struct passage paragraph_passage(const struct paragraph *p, const struct standing *where);

struct passage passage_keep(struct arena *a, struct passage p); // with words of its own
void passage_write(const struct passage *p, struct doc *doc);	// nothing if it is empty

#endif
