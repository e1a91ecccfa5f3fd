// vectors: the numbers in a reply of an embeddings endpoint.
#ifndef READ_VECTORS_H
#define READ_VECTORS_H

#include "base/base.h"

enum { VECTORS_DIMS_MAX = 4096 };

struct vectors {
	size_t count, dims;
	float *at; // count rows of dims numbers, finite, none of only zeros
};

/*
 * {"data": [{"index": 0, "embedding": [0.1, ...]}, ...]}, as OpenAI and those who follow
 * it write it; other keys are passed over.  Without "index" the order counts.  The reply
 * comes from outside: there must be exactly `count` rows, each once, all of one length
 * from 2 to VECTORS_DIMS_MAX.  ERROR_FORMAT says what is wrong instead.  O(text).
 */
bool vectors_read(struct str text, size_t count, struct arena *a, struct vectors *out,
	struct error *err);

#endif
