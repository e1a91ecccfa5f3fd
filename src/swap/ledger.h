// ledger: what the claims ledger proves of a sentence.
#ifndef SWAP_LEDGER_H
#define SWAP_LEDGER_H

#include "swap/material.h"

// The rows of the ledger taken apart once; empty if there is no ledger.
struct ledger {
	const struct workspace *ws;
	struct claim_parts *claims;    // beside ws->records.claims
	struct claim_parts *qualified; // claim and qualifier together
	size_t count;
};

void ledger_of(const struct workspace *ws, const struct aliases *names, struct arena *a,
	struct ledger *out);
/*
 * The row that proves most among those the sentence says, or NULL; *proof is what it
 * proves.  A number that stands neither in the row's claim nor in its qualifier is not
 * proven by it: strengthening a claim takes it out of the ledger.
 */
const struct claim_entry *ledger_find(
	const struct ledger *l, const struct claim_parts *sentence, enum proof *proof);

// What a row proves by itself, whatever is said.
enum proof ledger_proof(const struct claim_entry *e, struct date as_of);

#endif
