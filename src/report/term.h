// term: a page of terminal text: hanging indents, marks, bars, and colour that never
// stands alone.
#ifndef REPORT_TERM_H
#define REPORT_TERM_H

#include "report/report.h"

// What a colour means; the terminal's theme decides what it looks like.
enum ink {
	INK_PLAIN,
	INK_STRONG, // sentences and values
	INK_DIM,    // evidence, notes
	INK_BLOCKER,
	INK_SERIOUS,
	INK_WATCH,
	INK_GOOD,
	INK_OURS,
	INK_THEIRS,
	INK_COUNT
};

/*
 * Whatever is written through these functions is made safe first (utf8_safe), and without
 * look.utf8 every byte that leaves is ASCII.  The arena holds scratch text only.
 */
struct term {
	struct buf *out;
	struct arena *arena;
	struct look look; // width is settled: never 0
	size_t column;	  // columns already used on this line
	size_t limit; // text wraps before this column; look.width unless a figure stands
		      // at the right
};

void term_init(
	struct term *t, struct buf *out, struct arena *arena, const struct look *look);

// Inline text from the current column on, not wrapped.
void term_put(struct term *t, enum ink ink, struct str text);
void term_fmt(struct term *t, enum ink ink, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
// The same for our own text that is safe as it stands: marks, bars, runs of spaces.
void term_emit(struct term *t, enum ink ink, struct str text);
// Spaces up to `column`; on a new line if the text is already beyond it.
void term_to(struct term *t, size_t column);
void term_end(struct term *t); // ends the line unless nothing is on it
void term_gap(struct term *t); // ends the line and leaves one empty

/*
 * Words of `text` from the current column on; lines that would pass the limit break and
 * go on at column `hang`.  Words longer than a line are cut.  Does not end the last line.
 */
void term_wrap(struct term *t, enum ink ink, size_t hang, struct str text);
/*
 * The same with the words at `marks` (sorted, within `text`) in `mark` where there is
 * colour, else *between asterisks*, as people mark words in mail.
 */
void term_wrap_marked(struct term *t, enum ink mark, size_t hang, struct str text,
	const struct span *marks, size_t count);
// Indent, label, then the text hanging at `hang`; ends the line.  An empty text writes
// nothing.
void term_labelled(struct term *t, size_t indent, const char *label, enum ink label_ink,
	size_t hang, enum ink ink, struct str text);
// Text hanging at `hang` with `figure` right-aligned on its first line, which keeps its
// columns free on the lines below; ends the line.
void term_with_figure(struct term *t, enum ink ink, size_t hang, struct str text,
	enum ink figure_ink, struct str figure);
// Right-aligned in `columns` columns.
void term_right(struct term *t, enum ink ink, size_t columns, struct str text);
// `where` ("site/home.html:12") as a hyperlink to that file if links are on.
void term_place(struct term *t, enum ink ink, struct str path, struct str where);

/*
 * A share from 0 to 1 as a bar of `columns` columns, with the target as a tick:
 * "████▌···│··".  Negative target: no tick.
 */
void term_bar(struct term *t, enum ink ink, size_t columns, double share, double target);
/*
 * An interval between 0 and 1 as "  ──●───   ", with a reference as a tick; always
 * `columns` columns wide. n = 0 leaves it blank, n < 10 draws no dot.  Negative
 * reference: none.
 */
void term_interval(struct term *t, enum ink ink, size_t columns, const struct estimate *e,
	double reference);

// "◆", "▲", "○", "✓" or "!", "^", "o", "+"
struct str term_mark(const struct term *t, enum ink severity);

#endif
