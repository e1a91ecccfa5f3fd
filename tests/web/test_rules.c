// Each rule of moves where it speaks, and beside it what keeps it silent: one thing too
// few, one account only, answered already, said too long ago, not there at all.
#include "office.h"

#define ITEMS "item_id,item,status,target,released\n"
#define DEALS "deal_id,account,created,closed,outcome,amount,loss_reason\n"
#define ASKS "request_id,date,function,ask,account\n"
#define CARD(day, line)                                                                  \
	"---\ncompetitor: rivalo\nreviewed: " day "\n---\n## Facts\n- F-1 " line         \
	"\n## Why we win\n- Price\n"

// Files over those of the office; what is "" is away.
struct put {
	const char *name, *text;
};

enum { PUTS = 7 };

struct rule_case {
	const char *from, *to, *id; // id NULL: silent
	struct put files[PUTS];
	size_t count, accounts; // of what speaks
	const char *says;	// part of its text
};

static void run_case(const struct rule_case *c, size_t number)
{
	struct office o;
	office_make(&o, false);
	put(&o.folder, "deals.csv", "deal_id,account,created,outcome,amount\n");
	put(&o.folder, "requests.csv", ASKS);
	for (size_t i = 0; i < PUTS && c->files[i].name; i++)
		put(&o.folder, c->files[i].name, c->files[i].text);
	office_run(&o);
	const struct move m = office_move(&o, c->from, c->to);
	if (m.speaks != (c->id != NULL) || m.speaks != (m.rule != NULL))
		fail_msg("case %zu: %.*s", number, ARG_STR(m.text));
	if (c->id)
		assert_string_equal(m.rule->id, c->id);
	if (c->says && !office_says(m.text, c->says))
		fail_msg("case %zu: %.*s", number, ARG_STR(m.text));
	if (c->id) {
		assert_int_equal(m.found.count, c->count);
		assert_int_equal(m.found.accounts, c->accounts);
		assert_true(m.path.len && m.found.lines <= m.found.count);
		assert_int_equal(m.from, web_node_find(&o.web, str_of(c->from)));
		for (size_t i = 0; i < m.found.lines; i++)
			assert_true(m.found.items[i].evidence.path.len &&
				    m.found.items[i].evidence.quote.len);
	} else {
		assert_true(office_says(m.text, "Nothing here to bring yet. "));
		assert_int_equal(m.path.len + m.found.count, 0);
	}
	office_done(&o);
}

static void run_cases(const struct rule_case *cases, size_t count)
{
	for (size_t i = 0; i < count; i++)
		run_case(&cases[i], i);
}

#define ROADMAP                                                                          \
	{                                                                                \
		"roadmap.csv", ITEMS "RM-1,Torque pairing,planned,2026-01-10,\n"         \
	}
#define USAGE                                                                            \
	{                                                                                \
		"usage.csv", "date,account,feature,eligible_users,active_users\n"        \
			     "2025-11-01,Z Works,RM-0,5,5\n"                             \
	}
#define KIOSK(id, day, account)                                                          \
	"R-" id "," day ",customer-success,Kiosk mode please,Works " account "\n"

