// roles: what a file is for us, by where it lies and what it says.
#ifndef MODEL_ROLES_H
#define MODEL_ROLES_H

#include "model/source.h"

struct role_guess {
	enum role role;
	struct str rival; // "shiftly" in competitors/shiftly/...: borrowed from the path,
			  // or from the document's arena
	bool certain;	  // content cannot change it
};

/*
 * The role that convention gives a path: competitors/<id>/, calls/, interviews/,
 * positioning/, launches/, rules/, site/, *.ics and so on; case does not count, and the
 * German names of the folders do.  Not certain where the content has a say; ROLE_OTHER
 * and not certain where only the content can tell.
 */
struct role_guess role_of_path(struct str path);
/*
 * The role of a document, given what its path says.  A card about a competitor, a canvas,
 * an interview and a transcript are known by what stands in them wherever they lie; any
 * other page, document or deck is our own copy.
 */
struct role_guess role_of_doc(struct role_guess by_path, const struct doc *doc);
// The same for YAML: a launch, a drawing of relationships, a style rule; else ROLE_OTHER.
struct role_guess role_of_yaml(
	struct role_guess by_path, struct str path, struct str bytes);

/*
 * When a document was said or seen: its front matter, then the day its page was
 * published, then its file name, then the day it was last changed in its program.  A page
 * of a competitor is dated by its file name first: that is the day it was saved.  No date
 * if none of them says; a file's own time is the caller's to add.
 */
struct date date_of_doc(const struct doc *doc);
// The last day on which a page of a competitor was seen to say the same, as `candor
// capture` notes it; no date if it did not, or if the day is not after `said`.
struct date date_seen_of_doc(const struct doc *doc, struct date said);
// Its title: metadata, else its title or first heading, else the file's name without
// suffix.
struct str title_of_doc(const struct doc *doc);

/*
 * Of several files in one folder whose names differ only in a date or a version number,
 * only the newest is in force: the others become history, and a competitor's pages
 * are marked as earlier ones.  Also the canvases: the newest
 * is in force.  Sources in any order; O(n).
 */
void roles_settle(struct source *sources, size_t count, struct arena *a);

/*
 * The path without what a version changes: "site/2025-03-home.html" and
 * "site/2025-09-home.html" are "site/-home.html", "deck-v6.pptx" and "deck-v7.pptx" are
 * "deck-v.pptx".  Empty if the name carries neither a date nor a version;
 * *version is the number then, else 0.
 */
struct str path_unversioned(struct str path, struct arena *a, int64_t *version);

#endif
