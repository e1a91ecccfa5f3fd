#include "ingest/load_papers.h"

enum { YAML_MAX_BYTES = 1 << 20 };

static bool is_text_paper(enum role role)
{
	return role == ROLE_CANVAS || role == ROLE_CANVAS_HISTORY ||
	       role == ROLE_BATTLECARD || role == ROLE_INTERVIEW;
}

// Launches and drawn ties are small and few: they are read from their files on each run.
static void load_yaml(struct workspace *ws, size_t index)
{
	struct source *s = &ws->sources[index];
	struct error err = { 0 };
	struct file file = { 0 };
	const char *path = path_join(ws->arena, ws->root, s->path).at;
	bool ok = file_open(path, YAML_MAX_BYTES, &file, &err) &&
		  papers_add_yaml(
			  &ws->papers, file.bytes, (uint32_t)index, s, ws->arena, &err);
	file_close(&file);
	if (ok)
		return;
	s->state = SOURCE_SKIPPED;
	s->reason = arena_str(ws->arena, str_of(err.text));
	s->repair = S("mend the line it names; `candor help files` shows what the file "
		      "may say");
}

bool load_papers(struct store *store, const struct filed_list *files,
	struct workspace *ws, struct error *err)
{
	for (size_t i = 0; i < ws->source_count; i++) {
		struct source *s = &ws->sources[i];
		if (s->state != SOURCE_READ)
			continue;
		if (s->role == ROLE_LAUNCH || s->role == ROLE_TIES)
			load_yaml(ws, i);
		if (!is_text_paper(s->role))
			continue;
		struct doc doc;
		if (!index_doc(store, files->at[i].id, ws->arena, &doc, err))
			return false;
		doc.path = s->path;
		papers_add(&ws->papers, &doc, (uint32_t)i, s, ws->arena);
	}
	papers_settle(&ws->papers, ws->sources);
	return true;
}