TEST(themes)
{
	static const struct rule_case CASES[] = {
		{ "customer-success", "product", "themes-without-item",
			{ ROADMAP, USAGE,
				{ "requests.csv",
					ASKS KIOSK("1", "2025-09-01", "Alpha")
						KIOSK("2", "2025-09-02", "Alpha") KIOSK(
							"3", "2025-09-03", "Beta") } },
			3, 2, "Customer success holds 3 requests (2 accounts)" },
		{ "customer-success", "product", NULL, // one too few
			{ ROADMAP, USAGE,
				{ "requests.csv",
					ASKS KIOSK("1", "2025-09-01", "Alpha")
						KIOSK("2", "2025-09-02", "Beta") } },
			.says = "no subject has more than 2 of the 3 unanswered entries "
				"it "
				"takes." },
		{ "customer-success", "product", NULL, // one account
			{ ROADMAP, USAGE,
				{ "requests.csv",
					ASKS KIOSK("1", "2025-09-01", "Alpha")
						KIOSK("2", "2025-09-02", "Alpha") KIOSK(
							"3", "2025-09-03", "Alpha") } },
			.says = "the 3 unanswered entries are of one account; it takes "
				"2." },
		{ "customer-success", "product", NULL, // planned soon
			{ USAGE,
				{ "roadmap.csv",
					ITEMS "RM-1,Kiosk mode,planned,2026-03-10,\n" },
				{ "requests.csv",
					ASKS KIOSK("1", "2025-09-01", "Alpha")
						KIOSK("2", "2025-09-02", "Alpha") KIOSK(
							"3", "2025-09-03", "Beta") } },
			.says = "all 3 entries are answered." },
		{ "customer-success", "product", NULL, // said over a year ago
			{ ROADMAP, USAGE,
				{ "requests.csv",
					ASKS KIOSK("1", "2024-09-01", "Alpha")
						KIOSK("2", "2024-09-02", "Alpha") KIOSK(
							"3", "2024-09-03", "Beta") } },
			.says = "A requests.csv with tickets of Customer success (date, "
				"function, account, ask) would show" },
		{ "customer-success", "product",
			NULL, // no roadmap: nothing is unanswered
			{ USAGE, { "requests.csv",
					 ASKS KIOSK("1", "2025-09-01", "Alpha")
						 KIOSK("2", "2025-09-02", "Alpha") KIOSK(
							 "3", "2025-09-03", "Beta") } },
			.says = "roadmap.csv (item_id, item, status, target, released)" },
	};
	run_cases(CASES, COUNT(CASES));
}

#define LOSS(id, account, closed)                                                        \
	"D-" id "," account ",2024-01-01," closed ",lost,10000,no kiosk\n"
#define OPEN_CARD                                                                        \
	{                                                                                \
		"competitors/rivalo/battlecard.md",                                      \
			CARD("2025-07-01", "They have a kiosk")                          \
	}

TEST(losses)
{
	static const struct rule_case CASES[] = {
		{ "sales", "product", "losses-without-item",
			{ ROADMAP,
				{ "deals.csv", DEALS LOSS("1", "A", "2025-08-01") LOSS(
						       "2", "B", "2025-08-02")
						       LOSS("3", "B", "2025-08-03") } },
			3, 2,
			"3 lost deals give it as the reason (2 accounts, 30k lost)" },
		{ "sales", "product", NULL,
			{ ROADMAP, { "deals.csv", DEALS LOSS("1", "A", "2025-08-01") LOSS(
							  "2", "B", "2025-08-02") } },
			.says = "no subject has more than 2 of the 3" },
		{ "sales", "product", NULL,
			{ ROADMAP,
				{ "deals.csv", DEALS LOSS("1", "A", "2025-08-01") LOSS(
						       "2", "A", "2025-08-02")
						       LOSS("3", "A", "2025-08-03") } },
			.says = "are of one account" },
		{ "sales", "product", NULL,
			{ { "roadmap.csv",
				  ITEMS "RM-1,Kiosk,released,2025-09-01,2025-09-01\n" },
				{ "deals.csv", DEALS LOSS("1", "A", "2025-08-01") LOSS(
						       "2", "B", "2025-08-02")
						       LOSS("3", "C", "2025-08-03") } },
			.says = "all 3 entries are answered." },
		{ "sales", "product", NULL,
			{ ROADMAP,
				{ "deals.csv", DEALS LOSS("1", "A", "2024-08-01") LOSS(
						       "2", "B", "2024-08-02")
						       LOSS("3", "C", "2024-08-03") } },
			.says = "There is not one open entry on what deals are lost "
				"for" },
	};
	run_cases(CASES, COUNT(CASES));
}

// Without these the rules of product marketing to sales lack them.
#define LEDGER                                                                           \
	{                                                                                \
		"messages/claims.csv",                                                   \
			"claim_id,claim,status\nC-9,Loved by all,proposed\n"             \
	}
#define TOUCHES                                                                          \
	{                                                                                \
		"touches.csv", "touch_id,date,deal_id,who,asset\n"                       \
			       "T-9,2025-08-01,D-1,p00,assets/other.md\n"                \
	}

