// claim_view: the sentences about a claim, the same in every form.
#ifndef REPORT_CLAIM_VIEW_H
#define REPORT_CLAIM_VIEW_H

#include "report/claim_page.h"

// "approved", "expired", "overdue", "unlisted": the status as of today.
const char *claim_standing(const struct booked *b);
// Whether it may be said as things stand.
bool claim_may_be_said(const struct booked *b);
// "It is said in 9 places: 5 that customers see, 2 inside and 2 in calls."
struct str claim_sentence(struct arena *a, const struct booked *b);
// What the ledger says of its proof, its words and its approval; empty lines left out.
struct str claim_proof(struct arena *a, const struct booked *b);
struct str claim_review(
	struct arena *a, const struct claim_page *p, const struct booked *b);
struct str claim_approval(struct arena *a, const struct booked *b);
// Whether a place must be touched if the claim gets the page's status.
bool claim_falls(const struct claim_page *p, const struct said_at *s);
// "site/index.html:12:3 · 2 October 2025 · speaker notes"
struct str claim_place(struct arena *a, const struct said_at *s);
// Title of what must be done, and the sentence below it.
const char *claim_fall_title(const struct claim_page *p, const struct booked *b);
const char *claim_fall_about(enum reach r);

#endif
