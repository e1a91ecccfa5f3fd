// world: a company made by hand, as the reader of its files would hand it over.
#ifndef TESTS_AUDIT_WORLD_H
#define TESTS_AUDIT_WORLD_H

#include "audit/audit.h"

struct world {
	struct arena arena;
	struct workspace ws;
	struct swap_result swap;
	struct facts facts;
	size_t source_room, copy_room, deal_room, claim_room;
	struct words_column *columns[9];
};

void world_open(struct world *w, const char *company, const char *as_of);
void world_close(struct world *w);

// All return indexes that stay valid while the world grows.
size_t world_source(struct world *w, const char *path, enum role role, const char *rival,
	const char *date);
size_t world_vendor(
	struct world *w, const char *id, const char *name, enum vendor_kind kind);

struct deal_row {
	const char *id, *account, *segment, *reason, *created, *closed;
	enum outcome_of_deal outcome;
	int64_t amount;	     // whole units of the currency; 0 is blank
	uint16_t vendors[4]; // index + 1, ends with 0
};
void world_deal(struct world *w, size_t source, const struct deal_row *row);
// `count` like deals, numbered on from `from`, closed one every `every` days before `to`.
void world_deals(struct world *w, size_t source, size_t count, const char *segment,
	const char *reason, enum outcome_of_deal outcome, int64_t amount, size_t vendor,
	const char *to, int every);

// A sentence of our copy and what the swap test found of it.
struct swapped_claim *world_claim(struct world *w, size_t source, uint32_t line,
	enum claim_level level, const char *text, enum verdict verdict);
void world_echo(struct world *w, struct swapped_claim *claim, size_t vendor,
	double similarity, size_t source, uint32_t line, const char *text);
// A sentence of a competitor's page, for the battlecards.
void world_page(struct world *w, size_t source, uint32_t line, const char *text);
// Words that both texts of the claim's first echo share become marked spans.
void world_mark(struct swapped_claim *claim, struct arena *a);

struct claim_entry *world_ledger(struct world *w, size_t source, const char *id,
	const char *claim, const char *evidence, enum claim_status status,
	const char *review_by);
struct battlecard *world_card(
	struct world *w, size_t source, const char *rival, const char *reviewed);
void world_card_line(struct world *w, struct battlecard *card, enum card_part part,
	uint32_t line, const char *text);
struct interview *world_interview(struct world *w, size_t source, const char *id,
	const char *deal, const char *date, const char *reason, const char *quote);
struct launch *world_launch(struct world *w, size_t source, const char *name, int tier,
	const char *date, const char *gate_evidence);

// Ready to audit: swap summary, deal tables and facts.
void world_finish(struct world *w);
struct date world_day(const char *iso);
// The first finding of one audit; NULL if it gave none with that outcome.
const struct finding *world_find(
	const struct findings *all, const char *id, enum outcome outcome);

// Tallyworks, with something of everything: the picture of the reports.
void world_tallyworks(struct world *w);

#endif
