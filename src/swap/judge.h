// judge: a claim of ours beside the sentence of theirs that is most like it.
#ifndef SWAP_JUDGE_H
#define SWAP_JUDGE_H

#include "swap/check.h"
#include "swap/side.h"

// What two similar sentences are to each other.
enum pair_sort {
	PAIR_APART,	// alike in topic or wording, but ours says something else
	PAIR_CONTESTED, // the same claim, but they contradict it, outbid it, or lack what
			// makes it ours
	PAIR_SHARED,	// they say it
};

// Why a pair is contested.
enum conflict {
	CONFLICT_NONE,
	CONFLICT_FIRST,	  // both claim the same first place
	CONFLICT_TURNED,  // one says yes, the other no
	CONFLICT_NUMBER,  // other numbers of the same kind
	CONFLICT_MISSING, // a number that only ours has
	CONFLICT_ALONE,	  // ours claims a first place, theirs does not
	CONFLICT_NAMED,	  // a named thing they never mention
	CONFLICT_PART,	  // how it works or for whom, of which theirs has no word
	CONFLICT_COUNT
};

struct pair {
	enum pair_sort sort;
	enum conflict conflict;
	bool partly; // theirs is only part of ours
	// CONFLICT_TURNED: who says no and who says later, the other says yes; if nobody
	// does, the words are opposites.
	bool we_deny, they_deny, we_plan, they_plan;
	double covered;		 // share of our words, by weight, that theirs has
	struct str ours, theirs; // the words that conflict; theirs may be empty
};

// What judging needs to know beyond the two sentences.
struct judge_room {
	const struct index *index;
	const struct lexicon *words; // check_words
	const struct aliases *names;
	const struct seen_words *seen;
};

// Weighs the words of a claim: rare ones count, praise hardly does, names not at all
// (they are compared one by one).
void judge_weigh(const struct judge_room *room, struct side *s);

// A claim of ours, weighed, with what in it can be checked.
struct judged {
	struct side side;
	struct check check;
};
void judged_of(const struct judge_room *room, struct str text, struct arena *a,
	struct judged *out);

// How near a sentence is, and whose it is.
struct nearness {
	double similarity, threshold;
	uint32_t group;
};

/*
 * Compares two weighed sides whose similarity is `beyond` the threshold of chance by so
 * much.  `group` is whose sentence `theirs` is: a named thing counts as theirs when any
 * of their claims mentions it.
 */
void judge_pair(const struct judge_room *room, const struct judged *ours,
	const struct side *theirs, const struct nearness *near, struct pair *out);

#endif
