#include "read/csv_sniff.h"

#include <string.h>

static const char SEPARATORS[] = ",;\t|";

// What one reading of the first records looks like.
struct look {
	size_t counts[CSV_SNIFF_RECORDS];
	size_t records;
	size_t cells, clean;
};

static bool is_amount(struct str cell)
{
	for (size_t i = 0; i < cell.len; i++)
		if (!byte_is_digit(cell.at[i]) && !strchr("+-.,' %$", cell.at[i]))
			return false;
	return true;
}

// Whether the cell was in quotes: unescaped cells are elsewhere, others have one before.
static bool was_quoted(struct str text, struct str cell)
{
	return cell.at < text.at || cell.at > text.at + text.len ||
	       (cell.at > text.at && cell.at[-1] == '"');
}

static bool is_clean(struct str text, struct str cell, char separator)
{
	if (was_quoted(text, cell) || is_amount(cell))
		return true;
	for (const char *s = SEPARATORS; *s; s++)
		if (*s != separator && str_find_byte(cell, *s, 0) != STR_NONE)
			return false;
	return true;
}

static struct look look_at(struct str text, bool cut, struct csv_dialect dialect)
{
	struct look l = { 0 };
	struct arena a = { 0 };
	struct csv_rows rows;
	struct record r;
	csv_init(&rows, text, dialect, &a);
	while (l.records < CSV_SNIFF_RECORDS && csv_next(&rows, &r)) {
		if (cut && rows.at >= text.len)
			break; // the record goes on where we do not look
		l.counts[l.records++] = r.count;
		for (size_t i = 0; i < r.count; i++)
			l.clean += is_clean(text, r.cells[i], dialect.separator);
		l.cells += r.count;
	}
	arena_free(&a);
	return l;
}

/*
 * Agreement of the records times cleanness of the cells, in millionths; more columns are
 * a little better, because each is another chance to disagree.
 */
static size_t score_of(const struct look *l, size_t columns, size_t agreeing)
{
	if (columns < 2 || !l->records || !l->cells)
		return 0;
	size_t score = 1000000 * agreeing / l->records * l->clean / l->cells;
	return score - score / 10 / columns;
}

static bool has_padding(struct str text, char separator)
{
	const char pattern[] = { separator, ' ', '"' };
	return str_find(text, (struct str){ pattern, sizeof pattern }, 0) != STR_NONE;
}

static void consider(struct str text, bool cut, struct csv_dialect dialect,
	char favourite, size_t *best, struct csv_guess *guess)
{
	struct look l = look_at(text, cut, dialect);
	size_t agreeing = 0, columns = rows_width(l.counts, l.records, &agreeing);
	size_t score = score_of(&l, columns, agreeing);
	if (dialect.separator == favourite)
		score += score / 10;
	if (score <= *best)
		return;
	*best = score;
	*guess = (struct csv_guess){ dialect, columns, l.records, agreeing };
}

struct csv_guess csv_sniff(struct str text, char favourite)
{
	bool cut = text.len > CSV_SNIFF_BYTES;
	text = str_cut(text, 0, CSV_SNIFF_BYTES);
	struct csv_guess guess = { .dialect.separator = favourite ? favourite : ',',
		.columns = 1 };
	size_t best = 0;
	for (const char *s = SEPARATORS; *s; s++) {
		struct csv_dialect plain = { *s, false }, padded = { *s, true };
		if (str_find_byte(text, *s, 0) == STR_NONE)
			continue; // one column, whatever else it is
		consider(text, cut, plain, favourite, &best, &guess);
		if (has_padding(text, *s))
			consider(text, cut, padded, favourite, &best, &guess);
	}
	return guess;
}

char csv_sep_line(struct str *text)
{
	struct str rest = *text, line;
	if (!str_line(&rest, &line))
		return '\0';
	line = str_strip(line, "\"\r");
	if (line.len != 5 || !str_starts_nocase(line, S("sep=")))
		return '\0';
	*text = rest;
	return line.at[4];
}
