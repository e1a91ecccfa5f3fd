// order: where each function stands on the ring, so that pictures of two days compare.
#ifndef WEB_ORDER_H
#define WEB_ORDER_H

#include "web/result.h"

// Where people keep it, below the workspace.
#define WEB_ORDER_PATH "web/order.txt"

enum { WEB_ORDER_BYTES_MAX = 64 << 10, WEB_ORDER_LINES_MAX = 1000 };

// One line of the file as it stands; `id` is empty for comments and empty lines.
struct web_order_line {
	struct str text, id;
};

// The zero value is an order in which nothing stands yet.
struct web_order {
	struct web_order_line *lines;
	size_t count, room;
};

/*
 * One function's id a line, clockwise from twelve o'clock; "# " begins a comment; of an
 * id that stands twice the first counts.  Text is borrowed from `bytes`.  ERROR_LIMIT
 * when it is longer than any company needs.
 */
bool web_order_read(
	struct str bytes, struct arena *a, struct web_order *out, struct error *err);
void web_order_write(const struct web_order *order, struct buf *out);

/*
 * The web's nodes clockwise into `nodes` (room for web->node_count).  Those that `order`
 * knows keep its sequence; each other one is put where it makes the links least long, and
 * is added to `order`, whose other lines stay as they are.  An order that knows none is
 * chosen: least sum of strength x chord by pairwise swaps from twelve fixed starts.  True
 * if lines were added.
 */
bool web_order_settle(
	const struct web *web, struct web_order *order, struct arena *a, uint32_t *nodes);

// What the order makes of it: sum over links of strength (observed, or needed if that is
// more) times the chord on a ring of diameter 2.
double web_order_cost(const struct web *web, const uint32_t *nodes, size_t count);

#endif
