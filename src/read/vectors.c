#include "read/vectors.h"

#include <math.h>
#include <string.h>

#include "read/json_scan.h"

struct filling {
	struct json_scan scan;
	struct vectors *out;
	struct arena *arena;
	struct error *err;
	bool *filled;
	float *row; // VECTORS_DIMS_MAX numbers
	size_t rows;
};

static bool wrong(struct filling *f, const char *what)
{
	return error_set(f->err, ERROR_FORMAT,
		"it answered with %s; it must answer as OpenAI's /v1/embeddings does",
		what);
}

static bool damaged(struct filling *f)
{
	return f->scan.damage.code ? wrong(f, "what is no JSON")
				   : wrong(f, "JSON of another shape");
}

// The numbers of "embedding", behind its bracket.
static bool read_row(struct filling *f, size_t *dims)
{
	bool any = false;
	*dims = 0;
	for (;;) {
		const enum json_token token = json_scan_next(&f->scan);
		double value = 0;
		if (token == JSON_CLOSE)
			break;
		if (token != JSON_NUMBER || !str_to_double(f->scan.raw, &value))
			return token == JSON_STOP
				       ? damaged(f)
				       : wrong(f, "a vector that is no list of "
						  "numbers");
		if (*dims == VECTORS_DIMS_MAX)
			return wrong(f, "a vector of more than 4096 numbers");
		if (!isfinite(value) || fabs(value) > 1e6)
			return wrong(f, "a number that no vector has");
		any |= fabs(value) > 1e-12;
		f->row[(*dims)++] = (float)value;
	}
	return any || wrong(f, "a vector of zeros");
}

static bool keep_row(struct filling *f, int64_t index, size_t dims)
{
	struct vectors *v = f->out;
	if (!v->dims) {
		v->dims = dims;
		v->at = ARENA_ARRAY(f->arena, float, v->count *dims);
	}
	if (dims < 2 || dims != v->dims)
		return wrong(f, "vectors of different lengths");
	if (index < 0 || (uint64_t)index >= v->count || f->filled[index])
		return wrong(f, "a vector for a sentence it was not asked for");
	memcpy(v->at + (size_t)index * dims, f->row, dims * sizeof *f->row);
	f->filled[index] = true;
	f->rows++;
	return true;
}

// One member of "data", behind its brace.
static bool read_member(struct filling *f)
{
	int64_t index = (int64_t)f->rows;
	size_t dims = 0;
	enum json_token token;
	while ((token = json_scan_next(&f->scan)) == JSON_KEY) {
		const struct str key = f->scan.raw;
		token = json_scan_next(&f->scan);
		if (str_eq(key, S("embedding")) && token == JSON_OPEN_ARRAY) {
			if (!read_row(f, &dims))
				return false;
		} else if (str_eq(key, S("index")) && token == JSON_NUMBER) {
			if (!str_to_int(f->scan.raw, &index))
				return wrong(f, "an index that is no whole number");
		} else if (!json_scan_skip(&f->scan, token)) {
			return damaged(f);
		}
	}
	if (token != JSON_CLOSE)
		return damaged(f);
	return dims ? keep_row(f, index, dims) : wrong(f, "an entry without a vector");
}

static bool read_list(struct filling *f)
{
	enum json_token token;
	while ((token = json_scan_next(&f->scan)) == JSON_OPEN_OBJECT)
		if (!read_member(f))
			return false;
	return token == JSON_CLOSE || damaged(f);
}

static bool read_reply(struct filling *f)
{
	enum json_token token;
	if (json_scan_next(&f->scan) != JSON_OPEN_OBJECT)
		return damaged(f);
	while ((token = json_scan_next(&f->scan)) == JSON_KEY) {
		const struct str key = f->scan.raw;
		token = json_scan_next(&f->scan);
		if (str_eq(key, S("data")) && token == JSON_OPEN_ARRAY) {
			if (!read_list(f))
				return false;
		} else if (!json_scan_skip(&f->scan, token)) {
			return damaged(f);
		}
	}
	return (token == JSON_CLOSE && json_scan_ended(&f->scan)) || damaged(f);
}

bool vectors_read(struct str text, size_t count, struct arena *a, struct vectors *out,
	struct error *err)
{
	*out = (struct vectors){ .count = count };
	struct arena scratch = { 0 };
	struct filling f = { .scan = { .text = text, .line = 1 },
		.out = out,
		.arena = a,
		.err = err,
		.filled = ARENA_ARRAY(&scratch, bool, count + 1),
		.row = ARENA_ARRAY(&scratch, float, VECTORS_DIMS_MAX) };
	bool ok = utf8_valid(text) ? read_reply(&f) : wrong(&f, "what is no JSON");
	if (ok && f.rows != count)
		ok = error_set(err, ERROR_FORMAT,
			"it answered with %zu vectors for %zu sentences", f.rows, count);
	arena_free(&scratch);
	return ok;
}
