#include "model/yaml.h"

#include <inttypes.h>
#include <string.h>
#include <yaml.h>

// What is being built: the open lists and maps, innermost last.
struct builder {
	const struct yaml_text *in;
	struct arena *a;
	struct error *err;
	struct yaml *open[YAML_DEPTH_MAX];
	struct yaml *last[YAML_DEPTH_MAX]; // the newest child of each
	struct map keys[YAML_DEPTH_MAX];   // of each open map, to see a key twice
	bool awaits_value[YAML_DEPTH_MAX]; // a key was read and `last` wants its value
	size_t depth, nodes;
	struct yaml *root;
	bool done; // the document has ended
};

static uint32_t line_of(const struct builder *b, yaml_mark_t mark)
{
	uint32_t first = b->in->first_line ? b->in->first_line : 1;
	return first + (uint32_t)mark.line;
}

static bool refuse(struct builder *b, yaml_mark_t mark, enum error_code code,
	const char *what, struct str word)
{
	return error_set(b->err, code, "%" PRI_STR ":%" PRIu32 ":%zu: %s%" PRI_STR,
		ARG_STR(b->in->path), line_of(b, mark), mark.column + 1, what,
		ARG_STR(utf8_safe(b->a, word, 60)));
}

static bool is_null(struct str s)
{
	return !s.len || str_eq(s, S("~")) || str_eq(s, S("null")) ||
	       str_eq(s, S("Null")) || str_eq(s, S("NULL"));
}

static bool too_many(struct builder *b, yaml_mark_t mark)
{
	if (++b->nodes <= YAML_NODES_MAX)
		return false;
	(void)refuse(
		b, mark, ERROR_LIMIT, "more than 100000 values; split the file", S(""));
	return true;
}

// Where the next node belongs: the value of a key, a new child, or the root.  NULL when
// there are too many.
static struct yaml *place_node(struct builder *b, yaml_mark_t mark)
{
	if (too_many(b, mark))
		return NULL;
	size_t top = b->depth - 1;
	bool is_value = b->depth && b->awaits_value[top];
	struct yaml *node = is_value ? b->last[top] : ARENA_NEW(b->a, struct yaml);
	if (is_value)
		b->awaits_value[top] = false;
	node->line = line_of(b, mark);
	node->column = (uint32_t)mark.column + 1;
	return node;
}

static void link_child(struct builder *b, struct yaml *child)
{
	size_t top = b->depth - 1;
	if (b->last[top])
		b->last[top]->next = child;
	else
		b->open[top]->first = child;
	b->last[top] = child;
	b->open[top]->count++;
}

static void attach(struct builder *b, struct yaml *node)
{
	if (!b->depth)
		b->root = node;
	else if (b->open[b->depth - 1]->kind == YAML_LIST)
		link_child(b, node);
}

static bool expects_key(const struct builder *b)
{
	size_t top = b->depth - 1;
	return b->depth && b->open[top]->kind == YAML_MAP && !b->awaits_value[top];
}

// Whether the innermost map has the key already.  Small maps, which is nearly all of
// them, are looked through; larger ones get an index of their own.
static bool has_key(struct builder *b, struct str key)
{
	size_t top = b->depth - 1;
	struct map *index = &b->keys[top];
	if (b->open[top]->count < 8)
		return yaml_find(b->open[top], key) != NULL;
	index->arena = b->a;
	if (!index->count)
		for (const struct yaml *n = b->open[top]->first; n; n = n->next)
			(void)map_add(index, n->key); // only its being there matters
	size_t known = index->count;
	return map_add(index, key) < known;
}

static bool take_key(struct builder *b, struct str key, yaml_mark_t mark)
{
	size_t top = b->depth - 1;
	if (too_many(b, mark))
		return false;
	if (b->open[top]->count == YAML_KEYS_MAX)
		return refuse(b, mark, ERROR_LIMIT,
			"more than 20000 keys in one place; split the file", S(""));
	if (has_key(b, key))
		return refuse(b, mark, ERROR_CONFIG,
			"this key stands here twice; keep one: ", key);
	struct yaml *child = ARENA_NEW(b->a, struct yaml);
	child->key = arena_str(b->a, key);
	child->key_line = line_of(b, mark);
	child->key_column = (uint32_t)mark.column + 1;
	link_child(b, child);
	b->awaits_value[top] = true;
	return true;
}

static bool take_scalar(struct builder *b, const yaml_event_t *e)
{
	struct str text = { (const char *)e->data.scalar.value, e->data.scalar.length };
	if (expects_key(b))
		return take_key(b, text, e->start_mark);
	struct yaml *node = place_node(b, e->start_mark);
	if (!node)
		return false;
	bool plain = e->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
	node->kind = plain && is_null(text) ? YAML_NULL : YAML_TEXT;
	node->quoted = !plain;
	node->text = arena_str(b->a, text);
	attach(b, node);
	return true;
}

static bool open_node(struct builder *b, enum yaml_kind kind, yaml_mark_t mark)
{
	if (expects_key(b))
		return refuse(b, mark, ERROR_CONFIG,
			"a key must be a word, not a list or map; a value that begins "
			"with [ or { wants quotes",
			S(""));
	if (b->depth == YAML_DEPTH_MAX)
		return refuse(b, mark, ERROR_LIMIT,
			"nested more than 32 deep; nothing here needs that", S(""));
	struct yaml *node = place_node(b, mark);
	if (!node)
		return false;
	node->kind = kind;
	attach(b, node);
	b->open[b->depth] = node;
	b->last[b->depth] = NULL;
	b->awaits_value[b->depth] = false;
	b->keys[b->depth++] = (struct map){ 0 };
	return true;
}

