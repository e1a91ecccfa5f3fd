// The three ways of finding separators agree on every byte, and so do the rows they give.
#include "test.h"

#include "read/csv_rows.h"
#include "read/csv_scan.h"

static struct arena arena;

TEST(each_byte_value_is_marked_the_same_at_each_position)
{
	for (unsigned value = 0; value < 256; value++) {
		for (size_t at = 0; at < CSV_BLOCK; at++) {
			char block[CSV_BLOCK] = { 0 };
			block[at] = (char)value;
			bool cut = value == ';' || value == '\n' || value == '\r';
			struct csv_marks want = { (uint64_t)cut << at,
				(uint64_t)(value == '"') << at };
			for (unsigned speed = 0; speed < CSV_SPEEDS; speed++) {
				csv_scan_fn *scan = csv_scan_of((enum csv_speed)speed);
				if (!scan)
					continue;
				struct csv_marks got = scan(block, ';');
				assert_true(got.cut == want.cut);
				assert_true(got.quote == want.quote);
			}
		}
	}
}

TEST(random_blocks_are_marked_the_same)
{
	static const char BYTES[] = "\"\"\r\n;,\t|ab \xc3\xa4\0\xff";
	struct random r = { 7 };
	for (size_t round = 0; round < 20000; round++) {
		char block[CSV_BLOCK];
		for (size_t i = 0; i < CSV_BLOCK; i++)
			block[i] = BYTES[random_next(&r) % (sizeof BYTES - 1)];
		char separator = ",;\t|"[random_next(&r) % 4];
		struct csv_marks want = csv_scan_of(CSV_PLAIN)(block, separator);
		for (unsigned speed = 1; speed < CSV_SPEEDS; speed++) {
			csv_scan_fn *scan = csv_scan_of((enum csv_speed)speed);
			if (!scan)
				continue;
			struct csv_marks got = scan(block, separator);
			assert_true(got.cut == want.cut && got.quote == want.quote);
		}
	}
}

// Everything the rows of a text say, in one number.
static uint64_t walk(struct str text, csv_scan_fn *scan, size_t *records)
{
	struct arena a = { 0 };
	struct csv_rows rows;
	struct record r;
	uint64_t sum = 0;
	csv_init(&rows, text, (struct csv_dialect){ ',', false }, &a);
	rows.scan = scan;
	for (*records = 0; csv_next(&rows, &r); ++*records) {
		sum = str_hash(S("row"), sum + r.number + ((uint64_t)r.line << 32));
		for (size_t i = 0; i < r.count; i++)
			sum = str_hash(r.cells[i], sum);
	}
	sum = str_hash(str_of(rows.damage.text), sum);
	arena_free(&a);
	return sum;
}

TEST(rows_are_the_same_whatever_the_machine_can_do)
{
	static const char BYTES[] = "\"\"\"\r\n\n,,,,abc\xc3\xa4";
	struct random r = { 11 };
	size_t seen = 0;
	for (size_t round = 0; round < 20000; round++) {
		char text[400];
		size_t len = random_next(&r) % sizeof text;
		for (size_t i = 0; i < len; i++)
			text[i] = BYTES[random_next(&r) % (sizeof BYTES - 1)];
		size_t want_records = 0, records = 0;
		uint64_t want = walk(
			(struct str){ text, len }, csv_scan_of(CSV_PLAIN), &want_records);
		seen += want_records;
		for (unsigned speed = 1; speed < CSV_SPEEDS; speed++) {
			csv_scan_fn *scan = csv_scan_of((enum csv_speed)speed);
			if (!scan)
				continue;
			assert_true(
				walk((struct str){ text, len }, scan, &records) == want);
			assert_int_equal(records, want_records);
		}
	}
	assert_true(seen > 20000);
}

/*
 * Written with every cell quoted or not, and with any line end, the same values come
 * back: the writer here knows nothing of the scanner.
 */
TEST(what_is_written_comes_back)
{
	static const char BYTES[] = "\"\r\n,;abcdefg \xc3\xa4";
	struct random r = { 23 };
	for (size_t round = 0; round < 3000; round++) {
		struct buf out = { 0 };
		struct str want[64];
		size_t n = 1 + random_next(&r) % 63;
		for (size_t i = 0; i < n; i++) {
			char cell[90];
			size_t len = random_next(&r) % sizeof cell;
			buf_byte(&out, '"');
			for (size_t j = 0; j < len; j++) {
				cell[j] = BYTES[random_next(&r) % (sizeof BYTES - 1)];
				buf_byte(&out, cell[j]);
				if (cell[j] == '"')
					buf_byte(&out, '"');
			}
			want[i] = arena_str(&arena, (struct str){ cell, len });
			buf_add(&out, i + 1 < n ? S("\",") : S("\"\r\n"));
		}
		struct csv_rows rows;
		struct record got;
		csv_init(
			&rows, buf_str(&out), (struct csv_dialect){ ',', false }, &arena);
		if (n > 1 || want[0].len) {
			assert_true(csv_next(&rows, &got));
			assert_int_equal(got.count, n);
			for (size_t i = 0; i < n; i++)
				assert_true(str_eq(got.cells[i], want[i]));
		}
		assert_false(csv_next(&rows, &got));
		assert_int_equal(rows.damage.code, ERROR_NONE);
		buf_done(&out);
		arena_free(&arena);
	}
}

MAIN(RUN(each_byte_value_is_marked_the_same_at_each_position),
	RUN(random_blocks_are_marked_the_same),
	RUN(rows_are_the_same_whatever_the_machine_can_do),
	RUN(what_is_written_comes_back))
