#include "tests/swap/corpus.h"

#include <stdio.h>
#include <stdlib.h>

// The text behind "key": " in a line of JSON, unescaped; empty if the key is not there.
static struct str json_field(struct arena *a, struct str line, const char *key)
{
	const struct str head = arena_fmt(a, "\"%s\": \"", key);
	size_t at = str_find(line, head, 0);
	char *out = arena_alloc(a, line.len + 1, 1);
	struct str text = { out, 0 };
	if (at == STR_NONE)
		return text;
	for (at += head.len; at < line.len && line.at[at] != '"'; at++) {
		char c = line.at[at];
		if (c == '\\' && at + 1 < line.len) {
			c = line.at[++at];
			if (c == 'u' && at + 4 < line.len) {
				char hex[5] = { line.at[at + 1], line.at[at + 2],
					line.at[at + 3], line.at[at + 4], 0 };
				text.len += utf8_put(
					(uint32_t)strtoul(hex, NULL, 16), out + text.len);
				at += 4;
				continue;
			}
			c = c == 'n' || c == 't' ? ' ' : c;
		}
		out[text.len++] = c;
	}
	return text;
}

// The strings of ["a", "b"] behind "key": in a line of JSON.
static size_t json_list(
	struct arena *a, struct str line, const char *key, struct str *out, size_t room)
{
	const struct str head = arena_fmt(a, "\"%s\": [", key);
	const size_t at = str_find(line, head, 0);
	if (at == STR_NONE)
		return 0;
	struct str rest = str_from(line, at + head.len), piece;
	rest.len =
		str_find_byte(rest, ']', 0) == STR_NONE ? 0 : str_find_byte(rest, ']', 0);
	size_t n = 0;
	while (n < room && str_split(&rest, ',', &piece))
		out[n++] = str_strip(str_trim(piece), "\"");
	return n;
}

// The next cell of a CSV row; *rest moves behind its separator.
static struct str csv_cell(struct arena *a, struct str *rest)
{
	char *out = arena_alloc(a, rest->len + 1, 1);
	struct str cell = { out, 0 };
	size_t at = 0;
	bool quoted = false;
	for (; at < rest->len; at++) {
		const char c = rest->at[at];
		if (c == '"' && quoted && at + 1 < rest->len && rest->at[at + 1] == '"') {
			out[cell.len++] = '"';
			at++;
		} else if (c == '"') {
			quoted = !quoted;
		} else if (c == ',' && !quoted) {
			break;
		} else {
			out[cell.len++] = c;
		}
	}
	*rest = str_from(*rest, at + 1);
	return cell;
}

static bool open_in(const char *folder, const char *name, struct file *f)
{
	char path[512];
	struct error err = { 0 };
	snprintf(path, sizeof path, "%s/%s", folder, name);
	return file_open(path, 64 << 20, f, &err);
}

static void add_vendor(
	struct corpus *c, struct str line, const struct corpus_claim *claim)
{
	if (corpus_vendor(c, claim->vendor))
		return;
	c->vendors = arena_more(&c->arena, c->vendors, c->vendor_count, &c->vendor_room,
		sizeof *c->vendors);
	struct corpus_vendor *v = &c->vendors[c->vendor_count++];
	*v = (struct corpus_vendor){ .id = claim->vendor, .category = claim->category };
	v->name_count = json_list(&c->arena, line, "aliases", v->names, COUNT(v->names));
	for (size_t i = 0; i < c->category_count; i++)
		if (str_eq(c->categories[i], claim->category))
			return;
	c->categories = arena_more(&c->arena, c->categories, c->category_count,
		&c->category_room, sizeof *c->categories);
	c->categories[c->category_count++] = claim->category;
}

static bool read_claims(const char *folder, struct corpus *c)
{
	struct file f;
	if (!open_in(folder, "claims.jsonl", &f))
		return false;
	struct str rest = arena_str(&c->arena, f.bytes), line;
	file_close(&f);
	while (str_line(&rest, &line)) {
		c->claims = arena_more(&c->arena, c->claims, c->claim_count,
			&c->claim_room, sizeof *c->claims);
		struct corpus_claim *claim = &c->claims[c->claim_count++];
		*claim = (struct corpus_claim){
			.category = json_field(&c->arena, line, "category"),
			.vendor = json_field(&c->arena, line, "vendor"),
			.source = json_field(&c->arena, line, "source"),
			.section = json_field(&c->arena, line, "section"),
			.text = json_field(&c->arena, line, "text"),
		};
		add_vendor(c, line, claim);
	}
	return true;
}

static void read_labels(const char *folder, struct corpus *c)
{
	struct file f;
	if (!open_in(folder, "gold.csv", &f))
		return;
	struct str rest = arena_str(&c->arena, f.bytes), line;
	file_close(&f);
	(void)str_line(&rest, &line); // the header
	while (str_line(&rest, &line)) {
		struct str cell[8];
		for (size_t i = 0; i < COUNT(cell); i++)
			cell[i] = csv_cell(&c->arena, &line);
		c->labels = arena_more(&c->arena, c->labels, c->label_count,
			&c->label_room, sizeof *c->labels);
		c->labels[c->label_count++] =
			(struct corpus_label){ cell[3], cell[4], cell[5], cell[7] };
	}
}

static void read_pairs(const char *folder, struct corpus *c)
{
	struct file f;
	if (!open_in(folder, "echo_pairs.csv", &f))
		return;
	struct str rest = arena_str(&c->arena, f.bytes), line;
	file_close(&f);
	(void)str_line(&rest, &line); // the header
	while (str_line(&rest, &line)) {
		struct str cell[6];
		for (size_t i = 0; i < COUNT(cell); i++)
			cell[i] = csv_cell(&c->arena, &line);
		c->pairs = arena_more(&c->arena, c->pairs, c->pair_count, &c->pair_room,
			sizeof *c->pairs);
		c->pairs[c->pair_count++] = (struct corpus_pair){ cell[1], cell[2],
			cell[3], cell[4], cell[5] };
	}
}

bool corpus_read(const char *folder, struct corpus *c)
{
	*c = (struct corpus){ 0 };
	if (!read_claims(folder, c))
		return false;
	read_labels(folder, c);
	read_pairs(folder, c);
	return true;
}

void corpus_done(struct corpus *c)
{
	arena_free(&c->arena);
}

const struct corpus_vendor *corpus_vendor(const struct corpus *c, struct str id)
{
	for (size_t i = 0; i < c->vendor_count; i++)
		if (str_eq(c->vendors[i].id, id))
			return &c->vendors[i];
	return NULL;
}
