// outside: the program itself on a folder, and what it says as JSON.
#ifndef TESTS_WEB_OUTSIDE_H
#define TESTS_WEB_OUTSIDE_H

#include <stdio.h>
#include <stdlib.h>

#include "../traffic/folder.h"
#include "reference.h"

// What a command of the folder writes; fails the test if it does not end with 0.
static inline struct str outside_run(struct folder *f, const char *arguments)
{
	struct error err = { 0 };
	struct file out = { 0 };
	const char *program = getenv("CANDOR");
	assert_non_null(program);
	const char *command = arena_fmt(&f->arena, "cd %s && %s %s >%s.out 2>%s.err",
		f->path, program, arguments, f->path, f->path)
				      .at;
	if (system(command))
		fail_msg("%s", command);
	assert_true(file_open(
		arena_fmt(&f->arena, "%s.out", f->path).at, SIZE_MAX, &out, &err));
	const struct str text = arena_str(&f->arena, out.bytes);
	file_close(&out);
	return text;
}

static inline void outside_remove(struct folder *f)
{
	(void)remove(arena_fmt(&f->arena, "%s.out", f->path).at);
	(void)remove(arena_fmt(&f->arena, "%s.err", f->path).at);
	folder_remove(f);
}

static inline cJSON *outside_web(struct folder *f)
{
	const struct str text = outside_run(f, "web --as-of 2025-11-30 --format json");
	cJSON *json = cJSON_ParseWithLength(text.at, text.len);
	assert_non_null(json);
	return json;
}

// The tie of two functions in either order; *turned says that it stands the other way.
static inline const cJSON *outside_tie(
	const cJSON *web, const char *a, const char *b, bool *turned)
{
	const cJSON *tie;
	cJSON_ArrayForEach(tie, get(web, "ties"))
	{
		const char *x = get(tie, "a")->valuestring,
			   *y = get(tie, "b")->valuestring;
		*turned = !strcmp(x, b) && !strcmp(y, a);
		if (*turned || (!strcmp(x, a) && !strcmp(y, b)))
			return tie;
	}
	fail_msg("no tie of %s and %s", a, b);
	return NULL;
}

static inline const cJSON *outside_function(const cJSON *web, const char *id)
{
	const cJSON *f;
	cJSON_ArrayForEach(f, get(web, "functions"))
	{
		if (!strcmp(get(f, "id")->valuestring, id))
			return f;
	}
	fail_msg("no function %s", id);
	return NULL;
}

#endif
