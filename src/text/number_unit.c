#include "text/number_unit.h"

#include "text/list.h"

static const struct unit UNITS[] = {
	{ "percent prozent percentage pct", MEASURE_PERCENT, 1 },
	{ "x times fold mal fach", MEASURE_TIMES, 1 },
	{ "ms msec millisecond milliseconds millisekunde millisekunden", MEASURE_SECONDS,
		1e-3 },
	{ "µs microsecond microseconds", MEASURE_SECONDS, 1e-6 },
	{ "s sec secs second seconds sekunde sekunden", MEASURE_SECONDS, 1 },
	{ "min mins minute minutes minuten", MEASURE_SECONDS, 60 },
	{ "h hr hrs hour hours std stunde stunden", MEASURE_SECONDS, 3600 },
	{ "d day days tag tage tagen", MEASURE_SECONDS, 86400 },
	{ "week weeks woche wochen", MEASURE_SECONDS, 604800 },
	{ "month months monat monate monaten", MEASURE_SECONDS, 2629800 },
	{ "year years yr yrs jahr jahre jahren", MEASURE_SECONDS, 31557600 },
	{ "b byte bytes", MEASURE_BYTES, 1 },
	{ "kb kib", MEASURE_BYTES, 1e3 },
	{ "mb mib megabyte megabytes", MEASURE_BYTES, 1e6 },
	{ "gb gib gigabyte gigabytes", MEASURE_BYTES, 1e9 },
	{ "tb tib terabyte terabytes", MEASURE_BYTES, 1e12 },
	{ "pb pib petabyte petabytes", MEASURE_BYTES, 1e15 },
	{ "usd dollar dollars eur euro euros gbp pound pounds chf franken", MEASURE_MONEY,
		1 },
};

static const struct {
	const char *words;
	double value;
} SCALES[] = {
	{ "hundred hundert", 1e2 },
	{ "k tsd thousand tausend", 1e3 },
	{ "m mio mill million millions millionen", 1e6 },
	{ "bn mrd billion billions milliarde milliarden", 1e9 },
	{ "trillion trillions billionen", 1e12 },
};

// Sorted bytewise.
static const struct {
	struct str word;
	double value;
	bool vague;
} NUMBERS[] = {
	{ STR_INIT("acht"), 8, false },
	{ STR_INIT("billion"), 1e9, false },
	{ STR_INIT("billions"), 1e9, true },
	{ STR_INIT("dozens"), 12, true },
	{ STR_INIT("drei"), 3, false },
	{ STR_INIT("dreißig"), 30, false },
	{ STR_INIT("dutzende"), 12, true },
	{ STR_INIT("dutzenden"), 12, true },
	{ STR_INIT("eight"), 8, false },
	{ STR_INIT("eleven"), 11, false },
	{ STR_INIT("elf"), 11, false },
	{ STR_INIT("fifty"), 50, false },
	{ STR_INIT("five"), 5, false },
	{ STR_INIT("forty"), 40, false },
	{ STR_INIT("four"), 4, false },
	{ STR_INIT("fünf"), 5, false },
	{ STR_INIT("fünfzig"), 50, false },
	{ STR_INIT("hundert"), 100, false },
	{ STR_INIT("hunderte"), 100, true },
	{ STR_INIT("hunderten"), 100, true },
	{ STR_INIT("hundred"), 100, false },
	{ STR_INIT("hundreds"), 100, true },
	{ STR_INIT("milliarden"), 1e9, true },
	{ STR_INIT("million"), 1e6, false },
	{ STR_INIT("millionen"), 1e6, true },
	{ STR_INIT("millions"), 1e6, true },
	{ STR_INIT("neun"), 9, false },
	{ STR_INIT("nine"), 9, false },
	{ STR_INIT("sechs"), 6, false },
	{ STR_INIT("seven"), 7, false },
	{ STR_INIT("sieben"), 7, false },
	{ STR_INIT("six"), 6, false },
	{ STR_INIT("tausend"), 1000, false },
	{ STR_INIT("tausende"), 1000, true },
	{ STR_INIT("tausenden"), 1000, true },
	{ STR_INIT("ten"), 10, false },
	{ STR_INIT("thirty"), 30, false },
	{ STR_INIT("thousand"), 1000, false },
	{ STR_INIT("thousands"), 1000, true },
	{ STR_INIT("three"), 3, false },
	{ STR_INIT("trillions"), 1e12, true },
	{ STR_INIT("twelve"), 12, false },
	{ STR_INIT("twenty"), 20, false },
	{ STR_INIT("two"), 2, false },
	{ STR_INIT("vier"), 4, false },
	{ STR_INIT("vierzig"), 40, false },
	{ STR_INIT("zehn"), 10, false },
	{ STR_INIT("zwanzig"), 20, false },
	{ STR_INIT("zwei"), 2, false },
	{ STR_INIT("zwölf"), 12, false },
};

static const struct {
	const char *words, *code;
} CURRENCIES[] = {
	{ "$ us$ usd dollar dollars", "USD" },
	{ "€ eur euro euros", "EUR" },
	{ "£ gbp pound pounds", "GBP" },
	{ "chf franken", "CHF" },
};

const struct unit *unit_of(struct str folded)
{
	for (size_t i = 0; i < COUNT(UNITS); i++)
		if (list_has(UNITS[i].words, folded))
			return &UNITS[i];
	return NULL;
}

double scale_of(struct str folded)
{
	for (size_t i = 0; i < COUNT(SCALES); i++)
		if (list_has(SCALES[i].words, folded))
			return SCALES[i].value;
	return 0;
}

double number_word(struct str folded, bool *vague)
{
	size_t low = 0, high = COUNT(NUMBERS);
	while (low < high) {
		const size_t middle = low + (high - low) / 2;
		const int order = str_cmp(NUMBERS[middle].word, folded);
		if (!order) {
			*vague = NUMBERS[middle].vague;
			return NUMBERS[middle].value;
		}
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return 0;
}

const char *currency_of(struct str folded)
{
	for (size_t i = 0; i < COUNT(CURRENCIES); i++)
		if (list_has(CURRENCIES[i].words, folded))
			return CURRENCIES[i].code;
	return NULL;
}
