// Workbooks as rows and as words, and what is wrong with damaged ones.
#include "test.h"

#include "read/xlsx_book.h"
#include "seeds.h"

static struct arena arena;

// One line a row: "2| D-1 |84000|2025-11-30", or the error.
static const char *rows_text(const char *name, size_t sheet)
{
	struct xlsx *x = NULL;
	struct error err = { 0 };
	struct buf out = { 0 };
	uint32_t number = 0;
	const struct str *cells = NULL;
	size_t count = 0;
	if (!xlsx_open(seed(&arena, name), sheet, &arena, &x, &err))
		return arena_fmt(&arena, "%d: %s", err.code, err.text).at;
	while (xlsx_next(x, &number, &cells, &count)) {
		buf_fmt(&out, "%u", number);
		for (size_t i = 0; i < count && i < 5; i++)
			buf_fmt(&out, "|%" PRI_STR, ARG_STR(cells[i]));
		buf_fmt(&out, count > 5 ? "... %zu\n" : "\n", count);
	}
	const char *text = arena_str(&arena, buf_str(&out)).at;
	buf_done(&out);
	return text;
}

TEST(every_cell_has_its_row_and_column)
{
	assert_string_equal(seed_text(&arena, "xlsx/full.xlsx"),
		"meta 1:1-1:1 Deals & co\n"
		"cell1 1:1-1:1 deal\n"
		"cell1 1:2-1:2 amount\n"
		"cell1 1:3-1:3 closed\n"
		"cell 2:1-2:1 D-1\n"
		"cell 2:2-2:2 84000\n"
		"cell 2:3-2:3 2025-11-30\n"
		"cell 3:1-3:1 richtext\n"
		"cell 3:2-3:2 0.4\n"
		"cell 3:3-3:3 2025-11-30T14:06:06\n"
		"cell 4:1-4:1 two lines_ & x\n"
		"cell 4:2-4:2 12:00:00\n"
		"cell 4:3-4:3 36:00:00\n"
		"cell 5:1-5:1 inline\n"
		"cell 5:2-5:2 TRUE\n"
		"cell 6:1-6:1 sum\n"
		"cell 6:2-6:2 168000\n"
		"cell 6:3-6:3 1900-02-28\n"
		"cell 9:2-9:2 0.0015\n"
		"cell 9:3-9:3 60\n"
		"cell 9:16384-9:16384 7\n"
		"cell 10:1-10:1 merged\n"
		"cell 10:3-10:3 trimmed\n"
		"cell 11:3-11:3 -1\n"
		"cell 11:4-11:4 2025-11-30T06:00:00\n"
		"cell 12:1-12:1 no place\n"
		"cell 12:2-12:2 12\n"
		"meta 1:1-1:1 Second\n"
		"cell 2:2-2:2 2025-12-24\n"
		"cell 2:3-2:3 FALSE\n"
		"sheet=Deals & co\n"
		"sheet=Second\n"
		"hidden-sheets=1\n"
		"author=Sara\n"
		"modified=2025-11-30");
}

TEST(rows_come_with_their_numbers_and_merged_cells_filled)
{
	assert_string_equal(rows_text("xlsx/full.xlsx", 0),
		"1|deal|amount|closed\n"
		"2| D-1 |84000|2025-11-30\n"
		"3|richtext|0.4|2025-11-30T14:06:06\n"
		"4|two\nlines_ & x|12:00:00|36:00:00\n"
		"5|inline|TRUE\n"
		"6|sum|168000|1900-02-28\n"
		"9||0.0015|60||... 16384\n"
		"10|merged|merged|trimmed\n"
		"11|merged|merged|-1|2025-11-30T06:00:00\n"
		"12|no place|12\n");
	assert_string_equal(rows_text("xlsx/full.xlsx", 1), "2||2025-12-24|FALSE\n");
	assert_string_equal(
		rows_text("xlsx/full.xlsx", 2), "1: has no sheet 3; it has 2");
}

TEST(workbooks_of_1904_count_from_there)
{
	const char *text = rows_text("xlsx/date1904.xlsx", 0);
	assert_non_null(strstr(text, "2| D-1 |84000|2029-12-01\n"));
	assert_non_null(strstr(text, "6|sum|168000|1904-02-29\n"));
}

