// json_parts: the shapes that recur in every JSON document: place, evidence, estimate.
#ifndef REPORT_JSON_PARTS_H
#define REPORT_JSON_PARTS_H

#include "report/report.h"

enum { QUOTE_MAX = 280 };

// Text from files: made safe, at most TEXT_MAX characters.
void json_put_safe(struct json *j, struct arena *a, const char *key, struct str s);
void json_put_date(
	struct json *j, struct arena *a, const char *key, struct date d); // or null
void json_put_place(
	struct json *j, struct arena *a, const char *key, const struct evidence *e);
void json_put_evidence(struct json *j, struct arena *a, const char *key,
	const struct evidence *evidence, size_t count);
// An estimate of nothing (n = 0) is null.
void json_put_estimate(struct json *j, const char *key, const struct estimate *e);
// How many files were read and skipped: opens the object "read", which the caller ends
// when it has said what else was.
void json_open_read(struct json *j, const struct workspace *ws);
void json_put_list(struct json *j, const char *key, const char *words); // "a;b"

const char *unit_name(enum unit unit); // "share", "count", "days", ...

#endif
