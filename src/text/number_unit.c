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

static const struct {
	const char *words;
	double value;
	bool vague;
} NUMBERS[] = {
	{ "two zwei", 2, false },
	{ "three drei", 3, false },
	{ "four vier", 4, false },
	{ "five fünf", 5, false },
	{ "six sechs", 6, false },
	{ "seven sieben", 7, false },
	{ "eight acht", 8, false },
	{ "nine neun", 9, false },
	{ "ten zehn", 10, false },
	{ "eleven elf", 11, false },
	{ "twelve zwölf", 12, false },
	{ "twenty zwanzig", 20, false },
	{ "thirty dreißig", 30, false },
	{ "forty vierzig", 40, false },
	{ "fifty fünfzig", 50, false },
	{ "hundred hundert", 100, false },
	{ "thousand tausend", 1000, false },
	{ "million", 1e6, false },
	{ "billion", 1e9, false },
	{ "dozens dutzende dutzenden", 12, true },
	{ "hundreds hunderte hunderten", 100, true },
	{ "thousands tausende tausenden", 1000, true },
	{ "millions millionen", 1e6, true },
	{ "billions milliarden", 1e9, true },
	{ "trillions", 1e12, true },
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
	for (size_t i = 0; i < COUNT(NUMBERS); i++)
		if (list_has(NUMBERS[i].words, folded)) {
			*vague = NUMBERS[i].vague;
			return NUMBERS[i].value;
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