TEST(objections)
{
	static const struct rule_case CASES[] = {
		{ "sales", "product-marketing", "objections-without-card",
			{ LEDGER, TOUCHES, OPEN_CARD,
				{ "deals.csv", DEALS LOSS("1", "A", "2025-08-01") LOSS(
						       "2", "B", "2025-08-02")
						       LOSS("3", "C", "2025-08-03") } },
			3, 3, "The nearest card, “They have a kiosk”: last reviewed" },
		{ "sales", "product-marketing", NULL,
			{ LEDGER, TOUCHES, OPEN_CARD,
				{ "deals.csv", DEALS LOSS("1", "A", "2025-08-01")
						       LOSS("2", "B", "2025-08-02") } },
			.says = "no subject has more than 2" },
		{ "sales", "product-marketing", NULL, // a card that was reviewed since
			{ LEDGER, TOUCHES,
				{ "competitors/rivalo/battlecard.md",
					CARD("2025-10-01", "They have a kiosk") },
				{ "deals.csv", DEALS LOSS("1", "A", "2025-08-01") LOSS(
						       "2", "B", "2025-08-02")
						       LOSS("3", "C", "2025-08-03") } },
			.says = "all 3 entries are answered." },
		{ "sales", "product-marketing",
			NULL, // no card at all is no answer either
			{ LEDGER, TOUCHES,
				{ "deals.csv", DEALS LOSS("1", "A", "2025-08-01") LOSS(
						       "2", "B", "2025-08-02")
						       LOSS("3", "C", "2025-08-03") } },
			.says = "A battlecard (competitors/<id>/battlecard.md" },
	};
	run_cases(CASES, COUNT(CASES));
}

#define PAIR(id, day, account)                                                           \
	"R-" id "," day ",support,How do I pair the kiosk?," account "\n"
#define SITE(text)                                                                       \
	{                                                                                \
		"site/index.md", "# Shift pages\n" text "\n"                             \
	}

TEST(howto)
{
	static const struct rule_case CASES[] = {
		{ "support", "product-marketing", "questions-without-page",
			{ SITE("One page for every shift."),
				{ "requests.csv",
					ASKS PAIR("1", "2025-09-01", "A")
						PAIR("2", "2025-09-02", "B")
							PAIR("3", "2025-09-03", "C") } },
			3, 3, "Support holds 3 requests (3 accounts)" },
		{ "support", "product-marketing", NULL,
			{ SITE("One page for every shift."),
				{ "requests.csv", ASKS PAIR("1", "2025-09-01", "A") PAIR(
							  "2", "2025-09-02", "B") } },
			.says = "no subject has more than 2" },
		{ "support", "product-marketing", NULL, // two sentences of a page
			{ SITE("You can pair the kiosk in a minute. First switch the "
			       "kiosk on, "
			       "then pair it with the badge."),
				{ "requests.csv",
					ASKS PAIR("1", "2025-09-01", "A")
						PAIR("2", "2025-09-02", "B")
							PAIR("3", "2025-09-03", "C") } },
			.says = "all 3 entries are answered." },
		{ "support", "product-marketing", NULL,
			{ { "requests.csv",
				ASKS PAIR("1", "2025-09-01", "A") PAIR("2", "2025-09-02",
					"B") PAIR("3", "2025-09-03", "C") } },
			.says = "A copy of your pages (below site/) would show" },
	};
	run_cases(CASES, COUNT(CASES));
}

#define FACT                                                                             \
	{                                                                                \
		"assets/test-report.md",                                                 \
			"# Bench\nThe tablet pairs a badge in 3 seconds.\n"              \
	}
#define PROMISE                                                                          \
	{                                                                                \
		"assets/pitch.md", "# Pitch\nThe tablet pairs a badge in 3 seconds.\n"   \
	}
#define CLAIM(status)                                                                    \
	{                                                                                \
		"messages/claims.csv",                                                   \
			"claim_id,claim,status\nC-1,The tablet pairs a badge in 3 "      \
			"seconds," status "\n"                                           \
	}
#define THREE_DEALS                                                                      \
	{                                                                                \
		"deals.csv",                                                             \
			"deal_id,account,created,outcome,amount\n"                       \
			"D-1,A,2025-01-01,open,10000\nD-2,B,2025-01-01,open,20000\n"     \
			"D-3,C,2025-01-01,open,30000\n"                                  \
	}
#define USE(id, day, deal, who) "T-" id "," day ",D-" deal "," who ",assets/pitch.md\n"
#define USES(rows)                                                                       \
	{                                                                                \
		"touches.csv", "touch_id,date,deal_id,who,asset\n" rows                  \
	}

