// report: findings -> bytes: terminal text, JSON, and one self-contained page.
#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include "audit/audit.h"
#include "base/base.h"
#include "stat/stat.h"

/*
 * How a terminal page is dressed.  The zero value is plain ASCII, 80 columns wide: what a
 * pipe in an unknown locale gets.
 */
struct look {
	size_t width;	 // columns of the terminal; 0 means 80; used between 40 and 96
	bool utf8;	 // marks, bars and quotes outside ASCII
	bool colour;	 // the 16 colours of the terminal's own theme
	bool all;	 // everything, not only the worst few
	bool links;	 // file:line as OSC 8 hyperlinks
	struct str root; // absolute path of the workspace, for the links
};

// Characters of any one text in any report; our own are shorter, a file's may not be.
enum { TEXT_MAX = 2000 };

/*
 * The brief in its three forms: the same sentences, each complete by itself.  Whatever a
 * file said is made safe on the way out.  Appends to `out`; the caller checks out->full.
 */
void brief_text(const struct brief *brief, const struct look *look, struct buf *out);
// docs/schema/brief.schema.json
void brief_json(const struct brief *brief, struct buf *out);
// One file without network, complete without script.
void brief_html(const struct brief *brief, struct buf *out);

/*
 * The swap test: what to change first, each with the sentence with the competitor's name
 * in it, theirs with source and date, and what would make it ours; what is ours already;
 * what was not seen.  The worst few of each unless look.all.
 */
void swap_text(const struct workspace *ws, const struct swap_result *result,
	const struct look *look, struct buf *out);
// One page without network or script, to be mailed.
void swap_html(
	const struct workspace *ws, const struct swap_result *result, struct buf *out);
// docs/schema/swap.schema.json: all claims.
void swap_json(
	const struct workspace *ws, const struct swap_result *result, struct buf *out);

#include "report/capture_page.h"
#include "report/claim_page.h"
#include "report/deals_page.h"
#include "report/ledger_page.h"
#include "report/market_page.h"
#include "report/moves_note.h"
#include "report/status.h"
#include "report/web_page.h"

#endif
