// Replies of an embeddings endpoint: whole rows of finite numbers, or a sentence why not.
#include <math.h>
#include <stdlib.h>

#include "read/read.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static void check_rows(const struct vectors *v, size_t count)
{
	if (v->count != count || v->dims < 2 || v->dims > VECTORS_DIMS_MAX)
		abort();
	for (size_t i = 0; i < count; i++) {
		bool any = false;
		for (size_t k = 0; k < v->dims; k++) {
			const float value = v->at[i * v->dims + k];
			if (!isfinite(value))
				abort();
			any |= value > 0 || value < 0;
		}
		if (!any)
			abort();
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct arena a = { 0 };
	for (size_t count = 1; count <= 3; count++) {
		struct vectors v;
		struct error err = { 0 };
		if (vectors_read((struct str){ (const char *)bytes, len }, count, &a, &v,
			    &err))
			check_rows(&v, count);
		else if (!err.code || !err.text[0])
			abort();
	}
	arena_free(&a);
	return 0;
}
