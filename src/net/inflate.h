// inflate: gzip files, up to a limit.
#ifndef NET_INFLATE_H
#define NET_INFLATE_H

#include "base/base.h"

bool gzip_is(struct str bytes); // begins like one
// What is inside, in `a`.  ERROR_FORMAT when it is damaged, ERROR_LIMIT beyond `max`
// bytes, of which nothing more is then unpacked.
bool gzip_read(struct str bytes, size_t max, struct arena *a, struct str *out,
	struct error *err);

#endif
