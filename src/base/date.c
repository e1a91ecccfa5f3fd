#include "base/date.h"

#include <string.h>

static bool is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int month_days(int year, int month)
{
	static const int DAYS[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	return DAYS[month - 1] + (month == 2 && is_leap(year));
}

// Days from civil, after Howard Hinnant, "chrono-compatible low-level date algorithms"
// (2013).
struct date date_of(int year, int month, int day)
{
	if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 ||
		day > month_days(year, month))
		return (struct date){ 0 };
	int y = month <= 2 ? year - 1 : year;
	int era = y / 400, yoe = y - era * 400;
	int doy = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
	int doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
	return (struct date){ era * 146097 + doe + 1 };
}

void date_parts(struct date d, int *year, int *month, int *day)
{
	int z = d.days - 1, era = z / 146097, doe = z - era * 146097;
	int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int doy = doe - (365 * yoe + yoe / 4 - yoe / 100), mp = (5 * doy + 2) / 153;
	*day = doy - (153 * mp + 2) / 5 + 1;
	*month = mp < 10 ? mp + 3 : mp - 9;
	*year = yoe + era * 400 + (*month <= 2);
}

struct str date_str(struct arena *a, struct date d)
{
	int year = 0, month = 0, day = 0;
	if (!date_set(d))
		return (struct str){ 0 };
	date_parts(d, &year, &month, &day);
	return arena_fmt(a, "%04d-%02d-%02d", year, month, day);
}

static const char *const MONTHS[] = { "January", "February", "March", "April", "May",
	"June", "July", "August", "September", "October", "November", "December" };

struct str date_words(struct arena *a, struct date d)
{
	int year = 0, month = 0, day = 0;
	if (!date_set(d))
		return (struct str){ 0 };
	date_parts(d, &year, &month, &day);
	return arena_fmt(a, "%d %s %d", day, MONTHS[month - 1], year);
}

int date_weekday(struct date d)
{
	return (d.days + 1) % 7; // 0000-03-01 was a Wednesday
}

int date_quarter(struct date d)
{
	int year = 0, month = 0, day = 0;
	date_parts(d, &year, &month, &day);
	return (month - 1) / 3 + 1;
}

struct date date_month(struct date d, int months)
{
	int year = 0, month = 0, day = 0;
	date_parts(d, &year, &month, &day);
	int index = year * 12 + month - 1 + months;
	return date_of(index / 12, index % 12 + 1, 1);
}
