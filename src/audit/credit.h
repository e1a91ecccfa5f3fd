// credit: what came of other functions' work, and a note that tells them so.
#ifndef AUDIT_CREDIT_H
#define AUDIT_CREDIT_H

#include "audit/audit.h"

enum { CREDIT_SHOWN = 3, CREDIT_DAYS = 180, CREDIT_FUNCTIONS = 4, CREDIT_EVIDENCE = 4 };

/*
 * Standing lines below the truths (F24), never counted as truths.  An outcome is a
 * roadmap item that was released and has a row of use; who contributed is what its
 * market_source names, whose tickets and interviews those are, and who owns it.
 */
struct credit {
	struct str subject;			// "RM-09"
	struct str functions[CREDIT_FUNCTIONS]; // ids as the files write them; thanked
						// ones first
	size_t function_count;
	struct str sentence;
	struct str note; // ready to send
	struct evidence evidence[CREDIT_EVIDENCE];
	size_t evidence_count;
	struct date date;
};

// Newest first, at most CREDIT_SHOWN, in the arena of the workspace.
size_t credits_of(const struct workspace *ws, struct credit **out);

#endif
