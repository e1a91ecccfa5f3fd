// work: the same job for many things, on several threads, with results in order.
#ifndef BASE_WORK_H
#define BASE_WORK_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Calls job(context, i, worker) for i = 0 .. count-1 on `threads` threads (at least one;
 * the caller's own when it is one).  Jobs may run in any order; each writes only what
 * belongs to its i.
 *
 * done(context, i) is called on the caller's thread, strictly in order of i, as results
 * become ready: this is where one writer stores what many workers made.  At most `window`
 * results wait for it; workers pause beyond. done may be NULL.  If done returns false the
 * rest is not started.  Returns whether all was done.
 */
typedef void work_job(void *context, size_t i, size_t worker);
typedef bool work_done(void *context, size_t i);

struct work {
	size_t count;
	size_t threads;
	size_t window; // 0 means 4 per thread
	void *context;
	work_job *job;
	work_done *done;
};

bool work_run(const struct work *work);

#endif
