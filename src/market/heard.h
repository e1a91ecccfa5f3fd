// heard: everything buyers said, sentence by sentence, with who, when and where.
#ifndef MARKET_HEARD_H
#define MARKET_HEARD_H

#include "market/listen.h"
#include "model/model.h"

enum heard_in { HEARD_CALL, HEARD_INTERVIEW, HEARD_REVIEW, HEARD_TICKET, HEARD_KINDS };

// One call, interview, review or ticket.
struct talk {
	enum heard_in in;
	uint32_t source;  // index into ws->sources
	uint32_t account; // index into heard.accounts
	size_t from;	  // its first line, if a buyer speaks in it
	struct date date; // unset if unknown
	bool recent;	  // within HEARD_DAYS before as_of
	bool buyer;	  // a buyer speaks in it
};

enum { HEARD_DAYS = 365, PERSONAS_MAX = 250 };

struct heard {
	const struct market_words *words;
	struct terms terms;
	struct spoken *lines; // by talk, in the order of the text
	size_t line_count, line_room;
	struct talk *talks;
	size_t talk_count, talk_room;
	// Who: an account's name, else the deal, else the file or the review itself.
	struct map accounts;
	bool *anonymous; // by account: a review or ticket that names no company
	size_t anonymous_room;
	struct map personas;	      // roles in lower case, as the files write them
	size_t counts[HEARD_KINDS];   // talks a buyer speaks in
	size_t recent[HEARD_KINDS];   // of them, recent ones
	size_t buyers, buyers_recent; // distinct accounts
	size_t calls, calls_unknown;  // calls; those in which nobody is known as a buyer
	size_t unknown_lines;	      // sentences of speakers whose side nothing says
	size_t calls_without_deal;
};

/*
 * Buyers' turns of calls (see model/call_cast.h), what interviews quote, reviews about us
 * (or about nobody named: answers to an own survey), and what customers' tickets say.
 * Everything lives in `a`.  O(text).
 */
void heard_of(const struct workspace *ws, const struct market_words *words,
	struct arena *a, struct heard *out);

#endif
