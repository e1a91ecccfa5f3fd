#include "audit/say.h"

struct finding *finding_add(
	struct findings *list, struct arena *a, const struct audit *audit)
{
	list->at = arena_more(a, list->at, list->count, &list->room, sizeof *list->at);
	struct finding *f = &list->at[list->count++];
	*f = (struct finding){
		.audit = audit, .outcome = OUTCOME_FIRES, .severity = audit->severity
	};
	return f;
}

void finding_silent(struct findings *list, struct arena *a, const struct audit *audit,
	struct str why, const struct unlock *unlock)
{
	struct finding *f = finding_add(list, a, audit);
	f->outcome = OUTCOME_SILENT;
	f->why_silent = why;
	f->unlock = unlock;
}

struct evidence *finding_cite(struct finding *f, struct arena *a)
{
	if (!f->evidence)
		f->evidence = ARENA_ARRAY(a, struct evidence, EVIDENCE_SHOWN);
	if (f->evidence_count == EVIDENCE_SHOWN)
		return NULL;
	return &f->evidence[f->evidence_count++];
}

struct evidence *finding_cite_row(
	struct finding *f, const struct facts *facts, struct at at, struct str column)
{
	struct evidence *e = finding_cite(f, facts->ws->arena);
	if (!e)
		return NULL;
	const struct source *source = &facts->ws->sources[at.source];
	*e = (struct evidence){ .path = source->path,
		.place = { .kind = PLACE_ROW, .major = at.row },
		.column = column,
		.date = source->date_is_file_time ? (struct date){ 0 } : source->date,
		.witness = WITNESS_US };
	return e;
}

struct evidence *finding_cite_claim(
	struct finding *f, struct arena *a, const struct swapped_claim *claim)
{
	struct evidence *e = finding_cite(f, a);
	const struct source *source = claim->copy->source;
	if (!e)
		return NULL;
	*e = (struct evidence){ .path = source->path,
		.place = claim->sentence->place,
		.quote = claim->sentence->text,
		.date = source->date_is_file_time ? (struct date){ 0 } : source->date,
		.witness = WITNESS_US };
	return e;
}

void finding_date(struct finding *f)
{
	for (size_t i = 0; i < f->evidence_count; i++) {
		const struct evidence *e = &f->evidence[i];
		const struct date d = date_set(e->date) ? e->date : e->captured;
		if (date_set(d) && (!date_set(f->since) || d.days < f->since.days))
			f->since = d;
	}
}

const struct deal_group *group_of_vendor(const struct facts *facts, size_t vendor)
{
	// The table cuts its keys so, too.
	const struct str name =
		utf8_safe(facts->ws->arena, facts->ws->vendors.at[vendor].name, 80);
	if (!facts->by_rival)
		return NULL;
	for (size_t i = 0; i < facts->by_rival->group_count; i++)
		if (str_eq(facts->by_rival->groups[i].key, name))
			return &facts->by_rival->groups[i];
	return NULL;
}
