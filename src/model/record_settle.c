// Records that stand in several exports count once.
#include <inttypes.h>
#include <string.h>

#include "model/record_load.h"
#include "model/record_snapshots.h"

struct settling {
	const struct record_kind *kind;
	struct any_list list;
	struct source *sources;
	struct arena scratch;
	struct map names; // what tells records apart -> place in `best`
	size_t *best;	  // record that stands for each name
	size_t best_room;
	bool *out;     // records left out
	size_t *twice; // records left out, by source
};

static char *record_at(const struct settling *s, size_t i)
{
	return (char *)s->list.at + i * s->kind->size;
}

static struct at at_of(const struct settling *s, size_t i)
{
	struct at at;
	memcpy(&at, record_at(s, i), sizeof at);
	return at;
}

static size_t key_fields(const struct record_kind *kind)
{
	size_t n = 0;
	for (const struct record_field *f = kind->fields; f->name; f++)
		n += f->key;
	return n;
}

// Whether the record has all that tells it from others.
static bool has_key(const struct record_kind *kind, const void *record)
{
	for (const struct record_field *f = kind->fields; f->name; f++)
		if (f->key && record_cell_is_blank(f, record))
			return false;
	return key_fields(kind) > 0;
}

static void print_name(const struct record_kind *kind, const void *record, struct buf *b)
{
	bool by_key = has_key(kind, record);
	buf_byte(b, by_key ? 'k' : 'a');
	for (const struct record_field *f = kind->fields; f->name; f++)
		if (f->key || f->part || !by_key)
			record_cell_print(f, record, b);
}

// The later date, then the later path, then the later row is the newer one.  A date that
// only the file system knows says nothing.
static bool is_newer(const struct settling *s, struct at a, struct at b)
{
	const struct source *x = &s->sources[a.source], *y = &s->sources[b.source];
	int32_t dx = x->date_is_file_time ? 0 : x->date.days;
	int32_t dy = y->date_is_file_time ? 0 : y->date.days;
	if (dx != dy)
		return dx > dy;
	return a.source != b.source ? a.source > b.source : a.row > b.row;
}

// Within one file only an id makes two rows one; two equal meetings on a day are two.
static bool is_same(const struct settling *s, size_t i, size_t other)
{
	struct at a = at_of(s, i), b = at_of(s, other);
	const char *record = record_at(s, i);
	return a.source != b.source ||
	       (key_fields(s->kind) == 1 && has_key(s->kind, record));
}

static void leave_out(struct settling *s, size_t i)
{
	s->out[i] = true;
	s->twice[at_of(s, i).source]++;
}

static void compare_record(struct settling *s, size_t i, struct buf *name)
{
	buf_clear(name);
	print_name(s->kind, record_at(s, i), name);
	size_t known = s->names.count;
	size_t n = map_add(&s->names, buf_str(name));
	if (n == known) {
		s->best = arena_more(
			&s->scratch, s->best, known, &s->best_room, sizeof *s->best);
		s->best[n] = i;
		return;
	}
	if (!is_same(s, i, s->best[n]))
		return;
	bool newer = is_newer(s, at_of(s, i), at_of(s, s->best[n]));
	leave_out(s, newer ? s->best[n] : i);
	if (newer)
		s->best[n] = i;
}

static void close_gaps(struct settling *s)
{
	size_t kept = 0;
	for (size_t i = 0; i < s->list.count; i++) {
		if (s->out[i])
			continue;
		if (kept != i)
			memmove(record_at(s, kept), record_at(s, i), s->kind->size);
		kept++;
	}
	s->list.count = kept;
}

static void note_twice(const struct settling *s, size_t sources, struct arena *a)
{
	for (size_t i = 0; i < sources; i++) {
		struct source *source = &s->sources[i];
		if (!s->twice[i])
			continue;
		source->notes.arena = a;
		source->rows -= s->twice[i];
		notes_add(&source->notes,
			"%zu row%s stand%s in a newer export or further down too; the "
			"newest counts",
			s->twice[i], s->twice[i] == 1 ? "" : "s",
			s->twice[i] == 1 ? "s" : "");
	}
}

static void settle_kind(const struct record_kind *kind, struct records *r,
	struct source *sources, struct arena *a)
{
	struct settling s = { .kind = kind, .sources = sources };
	struct buf name = { 0 };
	size_t source_count = 0;
	bool one_file = true;
	memcpy(&s.list, (const char *)r + kind->list, sizeof s.list);
	for (size_t i = 0; i < s.list.count; i++) {
		uint32_t source = at_of(&s, i).source;
		one_file = one_file && source == at_of(&s, 0).source;
		source_count = source >= source_count ? source + 1 : source_count;
	}
	if (s.list.count < 2 || (one_file && key_fields(kind) != 1))
		return; // nothing can stand there twice
	s.names.arena = &s.scratch;
	s.out = ARENA_ARRAY(&s.scratch, bool, s.list.count);
	s.twice = ARENA_ARRAY(&s.scratch, size_t, source_count);
	for (size_t i = 0; i < s.list.count; i++)
		compare_record(&s, i, &name);
	close_gaps(&s);
	note_twice(&s, source_count, a);
	memcpy((char *)r + kind->list, &s.list, sizeof s.list);
	buf_done(&name);
	arena_free(&s.scratch);
}

void record_settle(struct records *r, struct source *sources, struct arena *a)
{
	for (const struct record_kind *const *k = record_kinds; *k; k++)
		settle_kind(*k, r, sources, a);
	snapshots_to_history(r, a);
}
