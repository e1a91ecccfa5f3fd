#include "read/html_charset.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>

#include "read/html_token.h"
#include "read/prose.h"

enum {
	LOOK_AT = 4096
}; // bytes in which the encoding must be named; the standard says 1024

// https://encoding.spec.whatwg.org/#names-and-labels; first the label, then iconv's name.
static const struct {
	struct str label;
	const char *name;
} ENCODINGS[] = {
	{ STR_INIT("windows-1250"), "CP1250" },
	{ STR_INIT("windows-1251"), "CP1251" },
	{ STR_INIT("windows-1253"), "CP1253" },
	{ STR_INIT("windows-1254"), "CP1254" },
	{ STR_INIT("windows-1255"), "CP1255" },
	{ STR_INIT("windows-1256"), "CP1256" },
	{ STR_INIT("windows-1257"), "CP1257" },
	{ STR_INIT("windows-1258"), "CP1258" },
	{ STR_INIT("windows-874"), "CP874" },
	{ STR_INIT("tis-620"), "CP874" },
	{ STR_INIT("iso-8859-2"), "ISO-8859-2" },
	{ STR_INIT("latin2"), "ISO-8859-2" },
	{ STR_INIT("iso-8859-3"), "ISO-8859-3" },
	{ STR_INIT("iso-8859-4"), "ISO-8859-4" },
	{ STR_INIT("iso-8859-5"), "ISO-8859-5" },
	{ STR_INIT("iso-8859-6"), "ISO-8859-6" },
	{ STR_INIT("iso-8859-7"), "ISO-8859-7" },
	{ STR_INIT("iso-8859-8"), "ISO-8859-8" },
	{ STR_INIT("iso-8859-9"), "CP1254" },
	{ STR_INIT("iso-8859-10"), "ISO-8859-10" },
	{ STR_INIT("iso-8859-13"), "ISO-8859-13" },
	{ STR_INIT("iso-8859-14"), "ISO-8859-14" },
	{ STR_INIT("iso-8859-15"), "ISO-8859-15" },
	{ STR_INIT("iso-8859-16"), "ISO-8859-16" },
	{ STR_INIT("koi8-r"), "KOI8-R" },
	{ STR_INIT("koi8-u"), "KOI8-U" },
	{ STR_INIT("macintosh"), "MACINTOSH" },
	{ STR_INIT("shift_jis"), "CP932" },
	{ STR_INIT("shift-jis"), "CP932" },
	{ STR_INIT("x-sjis"), "CP932" },
	{ STR_INIT("euc-jp"), "EUC-JP" },
	{ STR_INIT("euc-kr"), "CP949" },
	{ STR_INIT("gb2312"), "GB18030" },
	{ STR_INIT("gbk"), "GB18030" },
	{ STR_INIT("gb18030"), "GB18030" },
	{ STR_INIT("big5"), "BIG5-HKSCS" },
};

// What stands behind "charset=" or "encoding=", with or without quotes.
static struct str named_behind(struct str text, struct str word)
{
	size_t at = str_find_nocase(text, word, 0);
	if (at == STR_NONE)
		return S("");
	struct str rest = str_trim(str_from(text, at + word.len));
	if (!str_starts(rest, S("=")))
		return S("");
	rest = str_trim(str_from(rest, 1));
	bool quoted = rest.len && (rest.at[0] == '"' || rest.at[0] == '\'');
	size_t end = quoted;
	while (end < rest.len && !byte_is_space(rest.at[end]) && rest.at[end] != '"' &&
		rest.at[end] != '\'' && rest.at[end] != ';' && rest.at[end] != '?')
		end++;
	return str_cut(rest, quoted, end - quoted);
}

static struct str named_encoding(struct str bytes)
{
	struct str head = str_cut(bytes, 0, LOOK_AT);
	if (str_starts(head, S("<?xml")))
		return named_behind(
			str_cut(head, 0, str_find_byte(head, '>', 0)), S("encoding"));
	struct html_lexer lexer = { .source = head };
	struct html_token t;
	while (html_next(&lexer, &t)) {
		if (t.kind != HTML_START || !str_eq_nocase(t.name, S("meta")))
			continue;
		if (html_has(&t, HTML_CHARSET))
			return str_trim(html_value(&t, HTML_CHARSET));
		struct str name =
			named_behind(html_value(&t, HTML_CONTENT), S("charset"));
		if (name.len)
			return name;
	}
	return S("");
}

static const char *iconv_name(struct str label)
{
	for (size_t i = 0; i < COUNT(ENCODINGS); i++)
		if (str_eq_nocase(ENCODINGS[i].label, label))
			return ENCODINGS[i].name;
	return NULL;
}

static bool converted(struct arena *a, struct str bytes, const char *name,
	struct str *out, struct error *err)
{
	iconv_t to = iconv_open("UTF-8", name);
	if ((intptr_t)to == -1) // that is how it fails
		return error_set(err, ERROR_FORMAT,
			"is written in %s, which this system cannot convert; save it as "
			"UTF-8",
			name);
	size_t room = bytes.len * 3 + 16, left = room, rest = bytes.len;
	char *text = arena_alloc(a, room, 1), *at = text;
	char *from = NULL;
	memcpy(&from, &bytes.at, sizeof from); // iconv reads it only, and asks for char *
	while (rest && iconv(to, &from, &rest, &at, &left) == (size_t)-1) {
		if (errno == E2BIG || left < 3)
			break;
		size_t used = utf8_put(UTF8_BAD, at);
		at += used;
		left -= used;
		from++;
		rest--;
	}
	(void)iconv_close(to); // it holds no output
	*out = (struct str){ text, (size_t)(at - text) };
	return true;
}

static bool has_mark(struct str bytes)
{
	return str_starts(bytes, S("\xff\xfe")) || str_starts(bytes, S("\xfe\xff"));
}

bool html_source(struct arena *a, struct str bytes, struct str *source, struct error *err)
{
	if (bytes.len <= PROSE_SOURCE_MAX && !has_mark(bytes) && !utf8_valid(bytes)) {
		const char *name = iconv_name(named_encoding(bytes));
		struct str text = { 0 };
		if (name && !converted(a, bytes, name, &text, err))
			return false;
		if (name)
			bytes = text;
	}
	return prose_source(a, bytes, source, err);
}
