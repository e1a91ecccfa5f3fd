// traffic: who of which function turned to whom, when and how; everything the web is made
// from.
#ifndef TRAFFIC_TRAFFIC_H
#define TRAFFIC_TRAFFIC_H

#include "model/model.h"

// How people met.  Weights and order are those of docs/methods.md.
enum web_channel {
	CHANNEL_MEETING,
	CHANNEL_TICKET, // a ticket handed over, or worked on by two functions
	CHANNEL_THREAD, // a reply
	CHANNEL_MAIL,
	CHANNEL_REACTION, // a reaction or a mention
	CHANNEL_COUNT
};

struct web_function {
	struct str id;	 // as in people.csv: "customer-success"
	struct str name; // as people write it: "Customer success"
	uint32_t people; // persons who ever belonged to it in the window; 0 where only a
			 // grouped export names it and does not say
	bool has_rows;	 // some interaction of the window names one of its people
};

/*
 * Somebody of the company.  No name and no address is kept: `key` is a keyed hash of the
 * id in people.csv or of the address, equal for all addresses of one person.
 */
struct web_person {
	uint64_t key;
	uint32_t function; // at the end of the window
	bool shared;	   // a shared mailbox: belongs to a function, is nobody
	bool group; // stands for a whole function: the export had no persons, so that
		    // there are no pairs to count and nobody to resample
};

// One end of an interaction: a person, and the function it belonged to on that day.
struct web_end {
	uint32_t person, function;
};

/*
 * One person turning to others, once.  What was said is not here and was never read.
 * Each target gets weight / reached.  A meeting is one interaction for each person who
 * was there, so that it counts in both directions; those who only might come are targets
 * of an interaction of its own, of half the weight.
 */
struct web_interaction {
	struct date day;
	uint8_t channel; // enum web_channel
	uint32_t unit;	 // thread, meeting or ticket; equal numbers are one unit
	struct web_end actor;
	uint32_t first, count; // targets in web_traffic.ends; people of the company only
	uint32_t reached; // how many it was addressed to, others and unmapped included
	struct at at;	  // file and row, line or message
	double weight;	  // 1 unless the export counts or measures; of meetings, hours
};

// Addresses of the company that belong to no function, by what stands behind their @.
struct web_domain {
	struct str domain;  // "acme.example"; empty for names without an address
	uint32_t addresses; // how many different ones
	double volume;	    // of the traffic's `unmapped`
};

struct web_traffic {
	struct web_function *functions; // in order of id
	size_t function_count;
	struct web_person *persons; // in order of id, p9 before p10
	size_t person_count;
	struct web_interaction *at; // in order of day, then unit; the same whatever the
				    // files are called
	size_t count, room;
	struct web_end *ends;
	size_t end_count, end_room;
	struct date from, to; // the window
	const bool
		*dayless; // of each source: its rows have no day, so they have the last
	// Volume of the window by who took part: people of functions only; somebody of
	// the company but of no function; others (customers, suppliers), who are left
	// out.  Each channel is divided by its own total and counts with its weight.
	double mapped, unmapped, outside;
	struct web_domain *unknown; // whose addresses are unmapped, most volume first
	size_t unknown_count;
	struct str unmapped_with; // "2 addresses of acme.example"; empty: all mapped
	size_t unmapped_note;	  // the note that says so, one more than its place
	struct notes notes;	  // what was left out and why, one sentence each
};

// A share of unmapped volume above which no verdict about two functions is given.
#define WEB_UNMAPPED_MAX 0.30

// The window; without a day, web.window of candor.yaml up to the workspace's own day.
struct web_options {
	struct date from, to;
};

/*
 * Everything the workspace says about who turned to whom: its tables, mailboxes,
 * calendars, chats and exports of other programs.  Never fails: a file that cannot be
 * read, and whatever else is left out, becomes a note.  Text lives in ws->arena.
 */
void web_traffic_of(const struct workspace *ws, const struct web_options *options,
	struct web_traffic *out);
/*
 * The same from the same reading of the files, and in `a` the window before it, which is
 * as long and ends the day before: without days if it would begin before the first year.
 * Its notes do not say what was left out, and addresses of a pattern that only a calendar
 * of the later window names count among the people of both.
 */
void web_traffic_two(const struct workspace *ws, const struct web_options *options,
	struct web_traffic *out, struct arena *a, struct web_traffic *before);
// unmapped / (mapped + unmapped); 0 when there is nothing.
double web_unmapped_share(const struct web_traffic *t);

#endif
