#include "read/json_scan.h"

#include <string.h>

static char here(const struct json_scan *j)
{
	return j->at < j->text.len ? j->text.at[j->at] : '\0';
}

// The next token begins here.
static void mark(struct json_scan *j)
{
	j->token_line = j->line;
	j->token_from = j->line_from;
}

static enum json_token bad(struct json_scan *j, const char *wanted)
{
	mark(j);
	bool end = j->at >= j->text.len;
	error_set(&j->damage, ERROR_FORMAT, "line %u, column %u: expected %s%s", j->line,
		json_scan_column(j, j->text.at + j->at), wanted,
		end ? ", but the file ends" : "");
	return JSON_STOP;
}

static void skip_space(struct json_scan *j)
{
	for (; j->at < j->text.len; j->at++) {
		char c = j->text.at[j->at];
		if (c == '\n') {
			j->line++;
			j->line_from = j->at + 1;
		} else if (c != ' ' && c != '\t' && c != '\r') {
			return;
		}
	}
}

bool json_scan_ended(const struct json_scan *j)
{
	struct json_scan copy = *j;
	skip_space(&copy);
	return copy.at >= copy.text.len;
}

uint32_t json_scan_column(struct json_scan *j, const char *at)
{
	size_t to = (size_t)(at - j->text.at), from = j->token_from;
	uint32_t column = 1;
	if (j->column_line == j->token_line && j->column_at >= from &&
		j->column_at <= to) {
		from = j->column_at;
		column = j->column;
	}
	for (; from < to; from++)
		column += ((unsigned char)j->text.at[from] & 0xc0) != 0x80;
	j->column_at = to;
	j->column_line = j->token_line;
	j->column = column;
	return column;
}

void json_scan_resume(struct json_scan *j, const struct json_scan *copy)
{
	j->column_at = copy->column_at;
	j->column_line = copy->column_line;
	j->column = copy->column;
}

static bool is_hex(struct str s, size_t at)
{
	if (at + 4 > s.len)
		return false;
	for (size_t i = at; i < at + 4; i++)
		if (!byte_is_digit(s.at[i]) &&
			!(byte_lower(s.at[i]) >= 'a' && byte_lower(s.at[i]) <= 'f'))
			return false;
	return true;
}

// Behind the escape whose backslash is at j->at; false if there is no such escape.
static bool skip_escape(struct json_scan *j)
{
	char c = j->at + 1 < j->text.len ? j->text.at[j->at + 1] : '\0';
	bool unicode = c == 'u' && is_hex(j->text, j->at + 2);
	if (!unicode && (!c || !strchr("\"\\/bfnrt", c)))
		return false;
	j->at += unicode ? 6 : 2;
	return true;
}

// The string whose quote is at j->at, into raw.
static bool take_string(struct json_scan *j)
{
	size_t from = ++j->at;
	j->escaped = false;
	for (;;) {
		unsigned char c = (unsigned char)here(j);
		if (c == '"')
			break;
		if (c < 0x20) {
			bad(j, j->at < j->text.len ? "control characters to be escaped"
						   : "the end of a string");
			return false;
		}
		if (c != '\\') {
			j->at++;
			continue;
		}
		j->escaped = true;
		if (!skip_escape(j)) {
			bad(j, "an escape that JSON has");
			return false;
		}
	}
	j->raw = str_cut(j->text, from, j->at - from);
	j->at++;
	return true;
}

static bool skip_digits(struct json_scan *j)
{
	size_t from = j->at;
	while (byte_is_digit(here(j)))
		j->at++;
	return j->at > from;
}

static enum json_token take_number(struct json_scan *j)
{
	size_t from = j->at;
	bool ok = true;
	j->at += here(j) == '-';
	if (here(j) == '0')
		j->at++;
	else
		ok = skip_digits(j);
	if (ok && here(j) == '.') {
		j->at++;
		ok = skip_digits(j);
	}
	if (ok && byte_lower(here(j)) == 'e') {
		j->at++;
		j->at += here(j) == '+' || here(j) == '-';
		ok = skip_digits(j);
	}
	if (!ok || byte_is_word(here(j)))
		return bad(j, "a number as JSON writes them");
	j->raw = str_cut(j->text, from, j->at - from);
	return JSON_NUMBER;
}

static enum json_token take_word(struct json_scan *j)
{
	static const struct str WORDS[] = { STR_INIT("true"), STR_INIT("false"),
		STR_INIT("null") };
	struct str rest = str_from(j->text, j->at);
	for (size_t i = 0; i < COUNT(WORDS); i++) {
		size_t len = WORDS[i].len;
		if (!str_starts(rest, WORDS[i]) ||
			(rest.len > len && byte_is_word(rest.at[len])))
			continue;
		j->raw = str_cut(rest, 0, len);
		j->at += len;
		return JSON_WORD;
	}
	return bad(j, "a value");
}

