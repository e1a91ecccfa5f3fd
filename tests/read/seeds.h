// seeds: the files of fuzz/corpus, and zip archives made in memory, for tests.
#ifndef TESTS_READ_SEEDS_H
#define TESTS_READ_SEEDS_H

#include <string.h>
#include <zip.h>

#include "docs.h"

// The bytes of fuzz/corpus/<name>, in `a`.
static struct str seed(struct arena *a, const char *name)
{
	struct file f;
	struct error err = { 0 };
	const char *path = arena_fmt(a, "fuzz/corpus/%s", name).at;
	if (!file_open(path, 1 << 20, &f, &err))
		fail_msg("%s: %s", path, err.text);
	struct str bytes = arena_str(a, f.bytes);
	file_close(&f);
	return bytes;
}

// How the seed "docx/full.docx" reads: see docs_text.
static __attribute__((unused)) const char *seed_text(struct arena *a, const char *name)
{
	return docs_text(a, path_name(str_of(name)).at, seed(a, name), false);
}

struct seed_part {
	const char *name;
	struct str content;
	bool stored;
};

// A zip archive of these parts, in `a`.
static __attribute__((unused)) struct str seed_zip(
	struct arena *a, const struct seed_part *parts, size_t count)
{
	zip_source_t *archive = zip_source_buffer_create(NULL, 0, 0, NULL);
	zip_source_keep(archive);
	zip_t *z = zip_open_from_source(archive, ZIP_TRUNCATE, NULL);
	for (size_t i = 0; i < count; i++) {
		struct str c = parts[i].content;
		zip_int64_t at = zip_file_add(
			z, parts[i].name, zip_source_buffer(z, c.at, c.len, 0), 0);
		assert_true(at >= 0);
		zip_set_file_compression(z, (zip_uint64_t)at,
			parts[i].stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 1);
	}
	assert_int_equal(zip_close(z), 0);
	zip_stat_t st;
	zip_stat_init(&st);
	assert_int_equal(zip_source_stat(archive, &st), 0);
	char *out = arena_alloc(a, st.size, 1);
	assert_int_equal(zip_source_open(archive), 0);
	assert_int_equal(zip_source_read(archive, out, st.size), st.size);
	zip_source_close(archive);
	zip_source_free(archive);
	return (struct str){ out, st.size };
}

#endif
