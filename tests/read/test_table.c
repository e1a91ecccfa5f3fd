// Tables as CRMs, spreadsheets and reports export them.
#include "test.h"

#include <string.h>

#include "read/read.h"

static struct arena arena;
static struct error err;

static struct table *open_as(const char *path, struct str bytes)
{
	struct table *t = NULL;
	err = (struct error){ 0 };
	return table_open(str_of(path), bytes, 0, &arena, &t, &err) ? t : NULL;
}

// Header and rows in [ ], then counts, when there are any, and the error that ended it.
static const char *text_of(const char *path, struct str bytes)
{
	struct table *t = open_as(path, bytes);
	if (!t)
		return arena_fmt(&arena, "refused: %s", err.text).at;
	const struct table_info *info = table_info(t);
	struct buf out = { 0 };
	struct row row;
	buf_fmt(&out, "%u ", info->header_row);
	for (size_t i = 0; i < info->columns; i++)
		buf_fmt(&out, "[%" PRI_STR "]", ARG_STR(info->header[i]));
	while (table_next(t, &row)) {
		buf_fmt(&out, "\n%u:%u ", row.number, row.line);
		for (size_t i = 0; i < info->columns; i++)
			buf_fmt(&out, "[%" PRI_STR "]", ARG_STR(row.cells[i]));
	}
	if (table_uneven(t))
		buf_fmt(&out, "\nuneven %zu", table_uneven(t));
	if (table_footers(t))
		buf_fmt(&out, "\nfooters %zu", table_footers(t));
	if (!table_whole(t, &err))
		buf_fmt(&out, "\n%s", err.text);
	const char *text = arena_str(&arena, buf_str(&out)).at;
	buf_done(&out);
	return text;
}

static void assert_csv(const char *text, const char *want)
{
	assert_string_equal(text_of("x.csv", str_of(text)), want);
}

TEST(a_plain_table_is_its_header_and_its_rows)
{
	assert_csv("id,name\n1,Brandt\n2,Kestrel\n",
		"1 [id][name]\n2:2 [1][Brandt]\n3:3 [2][Kestrel]");
	struct table *t = open_as("x.csv", S("id;name\n1;a\n"));
	assert_int_equal(table_info(t)->kind, TABLE_CSV);
	assert_int_equal(table_info(t)->separator, ';');
	assert_string_equal(table_info(t)->encoding, "UTF-8");
	assert_int_equal(table_sheets(t), 1);
}

TEST(every_encoding_gives_the_same_table)
{
	const char *want = "1 [id][straße]\n2:2 [1][Müller €]";
	assert_string_equal(
		text_of("x.csv", S("\xef\xbb\xbfid;straße\r\n1;Müller €\r\n")), want);
	assert_string_equal(text_of("x.csv", S("id;stra\xdf"
					       "e\r\n1;M\xfcller \x80\r\n")),
		want);
	static const char UTF16[] = "\xff\xfei\0d\0;\0s\0t\0r\0a\0\xdf\0e\0\r\0\n\0"
				    "1\0;\0M\0\xfc\0l\0l\0e\0r\0 \0\xac\x20\r\0\n\0";
	assert_string_equal(
		text_of("x.csv", (struct str){ UTF16, sizeof UTF16 - 1 }), want);
	assert_string_equal(
		table_info(open_as("x.csv", (struct str){ UTF16, sizeof UTF16 - 1 }))
			->encoding,
		"UTF-16");
}

TEST(a_named_separator_is_believed_and_its_line_is_no_row)
{
	assert_csv("sep=;\na,b;c\n1,2;3\n", "1 [a,b][c]\n2:3 [1,2][3]");
}

TEST(short_rows_are_filled_and_long_ones_cut_and_both_are_counted)
{
	assert_csv("a,b,c\n1,2\n1,2,3,4\n1,2,3,,\n1,2,3\n",
		"1 [a][b][c]\n2:2 [1][2][]\n3:3 [1][2][3]\n4:4 [1][2][3]\n5:5 [1][2][3]"
		"\nuneven 2");
}

