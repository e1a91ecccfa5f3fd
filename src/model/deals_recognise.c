// Whether a table is an export of deals, by the names of its columns.
#include "model/deals_field.h"
#include "model/deals_load.h"
#include "model/header.h"

static const char *const NAMES[DEALS_TABLES] = {
	[DEALS_ROWS] = "deals",
	[DEALS_LEADS] = "leads",
	[DEALS_WINS] = "wins",
	[DEALS_STAGES] = "deal-stages",
	[DEALS_ACCOUNTS] = "accounts",
	[DEALS_OWNERS] = "owners",
};

const char *deals_table_name(enum deals_table table)
{
	return NAMES[table];
}

enum deals_table deals_table_find(struct str name)
{
	for (size_t i = 1; i < DEALS_TABLES; i++)
		if (str_eq(name, str_of(NAMES[i])))
			return (enum deals_table)i;
	return DEALS_NO_TABLE;
}

struct seen {
	const struct str *keys;
	size_t columns;
	unsigned rank[FIELDS]; // the best rank of each field; FIELD_RANKS if it is not
			       // there
};

static bool has(const struct seen *s, enum deals_field f)
{
	return s->rank[f] < FIELD_RANKS;
}

// One of the names stands among the columns.
static bool has_key(const struct seen *s, const char *names)
{
	struct str rest = str_of(names), one;
	while (str_split(&rest, ' ', &one))
		for (size_t c = 0; c < s->columns; c++)
			if (str_eq(s->keys[c], one))
				return true;
	return false;
}

// Columns that no table of deals has: histories, line items, people, tickets, touches.
static bool is_something_else(const struct seen *s)
{
	static const char ANTI[] =
		"fivetranstart fivetranend old new oldvalue newvalue fieldname changed "
		"changedon "
		"lineitemid opportunitylineitemid quantity unitprice totalprice "
		"pricebookentryid "
		"firstname lastname email phone password jobtitle "
		"engagementid whoid whatid activitydate callduration calltype "
		"ticketid tickettype issuekey issuetype storypoints resolution resolved "
		"sprint "
		"touchid asset requestid ask respondent attribute featureid feature "
		"eventcount "
		"activeusers eligibleusers claim claimid pillar interviewee transcript "
		"speaker";
	return has_key(s, ANTI);
}

// Salesforce's OpportunityHistory repeats the deal at each change, under an id of its
// own.
static bool is_history(const struct seen *s)
{
	bool about = has(s, FIELD_NAME) || has(s, FIELD_ACCOUNT) || has(s, FIELD_OWNER);
	bool own_id = has_key(s, "id") && has_key(s, "opportunityid dealid");
	return !about && (own_id || has_key(s, "probability")) && has(s, FIELD_STAGE);
}

static double score_deals(const struct seen *s)
{
	bool stage = has(s, FIELD_STAGE), flags = has(s, FIELD_IS_WON);
	bool ends = has(s, FIELD_WON_ON) || has(s, FIELD_LOST_ON);
	bool outcome = has(s, FIELD_OUTCOME);
	double score = 0;
	if (!stage && !flags && !outcome && !ends)
		return 0;
	// Words that only deals have: a stage, a won flag, an amount, a competitor.
	score += stage ? 0.3 : 0;
	score += flags || s->rank[FIELD_OUTCOME] == 0 || ends ? 0.25 : 0;
	score += outcome && !stage ? 0.1 : 0;
	score += s->rank[FIELD_ID] == 0 || s->rank[FIELD_NAME] == 0 ? 0.25 : 0;
	score += has(s, FIELD_AMOUNT) ? 0.25 : 0;
	score += has(s, FIELD_VENDORS) ? 0.15 : 0;
	score += has(s, FIELD_LOSS_REASON) && s->rank[FIELD_LOSS_REASON] < 2 ? 0.15 : 0;
	score += has(s, FIELD_CLOSED) || has(s, FIELD_EXPECTED) ? 0.1 : 0;
	score += has(s, FIELD_OWNER) ? 0.05 : 0;
	score += has(s, FIELD_ACCOUNT) ? 0.05 : 0;
	score += has(s, FIELD_CREATED) ? 0.05 : 0;
	return score > 1 ? 1 : score;
}

