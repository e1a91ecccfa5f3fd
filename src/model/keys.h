// keys: every key of candor.yaml, once: parsing, checking, help, docs and `init` come
// from it.
#ifndef MODEL_KEYS_H
#define MODEL_KEYS_H

#include "model/form.h"

extern const struct form config_form; // its struct is struct config

// Help for all keys below `path` ("freshness"), or for all when it is empty, as text of
// 80 columns.  False when there is no such key.
bool keys_help(struct str path, struct buf *out);
// The section of docs/reference.md: one table row a key, then examples.
void keys_markdown(struct buf *out);

// A value that is already known when a candor.yaml is written.
struct key_value {
	const char *path; // of a key at the top: "company"
	struct str yaml; // behind the colon: "Acme" or "[a, b]", or lines that begin with
			 // a line break
};

/*
 * A whole candor.yaml with a comment on every key; known keys stand with their values,
 * the rest as commented examples.
 */
void keys_yaml(const struct key_value *known, size_t known_count, struct buf *out);
// A text as YAML would need it: in quotes where it must be.
void keys_quote(struct str text, struct buf *out);

#endif
