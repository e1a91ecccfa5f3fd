// date: civil days, and the ways in which exports write them.
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include "base/arena.h"

/*
 * A day.  `days` counts from 0000-03-01 in the proleptic Gregorian calendar, so every
 * real date is positive and the zero value means "no date".  Differences of `days` are
 * days.
 */
struct date {
	int32_t days;
};

struct date date_of(int year, int month, int day); // no date when the three make none
void date_parts(struct date d, int *year, int *month, int *day);
struct str date_str(struct arena *a, struct date d);   // "2025-11-30", or "" for no date
struct str date_words(struct arena *a, struct date d); // "30 November 2025"
// Inline, because whole columns are asked.
static inline bool date_set(struct date d)
{
	return d.days > 0;
}
int date_weekday(struct date d);		   // 0 = Monday
int date_quarter(struct date d);		   // 1 to 4, calendar
struct date date_month(struct date d, int months); // first of the month, `months` later

// In which order a column writes day and month where "03/04/2025" could be both.
enum date_order { DATE_UNSURE, DATE_DAY_FIRST, DATE_MONTH_FIRST };

/*
 * Reads ISO ("2025-11-30", with or without a time, zone or fraction), "30.11.2025",
 * "30-11-2025", "11/30/2025", "30 Nov 2025", "Nov 30, 2025", "20251130"; years of four
 * digits, or two digits meaning 1970 to 2069.  `order` decides where day and month could
 * be swapped; DATE_UNSURE then fails unless one of them is over 12.  English and German
 * month names.
 */
bool date_parse(struct str s, enum date_order order, struct date *out);
// What one value proves about its column's order: 25/11/2025 proves day first.
enum date_order date_proves(struct str s);

// "2025-11", "2025-11-30" or "20251130" inside a file name: the date seen; no date if
// none.
struct date date_in_name(struct str name);

#endif