static bool start_document(struct builder *b, yaml_mark_t mark)
{
	if (b->done)
		return refuse(b, mark, ERROR_CONFIG,
			"a second document begins here; one is expected", S(""));
	return true;
}

static bool take_event(struct builder *b, const yaml_event_t *e)
{
	switch (e->type) {
	case YAML_SCALAR_EVENT:
		return take_scalar(b, e);
	case YAML_SEQUENCE_START_EVENT:
		return open_node(b, YAML_LIST, e->start_mark);
	case YAML_MAPPING_START_EVENT:
		return open_node(b, YAML_MAP, e->start_mark);
	case YAML_SEQUENCE_END_EVENT:
	case YAML_MAPPING_END_EVENT:
		b->depth--;
		return true;
	case YAML_ALIAS_EVENT:
		return refuse(b, e->start_mark, ERROR_CONFIG,
			"aliases are not read; write the value out instead of *",
			str_of((const char *)e->data.alias.anchor));
	case YAML_DOCUMENT_START_EVENT:
		return start_document(b, e->start_mark);
	case YAML_DOCUMENT_END_EVENT:
		b->done = true;
		return true;
	case YAML_NO_EVENT:
	case YAML_STREAM_START_EVENT:
	case YAML_STREAM_END_EVENT:
		return true;
	}
	return true;
}

// libyaml's words where they mean nothing to somebody who writes a list of competitors.
static const char *problem_words(const char *problem)
{
	static const struct {
		const char *theirs, *ours;
	} WORDS[] = {
		{ "mapping values are not allowed in this context",
			"a second ': ' on one line; put the value in quotes, or indent "
			"like its neighbours" },
		{ "did not find expected ',' or ']'",
			"the list that begins with [ is not closed with ]" },
		{ "did not find expected ',' or '}'",
			"what begins with { is not closed with }" },
		{ "did not find expected key",
			"a key and a colon are expected here; check the indentation" },
		{ "did not find expected '-' indicator",
			"a '-' is expected here, under the one above" },
		{ "did not find expected node content",
			"a value is missing here, or a [ or { is not closed" },
		{ "could not find expected ':'", "a colon is expected after this key" },
		{ "found character that cannot start any token",
			"a value cannot begin with this character; put it in quotes, and "
			"indent with spaces, not tabs" },
		{ "found unexpected end of stream",
			"the file ends inside a quoted text" },
	};
	for (size_t i = 0; i < COUNT(WORDS); i++)
		if (problem && !strcmp(problem, WORDS[i].theirs))
			return WORDS[i].ours;
	return problem ? problem : "this is not YAML";
}

static bool explain(struct builder *b, const yaml_parser_t *p)
{
	bool at_start = p->error == YAML_READER_ERROR;
	yaml_mark_t mark = at_start ? p->mark : p->problem_mark;
	return refuse(b, mark, ERROR_CONFIG, problem_words(p->problem), S(""));
}

static bool build(struct builder *b, struct str bytes)
{
	yaml_parser_t parser;
	bool ok = true, ended = false;
	if (!yaml_parser_initialize(&parser))
		return error_set(b->err, ERROR_SYSTEM, "no memory to read YAML");
	yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&parser, (const unsigned char *)bytes.at, bytes.len);
	while (ok && !ended) {
		yaml_event_t event;
		if (!yaml_parser_parse(&parser, &event)) {
			ok = explain(b, &parser);
			break;
		}
		ok = take_event(b, &event);
		ended = event.type == YAML_STREAM_END_EVENT;
		yaml_event_delete(&event);
	}
	yaml_parser_delete(&parser);
	return ok;
}

// Directives are compared with one another by the parser: forty thousand take two
// seconds.
static bool too_many_directives(struct str rest)
{
	struct str line;
	size_t count = 0;
	while (str_line(&rest, &line))
		count += str_starts(line, S("%"));
	return count > YAML_DIRECTIVES_MAX;
}

bool yaml_read(const struct yaml_text *in, struct arena *a, struct yaml **root,
	struct error *err)
{
	struct builder b = { .in = in, .a = a, .err = err };
	if (in->bytes.len > YAML_BYTES_MAX)
		return error_set(err, ERROR_LIMIT,
			"%" PRI_STR ": larger than 1 MB, which no settings file needs",
			ARG_STR(in->path));
	struct str bytes = utf8_from_bytes(a, in->bytes, NULL);
	if (too_many_directives(bytes))
		return error_set(err, ERROR_LIMIT,
			"%" PRI_STR ": more than %d lines begin with %%, which YAML "
			"keeps for directives",
			ARG_STR(in->path), YAML_DIRECTIVES_MAX);
	if (!build(&b, bytes))
		return false;
	if (!b.root) {
		b.root = ARENA_NEW(a, struct yaml);
		b.root->line = in->first_line ? in->first_line : 1;
		b.root->column = 1;
	}
	*root = b.root;
	return true;
}

const struct yaml *yaml_find(const struct yaml *map, struct str key)
{
	if (!map || map->kind != YAML_MAP)
		return NULL;
	for (const struct yaml *n = map->first; n; n = n->next)
		if (str_eq(n->key, key))
			return n;
	return NULL;
}

struct str yaml_find_text(const struct yaml *map, struct str key)
{
	const struct yaml *n = yaml_find(map, key);
	return n && n->kind == YAML_TEXT ? n->text : (struct str){ 0 };
}

const char *yaml_kind_words(const struct yaml *node)
{
	switch (node->kind) {
	case YAML_NULL:
		return "nothing";
	case YAML_TEXT:
		return "a text";
	case YAML_LIST:
		return "a list";
	case YAML_MAP:
		return "a group of keys";
	}
	return "nothing";
}
