#include "swap/drift_versions.h"

#include <math.h>
#include <stdlib.h>

#include "swap/headline.h"

// A word that more than one sentence in so many has is nobody's.
static const double COMMON = 20;
enum { READ_MOST = 20000 };

static bool is_common(const struct drift_reader *r, struct str concept)
{
	return (double)index_idf(r->index, concept) < log(COMMON) + 1;
}

static struct drift_claim claim_of(struct drift_reader *r, struct str text)
{
	struct arena scratch = { 0 };
	struct mentions names = { .arena = &scratch };
	struct claim_parts parts;
	struct drift_claim claim = { 0 };
	aliases_find(r->material->names, text, &names);
	claim_parts_of(text, names.spans, names.count, &scratch, &parts);
	claim.words = ARENA_ARRAY(r->arena, uint32_t, parts.count + 1);
	for (size_t i = 0; i < parts.count; i++)
		if (!is_common(r, parts.at[i].stem))
			claim.words[claim.count++] =
				(uint32_t)map_add(&r->words, parts.at[i].stem);
	arena_free(&scratch);
	return claim;
}

static void add_claim(
	struct drift_reader *r, struct drift_side *side, struct drift_claim claim)
{
	side->claims = arena_more(
		r->arena, side->claims, side->count, &side->room, sizeof *side->claims);
	side->claims[side->count++] = claim;
}

// Adds every so many-th claim of a page.
static void add_copy(struct drift_reader *r, const struct copy *copy, size_t every,
	struct drift_side *side)
{
	size_t n = 0;
	for (size_t i = 0; i < copy->sentences.count; i++)
		if (copy->sentences.at[i].sort == IS_CLAIM && n++ % every == 0)
			add_claim(r, side, claim_of(r, copy->sentences.at[i].text));
}

// One page of a competitor on one day.
struct snapshot {
	size_t group, page; // page: versions of one file have one number
	struct date date;
	struct drift_side side;
};

struct snapshots {
	struct snapshot *at; // oldest first
	size_t count, pages;
};

static int oldest_first(const void *a, const void *b)
{
	const struct snapshot *x = a, *y = b;
	if (x->date.days != y->date.days)
		return x->date.days < y->date.days ? -1 : 1;
	return (x->page > y->page) - (x->page < y->page);
}

static size_t group_of(const struct material *m, struct str rival)
{
	const size_t vendor = vendors_find(&m->ws->vendors, rival);
	size_t g = 0;
	while (g < m->groups && m->vendor[g] != vendor)
		g++;
	return vendor == MAP_NONE ? m->groups : g;
}

static struct str page_of(struct drift_reader *r, struct str path)
{
	int64_t version = 0;
	const struct str stem = path_unversioned(path, r->arena, &version);
	return stem.len ? stem : path;
}

static bool is_dated(const struct source *source)
{
	return source->role == ROLE_RIVAL && !source->date_is_file_time &&
	       date_set(source->date);
}

// So that no more than READ_MOST sentences of competitors are taken apart.
static size_t stride_of(const struct workspace *ws)
{
	size_t all = 0;
	for (size_t i = 0; i < ws->copy_count; i++)
		if (is_dated(ws->copies[i].source))
			all += ws->copies[i].sentences.count;
	return 1 + all / READ_MOST;
}

static struct snapshots *snapshots_of(struct drift_reader *r)
{
	const struct workspace *ws = r->material->ws;
	const size_t every = stride_of(ws);
	struct map pages = { .arena = r->arena };
	struct snapshots *s = ARENA_NEW(r->arena, struct snapshots);
	s->at = ARENA_ARRAY(r->arena, struct snapshot, ws->copy_count + 1);
	for (size_t i = 0; i < ws->copy_count; i++) {
		const struct source *source = ws->copies[i].source;
		if (!is_dated(source))
			continue;
		const size_t group = group_of(r->material, source->rival);
		if (group == r->material->groups)
			continue;
		struct snapshot *one = &s->at[s->count++];
		*one = (struct snapshot){ .group = group,
			.page = map_add(&pages, page_of(r, source->path)),
			.date = source->date };
		add_copy(r, &ws->copies[i], every, &one->side);
	}
	s->pages = pages.count;
	if (s->count)
		qsort(s->at, s->count, sizeof *s->at, oldest_first);
	return s;
}

