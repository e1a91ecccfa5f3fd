// help: every word of help is printed from the tables.
#ifndef CLI_HELP_H
#define CLI_HELP_H

#include "cli/cli.h"

void help_overview(struct buf *out);
void help_command(const struct command *command, size_t columns, struct buf *out);
void help_reference(struct buf *out); // docs/reference.md
void help_man(struct buf *out);	      // candor.1 in roff
bool help_completion(const char *shell, struct buf *out, struct error *err);

#endif
