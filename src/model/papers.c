#include "model/papers.h"

#include <stdlib.h>

#include "model/paper.h"

static const struct paper_part BEATS[] = {
	{ "problem;the problem;das problem", NULL },
	{ "stakes;the stakes;why now;was auf dem spiel steht", NULL },
	{ "alternative;the alternative;the old way;die alternative", NULL },
	{ "unique;what is unique;our difference;the new way;unser unterschied", NULL },
	{ "proof;the proof;beweis;beleg", NULL },
	{ "ask;the ask;next step;call to action;nächster schritt", NULL },
};

enum role papers_recognise(const struct doc *doc)
{
	if (interview_is(doc))
		return ROLE_INTERVIEW;
	if (battlecard_is(doc))
		return ROLE_BATTLECARD;
	if (canvas_is(doc))
		return ROLE_CANVAS;
	if (paper_parts_named(doc, BEATS, COUNT(BEATS)) >= 3)
		return ROLE_NARRATIVE;
	return ROLE_OTHER;
}

void papers_add(struct papers *papers, const struct doc *doc, uint32_t index,
	struct source *source, struct arena *a)
{
	source->notes.arena = a;
	if (source->role == ROLE_CANVAS || source->role == ROLE_CANVAS_HISTORY)
		canvas_add(papers, doc, index, source, a);
	else if (source->role == ROLE_BATTLECARD)
		battlecard_add(papers, doc, index, source, a);
	else if (source->role == ROLE_INTERVIEW)
		interview_add(papers, doc, index, source, a);
}

bool papers_add_yaml(struct papers *papers, struct str bytes, uint32_t index,
	struct source *source, struct arena *a, struct error *err)
{
	struct yaml *root = NULL;
	struct yaml_text in = { source->path, bytes, 1 };
	source->notes.arena = a;
	if (!yaml_read(&in, a, &root, err))
		return false;
	bool is_launch = source->role == ROLE_LAUNCH;
	bool ok = is_launch ? launch_add(papers, root, index, source, a)
			    : ties_add(papers, root, index, source, a);
	if (ok)
		return true;
	return error_set(err, ERROR_FORMAT, "%" PRI_STR ": %s", ARG_STR(source->path),
		is_launch ? "a launch needs at least `launch: <name>` or `gates:`"
			  : "a drawing is a list of relationships: - {a: sales, b: "
			    "support}");
}

static int by_text(struct str a, struct str b, uint32_t x, uint32_t y)
{
	int order = str_cmp(a, b);
	return order ? order : (x > y) - (x < y);
}

static int canvas_order(const void *a, const void *b)
{
	const struct canvas *x = a, *y = b;
	if (x->effective.days != y->effective.days)
		return x->effective.days < y->effective.days ? -1 : 1;
	return (x->source > y->source) - (x->source < y->source);
}

static int card_order(const void *a, const void *b)
{
	const struct battlecard *x = a, *y = b;
	return by_text(x->rival, y->rival, x->source, y->source);
}

static int interview_order(const void *a, const void *b)
{
	const struct interview *x = a, *y = b;
	return by_text(x->id, y->id, x->source, y->source);
}

static int launch_order(const void *a, const void *b)
{
	const struct launch *x = a, *y = b;
	return by_text(x->id, y->id, x->source, y->source);
}

static void sort(
	void *at, size_t count, size_t size, int (*order)(const void *, const void *))
{
	if (count)
		qsort(at, count, size, order);
}

/*
 * The canvas in force stands last: the newest that lies in no history folder.  A canvas
 * without a date is in force only if none has one.
 */
static void settle_canvases(struct papers *p, struct source *sources)
{
	sort(p->canvases, p->canvas_count, sizeof *p->canvases, canvas_order);
	size_t last = p->canvas_count;
	while (last > 0 && sources[p->canvases[last - 1].source].role != ROLE_CANVAS)
		last--;
	if (!last)
		return;
	struct canvas in_force = p->canvases[last - 1];
	for (size_t i = last; i < p->canvas_count; i++)
		p->canvases[i - 1] = p->canvases[i];
	p->canvases[p->canvas_count - 1] = in_force;
	for (size_t i = 0; i + 1 < p->canvas_count; i++)
		sources[p->canvases[i].source].role = ROLE_CANVAS_HISTORY;
}

void papers_settle(struct papers *p, struct source *sources)
{
	settle_canvases(p, sources);
	sort(p->battlecards, p->battlecard_count, sizeof *p->battlecards, card_order);
	sort(p->interviews, p->interview_count, sizeof *p->interviews, interview_order);
	sort(p->launches, p->launch_count, sizeof *p->launches, launch_order);
}
