#include "base/json.h"

#include <assert.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

static void newline(struct json *j)
{
	if (!j->pretty)
		return;
	buf_byte(j->out, '\n');
	buf_repeat(j->out, S("  "), j->depth);
}

// What must stand before the next value: a comma, a new line, or nothing behind a key.
static void before(struct json *j)
{
	if (j->after_key) {
		j->after_key = false;
		return;
	}
	if (!j->depth)
		return;
	if (j->filled[j->depth - 1])
		buf_byte(j->out, ',');
	j->filled[j->depth - 1] = true;
	newline(j);
}

static void open(struct json *j, char bracket)
{
	before(j);
	buf_byte(j->out, bracket);
	assert(j->depth < 64);
	j->close[j->depth] = bracket == '{' ? '}' : ']';
	j->filled[j->depth++] = false;
}

void json_end(struct json *j)
{
	assert(j->depth > 0 && !j->after_key);
	j->depth--;
	if (j->filled[j->depth])
		newline(j);
	buf_byte(j->out, j->close[j->depth]);
}

void json_object(struct json *j)
{
	open(j, '{');
}

void json_array(struct json *j)
{
	open(j, '[');
}

static void quoted(struct buf *out, struct str s);

void json_key(struct json *j, const char *key)
{
	before(j);
	quoted(j->out, str_of(key));
	buf_add(j->out, j->pretty ? S(": ") : S(":"));
	j->after_key = true;
}

static void escape(struct buf *out, uint32_t c)
{
	char bytes[4];
	if (c == '"' || c == '\\') {
		buf_byte(out, '\\');
		buf_byte(out, (char)c);
	} else if (c == '\n') {
		buf_add(out, S("\\n"));
	} else if (c == '\t') {
		buf_add(out, S("\\t"));
	} else if (c < 0x20 || c == 0x7f || c == '<' || c == '>' || c == '&' ||
		   c == 0x2028 || c == 0x2029) {
		buf_fmt(out, "\\u%04" PRIx32, c);
	} else {
		buf_add(out, (struct str){ bytes, utf8_put(c, bytes) });
	}
}

static void quoted(struct buf *out, struct str s)
{
	buf_byte(out, '"');
	for (size_t at = 0; at < s.len;)
		escape(out, utf8_next(s, &at));
	buf_byte(out, '"');
}

void json_str(struct json *j, struct str s)
{
	before(j);
	quoted(j->out, s);
}

void json_int(struct json *j, int64_t value)
{
	before(j);
	buf_fmt(j->out, "%" PRId64, value);
}

// The fewest digits that give the same value back; *exponent is that of the first digit.
static int digits_of(double value, int *exponent)
{
	char text[40];
	int digits = 0;
	do
		(void)snprintf(text, sizeof text, "%.*e", digits++, value); // always fits
	while (digits < 17 && strtod(text, NULL) != value);
	*exponent = (int)strtol(strchr(text, 'e') + 1, NULL, 10);
	return digits;
}

void json_number(struct buf *out, double value)
{
	int exponent = 0;
	if (!isfinite(value)) {
		buf_add(out, S("null"));
		return;
	}
	value += 0.0; // -0 is 0
	const int digits = digits_of(value, &exponent);
	const int decimals = digits - 1 - exponent;
	if (value != 0 && (exponent < -5 || exponent >= 15))
		buf_fmt(out, "%.*g", digits, value);
	else
		buf_fmt(out, "%.*f", decimals > 0 ? decimals : 0, value);
}

void json_double(struct json *j, double value)
{
	before(j);
	json_number(j->out, value);
}

void json_bool(struct json *j, bool value)
{
	before(j);
	buf_add(j->out, value ? S("true") : S("false"));
}

void json_null(struct json *j)
{
	before(j);
	buf_add(j->out, S("null"));
}

void json_put_str(struct json *j, const char *key, struct str s)
{
	json_key(j, key);
	json_str(j, s);
}

void json_put_int(struct json *j, const char *key, int64_t value)
{
	json_key(j, key);
	json_int(j, value);
}

void json_put_double(struct json *j, const char *key, double value)
{
	json_key(j, key);
	json_double(j, value);
}

void json_put_bool(struct json *j, const char *key, bool value)
{
	json_key(j, key);
	json_bool(j, value);
}
