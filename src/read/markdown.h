// markdown: Markdown text into a doc, for the readers whose files are Markdown in the
// end.
#ifndef READ_MARKDOWN_H
#define READ_MARKDOWN_H

#include "doc/doc.h"

enum {
	MARKDOWN_MAX = 16 * 1024 * 1024, // bytes; the parser takes up to 60 times as much
	MARKDOWN_SPARE = 16,
};

enum markdown_flavour { MARKDOWN_PLAIN, MARKDOWN_MDX };

/*
 * Fills doc from Markdown.  `source` is the text whose places count; `text` is the same,
 * or a version of it in which some bytes are blanked out, of the same length with
 * MARKDOWN_SPARE bytes of room behind it, and is scratch.
 */
bool markdown_text(struct str source, char *text, enum markdown_flavour flavour,
	struct doc *doc, struct error *err);
// A copy of source with that room, in the arena.
char *markdown_copy(struct arena *a, struct str source);
// Keeps YAML front matter in doc; the length of front matter with its fences, 0 if none.
size_t markdown_front(struct str source, struct doc *doc);
// Whether md4c gets through it in about a second; ERROR_LIMIT when not.
bool markdown_fits(struct str source, struct error *err);
// Length of "[^label]" at the head of s, 0 if it does not stand there.
size_t markdown_footnote(struct str s);
// Length of "[!NOTE]" at the head of s: what follows in the quote are the author's own
// words, not somebody else's.  0 if it does not stand there.
size_t markdown_alert(struct str s);

#endif
