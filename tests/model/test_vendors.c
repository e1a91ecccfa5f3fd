#include "model/model.h"
#include "test.h"

static struct arena arena;
static struct vendors vendors;

static int setup(void **state)
{
	(void)state;
	static struct str us[] = { STR_INIT("Fern Hollow"),
		STR_INIT("fernhollow.example") };
	static struct str products[] = { STR_INIT("Fernhollow Handover") };
	static struct str shiftly[] = { STR_INIT("Shift-ly"), STR_INIT("Shiftly Pro") };
	static struct str paper[] = { STR_INIT("logbook"), STR_INIT("Excel") };
	static struct said_vendor rivals[] = { { .id = STR_INIT("shiftly"),
		.name = STR_INIT("Shiftly"),
		.aliases = shiftly,
		.alias_count = 2 } };
	static struct said_vendor alternatives[] = { { .id = STR_INIT("paper"),
		.name = STR_INIT("Paper logbook"),
		.aliases = paper,
		.alias_count = 2 } };
	const struct config config = { .company = STR_INIT("Fernhollow"),
		.aliases = us,
		.alias_count = 2,
		.products = products,
		.product_count = 1,
		.rivals = rivals,
		.rival_count = 1,
		.alternatives = alternatives,
		.alternative_count = 1 };
	vendors_init(&vendors, &arena, &config);
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	arena_free(&arena);
	return 0;
}

// The ids that a cell names, joined by spaces.
static void names(const char *cell, const char *want)
{
	uint16_t out[VENDORS_PER_CELL];
	struct buf got = { 0 };
	size_t count = vendors_in_cell(&vendors, str_of(cell), out);
	for (size_t i = 0; i < count; i++) {
		if (i)
			buf_byte(&got, ' ');
		buf_add(&got, vendors.at[out[i]].id);
	}
	if (!str_eq(buf_str(&got), str_of(want)))
		fail_msg("'%s' gave '%.*s', wanted '%s'", cell, (int)got.len, got.at,
			want);
	buf_done(&got);
}

TEST(ways_to_list_two_names)
{
	names("Notion + Slab", "notion slab");
	names("Confluence / Jira", "confluence jira");
	names("Confluence/Jira", "confluence jira");
	names("Guru; Slite", "guru slite");
	names("Coda, Notion", "coda notion");
	names("Notion & Slab", "notion slab");
	names("Notion and Slab", "notion slab");
	names("Notion vs. Slab", "notion slab");
	names("Notion vs Slab | Coda", "notion slab coda");
	names("Notion und Slab oder Coda", "notion slab coda");
	names("Notion\nSlab\r\nNotion", "notion slab");
}

TEST(names_that_look_like_lists)
{
	names("A/B Tasty", "a-b-tasty");
	names("Disney+", "disney");
	names("C++", "c");
	names("24/7 Desk", "24-7-desk");
	names("AT&T", "at-t");
	names("OpsGrid, Inc.", "opsgrid");
	names("OpsGrid, Inc., Guru", "opsgrid guru");
	names("Google Docs & Drive", "documents");
	names("Google Docs & Drive; Guru", "documents guru");
	names("Sand Hill", "sand-hill"); // holds "and" without spaces around it
}

TEST(one_vendor_under_many_spellings)
{
	names("shift-ly", "shiftly");
	names("SHIFTLY", "shiftly");
	names("Shift ly GmbH", "shiftly");
	names("Shiftly Pro", "shiftly");
	names("The Shiftly Company", "shiftly");
	names("shiftly.com", "shiftly");
	names("Shiftly - too cheap", "shiftly");
	names("Shiftly (incumbent)", "shiftly");
	names("Incumbent (Shiftly)", "shiftly");
	names("Ops Grid", "ops-grid");
	names("OpsGrid", "ops-grid"); // found before: the first spelling names it
	names("OPS-GRID LLC", "ops-grid");
}

TEST(brackets_qualify)
{
	names("Basecamp (the product)", "basecamp");
	names("basecamp", "basecamp");
	names("None (greenfield)", "greenfield");
	names("Status quo (no tool)", "status-quo");
	names("Microsoft 365 (bundle)", "bundle");
	names("Other (Coda, Slab)", "coda slab");
	names("None (renewal)", "status-quo");
	names("Notion (free plan", "notion");
	names("(Guru)", "guru");
}

