// output: where the bytes of a command go: a file, a terminal with a pager, a pipe.
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include "cli/cli.h"

// Width, colour and character set of standard output, from options, environment and the
// terminal.
bool output_look(struct cli *cli, struct error *err);
// Writes cli->out to -o or standard output, through a pager where that helps.  A closed
// pipe is no error.
bool output_write(struct cli *cli, struct error *err);

#endif
