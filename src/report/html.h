// html: writing a page piece by piece; text from files can only become text.
#ifndef REPORT_HTML_H
#define REPORT_HTML_H

#include "report/report.h"

struct html {
	struct buf *out;
	struct arena *arena; // scratch
	struct str style;    // of this page alone, behind the style of all
};

// Our own markup, as it stands.
void html_add(struct html *h, const char *markup);
// Our own markup with numbers and our own words in it; never text from a file.
void html_fmt(struct html *h, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
// Any text: made safe to print, < > & " ' escaped, at most TEXT_MAX characters.
void html_text(struct html *h, struct str text);
// A piece of a text that was safe as a whole; only escaped, so that its spaces stay.
void html_piece(struct html *h, struct str piece);
void html_cut(struct html *h, struct str text, size_t max); // at most `max` characters
// before, text, after: "<p>", text, "</p>".
void html_put(struct html *h, const char *before, struct str text, const char *after);

// Blocks that several parts of the page use.
void html_section(struct html *h, const char *id, const char *title, struct str lead);
void html_section_end(struct html *h);
void html_severity(struct html *h, enum severity s);		    // mark and word
void html_evidence_place(struct html *h, const struct evidence *e); // file:place
void html_date(struct html *h, struct date d);			    // "1 February 2026"

// A page up to its first element: policy, style, a link to #skip_to for keyboards.  The
// policy allows `script` and nothing else; empty for none.
void html_open(struct html *h, struct str title, struct str script, const char *skip_to);
void html_nav_open(struct html *h); // an item a section, then </ul></nav>
void html_nav_item(struct html *h, const char *id, const char *title, size_t open);

// The parts of the brief, in order.
void html_head(struct html *h, const struct brief *b);
void html_nav(struct html *h, const struct brief *b);
void html_first(struct html *h, const struct brief *b);
void html_truths(struct html *h, const struct brief *b);
void html_swaps(struct html *h, const struct brief *b);
void html_deals(struct html *h, const struct brief *b);
void html_market(struct html *h, const struct brief *b);
void html_web(struct html *h, const struct brief *b); // its style is web_page_style's
void html_unknown(struct html *h, const struct brief *b);
void html_read(struct html *h, const struct brief *b);

// Whether there is anything to show in them.
bool has_swaps(const struct brief *b);
bool has_deals(const struct brief *b);
bool has_market(const struct brief *b);
bool has_web(const struct brief *b);

#endif
