// Names and addresses in the one form in which they are compared.
#include "traffic/identity.h"

static struct str without_head(struct str s)
{
	static const struct str HEADS[] = { STR_INIT("mailto:"), STR_INIT("smtp:"),
		STR_INIT("sip:") };
	for (size_t i = 0; i < COUNT(HEADS); i++)
		if (str_starts_nocase(s, HEADS[i]))
			return str_trim(str_from(s, HEADS[i].len));
	return s;
}

// The address out of "Name <a@b>"; otherwise all of it.
static struct str without_name(struct str s)
{
	size_t open = str_find_byte(s, '<', 0);
	size_t close = open == STR_NONE ? STR_NONE : str_find_byte(s, '>', open);
	if (close == STR_NONE)
		return s;
	struct str inside = str_trim(str_cut(s, open + 1, close - open - 1));
	return inside.len ? inside : s;
}

// "ana at acme.example", as archives of lists write it.
static struct str with_at(struct arena *a, struct str s)
{
	size_t at = str_find(s, S(" at "), 0);
	if (at == STR_NONE || str_find_byte(s, '@', 0) != STR_NONE ||
		str_find_byte(s, ' ', 0) != at)
		return s;
	struct str domain = str_from(s, at + 4);
	if (str_find_byte(domain, ' ', 0) != STR_NONE ||
		str_find_byte(domain, '.', 0) == STR_NONE)
		return s;
	return arena_fmt(
		a, "%" PRI_STR "@%" PRI_STR, ARG_STR(str_cut(s, 0, at)), ARG_STR(domain));
}

// "ana+news@acme.example." -> "ana@acme.example"
static struct str without_tag(struct arena *a, struct str s)
{
	size_t at = str_find_byte(s, '@', 0), plus = str_find_byte(s, '+', 0);
	while (s.len && s.at[s.len - 1] == '.')
		s.len--;
	if (plus == STR_NONE || !plus || plus > at)
		return s;
	return arena_fmt(a, "%" PRI_STR "%" PRI_STR, ARG_STR(str_cut(s, 0, plus)),
		ARG_STR(str_from(s, at)));
}

// "Duarte, Ines" -> "Ines Duarte"; white space becomes one space.
static struct str turned(struct arena *a, struct str s)
{
	size_t comma = str_find_byte(s, ',', 0), len = 0;
	if (comma != STR_NONE && str_find_byte(s, ',', comma + 1) == STR_NONE)
		s = arena_fmt(a, "%" PRI_STR " %" PRI_STR,
			ARG_STR(str_trim(str_from(s, comma + 1))),
			ARG_STR(str_trim(str_cut(s, 0, comma))));
	char *out = arena_alloc(a, s.len + 1, 1);
	for (size_t i = 0; i < s.len; i++)
		if (!byte_is_space(s.at[i]))
			out[len++] = s.at[i];
		else if (len && out[len - 1] != ' ')
			out[len++] = ' ';
	return str_trim((struct str){ out, len });
}

struct str identity_plain(struct arena *a, struct str written)
{
	struct str s = str_strip(str_trim(written), "\"' \t");
	s = without_head(without_name(s));
	s = str_strip(str_cut(s, 0, IDENTITY_NAME_MAX), "\"' \t<>");
	s = with_at(a, utf8_lower(a, s));
	return str_find_byte(s, '@', 0) != STR_NONE ? without_tag(a, s) : turned(a, s);
}

struct str identity_domain(struct str plain)
{
	size_t at = str_find_byte(plain, '@', 0);
	return at == STR_NONE ? (struct str){ 0 } : str_from(plain, at + 1);
}

// So far is looked for what parts names: none is longer, and a cell of thousands is not
// read through for each of them.
enum { AHEAD = 4 * IDENTITY_NAME_MAX };

static size_t hard_end(struct str cell, size_t from, size_t to, char also)
{
	for (size_t i = from; i < cell.len && i < to; i++) {
		const char c = cell.at[i];
		if (c == ';' || c == '|' || c == '\n' || c == '\r' || c == also)
			return i;
	}
	return STR_NONE;
}

// Whether the comma stands inside one name: "Duarte, Ines" of somebody we know, or the
// name in front of an address.
static bool is_one(const struct identity *who, struct str cell)
{
	size_t comma = str_find_byte(cell, ',', 0);
	size_t open = str_find_byte(cell, '<', 0), at = str_find_byte(cell, '@', 0);
	if (comma == STR_NONE || str_find_byte(cell, ',', comma + 1) != STR_NONE)
		return comma == STR_NONE;
	if (at != STR_NONE)
		return open != STR_NONE && comma < open && at > open &&
		       str_find_byte(str_cut(cell, 0, comma), ' ', 0) == STR_NONE;
	struct arena scratch = { 0 };
	bool known =
		map_find(&who->directory, identity_plain(&scratch, cell)) != MAP_NONE;
	arena_free(&scratch);
	return known;
}

static size_t end_of_first(const struct identity *who, struct str cell)
{
	const size_t hard = hard_end(cell, 0, AHEAD, ';');
	if (hard != STR_NONE || (cell.len <= AHEAD && is_one(who, cell)))
		return hard;
	const size_t comma = str_find_byte(str_cut(cell, 0, AHEAD), ',', 0);
	// Nothing parts what is too long for a name: it ends where anything does.
	return comma != STR_NONE ? comma : hard_end(cell, AHEAD, cell.len, ',');
}

bool identity_next(const struct identity *who, struct str *cell, struct str *one)
{
	while (cell->len) {
		const size_t end = end_of_first(who, *cell);
		*one = str_trim(str_cut(*cell, 0, end));
		*cell = end == STR_NONE ? (struct str){ 0 } : str_from(*cell, end + 1);
		if (one->len)
			return true;
	}
	return false;
}
