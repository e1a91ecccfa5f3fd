// The table of kinds.
#include "model/record.h"

#include "model/list.h"

const struct record_kind *const record_kinds[] = {
#define X(name) &record_##name,
	RECORDS(X)
#undef X
		NULL,
};

const struct record_kind *record_find(struct str name)
{
	for (const struct record_kind *const *k = record_kinds; *k; k++)
		if (str_eq_nocase(str_of((*k)->name), name))
			return *k;
	return NULL;
}

static bool is_called(struct arena *a, const struct record_field *f, struct str key)
{
	struct str rest = str_of(f->aliases), alias;
	if (str_eq(header_key(a, str_of(f->name)), key))
		return true;
	while (str_split(&rest, ';', &alias))
		if (str_eq(header_key(a, alias), key))
			return true;
	return false;
}

const struct record_field *record_field_find(
	const struct record_kind *kind, struct str name)
{
	struct arena scratch = { 0 };
	struct str key = header_key(&scratch, name);
	const struct record_field *found = NULL;
	for (const struct record_field *f = kind->fields; key.len && f->name; f++)
		if (is_called(&scratch, f, key)) {
			found = f;
			break;
		}
	arena_free(&scratch);
	return found;
}
