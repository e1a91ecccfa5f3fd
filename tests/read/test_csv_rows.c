// Separated text, as RFC 4180 says and as programs really write it.
#include "test.h"

#include <string.h>

#include "read/csv_rows.h"
#include "read/csv_sniff.h"

static struct arena arena;

// The records of a text: cells in [ ], one record a line, as "number:line".
static const char *rows_of(const char *text, struct csv_dialect dialect)
{
	struct csv_rows rows;
	struct record r;
	struct buf out = { 0 };
	csv_init(&rows, str_of(text), dialect, &arena);
	while (csv_next(&rows, &r)) {
		buf_fmt(&out, "%u:%u ", r.number, r.line);
		for (size_t i = 0; i < r.count; i++)
			buf_fmt(&out, "[%" PRI_STR "]", ARG_STR(r.cells[i]));
		buf_byte(&out, '\n');
	}
	if (rows.damage.code)
		buf_fmt(&out, "%s", rows.damage.text);
	const char *got = arena_str(&arena, buf_str(&out)).at;
	buf_done(&out);
	return got;
}

static void assert_rows(const char *text, const char *want)
{
	assert_string_equal(rows_of(text, (struct csv_dialect){ ',', false }), want);
}

TEST(cells_are_cut_at_separators_and_line_ends)
{
	assert_rows("a,b\n1,2\n", "1:1 [a][b]\n2:2 [1][2]\n");
	assert_rows("a,b\r\n1,2", "1:1 [a][b]\n2:2 [1][2]\n");
	assert_rows("a,b\r1,2\r", "1:1 [a][b]\n2:2 [1][2]\n");
	assert_rows(",\n,,", "1:1 [][]\n2:2 [][][]\n");
	assert_rows("", "");
}

TEST(line_ends_may_be_mixed_in_one_file)
{
	assert_rows(
		"a\r\nb\rc\nd\r\r\ne", "1:1 [a]\n2:2 [b]\n3:3 [c]\n4:4 [d]\n5:5 [e]\n");
}

TEST(empty_lines_are_skipped_and_still_counted)
{
	assert_rows("a,b\n\n\n1,2\n\n", "1:1 [a][b]\n4:4 [1][2]\n");
	assert_rows("\r\n\r\na", "3:3 [a]\n");
}

TEST(quoted_cells_hold_separators_line_breaks_and_quotes)
{
	assert_rows("\"a,b\",c\n", "1:1 [a,b][c]\n");
	assert_rows("\"a\nb\",c\nd,e\n", "1:1 [a\nb][c]\n2:3 [d][e]\n");
	assert_rows("\"a\r\nb\rc\",d\ne\n", "1:1 [a\r\nb\rc][d]\n2:4 [e]\n");
	assert_rows("\"say \"\"no\"\"\",\"\"\"\"\n", "1:1 [say \"no\"][\"]\n");
	assert_rows("\"\",\"\"\n", "1:1 [][]\n");
}

TEST(two_unescaped_cells_of_a_row_stand_beside_each_other)
{
	assert_rows("\"a\"\"a\",\"b\"\"b\",\"c\"\"c\"\n", "1:1 [a\"a][b\"b][c\"c]\n");
}

TEST(a_quote_inside_an_unquoted_cell_is_a_character)
{
	assert_rows("6\" pipe,2\n", "1:1 [6\" pipe][2]\n");
	assert_rows("O\"Neil,\"x\"\n", "1:1 [O\"Neil][x]\n");
}

TEST(what_follows_a_closing_quote_belongs_to_the_cell)
{
	assert_rows("\"a\" b,c\n", "1:1 [a b][c]\n");
	assert_rows("\"5\" pipe\",c\n", "1:1 [5 pipe\"][c]\n");
	assert_rows("\"a\"  ,c\n", "1:1 [a][c]\n");
}

TEST(a_stray_opening_quote_does_not_swallow_the_rows_below)
{
	assert_rows("1,\"6 inch,y\n2,\"ok\",z\n3,a,b\n",
		"1:1 [1][\"6 inch][y]\n2:2 [2][ok][z]\n3:3 [3][a][b]\n");
}

TEST(an_open_quote_is_an_error_with_its_line)
{
	const char *got = rows_of(
		"a,b\n1,2\n3,\"x\n4,5\n6,7\n", (struct csv_dialect){ ',', false });
	assert_non_null(strstr(got, "2:2 [1][2]\n"));
	assert_non_null(strstr(got, "line 3: a quote opens here and is not closed"));
	assert_null(strstr(got, "[6]"));
}

TEST(an_open_quote_in_a_large_file_is_found_within_a_megabyte)
{
	struct buf text = { 0 };
	buf_add(&text, S("a,b\n1,\"x\n"));
	while (text.len < 3u << 20)
		buf_add(&text, S("2,more and more and more\n"));
	buf_add(&text, S("3,\"\n"));
	struct csv_rows rows;
	struct record r;
	csv_init(&rows, buf_str(&text), (struct csv_dialect){ ',', false }, &arena);
	assert_true(csv_next(&rows, &r));
	assert_false(csv_next(&rows, &r));
	assert_int_equal(rows.damage.code, ERROR_FORMAT);
	assert_non_null(strstr(rows.damage.text, "line 2: a quote opens"));
	assert_non_null(strstr(rows.damage.text, "within 1 MB"));
	buf_done(&text);
}

