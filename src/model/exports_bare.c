// Network data without a header: who to whom, or who belongs where.
#include "model/exports.h"

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

// What all lines looked at so far could be.
struct looked {
	bool pairs, members;
	size_t lines;
	struct map firsts, seconds;
};

static bool look_at(struct looked *l, const struct bare_row *row)
{
	struct str a = row->words[0], b = row->words[1];
	bool named = is_number(a) || is_address(a);
	if (!named || row->count < 2 || a.len > WORD_MAX || b.len > WORD_MAX)
		return false;
	l->lines++;
	l->pairs = l->pairs && row->count <= 3 && is_number(a) == is_number(b) &&
		   is_address(a) == is_address(b) &&
		   (row->count == 2 || is_measure(row->words[2]));
	size_t known = l->firsts.count;
	l->members = l->members && row->count == 2 && !is_address(b) &&
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
	if (str_starts(bytes, S("\xef\xbb\xbf")))
		bytes = str_from(bytes, 3);
	while (ok && l.lines < LINES_LOOKED_AT && bare_next(&bytes, &row))
		ok = look_at(&l, &row);
	bool members = l.members && l.seconds.count * 2 < l.lines;
	arena_free(&scratch);
	if (!ok || l.lines < LINES_MIN || (!members && !l.pairs))
		return NULL;
	return export_find(members ? S("members") : S("pairs"));
}
