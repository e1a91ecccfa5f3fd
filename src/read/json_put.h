// json_put: strings of a JSON text into a document, each piece at its line and column.
#ifndef READ_JSON_PUT_H
#define READ_JSON_PUT_H

#include "doc/doc.h"
#include "read/json_scan.h"

struct json_put {
	struct doc *doc;
	struct json_scan *scan; // its last token is the string
	enum block_kind kind;
	struct str speaker;
};

void json_put_open(struct json_put *put); // a new block
// Part of the string as written, escapes decoded; an escaped line end begins a new block.
void json_put_run(struct json_put *put, struct str raw);
// Other words for what is written at `at`.
void json_put_instead(struct json_put *put, struct str words, const char *at);

#endif
