// A competitor cell taken apart: which names stand in it, and which of them are vendors.
#include <string.h>

#include "model/vendors_known.h"

enum { PIECES_MAX = 2 * VENDORS_PER_CELL, NAME_BYTES_MAX = 60, CELL_BYTES_MAX = 4096 };

// A piece of the cell, as offsets, so that neighbours can be joined again.
struct piece {
	size_t from, to;
};

static const struct str JOINERS[] = {
	STR_INIT(" and "),
	STR_INIT(" und "),
	STR_INIT(" vs "),
	STR_INIT(" vs. "),
	STR_INIT(" versus "),
	STR_INIT(" or "),
	STR_INIT(" oder "),
};

static bool is_space_at(struct str s, size_t at)
{
	return at < s.len && byte_is_space(s.at[at]);
}

static bool is_word_at(struct str s, size_t at)
{
	return at < s.len && byte_is_word(s.at[at]);
}

// "A/B Test", "24/7", "I/O", "A+ Software", "C++", "https://": not a list.
static bool splits_words(struct str s, size_t from, size_t at)
{
	struct str left = str_trim(str_cut(s, from, at - from));
	struct str right = str_trim(str_from(s, at + 1));
	if (left.len < 2 || right.len < 2 || !is_word_at(right, 0))
		return false;
	if (s.at[at] == '/' && (s.at[at - 1] == ':' || s.at[at - 1] == '/'))
		return false;
	return !(byte_is_digit(s.at[at - 1]) && byte_is_digit(s.at[at + 1]));
}

// Bytes of the separator at `at`, 0 if there is none.
static size_t separator_at(struct str s, size_t from, size_t at)
{
	char c = s.at[at];
	if (c == ';' || c == ',' || c == '|' || c == '\n' || c == '\r' || c == '\t')
		return 1;
	if (c == '/' || c == '+')
		return splits_words(s, from, at);
	if (c == '&')
		return at && is_space_at(s, at - 1) && is_space_at(s, at + 1);
	if (!byte_is_space(c))
		return 0;
	for (size_t i = 0; i < COUNT(JOINERS); i++)
		if (str_starts_nocase(str_from(s, at), JOINERS[i]))
			return JOINERS[i].len - 1;
	return 0;
}

static size_t cut_pieces(struct str cell, struct piece out[PIECES_MAX])
{
	size_t count = 0, from = 0, depth = 0;
	for (size_t at = 0; at < cell.len && count < PIECES_MAX - 1; at++) {
		depth += cell.at[at] == '(' || cell.at[at] == '[';
		depth -= depth && (cell.at[at] == ')' || cell.at[at] == ']');
		size_t len = depth ? 0 : separator_at(cell, from, at);
		if (!len)
			continue;
		out[count++] = (struct piece){ from, at };
		from = at + len;
		at = from - 1;
	}
	out[count++] = (struct piece){ from, cell.len };
	return count;
}

// "None (greenfield)" -> "None" and "greenfield".
static struct str cut_bracket(struct str *name)
{
	size_t open = str_find_byte(*name, '(', 0), close = STR_NONE;
	if (open == STR_NONE)
		return (struct str){ 0 };
	close = str_find_byte(*name, ')', open);
	close = close == STR_NONE ? name->len : close;
	struct str inside = str_trim(str_cut(*name, open + 1, close - open - 1));
	struct str behind = str_trim(str_from(*name, close + 1));
	struct str before = str_trim(str_cut(*name, 0, open));
	*name = before.len ? before : behind;
	return inside;
}

struct found {
	struct vendors *vendors;
	uint16_t *out;
	size_t count;
	int depth; // of brackets whose inside is read as a list of its own
};

static void add_cell(struct found *f, struct str cell);

static void add_found(struct found *f, size_t vendor)
{
	if (vendor == MAP_NONE || vendor > UINT16_MAX || f->count == VENDORS_PER_CELL)
		return;
	for (size_t i = 0; i < f->count; i++)
		if (f->out[i] == vendor)
			return;
	f->out[f->count++] = (uint16_t)vendor;
}

static void add_alternative(
	struct found *f, const struct alternative *what, struct str name)
{
	size_t vendor = vendors_find(f->vendors, what->id);
	if (vendor == MAP_NONE)
		vendor = vendors_add(
			f->vendors, what->id, what->name, VENDOR_ALTERNATIVE, false);
	if (vendor != MAP_NONE)
		vendors_alias(f->vendors, vendor, name);
	add_found(f, vendor);
}

// Free text names nobody new, but it may mention a vendor we know, in up to three words.
static void add_mentioned(struct found *f, struct str text)
{
	for (size_t from = 0; from < text.len; from++) {
		if (!is_word_at(text, from) || (from && is_word_at(text, from - 1)))
			continue;
		size_t end = from;
		for (int words = 0; words < 3 && end < text.len; words++) {
			while (end < text.len && !is_word_at(text, end))
				end++;
			while (is_word_at(text, end))
				end++;
			struct str name = str_cut(text, from, end - from);
			add_found(f, vendors_find(f->vendors, name));
		}
	}
}

