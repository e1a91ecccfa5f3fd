// deals_outcome: what the words of a stage, status or loss reason say of a deal's end;
// private to model.
#ifndef MODEL_DEALS_OUTCOME_H
#define MODEL_DEALS_OUTCOME_H

#include "base/base.h"

// What a word says.  MEANS_CLOSED: it ended, but not how.
enum meaning {
	MEANS_UNKNOWN,
	MEANS_OPEN,
	MEANS_WON,
	MEANS_LOST,
	MEANS_NO_DECISION,
	MEANS_DISQUALIFIED,
	MEANS_CLOSED,
};

/*
 * "Closed - Lost Not Ready / No Decision" in any case, with any dashes; English and
 * German. A stage that says nothing of the end ("Proposal") is MEANS_UNKNOWN.
 */
enum meaning outcome_word(struct str word);
// Only no decision and disqualified, of the reason for a loss: "No decision / stalled",
// "Duplicate".  "Bad fit" is why a real deal was lost, and stays unknown here.
enum meaning outcome_reason(struct str word);

enum yesno { YESNO_NONE, YESNO_NO, YESNO_YES };
// "true", "1", "yes", "ja", "x"; "false", "0", "no", "nein"; YESNO_NONE for anything
// else.
enum yesno yesno_word(struct str word);

#endif
