// pages: writes the pages and documents that page.py and the browser look at.
// Usage: pages FOLDER
#include <stdio.h>

#include "report/report.h"
#include "tests/report/hostile.h"

static int write(const char *folder, const char *name, struct buf *out)
{
	struct arena a = { 0 };
	struct error err = { 0 };
	const bool ok =
		file_write(arena_fmt(&a, "%s/%s", folder, name).at, buf_str(out), &err);
	if (!ok)
		(void)fprintf(stderr, "%s\n", err.text); // the status tells as well
	buf_done(out);
	arena_free(&a);
	return ok ? 0 : 1;
}

static int pages_of(const char *folder, const char *name, struct world *w)
{
	struct findings all;
	struct brief b;
	struct buf html = { 0 }, json = { 0 }, text = { 0 };
	audits_run(&w->facts, &all);
	brief_make(&w->facts, &all, &(struct brief_options){ 0 }, &b);
	brief_html(&b, &html);
	brief_json(&b, &json);
	brief_text(&b, &(struct look){ .width = 96, .utf8 = true }, &text);
	int failed = write(folder, arena_fmt(&w->arena, "%s.html", name).at, &html);
	failed |= write(folder, arena_fmt(&w->arena, "%s.json", name).at, &json);
	failed |= write(folder, arena_fmt(&w->arena, "%s.txt", name).at, &text);
	world_close(w);
	return failed;
}

int main(int count, char **words)
{
	struct world w;
	if (count != 2)
		return 2;
	world_tallyworks(&w);
	int failed = pages_of(words[1], "brief", &w);
	world_hostile(&w);
	failed |= pages_of(words[1], "hostile", &w);
	world_open(&w, "", "2026-03-01");
	world_finish(&w);
	return failed | pages_of(words[1], "empty", &w);
}
