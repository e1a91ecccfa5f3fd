#include "read/ics_lines.h"

#include <string.h>

static bool is_fold(struct str rest)
{
	return rest.len && (rest.at[0] == ' ' || rest.at[0] == '\t');
}

// Puts the lines of a folded one together.
static struct str unfold(struct ics_lines *l, struct str first)
{
	char *out = scratch_take(&l->scratch, ICS_LINE_MAX);
	size_t used = 0;
	struct str piece = first;
	for (;;) {
		size_t len =
			piece.len < ICS_LINE_MAX - used ? piece.len : ICS_LINE_MAX - used;
		if (len)
			memcpy(out + used, piece.at, len);
		used += len;
		if (!is_fold(l->rest) || !str_line(&l->rest, &piece))
			return (struct str){ out, used };
		piece = str_from(piece, 1);
		l->line++;
	}
}

// Where the value begins: behind the first colon outside quotes.
static size_t value_at(struct str whole)
{
	bool quoted = false;
	for (size_t i = 0; i < whole.len; i++) {
		quoted ^= whole.at[i] == '"';
		if (whole.at[i] == ':' && !quoted)
			return i + 1;
	}
	return 0;
}

static size_t name_length(struct str whole)
{
	size_t n = 0;
	while (n < whole.len && whole.at[n] != ';' && whole.at[n] != ':')
		n++;
	return n;
}

void ics_lines_open(struct ics_lines *l, struct str bytes, struct arena *a)
{
	if (str_starts(bytes, S("\xff\xfe")) || str_starts(bytes, S("\xfe\xff")))
		bytes = utf8_from_bytes(a, bytes, NULL);
	bytes = str_from(bytes, str_starts(bytes, S("\xef\xbb\xbf")) ? 3 : 0);
	*l = (struct ics_lines){ .rest = bytes, .line = 1, .scratch.arena = a };
}

bool ics_lines_next(struct ics_lines *l, struct ics_line *out)
{
	struct str whole;
	scratch_clear(&l->scratch);
	for (;;) {
		*out = (struct ics_line){ .line = l->line };
		if (!str_line(&l->rest, &whole))
			return false;
		l->line++;
		out->folded = is_fold(l->rest);
		if (out->folded) {
			scratch_clear(&l->scratch);
			whole = unfold(l, whole);
		}
		whole = str_cut(whole, 0, ICS_LINE_MAX);
		if (!utf8_valid(whole))
			whole = utf8_from_bytes(l->scratch.arena, whole, NULL);
		size_t value = value_at(whole), name = name_length(whole);
		if (!value || !name)
			continue;
		out->name = str_cut(whole, 0, name);
		out->params = str_cut(whole, name, value - 1 - name);
		out->value = str_from(whole, value);
		return true;
	}
}

struct str ics_param(const struct ics_line *l, struct str name)
{
	struct str rest = l->params;
	while (rest.len) {
		rest = str_from(rest, 1); // the ';'
		size_t end = 0;
		for (bool quoted = false; end < rest.len; end++) {
			quoted ^= rest.at[end] == '"';
			if (rest.at[end] == ';' && !quoted)
				break;
		}
		struct str one = str_cut(rest, 0, end);
		rest = str_from(rest, end);
		size_t equals = str_find_byte(one, '=', 0);
		if (equals != STR_NONE && str_eq_nocase(str_cut(one, 0, equals), name))
			return str_strip(str_from(one, equals + 1), "\"");
	}
	return (struct str){ 0 };
}

static bool is_address(struct str s)
{
	size_t at = str_find_byte(s, '@', 0);
	for (size_t i = 0; i < s.len; i++)
		if ((unsigned char)s.at[i] <= ' ')
			return false;
	return at != STR_NONE && at && at + 1 < s.len && s.len <= 320;
}

struct str ics_address(const struct ics_line *l)
{
	struct str address = str_trim(l->value);
	if (str_starts_nocase(address, S("mailto:")))
		address = str_from(address, 7);
	if (is_address(address))
		return address;
	address = ics_param(l, S("EMAIL"));
	return is_address(address) ? address : (struct str){ 0 };
}
