// init: a first candor.yaml and canvas, drafted from what the folder already holds.
#ifndef MODEL_INIT_H
#define MODEL_INIT_H

#include "model/model.h"

// Words, and how much speaks for each, in the order in which they came up.
struct name_tally {
	struct map words;
	double *weight; // beside words.keys
	size_t room;
};

/*
 * What the company's own pages say of its name.  Set `arena`, show it each page and
 * README, then draft.
 */
struct init_seen {
	struct arena *arena;
	struct name_tally names, domains;
};

void init_see(struct init_seen *seen, const struct doc *doc);

// The likeliest name and domain; empty if nothing says them.
struct str init_company(const struct init_seen *seen, const struct workspace *ws);
struct str init_domain(const struct init_seen *seen, const struct workspace *ws);

/*
 * Appends the text of a commented candor.yaml: the company's name and domain, the
 * currency of the deals, competitors by folder and by the deals that name them,
 * alternatives, functions.  Writes nothing and returns false when the workspace has one.
 */
bool init_config(
	const struct workspace *ws, const struct init_seen *seen, struct buf *out);
/*
 * Appends a positioning canvas whose headings hold candidates as comments: each with
 * where it comes from, none of them decided.  False when the workspace has a canvas.
 */
bool init_canvas(
	const struct workspace *ws, const struct init_seen *seen, struct buf *out);

#endif
