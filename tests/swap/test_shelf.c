#include "tests/test.h"

#include "swap/index.h"
#include "swap/segment.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { DOCS = 40, TEXTS = 12, GROUPS = 3, QUESTIONS = 20 };
static char FOLDER[] = "/tmp/candor-shelf-XXXXXX";

// Documents of made sentences; document d belongs to group d % GROUPS.
struct market {
	struct arena a;
	struct str words[DOCS][TEXTS], questions[QUESTIONS];
};

static struct str draw(struct arena *a, struct random *r)
{
	static const char *const WORDS[] = { "signing", "documents", "the", "handover",
		"without", "paper", "plants", "for", "audit", "answers", "minutes", "in",
		"of", "record", "offline", "shift", "machine", "events", "team", "page",
		"72", "Grüße", "self-hosted" };
	struct buf b = { 0 };
	for (uint64_t n = 2 + random_below(r, 9); n > 0; n--) {
		if (b.len)
			buf_byte(&b, ' ');
		buf_add(&b, str_of(WORDS[random_below(r, COUNT(WORDS))]));
	}
	const struct str text = arena_str(a, buf_str(&b));
	buf_done(&b);
	return text;
}

static void market_open(struct market *m)
{
	struct random random = { 11 };
	*m = (struct market){ 0 };
	for (size_t d = 0; d < DOCS; d++)
		for (size_t t = 0; t < TEXTS; t++)
			m->words[d][t] = draw(&m->a, &random);
	for (size_t q = 0; q < QUESTIONS; q++)
		m->questions[q] = draw(&m->a, &random);
}

// Which documents a run has, and how.
struct run {
	const size_t *docs;
	size_t count;
	const char *folder;
	uint64_t made;
	size_t threads;
	bool partial, passing;
};

static void length_mark(struct str text, const struct mentions *names,
	enum index_kind kind, struct row_notes *out)
{
	out->mark = (uint8_t)(text.len + kind + names->count);
	for (size_t i = 0; i < text.len % 4; i++)
		out->at[out->count++] = text.len * 10 + i;
}

static struct index *open_run(
	const struct market *m, const struct run *r, struct arena *a)
{
	struct index_text *texts =
		ARENA_ARRAY(a, struct index_text, r->count * TEXTS + 1);
	struct index_part *parts = ARENA_ARRAY(a, struct index_part, r->count + 1);
	for (size_t i = 0; i < r->count; i++) {
		parts[i] = (struct index_part){ TEXTS, INDEX_THEIRS, r->passing };
		for (size_t t = 0; t < TEXTS; t++)
			texts[i * TEXTS + t] =
				(struct index_text){ m->words[r->docs[i]][t],
					(uint32_t)(r->docs[i] % GROUPS) };
	}
	struct index_text *context = ARENA_ARRAY(a, struct index_text, QUESTIONS);
	for (size_t q = 0; q < QUESTIONS; q++)
		context[q].text = m->questions[q];
	parts[r->count] = (struct index_part){ QUESTIONS, INDEX_OURS, r->passing };
	const struct index_plan plan = { .texts = texts,
		.count = r->count * TEXTS,
		.groups = GROUPS,
		.context = context,
		.context_count = QUESTIONS,
		.threads = r->threads ? r->threads : 1,
		.parts = parts,
		.part_count = r->count + 1,
		.mark = length_mark,
		.folder = str_of(r->folder),
		.made = r->made,
		.whole = !r->partial };
	return index_open(&plan);
}

/*
 * Opens the index, asks every question, and hashes all answers to the last bit.
 * *extracted says how many texts were read for it.
 */
static uint64_t answers(const struct market *m, const struct run *r, size_t *extracted)
{
	struct arena a = { 0 };
	struct index *x = open_run(m, r, &a);
	struct index_room *room = index_room_open(x);
	const float floors[GROUPS] = { 0.05F, 0.3F, 0.1F };
	uint64_t hash = 1;
	*extracted = index_extracted(x);
	for (size_t q = 0; q < QUESTIONS; q++) {
		struct index_query query;
		struct index_top tops[GROUPS];
		index_query_at(x, r->count * TEXTS + q, &a, &query);
		index_find(x, room, &query, floors, INDEX_TOP, tops);
		for (size_t g = 0; g < GROUPS; g++)
			for (size_t h = 0; h < tops[g].count; h++)
				hash = str_hash(
					(struct str){ (const char *)&tops[g].at[h],
						sizeof tops[g].at[h] },
					hash);
	}
	for (size_t t = 0; t < index_texts(x); t++) {
		size_t notes = 0;
		const uint64_t *note = index_notes(x, t, &notes);
		hash = hash * 31 + index_mark_of(x, t) + index_is_german(x, t);
		for (size_t i = 0; i < notes; i++)
			hash = hash * 31 + note[i];
	}
	index_room_close(room);
	index_close(x);
	arena_free(&a);
	return hash;
}

