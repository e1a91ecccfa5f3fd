// web_style: the colours of the pictures of a web, light and dark, and their style sheet.
#ifndef REPORT_WEB_STYLE_H
#define REPORT_WEB_STYLE_H

#include "base/base.h"

enum web_hue {
	HUE_PAPER,
	HUE_INK,
	HUE_INK2,  // second voice
	HUE_FAINT, // outlines of what is not measured
	HUE_SEEN,  // observed strength
	HUE_NEED,  // needed and missing: the band
	HUE_EDGE,  // needed and missing: its dashed edge, which carries the meaning
	HUE_SPARE, // strong, and nothing asks for it
	HUE_RULE,
	HUE_BADGE,    // a number of the choice
	HUE_ON_BADGE, // its figure
	HUE_SEEN_0,   // cells of the matrix, weakest to strongest
	HUE_SEEN_1,
	HUE_SEEN_2,
	HUE_SEEN_3,
	HUE_SEEN_4,
	HUE_GAP_0,
	HUE_GAP_1,
	HUE_GAP_2,
	HUE_GAP_3,
	HUE_ON_LIGHT, // text on the weaker cells
	HUE_ON_SEEN_4,
	HUE_ON_GAP_3,
	HUE_COUNT
};

enum { SEEN_STEPS = 5, GAP_STEPS = 4 };

struct web_colour {
	const char *name; // of the CSS variable, without its dashes
	const char *light, *dark;
};

extern const struct web_colour WEB_PALETTE[HUE_COUNT];

/*
 * Light for paper, dark where the reader's screen is; a page may set data-theme.  Every
 * shape also has its light colour as an attribute, for programs that know no variables.
 */
void web_style(struct buf *out);
// That, and what the page around the pictures needs, beside ui/src/style.css.
struct str web_page_style(struct arena *a);

#endif