TEST(facts)
{
	static const struct rule_case CASES[] = {
		{ "engineering", "product-marketing", "facts-for-claims",
			{ FACT, PROMISE, CLAIM("proposed"), THREE_DEALS,
				USES(USE("1", "2025-08-01", "1", "p00")
						USE("2", "2025-08-02", "2", "p00") USE(
							"3", "2025-08-03", "3", "p01")) },
			3, 3, "3 uses with accounts say it (3 accounts, 60k open)" },
		{ "engineering", "product-marketing", NULL,
			{ FACT, PROMISE, CLAIM("proposed"), THREE_DEALS,
				USES(USE("1", "2025-08-01", "1", "p00")
						USE("2", "2025-08-02", "2", "p00")) },
			.says = "no subject has more than 2" },
		{ "engineering", "product-marketing", NULL, // one account
			{ FACT, PROMISE, CLAIM("proposed"), THREE_DEALS,
				USES(USE("1", "2025-08-01", "1", "p00")
						USE("2", "2025-08-02", "1", "p00") USE(
							"3", "2025-08-03", "1", "p01")) },
			.says = "are of one account" },
		{ "engineering", "product-marketing", NULL, // proven already
			{ FACT, PROMISE, CLAIM("approved"), THREE_DEALS,
				USES(USE("1", "2025-08-01", "1", "p00")
						USE("2", "2025-08-02", "2", "p00") USE(
							"3", "2025-08-03", "3", "p01")) },
			.says = "There is not one open entry on what reports measured" },
		{ "engineering", "product-marketing", NULL, // used over a year ago
			{ FACT, PROMISE, CLAIM("proposed"), THREE_DEALS,
				USES(USE("1", "2024-08-01", "1", "p00")
						USE("2", "2024-08-02", "2", "p00") USE(
							"3", "2024-08-03", "3", "p01")) },
			.says = "There is not one open entry" },
		{ "engineering", "product-marketing",
			NULL, // the report says another number
			{ { "assets/test-report.md",
				  "# Bench\nThe tablet pairs a badge in 9 seconds.\n" },
				PROMISE, CLAIM("proposed"), THREE_DEALS,
				USES(USE("1", "2025-08-01", "1", "p00")
						USE("2", "2025-08-02", "2", "p00") USE(
							"3", "2025-08-03", "3", "p01")) },
			.says = "There is not one open entry" },
		{ "engineering", "product-marketing", NULL, // no report
			{ PROMISE, CLAIM("proposed"), THREE_DEALS,
				USES(USE("1", "2025-08-01", "1", "p00")) },
			.says = "A test report or release notes (a file called so)" },
	};
	run_cases(CASES, COUNT(CASES));
}

#define PILLAR                                                                           \
	{                                                                                \
		"messages/pillars.csv", "pillar_id,pillar,message,status\n"              \
					"P-1,Speed,Every badge pairs at first "          \
					"touch,approved\n"                               \
	}
#define TAKEN_BACK(status, review)                                                       \
	{                                                                                \
		"messages/claims.csv",                                                   \
			"claim_id,claim,pillar_id,status,review_by\nC-1,The tablet "     \
			"pairs a badge in 3 seconds,P-1," status "," review "\n"         \
	}