static struct file_list files_there(struct arena *a)
{
	struct file_list files = { 0 };
	struct error err = { 0 };
	if (!file_walk(FOLDER, 1000, a, &files, &err))
		files.count = 0;
	return files;
}

static void forget(void)
{
	struct arena a = { 0 };
	const struct file_list files = files_there(&a);
	for (size_t i = 0; i < files.count; i++)
		(void)unlink(path_join(&a, str_of(FOLDER), files.at[i].path).at);
	arena_free(&a);
}

static void all_docs(size_t docs[DOCS])
{
	for (size_t d = 0; d < DOCS; d++)
		docs[d] = d;
}

TEST(a_new_document_is_the_only_one_read)
{
	struct market m;
	size_t docs[DOCS], read = 0, again = 0, fresh = 0;
	market_open(&m);
	all_docs(docs);
	forget();
	for (size_t count = 1; count <= DOCS; count++) {
		const struct run kept = {
			.docs = docs, .count = count, .folder = FOLDER
		};
		const struct run alone = { .docs = docs, .count = count, .folder = "" };
		const uint64_t first = answers(&m, &kept, &read);
		assert_int_equal(read, count == 1 ? TEXTS + QUESTIONS : TEXTS);
		assert_true(first == answers(&m, &kept, &again));
		assert_int_equal(again, 0);
		assert_true(first == answers(&m, &alone, &fresh));
		assert_int_equal(fresh, count * TEXTS + QUESTIONS);
	}
	struct arena a = { 0 };
	assert_in_range(files_there(&a).count, 1, 12); // merged on the way
	arena_free(&a);
	arena_free(&m.a);
	forget();
}

TEST(documents_that_go_or_change_places_change_nothing_else)
{
	struct market m;
	size_t docs[DOCS], read = 0;
	struct random random = { 5 };
	market_open(&m);
	all_docs(docs);
	forget();
	struct run kept = { .docs = docs, .count = DOCS, .folder = FOLDER };
	(void)answers(&m, &kept, &read);
	for (size_t round = 0; round < 30; round++) {
		for (size_t i = DOCS - 1; i > 0; i--) {
			const size_t j = (size_t)random_below(&random, i + 1);
			const size_t swap = docs[i];
			docs[i] = docs[j];
			docs[j] = swap;
		}
		kept.count = 1 + (size_t)random_below(&random, DOCS);
		kept.threads = 1 + round % 3;
		kept.partial = round % 2 == 0;
		struct run alone = kept;
		size_t ignored = 0;
		alone.folder = "";
		assert_true(answers(&m, &kept, &read) == answers(&m, &alone, &ignored));
	}
	arena_free(&m.a);
	forget();
}

TEST(copies_of_a_document_are_all_found)
{
	struct market m;
	static const size_t DOCS_TWICE[] = { 4, 1, 4, 4 };
	const struct run kept = { .docs = DOCS_TWICE, .count = 4, .folder = FOLDER };
	const struct run alone = { .docs = DOCS_TWICE, .count = 4, .folder = "" };
	size_t read = 0;
	market_open(&m);
	forget();
	const uint64_t first = answers(&m, &kept, &read);
	assert_true(first == answers(&m, &kept, &read));
	assert_int_equal(read, 0);
	assert_true(first == answers(&m, &alone, &read));
	arena_free(&m.a);
	forget();
}

TEST(a_draft_leaves_nothing_behind)
{
	struct market m;
	static const size_t DRAFT[] = { 7 };
	const struct run draft = { .docs = DRAFT,
		.count = 1,
		.folder = FOLDER,
		.partial = true,
		.passing = true };
	size_t read = 0;
	market_open(&m);
	forget();
	(void)answers(&m, &draft, &read);
	struct arena a = { 0 };
	assert_int_equal(files_there(&a).count, 0);
	arena_free(&a);
	arena_free(&m.a);
}

TEST(another_program_or_other_names_read_everything_anew)
{
	struct market m;
	size_t docs[DOCS], read = 0;
	market_open(&m);
	all_docs(docs);
	forget();
	struct run kept = { .docs = docs, .count = 5, .folder = FOLDER, .made = 1 };
	const uint64_t first = answers(&m, &kept, &read);
	kept.made = 2;
	assert_true(first == answers(&m, &kept, &read));
	assert_int_equal(read, 5 * TEXTS + QUESTIONS);
	struct arena a = { 0 };
	assert_int_equal(files_there(&a).count, 2); // the old ones are gone
	arena_free(&a);
	arena_free(&m.a);
	forget();
}