TEST(sheets_have_names_and_hidden_ones_are_not_there)
{
	struct xlsx *x = NULL;
	struct error err = { 0 };
	assert_true(xlsx_open(seed(&arena, "xlsx/full.xlsx"), 0, &arena, &x, &err));
	assert_int_equal(xlsx_sheets(x), 2);
	assert_true(str_eq(xlsx_sheet_name(x, 0), S("Deals & co")));
	assert_true(str_eq(xlsx_sheet_name(x, 1), S("Second")));
	assert_int_equal(xlsx_sheet_name(x, 2).len, 0);
}

TEST(damage_and_limits_have_one_clear_reason)
{
	static const struct {
		const char *name, *want;
	} CASES[] = {
		{ "xlsx/rows-back.xlsx",
			"3: sheet \"Deals & co\": xl/worksheets/sheet1.xml: "
			"is damaged: row 4 comes after row 5; save the "
			"file again" },
		{ "xlsx/row-beyond.xlsx", "4: sheet \"Deals & co\": "
					  "xl/worksheets/sheet1.xml: has more than "
					  "1048576 rows" },
		{ "xlsx/column-beyond.xlsx", "4: sheet \"Deals & co\": "
					     "xl/worksheets/sheet1.xml: has a cell at "
					     "\"XFE1\", and sheets end at XFD1048576" },
		{ "xlsx/no-row.xlsx",
			"3: sheet \"Deals & co\": xl/worksheets/sheet1.xml: "
			"is damaged: a cell stands outside of all rows; save "
			"the file again" },
		{ "xlsx/no-string.xlsx",
			"3: sheet \"Deals & co\": "
			"xl/worksheets/sheet1.xml: is damaged: a cell in "
			"row 3 has a text that is not in the workbook; "
			"save the file again" },
		{ "xlsx/wide.xlsx", "4: sheet \"Deals & co\": xl/worksheets/sheet1.xml: "
				    "spreads over more than 50 million cells" },
		{ "xlsx/merges.xlsx", "4: merges more than 50 million cells" },
		{ "xlsx/encrypted.xlsx", "3: is protected by a password; save a copy "
					 "without one" },
		{ "docx/full.docx", "3: word/document.xml: is not a workbook, whatever "
				    "its name says" },
	};
	for (size_t i = 0; i < COUNT(CASES); i++)
		assert_string_equal(rows_text(CASES[i].name, 0), CASES[i].want);
}

// As LibreOffice 7.4.7 shows 45991.587568 in each format: a day, a moment, a time, a
// duration or a number (workbook made with openpyxl, exported to PDF).
TEST(number_formats_say_what_a_number_is)
{
	static const struct {
		const char *format;
		enum number_kind kind;
	} CASES[] = {
		{ "General", NUMBER_PLAIN },
		{ "0.00%", NUMBER_PLAIN },
		{ "#,##0.00\\ \"EUR\"", NUMBER_PLAIN },
		{ "0.00E+00", NUMBER_PLAIN },
		{ "[Red]0;[Blue]-0", NUMBER_PLAIN },
		{ "0 \"days\"", NUMBER_PLAIN },
		{ "0\\d", NUMBER_PLAIN },
		{ "_(* #,##0_);_(* (#,##0)", NUMBER_PLAIN },
		{ "@", NUMBER_PLAIN },
		{ "dd.mm.yyyy", NUMBER_DAY },
		{ "yyyy\\-mm\\-dd;@", NUMBER_DAY },
		{ "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", NUMBER_DAY },
		{ "mmm", NUMBER_DAY },
		{ "MMM-YY", NUMBER_DAY },
		{ "m/d/yy h:mm AM/PM", NUMBER_MOMENT },
		{ "[$-407]d. mmm yyyy hh:mm:ss", NUMBER_MOMENT },
		{ "h:mm", NUMBER_TIME },
		{ "mm:ss.0", NUMBER_TIME },
		{ "[$-F400]h:mm:ss AM/PM", NUMBER_TIME },
		{ "[h]:mm:ss", NUMBER_DURATION },
		{ "[mm]:ss", NUMBER_DURATION },
	};
	for (size_t i = 0; i < COUNT(CASES); i++)
		if (number_kind_of(164, str_of(CASES[i].format)) != CASES[i].kind)
			fail_msg("%s", CASES[i].format);
	assert_int_equal(number_kind_of(14, S("")), NUMBER_DAY);
	assert_int_equal(number_kind_of(22, S("")), NUMBER_MOMENT);
	assert_int_equal(number_kind_of(46, S("")), NUMBER_DURATION);
	assert_int_equal(number_kind_of(49, S("")), NUMBER_PLAIN);
}

