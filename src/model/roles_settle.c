// Of dated or numbered versions of one file only the newest is in force.
#include <string.h>

#include "model/roles.h"

static size_t digits_at(struct str s, size_t at)
{
	size_t n = 0;
	while (at + n < s.len && byte_is_digit(s.at[at + n]))
		n++;
	return n;
}

// Bytes of the date that begins at `at` in a name: 10, 8 or 7; 0 if none does.
static size_t date_length(struct str name, size_t at)
{
	if (at && byte_is_digit(name.at[at - 1]))
		return 0;
	bool day = digits_at(name, at) == 4 && digits_at(name, at + 5) == 2 &&
		   digits_at(name, at + 8) >= 2;
	size_t len = digits_at(name, at) == 8 ? 8 : day ? 10 : 7;
	if (len != 8 && digits_at(name, at) != 4)
		return 0;
	return date_set(date_in_name(str_cut(name, at, len))) ? len : 0;
}

// Bytes of the number behind a lone "v": 1 to 3 in "deck-v7.pptx"; 0 if there is none.
static size_t version_length(struct str name, size_t at)
{
	bool marked = at && byte_lower(name.at[at - 1]) == 'v' &&
		      (at == 1 || !byte_is_word(name.at[at - 2]));
	size_t n = digits_at(name, at);
	return marked && n <= 3 ? n : 0;
}

struct str path_unversioned(struct str path, struct arena *a, int64_t *version)
{
	struct str name = path_name(path);
	size_t n = path.len - name.len, dropped = 0;
	char *stem = arena_alloc(a, path.len + 1, 1);
	memcpy(stem, path.at, n);
	*version = 0;
	for (size_t i = 0; i < name.len;) {
		size_t number = version_length(name, i);
		size_t drop = number ? number : date_length(name, i);
		if (number && !str_to_int(str_cut(name, i, number), version))
			*version = 0;
		dropped += drop;
		if (!drop)
			stem[n++] = byte_lower(name.at[i]);
		i += drop ? drop : 1;
	}
	return dropped ? (struct str){ stem, n } : (struct str){ 0 };
}

static enum role earlier(enum role role)
{
	return role == ROLE_CANVAS ? ROLE_CANVAS_HISTORY : ROLE_COPY_HISTORY;
}

// A later version, else a later date that is not the file system's, else a later path.
static bool is_newer(const struct source *a, int64_t version_a, const struct source *b,
	int64_t version_b)
{
	if (version_a != version_b)
		return version_a > version_b;
	int32_t x = a->date_is_file_time ? 0 : a->date.days;
	int32_t y = b->date_is_file_time ? 0 : b->date.days;
	return x != y ? x > y : str_cmp(a->path, b->path) > 0;
}

struct newest {
	struct source *source;
	int64_t version;
};

// The newer of two stays; the other becomes history.
static void compare(struct newest *best, struct source *source, int64_t version)
{
	bool newer = is_newer(source, version, best->source, best->version);
	struct source *loser = newer ? best->source : source;
	loser->earlier = true;
	if (loser->role != ROLE_RIVAL) // what they said stays theirs, with its day
		loser->role = earlier(loser->role);
	if (newer)
		*best = (struct newest){ source, version };
}

void roles_settle(struct source *sources, size_t count, struct arena *a)
{
	struct map stems = { .arena = a };
	struct newest *newest = ARENA_ARRAY(a, struct newest, count), canvas = { 0 };
	for (size_t i = 0; i < count; i++) {
		struct source *s = &sources[i];
		int64_t version = 0;
		if (s->role == ROLE_CANVAS && canvas.source)
			compare(&canvas, s, 0);
		else if (s->role == ROLE_CANVAS)
			canvas = (struct newest){ s, 0 };
		const bool theirs = s->role == ROLE_RIVAL && s->state == SOURCE_READ;
		if (s->role != ROLE_COPY && !theirs)
			continue;
		struct str stem = path_unversioned(s->path, a, &version);
		if (!stem.len)
			continue;
		size_t known = stems.count, k = map_add(&stems, stem);
		if (k == known)
			newest[k] = (struct newest){ s, version };
		else
			compare(&newest[k], s, version);
	}
}
