// Zones by name, for calendars that name one and do not define it.
#include "read/ics_zone.h"

enum { FIRST_YEAR = 1970, LAST_YEAR = 2200 };

// When clocks change.  From the IANA time zone database as of 2025; rules of today.
enum change { NEVER, EUROPE, AMERICA, AUSTRALIA, NEW_ZEALAND, CHILE, ISRAEL, EGYPT };

static const struct named {
	struct str name;
	int minutes; // east of UTC in winter
	enum change change;
} ZONES[] = {
	{ STR_INIT("UTC"), 0, NEVER },
	{ STR_INIT("Etc/GMT"), 0, NEVER },
	{ STR_INIT("GMT"), 0, NEVER },
	{ STR_INIT("Etc/UTC"), 0, NEVER },
	{ STR_INIT("Europe/London"), 0, EUROPE },
	{ STR_INIT("Europe/Dublin"), 0, EUROPE },
	{ STR_INIT("Europe/Lisbon"), 0, EUROPE },
	{ STR_INIT("Europe/Berlin"), 60, EUROPE },
	{ STR_INIT("Europe/Paris"), 60, EUROPE },
	{ STR_INIT("Europe/Madrid"), 60, EUROPE },
	{ STR_INIT("Europe/Rome"), 60, EUROPE },
	{ STR_INIT("Europe/Amsterdam"), 60, EUROPE },
	{ STR_INIT("Europe/Brussels"), 60, EUROPE },
	{ STR_INIT("Europe/Luxembourg"), 60, EUROPE },
	{ STR_INIT("Europe/Vienna"), 60, EUROPE },
	{ STR_INIT("Europe/Zurich"), 60, EUROPE },
	{ STR_INIT("Europe/Stockholm"), 60, EUROPE },
	{ STR_INIT("Europe/Oslo"), 60, EUROPE },
	{ STR_INIT("Europe/Copenhagen"), 60, EUROPE },
	{ STR_INIT("Europe/Warsaw"), 60, EUROPE },
	{ STR_INIT("Europe/Prague"), 60, EUROPE },
	{ STR_INIT("Europe/Bratislava"), 60, EUROPE },
	{ STR_INIT("Europe/Budapest"), 60, EUROPE },
	{ STR_INIT("Europe/Belgrade"), 60, EUROPE },
	{ STR_INIT("Europe/Zagreb"), 60, EUROPE },
	{ STR_INIT("Europe/Ljubljana"), 60, EUROPE },
	{ STR_INIT("Europe/Helsinki"), 120, EUROPE },
	{ STR_INIT("Europe/Athens"), 120, EUROPE },
	{ STR_INIT("Europe/Bucharest"), 120, EUROPE },
	{ STR_INIT("Europe/Sofia"), 120, EUROPE },
	{ STR_INIT("Europe/Kiev"), 120, EUROPE },
	{ STR_INIT("Europe/Kyiv"), 120, EUROPE },
	{ STR_INIT("Europe/Vilnius"), 120, EUROPE },
	{ STR_INIT("Europe/Riga"), 120, EUROPE },
	{ STR_INIT("Europe/Tallinn"), 120, EUROPE },
	{ STR_INIT("Europe/Istanbul"), 180, NEVER },
	{ STR_INIT("Europe/Moscow"), 180, NEVER },
	{ STR_INIT("America/New_York"), -300, AMERICA },
	{ STR_INIT("America/Detroit"), -300, AMERICA },
	{ STR_INIT("America/Toronto"), -300, AMERICA },
	{ STR_INIT("US/Eastern"), -300, AMERICA },
	{ STR_INIT("America/Chicago"), -360, AMERICA },
	{ STR_INIT("US/Central"), -360, AMERICA },
	{ STR_INIT("America/Winnipeg"), -360, AMERICA },
	{ STR_INIT("America/Denver"), -420, AMERICA },
	{ STR_INIT("US/Mountain"), -420, AMERICA },
	{ STR_INIT("America/Edmonton"), -420, AMERICA },
	{ STR_INIT("America/Phoenix"), -420, NEVER },
	{ STR_INIT("America/Los_Angeles"), -480, AMERICA },
	{ STR_INIT("US/Pacific"), -480, AMERICA },
	{ STR_INIT("America/Vancouver"), -480, AMERICA },
	{ STR_INIT("America/Anchorage"), -540, AMERICA },
	{ STR_INIT("Pacific/Honolulu"), -600, NEVER },
	{ STR_INIT("America/Halifax"), -240, AMERICA },
	{ STR_INIT("America/Sao_Paulo"), -180, NEVER },
	{ STR_INIT("America/Buenos_Aires"), -180, NEVER },
	{ STR_INIT("America/Argentina/Buenos_Aires"), -180, NEVER },
	{ STR_INIT("America/Bogota"), -300, NEVER },
	{ STR_INIT("America/Lima"), -300, NEVER },
	{ STR_INIT("America/Mexico_City"), -360, NEVER },
	{ STR_INIT("America/Santiago"), -240, CHILE },
	{ STR_INIT("Africa/Cairo"), 120, EGYPT },
	{ STR_INIT("Africa/Johannesburg"), 120, NEVER },
	{ STR_INIT("Africa/Lagos"), 60, NEVER },
	{ STR_INIT("Africa/Nairobi"), 180, NEVER },
	{ STR_INIT("Asia/Jerusalem"), 120, ISRAEL },
	{ STR_INIT("Asia/Dubai"), 240, NEVER },
	{ STR_INIT("Asia/Riyadh"), 180, NEVER },
	{ STR_INIT("Asia/Karachi"), 300, NEVER },
	{ STR_INIT("Asia/Kolkata"), 330, NEVER },
	{ STR_INIT("Asia/Calcutta"), 330, NEVER },
	{ STR_INIT("Asia/Dhaka"), 360, NEVER },
	{ STR_INIT("Asia/Bangkok"), 420, NEVER },
	{ STR_INIT("Asia/Ho_Chi_Minh"), 420, NEVER },
	{ STR_INIT("Asia/Jakarta"), 420, NEVER },
	{ STR_INIT("Asia/Shanghai"), 480, NEVER },
	{ STR_INIT("Asia/Hong_Kong"), 480, NEVER },
	{ STR_INIT("Asia/Singapore"), 480, NEVER },
	{ STR_INIT("Asia/Manila"), 480, NEVER },
	{ STR_INIT("Asia/Taipei"), 480, NEVER },
	{ STR_INIT("Australia/Perth"), 480, NEVER },
	{ STR_INIT("Asia/Tokyo"), 540, NEVER },
	{ STR_INIT("Asia/Seoul"), 540, NEVER },
	{ STR_INIT("Australia/Adelaide"), 570, AUSTRALIA },
	{ STR_INIT("Australia/Brisbane"), 600, NEVER },
	{ STR_INIT("Australia/Sydney"), 600, AUSTRALIA },
	{ STR_INIT("Australia/Melbourne"), 600, AUSTRALIA },
	{ STR_INIT("Pacific/Auckland"), 720, NEW_ZEALAND },
	// Windows names, from the mapping of the Unicode CLDR.
	{ STR_INIT("GMT Standard Time"), 0, EUROPE },
	{ STR_INIT("W. Europe Standard Time"), 60, EUROPE },
	{ STR_INIT("Central Europe Standard Time"), 60, EUROPE },
	{ STR_INIT("Romance Standard Time"), 60, EUROPE },
	{ STR_INIT("Central European Standard Time"), 60, EUROPE },
	{ STR_INIT("FLE Standard Time"), 120, EUROPE },
	{ STR_INIT("GTB Standard Time"), 120, EUROPE },
	{ STR_INIT("Turkey Standard Time"), 180, NEVER },
	{ STR_INIT("Russian Standard Time"), 180, NEVER },
	{ STR_INIT("US Mountain Standard Time"), -420, NEVER },
	{ STR_INIT("Eastern Standard Time"), -300, AMERICA },
	{ STR_INIT("Central Standard Time"), -360, AMERICA },
	{ STR_INIT("Mountain Standard Time"), -420, AMERICA },
	{ STR_INIT("Pacific Standard Time"), -480, AMERICA },
	{ STR_INIT("E. South America Standard Time"), -180, NEVER },
	{ STR_INIT("Arabian Standard Time"), 240, NEVER },
	{ STR_INIT("India Standard Time"), 330, NEVER },
	{ STR_INIT("China Standard Time"), 480, NEVER },
	{ STR_INIT("Singapore Standard Time"), 480, NEVER },
	{ STR_INIT("Tokyo Standard Time"), 540, NEVER },
	{ STR_INIT("AUS Eastern Standard Time"), 600, AUSTRALIA },
	{ STR_INIT("New Zealand Standard Time"), 720, NEW_ZEALAND },
};

