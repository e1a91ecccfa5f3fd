// deals: the company's deals in columns, one row a deal, as the CRM export says it.
#ifndef MODEL_DEALS_H
#define MODEL_DEALS_H

#include "base/base.h"

enum outcome_of_deal {
	DEAL_OPEN,
	DEAL_WON,
	DEAL_LOST,
	DEAL_NO_DECISION,
	DEAL_DISQUALIFIED,
	DEAL_OUTCOMES
};

// A column of repeated words: word[code[i]] is row i's value; code 0 is the blank value.
struct words_column {
	struct map words; // words.keys[code - 1]
	uint32_t *code;	  // NULL when no file has the column
};

/*
 * Columns of `count` rows in order of file and row.  A column that no file has is NULL.
 * Deals that stand in several exports are here once: the newest row wins (last modified,
 * else latest close date, else later file).
 */
struct deals {
	size_t count;
	uint32_t *source; // index into workspace.sources
	uint32_t *row;	  // row number in that file
	struct str *id;	  // empty if the export has none
	uint8_t *outcome; // enum outcome_of_deal
	int64_t *cents;	  // amount; -1 where it is blank
	struct date *created;
	struct date *closed; // only for decided deals; forecasts of open ones are in
			     // `expected`
	struct date *expected;
	struct words_column account, segment, owner, stage, loss_reason, product, origin,
		type, region;
	uint32_t *vendors_from; // first index into vendor_list; vendors of row i end
				// where those of i + 1 begin
	uint16_t *vendor_list; // indexes into workspace.vendors; vendors_from has count +
			       // 1 entries
	bool has_vendors;
	char currency[4];	    // of the amounts; empty if no file says
	struct date first, extract; // earliest date seen; latest date seen = where open
				    // deals are cut off
	struct str *notes; // import notes, one sentence each: what was decided, left out,
			   // or looks wrong
	size_t note_count;
	size_t note_room;
};

const char *outcome_name(enum outcome_of_deal
		outcome); // "open", "won", "lost", "no decision", "disqualified"

#endif
