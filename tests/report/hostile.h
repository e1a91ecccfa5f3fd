// hostile: a company whose every word was written by an attacker.
#ifndef TESTS_REPORT_HOSTILE_H
#define TESTS_REPORT_HOSTILE_H

#include "tests/audit/world.h"

enum { HOSTILE_LONG = 10 * 1024 * 1024 };

// Markup, escape sequences, direction overrides, NULs and very long text in every place
// that a file can fill.
void world_hostile(struct world *w);

#endif