static void spoil(struct str path, struct random *r, bool cut)
{
	struct arena a = { 0 };
	struct file f;
	struct error err = { 0 };
	assert_true(file_open(path.at, 1 << 24, &f, &err));
	const struct str whole = arena_str(&a, f.bytes);
	file_close(&f);
	const size_t at = (size_t)random_below(r, whole.len);
	((char *)whole.at)[at] ^= (char)(1 << random_below(r, 8));
	assert_true(file_write(path.at, cut ? str_cut(whole, 0, at) : whole, &err));
	arena_free(&a);
}

TEST(what_is_damaged_or_cut_is_read_anew)
{
	struct market m;
	size_t docs[DOCS], read = 0, spoiled = 0;
	struct random random = { 9 };
	market_open(&m);
	all_docs(docs);
	forget();
	const struct run kept = { .docs = docs, .count = 6, .folder = FOLDER };
	const uint64_t first = answers(&m, &kept, &read);
	for (size_t round = 0; round < 200; round++) {
		struct arena a = { 0 };
		const struct file_list files = files_there(&a);
		assert_true(files.count > 0);
		const size_t i = (size_t)random_below(&random, files.count);
		spoil(path_join(&a, str_of(FOLDER), files.at[i].path), &random,
			round % 2);
		assert_true(first == answers(&m, &kept, &read));
		assert_true(read > 0);
		spoiled += read > 0;
		arena_free(&a);
	}
	assert_int_equal(spoiled, 200);
	arena_free(&m.a);
	forget();
}

// Somebody who makes the sum right can make answers wrong, but nothing worse.
TEST(a_segment_made_to_deceive_does_no_harm)
{
	struct market m;
	struct arena a = { 0 };
	size_t docs[DOCS], read = 0, opened = 0;
	struct random random = { 21 };
	market_open(&m);
	all_docs(docs);
	forget();
	const struct run kept = {
		.docs = docs, .count = 2, .folder = FOLDER, .partial = true
	};
	(void)answers(&m, &kept, &read);
	const struct file_list files = files_there(&a);
	for (size_t round = 0; round < 3000; round++) {
		struct file f;
		struct error err = { 0 };
		struct segment s;
		const size_t i = round % files.count;
		const struct str path = path_join(&a, str_of(FOLDER), files.at[i].path);
		assert_true(file_open(path.at, 1 << 24, &f, &err));
		const size_t size = f.bytes.len;
		char *bytes = heap_resize(NULL, size);
		memcpy(bytes, f.bytes.at, size);
		file_close(&f);
		for (uint64_t n = 1 + random_below(&random, 6); n > 0; n--)
			bytes[random_below(&random, n % 2 ? size : 600)] =
				(char)random_below(&random, 256);
		struct segment_head *head = (struct segment_head *)bytes;
		memcpy(head->magic, segment_magic, sizeof head->magic);
		head->bytes = size;
		head->made = 0;
		head->sum = segment_sum(head);
		if (segment_open((struct str){ bytes, size }, 0, &s)) {
			opened++;
			for (size_t t = 0; t < s.head->texts; t++) {
				const struct text_row row = segment_row(&s, t);
				for (struct row_walk w = row_begin(&row); row_next(&w);)
					assert_true(w.bucket < FEATURE_BUCKETS &&
						    w.code < ROW_CODES);
			}
			for (size_t b = 0; b < s.head->blocks; b++) {
				const struct block block = segment_block(&s, b);
				for (uint32_t k = 0; k < FEATURE_BUCKETS; k += 97) {
					const struct posting_list list =
						block_find(&block, k);
					assert_true(list.at <= list.end);
				}
			}
		}
		heap_free(bytes);
	}
	print_message("%zu of 3000 spoiled segments opened\n", opened);
	assert_true(opened > 100);
	arena_free(&a);
	arena_free(&m.a);
	forget();
}

static int make_folder(void **state)
{
	(void)state; // the folder's name is all there is
	return mkdtemp(FOLDER) ? 0 : 1;
}

static int drop_folder(void **state)
{
	(void)state; // as above
	return rmdir(FOLDER);
}

int main(void)
{
	const struct CMUnitTest tests[] = { RUN(a_new_document_is_the_only_one_read),
		RUN(documents_that_go_or_change_places_change_nothing_else),
		RUN(copies_of_a_document_are_all_found),
		RUN(a_draft_leaves_nothing_behind),
		RUN(another_program_or_other_names_read_everything_anew),
		RUN(what_is_damaged_or_cut_is_read_anew),
		RUN(a_segment_made_to_deceive_does_no_harm) };
	return cmocka_run_group_tests(tests, make_folder, drop_folder);
}
