// html_token: HTML cut into text and tags, with the slices of the source they came from.
#ifndef READ_HTML_TOKEN_H
#define READ_HTML_TOKEN_H

#include "base/base.h"

// The attributes that somebody asks for; others are passed over.
enum html_attribute {
	HTML_ALT,
	HTML_ARIA_HIDDEN,
	HTML_ARIA_LEVEL,
	HTML_CHARSET,
	HTML_CLASS,
	HTML_CONTENT,
	HTML_DATETIME,
	HTML_HIDDEN,
	HTML_HREF,
	HTML_ID,
	HTML_ITEMPROP,
	HTML_LANG,
	HTML_NAME,
	HTML_OPEN,
	HTML_PROPERTY,
	HTML_REL,
	HTML_ROLE,
	HTML_STYLE,
	HTML_TYPE,
	HTML_VALUE,
	HTML_CANDOR_MAIN, // ours, see read/page.h
	HTML_ATTRIBUTES,
};

enum html_kind { HTML_TEXT, HTML_START, HTML_END };

// Everything points into the source.
struct html_token {
	enum html_kind kind;
	struct str text;		    // the run of text, or the tag from '<' to '>'
	struct str name;		    // of a tag, as it is written
	bool closed;			    // <br/>
	uint32_t present;		    // one bit an attribute
	struct str values[HTML_ATTRIBUTES]; // undefined where not present
};

struct html_lexer {
	struct str source;
	size_t at;
};

/*
 * The next text or tag, by the tokenization rules of the WHATWG standard, section 13.2.5.
 * Comments, declarations and processing instructions are passed over.  What begins like a
 * tag and never ends is dropped to the end of the source, as browsers do.  Linear in the
 * source over all calls.
 */
bool html_next(struct html_lexer *l, struct html_token *t);
// The raw content of a script, style, title...: to before its end tag, or to the end.
struct str html_raw(struct html_lexer *l, struct str name);

bool html_has(const struct html_token *t, enum html_attribute a);
struct str html_value(
	const struct html_token *t, enum html_attribute a); // empty if absent

#endif
