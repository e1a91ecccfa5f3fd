// options: the command line of one command, read by its table.
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include "cli/cli.h"

// argv[0] is the command's name.  Fills values and words; ERROR_USAGE names the option
// and what was expected.
bool options_read(struct cli *cli, int argc, char **argv, struct error *err);

#endif
