// swap_view: the sentences of the swap test, the same in every form.
#ifndef REPORT_SWAP_VIEW_H
#define REPORT_SWAP_VIEW_H

#include "report/report.h"

enum { SWAP_HEADLINES = 4 };

struct swap_view {
	const struct workspace *ws;
	const struct swap_result *result;
	struct arena *arena;
	struct str company, dateline;
	struct str headlines[SWAP_HEADLINES]; // the result in at most four sentences
	size_t headline_count;
};

// One verdict as a heading; the table ends with an entry without title.
struct swap_section {
	enum verdict verdict;
	const char *title, *about;
};
extern const struct swap_section swap_sections[];

void view_init(struct swap_view *v, const struct workspace *ws,
	const struct swap_result *result, struct arena *a);

// Distinct claims of one verdict: loudest first, then in their order.
size_t view_claims(const struct swap_view *v, enum verdict verdict,
	const struct swapped_claim ***out);
struct str view_vendor(const struct swap_view *v, size_t vendor);
// "11 of 26 (between 8 and 15) · 4 said by them, 2 contested · 31 claims, seen 2 October
// 2026"
struct str view_rival_line(const struct swap_view *v, const struct swap_rival *rival);
// In quotation marks, at most 280 characters.
struct str view_quote(const struct swap_view *v, struct str text);
struct str view_seen(const struct swap_view *v, const struct evidence *e);
struct str view_level(enum claim_level level); // "headline", "subhead", "in the text"
// Whether the first echo belongs below the claim.
bool view_shows_echo(const struct swapped_claim *c);
// The words of ours that theirs shares: "nothing", "lost between shifts"
struct str view_shared(const struct swap_view *v, const struct swapped_claim *c);
// "add a number, how it works or for whom"
struct str view_missing(const struct swap_view *v, const struct swapped_claim *c);
struct str view_list(const struct swap_view *v, const struct str *items, size_t count);
struct str view_words(
	const struct swap_view *v, const struct swap_word *words, size_t count);

#endif
