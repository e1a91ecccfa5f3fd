// period: the stretch of days that an objective's period means.
#ifndef MODEL_PERIOD_H
#define MODEL_PERIOD_H

#include "model/config.h"

struct period {
	struct date from, to; // both belong to it
};

/*
 * "FY26", "FY2026", "FY25/26", "2025/26" and their quarters and halves ("Q3 FY26",
 * "FY26-H1") by the day on which candor.yaml says that the fiscal year begins; a fiscal
 * year is called after the year in which it ends.  "2025", "2025-Q3", "H1 2025",
 * "2025-07", "July 2025" by the calendar.  "2025-02-01 to 2026-01-31" and other two
 * days or months with "to", "until", "bis", "..", "/" or a dash between.  "2025/26" means
 * nothing where the fiscal year is the calendar's.  False for anything else.
 */
bool period_parse(struct str s, const struct config *c, struct period *out);

#endif
