// world: made traffic for tests of the web.
#ifndef TESTS_WEB_WORLD_H
#define TESTS_WEB_WORLD_H

#include "web/weave.h"
#include "web/web.h"

enum { WORLD_FUNCTIONS = 64 };

// One person turning to one other.
struct world_row {
	uint32_t from, to;
	double weight;
	uint8_t channel;
};

struct world {
	struct arena arena;
	struct web_traffic traffic;
	struct web_needs needs;
	struct web_settings settings;
	struct web web;
};

// `people` persons, none of a function yet; `functions` of them, f00, f01, ...
void world_init(struct world *w, size_t functions, size_t people);
void world_done(struct world *w);
// Sizes of functions and has_rows follow; UINT32_MAX is no function.
void world_place(struct world *w, uint32_t person, uint32_t function);
void world_add(struct world *w, struct world_row row);
void world_add_to(
	struct world *w, struct world_row row, const uint32_t *to, size_t count);
struct web_objective *world_objective(struct world *w, const char *id, double value);
void world_need(struct world *w, struct web_objective *o, uint32_t a, uint32_t b,
	enum web_level level);
void world_measure(struct world *w); // exact, into w->web
void world_run(struct world *w);     // veiled and said

// The e-mail network of a European research institution; false if it is not here.
// Rows of every tie, loops left out; the departments of `top` are functions 0, 1, ...
#define EU_CORE "../shared/data/web/data/email-Eu-core/"
#define EU_REFERENCE "../shared/data/web/reference/"
enum { EU_PEOPLE = 1005, EU_DEPARTMENTS = 42, EU_TOP = 12 };

struct eu {
	struct arc *ties;
	size_t count, rows, loops;
	uint32_t department[EU_PEOPLE];
	size_t sizes[EU_DEPARTMENTS];
	uint32_t top[EU_TOP];
};
struct arc;
bool eu_read(struct arena *a, struct eu *out);
void eu_world(const struct eu *eu, struct world *out); // twelve largest departments
struct cJSON *eu_reference(const char *name);	       // asserts that it is there

#endif
