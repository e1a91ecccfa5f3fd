// form: a table of keys, from which a YAML tree is checked and a struct is filled.
#ifndef MODEL_FORM_H
#define MODEL_FORM_H

#include "model/notes.h"
#include "model/yaml.h"

enum key_type {
	KEY_GROUP,    // only holds the keys below it
	KEY_TEXT,     // struct str
	KEY_NAME,     // struct str: a short name without spaces, "status-quo"
	KEY_CHOICE,   // int: place of the word in `choices`, from 1; 0 is "not said"
	KEY_YESNO,    // bool
	KEY_COUNT,    // int from low to high
	KEY_NUMBER,   // double from low to high
	KEY_SHARE,    // double, "0.3" or "30%", from low to high
	KEY_MONEY,    // int64_t cents, "60000", "60k", "1.2M EUR"
	KEY_CURRENCY, // char[4], three capital letters
	KEY_DAYS,     // int: "60d", "8w", "6m", "1y", or a number of days
	KEY_DATE,     // struct date
	KEY_DAY,      // int[2]: month and day, "02-01"
	KEY_TEXTS,    // struct str * and a count; one text alone is a list of one
	KEY_PAIRS,    // two struct str * and a count: names and values
	KEY_LIST,     // array of structs and a count: one for each element
	KEY_NAMED,    // the same, from a map of names; the name fills the element's first
		      // member, a struct str
	KEY_LINE,     // uint32_t: the line on which the element begins; nobody writes it
	KEY_TYPES,
};

/*
 * One key.  `path` is where it stands: "freshness.battlecard.warn"; "[]" is an element of
 * a list, "*" any name of a map: "competitors[].id", "sources.*.path".  Offsets are into
 * the struct of the innermost element, else into the form's struct.
 */
struct form_key {
	const char *path;
	enum key_type type;
	bool required; // an element without it is an error
	bool lone;     // an element that is only a text fills this key
	size_t offset; // of the value, or of the array
	size_t count;  // arrays: of the size_t that counts it
	size_t beside; // KEY_PAIRS: of the array of values
	size_t size;   // KEY_LIST, KEY_NAMED: bytes of an element
	double low, high;
	bool or_none;	      // KEY_DAYS: "none" is 0, whatever is lowest
	const char *choices;  // KEY_CHOICE: words, ';' between
	const char *fallback; // what stands when the key is not written; NULL: zero
	const char *doc;      // what it is for: a sentence without its full stop
	const char *example;  // the value as one would write it, on one line
};

#define KEY_AT(type, member) .offset = offsetof(type, member)
#define KEY_ARRAY(type, member, counter)                                                 \
	.offset = offsetof(type, member), .count = offsetof(type, counter)

// A table of keys, ended by a key without path.
struct form {
	const struct form_key *keys;
	bool strict; // an unknown key or a wrong value is an error; otherwise it is noted
		     // and left out
	bool open;   // keys that we do not know may stand here: only a near miss is noted
};

// Fills every key that has a fallback and stands in no list.
void form_defaults(const struct form *form, struct arena *a, void *out);
/*
 * Fills `out` from the tree, over what form_defaults left there.  Messages name path and
 * line.  Strict: the first thing wrong ends it.  Otherwise always true.
 */
bool form_fill(const struct form *form, struct str path, const struct yaml *root,
	struct arena *a, void *out, struct notes *notes, struct error *err);

// The key of a path, or NULL.  Where a path has two keys (a text or a list), the first.
const struct form_key *form_find(const struct form *form, struct str path);
// Whether `path` lies directly below `parent`: "freshness.battlecard" below "freshness".
bool key_is_below(const struct form_key *key, struct str parent);
const char *key_type_words(enum key_type type); // "a date such as 2026-03-31"
// What a key accepts, with its range: "a whole number from 2 to 100".
struct str key_expects(struct arena *a, const struct form_key *key);
struct str key_name(const struct form_key *key); // the last word of its path
// Reads one value into the member that begins at `at`; false when it is not of the key's
// type or range.
bool key_read(const struct form_key *key, struct str text, struct arena *a, void *at);

#endif
