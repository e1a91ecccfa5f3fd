// paper: what all written agreements share: front matter, headings, lines with
// references.
#ifndef MODEL_PAPER_H
#define MODEL_PAPER_H

#include "model/form.h"
#include "model/papers.h"

/*
 * Fills `out` from a document's front matter with the defaults of the form.  What is
 * wrong there is noted; the rest of the document is read all the same.
 */
void paper_front(const struct form *form, const struct doc *doc, struct arena *a,
	void *out, struct notes *notes);

/*
 * Whether a heading is one of `names`, ';' between: without numbering, brackets, case and
 * what follows ("2. Value (and proof)" is "value"), up to two letters off in long names.
 */
bool paper_heading_is(struct str heading, const char *names);

// One part of a paper: what its headings may be called.
struct paper_part {
	const char *names; // ';' between; these make a document one of its kind
	const char *also;  // names that are too common for that
};

enum { PAPER_PARTS_MAX = 8 };

// How many of the parts some heading of the document names.
size_t paper_parts_named(
	const struct doc *doc, const struct paper_part *parts, size_t count);

/*
 * Sorts every block below a heading into lines[part]; what stands below a heading of no
 * part goes to `other` and is noted.  A deeper heading stays in its part.
 */
void paper_read_parts(const struct doc *doc, const struct paper_part *parts, size_t count,
	struct paper_lines *lines, struct paper_lines *other, struct arena *a,
	struct notes *notes);

// "A-1 text [proof: PP-01]" as a line of its own.
void paper_line_add(
	struct paper_lines *lines, struct str text, struct place place, struct arena *a);

// "interviews/INT-07.md" -> "INT-07".
struct str paper_id(struct arena *a, struct str path);

// The kinds, each in its file.
void canvas_add(struct papers *papers, const struct doc *doc, uint32_t index,
	struct source *source, struct arena *a);
bool canvas_is(const struct doc *doc);
void battlecard_add(struct papers *papers, const struct doc *doc, uint32_t index,
	struct source *source, struct arena *a);
bool battlecard_is(const struct doc *doc);
void interview_add(struct papers *papers, const struct doc *doc, uint32_t index,
	struct source *source, struct arena *a);
bool interview_is(const struct doc *doc);
bool launch_add(struct papers *papers, const struct yaml *root, uint32_t index,
	struct source *source, struct arena *a);
bool ties_add(struct papers *papers, const struct yaml *root, uint32_t index,
	struct source *source, struct arena *a);

#endif