static enum json_token open_one(struct json_scan *j, bool object)
{
	if (j->depth == JSON_DEPTH_MAX) {
		error_set(&j->damage, ERROR_LIMIT, "line %u: is nested more than %d deep",
			j->line, JSON_DEPTH_MAX);
		return JSON_STOP;
	}
	uint64_t bit = UINT64_C(1) << j->depth++;
	j->objects = object ? j->objects | bit : j->objects & ~bit;
	j->want = object ? JSON_WANT_FIRST_KEY : JSON_WANT_FIRST;
	j->raw = str_cut(j->text, j->at++, 1);
	return object ? JSON_OPEN_OBJECT : JSON_OPEN_ARRAY;
}

static bool in_object(const struct json_scan *j)
{
	return j->depth && j->objects >> (j->depth - 1) & 1;
}

static enum json_token close_one(struct json_scan *j)
{
	if (here(j) != (in_object(j) ? '}' : ']'))
		return bad(j, in_object(j) ? "a comma or }" : "a comma or ]");
	j->depth--;
	j->want = j->depth ? JSON_WANT_COMMA : JSON_WANT_VALUE;
	j->raw = str_cut(j->text, j->at++, 1);
	return JSON_CLOSE;
}

static enum json_token take_value(struct json_scan *j)
{
	char c = here(j);
	if (c == '{' || c == '[')
		return open_one(j, c == '{');
	j->want = j->depth ? JSON_WANT_COMMA : JSON_WANT_VALUE;
	if (c == '"')
		return take_string(j) ? JSON_STRING : JSON_STOP;
	return c == '-' || byte_is_digit(c) ? take_number(j) : take_word(j);
}

static enum json_token take_key(struct json_scan *j)
{
	if (here(j) != '"')
		return bad(j, "a key in double quotes");
	if (!take_string(j))
		return JSON_STOP;
	skip_space(j);
	if (here(j) != ':')
		return bad(j, "a colon");
	j->at++;
	j->want = JSON_WANT_VALUE;
	return JSON_KEY;
}

enum json_token json_scan_next(struct json_scan *j)
{
	if (j->damage.code)
		return JSON_STOP;
	skip_space(j);
	if (!j->depth && j->at >= j->text.len)
		return JSON_STOP;
	char c = here(j);
	bool closes = c == ']' || c == '}';
	if (j->want == JSON_WANT_COMMA && c == ',') {
		j->at++;
		skip_space(j);
		j->want = in_object(j) ? JSON_WANT_KEY : JSON_WANT_VALUE;
	} else if (j->want == JSON_WANT_COMMA ||
		   (closes && (j->want == JSON_WANT_FIRST ||
				      j->want == JSON_WANT_FIRST_KEY))) {
		mark(j);
		return close_one(j);
	}
	mark(j);
	return j->want == JSON_WANT_KEY || j->want == JSON_WANT_FIRST_KEY ? take_key(j)
									  : take_value(j);
}

bool json_scan_skip(struct json_scan *j, enum json_token token)
{
	if (token != JSON_OPEN_OBJECT && token != JSON_OPEN_ARRAY)
		return token != JSON_STOP;
	unsigned outside = j->depth - 1;
	while (j->depth > outside)
		if (json_scan_next(j) == JSON_STOP)
			return false;
	return true;
}

static uint32_t hex4(struct str s)
{
	uint32_t value = 0;
	for (size_t i = 0; i < 4; i++) {
		char c = byte_lower(s.at[i]);
		value = value << 4 |
			(uint32_t)(byte_is_digit(c) ? c - '0' : c - 'a' + 10);
	}
	return value;
}

// The character of the \u escape at the head of *raw, both halves of a surrogate pair.
static uint32_t take_unicode(struct str *raw)
{
	uint32_t c = hex4(str_from(*raw, 2));
	*raw = str_from(*raw, 6);
	if (c < 0xd800 || c >= 0xe000)
		return c;
	bool pair = c < 0xdc00 && str_starts(*raw, S("\\u"));
	uint32_t low = pair ? hex4(str_from(*raw, 2)) : 0;
	if (low < 0xdc00 || low >= 0xe000)
		return UTF8_BAD;
	*raw = str_from(*raw, 6);
	return 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
}

struct str json_piece(struct str *raw, char out[4])
{
	static const char NAMES[] = "bfnrt", MEANS[] = "\b\f\n\r\t";
	size_t run = str_find_byte(*raw, '\\', 0);
	if (run) {
		struct str plain = str_cut(*raw, 0, run);
		*raw = str_from(*raw, plain.len);
		return plain;
	}
	char c = raw->at[1];
	if (c == 'u')
		return (struct str){ out, utf8_put(take_unicode(raw), out) };
	const char *named = strchr(NAMES, c);
	out[0] = named ? MEANS[named - NAMES] : c;
	*raw = str_from(*raw, 2);
	return (struct str){ out, 1 };
}

struct str json_text(struct scratch *s, struct str raw, bool escaped)
{
	if (!escaped)
		return raw;
	char *out = scratch_take(s, raw.len), *end = out, one[4];
	while (raw.len) {
		struct str piece = json_piece(&raw, one);
		memcpy(end, piece.at, piece.len);
		end += piece.len;
	}
	scratch_trim(s, end);
	return (struct str){ out, (size_t)(end - out) };
}
