// The table of keys as help, as documentation and as a commented candor.yaml.
#include <string.h>

#include "model/keys.h"

enum { COMMENT_COLUMNS = 88 };

static bool is_top(const struct form_key *key)
{
	return key_is_below(key, S(""));
}

static bool is_written(const struct form_key *key)
{
	return key->type != KEY_LINE;
}

// Words wrapped at `columns`, each line beginning with `head`.
static void add_wrapped(
	struct buf *out, struct str head, struct str words, size_t columns)
{
	struct str word;
	size_t used = columns;
	for (bool first = true; str_split(&words, ' ', &word); first = false) {
		size_t width = utf8_columns(word);
		if (used + 1 + width > columns) {
			buf_fmt(out, "%s%" PRI_STR, first ? "" : "\n", ARG_STR(head));
			used = head.len;
		} else {
			buf_byte(out, ' ');
			used++;
		}
		buf_add(out, word);
		used += width;
	}
	buf_byte(out, '\n');
}

// The doc of a key as a sentence.
static struct str sentence_of(struct arena *a, const struct form_key *key)
{
	char first = key->doc[0];
	if (first >= 'a' && first <= 'z')
		first = (char)(first - 'a' + 'A');
	return arena_fmt(a, "%c%s.", first, key->doc + 1);
}

static void help_key(const struct form_key *key, struct buf *out)
{
	struct arena scratch = { 0 };
	buf_fmt(out, "%s\n", key->path);
	add_wrapped(out, S("    "), sentence_of(&scratch, key), 80);
	if (key->type != KEY_GROUP)
		buf_fmt(out, "    %" PRI_STR "%s\n", ARG_STR(key_expects(&scratch, key)),
			key->required ? "; must be there" : "");
	if (key->fallback)
		buf_fmt(out, "    without it: %s\n", key->fallback);
	struct str example = arena_fmt(
		&scratch, "%" PRI_STR ": %s", ARG_STR(key_name(key)), key->example);
	add_wrapped(out, S("    "), example, 80);
	arena_free(&scratch);
}

// Whether a key is `path` or lies anywhere below it.
static bool is_within(const struct form_key *key, struct str path)
{
	struct str p = str_of(key->path);
	return !path.len || str_eq(p, path) ||
	       (str_starts(p, path) && strchr(".[", p.at[path.len]));
}

bool keys_help(struct str path, struct buf *out)
{
	size_t found = 0;
	for (const struct form_key *k = config_form.keys; k->path; k++) {
		if (!is_written(k) || !is_within(k, path))
			continue;
		if (found++)
			buf_byte(out, '\n');
		help_key(k, out);
	}
	return found > 0;
}

// A cell of a Markdown table: the bar would end it.
static void add_cell(struct buf *out, struct str text)
{
	for (size_t i = 0; i < text.len; i++) {
		if (text.at[i] == '|')
			buf_byte(out, '\\');
		buf_byte(out, text.at[i]);
	}
}

void keys_markdown(struct buf *out)
{
	struct arena scratch = { 0 };
	buf_add(out, S("| key | what it is for | value | without it |\n"
		       "|---|---|---|---|\n"));
	for (const struct form_key *k = config_form.keys; k->path; k++) {
		if (!is_written(k))
			continue;
		buf_fmt(out, "| `%s` | ", k->path);
		add_cell(out, str_of(k->doc));
		buf_add(out, S(" | "));
		add_cell(out, key_expects(&scratch, k));
		buf_fmt(out, "%s | %s |\n", k->required ? " (must be there)" : "",
			k->fallback ? k->fallback : "");
	}
	buf_add(out, S("\n```yaml\n"));
	for (const struct form_key *k = config_form.keys; k->path; k++)
		if (is_written(k) && is_top(k))
			buf_fmt(out, "%s: %s\n", k->path, k->example);
	buf_add(out, S("```\n"));
	arena_free(&scratch);
}

static bool is_safe_plain(struct str s)
{
	if (!s.len || byte_is_space(s.at[0]) || byte_is_space(s.at[s.len - 1]))
		return false;
	for (size_t i = 0; i < s.len; i++)
		if (!byte_is_word(s.at[i]) && !strchr(" ._/+-", s.at[i]))
			return false;
	static const char *const WORDS[] = { "null", "true", "false", "yes", "no", "on",
		"off", "y", "n" };
	for (size_t i = 0; i < COUNT(WORDS); i++)
		if (str_eq_nocase(s, str_of(WORDS[i])))
			return false;
	return byte_is_alpha(s.at[0]) || (unsigned char)s.at[0] >= 0x80;
}

void keys_quote(struct str text, struct buf *out)
{
	struct arena scratch = { 0 };
	struct str s = utf8_safe(&scratch, text, 0);
	if (is_safe_plain(s)) {
		buf_add(out, s);
	} else {
		buf_byte(out, '"');
		for (size_t i = 0; i < s.len; i++) {
			if (s.at[i] == '"' || s.at[i] == '\\')
				buf_byte(out, '\\');
			buf_byte(out, s.at[i]);
		}
		buf_byte(out, '"');
	}
	arena_free(&scratch);
}

static const struct key_value *value_of(
	const struct key_value *known, size_t count, const char *path)
{
	for (size_t i = 0; i < count; i++)
		if (!strcmp(known[i].path, path))
			return &known[i];
	return NULL;
}

static bool is_repeated(const struct form_key *key)
{
	return form_find(&config_form, str_of(key->path)) != key;
}

void keys_yaml(const struct key_value *known, size_t known_count, struct buf *out)
{
	struct arena scratch = { 0 };
	buf_add(out, S("# candor.yaml - every key is optional; an empty file is a valid "
		       "workspace\n"));
	for (const struct form_key *k = config_form.keys; k->path; k++) {
		if (!is_written(k) || !is_top(k) || is_repeated(k))
			continue;
		const struct key_value *value = value_of(known, known_count, k->path);
		buf_byte(out, '\n');
		add_wrapped(out, S("# "), sentence_of(&scratch, k), COMMENT_COLUMNS);
		if (value)
			buf_fmt(out, "%s:%s%" PRI_STR "\n", k->path,
				str_starts(value->yaml, S("\n")) ? "" : " ",
				ARG_STR(value->yaml));
		else
			buf_fmt(out, "# %s: %s\n", k->path, k->example);
	}
	arena_free(&scratch);
}
