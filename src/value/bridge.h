// bridge: two functions that speak of the same and not with each other.
#ifndef VALUE_BRIDGE_H
#define VALUE_BRIDGE_H

#include "value/topics.h"

enum { BRIDGE_SHUFFLES = 99, BRIDGE_PAIRS_MAX = 120, BRIDGE_SHOWN = 6 };
// Share of shuffled companies that may have a bridge as strong as this one.
#define BRIDGE_CHANCE 0.05

struct bridge {
	size_t link;	 // in web->links
	uint32_t topic;	 // in topics.at
	double strength; // the weaker of both ends' surplus, see docs/methods.md
	double chance;	 // of a surplus like it anywhere, if functions had no topics
	// What each end said of it: by kind, link's a first.
	uint32_t counts[2][SAID_KINDS];
	uint32_t accounts; // distinct, of both ends and of lost deals
	struct stake stake;
	struct evidence *evidence; // at most BRIDGE_SHOWN, both ends in turn
	size_t evidence_count;
	struct str sentence;
};

struct bridges {
	struct bridge *at; // most money first, then the strongest
	size_t count;
	size_t pairs;  // looked at
	size_t topics; // looked at
	double threshold;
	struct str none; // why there is none, if there is none
};

/*
 * Pairs of functions whose tie is a gap or nothing at all.  A topic is a bridge when both
 * ends speak of it more than the company's other functions do, and hardly any shuffled
 * company has such a topic: functions are shuffled among the texts of one kind, which
 * keeps how much each wrote and how each kind of text is worded.  An account that says a
 * thing ten times says it once.  Needs two voices of each end and five of both.
 */
void bridges_of(
	struct topics *topics, const struct web_settings *settings, struct bridges *out);
// The bridge of a link, or NULL.
const struct bridge *bridge_find(const struct bridges *b, size_t link);

// Private to the null: one voice is what one account, or one text, says in one function.
struct voice {
	uint32_t node;
	uint8_t stratum;
	uint32_t from, count; // in voices.ids
};
struct voices {
	struct voice *at;
	size_t count, room;
	uint32_t *ids; // topics, renumbered: only those that enough voices have
	size_t id_count, id_room;
	uint32_t *topic; // by new number
	size_t topic_count;
};
struct bridge_pair {
	size_t link;
	uint32_t a, b;
};
void voices_of(const struct topics *t, const struct bridge_pair *pairs, size_t pair_count,
	struct arena *a, struct voices *out);

// How much more than expected each node speaks of each topic.
struct surplus {
	size_t nodes, topics;
	uint32_t *counts; // node x topic
	double *expected; // node x topic: 2 sqrt(E + 3/8)
	double *roots;	  // 2 sqrt(n + 3/8) by n
	bool *wide;	  // topics that most functions say, as labelled now
	size_t speaking;  // nodes with a voice
};
void surplus_of(
	const struct voices *v, size_t nodes, struct arena *a, struct surplus *out);
void surplus_count(const struct voices *v, const uint32_t *labels, struct surplus *s);
double surplus_pair(const struct surplus *s, struct bridge_pair p, size_t topic);
// Largest surplus of any pair in each of BRIDGE_SHUFFLES shuffles, smallest first.
void surplus_null(const struct voices *v, const struct bridge_pair *pairs,
	size_t pair_count, uint64_t seed, struct surplus *s, struct arena *a,
	double *maxima);

#endif
