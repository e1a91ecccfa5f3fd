#include "read/xml.h"

#include <assert.h>
#include <libxml/parser.h>
#include <string.h>

// Both dialects of each namespace: ECMA-376 transitional, then ISO 29500 strict.
static const struct {
	const char *prefix, *uri;
} SPACES[] = {
	{ "w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main" },
	{ "w", "http://purl.oclc.org/ooxml/wordprocessingml/main" },
	{ "a", "http://schemas.openxmlformats.org/drawingml/2006/main" },
	{ "a", "http://purl.oclc.org/ooxml/drawingml/main" },
	{ "p", "http://schemas.openxmlformats.org/presentationml/2006/main" },
	{ "p", "http://purl.oclc.org/ooxml/presentationml/main" },
	{ "s", "http://schemas.openxmlformats.org/spreadsheetml/2006/main" },
	{ "s", "http://purl.oclc.org/ooxml/spreadsheetml/main" },
	{ "r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships" },
	{ "r", "http://purl.oclc.org/ooxml/officeDocument/relationships" },
	{ "rel", "http://schemas.openxmlformats.org/package/2006/relationships" },
	{ "mc", "http://schemas.openxmlformats.org/markup-compatibility/2006" },
	{ "c", "http://schemas.openxmlformats.org/drawingml/2006/chart" },
	{ "c", "http://purl.oclc.org/ooxml/drawingml/chart" },
	{ "dgm", "http://schemas.openxmlformats.org/drawingml/2006/diagram" },
	{ "dgm", "http://purl.oclc.org/ooxml/drawingml/diagram" },
	{ "dc", "http://purl.org/dc/elements/1.1/" },
	{ "dcterms", "http://purl.org/dc/terms/" },
	{ "xml", "http://www.w3.org/XML/1998/namespace" },
};

enum { CACHE = 1024, CHUNK = 256 * 1024, NAMES_MAX = 1 << 20 };

// Names and namespaces are interned by libxml2: equal pointers are equal names.
struct known_tag {
	const xmlChar *local, *uri;
	int tag;
};

struct known_space {
	const xmlChar *uri;
	const char *prefix; // "?" for a namespace nobody here reads
};

struct xml_reading {
	const struct xml_names *names;
	const struct xml_sink *sink;
	struct error *err;
	xmlParserCtxtPtr parser;
	struct arena scratch;
	struct known_tag tags[CACHE];
	struct known_space spaces[CACHE / 8];
	int path[XML_DEPTH_MAX + 1];	  // tag of every open element
	int spaces_at[XML_DEPTH_MAX + 1]; // namespaces each of them declared
	int depth;
	int spaces_open;
	size_t count;
	bool stopped; // by us: *err says why
};

// xmlStopParser would free what its callers still read; this only silences them, and the
// next chunk is never given.
static bool stop(struct xml_reading *x)
{
	x->stopped = true;
	x->parser->disableSAX = 1;
	return false;
}

static size_t slot_of(const void *a, const void *b)
{
	uint64_t h = ((uintptr_t)a >> 3) * 0x9e3779b97f4a7c15u ^ (uintptr_t)b >> 4;
	return (size_t)(h >> 20 ^ h);
}

static const char *prefix_of(struct xml_reading *x, const xmlChar *uri)
{
	if (!uri)
		return "";
	struct known_space *k = &x->spaces[slot_of(uri, NULL) % COUNT(x->spaces)];
	if (k->uri == uri)
		return k->prefix;
	*k = (struct known_space){ uri, "?" };
	for (size_t i = 0; i < COUNT(SPACES); i++)
		if (!strcmp((const char *)uri, SPACES[i].uri))
			k->prefix = SPACES[i].prefix;
	return k->prefix;
}

// Whether `name`, "w:p", is this prefix and this local name.
static bool is_named(const char *name, const char *prefix, const char *local)
{
	size_t n = strlen(prefix);
	if (!n)
		return !strcmp(name, local);
	return !strncmp(name, prefix, n) && name[n] == ':' &&
	       !strcmp(name + n + 1, local);
}

static int tag_of(struct xml_reading *x, const xmlChar *local, const xmlChar *uri)
{
	struct known_tag *k = &x->tags[slot_of(local, uri) % CACHE];
	if (k->local == local && k->uri == uri)
		return k->tag;
	*k = (struct known_tag){ local, uri, 0 };
	const char *prefix = prefix_of(x, uri);
	for (int i = 1; *prefix && !k->tag && i < x->names->count; i++)
		if (x->names->at[i] &&
			is_named(x->names->at[i], prefix, (const char *)local))
			k->tag = i;
	return k->tag;
}

