// vendors: competitors, alternatives and ourselves under all the names people write them.
#ifndef MODEL_VENDORS_H
#define MODEL_VENDORS_H

#include "model/config.h"

enum vendor_kind {
	VENDOR_RIVAL,	    // a company that sells
	VENDOR_ALTERNATIVE, // what the buyer does instead: nothing, spreadsheets, own
			    // build
	VENDOR_US,
};

struct vendor {
	struct str id; // kebab-case
	struct str name;
	struct str *aliases; // other spellings, without id and name
	size_t alias_count;
	size_t alias_room;
	enum vendor_kind kind;
	bool configured; // named in candor.yaml or by a folder; else found in the data
};

struct vendors {
	struct arena *arena;
	struct vendor *at; // ourselves first if known, then configured ones, then found
			   // ones in order of appearance
	size_t count;
	size_t room;
	struct map spellings; // folded spelling -> position in `owner`
	uint32_t *owner;      // vendor index per spelling
	size_t owner_room;
};

// Ourselves, then the rivals and alternatives of candor.yaml.  Everything lives in `a`.
void vendors_init(struct vendors *v, struct arena *a, const struct config *c);

enum { VENDORS_PER_CELL = 16 };

/*
 * What a competitor cell names: "opsgrid; sharepoint", "Acme + Beta", "None
 * (greenfield)", "Basecamp (the product)". Unknown names become new vendors (kind decided
 * by the built-in list of alternatives); blank cells name nobody. Writes at most
 * VENDORS_PER_CELL distinct indexes in order of appearance and returns how many.
 */
size_t vendors_in_cell(
	struct vendors *v, struct str cell, uint16_t out[VENDORS_PER_CELL]);
// The vendor of one spelling, or MAP_NONE; never adds.  Case, spaces, hyphens and legal
// forms do not count.
size_t vendors_find(const struct vendors *v, struct str spelling);
// Whether a review, say, is about ourselves: our name, another spelling, a product.
bool vendors_is_us(const struct vendors *v, struct str spelling);
// The new vendor, or the one that has this name already; MAP_NONE beyond 20,000 names.
// An empty id is made from the name.
size_t vendors_add(struct vendors *v, struct str id, struct str name,
	enum vendor_kind kind, bool configured);
// Another spelling; one that is known already stays with its vendor.
void vendors_alias(struct vendors *v, size_t vendor, struct str spelling);

#endif
