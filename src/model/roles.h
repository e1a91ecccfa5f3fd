// roles: what a file is for us, by where it lies and what it says.
#ifndef MODEL_ROLES_H
#define MODEL_ROLES_H

#include "model/source.h"

struct role_guess {
	enum role role;
	struct str rival; // borrowed from the path: "shiftly" in competitors/shiftly/...
	bool certain;	  // content cannot change it
};

/*
 * The role that convention gives a path: competitors/<id>/, calls/, interviews/,
 * positioning/, launches/, rules/, *.ics and so on. ROLE_OTHER and not certain where only
 * the content can tell.
 */
struct role_guess role_of_path(struct str path);
/*
 * The role of a document, given what its path says.  A card about a competitor, a canvas,
 * an interview and a transcript are known by what stands in them wherever they lie; any
 * other text is our own copy.
 */
struct role_guess role_of_doc(struct role_guess by_path, const struct doc *doc);

/*
 * When a document was said or seen: front matter, then metadata, then its file name.  No
 * date if none of them says.  Places a file's own time below all of these; the caller
 * adds it.
 */
struct date date_of_doc(const struct doc *doc);
// Its title: metadata, else the first heading, else the file's name without suffix.
struct str title_of_doc(const struct doc *doc);

/*
 * Of several dated files with one stem in one folder only the newest is in force: the
 * others become history.  Sources sorted by path; O(n log n).
 */
void roles_settle(struct source *sources, size_t count, struct arena *a);

#endif
