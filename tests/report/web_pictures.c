// web_pictures: writes the pictures of made-up webs, for people and for web_check.py.
// Usage: web_pictures FOLDER
#include <stdio.h>

#include "tests/report/webs.h"

typedef void render(const struct web_page *page, struct buf *out);

static int write(const char *folder, const char *name, const char *suffix, render *draw,
	const struct web_page *page)
{
	struct arena a = { 0 };
	struct error err = { 0 };
	struct buf out = { 0 };
	draw(page, &out);
	const bool ok = file_write(
		arena_fmt(&a, "%s/%s.%s", folder, name, suffix).at, buf_str(&out), &err);
	if (!ok)
		(void)fprintf(stderr, "%s\n", err.text); // the status tells as well
	buf_done(&out);
	arena_free(&a);
	return ok ? 0 : 1;
}

static void text_60(const struct web_page *page, struct buf *out)
{
	web_text(page, &(struct look){ .width = 60, .utf8 = true }, out);
}

static void text_120(const struct web_page *page, struct buf *out)
{
	web_text(page, &(struct look){ .width = 120, .utf8 = true, .all = true }, out);
}

static void text_ascii(const struct web_page *page, struct buf *out)
{
	web_text(page, &(struct look){ .width = 80 }, out);
}

static int draw_all(const char *folder, const char *name, struct webs *w)
{
	int failed = write(folder, name, "svg", web_svg, &w->page);
	failed |= write(folder, name, "60.txt", text_60, &w->page);
	failed |= write(folder, name, "120.txt", text_120, &w->page);
	failed |= write(folder, name, "ascii.txt", text_ascii, &w->page);
	failed |= write(folder, name, "json", web_json, &w->page);
	failed |= write(folder, name, "mmd", web_mermaid, &w->page);
	failed |= write(folder, name, "html", web_html, &w->page);
	w->page.matrix = true;
	struct arena a = { 0 };
	failed |= write(
		folder, arena_fmt(&a, "%s-matrix", name).at, "svg", web_svg, &w->page);
	w->page.matrix = false;
	arena_free(&a);
	webs_done(w);
	return failed;
}

int main(int count, char **words)
{
	static const struct {
		const char *name;
		const char *const *names;
		size_t count;
		uint64_t seed;
	} CASES[] = { { "five", WEBS_USUAL, 5, 5 }, { "nine", WEBS_USUAL, 9, 9 },
		{ "fourteen", WEBS_USUAL, 14, 14 }, { "long", WEBS_LONG, 9, 3 },
		{ "longer", WEBS_LONG, 14, 4 }, { "hostile", WEBS_HOSTILE, 9, 6 },
		{ "one", WEBS_USUAL, 1, 1 }, { "three", WEBS_USUAL, 3, 2 } };
	struct webs w;
	int failed = 0;
	if (count != 2)
		return 2;
	for (size_t i = 0; i < COUNT(CASES); i++) {
		webs_make(&w, CASES[i].names, CASES[i].count, CASES[i].seed);
		failed |= draw_all(words[1], CASES[i].name, &w);
	}
	return failed;
}
