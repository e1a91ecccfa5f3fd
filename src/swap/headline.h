// headline: which of our claims we say first, where a buyer meets us.
#ifndef SWAP_HEADLINE_H
#define SWAP_HEADLINE_H

#include "swap/material.h"

/*
 * Headline claims are what positioning is judged by: headings of the first and second
 * level on the pages a buyer meets first (home page, landing page, README, one-pager),
 * and the messages of the message house.  Titles of posts, mails, guides and reports are
 * not: they name a text.  Where no page is such a first page, the loudest sentence of
 * every page counts.
 */
void headline_mark(struct material *m, bool drafts);

// Whether a file is a home page by its name: "site/index.html", "2024-05-home.html" once
// its date is taken off.
bool headline_is_home(struct str path);

// The message house as a document of one sentence a pillar; NULL without one.  Lives in
// `a`.
const struct copy *headline_pillars(const struct workspace *ws, struct arena *a);

#endif
