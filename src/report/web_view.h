// web_view: how the figures of a web are put into words, the same in every rendering.
#ifndef REPORT_WEB_VIEW_H
#define REPORT_WEB_VIEW_H

#include "report/web_page.h"

struct spelling {
	struct arena *arena;
	const struct web_page *page;
	const struct web *web;
};

struct spelling spelling_of(const struct web_page *page, struct arena *scratch);

// Names are safe to print and at most 120 characters.
struct str spell_name(const struct spelling *w, uint32_t node);
struct str spell_ends(const struct spelling *w, const struct web_link *l); // "A – B"
struct str spell_strength(
	const struct spelling *w, double x); // ".06"; "–" if it is not known
// say_label; "–" where nothing could be seen.
struct str spell_observed(const struct spelling *w, const struct web_link *l);
struct str spell_range(
	const struct spelling *w, const struct web_link *l); // "0 to .15", or empty
struct str spell_figures(
	const struct spelling *w, const struct web_link *l); // ".06 of .67", ".61"
struct str spell_pairs(
	const struct spelling *w, const struct web_link *l); // "under 5 pairs of people"
struct str spell_percent(const struct spelling *w, double share);	   // "48%"
struct str spell_aims(const struct spelling *w, const struct web_link *l); // "O-1, O-2"
const char *spell_firmness(const struct web_pick *p); // "clear" or "close"
const char *spell_verdict(const struct web_link *l);  // "gap", "not needed", "drawn", ...
// "gap", and of what was chosen "gap, chosen (clear)".
struct str spell_standing(const struct spelling *w, const struct web_link *l);
struct str spell_choice(const struct spelling *w, size_t pick); // "chosen in 192 of ..."

// What is said of a function where web.alike is said as well: nothing twice; may be
// empty.
struct str spell_function(const struct spelling *w, uint32_t node);

// How many functions lie more often between two others than this one.
struct str spell_between(const struct spelling *w, const struct web_node *n);

// "Who works with whom, and who should", with the company if it has a name.
struct str spell_title(const struct spelling *w);
struct str spell_base(const struct spelling *w); // "9 functions · 18,204 exchanges · ..."

// A sentence that begins with the ends of its link, without them: they stand above it.
struct str spell_after_ends(
	const struct spelling *w, const struct web_link *l, struct str sentence);

// What fills a web in which nobody exchanged anything; empty for any other.
struct str spell_start(const struct spelling *w);

const struct web_pick *spell_pick(const struct spelling *w, size_t link); // or NULL
const struct web_move *spell_move(const struct spelling *w, size_t link); // or NULL
bool spell_is_person_free(const struct web_link *l); // no counts of people may be shown

// What was seen may be spoken of: not veiled away, not missing.
bool spell_has_strength(const struct spelling *w, const struct web_link *l);

/*
 * Links in the order in which they matter: chosen first, then by gap, then what is
 * enough, then those with no data; of those nothing asks for only the strong ones, by
 * strength.  Returns how many.
 */
size_t spell_links(const struct spelling *w, size_t *links);

#endif
