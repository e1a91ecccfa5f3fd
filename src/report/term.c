#include "report/term.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { WIDTH_MIN = 40, WIDTH_MAX = 96, WIDTH_DEFAULT = 80, INLINE_MAX = 4096 };

static const char *const SGR[INK_COUNT] = {
	[INK_STRONG] = "1",
	[INK_DIM] = "2",
	[INK_BLOCKER] = "1;31",
	[INK_SERIOUS] = "33",
	[INK_WATCH] = "35",
	[INK_GOOD] = "36",
	[INK_OURS] = "34",
	[INK_THEIRS] = "33",
};

void term_init(
	struct term *t, struct buf *out, struct arena *arena, const struct look *look)
{
	*t = (struct term){ .out = out, .arena = arena, .look = *look };
	size_t width = look->width ? look->width : WIDTH_DEFAULT;
	t->look.width = width < WIDTH_MIN   ? WIDTH_MIN
			: width > WIDTH_MAX ? WIDTH_MAX
					    : width;
	t->limit = t->look.width;
}

// What a terminal without UTF-8 shows instead of a character.
static struct str ascii_of(uint32_t c)
{
	static const struct {
		uint32_t c;
		struct str text;
	} WORDS[] = { { 0x2018, STR_INIT("'") }, { 0x2019, STR_INIT("'") },
		{ 0x201a, STR_INIT("'") }, { 0x201c, STR_INIT("\"") },
		{ 0x201d, STR_INIT("\"") }, { 0x201e, STR_INIT("\"") },
		{ 0xab, STR_INIT("\"") }, { 0xbb, STR_INIT("\"") },
		{ 0x2010, STR_INIT("-") }, { 0x2011, STR_INIT("-") },
		{ 0x2013, STR_INIT("-") }, { 0x2014, STR_INIT("-") },
		{ 0x2212, STR_INIT("-") }, { 0x2026, STR_INIT("...") },
		{ 0xb7, STR_INIT("|") }, { 0x2022, STR_INIT("*") },
		{ 0x20ac, STR_INIT("EUR") }, { 0xa3, STR_INIT("GBP") },
		{ 0x2192, STR_INIT("->") }, { 0xc4, STR_INIT("Ae") },
		{ 0xd6, STR_INIT("Oe") }, { 0xdc, STR_INIT("Ue") },
		{ 0xe4, STR_INIT("ae") }, { 0xf6, STR_INIT("oe") },
		{ 0xfc, STR_INIT("ue") }, { 0xdf, STR_INIT("ss") } };
	static const char LATIN[] = "AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTs"
				    "aaaaaaaceeeeiiiidnooooo/ouuuuyty";
	for (size_t i = 0; i < COUNT(WORDS); i++)
		if (WORDS[i].c == c)
			return WORDS[i].text;
	return c >= 0xc0 && c <= 0xff ? (struct str){ LATIN + (c - 0xc0), 1 } : S("?");
}

// Safe to print here: no controls, one line, and ASCII where the terminal knows no more.
static struct str dress(struct term *t, struct str text)
{
	struct str safe = utf8_safe(t->arena, text, TEXT_MAX);
	if (t->look.utf8)
		return safe;
	struct buf out = { 0 };
	for (size_t at = 0; at < safe.len;) {
		const size_t from = at;
		const uint32_t c = utf8_next(safe, &at);
		buf_add(&out,
			c < 0x80 ? str_cut(safe, from, 1)
				 : ascii_of(c)); // a combining mark shows as "?", too
	}
	struct str plain = arena_str(t->arena, buf_str(&out));
	buf_done(&out);
	return plain;
}

void term_emit(struct term *t, enum ink ink, struct str text)
{
	if (!text.len)
		return;
	const char *code = t->look.colour ? SGR[ink] : NULL;
	if (code)
		buf_fmt(t->out, "\033[%sm", code);
	buf_add(t->out, text);
	if (code)
		buf_add(t->out, S("\033[0m"));
	t->column += utf8_columns(text);
}

