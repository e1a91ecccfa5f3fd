// deals: the company's deals in columns, one row a deal, as the CRM export says it.
#ifndef MODEL_DEALS_H
#define MODEL_DEALS_H

#include "model/notes.h"

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
	bool late; // filled for won deals and hardly for lost ones: written on the way to
		   // a win, so that grouping by it would explain the win with itself
};

// A column that is none of the fields below, under the name the export gives it.
struct extra_column {
	struct str name;
	struct words_column words;
	bool people; // names persons: shown like owners
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
	struct extra_column *extras; // what else the exports can be grouped by
	size_t extra_count;
	uint32_t *vendors_from; // first index into vendor_list; vendors of row i end
				// where those of i + 1 begin
	uint16_t *vendor_list; // indexes into workspace.vendors; vendors_from has count +
			       // 1 entries
	bool has_vendors;
	char currency[4];	    // of the amounts; empty if no file says
	struct date first, extract; // earliest date seen; latest date seen = where open
				    // deals are cut off
	/*
	 * Leads in one table, wins in another, losses nowhere: a rate is won of all
	 * entered, open ones included, and only a floor of what they will become.
	 */
	bool conversion;
	// Endings are on record only from here, while entries are older: what was entered
	// earlier and ended quickly is missing.  Unset if the record is whole.
	struct date recorded_from;
	int32_t longest_days; // from created to closed, of any decided deal; -1 if
			      // unknown
	int32_t usual_days; // nine of ten decided deals closed within; -1 if unknown
	bool wins_only;	    // no deal is lost: the export was filtered; no rate is said
	bool lost_without_money; // amounts are missing or 0 for most lost deals
	struct notes notes; // import notes, one sentence each: what was decided, left
			    // out, or looks wrong
};

const char *outcome_name(enum outcome_of_deal
		outcome); // "open", "won", "lost", "no decision", "disqualified"

#endif