TEST(outdated)
{
	static const struct rule_case CASES[] = {
		{ "product-marketing", "customer-success", "outdated-words-in-use",
			{ PROMISE, PILLAR, TAKEN_BACK("expired", "2025-07-31"),
				THREE_DEALS,
				USES(USE("1", "2025-08-01", "1", "p10") USE("2",
					"2025-08-02", "2", "p10") USE("3", "2025-08-03",
					"3", "p11") USE("4", "2025-07-01", "3", "p11")
						USE("5", "2025-08-04", "3", "p00")) },
			3, 3,
			"What stands in its place, “Every badge pairs at first touch”: "
			"approved." },
		{ "product-marketing", "customer-success", "outdated-words-in-use",
			{ PROMISE, TAKEN_BACK("approved", "2025-07-31"), THREE_DEALS,
				USES(USE("1", "2025-08-01", "1", "p10")
						USE("2", "2025-08-02", "2", "p10") USE(
							"3", "2025-08-03", "3", "p11")) },
			3, 3, "3 uses with accounts say it (3 accounts, 60k open)" },
		{ "product-marketing", "customer-success", NULL,
			{ PROMISE, PILLAR, TAKEN_BACK("expired", "2025-07-31"),
				THREE_DEALS,
				USES(USE("1", "2025-08-01", "1", "p10")
						USE("2", "2025-08-02", "2", "p10")) },
			.says = "no subject has more than 2" },
		{ "product-marketing", "customer-success", NULL, // one account
			{ PROMISE, PILLAR, TAKEN_BACK("expired", "2025-07-31"),
				THREE_DEALS,
				USES(USE("1", "2025-08-01", "1", "p10")
						USE("2", "2025-08-02", "1", "p10") USE(
							"3", "2025-08-03", "1", "p11")) },
			.says = "are of one account" },
		{ "product-marketing", "customer-success", NULL, // used while it held
			{ PROMISE, PILLAR, TAKEN_BACK("expired", "2025-08-31"),
				THREE_DEALS,
				USES(USE("1", "2025-08-01", "1", "p10")
						USE("2", "2025-08-02", "2", "p10") USE(
							"3", "2025-08-03", "3", "p11")) },
			.says = "all 3 entries are answered." },
		{ "product-marketing", "customer-success", NULL, // it still holds
			{ PROMISE, PILLAR, TAKEN_BACK("approved", "2026-08-31"),
				THREE_DEALS,
				USES(USE("1", "2025-08-01", "1", "p10")
						USE("2", "2025-08-02", "2", "p10") USE(
							"3", "2025-08-03", "3", "p11")) },
			.says = "There is not one open entry on what is still used" },
		{ "product-marketing", "customer-success", NULL, // used by sales alone
			{ PROMISE, PILLAR, TAKEN_BACK("expired", "2025-07-31"),
				THREE_DEALS,
				USES(USE("1", "2025-08-01", "1", "p00")
						USE("2", "2025-08-02", "2", "p00") USE(
							"3", "2025-08-03", "3", "p01")) },
			.says = "touches.csv with what Customer success used (date, "
				"deal_id, "
				"who, asset)" },
	};
	run_cases(CASES, COUNT(CASES));
}

#define LIST                                                                             \
	{                                                                                \
		"roadmap.csv",                                                           \
			ITEMS "RM-9,Turnstile export,released,2025-11-10,2025-11-12\n"   \
	}
#define WANTED(id, day, account)                                                         \
	"R-" id "," day ",customer-success,Turnstile export breaks," account "\n"
#define IN_USE(rows)                                                                     \
	{                                                                                \
		"usage.csv", "date,account,feature,eligible_users,active_users\n" rows   \
	}
#define THREE_ASKED                                                                      \
	{                                                                                \
		"requests.csv", ASKS WANTED("1", "2025-09-01", "A")                      \
					WANTED("2", "2025-09-02", "B")                   \
						WANTED("3", "2025-09-03", "C")           \
	}

TEST(shipped)
{
	static const struct rule_case CASES[] = {
		{ "product", "customer-success", "shipped-to-those-who-asked",
			{ LIST, THREE_ASKED,
				IN_USE("2025-11-20,A,RM-9,10,0\n2025-11-20,B,RM-9,20,0\n"
				       "2025-11-20,C,RM-9,30,0\n") },
			3, 3,
			"3 requests asked for it (3 accounts). They may use it and do" },
		{ "product", "customer-success", NULL, // one of them uses it
			{ LIST, THREE_ASKED,
				IN_USE("2025-11-20,A,RM-9,10,0\n2025-11-20,B,RM-9,20,0\n"
				       "2025-11-20,C,RM-9,30,4\n") },
			.says = "Nothing here" },
		// Asked after it was out: to product it is open again.
		{ "customer-success", "product", "themes-without-item",
			{ LIST,
				{ "requests.csv",
					ASKS WANTED("1", "2025-11-15", "A")
						WANTED("2", "2025-11-15", "B")
							WANTED("3", "2025-11-15", "C") },
				IN_USE("2025-11-20,A,RM-9,10,0\n2025-11-20,B,RM-9,20,0\n"
				       "2025-11-20,C,RM-9,30,0\n") },
			3, 3, "Customer success holds 3 requests" },
		{ "product", "customer-success", NULL, // no use is known
			{ LIST, THREE_ASKED }, .says = "usage.csv (date, account" },
	};
	run_cases(CASES, COUNT(CASES));
}

