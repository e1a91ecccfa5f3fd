// formats: the files of a workspace, in the order in which a newcomer meets them.
#ifndef MODEL_FORMATS_H
#define MODEL_FORMATS_H

#include "model/record.h"

/*
 * One file of the workspace: what it is, what it unlocks, and an example of it.  Tables
 * take the rest from their record kind; deals and documents stand here.
 */
struct workspace_file {
	const char *path;    // where convention puts it: "positioning/positioning.md"
	const char *kind;    // the record kind's name; NULL for documents and deals
	const char *gives;   // one line; NULL: the kind's
	const char *unlocks; // "F01 F04"; NULL: the kind's
	const char
		*example; // header and three rows, or a short document; NULL: the kind's
};

extern const struct workspace_file workspace_files[]; // ended by a NULL path

// By path, by file name or by kind: "deals.csv", "claims", "positioning.md"; NULL if
// none.
const struct workspace_file *workspace_file_find(struct str name);
// The entry whole: what its kind says is filled in.
struct workspace_file workspace_file_whole(const struct workspace_file *file);

// The section of docs/formats.md on the files of a workspace, as Markdown.
void formats_write(struct buf *out);
// One file as text for `candor help files NAME`; all of them as a list when name is
// empty. False when there is no such file.
bool formats_help(struct str name, struct buf *out);

#endif
