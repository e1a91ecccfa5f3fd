// config: candor.yaml in values; every key is optional.
#ifndef MODEL_CONFIG_H
#define MODEL_CONFIG_H

#include "base/base.h"

struct silence {
	struct str finding, scope, reason, owner;
	struct date until;
	uint32_t line;
};

// Where a file is that convention does not find, and which column is what.
struct source_rule {
	struct str kind;     // "deals"
	struct str pattern;  // shell pattern, relative to the workspace
	struct str *fields;  // canonical field names ...
	struct str *columns; // ... and the header that holds each
	size_t field_count;
	enum date_order dates; // what the person said of ambiguous dates
};

struct limit_days {
	int warn; // days; 0 means never
	int error;
};

// `said` is a competitor or alternative as candor.yaml writes it.
struct said_vendor {
	struct str id, name;
	struct str *aliases;
	size_t alias_count;
};

// A rule for "inside the best-fit segment": field of a deal is one of the values, or the
// amount lies in a range.
struct segment_rule {
	struct str field; // "segment", "account", "product", "region", ...; empty if
			  // there is no rule
	struct str *values;
	size_t value_count;
};

struct config {
	struct str path; // empty if there is no candor.yaml
	struct str company;
	struct str *aliases;
	size_t alias_count;
	struct str *products;
	size_t product_count;
	char currency[4];
	int fiscal_month, fiscal_day; // 1, 1 by default
	int64_t high_value_cents;     // 0: use the top quartile of won amounts
	struct said_vendor *rivals;
	size_t rival_count;
	struct said_vendor *alternatives;
	size_t alternative_count;
	struct str *functions;
	size_t function_count;
	struct source_rule *sources;
	size_t source_count;
	struct limit_days fresh_battlecard, fresh_deals, fresh_claims, fresh_pages;
	struct segment_rule best_fit;
	bool name_people;
	int min_group;
	bool mail_bodies;
	struct silence *silences;
	size_t silence_count;
};

#endif