/*
 * Both changes of a year, to summer and to winter: on the first `weekday` (0 = Monday)
 * of the month that is not before `day`, at `hour` of the clock that is about to change,
 * or of UTC.
 */
static const struct changes {
	int month[2], day[2], weekday[2], hour[2];
	bool utc;
} CHANGES[] = {
	[EUROPE] = { { 3, 10 }, { 25, 25 }, { 6, 6 }, { 1, 1 }, true },
	[AMERICA] = { { 3, 11 }, { 8, 1 }, { 6, 6 }, { 2, 2 }, false },
	[AUSTRALIA] = { { 10, 4 }, { 1, 1 }, { 6, 6 }, { 2, 3 }, false },
	[NEW_ZEALAND] = { { 9, 4 }, { 24, 1 }, { 6, 6 }, { 2, 3 }, false },
	[CHILE] = { { 9, 4 }, { 2, 2 }, { 6, 6 }, { 0, 0 }, false },
	[ISRAEL] = { { 3, 10 }, { 23, 25 }, { 4, 6 }, { 2, 2 }, false },
	[EGYPT] = { { 4, 10 }, { 24, 25 }, { 4, 3 }, { 0, 24 }, false },
};

static void add_year(
	struct ics_zone *z, const struct named *named, int year, struct arena *a)
{
	const struct changes *c = &CHANGES[named->change];
	int32_t winter = named->minutes * 60, summer = winter + 3600;
	for (size_t i = 0; i < 2; i++) {
		int32_t from = i ? summer : winter, to = i ? winter : summer;
		struct date day = date_of(year, c->month[i], c->day[i]);
		day.days += (c->weekday[i] - date_weekday(day) + 7) % 7;
		int64_t wall = ics_wall_of(day) + (int64_t)c->hour[i] * 3600;
		ics_zone_onset(
			z, (struct ics_onset){ wall + (c->utc ? from : 0), from, to }, a);
	}
}

// Whether `full` ends in `name`, as a whole: "Pacific Standard Time" is not
// "West Pacific Standard Time".
static bool is_named(struct str full, struct str name)
{
	if (!str_ends_nocase(full, name))
		return false;
	char before = full.len > name.len ? full.at[full.len - name.len - 1] : '/';
	return before == '/' || before == '_' || before == '"';
}

bool ics_zone_named(struct str name, int64_t to, struct ics_zone *z, struct arena *a)
{
	const struct named *found = NULL;
	for (size_t i = 0; i < COUNT(ZONES) && !found; i++)
		if (is_named(name, ZONES[i].name))
			found = &ZONES[i];
	if (!found)
		return false;
	int32_t winter = found->minutes * 60;
	int64_t first = ics_wall_of(date_of(FIRST_YEAR, 1, 1));
	ics_zone_onset(z, (struct ics_onset){ first, winter, winter }, a);
	for (int year = FIRST_YEAR; found->change && year <= LAST_YEAR; year++) {
		if (ics_wall_of(date_of(year, 1, 1)) > to)
			break;
		add_year(z, found, year, a);
	}
	ics_zone_sort(z);
	return true;
}
