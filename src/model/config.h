// config: candor.yaml in values; every key is optional.
#ifndef MODEL_CONFIG_H
#define MODEL_CONFIG_H

#include "model/notes.h"

struct silence {
	struct str finding, scope, reason, owner;
	struct date until;
	uint32_t line;
};

// Where a file is that convention does not find, and which column is what.
struct source_rule {
	struct str kind;     // "deals", "touches": the name of a record kind
	struct str pattern;  // shell pattern, relative to the workspace
	struct str *fields;  // canonical field names ...
	struct str *columns; // ... and the header that holds each
	size_t field_count;
	enum date_order dates; // what the person said of ambiguous dates
	uint32_t line;
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
	uint32_t line;
};

// A team of the company, and whose mail and meetings are its.
struct said_function {
	struct str name;
	struct str
		*people; // addresses, "*@success.acme.com", or a file such as people.csv
	size_t people_count;
	struct str where; // "team=Support": which rows of that file
	uint32_t line;
};

// An objective written here instead of in objectives.csv.
struct said_objective {
	struct str id, name;
	int64_t value_cents; // money or points, times 100; 0 if unsaid
	struct date until;
	struct str *path; // functions in the order in which the work passes through them
	size_t path_count;
	struct str *links;  // "cs-product" ...
	struct str *levels; // ... and how much it depends on that link: inform,
			    // contribute, coown, depend
	size_t link_count;
	uint32_t line;
};

// How the web of functions is measured.
struct web_rule {
	int window_days, half_life_days;
	int k;	   // functions with fewer people are merged or not drawn
	int focus; // relationships to choose, at most
	bool names;
	double meeting, ticket, reply, mail, reaction; // weight of one exchange
};

// A rule for "inside the best-fit segment": a field of the deal is one of the values.
struct segment_rule {
	struct str field; // "segment", "account", "product", "region", ...; empty if
			  // there is no rule
	struct str *values;
	size_t value_count;
};

// An endpoint that turns sentences into vectors, for `candor swap --meaning`.
struct meaning_rule {
	struct str endpoint; // empty: there is none
	struct str model;
	struct str host;	 // may be asked although it is not this machine
	struct str key_variable; // of the environment
};

struct config {
	struct str path; // empty if there is no candor.yaml
	struct str company;
	struct str *aliases;
	size_t alias_count;
	struct str *products;
	size_t product_count;
	char currency[4];
	int fiscal_starts[2];	  // month and day; 1, 1 by default
	int64_t high_value_cents; // 0: use the top quartile of won amounts
	struct said_vendor *rivals;
	size_t rival_count;
	struct said_vendor *alternatives;
	size_t alternative_count;
	struct said_function *functions;
	size_t function_count;
	struct str objectives_path; // empty: found by convention
	struct said_objective *objectives;
	size_t objective_count;
	struct source_rule *sources;
	size_t source_count;
	struct limit_days fresh_battlecard, fresh_deals, fresh_claims, fresh_pages;
	struct segment_rule best_fit;
	bool name_people;
	int min_group;
	bool mail_bodies;
	struct silence *silences;
	size_t silence_count;
	struct web_rule web;
	struct meaning_rule meaning;
	struct notes warnings; // what is odd, but not wrong; each names file and line
};

/*
 * Reads candor.yaml.  Text and arrays live in `a`; `path` is what messages call the file.
 * The first thing wrong ends it with "path:line: what, expected what"; what is only odd
 * goes to config->warnings.  Empty bytes give the defaults, so that a workspace without
 * the file reads "".
 */
bool config_read(struct str bytes, struct str path, struct arena *a,
	struct config *config, struct error *err);

// The rule of candor.yaml for a file, or NULL: its kind's path matches.
const struct source_rule *config_source(const struct config *config, struct str path);
// What candor.yaml says of a kind of table ("deals"), or NULL.
const struct source_rule *config_kind(const struct config *config, struct str kind);
// "Shift-ly Pro" -> "shift-ly-pro": the id of a name, in lower case, at most 60 bytes.
struct str config_id(struct arena *a, struct str name);

#endif
