#include "base/work.h"

#include <assert.h>
#include <pthread.h>
#include <stdint.h>

#include "base/arena.h"

enum { THREADS_MAX = 64 };

struct pool {
	const struct work *work;
	pthread_mutex_t lock;
	pthread_cond_t changed;
	size_t next;	 // first not yet started
	size_t released; // results below it were handed over
	size_t window;
	bool stop;
	unsigned char *ready; // per job
};

struct worker {
	struct pool *pool;
	size_t number;
	pthread_t thread;
};

// The next job, or count when there is none; waits while too many results are pending.
static size_t take(struct pool *p)
{
	pthread_mutex_lock(&p->lock);
	while (!p->stop && p->next < p->work->count && p->next >= p->released + p->window)
		pthread_cond_wait(&p->changed, &p->lock);
	size_t i = p->stop ? p->work->count : p->next;
	if (i < p->work->count)
		p->next++;
	pthread_mutex_unlock(&p->lock);
	return i;
}

static void *labour(void *at)
{
	struct worker *w = at;
	struct pool *p = w->pool;
	for (size_t i; (i = take(p)) < p->work->count;) {
		p->work->job(p->work->context, i, w->number);
		pthread_mutex_lock(&p->lock);
		p->ready[i] = 1;
		pthread_cond_broadcast(&p->changed);
		pthread_mutex_unlock(&p->lock);
	}
	return NULL;
}

static bool hand_over(struct pool *p)
{
	bool ok = true;
	for (size_t i = 0; ok && i < p->work->count; i++) {
		pthread_mutex_lock(&p->lock);
		while (!p->ready[i])
			pthread_cond_wait(&p->changed, &p->lock);
		pthread_mutex_unlock(&p->lock);
		ok = !p->work->done || p->work->done(p->work->context, i);
		pthread_mutex_lock(&p->lock);
		p->released = i + 1;
		p->stop = !ok;
		pthread_cond_broadcast(&p->changed);
		pthread_mutex_unlock(&p->lock);
	}
	return ok;
}

static bool run_here(const struct work *work)
{
	for (size_t i = 0; i < work->count; i++) {
		work->job(work->context, i, 0);
		if (work->done && !work->done(work->context, i))
			return false;
	}
	return true;
}

bool work_run(const struct work *work)
{
	assert(work->job);
	size_t threads = work->threads < work->count ? work->threads : work->count;
	if (threads > THREADS_MAX)
		threads = THREADS_MAX;
	if (threads <= 1)
		return run_here(work);
	struct worker workers[THREADS_MAX];
	struct pool pool = {
		.work = work,
		.lock = PTHREAD_MUTEX_INITIALIZER,
		.changed = PTHREAD_COND_INITIALIZER,
		.window = work->window ? work->window : threads * 4,
	};
	struct arena a = { 0 };
	pool.ready = ARENA_ARRAY(&a, unsigned char, work->count);
	size_t started = 0;
	for (; started < threads; started++) {
		workers[started] = (struct worker){ .pool = &pool, .number = started };
		if (pthread_create(
			    &workers[started].thread, NULL, labour, &workers[started]))
			break; // fewer threads than asked for: the work is done all the
			       // same
	}
	bool ok = started ? hand_over(&pool) : run_here(work);
	for (size_t i = 0; i < started; i++)
		pthread_join(workers[i].thread, NULL);
	arena_free(&a);
	return ok;
}
