// source: one file of the workspace, what it was taken for, and what became of it.
#ifndef MODEL_SOURCE_H
#define MODEL_SOURCE_H

#include "doc/doc.h"
#include "model/notes.h"

// What a file is for us.
enum role {
	ROLE_OTHER,	   // nothing we use: images, archives, unknown tables
	ROLE_CONFIG,	   // candor.yaml
	ROLE_COPY,	   // what we say: pages, decks, one-pagers, posts, READMEs
	ROLE_COPY_HISTORY, // an older dated version of what we said
	ROLE_RIVAL, // what a competitor says: anything below competitors/<id>/ but the
		    // card
	ROLE_BATTLECARD,     // our card about a competitor
	ROLE_CANVAS,	     // the positioning canvas in force
	ROLE_CANVAS_HISTORY, // an older version of it
	ROLE_NARRATIVE,	     // the order of the story
	ROLE_CALL,	     // a transcript
	ROLE_INTERVIEW,	     // a win-loss interview
	ROLE_TABLE,	     // rows of a known kind, see source.kind
	ROLE_LAUNCH,	     // a launch file
	ROLE_TIES,	     // relationships.yaml
	ROLE_REQUEST,	     // a request as mail or note
	ROLE_STYLE,	     // a guardrail rule
	ROLE_MAIL,	     // mailbox or message: headers only
	ROLE_CALENDAR,
	ROLE_CHAT,    // Slack export
	ROLE_TRAFFIC, // who turned to whom, as another program exports it, see
		      // source.kind
	ROLE_COUNT,
};

enum source_state {
	SOURCE_READ,
	SOURCE_SKIPPED, // damaged or beyond a limit: reason says why
	SOURCE_UNUSED,	// nothing wrong, but not of a kind we know
};

struct source {
	struct str path; // relative to the workspace
	int64_t size;
	int64_t mtime_ns;
	uint64_t hash; // of the content; 0 if it was not read
	enum role role;
	enum source_state state;
	const char *kind;   // for ROLE_TABLE the record's name: "deals", "touches"; for
			    // ROLE_TRAFFIC the export's; else NULL
	const char *format; // reader's name: "markdown", "csv"; NULL if none
	struct str rival;   // competitor id for ROLE_RIVAL and ROLE_BATTLECARD
	struct date date;   // date seen or effective: front matter, metadata, file name,
			    // else the file's own
	bool date_is_file_time; // only the file system said so: never evidence of when
				// something was said
	bool earlier;		// a newer version of the same document or page is here
	struct date seen;    // a captured page: the last day on which it still said this;
			     // else unset
	size_t rows;	     // of a table: rows used
	size_t rows_skipped; // of a table: rows that could not be used, each noted
	struct str reason;   // why skipped, one sentence
	struct str repair;   // what to do about it
	struct notes notes;  // what its owner should know: "dates read day first"
};

// The last day on which the file was known to say this: source.seen, else its date.
static inline struct date source_last_seen(const struct source *s)
{
	return s->seen.days > s->date.days ? s->seen : s->date;
}

const char *role_name(enum role role);	// "copy", "competitor page", "battlecard", ...
const char *role_title(enum role role); // plural, for status: "our own copy"

#endif
