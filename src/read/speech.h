// speech: a conversation becoming blocks: who speaks, when, and whole sentences.
#ifndef READ_SPEECH_H
#define READ_SPEECH_H

#include "read/prose.h"

enum {
	SPEECH_NAME_MAX = 60,	 // bytes of a name in front of a colon
	SPEECH_VOICE_MAX = 200,	 // bytes of a name in a tag
	SPEECH_PAUSE_MS = 8000,	 // after this long nobody goes on with a sentence
	SPEECH_BLOCK_MAX = 2000, // bytes of unpunctuated speech in one block
	SPEECH_HOURS_MAX = 1000,
};

struct speech {
	struct prose prose;
	struct str speaker; // of what is said now; empty when unknown
	bool apart;	    // the next words do not go on with a sentence
};

/*
 * Words are about to be said by this speaker, from `at` in the source on.  They go on in
 * the open block when the same speaker has not finished a sentence there.
 */
void speech_turn(struct speech *s, struct str speaker, const char *at);

/*
 * "Petra Brandt: We looked at it", "SPEAKER_01:", "Dr. O'Neil (Brandt):": one to five
 * capitalised words before a colon.  Length of name and colon with the space behind it, 0
 * when it is none.  "Note:", "Question:" and their like are no names.
 */
size_t speech_prefix(struct str line, struct str *name);
bool speech_is_name(struct str text); // the same without the colon

// How often names stand in front of colons in a file: one alone may be any word.
struct speech_names {
	struct map map;
	size_t *counts;
	size_t counts_room;
	size_t lines, named; // lines looked at, and those with a name
};

void speech_names_add(struct speech_names *n, struct str line);
bool speech_names_know(const struct speech_names *n, struct str name);

/*
 * "00:03:10.500", "3:10", "1:03:10,5": a time at the head of *rest, which is moved behind
 * it.  Minutes and seconds below 60 except minutes that stand first.
 */
bool speech_time(struct str *rest, uint32_t *ms);

#endif
