// intake: the files of a workspace as exchanges between accounts.
#ifndef TRAFFIC_INTAKE_H
#define TRAFFIC_INTAKE_H

#include "model/model.h"
#include "read/read.h"
#include "traffic/identity.h"
#include "traffic/ids.h"

enum {
	INTAKE_FILE_MAX = 512 * 1024 * 1024,
	INTAKE_EXCHANGES_MAX = 16 * 1000 * 1000,
	INTAKE_TARGETS_KEPT = 64, // of one exchange; the rest is only counted
	INTAKE_WEIGHT_MAX = 1000 * 1000 * 1000,
};

// Somebody turning to others, before it is known whose the accounts are.
struct exchange {
	struct date day;
	uint8_t channel;
	bool counted;	// equal ids in one file are several exchanges, not copies of one
	bool undated;	// its file has no days: it counts as of the last day of a window
	uint32_t actor; // account
	uint32_t first, count; // targets: accounts
	uint32_t reached;      // all of them, those beyond INTAKE_TARGETS_KEPT too
	uint64_t unit, id;
	struct at at;
	double weight;
};

// What was left out, by why.
struct intake_left {
	size_t automatic, undated, outside_window, closed, unanswered, too_large, odd;
	struct date newest_outside; // last day of those outside the window; unset: none
};

struct intake {
	const struct workspace *ws;
	struct arena *arena; // for the length of the intake
	struct identity *who;
	struct date from, to; // the window
	struct date earliest; // exchanges between this day and `from` are kept too;
			      // unset: none
	struct exchange *at;
	size_t count, room;
	size_t outside; // of them, those outside the window
	uint32_t *targets;
	size_t target_count, target_room;
	struct intake_left left;
	struct notes *notes;
	void **own; // what each format keeps between its files, by its place in the list
	struct ids contents; // hashes of files' bytes
	uint32_t *first_of;  // beside contents: the source that has them
	size_t first_room;
	size_t copies; // exchanges that stood in several files
	bool full;
	// Of each source once it was looked at: what table it is besides its own kind.
	const struct export_kind **kinds;
	bool *kind_known;
	bool *dayless; // of each source: all of it counts as of the window's last day
};

// One file while it is read.
struct intake_file {
	const struct source *source;
	uint32_t index;			// into ws->sources
	const struct export_kind *kind; // of tables and bare lists; else NULL
	struct str bytes;
};

/*
 * A format, or several of one program.  Everything it allocates for longer than a file
 * lives in intake.arena; `own` is its own place for that, zeroed.
 */
struct web_format {
	const char *name;
	size_t own; // bytes of it
	// Whether it reads a file of this role and kind; kind is NULL for most roles.
	bool (*takes)(const struct source *source, const struct export_kind *kind);
	// First of all files, in order of path: who is who.  NULL: nothing.
	void (*learn)(struct intake *in, void *own, const struct intake_file *f);
	// Then of all files: who turned to whom.  NULL: nothing.
	void (*read)(struct intake *in, void *own, const struct intake_file *f);
	// Once all files are read.  NULL: nothing.
	void (*end)(struct intake *in, void *own);
	bool window; // reads what lies in the window alone: see intake_move
};

extern const struct web_format *const web_formats[]; // NULL-terminated

// Runs every format over every file it takes.
void intake_run(struct intake *in);
/*
 * Moves the window to what lies between `earliest` and its first day.  Only formats that
 * read no more than the window (calendars) are run again.  Remarks go to `notes`.
 */
void intake_move(struct intake *in, struct notes *notes);
// Whether an exchange of this day is kept.
bool intake_keeps(const struct intake *in, struct date day);

/*
 * Adds one exchange with its targets, each of which counts once.  x->reached is worked
 * out.  One outside of what is kept, or beyond the limit, is only counted.
 * Returns its place, or SIZE_MAX if it was not added.
 */
size_t intake_add(
	struct intake *in, struct exchange *x, const uint32_t *targets, size_t count);

// Room for so many more exchanges of one target each, so that nothing is moved.
void intake_reserve(struct intake *in, size_t more);
// One more target of an exchange that was added.
void intake_target(struct intake *in, struct exchange *x, uint32_t account);

struct date intake_day(int64_t time_ms);
// What a message is called in every program that passed it on: Message-ID.
uint64_t mail_id_hash(struct str id);
// A note about a file: "path: sentence".
void intake_remark(struct intake *in, const struct intake_file *f, const char *format,
	...) __attribute__((format(printf, 3, 4)));

#endif
