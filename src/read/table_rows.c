// The rows of a table, without the records above, between and below that are none.
#include <assert.h>
#include <string.h>

#include "read/table.h"
#include "read/table_edges.h"

static void hold(struct table *t, const struct record *r)
{
	struct str *cells = (struct str *)(void *)scratch_take(
		&t->ahead[0], r->count * sizeof *cells);
	for (size_t i = 0; i < r->count; i++)
		cells[i] = scratch_str(&t->ahead[0], r->cells[i]);
	t->held[t->held_count] = *r;
	t->held[t->held_count++].cells = cells;
}

// Makes room to hold records; the one in hand may be held itself and stays readable.
static void hold_anew(struct table *t)
{
	assert(t->held_at == t->held_count);
	struct scratch before = t->ahead[0];
	t->ahead[0] = t->ahead[1];
	t->ahead[1] = before;
	scratch_clear(&t->ahead[0]);
	t->held_count = t->held_at = t->released = 0;
}

static bool next_filled(struct table *t, struct record *r)
{
	while (table_record(t, r))
		if (!edge_blank(r))
			return true;
	return false;
}

/*
 * A record with one filled cell is a row that somebody did not fill in, or a line below
 * the rows: the name of the report, of the company.  Read on over its like: if a notice
 * is among them, none of them is a row.
 */
static void judge_lonely(struct table *t, struct record r)
{
	hold_anew(t);
	size_t lonely = 0;
	bool more = true;
	while (more && edge_lonely(&r) && t->held_count + 1 < TABLE_HELD_MAX) {
		t->noticed |= edge_notice(&r);
		hold(t, &r);
		lonely++;
		more = next_filled(t, &r);
	}
	if (more) {
		hold(t, &r);
		lonely += edge_lonely(&r);
	}
	if (t->noticed) {
		t->held_at = lonely;
		t->footers += lonely;
	} else {
		t->released = lonely;
	}
}

static bool repeats_header(const struct table *t, const struct record *r)
{
	if (r->count != t->info.columns)
		return false;
	struct str first = str_trim(r->cells[0]);
	if (str_starts(first, S("\xef\xbb\xbf")))
		first = str_from(first, 3);
	if (!str_eq(first, t->info.header[0]))
		return false;
	for (size_t i = 1; i < r->count; i++)
		if (!str_eq(str_trim(r->cells[i]), t->info.header[i]))
			return false;
	return true;
}

// A full line of sums can be told from a row called "Total" only by what comes behind it:
// nothing, more sums, or what stands below a report.
static void judge_total(struct table *t, struct record r)
{
	hold_anew(t);
	hold(t, &r);
	bool more = next_filled(t, &r);
	if (more)
		hold(t, &r);
	bool last = !more || edge_total(&r) || (t->info.columns > 1 && edge_lonely(&r));
	t->held_at = last;
	t->released = !last;
	t->footers += last;
}

// What nearly every row is: two filled cells, the first neither a sum nor the header's.
static bool is_plain(const struct table *t, const struct record *r)
{
	if (r->count < 2 || !r->cells[0].len || !r->cells[1].len)
		return false;
	char first = byte_lower(r->cells[0].at[0]);
	return (unsigned char)first > ' ' && (unsigned char)r->cells[1].at[0] > ' ' &&
	       first != 't' && first != 's' && first != 'g' && first != 'z' &&
	       first != '\xef' && r->cells[0].len != t->info.header[0].len;
}

static void fill(struct table *t, const struct record *r, struct row *row)
{
	const size_t columns = t->info.columns;
	*row = (struct row){ r->number, r->line, r->cells };
	if (r->count == columns)
		return;
	bool uneven = r->count < columns;
	for (size_t i = columns; i < r->count && !uneven; i++)
		uneven = r->cells[i].len > 0;
	t->uneven += uneven;
	if (r->count > columns)
		return;
	if (r->count)
		memcpy(t->padded, r->cells, r->count * sizeof *t->padded);
	for (size_t i = r->count; i < columns; i++)
		t->padded[i] = (struct str){ 0 };
	row->cells = t->padded;
}

/*
 * Whether the record is a row.  One that is not is counted; one that could be either is
 * held with what comes behind it, and is `released` when it comes round again.
 */
static bool is_row(struct table *t, const struct record *r, bool released)
{
	const size_t columns = t->info.columns;
	if (is_plain(t, r))
		return true;
	if (edge_blank(r))
		return false;
	bool total = edge_total(r);
	if (repeats_header(t, r) || (total && edge_sparse(r, columns))) {
		t->footers++;
		return false;
	}
	if (released)
		return true;
	if (columns > 1 && edge_lonely(r)) {
		judge_lonely(t, *r);
		return false;
	}
	if (total)
		judge_total(t, *r);
	return !total;
}

bool table_next(struct table *t, struct row *row)
{
	struct record r = { 0 };
	for (;;) {
		bool released = t->released > 0;
		if (t->held_at < t->held_count) {
			r = t->held[t->held_at++];
			t->released -= released;
		} else if (!table_record(t, &r)) {
			return false;
		}
		if (t->sample && !is_row(t, &r, released))
			continue;
		fill(t, &r, row);
		return true;
	}
}
