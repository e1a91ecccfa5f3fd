#include "report/status.h"

static void write_source(
	struct json *j, const struct workspace *ws, const struct source *s)
{
	static const char *const STATES[] = { "read", "skipped", "unused" };
	int days = 0, limit = 0;
	enum freshness freshness = freshness_of(ws, s, &days, &limit);
	json_object(j);
	json_put_str(j, "path", s->path);
	json_put_str(j, "role", str_of(role_name(s->role)));
	json_put_str(j, "kind", str_of(s->kind));
	json_put_str(j, "state", str_of(STATES[s->state]));
	json_put_int(j, "rows", (int64_t)s->rows);
	json_put_int(j, "skipped", (int64_t)s->rows_skipped);
	json_put_str(j, "freshness", str_of(freshness_name(freshness)));
	if (freshness != FRESH_UNKNOWN) {
		json_put_int(j, "days", days);
		json_put_int(j, "limit", limit);
	}
	json_key(j, "notes");
	json_array(j);
	for (size_t i = 0; i < s->notes.count; i++)
		json_str(j, s->notes.at[i]);
	json_end(j);
	json_end(j);
}

static void write_skipped(struct json *j, const struct source *s)
{
	json_object(j);
	json_put_str(j, "path", s->path);
	json_put_str(j, "reason", s->reason);
	json_put_str(j, "repair", s->repair);
	json_end(j);
}

static void write_unlock(struct json *j, const struct status_missing *m)
{
	json_object(j);
	json_put_str(j, "fact", str_of(m->kind->name));
	json_put_str(j, "file", str_of(m->kind->unlock.file));
	json_put_str(j, "columns", str_of(m->kind->unlock.columns));
	json_put_str(j, "truths", m->unlocks);
	json_put_str(j, "template", str_of(m->kind->unlock.template_rows));
	json_end(j);
}

void status_json(const struct status *status, struct buf *out)
{
	struct json j = { .out = out, .pretty = true };
	const struct workspace *ws = status->ws;
	struct arena a = { 0 };
	json_object(&j);
	json_put_str(&j, "schema", S("candor/status/1"));
	json_put_str(&j, "company", ws->config.company);
	json_put_str(&j, "as_of", date_str(&a, ws->as_of));
	json_key(&j, "read");
	json_object(&j);
	json_put_int(&j, "files", (int64_t)ws->source_count);
	json_put_int(&j, "read", (int64_t)status->read);
	json_put_int(&j, "skipped", (int64_t)status->skipped);
	json_put_int(&j, "unused", (int64_t)status->unused);
	json_end(&j);
	json_key(&j, "sources");
	json_array(&j);
	for (size_t i = 0; i < ws->source_count; i++)
		write_source(&j, ws, &ws->sources[i]);
	json_end(&j);
	json_key(&j, "skipped");
	json_array(&j);
	for (size_t i = 0; i < ws->source_count; i++)
		if (ws->sources[i].state == SOURCE_SKIPPED)
			write_skipped(&j, &ws->sources[i]);
	json_end(&j);
	json_key(&j, "unlocks");
	json_array(&j);
	for (size_t i = 0; i < status->missing_count; i++)
		write_unlock(&j, &status->missing[i]);
	json_end(&j);
	json_end(&j);
	buf_byte(out, '\n');
	arena_free(&a);
}
