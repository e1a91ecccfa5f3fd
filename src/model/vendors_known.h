// vendors_known: names that are no vendor: blanks, and what buyers do instead of buying;
// private to model.
#ifndef MODEL_VENDORS_KNOWN_H
#define MODEL_VENDORS_KNOWN_H

#include "model/vendors.h"

// One way of doing without any vendor.
struct alternative {
	struct str id, name;
};

enum {
	VENDOR_KEY_MAX = 128,
	VENDOR_WORDS_MAX = 12,
	VENDOR_ID_MAX = VENDOR_KEY_MAX + VENDOR_WORDS_MAX,
};

/*
 * A spelling without what people write differently: case, spaces, hyphens, "and", a
 * leading "the", legal forms ("Inc", "GmbH & Co. KG") and ".com" at the end.  Writes at
 * most VENDOR_KEY_MAX bytes; empty if there is no letter or digit.
 */
struct str vendor_key(struct str spelling, char out[VENDOR_KEY_MAX]);

// The same words with hyphens between them: "Ops Grid, Inc." is "ops-grid".
struct str vendor_id(struct str spelling, char out[VENDOR_ID_MAX]);

// Those below take keys.
bool vendor_is_blank(struct str key);	// "n/a", "unknown", "other", "no competitor"
bool vendor_is_generic(struct str key); // "incumbent", "other": look into the brackets
const struct alternative *vendor_alternative(struct str key); // NULL if it is none
// The same, also by a telling first or last word: "Microsoft 365 bundle".
const struct alternative *vendor_alternative_like(struct str key);

#endif
