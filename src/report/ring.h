// ring: where everything of the picture of a web stands: circles, labels, links, badges.
#ifndef REPORT_RING_H
#define REPORT_RING_H

#include "report/label.h"
#include "web/web.h"

struct point {
	double x, y;
};

struct box {
	double left, top, right, bottom;
};

// How large it may be, in pixels at full size.
struct ring_size {
	double width;		       // of the whole
	double radius_max, radius_min; // of the ring
	double circle, badge;	       // radius of a function, of a number
	double text;		       // size of the labels
	double thin, thick;	       // width of a link of strength 0, and what 1 adds
	bool keyed; // letters in the circles and a list below where labels have no room
};

extern const struct ring_size RING_WIDE;   // a slide
extern const struct ring_size RING_COLUMN; // a column of a page
extern const struct ring_size RING_NARROW; // a phone

struct ring_node {
	uint32_t node;
	bool led; // the label stands so far off that a line leads to it
	struct point at;
	struct label label;
	struct point text;  // first line
	const char *anchor; // of SVG's text-anchor
	struct box box;	    // of the label
};

enum ring_kind {
	RING_SPARE,  // strong, and nothing asks for it
	RING_SHARE,  // there is only a share of attention to show
	RING_UNSEEN, // needed, but one end has no data
	RING_ENOUGH,
	RING_GAP,
	RING_KINDS
};

// A quadratic curve from within one circle to within another.
struct ring_link {
	size_t link;
	enum ring_kind kind;
	size_t places[2]; // of the circles, in ring.nodes
	struct point from, bend, to;
	double need, seen; // widths; where something is missing, need is the wider
};

struct ring_badge {
	size_t pick; // in web->choice.picks
	struct point at;
};

struct ring {
	struct ring_size size;
	double height, radius, circle; // of the whole, of the ring, of a function
	struct point centre;
	struct ring_node *nodes; // clockwise
	size_t node_count;
	struct ring_link *links; // as they are to be drawn: the largest gap last
	size_t link_count;
	struct ring_badge badges[WEB_FOCUS_MAX];
	size_t badge_count;
	bool drawn[RING_KINDS]; // what there is at all
	bool keyed;		// letters in the circles; the list begins at y = list_top
	double list_top, list_step;
	size_t list_columns;
};

// Strong enough to be drawn though nothing asks for it.
#define RING_SPARE_MIN 0.5

/*
 * Places the functions clockwise in the order of `nodes` (all of web's), the first at
 * twelve o'clock, all circles alike: no function is larger for its people or its rank,
 * and none stands in the middle.  Labels stand outside, touch neither each other nor a
 * circle, and move away from the ring until that is so.
 */
void ring_place(const struct web *web, const uint32_t *nodes,
	const struct ring_size *size, struct arena *a, struct ring *out);
// Links and badges; called by ring_place.
void ring_connect(const struct web *web, struct ring *ring, struct arena *a);
// Ends of links side by side around their circles; called by ring_connect.
void ring_fan(struct ring *ring, struct arena *a);

// The letter or letters of the circle at place `i`: A to Z, then AA, AB, ...
struct str ring_letter(struct arena *a, size_t i);
struct point ring_point(const struct ring_link *link, double t); // 0 to 1 along it

#endif
