// run: opening the workspace for a command: where it is, progress while it is read, and
// an honest interruption.
#ifndef CLI_RUN_H
#define CLI_RUN_H

#include "cli/cli.h"

bool run_interrupted(void); // whether Ctrl-C came
void run_close(void);	    // gives back what cli_workspace opened

#endif
