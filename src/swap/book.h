// book: the claims ledger, and every place where each claim is said.
#ifndef SWAP_BOOK_H
#define SWAP_BOOK_H

#include "swap/swap.h"

// What a sentence makes of a claim.
enum saying {
	SAID_NOT,
	SAID_SO,	// the claim, perhaps in other words
	SAID_STRONGER,	// more than was approved: a condition dropped, a larger number
	SAID_WEAKER,	// less than was approved
	SAID_OTHERWISE, // another number without a better side, or the opposite
	SAYING_COUNT
};

// Who meets a claim at a place, which decides what must happen if it falls.
enum reach {
	REACH_CUSTOMERS, // pages, decks, one-pagers in force: to be changed
	REACH_INSIDE,	 // battlecards, speaker notes, scripts, the message house
	REACH_HEARD,	 // said aloud by us in a call: cannot be taken back
	REACH_PAST,	 // older versions, drafts, assets that have expired
	REACH_COUNT
};

// One place where a claim is said.
struct said_at {
	const struct copy *copy;
	const struct sentence *sentence;
	enum saying saying;
	enum reach reach;
	struct str change; // what it makes of the claim: "says 60% instead of 40%"
	bool qualified;	   // the words without which it is untrue stand there, too
	struct date date;  // published, or said; unset where only the file system knows
	struct str where;  // "speaker notes", "battlecard", "expired 30 September 2025"
	struct str speaker, deal; // of a call
};

// A claim and its exposures.
struct booked {
	const struct claim_entry *entry; // NULL: the words that were asked for
	struct str text;
	enum proof proof;
	struct said_at *at; // newest first; undated last, in path order
	size_t count, room;
	size_t so[REACH_COUNT]; // said so, by who meets it
	size_t differently;	// stronger, weaker or otherwise, in force
	size_t unqualified;	// said so without the qualifier, customers only
};

struct unlisted {
	const struct copy *copy;
	const struct sentence *sentence;
};

struct book {
	struct booked *at; // in the order of the ledger
	size_t count;
	struct unlisted *unlisted; // headline claims that match no row
	size_t unlisted_count;
	size_t documents, sentences; // searched
	size_t calls;
	size_t unknown_speakers; // sentences in calls by nobody we know: not counted
	bool ledger;
	struct str *notes;
	size_t note_count, note_room;
};

struct book_question {
	struct str text; // words instead of the ledger's rows; empty for all of these
	const struct claim_entry *entry; // only this row
};

/*
 * Searches our own documents of all kinds, speaker notes and calls included; buyers' own
 * words are nobody's exposures.  Allocates in ws->arena.  O(sentences x rows that share
 * a word).
 */
void book_of(
	const struct workspace *ws, const struct book_question *asked, struct book *out);
// The row with this id, or whose claim these words are; NULL if there is none.
const struct claim_entry *book_find(const struct workspace *ws, struct str said);
const char *saying_name(enum saying s); // "so", "stronger", "weaker", "otherwise"
const char *reach_name(enum reach r);	// "customers", "inside", "heard", "past"

#endif
