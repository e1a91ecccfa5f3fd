// web_page: the web of functions as terminal page, picture, matrix, page, JSON, Mermaid.
#ifndef REPORT_WEB_PAGE_H
#define REPORT_WEB_PAGE_H

#include "report/report.h"
#include "value/value.h"

// One thing of value to bring to a chosen relationship.
struct web_move {
	size_t link; // in web->links
	bool speaks; // else there is nothing to bring, and `text` says what is missing
	struct str text; // what to bring, or what is missing
	size_t same;	 // number, from 1, of the move that brings it already; 0: none
	struct str file; // what was written for it; empty if nothing
	const struct evidence *evidence;
	size_t evidence_count;
};

// Two functions that speak of the same and not with each other.
struct web_bridge {
	uint32_t a, b; // nodes
	struct str sentence;
	const struct evidence *evidence;
	size_t evidence_count;
};

// Something given to another function, and what came of it.
struct web_gift {
	struct date date;
	uint32_t to; // node, or WEB_NONE
	struct str sentence;
	const struct evidence *evidence;
	size_t evidence_count;
};

struct web_page {
	const struct workspace *ws;
	const struct web *web;
	const struct link_kinds *kinds; // beside web->links: what exchanges were about
	const uint32_t *order;		// its nodes clockwise: web_order_settle
	bool matrix;			// the table of all pairs instead of the ring
	const struct web_move *moves;
	size_t move_count;
	const struct web_bridge *bridges;
	size_t bridge_count;
	const struct web_gift *ledger;
	size_t ledger_count;
};

// The moves of `candor web`, as pages show them: their first lines of evidence.
void web_page_moves(struct web_page *page, const struct moves *moves, struct arena *a);

// Sentences first, then the relationships that matter, then what could not be seen.
void web_text(const struct web_page *page, const struct look *look, struct buf *out);
// docs/schema/web.schema.json
void web_json(const struct web_page *page, struct buf *out);
// A picture that stands alone: no script, nothing from outside, light, dark and in print.
void web_svg(const struct web_page *page, struct buf *out);
void web_mermaid(const struct web_page *page, struct buf *out);
// One file without network or script: ring (two sizes), choice, matrix, every pair.
void web_html(const struct web_page *page, struct buf *out);

// One relationship: what is seen, what is needed, and why.
void web_tie_text(const struct web_page *page, size_t link, const struct look *look,
	struct buf *out);
// Which functions carry it, or could; never which people.
void web_who_text(const struct web_page *page, size_t link, const struct look *look,
	struct buf *out);
// The same shape as web_json, with this relationship alone.
void web_tie_json(const struct web_page *page, size_t link, struct buf *out);

/*
 * web/relationships.yaml as a team would begin it: what the objectives need as it stands,
 * strong relationships that nothing asks for as comments.  Reading it back changes no
 * figure.
 */
void web_drawing(const struct web_page *page, struct buf *out);

#endif
