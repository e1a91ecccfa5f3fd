// ground: who is who among accounts, deals and people, while texts are gathered.
#ifndef VALUE_GROUND_H
#define VALUE_GROUND_H

#include "text/text.h"
#include "value/said.h"

struct gathering {
	struct ground *out;
	struct map people; // id, address or name in lower case
	uint32_t *person_node;
	size_t person_room;
	uint32_t *account_of;		    // by deal
	struct aliases *names;		    // of accounts, as texts mention them
	struct aliases *veiled;		    // names of our own people
	struct mentions found;		    // scratch
	uint32_t *deal_mark, *account_mark; // of the stake that counted it last
	uint32_t mark;
};

void ground_know_accounts(struct gathering *g);
void ground_know(struct gathering *g, struct str person, uint32_t node);
// Adds what has a node and words and counts by its day; finds the account where the row
// names none but its words or its deal do.
void ground_add_row(struct gathering *g, struct said s, struct at at);
void ground_add(struct gathering *g, struct said s);
void ground_read_copies(struct gathering *g);  // calls and documents
void ground_read_reviews(struct gathering *g); // what customers write of us elsewhere

#endif
