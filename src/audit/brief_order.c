#include <stdlib.h>

#include "audit/brief_parts.h"
#include "audit/say.h"

enum { AGE_MAX = 730, FOLDED_SAID = 2, FOLDED_EVIDENCE = 3 };

struct ranked {
	struct finding finding;
	double weight;
	size_t at; // position in the table's order
};

static double weight_of(const struct finding *f, struct date as_of)
{
	static const double CERTAIN[CERTAINTY_COUNT] = { 1, 0.95, 0.8, 0.4, 0.1 };
	int age = date_set(f->since) ? as_of.days - f->since.days : 0;
	age = age < 0 ? 0 : age > AGE_MAX ? AGE_MAX : age;
	const double stake = f->stake_cents > 0 ? (double)f->stake_cents / 100 : 0;
	return (stake + 1) * CERTAIN[f->certainty] * (age + 1);
}

static int ranked_cmp(const void *left, const void *right)
{
	const struct ranked *a = left, *b = right;
	if (a->finding.severity != b->finding.severity)
		return a->finding.severity < b->finding.severity ? -1 : 1;
	if (a->weight != b->weight)
		return a->weight > b->weight ? -1 : 1;
	return a->at < b->at ? -1 : a->at > b->at;
}

void findings_sort(struct findings *list, struct date as_of)
{
	struct ranked *ranked = heap_resize(NULL, (list->count + 1) * sizeof *ranked);
	for (size_t i = 0; i < list->count; i++)
		ranked[i] =
			(struct ranked){ list->at[i], weight_of(&list->at[i], as_of), i };
	qsort(ranked, list->count, sizeof *ranked, ranked_cmp);
	for (size_t i = 0; i < list->count; i++)
		list->at[i] = ranked[i].finding;
	heap_free(ranked);
}

// The first line of evidence of the other, behind at most FOLDED_EVIDENCE own ones.
static void fold_evidence(
	struct finding *into, const struct finding *from, struct arena *a)
{
	struct evidence *all = ARENA_ARRAY(a, struct evidence, EVIDENCE_SHOWN);
	size_t count = into->evidence_count;
	if (count == EVIDENCE_SHOWN)
		count = FOLDED_EVIDENCE;
	for (size_t i = 0; i < count; i++)
		all[i] = into->evidence[i];
	if (from->evidence_count)
		all[count++] = from->evidence[0];
	into->evidence = all;
	into->evidence_count = count;
}

static void fold(
	struct finding *into, const struct finding *from, size_t nth, struct arena *a)
{
	if (nth <= FOLDED_SAID)
		into->detail = arena_fmt(a, "%" PRI_STR "%s%s%" PRI_STR,
			ARG_STR(into->detail), into->detail.len ? " " : "",
			nth == 1 ? "Also: " : "", ARG_STR(from->sentence));
	if (nth <= FOLDED_SAID)
		fold_evidence(into, from, a);
	if (date_set(from->since) &&
		(!date_set(into->since) || from->since.days < into->since.days))
		into->since = from->since;
}

void findings_fold(struct findings *list, struct arena *a)
{
	struct map roots = { .arena = a };
	size_t *kept_at = ARENA_ARRAY(a, size_t, list->count + 1);
	size_t *folded = ARENA_ARRAY(a, size_t, list->count + 1);
	size_t kept = 0;
	for (size_t i = 0; i < list->count; i++) {
		const struct finding f = list->at[i];
		const size_t before = roots.count;
		const size_t root = f.root.len ? map_add(&roots, f.root) : MAP_NONE;
		if (root < before) {
			const size_t into = kept_at[root];
			fold(&list->at[into], &f, ++folded[into], a);
			continue;
		}
		if (root != MAP_NONE)
			kept_at[root] = kept;
		list->at[kept++] = f;
	}
	list->count = kept;
	for (size_t i = 0; i < kept; i++)
		if (folded[i] > FOLDED_SAID)
			list->at[i].detail = arena_fmt(a,
				"%" PRI_STR " And %" PRI_STR " more of the same kind.",
				ARG_STR(list->at[i].detail),
				ARG_STR(words_number(a, folded[i] - FOLDED_SAID)));
}

// "competitors/opsgrid", "opsgrid", a file's path, or nothing for every case of it.
static bool in_scope(const struct finding *f, struct str scope)
{
	if (!scope.len || str_eq(scope, f->subject) ||
		str_eq(path_name(scope), f->subject))
		return true;
	for (size_t i = 0; i < f->evidence_count; i++)
		if (str_starts(f->evidence[i].path, scope))
			return true;
	return false;
}

const struct silence *silence_of(const struct workspace *ws, const struct finding *f)
{
	for (size_t i = 0; i < ws->config.silence_count; i++) {
		const struct silence *s = &ws->config.silences[i];
		const bool complete = s->reason.len && s->owner.len && date_set(s->until);
		const bool named = str_eq(s->finding, str_of(f->audit->id)) ||
				   str_eq_nocase(s->finding, str_of(f->audit->number));
		if (complete && named && s->until.days >= ws->as_of.days &&
			in_scope(f, s->scope))
			return s;
	}
	return NULL;
}
