// shelf: the segments of a workspace between runs; only documents not yet there are read.
#ifndef SWAP_SHELF_H
#define SWAP_SHELF_H

#include "swap/index.h"
#include "swap/segment.h"

struct shelved {
	struct segment segment;
	struct file file; // its bytes, if they are mapped
	char *heap;	  // or on the heap
	struct str path;  // empty: it is in no file
	size_t live;	  // texts that this run asks for
};

// Where the texts of one part of the plan are.
struct shelf_place {
	size_t segment;
	uint32_t first;
};

struct shelf {
	struct arena *arena;
	struct shelved *at;
	size_t count, room;
	struct shelf_place *places; // by part of the plan
	uint64_t name;		    // of all parts, in order
	size_t extracted;	    // texts whose features were computed in this run
};

/*
 * Finds the plan's parts in plan->folder, computes the rest on plan->threads threads and
 * writes it there.  Whatever is damaged, of another program or masked with other names is
 * computed anew.  Without a folder, or where it cannot be written, everything stays in
 * memory.  Never fails.  Close with shelf_close.
 */
void shelf_open(const struct index_plan *plan, struct arena *a, struct shelf *out);
void shelf_close(struct shelf *s);

#endif
