// web_words: the words behind `candor web` that write or read what was given.
#ifndef CLI_WEB_WORDS_H
#define CLI_WEB_WORDS_H

#include "cli/web_ask.h"

// candor web give --to F "what": adds a row to web/ledger.csv.
int web_give(struct cli *cli, struct web_ask *ask, struct error *err);
// candor web ledger: what was given, asked, and what came after.
int web_ledger(struct cli *cli, struct web_ask *ask, struct error *err);
// candor web --write: the first page of each move, below outputs/.
int web_write(struct cli *cli, struct web_ask *ask, struct error *err);

#endif