static bool is_free_text(struct str name)
{
	size_t words = 0;
	for (size_t i = 0; i < name.len; i++)
		words += is_word_at(name, i) && !(i && is_word_at(name, i - 1));
	return name.len > NAME_BYTES_MAX || words > 6;
}

// "Shiftly - too cheap", "Shiftly: incumbent": a vendor we know, and a remark.
static size_t known_before_remark(const struct vendors *v, struct str name)
{
	static const struct str MARKS[] = { STR_INIT(" - "), STR_INIT(" \xe2\x80\x93 "),
		STR_INIT(":") };
	for (size_t i = 0; i < COUNT(MARKS); i++) {
		size_t at = str_find(name, MARKS[i], 0);
		size_t known =
			at == STR_NONE ? MAP_NONE : vendors_find(v, str_cut(name, 0, at));
		if (known != MAP_NONE)
			return known;
	}
	return vendors_find(v, name);
}

static void add_plain(struct found *f, struct str name)
{
	char room[VENDOR_KEY_MAX];
	size_t known = known_before_remark(f->vendors, name);
	if (known != MAP_NONE) {
		add_found(f, known);
		return;
	}
	struct str key = vendor_key(name, room);
	if (vendor_is_blank(key) || vendor_is_generic(key))
		return;
	const struct alternative *what = vendor_alternative_like(key);
	if (what)
		add_alternative(f, what, name);
	else if (is_free_text(name))
		add_mentioned(f, name);
	else
		add_found(f, vendors_add(f->vendors, (struct str){ 0 }, name,
				     VENDOR_RIVAL, false));
}

static void add_name(struct found *f, struct str name)
{
	char room[VENDOR_KEY_MAX];
	name = str_strip(name, " \t\r\n\"'*.-");
	size_t whole = vendors_find(f->vendors, name);
	if (whole != MAP_NONE) {
		add_found(f, whole);
		return;
	}
	struct str inside = cut_bracket(&name);
	struct str key = vendor_key(inside, room);
	const struct alternative *what = inside.len ? vendor_alternative_like(key) : NULL;
	if (what) {
		size_t vendor = vendors_find(f->vendors, inside);
		if (vendor == MAP_NONE)
			add_alternative(f, what, inside);
		else
			add_found(f, vendor);
		return;
	}
	key = vendor_key(name, room);
	if (!inside.len || (key.len && !vendor_is_generic(key)))
		add_plain(f, name);
	else if (f->depth++ < 2)
		add_cell(f, inside);
}

static bool is_known(const struct vendors *v, struct str name)
{
	char room[VENDOR_KEY_MAX];
	if (vendors_find(v, name) != MAP_NONE)
		return true;
	struct str key = vendor_key(name, room);
	return vendor_is_blank(key) || vendor_alternative(key) != NULL;
}

// "OpsGrid, Inc.": the second piece belongs to the first.
static bool is_legal_form(struct str name)
{
	char room[VENDOR_KEY_MAX];
	char joined[24] = "x ";
	name = str_trim(name);
	if (!name.len || name.len + 2 > sizeof joined)
		return false;
	memcpy(joined + 2, name.at, name.len);
	return str_eq(vendor_key((struct str){ joined, name.len + 2 }, room), S("x"));
}

static struct str span(
	struct str cell, const struct piece *first, const struct piece *last)
{
	return str_trim(str_cut(cell, first->from, last->to - first->from));
}

// The last piece of the longest run from i on that is one known name.
static size_t joined_to(const struct vendors *v, struct str cell,
	const struct piece *pieces, size_t i, size_t count)
{
	for (size_t j = count - 1; j > i; j--)
		if (is_known(v, span(cell, &pieces[i], &pieces[j])))
			return j;
	return i;
}

static void add_cell(struct found *f, struct str cell)
{
	struct piece pieces[PIECES_MAX];
	size_t count = cut_pieces(cell, pieces);
	for (size_t i = 0; i < count; i++) {
		size_t last = joined_to(f->vendors, cell, pieces, i, count);
		add_name(f, span(cell, &pieces[i], &pieces[last]));
		i = last;
		while (i + 1 < count &&
			is_legal_form(span(cell, &pieces[i + 1], &pieces[i + 1])))
			i++;
	}
}

size_t vendors_in_cell(struct vendors *v, struct str cell, uint16_t out[VENDORS_PER_CELL])
{
	struct found f = { .vendors = v };
	f.out = out;
	cell = str_trim(str_cut(cell, 0, CELL_BYTES_MAX));
	if (str_starts(cell, S("'")))
		cell = str_from(cell, 1); // a spreadsheet's guard against formulas
	if (cell.len)
		add_cell(&f, cell);
	return f.count;
}
