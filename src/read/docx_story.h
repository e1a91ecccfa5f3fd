// docx_story: the paragraphs of one part of a Word document, written into a doc.
#ifndef READ_DOCX_STORY_H
#define READ_DOCX_STORY_H

#include "read/docx_styles.h"

enum story { STORY_BODY, STORY_FOOTNOTES, STORY_ENDNOTES, STORY_COMMENTS, STORY_MARGIN };

enum { STORY_COUNT = STORY_MARGIN + 1 };

// Where the body refers to notes of one kind: ids and the paragraphs that hold them.
struct anchors {
	struct map ids;
	uint32_t *paragraph;
	size_t room;
};

// What is known of the whole document while its stories are read, the body first.
struct docx {
	struct package *package;
	struct doc *doc;
	struct styles styles;
	struct anchors anchors[STORY_COUNT]; // by the story that holds the notes
	struct map margins;	 // relations of the headers and footers in use
	struct map margin_texts; // first and even pages often repeat them
	struct arena scratch;	 // thrown away with the document
};

/*
 * Reads one part.  The body counts its paragraphs from 1 in the order of the file, with
 * empty ones and those of tables and text boxes; notes take the place of their anchor
 * and are left out when nothing refers to them, as deleted text may have done.
 */
bool story_read(struct docx *d, enum story story, struct str part, struct error *err);

#endif
