// needs: which two functions have to work together, how closely, and for what.
#ifndef WEB_NEEDS_H
#define WEB_NEEDS_H

#include "traffic/traffic.h"
#include "web/standing.h"

/*
 * How closely, on the scale of observed strength: half of what traffic predicts, as
 * predicted, twice, four times.
 */
enum web_level { WEB_INFORM, WEB_CONTRIBUTE, WEB_COOWN, WEB_DEPEND, WEB_LEVELS };

double web_level_strength(enum web_level level);  // 1/3, 1/2, 2/3, 4/5
const char *web_level_name(enum web_level level); // "inform", ...
bool web_level_find(struct str name, enum web_level *out);

// Two functions of traffic.functions; order does not matter.
struct web_need {
	uint32_t a, b;
	enum web_level level;
};

struct web_objective {
	struct str id, name;
	double value;		// money or points; not-a-number if not said
	struct date until;	// not set: without end
	uint32_t owner;		// in traffic.functions, or UINT32_MAX
	struct web_need *links; // two functions at most once
	size_t link_count, link_room;
	const struct standing *standing; // NULL where no file has a value of it
};

// A tie of the team's own drawing; if it names objectives, it is a link of each, too.
struct web_drawn {
	struct web_need need;
	struct str why;
	struct str move; // what the team means to bring to it
};

struct web_needs {
	struct web_objective *objectives;
	size_t objective_count;
	struct web_drawn *drawn;
	size_t drawn_count;
	struct date as_of; // objectives that ended before are not live
	struct str *notes; // what could not be understood, one sentence each
	size_t note_count, note_room;
};

// Adds a link, or raises nothing: the level said last counts.  `a` == `b` is ignored.
void web_objective_link(
	struct arena *arena, struct web_objective *objective, struct web_need need);

/*
 * From candor.yaml, objectives.csv and web/relationships.yaml.  A drawing's `need` is
 * low (inform), medium (contribute), high (coown) or a level's name; where its `why`
 * names an objective's id it becomes a link of that objective.  An objective with
 * neither path nor links needs its owner and each it depends on, at `contribute`.
 */
void web_needs_of(const struct workspace *ws, const struct web_traffic *traffic,
	struct arena *a, struct web_needs *out);

#endif
