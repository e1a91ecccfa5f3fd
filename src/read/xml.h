// xml: the tags and words of one XML part, as they come, for office files.
#ifndef READ_XML_H
#define READ_XML_H

#include "base/base.h"

enum {
	XML_DEPTH_MAX = 256,
	XML_TAGS_MAX = 6 * 1000 * 1000, // in one part
	XML_ATTRIBUTES_MAX = 256,	// in one tag
	XML_SPACES_MAX = 128,		// namespace declarations in force at once
};

/*
 * A reader names the tags it knows, by its own enum: NAMES[TAG_P] = "w:p".  The prefix
 * stands for a namespace, whatever prefix the file uses and whether it is written in the
 * transitional or the strict dialect; xml.c has the list.  Everything else has tag 0.
 */
struct xml_names {
	const char *const *at;
	int count;
};

struct xml_reading;

struct xml_attributes {
	const unsigned char **at; // libxml2's: five pointers each
	int count;
	struct xml_reading *reading;
};

/*
 * What happens while a part is read.  Returning false stops it: set *err before.  `words`
 * may come in several pieces.  `depth` is 1 for the root.  `close` and `words` may be
 * NULL.
 */
struct xml_sink {
	void *context;
	bool (*open)(void *context, int tag, int depth, const struct xml_attributes *);
	bool (*close)(void *context, int tag, int depth);
	bool (*words)(void *context, struct str words);
};

/*
 * Reads one part, UTF-8 or UTF-16.  No network, no document types and so no entities but
 * the five that XML itself has; ERROR_LIMIT beyond the limits above.  The error names the
 * line; the caller adds which part it was.
 */
bool xml_read(struct str part, const struct xml_names *names, const struct xml_sink *sink,
	struct error *err);

// The value of "r:id" or "val"; {0} when the tag has no such attribute.  Borrowed until
// the callback returns.
struct str xml_value(const struct xml_attributes *a, const char *name);
// "1", "true" and "on", or the attribute is absent: how office files say yes.
bool xml_is_on(const struct xml_attributes *a, const char *name);
// A whole number from 0 to `max`, or `otherwise`.
uint32_t xml_count(const struct xml_attributes *a, const char *name, uint32_t max,
	uint32_t otherwise);

#endif