static bool in_limits(struct xml_reading *x, int spaces)
{
	if (x->depth >= XML_DEPTH_MAX)
		return error_set(x->err, ERROR_LIMIT, "nests its tags more than %d deep",
			XML_DEPTH_MAX);
	if (++x->count > XML_TAGS_MAX)
		return error_set(
			x->err, ERROR_LIMIT, "holds more than %d tags", XML_TAGS_MAX);
	if (x->spaces_open + spaces > XML_SPACES_MAX)
		return error_set(x->err, ERROR_LIMIT,
			"declares more than %d namespaces at once", XML_SPACES_MAX);
	return true;
}

static void on_open(void *self, const xmlChar *local, const xmlChar *prefix,
	const xmlChar *uri, int spaces, const xmlChar **declared, int count,
	int defaulted, const xmlChar **attributes)
{
	(void)prefix, (void)declared, (void)defaulted; // names are resolved already
	struct xml_reading *x = self;
	if (x->stopped)
		return;
	if (!in_limits(x, spaces)) {
		(void)stop(x);
		return;
	}
	int tag = tag_of(x, local, uri);
	x->path[++x->depth] = tag;
	x->spaces_at[x->depth] = spaces;
	x->spaces_open += spaces;
	const struct xml_attributes a = { attributes, count, x };
	if (!x->sink->open(x->sink->context, tag, x->depth, &a))
		(void)stop(x);
}

static void on_close(
	void *self, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri)
{
	(void)local, (void)prefix, (void)uri; // the path knows
	struct xml_reading *x = self;
	if (x->stopped || !x->depth)
		return;
	x->spaces_open -= x->spaces_at[x->depth];
	if (x->sink->close &&
		!x->sink->close(x->sink->context, x->path[x->depth], x->depth))
		(void)stop(x);
	x->depth--;
}

static void on_words(void *self, const xmlChar *at, int len)
{
	struct xml_reading *x = self;
	struct str words = { (const char *)at, len > 0 ? (size_t)len : 0 };
	if (!x->stopped && x->sink->words && !x->sink->words(x->sink->context, words))
		(void)stop(x);
}

/*
 * The first error ends the part: names without a namespace would else be reported one by
 * one, which costs more than reading them.
 */
static void on_error(void *self, xmlErrorPtr error)
{
	struct xml_reading *x = self;
	if (x->stopped || error->level < XML_ERR_ERROR)
		return;
	if (error->code == XML_ERR_NO_MEMORY) // what a full table of names looks like
		error_set(x->err, ERROR_LIMIT, "uses more names than office files do");
	else
		error_set(x->err, ERROR_FORMAT,
			"is damaged: its XML breaks off or is wrong in line %d; save the "
			"file again",
			error->line);
	(void)stop(x);
}

static const char *after(struct str s, const char *at, struct str mark)
{
	size_t found = str_find(s, mark, (size_t)(at - s.at));
	return found == STR_NONE ? s.at + s.len : s.at + found + mark.len;
}

// Steps over one start tag and counts its attributes.
static const char *skip_tag(const char *at, const char *end, size_t *attributes)
{
	*attributes = 0;
	while (at < end && *at != '>') {
		if (*at == '"' || *at == '\'') {
			at = memchr(at + 1, *at, (size_t)(end - at - 1));
			if (!at)
				return end;
			++*attributes;
		}
		at++;
	}
	return at;
}

/*
 * What libxml2 must not see.  Document types: who writes one wants entities expanded.
 * Many attributes: 2.9 compares each of a tag with every other one, so that a million of
 * them would take hours.
 */
static bool tags_are_sane(struct str part, struct error *err)
{
	const char *end = part.at + part.len, *at = part.at;
	while (at < end && (at = memchr(at, '<', (size_t)(end - at)))) {
		struct str rest = { at, (size_t)(end - at) };
		size_t attributes = 0;
		if (str_starts(rest, S("<!--")))
			at = after(part, at + 4, S("-->"));
		else if (str_starts(rest, S("<![CDATA[")))
			at = after(part, at, S("]]>"));
		else if (str_starts(rest, S("<?")))
			at = after(part, at, S("?>"));
		else if (str_starts(rest, S("<!")))
			return error_set(err, ERROR_FORMAT,
				"declares a document type, which office files never do; "
				"save it again");
		else
			at = skip_tag(at, end, &attributes);
		if (attributes > XML_ATTRIBUTES_MAX)
			return error_set(err, ERROR_LIMIT,
				"has a tag with more than %d attributes",
				XML_ATTRIBUTES_MAX);
	}
	return true;
}

