#include "tests/audit/world.h"

// Tallyworks and its competitors are invented.
struct names {
	size_t us, ledgerline, brightbooks, quillstone, in_house, nothing;
};

static struct names add_vendors(struct world *w)
{
	struct names n = { 0 };
	n.us = world_vendor(w, "tallyworks", "Tallyworks", VENDOR_US);
	n.ledgerline = world_vendor(w, "ledgerline", "Ledgerline", VENDOR_RIVAL);
	n.brightbooks = world_vendor(w, "brightbooks", "Brightbooks", VENDOR_RIVAL);
	n.quillstone = world_vendor(w, "quillstone", "Quillstone", VENDOR_RIVAL);
	n.in_house = world_vendor(w, "in-house", "In-house build", VENDOR_ALTERNATIVE);
	n.nothing = world_vendor(w, "status-quo", "Do nothing", VENDOR_ALTERNATIVE);
	return n;
}

static void add_claims(struct world *w, const struct names *n)
{
	const size_t home =
		world_source(w, "site/home.md", ROLE_COPY, NULL, "2026-02-01");
	const size_t price =
		world_source(w, "site/pricing.md", ROLE_COPY, NULL, "2026-08-14");
	const size_t deck = world_source(
		w, "decks/first-call-v7.pptx", ROLE_COPY, NULL, "2025-08-20");
	const size_t ledgerline =
		world_source(w, "competitors/ledgerline/2026-03-12-close.html",
			ROLE_RIVAL, "ledgerline", "2026-03-12");
	const size_t brightbooks =
		world_source(w, "competitors/brightbooks/2026-11-04-home.html",
			ROLE_RIVAL, "brightbooks", "2026-11-04");
	const size_t quillstone =
		world_source(w, "competitors/quillstone/2026-06-30-features.html",
			ROLE_RIVAL, "quillstone", "2026-06-30");
	struct swapped_claim *c = world_claim(w, home, 41, LEVEL_HEADLINE,
		"Close faster with confidence. Tallyworks gives finance teams one place "
		"to "
		"reconcile, review and report.",
		VERDICT_SHARED);
	world_echo(w, c, n->ledgerline, 0.88, ledgerline, 22,
		"Close faster, close with confidence. Give your finance team one "
		"workspace "
		"to reconcile, review and report.");
	world_mark(c, &w->arena);
	c->swapped = S("Close faster with confidence. Ledgerline gives finance teams one "
		       "place to reconcile, review and report.");
	c->swapped_with = n->ledgerline;
	c->reason = S("Ledgerline says it in nearly the same words.");
	c = world_claim(w, deck, 3, LEVEL_HEADLINE,
		"The all-in-one platform for modern finance teams.", VERDICT_SHARED);
	world_echo(w, c, n->brightbooks, 0.71, brightbooks, 4,
		"Brightbooks is the all-in-one accounting platform built for modern "
		"finance<img src=x onerror=\"window.__xss=1\">.");
	world_echo(w, c, n->ledgerline, 0.66, ledgerline, 31,
		"One platform for the modern finance team.");
	world_mark(c, &w->arena);
	c->reason =
		S("Two competitors say it; Brightbooks said it nine months before you.");
	c = world_claim(w, home, 58, LEVEL_HEADLINE,
		"AI-powered automation that scales with you", VERDICT_FILLER);
	c->reason = S("Nothing in it could be wrong, whoever says it.");
	c = world_claim(w, price, 12, LEVEL_HEADLINE, "Simple pricing, no surprises",
		VERDICT_FILLER);
	c->reason = S("Nothing in it could be wrong, whoever says it.");
	c = world_claim(w, home, 77, LEVEL_HEADLINE, "The most trusted close platform",
		VERDICT_CONTESTED);
	world_echo(w, c, n->ledgerline, 0.62, ledgerline, 9,
		"Ledgerline is the most trusted platform for the close.");
	world_mark(c, &w->arena);
	c->reason =
		S("Both of you claim to be the most trusted; a buyer knows that one is "
		  "wrong.");
	c = world_claim(w, home, 93, LEVEL_HEADLINE,
		"Every number carries the name of the person who reviewed it, the moment "
		"they did, and what they changed.",
		VERDICT_UNIQUE);
	world_echo(w, c, n->quillstone, 0.12, quillstone, 61,
		"Name your workspaces, tags and folders any way you like.");
	world_mark(c, &w->arena);
	c->reason = S("The nearest thing any competitor says is about folders.");
	c = world_claim(w, home, 101, LEVEL_HEADLINE, "Closes the books in 3 days, not 9",
		VERDICT_UNIQUE);
	c = world_claim(w, home, 120, LEVEL_HEADLINE,
		"Matches invoice, order and receipt without a spreadsheet",
		VERDICT_UNIQUE);
	c = world_claim(w, price, 30, LEVEL_HEADLINE,
		"Consolidates 40 entities in one run", VERDICT_UNPROVEN);
	c->checkable = ARENA_ARRAY(&w->arena, struct str, 1);
	c->checkable[0] = S("40 entities");
	c->checkable_count = 1;
	for (uint32_t i = 0; i < 31; i++)
		(void)world_claim(w, price, 40 + i, LEVEL_BODY,
			"Each entity keeps its own calendar and its own reviewers.",
			VERDICT_UNIQUE);
}

