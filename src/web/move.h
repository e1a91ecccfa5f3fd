// move: one thing of value to bring to a relationship, made of the company's own
// evidence.
#ifndef WEB_MOVE_H
#define WEB_MOVE_H

#include "web/bridge.h"
#include "web/checklist.h"

/*
 * A rule joins what one function holds with what another could answer it with.  It never
 * gives advice of its own: fewer than MOVE_ITEMS unanswered things of MOVE_ACCOUNTS
 * accounts, and it says nothing.
 */
enum { MOVE_ITEMS = 3, MOVE_ACCOUNTS = 2, MOVE_LINES = 12, MOVE_FAR_DAYS = 183 };
// After so many days evidence counts half.
#define MOVE_HALF_LIFE 180.0

// One thing that the first function holds.
struct move_item {
	uint32_t account, deal; // or SAID_NOBODY
	struct date date;
	struct evidence evidence;
	struct str note; // what else the line should say: "96 of its people could use it"
};

// What a rule found for one link, one way round.
struct move_found {
	struct str subject;	 // "SSO", "Offline mode 72h"
	struct move_item *items; // unanswered ones, newest first
	size_t count, room;
	size_t held;	 // with those that are answered
	size_t accounts; // distinct, of the unanswered
	struct stake stake;
	struct date newest;
	struct str searched;	// what was looked through for an answer
	struct evidence answer; // the nearest thing to an answer, if there is one
	struct str answer_note; // why it is none: "planned for 15 June 2026"
};

// What a rule may look at.
struct move_ask {
	const struct ground *ground;
	struct topics *topics;
	const struct bridge *bridge; // of the link; NULL if there is none
	struct arena *arena;
	uint32_t from, to; // nodes
};

#define USUAL(u) (UINT32_C(1) << USUAL_##u)
#define USUAL_ANY UINT32_MAX

struct move_rule {
	const char *id;	   // "themes-without-item", never reused
	uint32_t from, to; // bits of enum usual
	const char *held;  // "what customers ask customer success and support for"
	const char *wants; // what is unanswered: "nothing on the roadmap for it within
			   // half a year"
	const char *bring; // "the page with every account that asks for it"
	const char *files; // without which it cannot speak, ', ' between
	bool (*can)(const struct ground *g); // whether those files are there
	// Adds the best subject, or leaves `out` empty.
	void (*find)(const struct move_ask *ask, struct move_found *out);
};
extern const struct move_rule *const move_rules[]; // NULL-terminated

struct move {
	size_t link;
	const struct move_rule *rule; // NULL: no rule speaks, and `text` says what is
				      // missing
	uint32_t from, to;
	struct move_found found;
	double score;
	struct str text;    // one sentence
	struct str missing; // files or evidence, where no rule speaks
	struct str path; // "outputs/customer-success-to-product-2025-11.md"; empty: none
	struct str aim;	 // name of the objective that needs it; empty if none does
};

struct moves {
	struct move *at; // beside web->choice.picks
	size_t count;
};

// The best rule's move for one link: money x unanswered share x recency x confidence.
void move_of(struct topics *topics, const struct bridges *bridges, size_t link,
	struct move *out);
// One for each chosen link.
void moves_of(struct topics *topics, const struct bridges *bridges, struct moves *out);

// Adding to what was found; for rules.  One subject after the other: see stake.mark.
void found_add(const struct move_ask *ask, struct move_found *f, struct move_item item);
void found_count(const struct move_ask *ask, struct move_found *f, uint32_t account,
	uint32_t deal, struct date date);
bool found_speaks(const struct move_found *f);
struct move_item item_of(const struct ground *g, const struct said *s);

/*
 * Of everything `holds` lets through, the subject whose unanswered things weigh most.
 * O(texts): things are looked at by topic, answers once.
 */
struct move_theme {
	bool (*holds)(const struct move_ask *ask, const struct said *s);
	// By topic the last day on which a thing said is answered; MOVE_ALWAYS: any.
	struct date *(*answered)(const struct move_ask *ask, struct arena *a);
	// What comes nearest to an answer of the unanswered; NULL: nothing can.
	void (*nearest)(
		const struct move_ask *ask, uint32_t topic, struct move_found *out);
	const char *searched;
};
#define MOVE_ALWAYS ((struct date){ INT32_MAX })
// A thing without a day is answered by any answer there is.
bool is_answered(struct date until, struct date said);
void theme_find(const struct move_ask *ask, const struct move_theme *theme,
	struct move_found *out);
// Raises the day of each of these topics; those from `topics` on are nobody's.
void answer_until(struct date *until, size_t topics, const uint32_t *ids, size_t count,
	struct date day);
// The roadmap as an answer.
struct date *roadmap_answered(const struct move_ask *ask, struct arena *a);
void roadmap_nearest(const struct move_ask *ask, uint32_t topic, struct move_found *out);

double move_score(const struct move_ask *ask, const struct move_found *f);

#endif
