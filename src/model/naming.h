// naming: what a company is probably called, from its own pages.
#ifndef MODEL_NAMING_H
#define MODEL_NAMING_H

#include "claim/claim.h"

struct copy;

enum { NAMING_ALIASES = 4 };

struct naming {
	struct str name;		    // empty if nothing speaks for one
	struct str why;			    // "12 sentences begin with it"
	struct str aliases[NAMING_ALIASES]; // "Plausible Analytics" beside "Plausible"
	size_t alias_count;
};

/*
 * Guesses a name from whose sentences begin with it ("Umami is ..."), from titles and
 * first headings, and from what the file or its folder is called (`path`, may be empty).
 * `taken` is no answer: the name of the other side.  Never an error: a wrong guess is
 * said aloud and can be corrected.  Lives in `a`.
 */
void naming_guess(const struct copy *const *copies, size_t count, struct str path,
	struct str taken, struct arena *a, struct naming *out);

#endif
