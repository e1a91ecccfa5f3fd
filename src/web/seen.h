// seen: through which channels, files and days the web was seen, and whose people are in
// it.
#ifndef WEB_SEEN_H
#define WEB_SEEN_H

#include "web/weave.h"

// Channels as people call them: a reply is mail in a mailbox, and chat elsewhere.
enum way { WAY_MAIL, WAY_MEETINGS, WAY_CHAT, WAY_TICKETS, WAYS };

struct seen_file {
	struct str name;
	size_t count;
	struct date newest;
};

struct seen_function {
	size_t ways[WAYS]; // exchanges with other functions
	size_t people;	   // different ones in any row that counts
	bool grouped; // some rows stand for the whole of it: people cannot be counted
};

struct seeing {
	const struct workspace *ws;
	const struct web_traffic *traffic;
	const struct web_settings *settings;
	struct arena *scratch;
	size_t ways[WAYS], all; // exchanges that count
	size_t channels[CHANNEL_COUNT];
	struct seen_function *functions; // beside traffic->functions
	bool *people;			 // beside traffic->persons: stands in a row
	struct seen_file *files;	 // most exchanges first
	size_t file_count;
	struct date newest;
};

// Counts the rows that ties.c counts; what it makes lives in scratch.
void see(struct seeing *s);

#endif
