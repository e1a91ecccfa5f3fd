#include "ingest/load_tables.h"

#include "ingest/examine.h"
#include "read/read.h"

// "ops-grid" as a person would write it: "Ops Grid".
static struct str name_of_folder(struct arena *a, struct str id)
{
	char *out = arena_alloc(a, id.len + 1, 1);
	for (size_t i = 0; i < id.len; i++) {
		bool first = i == 0 || id.at[i - 1] == '-' || id.at[i - 1] == '_';
		bool gap = id.at[i] == '-' || id.at[i] == '_';
		bool small = id.at[i] >= 'a' && id.at[i] <= 'z';
		out[i] = gap		  ? ' '
			 : first && small ? (char)(id.at[i] - 'a' + 'A')
					  : id.at[i];
	}
	return (struct str){ out, id.len };
}

void load_vendors(struct workspace *ws)
{
	vendors_init(&ws->vendors, ws->arena, &ws->config);
	for (size_t i = 0; i < ws->source_count; i++) {
		struct str rival = ws->sources[i].rival;
		if (rival.len && vendors_find(&ws->vendors, rival) == MAP_NONE)
			(void)vendors_add(&ws->vendors, rival,
				name_of_folder(ws->arena, rival), VENDOR_RIVAL,
				true); // the index is not needed
	}
}

static void skip(struct workspace *ws, struct source *s, const struct error *why)
{
	s->state = SOURCE_SKIPPED;
	s->reason = arena_str(ws->arena, str_of(why->text));
	s->repair = S("export it again, or open it and save it as CSV (UTF-8)");
}

struct loading {
	struct loaded *loaded;
	struct workspace *ws;
	struct deals_file *deals;
	size_t deals_count, deals_room;
};

// What one sheet is: what candor.yaml says of the file, else what its header says.
static enum deals_table deals_in(const struct source_rule *rule,
	const struct table_info *info, const struct record_kind *record,
	double record_score)
{
	double score = 0;
	if (rule)
		return record ? DEALS_NO_TABLE : deals_table_find(rule->kind);
	enum deals_table deals = deals_recognise(info->header, info->columns, &score);
	return !record || score >= record_score ? deals : DEALS_NO_TABLE;
}

static bool load_sheet(struct loading *l, size_t index, const struct file *file,
	size_t sheet, size_t *sheets, struct error *err)
{
	struct table *table = NULL;
	struct workspace *ws = l->ws;
	struct source *source = &ws->sources[index];
	const struct source_rule *rule = config_source(&ws->config, source->path);
	if (!table_open(source->path, file->bytes, sheet, ws->arena, &table, err))
		return false;
	*sheets = table_sheets(table);
	const struct table_info *info = table_info(table);
	double score = 0;
	const struct record_kind *record =
		rule ? record_find(rule->kind)
		     : record_recognise(
			       source->path, info->header, info->columns, &score);
	enum deals_table deals = deals_in(rule, info, record, score);
	if (deals != DEALS_NO_TABLE) {
		l->deals = arena_more(ws->arena, l->deals, l->deals_count, &l->deals_room,
			sizeof *l->deals);
		l->deals[l->deals_count++] =
			(struct deals_file){ (uint32_t)index, deals, file, sheet };
		return true;
	}
	struct record_how how = { record, rule, (uint32_t)index, source->path };
	if (record)
		record_load_table(&how, table, ws->arena, &ws->records, source);
	return table_whole(table, err);
}

// A workbook may hold several kinds, one a sheet.
static bool load_file(
	struct loading *l, size_t index, const struct file *file, struct error *err)
{
	size_t sheets = 1;
	for (size_t sheet = 0; sheet < sheets; sheet++)
		if (!load_sheet(l, index, file, sheet, &sheets, err))
			return false;
	return true;
}

static void load_source(struct loading *l, size_t index)
{
	struct error err = { 0 };
	struct workspace *ws = l->ws;
	struct source *source = &ws->sources[index];
	struct file *file = ARENA_NEW(ws->arena, struct file);
	const char *path = path_join(ws->arena, ws->root, source->path).at;
	source->notes.arena = ws->arena;
	if (!file_open(path, EXAMINE_MAX_BYTES, file, &err)) {
		skip(ws, source, &err);
		return;
	}
	struct loaded *in = l->loaded;
	in->files =
		arena_more(in->arena, in->files, in->count, &in->room, sizeof(void *));
	in->files[in->count++] = file;
	const size_t deals = l->deals_count;
	if (!load_file(l, index, file, &err))
		skip(ws, source, &err);
	if (l->deals_count == deals) // records are copies; only deals borrow their cells
		file_forget(file, 0, file->bytes.len);
}

void load_tables(struct loaded *loaded, struct workspace *ws)
{
	struct loading l = { .loaded = loaded, .ws = ws };
	for (size_t i = 0; i < ws->source_count; i++)
		if (ws->sources[i].role == ROLE_TABLE &&
			ws->sources[i].state == SOURCE_READ)
			load_source(&l, i);
	record_settle(&ws->records, ws->sources, ws->arena);
	metrics_settle(&ws->records, ws->sources, ws->arena);
	deals_load(ws, l.deals, l.deals_count);
}
