// drift_versions: our dated versions, and what competitors said on each of their days.
#ifndef SWAP_DRIFT_VERSIONS_H
#define SWAP_DRIFT_VERSIONS_H

#include "swap/material.h"

// One claim as the numbers of its words, each once.
struct drift_claim {
	uint32_t *words;
	size_t count;
};

// What one side said on one day.
struct drift_side {
	struct drift_claim *claims;
	size_t count, room;
};

struct drift_version {
	struct date date;
	struct str path;
	struct drift_side ours;
	struct drift_side *theirs; // by group: of each page the newest not younger
};

struct drift_versions {
	struct drift_version *at; // oldest first
	size_t count, room;
	size_t left_out; // without a date, or with too few claims
	bool any;	 // there is something to have versions of
};

// Numbers words and takes sentences apart; common words have no number.
struct drift_reader {
	const struct material *material;
	const struct index *index;
	struct arena *arena;
	struct map words;
	struct snapshots *snapshots; // of competitors, read once
};

void drift_home(struct drift_reader *r, struct drift_versions *out);
void drift_canvas(struct drift_reader *r, struct drift_versions *out);

enum { DRIFT_CLAIMS = 5 }; // fewer say too little to compare

#endif
