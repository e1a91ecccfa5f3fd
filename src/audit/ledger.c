#include "audit/ledger.h"

enum lack lack_of(const struct claim_entry *entry, struct date as_of)
{
	switch (entry->status) {
	case CLAIM_REJECTED:
		return LACK_REJECTED;
	case CLAIM_EXPIRED:
		return LACK_EXPIRED;
	case CLAIM_PROPOSED:
		return entry->evidence.len ? LACK_APPROVAL : LACK_PROOF;
	case CLAIM_APPROVED:
	case CLAIM_RESTRICTED:
	case CLAIM_STATUSES:
		break;
	}
	if (!entry->evidence.len)
		return LACK_PROOF;
	const bool over =
		date_set(entry->review_by) && entry->review_by.days < as_of.days;
	return over ? LACK_EXPIRED : LACK_NOTHING;
}
