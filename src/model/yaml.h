// yaml: a YAML document as a tree in which every node knows its line and column.
#ifndef MODEL_YAML_H
#define MODEL_YAML_H

#include "base/base.h"

enum yaml_kind {
	YAML_NULL, // nothing written, ~ or null
	YAML_TEXT, // one value; what it means is for the caller to say
	YAML_LIST,
	YAML_MAP,
};

struct yaml {
	enum yaml_kind kind;
	uint32_t line, column; // in the file, from 1; columns are characters
	struct str text;       // YAML_TEXT, and YAML_NULL as it was written
	bool quoted;	       // the text stood in quotes or was a block
	struct str key;	       // inside a map: this node's key, which stands at key_line
	uint32_t key_line, key_column;
	struct yaml *first; // YAML_LIST, YAML_MAP: children in order, linked by `next`
	struct yaml *next;
	size_t count;
};

enum {
	YAML_BYTES_MAX = 1 << 20,
	YAML_DEPTH_MAX = 32,
	YAML_NODES_MAX = 100000, // keys and values
	YAML_KEYS_MAX = 20000,	 // in one map
	YAML_DIRECTIVES_MAX = 8,
};

// A text to read and where it stands: front matter begins further down in its file.
struct yaml_text {
	struct str path;     // for messages
	struct str bytes;    // any encoding
	uint32_t first_line; // line of the file on which bytes begin; 0 counts as 1
};

/*
 * Reads one document; an empty one gives a YAML_NULL root.  Anchors are read over,
 * aliases
 * (*name) are refused, since they let a small file stand for a huge one; so are duplicate
 * keys, keys that are lists or maps, and a second document.  Errors begin with
 * "path:line:column:".  Time and memory are bounded by the limits above: every byte is
 * scanned a bounded number of times.
 */
bool yaml_read(const struct yaml_text *in, struct arena *a, struct yaml **root,
	struct error *err);

// The value of a key, or NULL; NULL for anything that is not a map.  O(keys).
const struct yaml *yaml_find(const struct yaml *map, struct str key);
// The text of a key's value; empty when there is none.
struct str yaml_find_text(const struct yaml *map, struct str key);
const char *yaml_kind_words(
	const struct yaml *node); // "a list", "nothing", "a text", ...

#endif
