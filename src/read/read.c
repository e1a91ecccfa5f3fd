#include "read/read.h"

#include "read/list.h"

const struct reader *const readers[] = {
#define X(name) &reader_##name,
	READERS(X)
#undef X
		NULL,
};

static bool has_suffix(const struct reader *r, struct str suffix)
{
	struct str rest = str_of(r->suffixes), one;
	while (str_split(&rest, ' ', &one))
		if (one.len && str_eq_nocase(one, suffix))
			return true;
	return false;
}

const struct reader *reader_find(struct str path, struct str bytes)
{
	struct str suffix = path_suffix(path);
	const struct reader *by_suffix = NULL;
	for (const struct reader *const *r = readers; *r; r++) {
		if (!suffix.len || !has_suffix(*r, suffix))
			continue;
		if ((*r)->sniff && (*r)->sniff(bytes))
			return *r;
		// One that looked and said no comes last: notes and mail share ".txt".
		if (!by_suffix || (by_suffix->sniff && !(*r)->sniff))
			by_suffix = *r;
	}
	if (by_suffix)
		return by_suffix;
	for (const struct reader *const *r = readers; *r; r++)
		if ((*r)->sniff && (*r)->sniff(bytes))
			return *r;
	return NULL;
}

bool doc_read(struct str path, struct str bytes, const struct read_how *how,
	struct doc *doc, struct error *err)
{
	static const struct read_how PLAIN = { 0 };
	const struct reader *reader = reader_find(path, bytes);
	if (!reader)
		return error_set(err, ERROR_FORMAT,
			"is of a kind that is not read here; see `candor help formats`");
	doc->path = arena_str(doc->arena, path);
	return reader->read(bytes, how ? how : &PLAIN, doc, err);
}
