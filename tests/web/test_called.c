// Which function somebody means by what is typed.
#include "tests/test.h"
#include "web/called.h"

static const struct called_name NAMES[] = {
	{ STR_INIT("customer-success"), STR_INIT("Customer success") },
	{ STR_INIT("engineering"), STR_INIT("Engineering") },
	{ STR_INIT("field-operations"), STR_INIT("Field Operations") },
	{ STR_INIT("marketing"), STR_INIT("Marketing") },
	{ STR_INIT("product"), STR_INIT("Product") },
	{ STR_INIT("product-marketing"), STR_INIT("Product marketing") },
	{ STR_INIT("sales"), STR_INIT("Sales") },
	{ STR_INIT("other"), STR_INIT("Other functions") },
};

static void find(const char *said, struct called *out)
{
	struct arena a = { 0 };
	called_find(NAMES, COUNT(NAMES), str_of(said), &a, out);
	arena_free(&a);
}

TEST(a_name_is_found_by_name_shorthand_beginning_and_initials)
{
	static const struct {
		const char *said;
		enum called_how how;
		size_t place;
	} CASES[] = { { "CUSTOMER_Success", CALLED_NAME, 0 },
		{ "product", CALLED_NAME, 4 }, { "other functions", CALLED_NAME, 7 },
		{ "cs", CALLED_SHORT, 0 }, { "csm", CALLED_SHORT, 0 },
		{ "Dev", CALLED_SHORT, 1 }, { "PMM", CALLED_SHORT, 5 },
		{ "eng", CALLED_SHORT, 1 }, { "custom", CALLED_BEGIN, 0 },
		{ "Product m", CALLED_BEGIN, 5 }, { "sal", CALLED_BEGIN, 6 },
		{ "fo", CALLED_INITIALS, 2 } };
	for (size_t i = 0; i < COUNT(CASES); i++) {
		struct called c;
		find(CASES[i].said, &c);
		if (c.count != 1 || c.how != CASES[i].how || c.at[0] != CASES[i].place)
			fail_msg("%s: %zu found, way %d", CASES[i].said, c.count,
				(int)c.how);
	}
}

TEST(what_could_be_two_is_neither)
{
	struct called c;
	find("prod", &c);
	assert_int_equal(c.count, 2);
	assert_int_equal(c.at[0], 4);
	assert_int_equal(c.at[1], 5);
	find("", &c);
	assert_int_equal(c.count, 0);
	find(" -- ", &c);
	assert_int_equal(c.count, 0);
	find("legal", &c);
	assert_int_equal(c.count, 0);
	assert_int_equal(c.how, CALLED_NOT);
}

static void find_pair(const char *said, struct called_pair *out)
{
	struct arena a = { 0 };
	struct str words[8], rest = str_of(said);
	size_t count = 0;
	while (count < COUNT(words) && str_split(&rest, ' ', &words[count]))
		count++;
	called_pair_find(NAMES, COUNT(NAMES), words, count, &a, out);
	for (size_t e = 0; e < 2; e++)
		out->said[e] = S(""); // it lived in the arena
	arena_free(&a);
}

TEST(every_cut_of_the_words_is_tried)
{
	static const struct {
		const char *said;
		size_t a, b;
	} CASES[] = { { "customer success product", 0, 4 },
		{ "product customer success", 4, 0 }, { "product marketing sales", 5, 6 },
		{ "sales product marketing", 6, 5 },
		{ "product product marketing", 4, 5 },
		{ "product marketing product", 5, 4 }, { "product marketing", 4, 3 },
		{ "product marketing customer success", 5, 0 },
		{ "cs field operations", 0, 2 }, { "pmm eng", 5, 1 } };
	for (size_t i = 0; i < COUNT(CASES); i++) {
		struct called_pair p;
		find_pair(CASES[i].said, &p);
		if (!p.found || p.two_ways || p.ends[0].at[0] != CASES[i].a ||
			p.ends[1].at[0] != CASES[i].b)
			fail_msg("%s", CASES[i].said);
	}
}

// "product marketing marketing" is product marketing and marketing, or product and
// nothing; "product" with "product" is one function.
TEST(a_cut_that_does_not_hold_is_no_answer)
{
	struct called_pair p;
	find_pair("product marketing marketing", &p);
	assert_true(p.found && p.ends[0].at[0] == 5 && p.ends[1].at[0] == 3);
	find_pair("product product", &p);
	assert_false(p.found);
	assert_true(called_one(&p.ends[0]) && called_one(&p.ends[1]));
	find_pair("customer success prodcut", &p); // the better half stays whole
	assert_false(p.found);
	assert_int_equal(p.ends[0].how, CALLED_NAME);
	assert_int_equal(p.ends[1].count, 0);
	find_pair("sales", &p);
	assert_false(p.found);
}

TEST(two_ways_to_read_are_said)
{
	static const struct called_name TWICE[] = { { STR_INIT("a"), STR_INIT("A") },
		{ STR_INIT("b-c"), STR_INIT("B c") },
		{ STR_INIT("a-b"), STR_INIT("A b") }, { STR_INIT("c"), STR_INIT("C") } };
	const struct str words[] = { S("a"), S("b"), S("c") };
	struct arena a = { 0 };
	struct called_pair p;
	called_pair_find(TWICE, COUNT(TWICE), words, COUNT(words), &a, &p);
	assert_true(p.found && p.two_ways);
	arena_free(&a);
}

MAIN(RUN(a_name_is_found_by_name_shorthand_beginning_and_initials),
	RUN(what_could_be_two_is_neither), RUN(every_cut_of_the_words_is_tried),
	RUN(a_cut_that_does_not_hold_is_no_answer), RUN(two_ways_to_read_are_said))
