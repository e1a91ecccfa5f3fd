#include "read/ooxml.h"

#include <string.h>

enum { TAG_RELATION = 1, RELATION_TAGS };
static const char *const RELATION_NAMES[RELATION_TAGS] = {
	[TAG_RELATION] = "rel:Relationship",
};

struct relation_reading {
	struct package *package;
	struct str folder; // of the part that points
	struct relations *out;
};

// "/ppt/slides/" + "../media/x.xml" -> "ppt/media/x.xml".  ".." above the root stays
// there.
static struct str resolve(struct arena *a, struct str folder, struct str target)
{
	struct buf out = { 0 };
	struct str steps[2] = { str_starts(target, S("/")) ? S("") : folder, target };
	for (size_t i = 0; i < COUNT(steps); i++) {
		struct str step;
		while (str_split(&steps[i], '/', &step)) {
			if (!step.len || str_eq(step, S(".")))
				continue;
			if (str_eq(step, S(".."))) {
				out.len = path_folder(buf_str(&out)).len;
				continue;
			}
			if (out.len)
				buf_byte(&out, '/');
			buf_add(&out, step);
		}
	}
	struct str path = arena_str(a, buf_str(&out));
	buf_done(&out);
	return path;
}

static bool relation_open(
	void *context, int tag, int depth, const struct xml_attributes *attributes)
{
	(void)depth; // a relation is one wherever it stands
	struct relation_reading *r = context;
	struct arena *a = r->package->arena;
	size_t known = r->out->ids.count;
	if (tag != TAG_RELATION)
		return true;
	size_t n = map_add(&r->out->ids, xml_value(attributes, "Id"));
	if (r->out->ids.count != known + 1)
		return true;
	r->out->at = arena_more(a, r->out->at, n, &r->out->room, sizeof *r->out->at);
	struct str target = xml_value(attributes, "Target");
	bool external = str_eq(xml_value(attributes, "TargetMode"), S("External"));
	r->out->at[n] = (struct relation){
		.type = arena_str(a, path_name(xml_value(attributes, "Type"))),
		.target = external ? arena_str(a, target) : resolve(a, r->folder, target),
		.external = external,
	};
	return true;
}

bool package_relations(
	struct package *p, struct str part, struct relations *out, struct error *err)
{
	struct str folder = path_folder(part);
	struct str list = arena_fmt(p->arena, "%" PRI_STR "/_rels/%" PRI_STR ".rels",
		ARG_STR(folder), ARG_STR(path_name(part)));
	*out = (struct relations){ .ids = { .arena = p->arena } };
	if (archive_find(&p->archive, list) == ARCHIVE_NONE)
		return true;
	struct relation_reading reading = { p, folder, out };
	const struct xml_names names = { RELATION_NAMES, RELATION_TAGS };
	const struct xml_sink sink = { .context = &reading, .open = relation_open };
	return package_read(p, list, &names, &sink, err);
}

const struct relation *relation_find(const struct relations *r, struct str id)
{
	size_t n = map_find(&r->ids, id);
	return n == MAP_NONE ? NULL : &r->at[n];
}

const struct relation *relation_next(
	const struct relations *r, const char *type, const struct relation *last)
{
	for (size_t i = last ? (size_t)(last - r->at) + 1 : 0; i < r->ids.count; i++)
		if (!r->at[i].external && str_eq(r->at[i].type, str_of(type)))
			return &r->at[i];
	return NULL;
}

bool package_open(
	struct str bytes, struct arena *a, struct package *out, struct error *err)
{
	*out = (struct package){ .arena = a };
	if (!archive_open(bytes, a, &out->archive, err))
		return false;
	bool ok = package_relations(out, S(""), &out->top, err);
	const struct relation *r =
		ok ? relation_next(&out->top, "officeDocument", NULL) : NULL;
	if (ok && !r)
		ok = error_set(err, ERROR_FORMAT,
			"is a zip archive, but not an office file: nothing in it says "
			"which part is the document");
	if (r) {
		out->main = r->target;
		ok = package_relations(out, out->main, &out->rels, err);
	}
	if (!ok)
		package_close(out);
	return ok;
}

void package_close(struct package *p)
{
	archive_close(&p->archive);
}

bool package_read(struct package *p, struct str part, const struct xml_names *names,
	const struct xml_sink *sink, struct error *err)
{
	struct str bytes;
	if (!archive_read(&p->archive, part, &bytes, err))
		return false;
	if (xml_read(bytes, names, sink, err))
		return true;
	struct str safe = utf8_safe(p->arena, part, 60);
	return error_add(err, "%" PRI_STR, ARG_STR(safe));
}

void ooxml_words(struct buf *out, struct str words)
{
	size_t from = out->len;
	buf_add(out, words);
	for (size_t i = from; i < out->len; i++)
		if (byte_is_space(out->at[i]))
			out->at[i] = ' ';
}

void ooxml_trim(struct buf *out, size_t from)
{
	struct str kept = str_trim(str_from(buf_str(out), from));
	if (kept.len)
		memmove(out->at + from, kept.at, kept.len);
	out->len = from + kept.len;
}

bool package_has(struct str bytes, struct str part)
{
	enum { TAIL = 1 << 20 }; // the table of parts stands at the end
	if (!str_starts(bytes, S("PK\3\4")))
		return false;
	struct str tail = str_from(bytes, bytes.len > TAIL ? bytes.len - TAIL : 0);
	return str_find(tail, part, 0) != STR_NONE;
}
