#include "read/mail_words.h"

int mail_sextet(char c)
{
	if (c >= 'A' && c <= 'Z')
		return c - 'A';
	if (c >= 'a' && c <= 'z')
		return c - 'a' + 26;
	if (byte_is_digit(c))
		return c - '0' + 52;
	return c == '+' || c == '-' ? 62 : c == '/' || c == '_' ? 63 : -1;
}

static int nibble(char c)
{
	c = byte_lower(c);
	if (byte_is_digit(c))
		return c - '0';
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

int mail_hex(struct str s, size_t at)
{
	if (at + 2 > s.len)
		return -1;
	int high = nibble(s.at[at]), low = nibble(s.at[at + 1]);
	return high < 0 || low < 0 ? -1 : high * 16 + low;
}

static bool is_known(struct str name)
{
	static const struct str KNOWN[] = { STR_INIT(""), STR_INIT("utf-8"),
		STR_INIT("utf8"), STR_INIT("us-ascii"), STR_INIT("ascii"),
		STR_INIT("iso-8859-1"), STR_INIT("iso-8859-15"), STR_INIT("latin1"),
		STR_INIT("windows-1252"), STR_INIT("cp1252") };
	name = str_cut(name, 0, str_find_byte(name, '*', 0)); // RFC 2231 adds a language
	for (size_t i = 0; i < COUNT(KNOWN); i++)
		if (str_eq_nocase(name, KNOWN[i]))
			return true;
	return false;
}

struct str mail_charset(struct arena *a, struct str name, struct str bytes)
{
	if (utf8_valid(bytes))
		return bytes;
	if (is_known(str_trim(name)))
		return utf8_from_bytes(a, bytes, NULL);
	char *out = arena_alloc(a, bytes.len * 3 + 1, 1);
	size_t used = 0;
	for (size_t i = 0; i < bytes.len; i++)
		used += utf8_put((unsigned char)bytes.at[i] < 0x80 ? (uint32_t)bytes.at[i]
								   : UTF8_BAD,
			out + used);
	return (struct str){ out, used };
}

struct encoded {
	struct str charset, text;
	bool base64;
	size_t len; // of all of it
};

// The encoded word at s.at[at].
static bool encoded_at(struct str s, size_t at, struct encoded *e)
{
	struct str rest = str_from(s, at);
	if (!str_starts(rest, S("=?")))
		return false;
	rest = str_cut(rest, 0, 1000);
	size_t first = str_find_byte(rest, '?', 2);
	if (first == STR_NONE || first + 3 >= rest.len || rest.at[first + 2] != '?')
		return false;
	size_t end = str_find(rest, S("?="), first + 3);
	char kind = byte_lower(rest.at[first + 1]);
	if (end == STR_NONE || (kind != 'q' && kind != 'b'))
		return false;
	*e = (struct encoded){ str_cut(rest, 2, first - 2),
		str_cut(rest, first + 3, end - first - 3), kind == 'b', end + 2 };
	return true;
}

static void decode_base64(struct buf *out, struct str text)
{
	uint32_t bits = 0;
	unsigned have = 0;
	for (size_t i = 0; i < text.len; i++) {
		int value = mail_sextet(text.at[i]);
		if (value < 0)
			continue;
		bits = bits << 6 | (uint32_t)value;
		have += 6;
		if (have >= 8) {
			have -= 8;
			buf_byte(out, (char)(bits >> have));
		}
	}
}

static void decode_q(struct buf *out, struct str text)
{
	for (size_t i = 0; i < text.len; i++) {
		int hex = text.at[i] == '=' ? mail_hex(text, i + 1) : -1;
		buf_byte(out, hex >= 0		  ? (char)hex
			      : text.at[i] == '_' ? ' '
						  : text.at[i]);
		i += hex >= 0 ? 2 : 0;
	}
}

// White space behind the encoded word, when another one follows it at once.
static size_t gap(struct str s, size_t at, struct encoded *next)
{
	size_t end = at;
	while (end < s.len && byte_is_space(s.at[end]))
		end++;
	return encoded_at(s, end, next) ? end - at : STR_NONE;
}

// All encoded words from `at` on that belong together; returns where they end.
static size_t take_encoded(
	struct arena *a, struct str s, size_t at, struct encoded e, struct buf *out)
{
	struct buf bytes = { 0 };
	struct encoded next = e;
	size_t between = 0;
	for (bool more = true; more;) {
		e = next;
		if (e.base64)
			decode_base64(&bytes, e.text);
		else
			decode_q(&bytes, e.text);
		at += e.len;
		between = gap(s, at, &next);
		more = between != STR_NONE && str_eq_nocase(next.charset, e.charset);
		if (more)
			at += between;
	}
	buf_add(out, mail_charset(a, e.charset, buf_str(&bytes)));
	buf_done(&bytes);
	return between == STR_NONE ? at : at + between;
}

struct str mail_words(struct arena *a, struct str value)
{
	struct buf out = { 0 };
	size_t from = 0;
	struct encoded e;
	for (size_t at = 0; at < value.len;) {
		if (encoded_at(value, at, &e)) {
			buf_add(&out,
				mail_charset(a, S(""), str_cut(value, from, at - from)));
			at = from = take_encoded(a, value, at, e, &out);
		} else {
			at++;
		}
	}
	buf_add(&out, mail_charset(a, S(""), str_from(value, from)));
	struct str text = utf8_safe(a, buf_str(&out), 0);
	buf_done(&out);
	return text;
}
