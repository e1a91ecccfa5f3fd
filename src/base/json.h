// json: writing JSON, one value after the other, always well formed.
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include "base/buf.h"

/*
 * Commas, quotes and nesting are kept by the writer; a key is given before each value
 * inside an object. `pretty` indents by two spaces.  Strings are escaped so that they may
 * stand inside an HTML script element
 * (< > & U+2028 U+2029 as \u escapes).  Doubles are written in the shortest form that
 * reads back the same; not-a-number and infinities become null.  Nesting beyond 64 is a
 * mistake of ours and asserts.
 */
struct json {
	struct buf *out;
	bool pretty;
	bool after_key;
	unsigned depth;
	bool filled[64]; // at depth: something was written already
	char close[64];	 // at depth: the bracket that ends it
};

void json_object(struct json *j);
void json_array(struct json *j);
void json_end(struct json *j); // closes the innermost object or array
void json_key(struct json *j, const char *key);
void json_str(struct json *j, struct str s);
void json_int(struct json *j, int64_t value);
void json_double(struct json *j, double value);
void json_bool(struct json *j, bool value);
void json_null(struct json *j);

// Key and value in one call, which is how most of it is written.
void json_put_str(struct json *j, const char *key, struct str s);
void json_put_int(struct json *j, const char *key, int64_t value);
void json_put_double(struct json *j, const char *key, double value);
void json_put_bool(struct json *j, const char *key, bool value);

// The shortest decimal text that reads back as the same double: 84000, 0.00012; with an
// exponent only below 1e-5 and from 1e15 on.  "null" when it is not finite.
void json_number(struct buf *out, double value);

#endif
