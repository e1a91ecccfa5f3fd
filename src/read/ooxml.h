// ooxml: what the office formats share: a package of parts that point at each other.
#ifndef READ_OOXML_H
#define READ_OOXML_H

#include "doc/doc.h"
#include "read/xml.h"
#include "read/zip.h"

// A pointer from one part to another (Open Packaging Conventions, ECMA-376 part 2).
struct relation {
	struct str type;   // last word of its type: "slide", "hyperlink"
	struct str target; // name of the part, resolved; an address when external
	bool external;
};

struct relations {
	struct relation *at; // in the order of `ids`; the first of two with one id counts
	size_t room;
	struct map ids;
};

struct package {
	struct arena *arena;
	struct archive archive;
	struct str main;       // name of the part that everything else hangs on
	struct relations top;  // of the package itself
	struct relations rels; // of the main part
};

// Opens the package and finds its main part.  `bytes` must stay until package_close.
bool package_open(
	struct str bytes, struct arena *a, struct package *out, struct error *err);
void package_close(struct package *p);

// Pointers of a part; none when it has no list of them.
bool package_relations(
	struct package *p, struct str part, struct relations *out, struct error *err);
const struct relation *relation_find(const struct relations *r, struct str id);
// The next of a type after `last` (NULL for the first), or NULL.
const struct relation *relation_next(
	const struct relations *r, const char *type, const struct relation *last);

// Unpacks and reads one part; the error names it.
bool package_read(struct package *p, struct str part, const struct xml_names *names,
	const struct xml_sink *sink, struct error *err);

/*
 * Title, author and day of the last change from the core properties, as metas with
 * `place`.  A title that Office made up by itself is none; neither is one that the doc
 * has already.  A damaged list of properties is not worth refusing a file: it is skipped.
 */
void package_properties(struct package *p, struct doc *doc, struct place place);

// Adds words to one line of text: line breaks and tabs inside them become spaces.
void ooxml_words(struct buf *out, struct str words);

// Takes the white space off both ends of what was written since `from`.
void ooxml_trim(struct buf *out, size_t from);

// Whether bytes are a package that holds a part of this name, for a reader's sniff.
bool package_has(struct str bytes, struct str part);

#endif