void term_put(struct term *t, enum ink ink, struct str text)
{
	// utf8_safe trims; the spaces a caller puts at the ends are layout and stay.
	size_t head = 0, tail = text.len;
	while (head < text.len && text.at[head] == ' ')
		head++;
	while (tail > head && text.at[tail - 1] == ' ')
		tail--;
	term_emit(t, INK_PLAIN, str_cut(text, 0, head));
	term_emit(t, ink, dress(t, str_cut(text, head, tail - head)));
	term_emit(t, INK_PLAIN, str_from(text, tail));
}

void term_fmt(struct term *t, enum ink ink, const char *format, ...)
{
	char text[INLINE_MAX];
	va_list arguments;
	va_start(arguments, format);
	const int length = vsnprintf(text, sizeof text, format, arguments);
	va_end(arguments);
	const size_t len = length < 0 ? 0 : (size_t)length;
	term_put(t, ink, (struct str){ text, len < sizeof text ? len : sizeof text - 1 });
}

void term_end(struct term *t)
{
	if (t->column)
		buf_byte(t->out, '\n');
	t->column = 0;
}

void term_gap(struct term *t)
{
	term_end(t);
	if (t->out->len)
		buf_byte(t->out, '\n');
}

void term_to(struct term *t, size_t column)
{
	if (t->column > column)
		term_end(t);
	buf_repeat(t->out, S(" "), column - t->column);
	t->column = column;
}

// Where a word of `fits` bytes and more is cut: behind a mark that joins the parts of a
// path or a place, else anywhere.
static size_t cut_word(struct str text, size_t fits)
{
	for (size_t i = fits; i > fits / 3; i--)
		if (strchr("/:-_", text.at[i - 1]))
			return i;
	return fits;
}

// Bytes of the longest head of `text` that fits in `columns`, ending before a space; a
// single longer word is cut, but never to nothing.
static size_t line_of(struct str text, size_t columns)
{
	const size_t fits = utf8_cut(text, columns);
	if (fits == text.len || text.at[fits] == ' ')
		return fits;
	for (size_t i = fits; i > 0; i--)
		if (text.at[i - 1] == ' ')
			return i - 1;
	if (fits)
		return cut_word(text, fits);
	size_t one = 0;
	(void)utf8_next(text, &one); // only how far it moved matters
	return one;
}

void term_wrap(struct term *t, enum ink ink, size_t hang, struct str text)
{
	struct str rest = dress(t, text);
	while (rest.len) {
		const size_t room = t->limit > t->column ? t->limit - t->column : 0;
		size_t take = line_of(rest, room);
		// A first word that does not fit behind what is there goes on the next
		// line.
		const bool cuts_word = take < rest.len && rest.at[take] != ' ';
		if (cuts_word && t->column > hang)
			take = 0;
		term_emit(t, ink, str_trim(str_cut(rest, 0, take)));
		rest = str_trim(str_from(rest, take));
		if (rest.len) {
			term_end(t);
			term_to(t, hang);
		}
	}
}

// The text with an asterisk on both sides of every mark.
static struct str with_asterisks(
	struct term *t, struct str text, const struct span *marks, size_t count)
{
	struct buf out = { 0 };
	size_t at = 0;
	for (size_t i = 0; i < count; i++) {
		buf_add(&out, str_cut(text, at, marks[i].from - at));
		buf_fmt(&out, "*%" PRI_STR "*",
			ARG_STR(str_cut(
				text, marks[i].from, marks[i].to - marks[i].from)));
		at = marks[i].to;
	}
	buf_add(&out, str_from(text, at));
	const struct str all = arena_str(t->arena, buf_str(&out));
	buf_done(&out);
	return all;
}

