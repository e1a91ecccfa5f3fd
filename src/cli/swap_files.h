// swap_files: what `candor swap` tests, and against whom, from the words given to it.
#ifndef CLI_SWAP_FILES_H
#define CLI_SWAP_FILES_H

#include "cli/cli.h"

/*
 * The texts named on the command line, and standard input, as set 0 of `l`.  Nothing is
 * named and nothing is piped: no document, and the workspace itself is meant.
 */
bool swap_files_ours(struct cli *cli, struct loose *l, struct error *err);
/*
 * Two-file mode: our texts against the files and folders given with --theirs.  Fills `ws`
 * without touching the disk; *said tells which names were taken and from where.
 */
bool swap_files_pair(struct cli *cli, struct loose *l, struct workspace *ws,
	struct str *said, struct error *err);
// Our name where no candor.yaml says it; *said is empty if none was needed or found.
void swap_files_name(
	struct cli *cli, const struct loose *l, struct workspace *ws, struct str *said);

#endif
