// docx_styles: what the styles of a Word document mean: heading, title, list, quotation.
#ifndef READ_DOCX_STYLES_H
#define READ_DOCX_STYLES_H

#include "read/ooxml.h"

enum style_kind { STYLE_PLAIN, STYLE_HEADING, STYLE_TITLE, STYLE_QUOTE, STYLE_CONTENTS };

// What a paragraph takes from its style.
struct style {
	enum style_kind kind;
	uint8_t level;	    // of a heading, from 1
	uint8_t list_level; // depth of the list it makes, from 1; 0 = no list
};

struct styles {
	struct arena *arena;
	struct map ids;
	struct style_entry *at; // in the order of `ids`
	size_t room;
};

/*
 * Reads the style part.  A style counts as a heading by its outline level or by its name,
 * its own or that of a style it is based on.
 */
bool styles_read(
	struct package *p, struct str part, struct styles *out, struct error *err);
/*
 * What style `id` means.  One that the file does not describe is judged by its id alone,
 * which Word derives from the name in its own language: "berschrift1" is a heading.
 * O(1) but for the chain of styles it is based on, of which 20 are followed.
 */
struct style styles_find(const struct styles *s, struct str id);

#endif
