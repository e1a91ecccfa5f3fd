// When a document was said, and what it is called.
#include "model/roles.h"
#include "model/yaml.h"

// The first of these keys of the front matter that holds a date.
static bool front_date(const struct doc *doc, struct date *out)
{
	static const struct str KEYS[] = { STR_INIT("effective"), STR_INIT("date"),
		STR_INIT("reviewed"), STR_INIT("captured"), STR_INIT("published"),
		STR_INIT("updated"), STR_INIT("datum") };
	struct arena scratch = { 0 };
	struct error quiet = { 0 };
	struct yaml *root = NULL;
	struct yaml_text in = { doc->path, doc->front, doc->front_line };
	bool found = false;
	if (doc->front.len && yaml_read(&in, &scratch, &root, &quiet))
		for (size_t i = 0; i < COUNT(KEYS) && !found; i++)
			found = date_parse(
				yaml_find_text(root, KEYS[i]), DATE_UNSURE, out);
	arena_free(&scratch);
	return found;
}

static bool meta_date(const struct doc *doc, const char *key, struct date *out)
{
	return date_parse(doc_meta_find(doc, str_of(key)), DATE_UNSURE, out);
}

static bool name_date(const struct doc *doc, struct date *out)
{
	*out = date_in_name(path_name(doc->path));
	return date_set(*out);
}

struct date date_of_doc(const struct doc *doc)
{
	struct date d = { 0 };
	bool theirs = role_of_path(doc->path).role == ROLE_RIVAL;
	if (front_date(doc, &d) || (theirs && name_date(doc, &d)) ||
		meta_date(doc, "article:published_time", &d) ||
		meta_date(doc, "date", &d) || name_date(doc, &d) ||
		meta_date(doc, "modified", &d))
		return d;
	return (struct date){ 0 };
}

struct date date_seen_of_doc(const struct doc *doc, struct date said)
{
	struct date d = { 0 };
	const bool theirs = role_of_path(doc->path).role == ROLE_RIVAL;
	if (!theirs || !meta_date(doc, "candor:seen", &d) || d.days <= said.days)
		return (struct date){ 0 };
	return d;
}

struct str title_of_doc(const struct doc *doc)
{
	struct str title = doc_meta_find(doc, S("title"));
	for (size_t i = 0; !title.len && i < doc->block_count; i++)
		if (doc->blocks[i].kind == BLOCK_TITLE ||
			doc->blocks[i].kind == BLOCK_HEADING)
			title = doc_cut(doc, doc->blocks[i].span);
	if (title.len)
		return title;
	struct str name = path_name(doc->path);
	return str_cut(name, 0, name.len - path_suffix(name).len);
}
