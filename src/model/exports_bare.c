// Network data as words in lines: who to whom, or who belongs where.
#include "model/exports.h"

#include "model/header.h"

enum { LINES_MIN = 20, LINES_LOOKED_AT = 2000, WORD_MAX = 254 };

static bool cuts(char c)
{
	return byte_is_space(c) || c == ',' || c == ';';
}

bool bare_next(struct str *rest, struct bare_row *row)
{
	struct str line;
	while (str_line(rest, &line)) {
		row->line++;
		row->count = 0;
		for (size_t at = 0; at < line.len && row->count < COUNT(row->words);) {
			size_t from = at;
			while (at < line.len && !cuts(line.at[at]))
				at++;
			if (at > from)
				row->words[row->count++] = str_cut(line, from, at - from);
			at++;
		}
		struct str first = row->count ? row->words[0] : S("");
		if (first.len && first.at[0] != '#' && first.at[0] != '%')
			return true;
	}
	return false;
}

bool stamp_parse(struct str word, struct date *day)
{
	static const double FIRST = 315532800, LAST = 7258118400; // 1980 to 2199
	static const double DAY = 86400;
	double number = 0;
	if (!str_to_double(word, &number))
		return false;
	for (double unit = 1; unit <= 1e6; unit *= 1e3)
		if (number >= FIRST * unit && number <= LAST * unit) {
			day->days =
				date_of(1970, 1, 1).days + (int32_t)(number / unit / DAY);
			return true;
		}
	return false;
}

static int8_t column_of(const struct headers *h, const char *names)
{
	return (int8_t)headers_find(h, str_of(names), NULL);
}

// Whether a line names every one of its columns.
static bool names_columns(const struct bare_row *row, struct bare_head *head)
{
	struct arena scratch = { 0 };
	struct headers headers;
	struct bare_head h = { .named = true };
	const struct export_kind *edges = export_find(S("edges"));
	const char *const names[BARE_COLUMNS] = { [BARE_FROM] = edges->needs[0],
		[BARE_TO] = edges->needs[1],
		[BARE_DATE] = edges->also[0],
		[BARE_WEIGHT] = edges->also[1] };
	size_t known = 0;
	headers_of(&scratch, row->words, row->count, &headers);
	for (size_t i = 0; i < BARE_COLUMNS; i++) {
		h.at[i] = column_of(&headers, names[i]);
		known += h.at[i] >= 0;
	}
	arena_free(&scratch);
	if (h.at[BARE_FROM] < 0 || h.at[BARE_TO] < 0 || known != row->count)
		return false;
	*head = h;
	return true;
}

struct bare_head bare_head_of(struct str *rest, struct bare_row *row)
{
	struct bare_head head = { .at = { 0, 1, -1, -1 } };
	if (str_starts(*rest, S("\xef\xbb\xbf")))
		*rest = str_from(*rest, 3);
	struct str behind = *rest;
	struct bare_row first = { 0 };
	if (bare_next(&behind, &first) && names_columns(&first, &head)) {
		*rest = behind;
		*row = first;
	}
	return head;
}

struct str bare_word(
	const struct bare_row *row, const struct bare_head *head, enum bare_column column)
{
	const int8_t at = head->at[column];
	return at >= 0 && (size_t)at < row->count ? row->words[at] : S("");
}

static bool is_number(struct str word)
{
	for (size_t i = 0; i < word.len; i++)
		if (!byte_is_digit(word.at[i]))
			return false;
	return word.len > 0 && word.len < 20;
}

static bool is_address(struct str word)
{
	size_t at = str_find_byte(word, '@', 1);
	return at != STR_NONE && word.len <= WORD_MAX &&
	       str_find_byte(word, '.', at) != STR_NONE;
}

static bool is_measure(struct str word)
{
	double number = 0;
	struct date day;
	return str_to_double(word, &number) || date_parse(word, DATE_DAY_FIRST, &day);
}

// The time behind a day, or what a weight is followed by.
static bool is_more(struct str word)
{
	struct date day;
	return str_find_byte(word, ':', 1) != STR_NONE || stamp_parse(word, &day);
}

// What all lines looked at so far could be.
struct looked {
	struct bare_head head;
	bool pairs, members;
	size_t lines;
	struct map firsts, seconds;
};

static bool measures_behind(const struct looked *l, const struct bare_row *row)
{
	if (l->head.named)
		return true;
	return (row->count < 3 || is_measure(row->words[2])) &&
	       (row->count < 4 || is_more(row->words[3]));
}

static bool look_at(struct looked *l, const struct bare_row *row)
{
	struct str a = bare_word(row, &l->head, BARE_FROM);
	struct str b = bare_word(row, &l->head, BARE_TO);
	bool named = is_number(a) || is_address(a) || (l->head.named && a.len);
	if (!named || row->count < 2 || !b.len || a.len > WORD_MAX || b.len > WORD_MAX)
		return false;
	l->lines++;
	l->pairs = l->pairs && is_number(a) == is_number(b) &&
		   is_address(a) == is_address(b) && measures_behind(l, row);
	size_t known = l->firsts.count;
	l->members = l->members && !l->head.named && row->count == 2 && !is_address(b) &&
		     map_add(&l->firsts, a) == known;
	(void)map_add(&l->seconds, b); // counted only
	return l->pairs || l->members;
}

const struct export_kind *bare_recognise(struct str bytes)
{
	struct arena scratch = { 0 };
	struct looked l = { .pairs = true,
		.members = true,
		.firsts.arena = &scratch,
		.seconds.arena = &scratch };
	struct bare_row row = { 0 };
	bool ok = true;
	l.head = bare_head_of(&bytes, &row);
	while (ok && l.lines < LINES_LOOKED_AT && bare_next(&bytes, &row))
		ok = look_at(&l, &row);
	bool members = l.members && l.seconds.count * 2 < l.lines;
	arena_free(&scratch);
	if (!ok || l.lines < LINES_MIN || (!members && !l.pairs))
		return NULL;
	return export_find(members ? S("members") : S("pairs"));
}