static bool is_utf16(struct str part)
{
	return part.len > 1 &&
	       (str_starts(part, S("\xff\xfe")) || str_starts(part, S("\xfe\xff")) ||
		       !part.at[0] || !part.at[1]);
}

static void feed(struct xml_reading *x, struct str part)
{
	while (part.len && !x->stopped) {
		struct str chunk = str_cut(part, 0, CHUNK);
		part = str_from(part, chunk.len);
		(void)xmlParseChunk(x->parser, chunk.at, (int)chunk.len, 0);
	}
	if (!x->stopped)
		(void)xmlParseChunk(x->parser, NULL, 0, 1);
}

bool xml_read(struct str part, const struct xml_names *names, const struct xml_sink *sink,
	struct error *err)
{
	xmlSAXHandler sax = {
		.initialized = XML_SAX2_MAGIC,
		.characters = on_words,
		.ignorableWhitespace = on_words,
		.cdataBlock = on_words,
		.startElementNs = on_open,
		.endElementNs = on_close,
		.serror = on_error,
	};
	struct xml_reading *x = heap_resize(NULL, sizeof *x);
	*x = (struct xml_reading){ .names = names, .sink = sink, .err = err };
	if (is_utf16(part))
		part = utf8_from_bytes(&x->scratch, part, NULL);
	bool ok = tags_are_sane(part, err);
	if (ok) {
		xmlInitParser(); // does its work once, whichever thread comes first
		x->parser = xmlCreatePushParserCtxt(&sax, x, NULL, 0, NULL);
		assert(x->parser); // out of memory
		(void)xmlCtxtUseOptions(x->parser, XML_PARSE_NONET | XML_PARSE_NOERROR |
							   XML_PARSE_NOWARNING |
							   XML_PARSE_IGNORE_ENC);
		// Its table of names gets slow when there are very many: 1 MB of them is
		// plenty.
		(void)xmlDictSetLimit(x->parser->dict, NAMES_MAX);
		feed(x, part);
		ok = !x->stopped && x->parser->wellFormed;
		if (x->parser->myDoc) // where it keeps entities, had there been any
			xmlFreeDoc(x->parser->myDoc);
		xmlFreeParserCtxt(x->parser);
	}
	arena_free(&x->scratch);
	heap_free(x);
	return ok;
}

// Without entity substitution libxml2 hands over "&amp;" in a value as "&#38;".
static struct str unescape(struct arena *a, struct str value)
{
	size_t at = str_find(value, S("&#38;"), 0);
	if (at == STR_NONE)
		return value;
	char *out = arena_alloc(a, value.len, 1);
	size_t used = 0;
	for (size_t from = 0; from < value.len; from++) {
		out[used++] = value.at[from];
		if (from == at) {
			from += 4;
			at = str_find(value, S("&#38;"), from);
		}
	}
	return (struct str){ out, used };
}

struct str xml_value(const struct xml_attributes *a, const char *name)
{
	const char *colon = strchr(name, ':'), *local = colon ? colon + 1 : name;
	for (int i = 0; i < a->count; i++) {
		const xmlChar **at = a->at + 5 * (size_t)i;
		if (strcmp((const char *)at[0], local) || !colon != !at[2])
			continue;
		if (colon && !is_named(name, prefix_of(a->reading, at[2]), local))
			continue;
		struct str value = { (const char *)at[3], (size_t)(at[4] - at[3]) };
		return unescape(&a->reading->scratch, value);
	}
	return (struct str){ 0 };
}

bool xml_is_on(const struct xml_attributes *a, const char *name)
{
	struct str value = xml_value(a, name);
	return !value.at || str_eq(value, S("1")) || str_eq(value, S("true")) ||
	       str_eq(value, S("on"));
}

uint32_t xml_count(const struct xml_attributes *a, const char *name, uint32_t max,
	uint32_t otherwise)
{
	int64_t value = 0;
	if (!str_to_int(xml_value(a, name), &value) || value < 0 || value > max)
		return otherwise;
	return (uint32_t)value;
}
