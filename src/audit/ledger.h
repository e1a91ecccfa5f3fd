// ledger: what a row of the claims ledger is worth today.
#ifndef AUDIT_LEDGER_H
#define AUDIT_LEDGER_H

#include "audit/audit.h"

// Why a claim has no proof that stands.
enum lack {
	LACK_NOTHING,
	LACK_UNLISTED, // there is a ledger, and the claim is not in it
	LACK_PROOF,
	LACK_APPROVAL,
	LACK_EXPIRED,
	LACK_REJECTED
};

enum lack lack_of(const struct claim_entry *entry, struct date as_of); // never UNLISTED

#endif
