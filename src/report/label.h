// label: how wide a text in a picture may become, and how it breaks into lines.
#ifndef REPORT_LABEL_H
#define REPORT_LABEL_H

#include "base/base.h"

enum { LABEL_LINES = 4, LABEL_CHARACTERS = 120 };

struct label {
	struct str lines[LABEL_LINES];
	size_t count;
	bool whole;  // all of the text is there
	bool broken; // a word was cut
	double width;
};

/*
 * Width at a font size, in the font's units.  Which font a reader has is not known, so
 * this is the width in DejaVu Sans Bold, the widest that a browser falls back to: what
 * fits here fits everywhere.
 */
double label_width(struct str text, double size);

/*
 * The text, made safe, in at most `max` lines (up to LABEL_LINES) no wider than `room`;
 * breaks at spaces and behind - / &, else within a word.  What does not fit ends in an
 * ellipsis.  Always at least one line.
 */
struct label label_wrap(
	struct arena *a, struct str text, double size, double room, size_t max);

// Takes the next line of running text off *rest; a word longer than the line is cut.
struct str label_line(struct str *rest, double size, double room);

#endif
