#include "base/str.h"

#include <stdlib.h>
#include <string.h>

struct str str_of(const char *text)
{
	return text ? (struct str){ text, strlen(text) } : (struct str){ 0 };
}

struct str str_trim(struct str s)
{
	while (s.len && byte_is_space(s.at[0]))
		s = str_from(s, 1);
	while (s.len && byte_is_space(s.at[s.len - 1]))
		s.len--;
	return s;
}

struct str str_strip(struct str s, const char *set)
{
	while (s.len && s.at[0] && strchr(set, s.at[0]))
		s = str_from(s, 1);
	while (s.len && s.at[s.len - 1] && strchr(set, s.at[s.len - 1]))
		s.len--;
	return s;
}

bool str_eq(struct str a, struct str b)
{
	return a.len == b.len && (!a.len || !memcmp(a.at, b.at, a.len));
}

bool str_eq_nocase(struct str a, struct str b)
{
	if (a.len != b.len)
		return false;
	for (size_t i = 0; i < a.len; i++)
		if (byte_lower(a.at[i]) != byte_lower(b.at[i]))
			return false;
	return true;
}

int str_cmp(struct str a, struct str b)
{
	size_t n = a.len < b.len ? a.len : b.len;
	int order = n ? memcmp(a.at, b.at, n) : 0;
	return order ? order : (a.len > b.len) - (a.len < b.len);
}

// The digits from `at` on, without zeros in front.
static struct str digits_from(struct str s, size_t *at)
{
	while (*at < s.len && s.at[*at] == '0')
		++*at;
	const size_t from = *at;
	while (*at < s.len && byte_is_digit(s.at[*at]))
		++*at;
	return str_cut(s, from, *at - from);
}

int str_cmp_numbers(struct str a, struct str b)
{
	size_t i = 0, k = 0;
	while (i < a.len && k < b.len) {
		if (!byte_is_digit(a.at[i]) || !byte_is_digit(b.at[k])) {
			if (a.at[i] != b.at[k])
				return (unsigned char)a.at[i] < (unsigned char)b.at[k]
					       ? -1
					       : 1;
			i++;
			k++;
			continue;
		}
		const struct str x = digits_from(a, &i), y = digits_from(b, &k);
		if (x.len != y.len)
			return x.len < y.len ? -1 : 1;
		const int order = str_cmp(x, y);
		if (order)
			return order;
	}
	if (i < a.len || k < b.len)
		return i < a.len ? 1 : -1;
	return str_cmp(a, b); // 7 and 07
}

bool str_starts(struct str s, struct str head)
{
	return s.len >= head.len && str_eq(str_cut(s, 0, head.len), head);
}

bool str_starts_nocase(struct str s, struct str head)
{
	return s.len >= head.len && str_eq_nocase(str_cut(s, 0, head.len), head);
}

bool str_ends(struct str s, struct str tail)
{
	return s.len >= tail.len && str_eq(str_from(s, s.len - tail.len), tail);
}

bool str_ends_nocase(struct str s, struct str tail)
{
	return s.len >= tail.len && str_eq_nocase(str_from(s, s.len - tail.len), tail);
}

size_t str_find(struct str s, struct str needle, size_t from)
{
	if (!needle.len)
		return from <= s.len ? from : STR_NONE;
	while (from < s.len && needle.len <= s.len - from) {
		size_t room = s.len - from - needle.len + 1;
		const char *hit = memchr(s.at + from, needle.at[0], room);
		if (!hit)
			return STR_NONE;
		from = (size_t)(hit - s.at);
		if (!memcmp(hit, needle.at, needle.len))
			return from;
		from++;
	}
	return STR_NONE;
}

size_t str_find_nocase(struct str s, struct str needle, size_t from)
{
	const char first = needle.len ? byte_lower(needle.at[0]) : 0;
	for (; needle.len <= s.len && from <= s.len - needle.len; from++)
		if ((!needle.len || byte_lower(s.at[from]) == first) &&
			str_eq_nocase(str_cut(s, from, needle.len), needle))
			return from;
	return STR_NONE;
}

size_t str_find_byte(struct str s, char byte, size_t from)
{
	if (from >= s.len)
		return STR_NONE;
	const char *hit = memchr(s.at + from, byte, s.len - from);
	return hit ? (size_t)(hit - s.at) : STR_NONE;
}

bool str_line(struct str *rest, struct str *line)
{
	if (!str_split(rest, '\n', line))
		return false;
	if (line->len && line->at[line->len - 1] == '\r')
		line->len--;
	return true;
}

bool str_split(struct str *rest, char separator, struct str *piece)
{
	if (!rest->at || !rest->len)
		return false;
	size_t end = str_find_byte(*rest, separator, 0);
	if (end == STR_NONE)
		end = rest->len;
	*piece = str_cut(*rest, 0, end);
	*rest = str_from(*rest, end + 1);
	return true;
}

bool str_to_int(struct str s, int64_t *out)
{
	s = str_trim(s);
	bool negative = str_starts(s, S("-"));
	if (negative || str_starts(s, S("+")))
		s = str_from(s, 1);
	if (!s.len)
		return false;
	int64_t value = 0;
	for (size_t i = 0; i < s.len; i++) {
		if (!byte_is_digit(s.at[i]) ||
			__builtin_mul_overflow(value, 10, &value) ||
			__builtin_sub_overflow(value, s.at[i] - '0', &value))
			return false;
	}
	if (!negative && value == INT64_MIN)
		return false;
	*out = negative ? value : -value;
	return true;
}

bool str_to_double(struct str s, double *out)
{
	char text[64];
	s = str_trim(s);
	if (!s.len || s.len >= sizeof text)
		return false;
	for (size_t i = 0; i < s.len; i++)
		if (!byte_is_digit(s.at[i]) && !strchr("+-.eE", s.at[i]))
			return false;
	memcpy(text, s.at, s.len);
	text[s.len] = '\0';
	char *end = NULL;
	double value =
		strtod(text, &end); // the program never calls setlocale(LC_NUMERIC)
	if (*end || value - value != 0)
		return false;
	*out = value;
	return true;
}

static uint64_t mix(uint64_t h)
{
	h ^= h >> 32;
	h *= 0xd6e8feb86659fd93u;
	h ^= h >> 32;
	h *= 0xd6e8feb86659fd93u;
	return h ^ (h >> 32);
}

uint64_t str_hash(struct str s, uint64_t seed)
{
	uint64_t h = mix(seed ^ 0x9e3779b97f4a7c15u) ^ s.len;
	size_t i = 0;
	for (; i + 8 <= s.len; i += 8) {
		uint64_t word = 0;
		memcpy(&word, s.at + i,
			8); // little-endian machines only, as is the whole program
		h = mix(h ^ word) + 0x9e3779b97f4a7c15u;
	}
	uint64_t tail = 0;
	for (size_t shift = 0; i < s.len; i++, shift += 8)
		tail |= (uint64_t)(unsigned char)s.at[i] << shift;
	return mix(h ^ tail);
}
