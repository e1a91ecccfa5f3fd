#include "model/form.h"

#include <assert.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

struct filling {
	const struct form *form;
	struct str path; // of the file
	struct arena *a;
	struct notes *notes;
	struct error *err;
};

static bool fill_key(const struct filling *f, const struct form_key *key,
	const struct yaml *node, void *base);

// Strict forms end here; others note it and go on without the value.
static bool complain(const struct filling *f, uint32_t line, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

static bool complain(const struct filling *f, uint32_t line, const char *format, ...)
{
	char text[300];
	va_list args;
	va_start(args, format);
	int len = vsnprintf(text, sizeof text, format, args);
	va_end(args);
	if (len < 0)
		text[0] = '\0';
	if (f->form->strict)
		return error_set(f->err, ERROR_CONFIG, "%" PRI_STR ":%" PRIu32 ": %s",
			ARG_STR(f->path), line, text);
	notes_add(f->notes, "%" PRI_STR ":%" PRIu32 ": %s", ARG_STR(f->path), line, text);
	return true;
}

static struct str last_word(struct str path)
{
	for (size_t i = path.len; i-- > 0;)
		if (path.at[i] == '.')
			return str_from(path, i + 1);
	return path;
}

struct str key_name(const struct form_key *key)
{
	return last_word(str_of(key->path));
}

bool key_is_below(const struct form_key *key, struct str parent)
{
	struct str path = str_of(key->path);
	size_t dot = parent.len ? 1 : 0;
	struct str name = last_word(path);
	return key->type != KEY_LINE && name.len && !str_ends(path, S("]")) &&
	       !str_eq(name, S("*")) && path.len == parent.len + dot + name.len &&
	       str_starts(path, parent) && (!dot || path.at[parent.len] == '.');
}

// Whether a value of this shape can be read as the key.
static bool accepts(const struct form_key *key, const struct yaml *node)
{
	switch (key->type) {
	case KEY_GROUP:
	case KEY_PAIRS:
		return node->kind == YAML_MAP;
	case KEY_LIST:
		return node->kind == YAML_LIST;
	case KEY_NAMED:
		return node->kind == YAML_MAP || node->kind == YAML_LIST;
	case KEY_TEXTS:
		return node->kind == YAML_LIST || node->kind == YAML_TEXT;
	case KEY_LINE:
	case KEY_TYPES:
		return false;
	case KEY_TEXT:
	case KEY_NAME:
	case KEY_CHOICE:
	case KEY_YESNO:
	case KEY_COUNT:
	case KEY_NUMBER:
	case KEY_SHARE:
	case KEY_MONEY:
	case KEY_CURRENCY:
	case KEY_DAYS:
	case KEY_DATE:
	case KEY_DAY:
		return node->kind == YAML_TEXT;
	}
	return false;
}

const struct form_key *form_find(const struct form *form, struct str path)
{
	for (const struct form_key *k = form->keys; k->path; k++)
		if (k->type != KEY_LINE && str_eq(str_of(k->path), path))
			return k;
	return NULL;
}

// The key of a name below `parent` that fits the value's shape, else the first of that
// name.
static const struct form_key *find_below(const struct form *form, struct str parent,
	struct str name, const struct yaml *node)
{
	const struct form_key *found = NULL;
	for (const struct form_key *k = form->keys; k->path; k++) {
		if (!key_is_below(k, parent) || !str_eq(key_name(k), name))
			continue;
		if (accepts(k, node))
			return k;
		if (!found)
			found = k;
	}
	return found;
}

// "id, name, aliases" for the person who typed a key that exists nowhere.
static struct str known_here(const struct filling *f, struct str parent)
{
	struct buf b = { 0 };
	for (const struct form_key *k = f->form->keys; k->path; k++)
		if (key_is_below(k, parent) && form_find(f->form, str_of(k->path)) == k)
			buf_fmt(&b, "%s%" PRI_STR, b.len ? ", " : "",
				ARG_STR(key_name(k)));
	struct str s = arena_str(f->a, buf_str(&b));
	buf_done(&b);
	return s;
}

static bool unknown_key(
	const struct filling *f, struct str parent, const struct yaml *node)
{
	if (!f->form->strict && f->notes->count == NOTES_MAX)
		return true; // nobody will read it
	struct near near = { .word = node->key };
	const struct form_key *elsewhere = NULL;
	for (const struct form_key *k = f->form->keys; k->path; k++) {
		if (key_is_below(k, parent))
			near_try(&near, key_name(k));
		else if (!elsewhere && k->type != KEY_LINE &&
			 str_eq_nocase(key_name(k), node->key))
			elsewhere = k;
	}
	struct str word = utf8_safe(f->a, node->key, 40);
	if (near_found(&near))
		return complain(f, node->key_line,
			"unknown key '%" PRI_STR "'; did you mean '%" PRI_STR "'?",
			ARG_STR(word), ARG_STR(near.best));
	if (f->form->open)
		return true;
	if (elsewhere)
		return complain(f, node->key_line,
			"'%" PRI_STR "' does not stand here; it is written as %s",
			ARG_STR(word), elsewhere->path);
	return complain(f, node->key_line,
		"unknown key '%" PRI_STR "'; known here: %" PRI_STR, ARG_STR(word),
		ARG_STR(known_here(f, parent)));
}

static bool wrong_value(
	const struct filling *f, const struct form_key *key, const struct yaml *node)
{
	struct str expects = key_expects(f->a, key), name = key_name(key);
	if (node->kind != YAML_TEXT)
		return complain(f, node->line, "'%" PRI_STR "' is %s; expected %" PRI_STR,
			ARG_STR(name), yaml_kind_words(node), ARG_STR(expects));
	return complain(f, node->line,
		"'%" PRI_STR "' is '%" PRI_STR "'; expected %" PRI_STR, ARG_STR(name),
		ARG_STR(utf8_safe(f->a, node->text, 60)), ARG_STR(expects));
}

static bool missing_key(
	const struct filling *f, const struct form_key *key, const struct yaml *element)
{
	struct str name = key_name(key);
	return complain(f, element->line, "'%" PRI_STR "' is missing here; %s",
		ARG_STR(name), key->doc);
}

// A key below `parent` whose value the map lacks although it must be there.
static bool check_required(
	const struct filling *f, struct str parent, const struct yaml *map)
{
	for (const struct form_key *k = f->form->keys; k->path; k++) {
		if (!k->required || !key_is_below(k, parent))
			continue;
		const struct yaml *value = yaml_find(map, key_name(k));
		if ((!value || value->kind == YAML_NULL) && !missing_key(f, k, map))
			return false;
	}
	return true;
}

static bool fill_map(
	const struct filling *f, struct str parent, const struct yaml *map, void *base)
{
	for (const struct yaml *n = map->first; n; n = n->next) {
		const struct form_key *key = find_below(f->form, parent, n->key, n);
		bool ok = key ? fill_key(f, key, n, base) : unknown_key(f, parent, n);
		if (!ok)
			return false;
	}
	return check_required(f, parent, map);
}

static void *member(void *base, size_t offset)
{
	return (char *)base + offset;
}

static void set_array(void *base, const struct form_key *key, void *array, size_t count)
{
	memcpy(member(base, key->offset), &array, sizeof array);
	memcpy(member(base, key->count), &count, sizeof count);
}

static bool fill_texts(const struct filling *f, const struct form_key *key,
	const struct yaml *node, void *base)
{
	bool lone = node->kind == YAML_TEXT;
	struct str *texts = ARENA_ARRAY(f->a, struct str, lone ? 1 : node->count);
	size_t count = 0;
	for (const struct yaml *n = lone ? node : node->first; n;
		n = lone ? NULL : n->next) {
		if (n->kind == YAML_NULL)
			continue;
		if (n->kind != YAML_TEXT) {
			if (!wrong_value(f, key, n))
				return false;
			continue;
		}
		struct str text = utf8_safe(f->a, n->text, 0);
		if (text.len)
			texts[count++] = text;
	}
	set_array(base, key, texts, count);
	return true;
}

static bool fill_pairs(const struct filling *f, const struct form_key *key,
	const struct yaml *node, void *base)
{
	struct str *names = ARENA_ARRAY(f->a, struct str, node->count);
	struct str *values = ARENA_ARRAY(f->a, struct str, node->count);
	size_t count = 0;
	for (const struct yaml *n = node->first; n; n = n->next) {
		if (n->kind == YAML_NULL)
			continue;
		if (n->kind != YAML_TEXT) {
			if (!wrong_value(f, key, n))
				return false;
			continue;
		}
		names[count] = utf8_safe(f->a, n->key, 0);
		values[count++] = utf8_safe(f->a, n->text, 0);
	}
	set_array(base, key, names, count);
	void *beside = values;
	memcpy(member(base, key->beside), &beside, sizeof beside);
	return true;
}

// What an element holds before its own keys are read.
static void begin_element(const struct filling *f, struct str pattern,
	const struct yaml *node, void *element)
{
	for (const struct form_key *k = f->form->keys; k->path; k++) {
		if (k->type == KEY_LINE && str_eq(str_of(k->path), pattern))
			memcpy(member(element, k->offset), &node->line,
				sizeof node->line);
		if (k->fallback && key_is_below(k, pattern)) {
			bool ok = key_read(
				k, str_of(k->fallback), f->a, member(element, k->offset));
			assert(ok); // the fallback is ours
			(void)ok;
		}
	}
}

// An element that is only a text fills the key that is marked for it.
static bool fill_lone(const struct filling *f, const struct form_key *list,
	struct str pattern, const struct yaml *node, void *element)
{
	for (const struct form_key *k = f->form->keys; k->path; k++)
		if (k->lone && key_is_below(k, pattern))
			return fill_key(f, k, node, element);
	return wrong_value(f, list, node);
}

static bool fill_element(const struct filling *f, const struct form_key *list,
	const struct yaml *node, void *element)
{
	bool by_name = list->type == KEY_NAMED;
	struct str pattern = arena_fmt(f->a, "%s%s", list->path, by_name ? ".*" : "[]");
	bool only_name = by_name && !node->key.at; // a list of names
	begin_element(f, pattern, node, element);
	if (by_name) {
		struct str name = utf8_safe(f->a, only_name ? node->text : node->key, 0);
		if (only_name && node->kind != YAML_TEXT)
			return wrong_value(f, list, node);
		memcpy(element, &name, sizeof name);
	}
	if (only_name || (by_name && node->kind == YAML_NULL))
		return true;
	if (node->kind == YAML_MAP)
		return fill_map(f, pattern, node, element);
	return fill_lone(f, list, pattern, node, element);
}

static bool fill_list(const struct filling *f, const struct form_key *key,
	const struct yaml *node, void *base)
{
	char *elements = arena_alloc(f->a, node->count, key->size);
	size_t count = 0;
	for (const struct yaml *n = node->first; n; n = n->next) {
		if (n->kind == YAML_NULL && !n->key.at)
			continue;
		if (!fill_element(f, key, n, elements + count * key->size))
			return false;
		count++;
	}
	set_array(base, key, elements, count);
	return true;
}

static bool fill_key(const struct filling *f, const struct form_key *key,
	const struct yaml *node, void *base)
{
	if (node->kind == YAML_NULL)
		return true; // as if it were not written
	if (!accepts(key, node))
		return wrong_value(f, key, node);
	if (key->type == KEY_GROUP)
		return fill_map(f, str_of(key->path), node, base);
	if (key->type == KEY_TEXTS)
		return fill_texts(f, key, node, base);
	if (key->type == KEY_PAIRS)
		return fill_pairs(f, key, node, base);
	if (key->type == KEY_LIST || key->type == KEY_NAMED)
		return fill_list(f, key, node, base);
	return key_read(key, node->text, f->a, member(base, key->offset)) ||
	       wrong_value(f, key, node);
}

void form_defaults(const struct form *form, struct arena *a, void *out)
{
	for (const struct form_key *k = form->keys; k->path; k++) {
		struct str path = str_of(k->path);
		if (!k->fallback || str_find(path, S("[]"), 0) != STR_NONE ||
			str_find(path, S(".*"), 0) != STR_NONE)
			continue;
		bool ok = key_read(k, str_of(k->fallback), a, member(out, k->offset));
		assert(ok); // the fallback is ours
		(void)ok;
	}
}

bool form_fill(const struct form *form, struct str path, const struct yaml *root,
	struct arena *a, void *out, struct notes *notes, struct error *err)
{
	struct filling f = { form, path, a, notes, err };
	const struct form_key *whole = form_find(form, S(""));
	if (root->kind == YAML_NULL)
		return true;
	if (whole)
		return fill_key(&f, whole, root, out);
	if (root->kind != YAML_MAP)
		return complain(&f, root->line,
			"this is %s; expected keys, each with a colon and its value",
			yaml_kind_words(root));
	return fill_map(&f, S(""), root, out);
}
