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

// What a reader does about a claim; one heading each.
enum swap_deed {
	DEED_ACT,     // works with a competitor's name, and they say it or claim it, too
	DEED_FILLER,  // works with anybody's
	DEED_COULD,   // nobody says it, but it is worded like a competitor's pages
	DEED_DIFFERS, // they say it otherwise: another number, the opposite, a part
	DEED_READ,    // cannot tell: a person must read both
	DEED_LEAD,    // ours
	DEED_PROVE,   // ours, but not proven
	DEED_COUNT
};
struct swap_section {
	const char *title, *about;
	size_t shown;  // claims unless everything is asked for
	bool in_short; // a sentence and a reason are enough
};
void view_init(struct swap_view *v, const struct workspace *ws,
	const struct swap_result *result, struct arena *a);
// What stands above a heading's claims.
const struct swap_section *view_section(const struct swap_view *v, enum swap_deed deed);
// The result in sentences; view_init calls it.  In swap_lead.c.
void view_lead(struct swap_view *v);

// Distinct claims of one heading, worst first: headlines, then the loudest, then what a
// competitor says most nearly.
size_t view_claims(const struct swap_view *v, enum swap_deed deed,
	const struct swapped_claim ***out);
enum swap_deed view_deed(const struct swapped_claim *c);

struct str view_vendor(const struct swap_view *v, size_t vendor);
// "11 of 26 (between 8 and 15) · 4 said by them, 2 contested · 31 claims, seen 2 October
// 2026"
struct str view_rival_line(const struct swap_view *v, const struct swap_rival *rival);
// " (between 8 and 15)"; empty for fewer than ten.
struct str view_between(struct arena *a, const struct estimate *e);
const char *view_plural(size_t n, const char *one, const char *many);
// In quotation marks, at most 280 characters.
struct str view_quote(const struct swap_view *v, struct str text);
/*
 * The same, and where the shared words are in it: neighbours joined, none where the text
 * had to be changed to be shown.  Returns how many.
 */
size_t view_marked(const struct swap_view *v, struct str text, const struct span *spans,
	size_t count, struct str *quote, struct span **marks);
// "C-04, with the words “timed by 11 quality leads”", "not in the claims ledger"
struct str view_proof(const struct swap_view *v, const struct swapped_claim *c);
struct str view_seen(const struct swap_view *v, const struct evidence *e);
struct str view_level(const struct swapped_claim *c); // "Headline", "In the text"
// Whether the sentence with their name in it is worth reading.
bool view_reads_as_theirs(const struct swapped_claim *c);
// Whether the first echo belongs below the claim.
bool view_shows_echo(const struct swapped_claim *c);
// "add a number, how it works or for whom"
struct str view_missing(const struct swap_view *v, const struct swapped_claim *c);
struct str view_list(const struct swap_view *v, const struct str *items, size_t count);
struct str view_words(
	const struct swap_view *v, const struct swap_word *words, size_t count);
// "site/home.md:14:3"
struct str view_where(const struct swap_view *v, const struct swapped_claim *c);

#endif
