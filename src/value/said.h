// said: what each function of the company wrote or was told, and about which account.
#ifndef VALUE_SAID_H
#define VALUE_SAID_H

#include "web/web.h"

enum said_kind {
	SAID_REQUEST,  // asked of product marketing, or a customer's ticket
	SAID_EXCHANGE, // the topic that interactions.csv gives a meeting or mail
	SAID_LOSS,     // the reason of a lost deal: sales
	SAID_CALL,     // what a buyer said in a recorded call: whose people were there
	SAID_REVIEW,   // what a customer wrote about us where everybody can read it
	SAID_ITEM,     // of the roadmap: its owner's function, else product
	SAID_DOCUMENT, // in a folder that is called after a function
	SAID_KINDS
};

// One thing, of one function.  An exchange is two: one for each end.
struct said {
	uint32_t node;	  // of the web; never "other functions"
	uint32_t partner; // of an exchange: the other end; else WEB_NONE
	uint8_t kind;	  // enum said_kind
	bool again; // of a call: another function was there as well and has the same
		    // words; whoever counts words counts them there
	uint32_t account; // in ground.accounts; SAID_NOBODY if it names none
	uint32_t deal;	  // in ws->deals; SAID_NOBODY if it names none
	uint32_t record;  // in its list of ws->records; of a loss the deal, of calls and
			  // documents the copy
	struct date date; // unset if unknown
	struct str text;
	uint32_t source;
	struct place place;
	const char *column; // of a table's row
	enum witness witness;
};

#define SAID_NOBODY UINT32_MAX
enum { SAID_DAYS = 365, SAID_MAX = 200000 };

// Everything moves and bridges are made from.
struct ground {
	const struct workspace *ws;
	const struct web_traffic *traffic;
	const struct web *web;
	struct arena *arena;
	uint32_t *node_of; // per function of the traffic; WEB_NONE where it is not shown
	struct map accounts;	   // names in lower case
	struct str *account_names; // beside accounts, as a file writes them
	size_t account_name_room;
	bool *customer;	     // beside accounts: it bought, or its people use what we sell
	uint32_t *deal_from; // by account: where its deals begin in deal_list
	uint32_t *deal_list; // rows of ws->deals by account
	size_t account_count;
	struct map deal_ids;	     // lower case
	uint32_t *deal_row;	     // beside deal_ids
	struct gathering *gathering; // who is who, while texts are read: value/ground.h
	struct said *at;	     // by kind, then as the files have them
	size_t count, room;
	bool cut; // there was more than SAID_MAX
};

/*
 * Reads the workspace's tables, and calls and documents where their sentences were asked
 * for.  Of the last SAID_DAYS days; what has no day counts.  Mail, chat and calendars
 * give nothing: only their headers are ever read.  O(text).
 */
void ground_of(const struct workspace *ws, const struct web_traffic *traffic,
	const struct web *web, struct arena *a, struct ground *out);

// What a function's id means ("cs", "Customer Success"); USUAL_COUNT for any other.
unsigned ground_usual(const struct ground *g, uint32_t node);
// The node of a function as files write it, or of a person's; WEB_NONE if none is shown.
uint32_t ground_node(const struct ground *g, struct str function);
uint32_t ground_node_of_person(const struct ground *g, struct str person);
// The account of this name, or SAID_NOBODY.
uint32_t ground_account(const struct ground *g, struct str name);
uint32_t ground_deal(const struct ground *g, struct str id);
// Whether a day counts: unset, or within SAID_DAYS before the workspace's day.
bool ground_recent(const struct ground *g, struct date day);
// The words as evidence.  Names of our own people are taken out unless web.names.
struct evidence said_evidence(const struct ground *g, const struct said *s);
// "request", "lost deals", ...
const char *said_name(enum said_kind kind, size_t count);
struct str said_quote(const struct ground *g, struct str text);
struct str ground_veil(const struct ground *g, struct str text);

/*
 * Money of deals, each counted once, whatever brought it in.  Amounts that a file leaves
 * blank count as deals without money.  Which are counted is marked in the ground: one
 * stake is filled before the next is begun.
 */
struct stake {
	int64_t lost, open, renewing;
	size_t lost_deals, open_deals, renewing_deals;
	uint32_t mark; // of the deals and accounts it has
};
void stake_add_deal(const struct ground *g, struct stake *s, uint32_t deal);
// Whether the account is new to the stake; it no longer is.  SAID_NOBODY never is.
bool stake_new_account(const struct ground *g, struct stake *s, uint32_t account);
// Open and renewing deals of an account.
void stake_add_account(const struct ground *g, struct stake *s, uint32_t account);
int64_t stake_sum(const struct stake *s);
// "410k EUR lost, 96k EUR open"; empty without money.
struct str stake_words(const struct ground *g, const struct stake *s);

#endif
