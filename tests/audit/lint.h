// lint: the wording rules of every sentence that a reader sees.
#ifndef TESTS_AUDIT_LINT_H
#define TESTS_AUDIT_LINT_H

#include "audit/audit.h"

// What is wrong with a sentence of ours, NULL if nothing; what it quotes is not ours.
const char *lint(struct str sentence);
// Fails the running test with the text and the reason.
void lint_findings(const struct findings *list);

#endif
