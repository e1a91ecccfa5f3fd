// web_svg: the pieces the pictures of a web are made of.
#ifndef REPORT_WEB_SVG_H
#define REPORT_WEB_SVG_H

#include "report/html.h"
#include "report/ring.h"
#include "report/web_style.h"
#include "report/web_view.h"

struct svg {
	struct html h;
	struct spelling words;
	const char *id; // begins every id, so that a page can hold several pictures
	bool plain;	// beside it a table says the same: no words for each shape
};

// Text of files inside SVG: what XML cannot hold becomes U+FFFD.
void svg_text(struct svg *s, struct str text);
// <title> and <desc>, which readers of a screen hear and a pointer shows.
void svg_about(struct svg *s, struct str title, struct str desc);
// fill="#..." or stroke="#..." in the light colour.
void svg_hue(struct svg *s, const char *attribute, enum web_hue hue);

struct svg_words {
	double x, y, size;
	const char *classes; // "b" semi-bold, "q" second voice, ...
	enum web_hue hue;
	const char *anchor; // NULL: start
};

void svg_line(struct svg *s, const struct svg_words *at, struct str text);
// Lines of at most `room`, the first at at->y; returns the y of the line below the last.
double svg_lines(struct svg *s, const struct svg_words *at, struct str text, double room,
	size_t max);
void svg_badge(struct svg *s, struct point at, double radius, size_t pick);

// Links, circles, labels and badges of a ring, and the list of a keyed one.
void svg_ring(struct svg *s, const struct ring *r);
// What the circle of a function says.
enum svg_mark {
	MARK_MET,	 // the share of its needs that is met
	MARK_UNMEASURED, // needed, but nobody it is needed by has data
	MARK_UNASKED,	 // no objective and no drawing runs through it
	MARK_SILENT,	 // it has no data
};
void svg_mark(
	struct svg *s, struct point at, double radius, enum svg_mark mark, double met);
enum svg_mark svg_mark_of(const struct web_node *n);
// The choice and how to read it, from (x, y) on, `room` wide; returns the y below.
double svg_panel(struct svg *s, const struct ring *r, double x, double y, double room);
double svg_legend(struct svg *s, const struct ring *r, double x, double y, double room);
double svg_matrix_legend(struct svg *s, double x, double y, double room);
// Parts of both: the words beside a sample, and what the numbers mean.
double svg_entry(struct svg *s, const char *text, double x, double y, double room);
double svg_badges_read(struct svg *s, double x, double y, double room);

// Opens and closes a picture of that size; `describes` is its title and description.
void svg_open(struct svg *s, double width, double height, bool alone);
void svg_close(struct svg *s);

// The matrix of all pairs in the ring's order.
struct matrix_size {
	double width, cell, text; // of the whole, of a cell at most, of letters
	double names;		  // width of the column of names
};
struct point svg_matrix_extent(const struct svg *s, const struct matrix_size *size);
void svg_matrix(struct svg *s, const struct matrix_size *size, double x, double y);

#endif
