// Of dated versions of one file only the newest is in force.
#include "model/roles.h"

/*
 * "site/2025-03-home.html" and "site/2025-09-home.html" are versions of
 * "site/-home.html": the path without the date in its name. Empty if the name carries no
 * date.
 */
static struct str undated(struct str path, struct arena *a)
{
	struct str name = path_name(path);
	if (!date_set(date_in_name(name)))
		return (struct str){ 0 };
	struct str out = arena_str(a, path);
	char *at = arena_alloc(a, path.len + 1, 1);
	size_t n = 0, start = path.len - name.len;
	for (size_t i = 0; i < out.len; i++)
		if (i < start || !byte_is_digit(out.at[i]))
			at[n++] = out.at[i];
	return (struct str){ at, n };
}

static enum role earlier(enum role role)
{
	return role == ROLE_CANVAS ? ROLE_CANVAS_HISTORY : ROLE_COPY_HISTORY;
}

void roles_settle(struct source *sources, size_t count, struct arena *a)
{
	struct map stems = { .arena = a };
	size_t *newest = ARENA_ARRAY(a, size_t, count);
	for (size_t i = 0; i < count; i++) {
		if (sources[i].role != ROLE_COPY && sources[i].role != ROLE_CANVAS)
			continue;
		struct str stem = undated(sources[i].path, a);
		if (!stem.len)
			continue;
		size_t before = stems.count, k = map_add(&stems, stem);
		if (k == before) {
			newest[k] = i;
			continue;
		}
		struct source *old = &sources[newest[k]];
		bool newer = sources[i].date.days >= old->date.days;
		struct source *loser = newer ? old : &sources[i];
		loser->role = earlier(loser->role);
		if (newer)
			newest[k] = i;
	}
}
