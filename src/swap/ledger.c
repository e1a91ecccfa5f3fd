#include "swap/ledger.h"

// Better proofs first, to choose among several rows.
static const int RANK[PROOF_COUNT] = {
	[PROOF_HOLDS] = 5,
	[PROOF_EXPIRED] = 4,
	[PROOF_WAITING] = 3,
	[PROOF_REJECTED] = 2,
	[PROOF_UNLISTED] = 1,
};

const char *proof_name(enum proof p)
{
	static const char *const NAMES[PROOF_COUNT] = { "unknown", "unlisted", "waiting",
		"rejected", "expired", "proven" };
	return NAMES[p];
}

static void take_apart(struct str text, const struct aliases *names, struct arena *a,
	struct claim_parts *out)
{
	struct mentions found = { .arena = a };
	aliases_find(names, text, &found);
	claim_parts_of(text, found.spans, found.count, a, out);
}

void ledger_of(const struct workspace *ws, const struct aliases *names, struct arena *a,
	struct ledger *out)
{
	const size_t count = ws->records.claims.count;
	*out = (struct ledger){ .ws = ws, .count = count };
	out->claims = ARENA_ARRAY(a, struct claim_parts, count + 1);
	out->qualified = ARENA_ARRAY(a, struct claim_parts, count + 1);
	for (size_t i = 0; i < count; i++) {
		const struct claim_entry *e = &ws->records.claims.at[i];
		take_apart(e->claim, names, a, &out->claims[i]);
		take_apart(arena_fmt(a, "%" PRI_STR ", %" PRI_STR, ARG_STR(e->claim),
				   ARG_STR(e->qualifier)),
			names, a, &out->qualified[i]);
	}
}

enum proof ledger_proof(const struct claim_entry *e, struct date as_of)
{
	if (e->status == CLAIM_REJECTED)
		return PROOF_REJECTED;
	if (e->status == CLAIM_EXPIRED ||
		(date_set(e->review_by) && e->review_by.days < as_of.days))
		return PROOF_EXPIRED;
	if (e->status == CLAIM_PROPOSED || !str_trim(e->evidence).len)
		return PROOF_WAITING;
	return PROOF_HOLDS;
}

// Whether every number of the sentence stands in the row.
static bool numbers_are_known(
	const struct claim_parts *sentence, const struct claim_parts *row)
{
	struct claim_likeness like;
	claim_compare(sentence, row, &like);
	return like.differs_a == SIZE_MAX && like.only_a == SIZE_MAX && !like.overlap;
}

const struct claim_entry *ledger_find(
	const struct ledger *l, const struct claim_parts *sentence, enum proof *proof)
{
	const struct claim_entry *best = NULL;
	*proof = l->count ? PROOF_UNLISTED : PROOF_UNKNOWN;
	for (size_t i = 0; i < l->count; i++) {
		if (!claim_said_by(&l->claims[i], sentence) ||
			!numbers_are_known(sentence, &l->qualified[i]))
			continue;
		const struct claim_entry *e = &l->ws->records.claims.at[i];
		const enum proof p = ledger_proof(e, l->ws->as_of);
		if (best && RANK[p] <= RANK[*proof])
			continue;
		best = e;
		*proof = p;
	}
	return best;
}
