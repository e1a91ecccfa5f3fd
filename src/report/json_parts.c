#include "report/json_parts.h"

void json_put_safe(struct json *j, struct arena *a, const char *key, struct str s)
{
	json_put_str(j, key, utf8_safe(a, s, TEXT_MAX));
}

void json_put_date(struct json *j, struct arena *a, const char *key, struct date d)
{
	json_key(j, key);
	if (date_set(d))
		json_str(j, date_str(a, d));
	else
		json_null(j);
}

// The two numbers of a place under the names they have in that kind.
void json_put_place(
	struct json *j, struct arena *a, const char *key, const struct evidence *e)
{
	static const struct {
		const char *major, *minor;
	} NAMES[PLACE_COUNT] = {
		[PLACE_LINE] = { "line", "column" },
		[PLACE_SLIDE] = { "slide", "shape" },
		[PLACE_PAGE] = { "page", "line" },
		[PLACE_TIME] = { "ms", "line" },
		[PLACE_ROW] = { "row", NULL },
		[PLACE_PARAGRAPH] = { "paragraph", NULL },
	};
	const enum place_kind kind = e->place.kind;
	json_key(j, key);
	json_object(j);
	json_put_str(j, "kind", str_of(place_name(kind)));
	json_put_int(j, NAMES[kind].major, e->place.major);
	if (NAMES[kind].minor)
		json_put_int(j, NAMES[kind].minor, e->place.minor);
	if (kind == PLACE_ROW && e->column.len)
		json_put_str(j, "column", utf8_safe(a, e->column, TEXT_MAX));
	json_end(j);
}

void json_put_evidence(struct json *j, struct arena *a, const char *key,
	const struct evidence *evidence, size_t count)
{
	json_key(j, key);
	json_array(j);
	for (size_t i = 0; i < count; i++) {
		const struct evidence *e = &evidence[i];
		json_object(j);
		json_put_safe(j, a, "path", e->path);
		json_put_place(j, a, "place", e);
		json_put_str(j, "quote", utf8_safe(a, e->quote, QUOTE_MAX));
		json_put_safe(j, a, "note", e->note);
		json_put_date(j, a, "date", e->date);
		json_put_str(j, "witness", str_of(witness_name(e->witness)));
		json_put_date(j, a, "captured", e->captured);
		json_end(j);
	}
	json_end(j);
}

const char *unit_name(enum unit unit)
{
	static const char *const NAMES[UNIT_COUNT_OF] = { "share", "count", "days",
		"money", "points" };
	return NAMES[unit];
}

void json_put_estimate(struct json *j, const char *key, const struct estimate *e)
{
	json_key(j, key);
	if (!e->n) {
		json_null(j);
		return;
	}
	json_object(j);
	json_put_double(j, "value", e->value);
	json_put_double(j, "low", e->low);
	json_put_double(j, "high", e->high);
	json_put_int(j, "n", (int64_t)e->n);
	json_put_int(j, "k", (int64_t)e->k);
	json_put_str(j, "unit", str_of(unit_name(e->unit)));
	json_put_str(j, "method", str_of(e->method));
	json_end(j);
}

void json_open_read(struct json *j, const struct workspace *ws)
{
	size_t skipped = 0;
	for (size_t i = 0; i < ws->source_count; i++)
		skipped += ws->sources[i].state == SOURCE_SKIPPED;
	json_key(j, "read");
	json_object(j);
	json_put_int(j, "files", (int64_t)ws->source_count);
	json_put_int(j, "skipped", (int64_t)skipped);
}

void json_put_list(struct json *j, const char *key, const char *words)
{
	struct str rest = str_of(words), one;
	json_key(j, key);
	json_array(j);
	while (str_split(&rest, ';', &one))
		json_str(j, one);
	json_end(j);
}
