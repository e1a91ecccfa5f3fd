// Engineering to sales and marketing: a claim without proof, and a fact that says it.
#include "value/move_list.h"

static bool is_unproven(const struct claim_entry *claim)
{
	return claim->status == CLAIM_PROPOSED || claim->status == CLAIM_EXPIRED;
}

// A sentence of engineering's own documents that says the claim, numbers and all.
static const struct said *fact_for(const struct move_ask *ask,
	const struct claim_parts *claim, struct arena *scratch)
{
	const struct ground *g = ask->ground;
	for (size_t i = 0; i < g->count; i++) {
		struct claim_parts said;
		if (g->at[i].kind != SAID_DOCUMENT || g->at[i].node != ask->from)
			continue;
		claim_parts_of(g->at[i].text, NULL, 0, scratch, &said);
		if (claim_said_by(claim, &said))
			return &g->at[i];
	}
	return NULL;
}

static bool copy_says(const struct workspace *ws, struct str path,
	const struct claim_parts *claim, struct arena *scratch)
{
	for (size_t i = 0; i < ws->copy_count; i++) {
		const struct copy *copy = &ws->copies[i];
		if (!str_eq(copy->source->path, path))
			continue;
		for (size_t k = 0; k < copy->sentences.count; k++) {
			struct claim_parts said;
			claim_parts_of(
				copy->sentences.at[k].text, NULL, 0, scratch, &said);
			if (claim_said_by(claim, &said))
				return true;
		}
	}
	return false;
}

// Deals in which an asset with the claim was used.
static void add_deals(const struct move_ask *ask, const struct claim_parts *claim,
	struct arena *scratch, struct move_found *out)
{
	const struct ground *g = ask->ground;
	const struct records *r = &g->ws->records;
	struct map says = { .arena = scratch };
	bool *yes = ARENA_ARRAY(scratch, bool, r->touches.count + 1);
	for (size_t i = 0; i < r->touches.count; i++) {
		const struct touch *t = &r->touches.at[i];
		const uint32_t deal = ground_deal(g, t->deal);
		const size_t before = says.count, at = map_add(&says, t->asset);
		if (before != says.count)
			yes[at] = copy_says(g->ws, t->asset, claim, scratch);
		if (!yes[at] || deal == SAID_NOBODY || !ground_recent(g, t->date))
			continue;
		const struct said s = { .node = WEB_NONE,
			.deal = deal,
			.date = t->date,
			.text = t->asset,
			.source = t->at.source,
			.place = { .kind = PLACE_ROW, .major = t->at.row },
			.column = "asset",
			.witness = WITNESS_US };
		found_add(ask, out, item_of_deal(ask, MOVE_USE, s));
	}
}

static void find(const struct move_ask *ask, struct move_found *out)
{
	const struct records *r = &ask->ground->ws->records;
	struct arena scratch = { 0 };
	double most = 0;
	for (size_t i = 0; i < r->claims.count; i++) {
		struct claim_parts claim;
		if (!is_unproven(&r->claims.at[i]) ||
			move_is_told(ask, r->claims.at[i].claim))
			continue;
		claim_parts_of(r->claims.at[i].claim, NULL, 0, &scratch, &claim);
		const struct said *fact = fact_for(ask, &claim, &scratch);
		if (!fact)
			continue;
		struct move_found found = { .subject = r->claims.at[i].claim,
			.searched = S("messages/claims.csv"),
			.answer = said_evidence(ask->ground, fact),
			.answer_note = S("as engineering wrote it") };
		add_deals(ask, &claim, &scratch, &found);
		const double score = move_score(ask, &found);
		if (score > most) {
			most = score;
			*out = found;
		}
	}
	arena_free(&scratch);
}

static bool has_reports(const struct move_ask *ask)
{
	const struct ground *g = ask->ground;
	for (size_t i = 0; i < g->count; i++)
		if (g->at[i].kind == SAID_DOCUMENT && g->at[i].node == ask->from)
			return true;
	return false;
}

static struct str lacks(const struct move_ask *ask)
{
	const struct records *r = &ask->ground->ws->records;
	if (!r->claims.count)
		return S("messages/claims.csv (claim_id, claim, status)");
	if (!r->touches.count)
		return S("touches.csv (date, deal_id, asset)");
	return has_reports(ask) ? S("")
				: S("A test report or release notes (a file called so)");
}

const struct move_rule move_rule_facts = {
	.id = "facts-for-claims",
	.from = USUAL(ENGINEERING),
	.to = USUAL(SALES) | USUAL(PMM) | USUAL(MARKETING),
	.held = "what reports measured and the ledger still calls unproven",
	.wants = "The claim it would prove stands unproven in the ledger",
	.asks = "The claim in the ledger with this as its proof, or the claim withdrawn.",
	.nearest = "The fact",
	.lacks = lacks,
	.find = find,
};