static void assert_limit(struct buf *text, const char *want)
{
	struct csv_rows rows;
	struct record r;
	csv_init(&rows, buf_str(text), (struct csv_dialect){ ',', false }, &arena);
	assert_true(csv_next(&rows, &r));
	assert_false(csv_next(&rows, &r));
	assert_int_equal(rows.damage.code, ERROR_LIMIT);
	assert_non_null(strstr(rows.damage.text, want));
	buf_done(text);
}

TEST(rows_and_cells_without_end_are_refused_with_their_line)
{
	struct buf text = { 0 };
	buf_add(&text, S("a,b\n"));
	buf_repeat(&text, S(","), 1000000);
	assert_limit(&text, "line 2 has more than 16384 cells");
	buf_add(&text, S("a,b\n"));
	buf_repeat(&text, S("x"), 2u << 20);
	assert_limit(&text, "line 2 has a cell of more than 1024 KB");
}

TEST(spaces_may_stand_before_a_quote_where_the_file_does_that)
{
	assert_string_equal(
		rows_of("a, \"b, c\", d\n", (struct csv_dialect){ ',', true }),
		"1:1 [a][b, c][ d]\n");
	assert_rows("a, \"b, c\"\n", "1:1 [a][ \"b][ c\"]\n");
}

static char separator_of(const char *text)
{
	return csv_sniff(str_of(text), '\0').dialect.separator;
}

TEST(separators_are_found)
{
	assert_int_equal(separator_of("a,b,c\n1,2,3\n"), ',');
	assert_int_equal(separator_of("a;b;c\n1;2;3\n"), ';');
	assert_int_equal(separator_of("a\tb\n1\t2\n"), '\t');
	assert_int_equal(separator_of("a|b\n1|2\n"), '|');
	assert_int_equal(separator_of("alone\n1\n2\n"), ',');
	assert_int_equal(separator_of(""), ',');
}

TEST(decimal_commas_do_not_make_a_comma_file)
{
	assert_int_equal(separator_of("account;amount;share\n"
				      "Brandt;1.200,50;0,3\n"
				      "Kestrel;84.000,00;0,5\n"),
		';');
	assert_int_equal(separator_of("Konto;Betrag\nBrandt;1,5\n"), ';');
}

TEST(lists_and_prose_inside_cells_do_not_decide)
{
	assert_int_equal(
		separator_of("deal,competitors\nD-1,a; b\nD-2,c; d\nD-3,a; c\n"), ',');
	assert_int_equal(separator_of("id;note\n1;\"well, yes, no\"\n2;\"a, b\"\n"), ';');
	assert_int_equal(
		separator_of("id\tname\n1\tCole, Dana\n2\tBrandt, Petra\n"), '\t');
	assert_int_equal(separator_of("\"a;b\",\"c;d\"\n\"1;2\",\"3;4\"\n"), ',');
}

TEST(line_breaks_in_quotes_do_not_confuse_the_count)
{
	assert_int_equal(separator_of("id;text\n1;\"a,\nb,\nc\"\n2;\"d,\ne\"\n"), ';');
}

TEST(a_first_line_can_name_the_separator)
{
	struct str text = S("sep=|\r\na|b\n");
	assert_int_equal(csv_sep_line(&text), '|');
	assert_true(str_eq(text, S("a|b\n")));
	text = S("\"sep=;\"\na;b\n");
	assert_int_equal(csv_sep_line(&text), ';');
	text = S("separator,b\n");
	assert_int_equal(csv_sep_line(&text), '\0');
}

MAIN(RUN(cells_are_cut_at_separators_and_line_ends),
	RUN(line_ends_may_be_mixed_in_one_file),
	RUN(empty_lines_are_skipped_and_still_counted),
	RUN(quoted_cells_hold_separators_line_breaks_and_quotes),
	RUN(two_unescaped_cells_of_a_row_stand_beside_each_other),
	RUN(a_quote_inside_an_unquoted_cell_is_a_character),
	RUN(what_follows_a_closing_quote_belongs_to_the_cell),
	RUN(a_stray_opening_quote_does_not_swallow_the_rows_below),
	RUN(an_open_quote_is_an_error_with_its_line),
	RUN(an_open_quote_in_a_large_file_is_found_within_a_megabyte),
	RUN(rows_and_cells_without_end_are_refused_with_their_line),
	RUN(spaces_may_stand_before_a_quote_where_the_file_does_that),
	RUN(separators_are_found), RUN(decimal_commas_do_not_make_a_comma_file),
	RUN(lists_and_prose_inside_cells_do_not_decide),
	RUN(line_breaks_in_quotes_do_not_confuse_the_count),
	RUN(a_first_line_can_name_the_separator))