// Engineering is called revops here; so many decided deals of each segment.
static struct move with_segments(
	struct office *o, size_t outside_won, size_t outside_lost, const char *closed)
{
	struct file file = { 0 };
	struct error err = { 0 };
	struct buf out = { 0 };
	office_make(o, false);
	const char *path =
		arena_fmt(&o->folder.arena, "%s/people.csv", o->folder.path).at;
	assert_true(file_open(path, SIZE_MAX, &file, &err));
	for (size_t at = 0, next = 0; at < file.bytes.len; at = next + 11) {
		next = str_find(file.bytes, S("engineering"), at);
		buf_add(&out,
			str_cut(file.bytes, at, next == STR_NONE ? SIZE_MAX : next - at));
		if (next == STR_NONE)
			break;
		buf_add(&out, S("revops"));
	}
	file_close(&file);
	put_bytes(&o->folder, "people.csv", buf_str(&out));
	buf_clear(&out);
	buf_fmt(&out, "deal_id,account,segment,created,closed,outcome,amount\n");
	for (size_t i = 0; i < outside_won + outside_lost; i++)
		buf_fmt(&out, "D-%zu,Small %zu,small,2024-01-01,%s,%s,1000\n", i, i,
			closed, i < outside_won ? "won" : "lost");
	for (size_t i = 100; i < 130; i++)
		buf_fmt(&out, "D-%zu,Large %zu,large,2024-01-01,%s,%s,9000\n", i, i,
			closed, i < 108 ? "won" : "lost");
	put_bytes(&o->folder, "deals.csv", buf_str(&out));
	put(&o->folder, "requests.csv", ASKS);
	put(&o->folder, "candor.yaml",
		"company: Acme\nbest_fit: {field: segment, values: [large]}\n");
	buf_done(&out);
	office_run(o);
	return office_move(o, "revops", "product-marketing");
}

TEST(segments)
{
	struct office o;
	struct move m = with_segments(&o, 14, 2, "2025-06-01");
	assert_true(m.speaks);
	assert_string_equal(m.rule->id, "wins-outside-the-segment");
	assert_int_equal(m.found.count, 14);
	assert_true(str_eq(m.found.subject, S("small")));
	assert_true(
		office_says(m.text, "14 deals there were won or are open (14 accounts)"));
	assert_true(office_says(m.text, "14 of 16 decided deals won ["));
	assert_true(office_says(m.text, "elsewhere 8 of 30"));
	office_done(&o);
	m = with_segments(&o, 5, 9, "2025-06-01"); // no better than elsewhere by chance
	assert_false(m.speaks);
	office_done(&o);
	m = with_segments(&o, 2, 0, "2025-06-01"); // two deals
	assert_false(m.speaks);
	office_done(&o);
	m = with_segments(&o, 14, 2, "2024-06-01"); // over a year ago
	assert_false(m.speaks);
	office_done(&o);
}

TEST(shared)
{
	struct office o;
	office_make(&o, true);
	office_run(&o); // no roadmap, so that only what both write about is left
	const struct move m = office_move(&o, "customer-success", "product");
	assert_true(m.speaks);
	assert_string_equal(m.rule->id, "shared-topic");
	assert_int_equal(m.found.count, 10); // eight requests, and two deals lost for it
	assert_int_equal(m.found.accounts, 8);
	assert_true(m.found.items[0].own);
	assert_true(move_is_money(&m.found.items[9]));
	assert_true(office_says(m.text, "Customer success holds 8 requests; 2 lost deals "
					"give it as the reason; in "
					"all 8 accounts, 30k lost"));
	office_done(&o);
	office_make(&o, false);
	office_run(&o); // no bridge, nothing shared
	const struct move none = office_move(&o, "customer-success", "product");
	assert_false(none.speaks);
	office_done(&o);
}

