#include "ingest/load_tables.h"

#include "ingest/examine.h"
#include "model/record.h"
#include "read/read.h"

static void add_said(struct workspace *ws, const struct said_vendor *said, size_t count,
	enum vendor_kind kind)
{
	for (size_t i = 0; i < count; i++) {
		size_t v = vendors_add(&ws->vendors, said[i].id, said[i].name, kind, true);
		for (size_t k = 0; k < said[i].alias_count; k++)
			vendors_alias(&ws->vendors, v, said[i].aliases[k]);
	}
}

void load_vendors(struct workspace *ws)
{
	const struct config *c = &ws->config;
	ws->vendors.arena = ws->arena;
	if (c->company.len) {
		size_t us = vendors_add(&ws->vendors, config_id(ws->arena, c->company), c->company,
			VENDOR_US, true);
		for (size_t i = 0; i < c->alias_count; i++)
			vendors_alias(&ws->vendors, us, c->aliases[i]);
		for (size_t i = 0; i < c->product_count; i++)
			vendors_alias(&ws->vendors, us, c->products[i]);
	}
	add_said(ws, c->rivals, c->rival_count, VENDOR_RIVAL);
	add_said(ws, c->alternatives, c->alternative_count, VENDOR_ALTERNATIVE);
	for (size_t i = 0; i < ws->source_count; i++) {
		struct str rival = ws->sources[i].rival;
		if (rival.len && vendors_find(&ws->vendors, rival) == MAP_NONE)
			(void)vendors_add(&ws->vendors, rival, rival, VENDOR_RIVAL, true); // the index is not needed
	}
}

static void skip(struct workspace *ws, struct source *s, const struct error *why)
{
	s->state = SOURCE_SKIPPED;
	s->reason = arena_str(ws->arena, str_of(why->text));
	s->repair = S("export it again, or open it and save it as CSV (UTF-8)");
}

// Every sheet that is recognised; a workbook may hold several kinds.
static void load_sheets(struct workspace *ws, size_t index, struct str bytes)
{
	struct source *source = &ws->sources[index];
	const struct source_rule *rule = config_source(&ws->config, source->path);
	size_t sheets = 1;
	for (size_t sheet = 0; sheet < sheets; sheet++) {
		struct table *table = NULL;
		struct error err = { 0 };
		if (!table_open(source->path, bytes, sheet, ws->arena, &table, &err)) {
			skip(ws, source, &err);
			return;
		}
		sheets = table_sheets(table);
		const struct table_info *info = table_info(table);
		const struct record_kind *kind = rule ? record_find(rule->kind) :
							record_recognise(source->path, info->header, info->columns, NULL);
		struct record_how how = { kind, rule, (uint32_t)index, source->path };
		if (kind)
			record_load_table(&how, table, ws->arena, &ws->records, source);
		if (!table_close(table, &err)) {
			skip(ws, source, &err);
			return;
		}
	}
}
