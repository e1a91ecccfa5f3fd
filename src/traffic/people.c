#include "traffic/people.h"

#include "read/read.h"
#include "traffic/intake.h"

// Columns that say who a row is about.
static const char PERSON[] =
	"person;person_id;employee_id;username;login;user;id;employee";
static const char ADDRESSES[] = "email;email_address;work_email;mail;address;E-Mail";

struct picking {
	struct identity *who;
	const struct said_function *f;
	int64_t person, email, where;
	struct str value; // of `where`
	size_t picked;
};

static struct str cell(const struct row *row, int64_t column)
{
	return column < 0 ? (struct str){ 0 } : str_trim(row->cells[column]);
}

static void pick(struct picking *p, const struct row *row)
{
	struct str email = cell(row, p->email), id = cell(row, p->person);
	if (p->where >= 0 && !str_eq_nocase(cell(row, p->where), p->value))
		return;
	id = id.len ? id : email;
	if (!id.len)
		return;
	uint32_t member = identity_member(p->who, id);
	uint32_t function = identity_function(p->who, p->f->name);
	identity_span(p->who, member,
		(struct membership){ .function = function, .said = true });
	if (email.len)
		identity_call(p->who, member, email);
	p->picked++;
}

static bool columns_of(struct picking *p, const struct table *table, struct arena *a,
	struct str path, struct notes *notes)
{
	struct headers headers;
	const struct table_info *info = table_info(table);
	size_t equals = str_find_byte(p->f->where, '=', 0);
	struct str column = str_trim(str_cut(p->f->where, 0, equals));
	headers_of(a, info->header, info->columns, &headers);
	p->person = headers_find(&headers, str_of(PERSON), NULL);
	p->email = headers_find(&headers, str_of(ADDRESSES), NULL);
	p->where = -1;
	if (p->f->where.len) {
		p->where = headers_find(&headers, column, NULL);
		p->value = str_strip(str_from(p->f->where, equals + 1), " \"'");
	}
	if (p->person < 0 && p->email < 0)
		notes_add(notes,
			"%" PRI_STR " has no column that says who somebody is; "
			"expected person or email",
			ARG_STR(path));
	else if (p->f->where.len && p->where < 0)
		notes_add(notes,
			"%" PRI_STR " has no column '%" PRI_STR
			"', which candor.yaml asks "
			"for in functions.%" PRI_STR ".where",
			ARG_STR(path), ARG_STR(column), ARG_STR(p->f->name));
	else
		return true;
	return false;
}

static void pick_rows(struct picking *p, const struct source *source, struct str bytes,
	struct notes *notes)
{
	struct arena scratch = { 0 };
	struct table *table = NULL;
	struct error err = { 0 };
	struct row row;
	if (!table_open(source->path, bytes, 0, &scratch, &table, &err))
		notes_add(notes, "%" PRI_STR ": %s", ARG_STR(source->path), err.text);
	else if (columns_of(p, table, &scratch, source->path, notes))
		while (table_next(table, &row))
			pick(p, &row);
	arena_free(&scratch);
}

void people_of_file(struct identity *who, const struct said_function *f,
	struct str pattern, struct notes *notes)
{
	struct picking p = { .who = who, .f = f };
	bool found = false;
	for (size_t i = 0; i < who->ws->source_count; i++) {
		const struct source *source = &who->ws->sources[i];
		struct file file = { 0 };
		struct error err = { 0 };
		if (!path_match(pattern, source->path))
			continue;
		found = true;
		const char *path = path_join(who->arena, who->ws->root, source->path).at;
		if (file_open(path, INTAKE_FILE_MAX, &file, &err))
			pick_rows(&p, source, file.bytes, notes);
		else
			notes_add(notes, "%s", err.text);
		file_close(&file);
	}
	if (!found)
		notes_add(notes,
			"candor.yaml names '%" PRI_STR "' for the people of %" PRI_STR
			"; there is no such file",
			ARG_STR(pattern), ARG_STR(f->name));
	else if (!p.picked)
		notes_add(notes, "'%" PRI_STR "' has nobody in %" PRI_STR "%s%" PRI_STR,
			ARG_STR(pattern), ARG_STR(f->name),
			f->where.len ? ", where " : "", ARG_STR(f->where));
}
