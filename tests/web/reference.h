// reference: comparing with numbers another program wrote, saying both when they differ.
#ifndef TESTS_WEB_REFERENCE_H
#define TESTS_WEB_REFERENCE_H

#include <cjson/cJSON.h>
#include <math.h>

#include "test.h"

static inline void near_by(double got, double want, double room, const char *what)
{
	if (!(fabs(got - want) <= room))
		fail_msg("%s: got %.17g, want %.17g", what, got, want);
}

#define NEAR_BY(got, want, room) near_by((got), (want), (room), #got " = " #want)

static inline const cJSON *get(const cJSON *from, const char *key)
{
	const cJSON *found = cJSON_GetObjectItemCaseSensitive(from, key);
	if (!found)
		fail_msg("the reference has no \"%s\"", key);
	return found;
}

static inline double number(const cJSON *from, const char *key)
{
	assert_true(cJSON_IsNumber(get(from, key)));
	return get(from, key)->valuedouble;
}

static inline double item(const cJSON *array, size_t i)
{
	const cJSON *found = cJSON_GetArrayItem(array, (int)i);
	assert_true(cJSON_IsNumber(found));
	return found->valuedouble;
}

static inline double cell(const cJSON *table, size_t row, size_t column)
{
	return item(cJSON_GetArrayItem(table, (int)row), column);
}

#endif
