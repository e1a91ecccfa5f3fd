// move: one thing of value to bring to a relationship, made of the company's own
// evidence.
#ifndef VALUE_MOVE_H
#define VALUE_MOVE_H

#include "value/bridge.h"
#include "web/web.h"

/*
 * A rule joins what one function holds with what another could answer it with.  It never
 * gives advice of its own: fewer than MOVE_ITEMS unanswered things of MOVE_ACCOUNTS
 * accounts, and it says nothing.
 */
enum {
	MOVE_ITEMS = 3,
	MOVE_ACCOUNTS = 2,
	MOVE_LINES = 12,
	MOVE_FAR_DAYS = 183,
	MOVE_SPOKEN = 3,
	MOVE_SPOKEN_LEAST = 5
};
// After so many days evidence counts half.
#define MOVE_HALF_LIFE 180.0

// What a line of a move is: any enum said_kind, or a deal as it stands.
enum { MOVE_DEAL = SAID_KINDS, MOVE_USE };

// One thing that a move brings.
struct move_item {
	uint32_t account, deal; // or SAID_NOBODY
	uint8_t kind;		// enum said_kind, MOVE_DEAL, or MOVE_USE of a file in one
	bool own;		// the giving function's words; else those of others
	struct date date;
	struct evidence evidence;
	struct str note; // what else the line should say: "96 of its people could use it"
	size_t times;	 // how often its account said these very words
};

// Exchanges of the giver with all but the receiver, under one topic as files write it.
struct move_spoken {
	size_t count;
	struct date since;
	struct evidence evidence; // the newest
};

// What a rule found for one link, one way round.
struct move_found {
	struct str subject;	 // "SSO", "Offline mode 72h"
	struct move_item *items; // unanswered ones; in a move: see move_sort
	size_t count, room;
	size_t lines; // of a move: items left when equal words are one
	size_t held;  // with those that are answered
	struct move_spoken spoken[MOVE_SPOKEN]; // most first
	size_t spoken_count, spoken_all;	// topics shown, exchanges of all topics
	size_t accounts;			// distinct, of the unanswered
	struct stake stake;
	struct date newest;
	struct str searched;	// what was looked through for an answer
	const char *asks;	// of the receiver, where the rule's own is too general
	struct evidence answer; // the nearest thing to an answer, if there is one
	struct str answer_note; // why it is none: "planned for 15 June 2026"
};

// What a rule may look at.
struct move_ask {
	const struct ground *ground;
	struct topics *topics;
	const struct bridge *bridge; // of the link; NULL if there is none
	const struct moves *told;    // chosen before: their subjects are not looked for
	struct arena *arena;
	uint32_t from, to; // nodes
};

#define USUAL(u) (UINT32_C(1) << USUAL_##u)
#define USUAL_ANY UINT32_MAX

struct move_rule {
	const char *id;	   // "themes-without-item", never reused
	uint32_t from, to; // bits of enum usual
	const char *held;  // what it lays open: "what customers ask for"
	const char
		*wants;	  // why it is open, a sentence: "Nothing on the roadmap names it"
	const char *asks; // of the receiver, a sentence
	const char *nearest; // what the answer it found is: "The nearest on the roadmap"
	// The one file that is not there and would let it speak, "roadmap.csv (item,
	// target, released)"; empty if all is there.
	struct str (*lacks)(const struct move_ask *ask);
	// What is said, by subject, and what would answer it; else a search of its own,
	// which adds the best subject or leaves `out` empty.
	const struct move_theme *theme;
	void (*find)(const struct move_ask *ask, struct move_found *out);
};
extern const struct move_rule *const move_rules[]; // NULL-terminated

struct move {
	size_t link;
	bool speaks; // else `text` says what is missing, and there is nothing to bring
	const struct move_rule *rule; // NULL where none speaks
	uint32_t from, to;
	struct move_found found;
	double score;
	struct str text;    // what to bring, or what is missing
	struct str why;	    // the same without the two functions and the subject
	struct str missing; // the one file that would let a rule speak; may be empty
	struct str path; // "outputs/customer-success-to-product-2025-11.md"; empty: none
	size_t same; // number, from 1, of the move that brings this subject already, and
		     // whose path this is: found has what that one has not, and no money
	struct str aim; // name of the objective that needs it; empty if none does
};

struct moves {
	struct move *at; // beside web->choice.picks
	size_t count;
};

// The best rule's move for one link: money x unanswered share x recency x confidence.
void move_of(struct topics *topics, const struct bridges *bridges, size_t link,
	struct move *out);
// One for each chosen link.  Where an earlier one brings the best subject already, the
// next best; if no other speaks, one sentence on what this link adds, and no money.
void moves_of(struct topics *topics, const struct bridges *bridges, struct moves *out);

// For rules: whether an earlier move brings the subject already.
bool move_is_told(const struct move_ask *ask, struct str subject);
// The words of what earlier moves bring; a thing that has them is theirs.
struct told_topics {
	uint32_t *ids[WEB_FOCUS_MAX];
	size_t counts[WEB_FOCUS_MAX];
};
void told_topics_of(
	struct topics *topics, const struct moves *told, struct told_topics *out);
bool told_has(const struct told_topics *told, const struct topics *t, size_t said);
// Of a sorted move of the second try, whose subject is told: what it adds, see move.same.
// False: it is not.
bool move_repeat(const struct move_ask *ask, const struct moves *told, struct move *m);

// Adding to what was found; for rules.  One subject after the other: see stake.mark.
void found_add(const struct move_ask *ask, struct move_found *f, struct move_item item);
void found_count(const struct move_ask *ask, struct move_found *f, uint32_t account,
	uint32_t deal, struct date date);
bool found_speaks(const struct move_found *f);
// More open entries, then more accounts, then more held.
bool found_is_fuller(const struct move_found *a, const struct move_found *b);
// A line of a review shows the part that has the topic; TOPIC_NONE: its title.
struct move_item item_of(
	const struct move_ask *ask, const struct said *s, uint32_t topic);
struct move_item item_of_deal(const struct move_ask *ask, uint8_t kind, struct said s);
// What the giver spoke of with others under this topic; nothing below five exchanges.
void found_spoken(const struct move_ask *ask, uint32_t topic, struct move_found *f);

// Own words first, of customers first where the giver looks after them, then the newest;
// an account's equal words become one line.
void move_sort(const struct move_ask *ask, struct move_found *f);
bool move_is_money(const struct move_item *item); // a deal's line, not words of theirs
// The sentence of a rule that speaks, and what to say where none does: the fullest of
// what `close` found falls short.
void move_say(const struct move_ask *ask, struct move *m);
void move_say_same(const struct move_ask *ask, const struct move *first, struct move *m);
void move_silence(const struct move_ask ways[2], const struct move_rule *rule,
	const struct move_found *close, struct move *out);
bool move_fits(const struct move_ask *ask, const struct move_rule *rule);

/*
 * Of everything `holds` lets through, the subject whose unanswered things weigh most;
 * if none has enough, the one with the most.  O(texts): things are looked at by topic,
 * answers once.
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

// "A requests.csv with tickets of Support (date, function, account, ask)".
struct str lacks_tickets(const struct move_ask *ask);
// "touches.csv with what Customer success used (date, deal_id, who, asset)".
struct str lacks_uses(const struct move_ask *ask);

double move_score(const struct move_ask *ask, const struct move_found *f);

#endif
