#include "read/mail_box.h"

#include <string.h>

#include "read/mail_head.h"

enum { LOOK_LINES = 60 };

// A time of day and a year, as the date of a "From " line has in every dialect.
static bool is_dated(struct str line)
{
	bool time = false, year = false;
	for (size_t i = 0; i + 4 <= line.len; i++) {
		const char *c = line.at + i;
		time |= c[1] == ':' && byte_is_digit(c[0]) && byte_is_digit(c[2]) &&
			byte_is_digit(c[3]);
		year |= (!memcmp(c, "19", 2) || !memcmp(c, "20", 2)) &&
			byte_is_digit(c[2]) && byte_is_digit(c[3]);
	}
	return time && year;
}

// Whether the line at the head of `rest`, which begins with "From ", separates messages.
static bool separates(struct str rest)
{
	struct str line, next;
	if (!str_starts(rest, S("From ")) || !str_line(&rest, &line) || line.len > 998 ||
		!is_dated(line))
		return false;
	return str_line(&rest, &next) &&
	       (mail_head_like(str_cut(next, 0, 998)) || str_starts(next, S(">From ")));
}

static bool after_empty_line(struct str text, size_t at)
{
	if (!at)
		return true;
	at -= at > 1 && text.at[at - 2] == '\r'; // the line above ends with CRLF
	return at < 2 || text.at[at - 2] == '\n';
}

static struct str without_mark(struct str bytes)
{
	return str_from(bytes, str_starts(bytes, S("\xef\xbb\xbf")) ? 3 : 0);
}

// Fields that only mails have, and those that a note about a meeting may have as well.
static bool begins_with_header(struct str text)
{
	static const struct str SURE[] = { STR_INIT("received"), STR_INIT("return-path"),
		STR_INIT("message-id"), STR_INIT("mime-version"),
		STR_INIT("delivered-to"), STR_INIT("x-mailer") };
	bool from = false, sure = false, other = false;
	struct str line;
	for (size_t i = 0; i < LOOK_LINES && str_line(&text, &line) && line.len; i++) {
		if (byte_is_space(line.at[0]) && i)
			continue;
		if (!mail_head_like(line))
			return false;
		struct str name = str_trim(str_cut(line, 0, str_find_byte(line, ':', 0)));
		bool here = str_eq_nocase(name, S("from"));
		from |= here && (str_find_byte(line, '@', 0) != STR_NONE ||
					str_find(line, S(" at "), 0) != STR_NONE);
		other |= str_eq_nocase(name, S("date")) ||
			 str_eq_nocase(name, S("subject")) ||
			 str_eq_nocase(name, S("to"));
		for (size_t j = 0; j < COUNT(SURE); j++)
			sure |= str_eq_nocase(name, SURE[j]);
	}
	return sure ? from || other : from && other;
}

bool mail_box_like(struct str bytes)
{
	struct str text = without_mark(bytes);
	while (text.len && (text.at[0] == '\n' || text.at[0] == '\r'))
		text = str_from(text, 1);
	return separates(text) || begins_with_header(text);
}

static uint32_t line_ends(struct str s)
{
	uint32_t n = 0;
	for (size_t i = 0; i < s.len; i++)
		n += s.at[i] == '\n';
	return n;
}

static struct str take_to(struct mail_box *b, size_t to)
{
	struct str piece = str_cut(b->text, b->at, to - b->at);
	b->line += line_ends(piece);
	b->at = to;
	return piece;
}

bool mail_box_open(
	struct mail_box *b, struct str bytes, struct arena *a, struct error *err)
{
	if (str_starts(bytes, S("\xff\xfe")) || str_starts(bytes, S("\xfe\xff")))
		bytes = utf8_from_bytes(a, bytes, NULL);
	*b = (struct mail_box){ .text = without_mark(bytes), .line = 1 };
	size_t first = 0;
	while (first < b->text.len &&
		(b->text.at[first] == '\n' || b->text.at[first] == '\r'))
		first++;
	(void)take_to(b, first);
	b->many = separates(str_from(b->text, first));
	if (b->many || mail_head_like(str_cut(b->text, first, 998)))
		return true;
	return error_set(err, ERROR_FORMAT,
		"is no mail: expected a header with From: and Date: at its beginning");
}

static size_t find_separator(struct str text, size_t from)
{
	for (;; from++) {
		from = str_find(text, S("\nFrom "), from);
		if (from == STR_NONE)
			return text.len;
		if (after_empty_line(text, from + 1) &&
			separates(str_from(text, from + 1)))
			return from + 1;
	}
}

// Behind the empty line that ends the header which begins at `from`.
static size_t head_end(struct str text, size_t from, size_t *body)
{
	struct str rest = str_from(text, from), line;
	while (str_line(&rest, &line)) {
		bool head = mail_head_like(line) ||
			    (line.len && byte_is_space(line.at[0])) ||
			    str_starts(line, S(">From "));
		if (!head) {
			size_t at = (size_t)(line.at - text.at);
			*body = line.len ? at : text.len - rest.len;
			return at;
		}
	}
	return *body = text.len;
}

bool mail_box_next(struct mail_box *b, struct letter *l)
{
	if (b->at >= b->text.len)
		return false;
	struct str envelope = { 0 };
	if (b->many) {
		size_t end = str_find_byte(b->text, '\n', b->at);
		envelope = take_to(b, end == STR_NONE ? b->text.len : end + 1);
	}
	size_t body = 0, end = head_end(b->text, b->at, &body);
	*l = (struct letter){ .line = b->line, .envelope = str_trim(envelope) };
	l->head = take_to(b, end);
	(void)take_to(b, body);
	l->body_line = b->line;
	// The separator may follow an empty body at once, so search from the line above.
	size_t from = body ? body - 1 : 0;
	l->body = take_to(b, b->many ? find_separator(b->text, from) : b->text.len);
	return true;
}