static struct swapped_claim *claim_saying(struct world *w, struct str words)
{
	for (size_t i = 0; i < w->swap.claim_count; i++)
		if (str_starts(w->swap.claims[i].sentence->text, words))
			return &w->swap.claims[i];
	return &w->swap.claims[0]; // a misspelt claim: the wrong one shows in the goldens
}

static void add_ledger(struct world *w)
{
	const size_t at =
		world_source(w, "messages/claims.csv", ROLE_TABLE, NULL, "2026-11-20");
	claim_saying(w, S("Closes the books"))->ledger =
		world_ledger(w, at, "C-01", "Closes the books in 3 days, not 9",
			"assets/case-orbis.pdf#p2", CLAIM_APPROVED, "2026-09-30");
	claim_saying(w, S("The most trusted"))->ledger = world_ledger(w, at, "C-02",
		"The most trusted close platform", NULL, CLAIM_PROPOSED, NULL);
	claim_saying(w, S("Matches invoice"))->ledger = world_ledger(w, at, "C-03",
		"Matches invoice, order and receipt without a spreadsheet",
		"assets/test-3way.pdf#p4", CLAIM_APPROVED, "2027-06-02");
	(void)world_ledger(w, at, "C-04", "Reviewed by auditors of four networks",
		"assets/letters.pdf", CLAIM_APPROVED, NULL);
	(void)world_ledger(
		w, at, "C-05", "Works with every bank", NULL, CLAIM_REJECTED, NULL);
}

static void add_deals(struct world *w, const struct names *n)
{
	const size_t at = world_source(
		w, "exports/opportunities-2026.csv", ROLE_TABLE, NULL, "2026-11-20");
	static const char *const MID = "mid-market", *const BIG = "enterprise";
	world_deals(w, at, 20, BIG, "Price", DEAL_LOST, 48000, n->ledgerline,
		"2026-11-14", 13);
	world_deals(w, at, 18, BIG, "Consolidation missing", DEAL_LOST, 62000,
		n->ledgerline, "2026-11-11", 17);
	world_deals(
		w, at, 12, BIG, NULL, DEAL_LOST, 31000, n->ledgerline, "2026-11-03", 21);
	world_deals(
		w, at, 4, BIG, NULL, DEAL_WON, 55000, n->ledgerline, "2026-10-07", 60);
	world_deals(w, at, 22, MID, "Price", DEAL_LOST, 18000, n->ledgerline,
		"2026-11-17", 12);
	world_deals(
		w, at, 22, MID, NULL, DEAL_WON, 21000, n->ledgerline, "2026-11-18", 11);
	world_deals(w, at, 41, MID, "Price", DEAL_LOST, 15000, n->brightbooks,
		"2026-11-19", 7);
	world_deals(
		w, at, 31, MID, NULL, DEAL_WON, 19000, n->brightbooks, "2026-11-19", 9);
	world_deals(w, at, 17, MID, "Timing", DEAL_LOST, 14000, n->quillstone,
		"2026-11-02", 15);
	world_deals(
		w, at, 47, MID, NULL, DEAL_WON, 22000, n->quillstone, "2026-11-16", 6);
	world_deals(w, at, 6, MID, "Built it", DEAL_LOST, 30000, n->in_house,
		"2026-10-30", 40);
	world_deals(w, at, 9, MID, NULL, DEAL_WON, 26000, n->in_house, "2026-11-06", 30);
	world_deals(w, at, 44, MID, NULL, DEAL_NO_DECISION, 17000, n->nothing,
		"2026-11-20", 6);
	world_deals(
		w, at, 26, BIG, NULL, DEAL_OPEN, 58000, n->ledgerline, "2026-12-20", 3);
	world_deals(
		w, at, 34, MID, NULL, DEAL_OPEN, 20000, n->brightbooks, "2026-12-20", 3);
	struct segment_rule *rule = &w->ws.config.best_fit;
	rule->field = S("segment");
	rule->values = ARENA_ARRAY(&w->arena, struct str, 1);
	rule->values[0] = str_of(MID);
	rule->value_count = 1;
}