// What every competitor said on the day of a version.
static void add_theirs(
	struct drift_reader *r, const struct snapshots *s, struct drift_version *v)
{
	struct arena scratch = { 0 };
	const struct snapshot **newest =
		ARENA_ARRAY(&scratch, const struct snapshot *, s->pages + 1);
	v->theirs = ARENA_ARRAY(r->arena, struct drift_side, r->material->groups + 1);
	for (size_t i = 0; i < s->count && s->at[i].date.days <= v->date.days; i++)
		newest[s->at[i].page] = &s->at[i];
	for (size_t p = 0; p < s->pages; p++)
		for (size_t i = 0; newest[p] && i < newest[p]->side.count; i++)
			add_claim(r, &v->theirs[newest[p]->group],
				newest[p]->side.claims[i]);
	arena_free(&scratch);
}

static void add_version(struct drift_reader *r, struct drift_versions *out,
	const struct drift_version *version)
{
	out->any = true;
	if (!date_set(version->date) || version->ours.count < DRIFT_CLAIMS) {
		out->left_out++;
		return;
	}
	out->at = arena_more(r->arena, out->at, out->count, &out->room, sizeof *out->at);
	out->at[out->count++] = *version;
}

static int by_date(const void *a, const void *b)
{
	const struct drift_version *x = a, *y = b;
	if (x->date.days != y->date.days)
		return x->date.days < y->date.days ? -1 : 1;
	return str_cmp(x->path, y->path);
}

static void settle(struct drift_reader *r, struct drift_versions *out)
{
	if (!r->snapshots)
		r->snapshots = snapshots_of(r);
	if (out->count)
		qsort(out->at, out->count, sizeof *out->at, by_date);
	for (size_t i = 0; i < out->count; i++)
		add_theirs(r, r->snapshots, &out->at[i]);
}

// The folder a page is in; for one in a folder of old versions the folder above.
static struct str folder_of(const struct source *source)
{
	const struct str path = source->path, name = path_name(path);
	const struct str folder = str_strip(str_cut(path, 0, path.len - name.len), "/");
	if (source->role != ROLE_COPY_HISTORY)
		return folder;
	const struct str last = path_name(folder);
	return str_strip(str_cut(folder, 0, folder.len - last.len), "/");
}

static bool is_home(struct drift_reader *r, const struct copy *copy)
{
	const struct source *s = copy->source;
	return (s->role == ROLE_COPY || s->role == ROLE_COPY_HISTORY) &&
	       headline_is_home(page_of(r, s->path));
}

// The home page in force: of several the one nearest to the root, of these the first.
static const struct copy *home_in_force(struct drift_reader *r)
{
	const struct workspace *ws = r->material->ws;
	const struct copy *best = NULL;
	for (size_t i = 0; i < ws->copy_count; i++) {
		const struct copy *copy = &ws->copies[i];
		if (copy->source->role != ROLE_COPY || !is_home(r, copy))
			continue;
		if (!best || folder_of(copy->source).len < folder_of(best->source).len)
			best = copy;
	}
	return best;
}

void drift_home(struct drift_reader *r, struct drift_versions *out)
{
	const struct workspace *ws = r->material->ws;
	const struct copy *now = home_in_force(r);
	*out = (struct drift_versions){ 0 };
	for (size_t i = 0; now && i < ws->copy_count; i++) {
		const struct copy *copy = &ws->copies[i];
		const struct source *s = copy->source;
		const bool old = s->role == ROLE_COPY_HISTORY && is_home(r, copy);
		const struct str folder = folder_of(s);
		if (copy != now &&
			(!old || (!str_eq(folder, folder_of(now->source)) &&
					 !str_starts(s->path, folder_of(now->source)))))
			continue;
		const bool dated = !s->date_is_file_time;
		struct drift_version v = { .path = s->path,
			.date = dated	      ? s->date
				: copy == now ? ws->as_of // it stands today
					      : (struct date){ 0 } };
		add_copy(r, copy, 1, &v.ours);
		add_version(r, out, &v);
	}
	settle(r, out);
}

void drift_canvas(struct drift_reader *r, struct drift_versions *out)
{
	const struct workspace *ws = r->material->ws;
	*out = (struct drift_versions){ 0 };
	for (size_t i = 0; i < ws->papers.canvas_count; i++) {
		const struct canvas *canvas = &ws->papers.canvases[i];
		struct drift_version v = { .path = ws->sources[canvas->source].path,
			.date = canvas->effective };
		for (size_t e = 0; e < ELEMENT_COUNT; e++)
			for (size_t k = 0;
				k < canvas->elements[e].count &&
				e != ELEMENT_ALTERNATIVES; // these are the others
				k++)
				add_claim(r, &v.ours,
					claim_of(r, canvas->elements[e].at[k].text));
		add_version(r, out, &v);
	}
	settle(r, out);
}
