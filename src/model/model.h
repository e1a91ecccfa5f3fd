// model: what a company is made of, as its own files say it.
#ifndef MODEL_MODEL_H
#define MODEL_MODEL_H

#include "claim/claim.h"
#include "model/config.h"
#include "model/deals.h"
#include "model/deals_load.h"
#include "model/evidence.h"
#include "model/exports.h"
#include "model/formats.h"
#include "model/keys.h"
#include "model/metrics.h"
#include "model/naming.h"
#include "model/papers.h"
#include "model/period.h"
#include "model/record.h"
#include "model/records.h"
#include "model/roles.h"
#include "model/source.h"
#include "model/vendors.h"

// One document in sentences.  `copy` is the marketer's word for written text; calls are
// here too.
struct copy {
	const struct source *source;
	struct str title;
	struct sentences sentences;
};

/*
 * Everything one run knows.  Filled by ingest, read by the topics, never changed by them.
 * All of it lives in `arena`.
 */
struct workspace {
	struct arena *arena;
	struct str root;   // the folder, as given
	struct str kept;   // folder for what is derived and can be made anew; empty if
			   // nothing may be kept
	struct date as_of; // today, or what --as-of says
	struct config config;
	struct vendors vendors;
	struct source *sources; // sorted by path
	size_t source_count;
	struct copy *copies; // sorted by path; sentences only for the roles that were
			     // asked for
	size_t copy_count;
	struct deals deals;
	struct records records;
	struct papers papers;
};

#include "model/call_cast.h" // both read a workspace, so they need the struct above
#include "model/init.h"

#endif