// One line of a text with marks: [from, to) of it.
static void emit_marked(struct term *t, enum ink mark, struct str text, struct span line,
	const struct span *marks, size_t count)
{
	size_t at = line.from;
	for (size_t i = 0; i < count; i++) {
		const size_t from = marks[i].from > at ? marks[i].from : at;
		const size_t to = marks[i].to < line.to ? marks[i].to : line.to;
		if (to <= from)
			continue;
		term_emit(t, INK_PLAIN, str_cut(text, at, from - at));
		term_emit(t, mark, str_cut(text, from, to - from));
		at = to;
	}
	term_emit(t, INK_PLAIN, str_cut(text, at, line.to - at));
}

void term_wrap_marked(struct term *t, enum ink mark, size_t hang, struct str text,
	const struct span *marks, size_t count)
{
	// Where the text must be changed to be shown, its offsets mean nothing.
	if (!t->look.colour || !str_eq(dress(t, text), text)) {
		term_wrap(t, INK_PLAIN, hang, with_asterisks(t, text, marks, count));
		return;
	}
	for (size_t at = 0; at < text.len;) {
		const size_t room = t->limit > t->column ? t->limit - t->column : 0;
		const size_t take = line_of(str_from(text, at), room);
		emit_marked(t, mark, text,
			(struct span){ (uint32_t)at, (uint32_t)(at + take) }, marks,
			count);
		at += take;
		while (at < text.len && text.at[at] == ' ')
			at++;
		if (at < text.len) {
			term_end(t);
			term_to(t, hang);
		}
	}
}

void term_labelled(struct term *t, size_t indent, const char *label, enum ink label_ink,
	size_t hang, enum ink ink, struct str text)
{
	if (!text.len)
		return;
	term_to(t, indent);
	term_put(t, label_ink, str_of(label));
	term_to(t, hang);
	term_wrap(t, ink, hang, text);
	term_end(t);
}

void term_right(struct term *t, enum ink ink, size_t columns, struct str text)
{
	struct str shown = dress(t, text);
	const size_t used = utf8_columns(shown);
	term_to(t, t->column + (columns > used ? columns - used : 0));
	term_emit(t, ink, shown);
}

void term_with_figure(struct term *t, enum ink ink, size_t hang, struct str text,
	enum ink figure_ink, struct str figure)
{
	const size_t columns = utf8_columns(dress(t, figure));
	if (!columns || hang + columns + 24 > t->look.width) {
		term_wrap(t, ink, hang, text);
		term_end(t);
		return;
	}
	// The first line is written by itself, so that the figure can stand behind it.
	const struct str shown = dress(t, text);
	t->limit = t->look.width - columns - 2;
	const size_t head =
		line_of(shown, t->limit > t->column ? t->limit - t->column : 1);
	term_emit(t, ink, str_cut(shown, 0, head));
	term_to(t, t->look.width - columns);
	term_put(t, figure_ink, figure);
	const struct str rest = str_trim(str_from(shown, head));
	if (rest.len) {
		term_end(t);
		term_to(t, hang);
		term_wrap(t, ink, hang, rest);
	}
	t->limit = t->look.width;
	term_end(t);
}

// A path as the path of a URI (RFC 3986 section 3.3).
static void put_uri(struct buf *out, struct str path)
{
	for (size_t i = 0; i < path.len; i++) {
		const char c = path.at[i];
		if (byte_is_alpha(c) || byte_is_digit(c) || c == '/' || c == '-' ||
			c == '.' || c == '_' || c == '~')
			buf_byte(out, c);
		else
			buf_fmt(out, "%%%02X", (unsigned char)c);
	}
}

void term_place(struct term *t, enum ink ink, struct str path, struct str where)
{
	const bool fits = t->column + utf8_columns(dress(t, where)) <= t->limit;
	const bool links = t->look.links && t->look.root.len && path.len;
	if (!fits) {
		term_wrap(t, ink, t->column, where);
		return;
	}
	if (links) {
		buf_add(t->out, S("\033]8;;file://"));
		put_uri(t->out, t->look.root);
		buf_byte(t->out, '/');
		put_uri(t->out, path);
		buf_add(t->out, S("\033\\"));
	}
	term_put(t, ink, where);
	if (links)
		buf_add(t->out, S("\033]8;;\033\\"));
}