static void assert_number(
	const char *raw, enum number_kind kind, bool from_1904, const char *want)
{
	struct buf scratch = { 0 };
	struct str got = number_text(&arena, str_of(raw), kind, from_1904, &scratch);
	buf_done(&scratch);
	assert_string_equal(arena_cstr(&arena, got), want);
}

// Day numbers as Excel documents them: DATE(1900,1,1) is 1, DATE(9999,12,31) is 2958465.
// LibreOffice counts from 1899-12-30 and so differs before 61; from there on it agrees.
TEST(numbers_are_shortest_and_days_are_iso)
{
	assert_number("84000", NUMBER_PLAIN, false, "84000");
	assert_number("84000.0", NUMBER_PLAIN, false, "84000");
	assert_number("0.30000000000000004", NUMBER_PLAIN, false, "0.30000000000000004");
	assert_number("0.29999999999999999", NUMBER_PLAIN, false, "0.3");
	assert_number("-1.2E5", NUMBER_PLAIN, false, "-120000");
	assert_number("8.0000000000000002E-3", NUMBER_PLAIN, false, "0.008");
	assert_number("1E+22", NUMBER_PLAIN, false, "1e22");
	assert_number("1.5E-9", NUMBER_PLAIN, false, "1.5e-9");
	assert_number("123456789012345680", NUMBER_PLAIN, false, "123456789012345680");
	assert_number("-0", NUMBER_PLAIN, false, "0");
	assert_number("0.000", NUMBER_PLAIN, false, "0");
	assert_number("-.5", NUMBER_PLAIN, false, "-0.5");
	assert_number("0.0000012", NUMBER_PLAIN, false, "0.0000012");
	assert_number("1.5E-8", NUMBER_PLAIN, false, "1.5e-8");
	assert_number("0.99999999999999999", NUMBER_PLAIN, false, "1");
	assert_number("999.99999999999999", NUMBER_PLAIN, false, "1000");
	assert_number("1e999", NUMBER_PLAIN, false, "1e999");
	assert_number("", NUMBER_PLAIN, false, "");
	assert_number(".", NUMBER_PLAIN, false, ".");
	assert_number("0.1000000000000000055511151231257827", NUMBER_PLAIN, false, "0.1");
	assert_number("007", NUMBER_PLAIN, false, "7");
	assert_number("no number", NUMBER_PLAIN, false, "no number");
	assert_number("1", NUMBER_DAY, false, "1900-01-01");
	assert_number("59", NUMBER_DAY, false, "1900-02-28");
	assert_number("60", NUMBER_DAY, false, "60");
	assert_number("61", NUMBER_DAY, false, "1900-03-01");
	assert_number("2958465", NUMBER_DAY, false, "9999-12-31");
	assert_number("2958466", NUMBER_DAY, false, "2958466");
	assert_number("-1", NUMBER_DAY, false, "-1");
	assert_number("0", NUMBER_DAY, true, "1904-01-01");
	assert_number("44561", NUMBER_DAY, false, "2021-12-31");
	assert_number("44561.999999", NUMBER_MOMENT, false, "2022-01-01T00:00:00");
	assert_number("0.5", NUMBER_TIME, false, "12:00:00");
	assert_number("1.25", NUMBER_DURATION, false, "30:00:00");
}

TEST(references_end_with_the_sheet)
{
	uint32_t column = 0, row = 0;
	assert_true(cell_reference(S("XFD1048576"), &column, &row));
	assert_int_equal(column, 16383);
	assert_int_equal(row, 1048576);
	assert_true(cell_reference(S("b7"), &column, &row));
	assert_int_equal(column, 1);
	assert_false(cell_reference(S("XFE1"), &column, &row));
	assert_false(cell_reference(S("A1048577"), &column, &row));
	assert_false(cell_reference(S("A99999999999999999999"), &column, &row));
	assert_false(cell_reference(S("ZZZZZZZZZZZZZ1"), &column, &row));
	assert_false(cell_reference(S("1"), &column, &row));
	assert_false(cell_reference(S("A1B"), &column, &row));
	assert_false(cell_reference(S(""), &column, &row));
}

MAIN(RUN(every_cell_has_its_row_and_column),
	RUN(rows_come_with_their_numbers_and_merged_cells_filled),
	RUN(workbooks_of_1904_count_from_there),
	RUN(sheets_have_names_and_hidden_ones_are_not_there),
	RUN(damage_and_limits_have_one_clear_reason),
	RUN(number_formats_say_what_a_number_is),
	RUN(numbers_are_shortest_and_days_are_iso), RUN(references_end_with_the_sheet))
