// brief_parts: what brief_make is put together from.
#ifndef AUDIT_BRIEF_PARTS_H
#define AUDIT_BRIEF_PARTS_H

#include "audit/audit.h"

// Severity, then money at stake x certainty x age, then the order of the table.
void findings_sort(struct findings *list, struct date as_of);
// Findings with the same root become one: the first keeps its sentence and gets the
// others' behind its detail.
void findings_fold(struct findings *list, struct arena *a);
// The entry of candor.yaml that asks not to hear it today, or NULL.
const struct silence *silence_of(const struct workspace *ws, const struct finding *f);

// Vital signs that the files allow; fills at most COUNT(out->signs).
void signs_make(const struct facts *facts, struct brief *out);
// Good news under the same rules as bad news, surest first.
void working_find(const struct facts *facts, struct findings *out);

#endif
