// record_snapshots: what changed between two states of a deal.
#ifndef MODEL_RECORD_SNAPSHOTS_H
#define MODEL_RECORD_SNAPSHOTS_H

#include "model/records.h"

/*
 * Appends to r->history what differs between the snapshots of each deal, oldest first:
 * stage, amount and close date; the first snapshot has empty old values.  Leaves
 * r->snapshots empty, so that a second call adds nothing.
 */
void snapshots_to_history(struct records *r, struct arena *a);

#endif
