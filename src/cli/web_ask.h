// web_ask: what every word of `candor web` begins with: the workspace's web.
#ifndef CLI_WEB_ASK_H
#define CLI_WEB_ASK_H

#include "cli/cli.h"
#include "value/value.h"

struct web_ask {
	struct workspace ws;
	struct web_traffic traffic;
	struct web_needs needs;
	struct web web;
	struct web_order order;
	bool order_is_new; // lines were added to what web/order.txt says
	bool order_is_bad; // the file is there and cannot be read: it stays as it is
	struct ground ground;
	struct topics topics;
	struct bridges bridges;
	struct moves moves;
	struct gifts gifts;
	struct web_page page;
};

// Reads the workspace and measures its web over --since to --as-of.  `compared` lays our
// own exchanges beside those of the window before, of the same length.
bool web_ask_open(struct cli *cli, bool compared, struct web_ask *ask, struct error *err);
// Keeps the order of the ring for the next picture, if it changed.
bool web_ask_keep_order(struct cli *cli, const struct web_ask *ask, struct error *err);
// web/order.txt; no order if there is none.  False, and said on stderr, if it is damaged:
// that spoils only the order, the ring is drawn anew and the file stays.
bool web_ask_order(const struct cli *cli, struct str root, struct web_order *out);
// Where `name` lies in the workspace; NUL behind it.
const char *web_ask_path(
	const struct cli *cli, const struct web_ask *ask, const char *name);

#endif
