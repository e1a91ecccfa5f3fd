// identity: whose an address is, and to which function somebody belonged on a day.
#ifndef TRAFFIC_IDENTITY_H
#define TRAFFIC_IDENTITY_H

#include "traffic/traffic.h"

#define IDENTITY_NOBODY UINT32_MAX
enum {
	IDENTITY_NAME_MAX = 254,
	IDENTITY_FUNCTIONS_MAX = 500,
	IDENTITY_SPANS_MAX = 64, // of one person
};

enum account_kind {
	ACCOUNT_UNMAPPED, // of the company, but of no function
	ACCOUNT_MEMBER,	  // a person, a shared mailbox or a group of a function
	ACCOUNT_OUTSIDE,  // customers, suppliers, everybody else
	ACCOUNT_PROGRAM,  // bots, no-reply addresses, rooms
	ACCOUNT_LIST,	  // reaches many and is nobody
};

// One way in which a file names somebody: an address, a short name, "zendesk/4711".
struct account {
	enum account_kind kind; // known after identity_settle()
	uint32_t member;	// of ACCOUNT_MEMBER
	uint32_t same;		// another account that is the same; IDENTITY_NOBODY
	bool group;		// its name is that of a team
	struct str title;	// of the team, if it is not its name
	uint64_t hash;		// see identity_hash
};

struct membership {
	uint32_t function;
	struct date from, to; // unset: always
	bool said;	      // candor.yaml says so, which outweighs a directory
};

struct member {
	struct str id;
	struct membership *spans;
	size_t span_count, span_room;
	bool shared, group, program;
};

struct known {
	uint32_t member; // IDENTITY_NOBODY: the name is that of several people
};

struct identity {
	struct arena *arena;
	const struct workspace *ws;
	struct map function_ids;
	struct web_function *functions; // beside function_ids; sorted by identity_fix()
	size_t function_room;
	struct member *members;
	size_t member_count, member_room;
	struct map directory; // everything a member is known by, in plain form
	struct known *known;
	size_t known_room;
	struct map locals; // what stands before the @ of members' addresses
	struct known *local;
	size_t local_room;
	struct map domains; // of the company
	struct map spellings;
	uint32_t *account_of; // beside spellings
	size_t spelling_room;
	struct map names; // accounts in plain form
	struct account *accounts;
	size_t account_room;
	size_t settled; // of the accounts, those that identity_settle has been through
	struct str *patterns; // "*@success.acme.example"
	uint32_t *pattern_function;
	size_t pattern_count, pattern_room, pattern_function_room;
	struct map orgs; // organisations that an export names, wherever they belong
	struct org {
		double people;
	} * org; // beside orgs
	size_t org_room;
	bool full; // there are more functions than we take
};

// From people.csv and candor.yaml.  What is odd becomes notes.
void identity_init(struct identity *who, const struct workspace *ws, struct arena *a,
	struct notes *notes);

/*
 * The plain form in which names are compared: lower case, the address out of
 * "Name <a@b>", without "mailto:", without +tag, "a at b.example" with its @, "Last,
 * First" turned round.
 */
struct str identity_plain(struct arena *a, struct str written);
// The next of several names in one cell: at ; | and line ends, at commas too where that
// is no "Last, First".
bool identity_next(const struct identity *who, struct str *cell, struct str *one);

// While files are read for who is who:
uint32_t identity_function(struct identity *who, struct str name);
uint32_t identity_member(struct identity *who, struct str id); // new, or the one there is
void identity_span(struct identity *who, uint32_t member, struct membership span);
void identity_call(struct identity *who, uint32_t member, struct str name); // also called
// Organisations that are no function yet become one at identity_fix(); `people` is how
// many an export says it has, 0 if it does not.
void identity_org(struct identity *who, struct str name, double people);
void identity_fix(struct identity *who); // functions are sorted; none comes later

// While files are read for who turned to whom:
uint32_t identity_account(struct identity *who, struct str written); // O(1)
// A number that is the account's whatever the order of files.
uint64_t identity_hash(const struct identity *who, uint32_t account);
// An account that is the same as another, which may be empty: then it is nobody known.
void identity_same(struct identity *who, uint32_t account, struct str other);
// An account that stands for a team, by the team's title.
void identity_team(struct identity *who, uint32_t account, struct str title);
void identity_mark(struct identity *who, uint32_t account, enum account_kind kind);

// Once everything is read: what each account is.  Later only accounts that are new.
void identity_settle(struct identity *who);
// The function on a day, or IDENTITY_NOBODY.  Undated spans fill what dated ones leave.
uint32_t identity_on(const struct member *m, struct date day);
// The last one in a window.
uint32_t identity_last(const struct member *m, struct date from, struct date to);
bool identity_within(const struct membership *s, struct date from, struct date to);

// What stands behind the @; empty if there is none.
struct str identity_domain(struct str plain);

#endif
