#include "read/html_element.h"

#include <string.h>

// Sorted by name.  Flags follow sections 4, 13.2.6 and 15.3 of the WHATWG standard.
// clang-format off
static const struct html_element ELEMENTS[] = {
	{ "a", 0, HTML_LINK, 0 },
	{ "abbr", 0, HTML_OTHER, 0 },
	{ "address", HTML_BLOCK | HTML_ENDS_P, HTML_OTHER, 0 },
	{ "applet", HTML_SKIP, HTML_OTHER, 0 },
	{ "area", HTML_VOID, HTML_OTHER, 0 },
	{ "article", HTML_BLOCK | HTML_ENDS_P | HTML_SECTION | HTML_BREAKS_OUT | HTML_WHOLE, HTML_OTHER, 0 },
	{ "aside", HTML_BLOCK | HTML_ENDS_P, HTML_AROUND, 0 },
	{ "audio", HTML_SKIP, HTML_OTHER, 0 },
	{ "b", HTML_BREAKS_OUT, HTML_OTHER, 0 },
	{ "base", HTML_VOID, HTML_OTHER, 0 },
	{ "basefont", HTML_VOID, HTML_OTHER, 0 },
	{ "bgsound", HTML_VOID, HTML_OTHER, 0 },
	{ "big", HTML_BREAKS_OUT, HTML_OTHER, 0 },
	{ "blockquote", HTML_BLOCK | HTML_ENDS_P | HTML_BREAKS_OUT, HTML_QUOTE, 0 },
	{ "body", HTML_BLOCK | HTML_BREAKS_OUT | HTML_WHOLE, HTML_OTHER, 0 },
	{ "br", HTML_VOID | HTML_BREAKS_OUT, HTML_OTHER, 0 },
	{ "button", HTML_BLOCK, HTML_BUTTON, 0 },
	{ "canvas", HTML_SKIP, HTML_OTHER, 0 },
	{ "caption", HTML_BLOCK, HTML_OTHER, 0 },
	{ "center", HTML_BLOCK | HTML_ENDS_P | HTML_BREAKS_OUT, HTML_OTHER, 0 },
	{ "cite", 0, HTML_OTHER, 0 },
	{ "code", HTML_BREAKS_OUT, HTML_OTHER, 0 },
	{ "col", HTML_VOID, HTML_OTHER, 0 },
	{ "colgroup", HTML_BLOCK, HTML_OTHER, 0 },
	{ "datalist", HTML_SKIP, HTML_OTHER, 0 },
	{ "dd", HTML_BLOCK | HTML_ENDS_P | HTML_BREAKS_OUT, HTML_TERM, 0 },
	{ "details", HTML_BLOCK | HTML_ENDS_P, HTML_OTHER, 0 },
	{ "dialog", HTML_BLOCK | HTML_ENDS_P, HTML_AROUND, 0 },
	{ "dir", HTML_BLOCK | HTML_ENDS_P, HTML_LIST, 0 },
	{ "div", HTML_BLOCK | HTML_ENDS_P | HTML_BREAKS_OUT, HTML_OTHER, 0 },
	{ "dl", HTML_BLOCK | HTML_ENDS_P | HTML_BREAKS_OUT, HTML_OTHER, 0 },
	{ "dt", HTML_BLOCK | HTML_ENDS_P | HTML_BREAKS_OUT, HTML_TERM, 0 },
	{ "em", HTML_BREAKS_OUT, HTML_OTHER, 0 },
	{ "embed", HTML_VOID | HTML_BREAKS_OUT, HTML_OTHER, 0 },
	{ "fieldset", HTML_BLOCK | HTML_ENDS_P, HTML_OTHER, 0 },
	{ "figcaption", HTML_BLOCK | HTML_ENDS_P, HTML_OTHER, 0 },
	{ "figure", HTML_BLOCK | HTML_ENDS_P, HTML_OTHER, 0 },
	{ "footer", HTML_BLOCK | HTML_ENDS_P | HTML_BREAKS_OUT, HTML_AROUND, 0 },
	{ "form", HTML_BLOCK | HTML_ENDS_P, HTML_OTHER, 0 },
	{ "frame", HTML_VOID, HTML_OTHER, 0 },
	{ "frameset", HTML_BLOCK, HTML_OTHER, 0 },
	{ "h1", HTML_BLOCK | HTML_ENDS_P | HTML_BREAKS_OUT, HTML_HEADING, 1 },
	{ "h2", HTML_BLOCK | HTML_ENDS_P | HTML_BREAKS_OUT, HTML_HEADING, 2 },
	{ "h3", HTML_BLOCK | HTML_ENDS_P | HTML_BREAKS_OUT, HTML_HEADING, 3 },
	{ "h4", HTML_BLOCK | HTML_ENDS_P | HTML_BREAKS_OUT, HTML_HEADING, 4 },
	{ "h5", HTML_BLOCK | HTML_ENDS_P | HTML_BREAKS_OUT, HTML_HEADING, 5 },
	{ "h6", HTML_BLOCK | HTML_ENDS_P | HTML_BREAKS_OUT, HTML_HEADING, 6 },
	{ "head", HTML_BLOCK | HTML_BREAKS_OUT | HTML_WHOLE, HTML_OTHER, 0 },
	{ "header", HTML_BLOCK | HTML_ENDS_P | HTML_BREAKS_OUT, HTML_HEADER, 0 },
	{ "hgroup", HTML_BLOCK | HTML_ENDS_P, HTML_OTHER, 0 },
	{ "hr", HTML_VOID | HTML_BLOCK | HTML_ENDS_P | HTML_BREAKS_OUT, HTML_OTHER, 0 },
	{ "html", HTML_BLOCK | HTML_WHOLE, HTML_OTHER, 0 },
	{ "i", HTML_BREAKS_OUT, HTML_OTHER, 0 },
	{ "iframe", HTML_RAW, HTML_OTHER, 0 },
	{ "img", HTML_VOID | HTML_BREAKS_OUT, HTML_OTHER, 0 },
	{ "input", HTML_VOID, HTML_OTHER, 0 },
	{ "kbd", 0, HTML_OTHER, 0 },
	{ "keygen", HTML_VOID, HTML_OTHER, 0 },
	{ "label", 0, HTML_OTHER, 0 },
	{ "legend", HTML_BLOCK, HTML_OTHER, 0 },
	{ "li", HTML_BLOCK | HTML_ENDS_P | HTML_BREAKS_OUT, HTML_ITEM, 0 },
	{ "link", HTML_VOID, HTML_OTHER, 0 },
	{ "listing", HTML_BLOCK | HTML_ENDS_P | HTML_BREAKS_OUT, HTML_PRE, 0 },
	{ "main", HTML_BLOCK | HTML_ENDS_P | HTML_SECTION | HTML_BREAKS_OUT | HTML_WHOLE, HTML_OTHER, 0 },
	{ "map", HTML_SKIP, HTML_OTHER, 0 },
	{ "mark", 0, HTML_OTHER, 0 },
	{ "marquee", HTML_BLOCK, HTML_OTHER, 0 },
	{ "math", HTML_SKIP | HTML_FOREIGN, HTML_OTHER, 0 },
	{ "menu", HTML_BLOCK | HTML_ENDS_P | HTML_BREAKS_OUT, HTML_LIST, 0 },
	{ "meta", HTML_VOID | HTML_BREAKS_OUT, HTML_OTHER, 0 },
	{ "nav", HTML_BLOCK | HTML_ENDS_P | HTML_BREAKS_OUT, HTML_AROUND, 0 },
	{ "nobr", HTML_BREAKS_OUT, HTML_OTHER, 0 },
	{ "noembed", HTML_RAW, HTML_OTHER, 0 },
	{ "noframes", HTML_RAW, HTML_OTHER, 0 },
	{ "noscript", HTML_RAW, HTML_OTHER, 0 },
	{ "object", HTML_SKIP, HTML_OTHER, 0 },
	{ "ol", HTML_BLOCK | HTML_ENDS_P | HTML_BREAKS_OUT, HTML_LIST, 0 },
	{ "optgroup", HTML_BLOCK, HTML_OPTION, 0 },
	{ "option", HTML_BLOCK, HTML_OPTION, 0 },
	{ "p", HTML_BLOCK | HTML_ENDS_P | HTML_BREAKS_OUT, HTML_P, 0 },
	{ "param", HTML_VOID, HTML_OTHER, 0 },
	{ "pre", HTML_BLOCK | HTML_ENDS_P | HTML_BREAKS_OUT, HTML_PRE, 0 },
	{ "q", 0, HTML_OTHER, 0 },
	{ "ruby", HTML_BREAKS_OUT, HTML_OTHER, 0 },
	{ "s", HTML_BREAKS_OUT, HTML_OTHER, 0 },
	{ "script", HTML_RAW, HTML_OTHER, 0 },
	{ "search", HTML_BLOCK | HTML_ENDS_P, HTML_AROUND, 0 },
	{ "section", HTML_BLOCK | HTML_ENDS_P | HTML_SECTION | HTML_BREAKS_OUT, HTML_OTHER, 0 },
	{ "select", HTML_BLOCK, HTML_SELECT, 0 },
	{ "small", HTML_BREAKS_OUT, HTML_OTHER, 0 },
	{ "source", HTML_VOID, HTML_OTHER, 0 },
	{ "span", HTML_BREAKS_OUT, HTML_OTHER, 0 },
	{ "strike", HTML_BREAKS_OUT, HTML_OTHER, 0 },
	{ "strong", HTML_BREAKS_OUT, HTML_OTHER, 0 },
	{ "style", HTML_RAW, HTML_OTHER, 0 },
	{ "sub", HTML_BREAKS_OUT, HTML_OTHER, 0 },
	{ "summary", HTML_BLOCK | HTML_ENDS_P, HTML_OTHER, 0 },
	{ "sup", HTML_BREAKS_OUT, HTML_OTHER, 0 },
	{ "svg", HTML_SKIP | HTML_FOREIGN, HTML_OTHER, 0 },
	{ "table", HTML_BLOCK | HTML_ENDS_P | HTML_BREAKS_OUT, HTML_TABLE, 0 },
	{ "tbody", HTML_BLOCK, HTML_ROWS, 0 },
	{ "td", HTML_BLOCK, HTML_CELL, 0 },
	{ "template", HTML_SKIP, HTML_OTHER, 0 },
	{ "textarea", HTML_RAW, HTML_OTHER, 0 },
	{ "tfoot", HTML_BLOCK, HTML_ROWS, 0 },
	{ "th", HTML_BLOCK, HTML_CELL, 0 },
	{ "thead", HTML_BLOCK, HTML_ROWS, 0 },
	{ "time", 0, HTML_OTHER, 0 },
	{ "title", HTML_RAW, HTML_OTHER, 0 },
	{ "tr", HTML_BLOCK, HTML_ROW, 0 },
	{ "track", HTML_VOID, HTML_OTHER, 0 },
	{ "tt", HTML_BREAKS_OUT, HTML_OTHER, 0 },
	{ "u", HTML_BREAKS_OUT, HTML_OTHER, 0 },
	{ "ul", HTML_BLOCK | HTML_ENDS_P | HTML_BREAKS_OUT, HTML_LIST, 0 },
	{ "var", HTML_BREAKS_OUT, HTML_OTHER, 0 },
	{ "video", HTML_SKIP, HTML_OTHER, 0 },
	{ "wbr", HTML_VOID, HTML_OTHER, 0 },
	{ "xmp", HTML_RAW, HTML_OTHER, 0 },
};
// clang-format on

const struct html_element *html_element_find(struct str name)
{
	char key[sizeof ELEMENTS[0].name] = { 0 };
	if (!name.len || name.len >= sizeof key)
		return NULL;
	for (size_t i = 0; i < name.len; i++)
		key[i] = byte_lower(name.at[i]);
	size_t low = 0, high = sizeof ELEMENTS / sizeof ELEMENTS[0];
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = memcmp(key, ELEMENTS[middle].name, sizeof key);
		if (!order)
			return &ELEMENTS[middle];
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}

uint64_t html_element_id(const struct html_element *e, struct str name)
{
	if (e)
		return (uint64_t)(e - ELEMENTS);
	uint64_t hash = 0xcbf29ce484222325u; // FNV-1a over the name in lower case
	for (size_t i = 0; i < name.len; i++)
		hash = (hash ^ (unsigned char)byte_lower(name.at[i])) * 0x100000001b3u;
	return hash | HTML_ELEMENTS_MAX;
}

bool html_is(const struct html_element *e, const char *name)
{
	return e && !strcmp(e->name, name);
}
