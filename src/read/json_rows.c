#include "read/json_rows.h"

#include <string.h>

static bool take_members(struct json_rows *j, struct str prefix, unsigned nested);

// "prefix.key"
static struct str name_of(struct json_rows *j, struct str prefix, struct str key)
{
	if (!prefix.len)
		return key;
	char *at = scratch_take(&j->scratch, prefix.len + key.len + 1);
	size_t used = 0;
	for (size_t i = 0; i < prefix.len; i++)
		at[used++] = prefix.at[i];
	at[used++] = '.';
	for (size_t i = 0; i < key.len; i++)
		at[used++] = key.at[i];
	return (struct str){ at, used };
}

// The first value of a name counts; false, and damage, when there are too many names.
static bool set_cell(struct json_rows *j, struct str name, struct str value)
{
	size_t column = map_add(&j->names, name);
	if (column >= JSON_COLUMNS_MAX)
		return error_set(&j->scan.damage, ERROR_LIMIT,
			"line %u: the rows have more than %d different keys",
			j->scan.token_line, JSON_COLUMNS_MAX);
	if (column >= j->room)
		j->cells = arena_more(
			j->names.arena, j->cells, column, &j->room, sizeof *j->cells);
	if (!j->cells[column].len)
		j->cells[column] = value;
	return true;
}

// All plain values of the list in `scan`, decoded, with "; " between them.
static struct str join(struct scratch *s, struct json_scan scan, size_t len)
{
	char *out = scratch_take(s, len * 2), *end = out, one[4];
	enum json_token token = json_scan_next(&scan);
	for (; token != JSON_CLOSE; token = json_scan_next(&scan)) {
		if (end > out) {
			*end++ = ';';
			*end++ = ' ';
		}
		while (scan.raw.len) {
			struct str piece = scan.raw;
			if (token == JSON_STRING)
				piece = json_piece(&scan.raw, one);
			else
				scan.raw.len = 0;
			memcpy(end, piece.at, piece.len);
			end += piece.len;
		}
	}
	scratch_trim(s, end);
	return (struct str){ out, (size_t)(end - out) };
}

// The object or array that was just opened, as it is written.
static bool take_raw(struct json_rows *j, enum json_token token, struct str *raw)
{
	const char *from = j->scan.raw.at;
	if (!json_scan_skip(&j->scan, token))
		return false;
	*raw = (struct str){ from, (size_t)(j->scan.raw.at + 1 - from) };
	return true;
}

static bool take_list(struct json_rows *j, struct str *value)
{
	struct json_scan inside = j->scan;
	if (!take_raw(j, JSON_OPEN_ARRAY, value))
		return false;
	struct json_scan look = inside;
	bool plain = true;
	for (enum json_token token = json_scan_next(&look); token != JSON_CLOSE && plain;
		token = json_scan_next(&look))
		plain = token != JSON_OPEN_ARRAY && token != JSON_OPEN_OBJECT;
	if (plain)
		*value = join(&j->scratch, inside, value->len);
	return true;
}

// Salesforce writes {"type": ..., "url": ...} into every record: about it, not of it.
static bool is_address(const struct json_scan *scan)
{
	struct json_scan look = *scan;
	enum json_token token = json_scan_next(&look);
	for (; token == JSON_KEY; token = json_scan_next(&look)) {
		if (!str_eq(look.raw, S("type")) && !str_eq(look.raw, S("url")))
			return false;
		if (json_scan_next(&look) != JSON_STRING)
			return false;
	}
	return token == JSON_CLOSE;
}

static bool is_envelope(struct str prefix, struct str key)
{
	return !prefix.len && (str_eq(key, S("properties")) || str_eq(key, S("fields")) ||
				      str_eq(key, S("attributes")));
}

static bool take_object(
	struct json_rows *j, struct str prefix, struct str key, unsigned nested)
{
	if (str_eq(key, S("attributes")) && is_address(&j->scan))
		return json_scan_skip(&j->scan, JSON_OPEN_OBJECT);
	if (is_envelope(prefix, key))
		return take_members(j, prefix, nested + 1);
	struct str name = name_of(j, prefix, key), raw;
	if (nested < JSON_NEST_MAX)
		return take_members(j, name, nested + 1);
	return take_raw(j, JSON_OPEN_OBJECT, &raw) && set_cell(j, name, raw);
}

