// records: the rows of the company's own tables, one struct a kind.
#ifndef MODEL_RECORDS_H
#define MODEL_RECORDS_H

#include "base/base.h"

// Where a record stands: index into workspace.sources, and its row there (the header is
// row 1).
struct at {
	uint32_t source;
	uint32_t row;
};

// A number as a file writes it: "31%" is .31, "1.040" has three places.
struct figure {
	double value;
	uint8_t places; // behind the point, at most FIGURE_PLACES
	bool percent;
};
enum { FIGURE_PLACES = 6 };
#define FIGURE_MAX 1e15 // beyond it a cell is no figure

enum claim_status {
	CLAIM_PROPOSED,
	CLAIM_APPROVED,
	CLAIM_RESTRICTED,
	CLAIM_REJECTED,
	CLAIM_EXPIRED,
	CLAIM_STATUSES
};

// Every struct begins with `at`.  Where the cell is blank, text is empty, dates are
// unset, counts and amounts are -1, yes-or-no is -1, and numbers that may be negative are
// not-a-number.
struct pillar {
	struct at at;
	struct str id, pillar, message, supports, persona, status, owner;
	struct date since;
};
struct claim_entry {
	struct at at;
	struct str id, claim, pillar, pain, evidence, qualifier, approver;
	enum claim_status status;
	struct date approved_on, review_by;
};
struct pain {
	struct at at;
	struct str id, pain, persona, source;
	struct date first_heard;
};
struct stage_change {
	struct at at;
	struct str deal, field, old, new;
	struct date changed;
};
// A row of an export that repeats the whole deal at each change (OpportunityHistory).
// record_settle turns what changed from row to row into stage_changes.
struct deal_snapshot {
	struct at at;
	struct str deal, stage, probability;
	struct date changed, close_date;
	int64_t cents;
};
struct touch {
	struct at at;
	struct str id, deal, who, asset, kind, direction, about;
	struct date date;
};
struct call_entry {
	struct at at;
	struct str file, deal, us, them, kind;
	struct date date;
};
struct request {
	struct at at;
	struct str id, from, function, ask, why, deal, objective, kind, status, asset;
	struct str account, channel,
		tags; // of customers' feedback: who, where, about what
	struct date date, due, resolved;
	double hours;
};
struct roadmap_item {
	struct at at;
	struct str id, item, status, owner, objective, market_source, segment;
	struct date target, released, pmm_input_on;
};
struct usage {
	struct at at;
	struct str account, feature;
	struct date date;
	double eligible, active, events;
};
struct review {
	struct at at;
	struct str id, site, subject, role, title, likes, dislikes;
	struct date date;
	double stars;
};
struct survey_answer {
	struct at at;
	struct str wave, respondent, brand, attribute;
	struct date date;
	int in_segment, associated; // 1 yes, 0 no, -1 not said
};
struct certificate {
	struct at at;
	struct str person, course, launch;
	struct date completed;
	double score;
};
struct objective {
	struct at at;
	struct str id, objective, period, metric, owner_function, depends_on;
	double baseline, target;
	int64_t value_cents; // money or points, times 100
	struct date until;
};
// Where an objective, or a measure, stood on a day.  Either name may be blank.
struct metric {
	struct at at;
	struct str objective, metric;
	struct figure value;
	struct date date;
};
struct person {
	struct at at;
	struct str id, name, function, role, email, manager;
	struct str aliases; // other addresses, ';' between
	struct str kind;    // "shared", "bot", "contractor"; else a person
	struct date since, until;
};
// There may be millions of these: each text is kept once, in records.words.
struct interaction {
	struct at at;
	uint32_t from, to, channel, topic, initiated_by, thread; // records_word()
	struct date date;
	double minutes, weight;
};
struct asset {
	struct at at;
	struct str path, title, kind, owner, pillar, requested_by, objective;
	struct date published, expires;
};
// Something of value given to another function; outcomes are looked up, never typed.
struct gift {
	struct at at;
	struct str from, to, what, evidence, objective, request;
	struct date date;
};
struct decision {
	struct at at;
	struct str finding, said_to, sentence, answer, outcome;
	struct date date, checked_on;
};

#define LIST_OF(type)                                                                    \
	struct {                                                                         \
		struct type *at;                                                         \
		size_t count, room;                                                      \
	}

struct records {
	struct map words; // texts that many rows share
	LIST_OF(pillar) pillars;
	LIST_OF(claim_entry) claims;
	LIST_OF(pain) pains;
	LIST_OF(stage_change) history;
	LIST_OF(deal_snapshot) snapshots;
	LIST_OF(touch) touches;
	LIST_OF(call_entry) calls;
	LIST_OF(request) requests;
	LIST_OF(roadmap_item) roadmap;
	LIST_OF(usage) usage;
	LIST_OF(review) reviews;
	LIST_OF(survey_answer) survey;
	LIST_OF(certificate) enablement;
	LIST_OF(objective) objectives;
	LIST_OF(metric) metrics;
	LIST_OF(person) people;
	LIST_OF(interaction) interactions;
	LIST_OF(asset) assets;
	LIST_OF(decision) decisions;
	LIST_OF(gift) gifts;
};

// The text that a row names by number; 0 is none.
static inline struct str records_word(const struct records *r, uint32_t word)
{
	return word ? r->words.keys[word - 1] : (struct str){ 0 };
}

#endif
