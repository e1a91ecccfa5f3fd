// checklist: the functions most companies have, and what they are called there.
#ifndef WEB_CHECKLIST_H
#define WEB_CHECKLIST_H

#include "traffic/traffic.h"

enum usual {
	USUAL_PRODUCT,
	USUAL_ENGINEERING,
	USUAL_SALES,
	USUAL_SDR,
	USUAL_SUCCESS,
	USUAL_SUPPORT,
	USUAL_MARKETING,
	USUAL_CONTENT,
	USUAL_OPERATIONS,
	USUAL_FINANCE,
	USUAL_LEGAL,
	USUAL_PARTNERS,
	USUAL_PEOPLE,
	USUAL_LEADERSHIP,
	USUAL_PMM, // who asks; its absence is not asked about
	USUAL_COUNT
};

// "Customer success", ...
struct str usual_title(enum usual u);
// What a function's id or name means: "cs", "Customer Success", "csm" are one.
// USUAL_COUNT for any other.
enum usual usual_of(struct str name);

/*
 * The function somebody means by `name`: equal id or name, else the only one with the
 * same usual meaning.  UINT32_MAX if there is none or more than one.
 */
uint32_t function_find(const struct web_traffic *traffic, struct str name);

#endif
