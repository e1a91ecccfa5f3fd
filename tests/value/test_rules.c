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
	if (c->id && m.rule)
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

MAIN(RUN(themes), RUN(losses), RUN(objections), RUN(howto), RUN(facts), RUN(outdated),
	RUN(shipped))
