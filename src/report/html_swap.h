// html_swap: the parts of the swap test that the brief and the page of its own share.
#ifndef REPORT_HTML_SWAP_H
#define REPORT_HTML_SWAP_H

#include "report/html.h"
#include "report/swap_view.h"

// A list of claims under one heading: ours and theirs side by side, the sentence with
// their name, what would make it ours.
void html_swap_pairs(struct html *h, const struct swap_view *v,
	const struct swapped_claim *const *claims, size_t count);
// Claims that need no second sentence: where they stand, and one remark each.
void html_swap_list(struct html *h, const struct swap_view *v,
	const struct swapped_claim *const *claims, size_t count);
// The words you say more, they say more, all say; nothing if neither side has any.
void html_swap_words(struct html *h, const struct swap_view *v);
// A line a version, drawn against the largest; nothing without versions.
void html_swap_drift(struct html *h, const struct swap_view *v);

#endif