static bool take_member(
	struct json_rows *j, struct str prefix, struct str key, unsigned nested)
{
	enum json_token token = json_scan_next(&j->scan);
	struct str value = j->scan.raw;
	if (token == JSON_OPEN_OBJECT)
		return take_object(j, prefix, key, nested);
	if (token == JSON_STOP || (token == JSON_OPEN_ARRAY && !take_list(j, &value)))
		return false;
	if (token == JSON_STRING)
		value = json_text(&j->scratch, value, j->scan.escaped);
	if (token == JSON_WORD && str_eq(value, S("null")))
		value = S("");
	return set_cell(j, name_of(j, prefix, key), value);
}

// The members of the object that was just opened, to its end.
static bool take_members(struct json_rows *j, struct str prefix, unsigned nested)
{
	for (;;) {
		enum json_token token = json_scan_next(&j->scan);
		if (token != JSON_KEY)
			return token == JSON_CLOSE;
		struct str key = json_text(&j->scratch, j->scan.raw, j->scan.escaped);
		if (!take_member(j, prefix, key, nested))
			return false;
	}
}

bool json_rows_next(struct json_rows *j, struct record *r)
{
	scratch_clear(&j->scratch);
	for (size_t i = 0; i < j->names.count; i++)
		j->cells[i] = (struct str){ 0 };
	enum json_token token = json_scan_next(&j->scan);
	if (token == JSON_STOP || token == JSON_CLOSE)
		return false;
	*r = (struct record){ .number = j->number++, .line = j->scan.token_line };
	if (token != JSON_OPEN_OBJECT)
		return error_set(&j->scan.damage, ERROR_FORMAT,
			"line %u: expected an object, as the rows before it are",
			j->scan.token_line);
	if (!take_members(j, (struct str){ 0 }, 0))
		return false;
	r->cells = j->cells;
	r->count = j->names.count;
	return true;
}

static bool next_is_object(const struct json_scan *scan)
{
	struct json_scan look = *scan;
	return json_scan_next(&look) == JSON_OPEN_OBJECT;
}

// Moves to the first array of objects among the members of the object just opened.
static bool find_member(struct json_scan *scan)
{
	enum json_token token = json_scan_next(scan);
	for (; token == JSON_KEY; token = json_scan_next(scan)) {
		token = json_scan_next(scan);
		if (token == JSON_OPEN_ARRAY && next_is_object(scan))
			return true;
		if (!json_scan_skip(scan, token))
			return false;
	}
	return false;
}

// Leaves the scan before the first object of the list.
static bool find_list(struct json_rows *j, bool lines)
{
	struct json_scan start = j->scan;
	enum json_token token = json_scan_next(&j->scan);
	if (token != JSON_OPEN_OBJECT)
		return token == JSON_OPEN_ARRAY;
	struct json_scan inside = j->scan;
	if (!json_scan_skip(&j->scan, token))
		return false;
	j->lines = lines || !json_scan_ended(&j->scan);
	j->scan = j->lines ? start : inside;
	return j->lines || find_member(&j->scan);
}

static bool refuse(const struct json_rows *j, struct error *err)
{
	const struct error *damage = &j->scan.damage;
	if (damage->code)
		return error_set(err, damage->code, "%s", damage->text);
	return error_set(err, ERROR_FORMAT, "holds no list of objects to read rows from");
}

bool json_rows_open(struct json_rows *j, struct str text, bool lines, struct arena *a,
	struct error *err)
{
	*j = (struct json_rows){
		.scan = { .text = text, .line = 1 },
		.names.arena = a,
		.scratch.arena = a,
		.number = 2,
	};
	struct record r;
	if (!find_list(j, lines))
		return refuse(j, err);
	struct json_scan first = j->scan;
	while (json_rows_next(j, &r)) // all keys become names
		;
	if (j->scan.damage.code || !j->names.count)
		return refuse(j, err);
	j->scan = first;
	j->number = 2;
	return true;
}