static void add_papers(struct world *w)
{
	const size_t talk = world_source(
		w, "interviews/INT-07.md", ROLE_INTERVIEW, NULL, "2026-10-03");
	(void)world_interview(w, talk, "INT-07", "D-1000", "2026-10-03", "consolidation",
		"We could live with the price. We could not close four entities in it.");
	const size_t card = world_source(w, "competitors/ledgerline/battlecard.md",
		ROLE_BATTLECARD, "ledgerline", "2026-05-02");
	struct battlecard *b = world_card(w, card, "ledgerline", "2026-05-02");
	world_card_line(w, b, CARD_FACTS, 11, "From 9 EUR per user per month");
	const size_t page =
		world_source(w, "competitors/ledgerline/2026-10-12-pricing.html",
			ROLE_RIVAL, "ledgerline", "2026-10-12");
	world_page(
		w, page, 18, "Plans start at 14 EUR per user per month, billed yearly.");
	const size_t old = world_source(w, "competitors/quillstone/battlecard.md",
		ROLE_BATTLECARD, "quillstone", "2026-10-28");
	(void)world_card(w, old, "quillstone", "2026-10-28");
	const size_t launch = world_source(
		w, "launches/consolidations.yaml", ROLE_LAUNCH, NULL, "2026-11-10");
	(void)world_launch(
		w, launch, "Consolidations 2.0", 1, "2026-12-08", "site/home.md");
}

static void add_rest(struct world *w)
{
	const size_t scan =
		world_source(w, "decks/q3-scan.pdf", ROLE_COPY, NULL, "2026-07-01");
	w->ws.sources[scan].state = SOURCE_SKIPPED;
	w->ws.sources[scan].reason = S("it has no text, only pictures of pages");
	w->ws.sources[scan].repair = S("export it again from its source");
	const size_t call = world_source(
		w, "calls/2026-09-18-harbor.vtt", ROLE_CALL, NULL, "2026-09-18");
	(void)call;
	const size_t told =
		world_source(w, "decisions.csv", ROLE_TABLE, NULL, "2026-11-20");
	struct records *r = &w->ws.records;
	r->decisions.at = ARENA_ARRAY(&w->arena, struct decision, 1);
	r->decisions.count = 1;
	r->decisions.at[0] = (struct decision){ .at = { (uint32_t)told, 2 },
		.finding = S("losing-to"),
		.said_to = S("sales"),
		.sentence = S("We lose three of four deals against Ledgerline."),
		.answer = S("Next quarter."),
		.date = world_day("2026-08-03") };
	struct silence *s = ARENA_NEW(&w->arena, struct silence);
	*s = (struct silence){ .finding = S("loss-reason-unreliable"),
		.reason = S("interviews begin in January"),
		.owner = S("ines"),
		.until = world_day("2027-01-31"),
		.line = 14 };
	w->ws.config.silences = s;
	w->ws.config.silence_count = 1;
}

void world_tallyworks(struct world *w)
{
	world_open(w, "Tallyworks", "2026-11-22");
	const struct names n = add_vendors(w);
	add_claims(w, &n);
	add_ledger(w);
	add_deals(w, &n);
	add_papers(w);
	add_rest(w);
	world_finish(w);
}
