// topics: what is said, as content words, each looked at once.
#ifndef VALUE_TOPICS_H
#define VALUE_TOPICS_H

#include "text/text.h"
#include "value/said.h"

#define TOPIC_NONE UINT32_MAX

struct topic {
	struct str concept; // of its stem
	struct str name;    // as it is written most often
	uint32_t said;	    // how many things have it
	bool named;	    // a name of ours, a competitor's or a person's: never a topic
	bool common;	    // a word that everybody uses: no title by itself
};

struct topic_span {
	uint32_t from, count;
};

/*
 * The content words of everything in a ground: concepts of stems, so that "badges" meets
 * "badge".  Numbers, stop words and names of people, companies and products are none.
 * Words whose first letters spell an abbreviation that stands elsewhere in capitals
 * ("single sign-on", SSO) are that abbreviation, too.
 */
struct topics {
	const struct ground *ground;
	struct map concepts;
	struct topic *at; // beside concepts
	size_t count, room;
	struct topic_span *of; // beside ground.at: its topics, each once, in order
	uint32_t *ids;
	size_t id_count, id_room;
	struct topic_reader *reader;
};

void topics_of(const struct ground *g, struct topics *out);
// The topics of any other text, in the order of first mention; new ones are added.  In
// the ground's arena.
size_t topics_read(struct topics *t, struct str text, uint32_t **ids);
bool topics_has(const struct topics *t, size_t said, uint32_t topic);

#endif
