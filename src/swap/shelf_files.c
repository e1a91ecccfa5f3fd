#include "swap/shelf_files.h"

#include <assert.h>
#include <errno.h>
#include <signal.h>
#include <unistd.h>

enum { SMALL_ONES = 8, FILES_MAX = 4096, NAME_DIGITS = 16 };

static const size_t BYTES_MAX = (size_t)1 << 36;

static bool is_segment(struct str name)
{
	return name.len == NAME_DIGITS + 4 && str_ends(name, S(".seg"));
}

// "0123456789abcdef.seg.4711.part": left by a process that was killed while writing.
static bool is_orphan(struct str name)
{
	int64_t process = 0;
	if (name.len < NAME_DIGITS + 4 || !is_segment(str_cut(name, 0, NAME_DIGITS + 4)))
		return false;
	struct str rest = str_from(name, NAME_DIGITS + 4), number;
	if (!str_starts(rest, S(".")) || !str_ends(rest, S(".part")))
		return false;
	rest = str_from(rest, 1);
	return str_split(&rest, '.', &number) && str_to_int(number, &process) &&
	       process > 0 && process <= INT32_MAX && kill((pid_t)process, 0) &&
	       errno == ESRCH;
}

static struct shelved *more(struct shelf *s)
{
	s->at = arena_more(s->arena, s->at, s->count, &s->room, sizeof *s->at);
	return &s->at[s->count];
}

static bool load_one(struct shelf *s, struct str path, uint64_t made)
{
	struct shelved *one = more(s);
	struct error ignored = { 0 }; // what cannot be had is computed anew
	*one = (struct shelved){ .path = path };
	if (!file_open(path.at, BYTES_MAX, &one->file, &ignored))
		return false;
	if (!segment_open(one->file.bytes, made, &one->segment)) {
		file_close(&one->file);
		return false;
	}
	s->count++;
	return true;
}

void shelf_load(struct shelf *s, struct str folder, uint64_t made, bool whole)
{
	struct file_list files;
	struct error ignored = { 0 }; // a folder that is not there yet holds nothing
	if (!file_walk(
		    arena_cstr(s->arena, folder), FILES_MAX, s->arena, &files, &ignored))
		return;
	for (size_t i = 0; i < files.count; i++) {
		const struct str name = files.at[i].path;
		const struct str path = path_join(s->arena, folder, name);
		const bool ours = is_segment(name);
		if (ours && load_one(s, path, made))
			continue;
		if (whole && (ours || is_orphan(name)))
			(void)unlink(path.at); // if it stays it is in nobody's way
	}
}

static bool is_small(const struct shelved *one)
{
	return one->live < SEGMENT_TEXTS / 2;
}

// The smallest of this sort that is not chosen yet; SIZE_MAX if there is none.
static size_t smallest(const struct shelf *s, bool searched, const bool *merging)
{
	size_t best = SIZE_MAX;
	for (size_t i = 0; i < s->count; i++) {
		const struct shelved *one = &s->at[i];
		if (merging[i] || one->segment.head->searched != searched ||
			!is_small(one))
			continue;
		if (best == SIZE_MAX || one->live < s->at[best].live)
			best = i;
	}
	return best;
}

void shelf_choose(const struct shelf *s, bool searched, bool adding, bool *merging)
{
	size_t small = adding;
	for (size_t i = 0; i < s->count; i++) {
		const struct shelved *one = &s->at[i];
		if (one->segment.head->searched != searched)
			continue;
		merging[i] = one->live * 2 < one->segment.head->texts || !one->live;
		small += !merging[i] && is_small(one);
	}
	for (size_t n = 0; small > SMALL_ONES && n < SMALL_ONES; n++) {
		const size_t i = smallest(s, searched, merging);
		if (i != SIZE_MAX)
			merging[i] = true;
	}
}

static struct str name_of(struct shelf *s, struct str folder, const struct segment *one)
{
	return arena_fmt(s->arena, "%" PRI_STR "/%016llx.seg", ARG_STR(folder),
		(unsigned long long)one->head->sum);
}

size_t shelf_add(struct shelf *s, struct str bytes, struct str folder, uint64_t made)
{
	struct shelved *one = more(s);
	struct error ignored = { 0 }; // what cannot be kept is computed anew next time
	*one = (struct shelved){ .heap = (char *)bytes.at };
	const bool opened = segment_open(bytes, made, &one->segment);
	assert(opened);
	(void)opened; // only read by the assertion
	if (!folder.len || !file_make_folder(arena_cstr(s->arena, folder), &ignored))
		return s->count++;
	one->path = name_of(s, folder, &one->segment);
	if (!file_replace(one->path.at, bytes, &ignored)) {
		one->path = S("");
		return s->count++;
	}
	struct segment mapped;
	if (file_open(one->path.at, BYTES_MAX, &one->file, &ignored) &&
		segment_open(one->file.bytes, made, &mapped)) {
		one->segment = mapped;
		heap_free(one->heap);
		one->heap = NULL;
	}
	return s->count++;
}

static bool all_kept(const struct shelf *s, size_t before)
{
	for (size_t i = before; i < s->count; i++)
		if (!s->at[i].path.len)
			return false;
	return true;
}

void shelf_drop(struct shelf *s, const bool *merging, size_t before)
{
	const bool kept = all_kept(s, before);
	for (size_t i = 0; i < before; i++) {
		struct shelved *one = &s->at[i];
		if (!merging[i])
			continue;
		if (kept)
			(void)unlink(one->path.at); // if it stays, the next run merges
		file_close(&one->file);
		one->segment = (struct segment){ 0 };
		one->live = 0;
	}
}