TEST(alternatives_are_no_vendors)
{
	names("None", "status-quo");
	names("no decision", "status-quo");
	names("Do nothing", "status-quo");
	names("Internal wiki", "custom-build");
	names("In-house build", "custom-build");
	names("Homegrown tool", "custom-build");
	names("Microsoft 365 bundle", "bundle");
	names("Notion, Microsoft 365 bundle", "notion bundle");
	names("Google Sheets", "spreadsheets");
	names("SharePoint", "documents");
	names("opsgrid; sharepoint", "opsgrid documents");
	names("Eigenentwicklung", "custom-build");
	names("keine Entscheidung", "status-quo");
	names("Excel", "paper");	   // candor.yaml says so
	names("MS Excel", "spreadsheets"); // and of this spelling it says nothing
	size_t custom = vendors_find(&vendors, S("custom-build"));
	assert_int_equal(vendors.at[custom].kind, VENDOR_ALTERNATIVE);
	assert_false(vendors.at[custom].configured);
	assert_int_equal(vendors.at[vendors_find(&vendors, S("logbook"))].kind,
		VENDOR_ALTERNATIVE);
}

TEST(blanks_name_nobody)
{
	static const char *const BLANK[] = { "", " ", "n/a", "N.A.", "-", "--",
		"\xe2\x80\x93", "unknown", "?", "TBD", "Other", "No competitor",
		"unbekannt", "k.A.", "null" };
	for (size_t i = 0; i < COUNT(BLANK); i++)
		names(BLANK[i], "");
	names("Guru, n/a", "guru");
}

TEST(we_are_known)
{
	names("Fern Hollow", "fernhollow");
	names("Fernhollow Handover + Shiftly", "fernhollow shiftly");
	assert_int_equal(vendors.at[0].kind, VENDOR_US);
}

TEST(sentences_mention_only_whom_we_know)
{
	names("They also looked at Shiftly for a while but the plant manager was not "
	      "sure",
		"shiftly");
	names("went with a vendor that somebody on the board knew from university", "");
}

TEST(a_spreadsheets_guard_and_controls_do_no_harm)
{
	names("'=Shiftly", "shiftly");
	names("\x1b[31mShiftly", "31mshiftly");
	char longest[9000];
	for (size_t i = 0; i < sizeof longest; i++)
		longest[i] = i % 3 ? (char)('a' + i % 26) : ';';
	uint16_t out[VENDORS_PER_CELL];
	size_t count =
		vendors_in_cell(&vendors, (struct str){ longest, sizeof longest }, out);
	assert_true(count <= VENDORS_PER_CELL);
	char open[5000];
	for (size_t i = 0; i < sizeof open; i++)
		open[i] = '(';
	count = vendors_in_cell(&vendors, (struct str){ open, sizeof open }, out);
	assert_int_equal(count, 0);
}

// The public sample that the alias engine must pass: 20 deals name 11 products and four
// alternatives.
TEST(twenty_deals_name_eleven_products_and_four_alternatives)
{
	static const char *const CELLS[] = { "Notion + Slab", "Confluence / Jira",
		"None (greenfield)", "Status quo (no tool)", "Internal wiki",
		"Basecamp (the product)", "Guru; Slite", "In-house build",
		"Microsoft 365 (bundle)", "Coda, Notion", "unknown", "n/a", "confluence",
		"Status Quo", "Tettra", "Nuclino", "Microsoft 365 bundle",
		"ClickUp + Notion", "slab", "-" };
	struct vendors v = { .arena = &arena };
	uint16_t out[VENDORS_PER_CELL];
	size_t rivals = 0, alternatives = 0;
	assert_int_equal(COUNT(CELLS), 20);
	for (size_t i = 0; i < COUNT(CELLS); i++)
		(void)vendors_in_cell(&v, str_of(CELLS[i]), out); // counted below
	for (size_t i = 0; i < v.count; i++) {
		rivals += v.at[i].kind == VENDOR_RIVAL;
		alternatives += v.at[i].kind == VENDOR_ALTERNATIVE;
	}
	assert_int_equal(rivals, 11);
	assert_int_equal(alternatives, 4);
	static const char *const WANT[] = { "status-quo", "custom-build", "greenfield",
		"bundle" };
	for (size_t i = 0; i < COUNT(WANT); i++)
		assert_int_not_equal(vendors_find(&v, str_of(WANT[i])), MAP_NONE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(ways_to_list_two_names, setup, teardown),
		cmocka_unit_test_setup_teardown(
			names_that_look_like_lists, setup, teardown),
		cmocka_unit_test_setup_teardown(
			one_vendor_under_many_spellings, setup, teardown),
		cmocka_unit_test_setup_teardown(brackets_qualify, setup, teardown),
		cmocka_unit_test_setup_teardown(
			alternatives_are_no_vendors, setup, teardown),
		cmocka_unit_test_setup_teardown(blanks_name_nobody, setup, teardown),
		cmocka_unit_test_setup_teardown(we_are_known, setup, teardown),
		cmocka_unit_test_setup_teardown(
			sentences_mention_only_whom_we_know, setup, teardown),
		cmocka_unit_test_setup_teardown(
			a_spreadsheets_guard_and_controls_do_no_harm, setup, teardown),
		cmocka_unit_test_setup_teardown(
			twenty_deals_name_eleven_products_and_four_alternatives, setup,
			teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