TEST(rows_without_any_value_are_no_rows)
{
	assert_csv("a,b\n1,2\n,\n  ,\n3,4\n,,,,\n", "1 [a][b]\n2:2 [1][2]\n5:5 [3][4]");
}

TEST(titles_stand_above_the_header)
{
	assert_csv(
		"Pipeline by quarter\nAs of 2025-10-01\n\ndeal,stage,amount\nD-1,Won,5\n"
		"D-2,Lost,7\n",
		"4 [deal][stage][amount]\n5:5 [D-1][Won][5]\n6:6 [D-2][Lost][7]");
	assert_csv("Pipeline,,\n,,\ndeal,stage,amount\nD-1,Won,5\nD-2,Lost,7\n",
		"3 [deal][stage][amount]\n4:4 [D-1][Won][5]\n5:5 [D-2][Lost][7]");
}

TEST(years_may_name_columns)
{
	assert_csv("region,2021,2022,2023\nEMEA,1,2,3\nAPAC,n/a,x,y\n",
		"1 [region][2021][2022][2023]\n2:2 [EMEA][1][2][3]\n3:3 "
		"[APAC][n/a][x][y]");
}

TEST(names_may_repeat_and_stand_on_two_lines)
{
	assert_csv("key,label,label,label,label\nA-1,x,y,,\nA-2,p,,,\n",
		"1 [key][label][label][label][label]\n2:2 [A-1][x][y][][]\n"
		"3:3 [A-2][p][][][]");
	assert_csv("\"Close\n  date\", amount \n1,2\n",
		"1 [Close date][amount]\n2:3 [1][2]");
}

TEST(rows_that_end_with_a_separator_do_not_become_the_header)
{
	assert_csv("deal,stage\nD-1,Won,\nD-2,Lost,\n",
		"1 [deal][stage]\n2:2 [D-1][Won]\n3:3 [D-2][Lost]");
}

#define NOTICES                                                                          \
	"\n\n\"Won deals\"\n\"Copyright (c) 2000-2025 salesforce.com, inc. All rights "  \
	"reserved.\"\n\"Confidential Information - Do Not Distribute\"\n\"Generated "    \
	"By:  Dana Cole  10/1/2025 3:04 PM\"\n\"Fernhollow\"\n"

TEST(totals_and_notices_of_a_salesforce_report_are_left_out)
{
	assert_csv("\"Deal ID\",\"Account\",\"Amount\"\n\"1\",\"Brandt\",\"5\"\n" NOTICES,
		"1 [Deal ID][Account][Amount]\n2:2 [1][Brandt][5]\nfooters 5");
	assert_csv("deal,account,amount\n1,Brandt,5\n2,Kestrel,6\nGrand Totals (2 "
		   "records),,11\n" NOTICES,
		"1 [deal][account][amount]\n2:2 [1][Brandt][5]\n3:3 [2][Kestrel][6]\n"
		"footers 6");
	assert_csv("segment,deals\nSMB,5\nEnterprise,6\nTotal,11\n" NOTICES,
		"1 [segment][deals]\n2:2 [SMB][5]\n3:3 [Enterprise][6]\nfooters 6");
	assert_csv("a,b,c,d\n1,x,2,3\nSubtotal,,2,\n4,y,5,6\nSubtotal,,5,\n,Total,7,\n",
		"1 [a][b][c][d]\n2:2 [1][x][2][3]\n4:4 [4][y][5][6]\nfooters 3");
}

TEST(a_customer_called_total_stays)
{
	assert_csv("account,stage,amount\nTotal,Won,5\nBrandt,Lost,6\n",
		"1 [account][stage][amount]\n2:2 [Total][Won][5]\n3:3 [Brandt][Lost][6]");
	assert_csv("account,amount\nTotal,5\nTotal Energies,6\n",
		"1 [account][amount]\n2:2 [Total][5]\n3:3 [Total Energies][6]");
}

