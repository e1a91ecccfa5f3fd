#include "read/mail_address.h"

#include <string.h>

enum { PIECE_MAX = 512, COMMENT_DEPTH_MAX = 32 };

// One element of a list: what stands in angle brackets, and what stands elsewhere.
struct element {
	char angle[PIECE_MAX], plain[PIECE_MAX];
	size_t angle_len, plain_len;
	bool has_angle;
};

static size_t skip_comment(struct str s, size_t at)
{
	unsigned depth = 0;
	for (; at < s.len; at++) {
		if (s.at[at] == '\\')
			at++;
		else if (s.at[at] == '(' && ++depth > COMMENT_DEPTH_MAX)
			return s.len;
		else if (s.at[at] == ')' && !--depth)
			return at + 1;
	}
	return s.len;
}

static size_t skip_quotes(struct str s, size_t at)
{
	for (at++; at < s.len && s.at[at] != '"'; at++)
		at += s.at[at] == '\\';
	return at < s.len ? at + 1 : s.len;
}

static void put(struct element *e, bool inside, struct str piece)
{
	char *out = inside ? e->angle : e->plain;
	size_t *len = inside ? &e->angle_len : &e->plain_len;
	if (piece.len > PIECE_MAX - *len)
		piece.len = PIECE_MAX - *len;
	if (piece.len)
		memcpy(out + *len, piece.at, piece.len);
	*len += piece.len;
}

static size_t after(struct str s, size_t at)
{
	if (s.at[at] == '(')
		return skip_comment(s, at);
	return s.at[at] == '"' ? skip_quotes(s, at) : at + 1;
}

static bool is_mark(char c)
{
	return c == ',' || c == ';' || c == ':' || c == '<' || c == '>' || c == '(' ||
	       c == '"';
}

// What no address has outside quotes: controls, spaces, and these marks.
static bool is_foreign(char c)
{
	return (unsigned char)c <= ' ' || is_mark(c) || c == ')' || c == '\\';
}

// Behind the element at the head of s and its comma.
static size_t take_element(struct str s, struct element *e)
{
	e->angle_len = e->plain_len = 0;
	e->has_angle = false;
	bool inside = false;
	for (size_t at = 0, next = 0; at < s.len; at = next) {
		while (next < s.len && !is_mark(s.at[next]))
			next++;
		put(e, inside, str_cut(s, at, next - at));
		if (next == s.len)
			return next;
		at = next;
		char c = s.at[at];
		next = after(s, at);
		if (!inside && (c == ',' || c == ';'))
			return next;
		if (!inside && c == ':')
			e->plain_len = 0; // what stood here is the name of a group
		else if (c == '(')
			put(e, inside, S(" "));
		else if (c != '<' && c != '>')
			put(e, inside, str_cut(s, at, next - at));
		e->has_angle |= c == '<';
		inside = c == '<' || (inside && c != '>');
	}
	return s.len;
}

static bool is_address(struct str s)
{
	size_t at = STR_NONE;
	for (size_t i = 0; i < s.len; i++) {
		if (is_foreign(s.at[i]))
			return false;
		if (s.at[i] == '@')
			at = i;
	}
	return at != STR_NONE && at && at + 1 < s.len && s.len <= 320 && utf8_valid(s);
}

static struct str lower(struct scratch *s, struct str a, struct str b)
{
	const struct str parts[] = { a, b.len ? S("@") : S(""), b };
	char *out = scratch_take(s, a.len + b.len + 1);
	size_t used = 0;
	for (size_t i = 0; i < COUNT(parts); i++)
		for (size_t j = 0; j < parts[i].len; j++)
			out[used++] = byte_lower(parts[i].at[j]);
	return (struct str){ out, used };
}

static bool next_word(struct str *s, struct str *word)
{
	*s = str_trim(*s);
	size_t end = 0;
	while (end < s->len && !byte_is_space(s->at[end]))
		end++;
	*word = str_cut(*s, 0, end);
	*s = str_from(*s, end);
	return word->len > 0;
}

// The last word with an @, or the two around a last " at ".
static bool find_address(struct str text, struct scratch *s, struct str *out)
{
	struct str before = { 0 }, middle = { 0 }, word, found = { 0 };
	bool mangled = false;
	for (; next_word(&text, &word); before = middle, middle = word) {
		word = str_strip(word, "'\"[].");
		if (str_starts_nocase(word, S("mailto:")))
			word = str_from(word, 7);
		if (is_address(word))
			found = word;
		mangled = str_eq(middle, S("at")) && before.len &&
			  str_find_byte(before, '@', 0) == STR_NONE &&
			  str_find_byte(word, '.', 0) != STR_NONE;
		if (mangled && !found.len) {
			*out = lower(s, before, word);
			return is_address(*out);
		}
	}
	if (found.len)
		*out = lower(s, found, S(""));
	return found.len > 0;
}

bool mail_address_next(struct str *list, struct scratch *s, struct str *address)
{
	while (list->len) {
		struct element e;
		*list = str_from(*list, take_element(*list, &e));
		struct str angle = { e.angle, e.angle_len },
			   plain = { e.plain, e.plain_len };
		size_t route = angle.len;
		while (route && angle.at[route - 1] != ':')
			route--;
		angle = str_from(angle, route);
		if (!e.has_angle && plain.len == PIECE_MAX)
			continue; // cut short: its last word may not be whole
		if (find_address(e.has_angle ? angle : plain, s, address))
			return true;
	}
	return false;
}

struct str mail_address_first(struct str list, struct scratch *s)
{
	struct str address = { 0 };
	return mail_address_next(&list, s, &address) ? address : (struct str){ 0 };
}