static double score_stages(const struct seen *s)
{
	bool id = has_key(s, "stageid");
	bool end = has_key(s, "closedwon iswon") && has_key(s, "isclosed");
	bool deal = has(s, FIELD_AMOUNT) || has_key(s, "dealid opportunityid");
	return id && end && !deal ? 0.9 : 0;
}

static double score_leads(const struct seen *s)
{
	bool id = has_key(s, "mqlid leadid");
	bool ends = has(s, FIELD_STAGE) || has(s, FIELD_OUTCOME) ||
		    has(s, FIELD_WON_ON) || has(s, FIELD_CLOSED);
	return id && has(s, FIELD_CREATED) && !ends ? 0.8 : 0;
}

static double score_wins(const struct seen *s)
{
	bool id = has_key(s, "mqlid leadid");
	bool more = has(s, FIELD_STAGE) || has(s, FIELD_LOST_ON);
	return id && has(s, FIELD_WON_ON) && !more ? 0.85 : 0;
}

static bool has_deal(const struct seen *s)
{
	return has(s, FIELD_STAGE) || has(s, FIELD_OUTCOME) || has(s, FIELD_AMOUNT) ||
	       has(s, FIELD_CLOSED) || has(s, FIELD_WON_ON);
}

static double score_accounts(const struct seen *s)
{
	bool key = has_key(s, "account accountname accountid companyid kunde firma");
	bool facts = has(s, FIELD_SEGMENT) || has(s, FIELD_REGION);
	bool person = has_key(s, "contactid leadid person firstname lastname jobtitle");
	bool events =
		has_key(s, "date feature campaign quantity old new dealid opportunityid "
			   "requestid ticketid");
	return key && facts && !person && !events && !has_deal(s) ? 0.7 : 0;
}

static double score_owners(const struct seen *s)
{
	bool key = has_key(s, "salesagent owner ownername salesrep rep ownerid");
	bool facts =
		has(s, FIELD_REGION) && has_key(s, "manager team teamlead regionaloffice "
						   "region territory");
	return key && facts && s->columns <= 8 && !has(s, FIELD_ACCOUNT) && !has_deal(s)
		       ? 0.7
		       : 0;
}

static void see(struct seen *s, struct str *keys, size_t columns)
{
	s->keys = keys;
	s->columns = columns;
	for (unsigned f = 0; f < FIELDS; f++) {
		s->rank[f] = FIELD_RANKS;
		for (size_t c = 0; c < columns; c++) {
			unsigned rank = field_rank((enum deals_field)f, keys[c]);
			s->rank[f] = rank < s->rank[f] ? rank : s->rank[f];
		}
	}
}

#define RECOGNISED_FROM 0.6

enum deals_table deals_recognise(const struct str *header, size_t columns, double *score)
{
	enum { COLUMNS_MAX = 400 };
	struct arena a = { 0 };
	struct seen s;
	columns = columns < COLUMNS_MAX ? columns : COLUMNS_MAX;
	struct str *keys = ARENA_ARRAY(&a, struct str, columns);
	for (size_t c = 0; c < columns; c++)
		keys[c] = header_key(&a, header[c]);
	see(&s, keys, columns);
	bool deals = !is_something_else(&s) && !is_history(&s);
	const double scores[DEALS_TABLES] = {
		[DEALS_ROWS] = deals ? score_deals(&s) : 0,
		[DEALS_LEADS] = deals ? score_leads(&s) : 0,
		[DEALS_WINS] = deals ? score_wins(&s) : 0,
		[DEALS_STAGES] = score_stages(&s),
		[DEALS_ACCOUNTS] = score_accounts(&s),
		[DEALS_OWNERS] = deals ? score_owners(&s) : 0,
	};
	enum deals_table best = DEALS_NO_TABLE;
	for (size_t i = 1; i < DEALS_TABLES; i++)
		if (scores[i] >= RECOGNISED_FROM && scores[i] > scores[best])
			best = (enum deals_table)i;
	if (score)
		*score = scores[best];
	arena_free(&a);
	return best;
}