TEST(a_row_with_only_a_name_stays_where_no_notice_follows)
{
	assert_csv("account,stage,amount\nBrandt,,\nKestrel\nHolm,Won,5\nAster,,\n",
		"1 [account][stage][amount]\n2:2 [Brandt][][]\n3:3 [Kestrel][][]\n"
		"4:4 [Holm][Won][5]\n5:5 [Aster][][]\nuneven 1");
	struct buf text = { 0 }; // more of them than are ever held at once
	buf_add(&text, S("a,b,c\n"));
	for (unsigned i = 0; i < 40; i++)
		buf_fmt(&text, "n%u,,\n", i);
	struct table *t = open_as("x.csv", buf_str(&text));
	struct row row;
	unsigned seen = 0;
	for (; table_next(t, &row); seen++) {
		assert_true(str_eq(row.cells[0], arena_fmt(&arena, "n%u", seen)));
		assert_int_equal(row.number, seen + 2);
	}
	assert_int_equal(seen, 40);
	buf_done(&text);
}

TEST(a_header_in_the_middle_is_the_seam_of_two_exports)
{
	assert_csv("id,name\n1,a\n\xef\xbb\xbfid,name\n2,b\n",
		"1 [id][name]\n2:2 [1][a]\n4:4 [2][b]\nfooters 1");
}

TEST(an_open_quote_ends_the_rows_with_an_error)
{
	assert_csv("a,b\n1,2\n3,\"x\n4,5\n", "1 [a][b]\n2:2 [1][2]\nline 3: a quote "
					     "opens here and is not closed; double "
					     "it if it is meant as a character");
	assert_csv("\"a,b\n1,2\n", "refused: line 1: a quote opens here and is not "
				   "closed; double it if it is "
				   "meant as a character");
}

TEST(what_is_no_table_is_refused)
{
	assert_csv("", "refused: holds no rows");
	assert_csv("\n\n\n", "refused: holds no rows");
	assert_string_equal(text_of("x.txt", S("A note, just like that.\nAnd one more.\n"
					       "Nothing here, that is, which agrees.\n")),
		"refused: holds no rows");
	assert_string_equal(text_of("x.txt", S("a\tb\n1\t2\n")), "1 [a][b]\n2:2 [1][2]");
	assert_null(open_as("x.pdf", S("a,b\n1,2\n")));
	assert_int_equal(err.code, ERROR_FORMAT);
	struct table *t = NULL;
	assert_false(table_open(S("x.csv"), S("a,b\n"), 1, &arena, &t, &err));
	assert_int_equal(err.code, ERROR_USAGE);
	assert_true(table_may_open(S("a/B.CSV")));
	assert_false(table_may_open(S("a/csv")));
}

TEST(a_million_rows_need_no_memory_of_their_own)
{
	struct buf text = { 0 };
	buf_add(&text, S("id,account,note\n"));
	for (unsigned i = 0; i < 200000; i++)
		buf_fmt(&text, "%u,\"Acme \"\"%u\"\"\",x\n", i, i);
	struct arena a = { 0 };
	struct table *t = NULL;
	struct row row;
	assert_true(table_open(S("x.csv"), buf_str(&text), 0, &a, &t, &err));
	size_t open = a.used, rows = 0;
	while (table_next(t, &row))
		rows++;
	assert_int_equal(rows, 200000);
	assert_true(table_whole(t, &err));
	assert_true(a.used <= open + 4096);
	arena_free(&a);
	buf_done(&text);
}

MAIN(RUN(a_plain_table_is_its_header_and_its_rows),
	RUN(every_encoding_gives_the_same_table),
	RUN(a_named_separator_is_believed_and_its_line_is_no_row),
	RUN(short_rows_are_filled_and_long_ones_cut_and_both_are_counted),
	RUN(rows_without_any_value_are_no_rows), RUN(titles_stand_above_the_header),
	RUN(years_may_name_columns), RUN(names_may_repeat_and_stand_on_two_lines),
	RUN(rows_that_end_with_a_separator_do_not_become_the_header),
	RUN(totals_and_notices_of_a_salesforce_report_are_left_out),
	RUN(a_customer_called_total_stays),
	RUN(a_row_with_only_a_name_stays_where_no_notice_follows),
	RUN(a_header_in_the_middle_is_the_seam_of_two_exports),
	RUN(an_open_quote_ends_the_rows_with_an_error), RUN(what_is_no_table_is_refused),
	RUN(a_million_rows_need_no_memory_of_their_own))
