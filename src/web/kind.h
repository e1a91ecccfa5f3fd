// kind: what an exchange was about, from the words of its topic.
#ifndef WEB_KIND_H
#define WEB_KIND_H

#include "web/result.h"

/*
 * What functions turn to each other for.  A topic that has words of several kinds is of
 * the first of them in this order: a question about a launch is a question.
 */
enum kind {
	KIND_UNKNOWN, // a subject, no work: "gateway"
	KIND_ASK,     // requests, questions, their answers
	KIND_LEARN,   // what buyers say: win-loss, research, interviews, pilots, use
	KIND_LAUNCH,  // what comes out: releases, launches, items of the roadmap
	KIND_ENABLE,  // what others work with: training, decks, cards, prices, stories
	KIND_DRIVE,   // demand: campaigns, events, pages, posts, leads
	KIND_RUN,     // everyday work: meetings, plans, forecast, budget, contracts
	KIND_COUNT
};

// Words of a kind, ';' between, at most two to a phrase: web/kind_words.c.
struct kind_words {
	enum kind kind;
	const char *id;	   // "ask"
	const char *title; // "requests and answers"
	const char *english, *german;
};
extern const struct kind_words KIND_WORDS[KIND_COUNT]; // by enum kind

struct kinds {
	struct map words[2]; // stems and pairs of stems, by enum tongue
	uint8_t *kind_of_word[2];
	size_t room[2];
	struct map ids; // of requests, items, launches and deals; names of two words and
			// more
	struct map heads; // their first words: most topics have none of them
	uint8_t *kind_of_id;
	size_t id_room;
};

// Words alone if `ws` is NULL; else also the ids and names of its records.
void kinds_open(struct kinds *k, const struct workspace *ws, struct arena *a);
// An id of the workspace, or a name of an item or launch, decides before words do.
// O(topic).
enum kind kind_of_topic(const struct kinds *k, struct str topic);

enum { KIND_FEW = 5, KIND_LOPSIDED_LEAST = 20 };
#define KIND_LOPSIDED 0.9

/*
 * The exchanges of one link by kind: as often as somebody turned to somebody, a thread on
 * one day once, whichever way.  A count of 1 to 4 is few and never shown.
 */
struct link_kinds {
	uint32_t counts[KIND_COUNT];
	uint32_t silent; // without a topic
	uint32_t all;	 // with those
	bool shown;	 // the link is not withheld, and there is something
	bool some_few;	 // then `all` would give a count away, and is not shown either
	struct str sentence; // "Of 64 exchanges 58 were requests and answers."
	struct str lopsided; // of needed links of our own function; else empty
};

// One for each link of the web, in `a`.  Topics of interactions.csv only: subjects of
// mail and chat are never read.  O(interactions).
struct link_kinds *kinds_of_links(const struct workspace *ws,
	const struct web_traffic *traffic, const struct web *web,
	const struct web_settings *settings, struct arena *a);

#endif
