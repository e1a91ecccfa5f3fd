// traffic: who of which function turned to whom, when and how; everything the web is made
// from.
#ifndef WEB_TRAFFIC_H
#define WEB_TRAFFIC_H

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
	uint32_t people; // persons who ever belonged to it in the window
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
};

// One end of an interaction: a person, and the function it belonged to on that day.
struct web_end {
	uint32_t person, function;
};

// One person turning to others, once.  What was said is not here and was never read.
struct web_interaction {
	struct date day;
	uint8_t channel; // enum web_channel
	uint32_t unit;	 // thread, meeting or ticket; equal numbers are one unit
	struct web_end actor;
	uint32_t first, count; // targets in web_traffic.ends; people of the company only
	uint32_t reached; // how many it was addressed to, others and unmapped included
	struct at at;	  // file and row, line or message
	double weight;	  // 1 unless the export counts or measures
};

struct web_traffic {
	struct web_function *functions; // in order of id
	size_t function_count;
	struct web_person *persons; // in order of key
	size_t person_count;
	struct web_interaction *at; // in order of day, then unit, then file and row
	size_t count, room;
	struct web_end *ends;
	size_t end_count, end_room;
	struct date from, to; // the window
	// Addresses of rows of the window, by volume: mapped to a function, of the
	// company but of no function, and of others (customers, lists), which are left
	// out.
	double mapped, unmapped, outside;
	struct str *notes; // what was left out and why, one sentence each
	size_t note_count, note_room;
};

#endif