TEST(an_account_that_repeats_itself_has_one_line_and_customers_come_first)
{
	struct office o;
	office_make(&o, false);
	put(&o.folder, "roadmap.csv", ITEMS "RM-1,Torque pairing,planned,2026-01-10,\n");
	put(&o.folder, "deals.csv",
		"deal_id,account,created,closed,outcome,amount\n"
		"D-1,Works Old,2024-01-01,2024-06-01,won,900\n");
	put(&o.folder, "requests.csv",
		ASKS KIOSK("1", "2025-09-01", "Old") KIOSK("2", "2025-09-02", "Old")
			KIOSK("3", "2025-09-03", "New"));
	put(&o.folder, "reviews.csv",
		"review_id,date,site,subject,stars,title,likes,dislikes\n"
		"V-1,2025-09-04,G2,,2,Fine,Quick,No kiosk yet\n"
		"V-2,2025-09-05,G2,Rivalo,2,Kiosk,Quick,\n"
		"V-3,2024-09-05,G2,,2,Kiosk,Quick,\n");
	put(&o.folder, "competitors/rivalo/home.html", "<h1>Rivalo</h1>");
	office_run(&o);
	const struct move m = office_move(&o, "customer-success", "product");
	assert_true(m.speaks);
	// Three requests and one review: of a rival and over a year ago are none.
	assert_int_equal(m.found.count, 4);
	assert_int_equal(m.found.lines, 3);
	assert_int_equal(m.found.accounts, 2);
	assert_int_equal(
		m.found.items[0].times, 2); // the customer, though not the newest
	assert_int_equal(m.found.items[0].date.days, date_of(2025, 9, 2).days);
	assert_int_equal(m.found.items[1].kind, SAID_REVIEW);
	assert_true(str_eq(m.found.items[1].evidence.column, S("dislikes")));
	assert_true(str_eq(m.found.items[1].evidence.quote, S("No kiosk yet")));
	assert_true(
		office_says(m.text, "Customer success holds 3 requests and 1 review"));
	office_done(&o);
}

TEST(a_call_is_heard_by_all_who_were_there_and_counted_once)
{
	struct office o;
	office_make(&o, false);
	put(&o.folder, "roadmap.csv", ITEMS "RM-1,Torque pairing,planned,2026-01-10,\n");
	put(&o.folder, "requests.csv", ASKS);
	put(&o.folder, "deals.csv",
		"deal_id,account,created,outcome,amount\n"
		"D-1,Works Alpha,2025-01-01,open,1000\nD-2,Works Beta,2025-01-01,open,"
		"2000\n");
	put(&o.folder, "calls/index.csv",
		"file,date,deal_id,us,them\n"
		"one.vtt,2025-09-01,D-1,p00; p10,Petra Buyer\n"
		"two.vtt,2025-09-02,D-2,p00; p10,Paul Buyer\n");
	put(&o.folder, "calls/one.vtt",
		"WEBVTT\n\n00:00:01.000 --> 00:00:05.000\n<v Quentin00 Xhosa00>How do "
		"you "
		"work today?\n\n00:00:06.000 --> 00:00:09.000\n<v Petra Buyer>The kiosk "
		"is "
		"missing on our floor.\n\n00:00:10.000 --> 00:00:12.000\n<v Petra "
		"Buyer>Without a kiosk nobody signs.\n");
	put(&o.folder, "calls/two.vtt",
		"WEBVTT\n\n00:00:01.000 --> 00:00:05.000\n<v Quentin00 Xhosa00>How do "
		"you "
		"work today?\n\n00:00:06.000 --> 00:00:09.000\n<v Paul Buyer>We would "
		"need "
		"a kiosk at the gate.\n");
	office_run(&o);
	const struct move m = office_move(&o, "customer-success", "product");
	assert_true(m.speaks);
	assert_int_equal(m.found.count, 3);
	assert_int_equal(m.found.accounts, 2);
	assert_int_equal(m.found.stake.open, 300000);
	size_t again = 0, first = 0;
	for (size_t i = 0; i < o.ground.count; i++) {
		again += o.ground.at[i].kind == SAID_CALL && o.ground.at[i].again;
		first += o.ground.at[i].kind == SAID_CALL && !o.ground.at[i].again;
	}
	assert_int_equal(first, 3);
	assert_int_equal(again, 3);
	office_done(&o);
}

MAIN(RUN(themes), RUN(losses), RUN(objections), RUN(howto), RUN(facts), RUN(outdated),
	RUN(shipped), RUN(segments), RUN(shared),
	RUN(an_account_that_repeats_itself_has_one_line_and_customers_come_first),
	RUN(a_call_is_heard_by_all_who_were_there_and_counted_once))
