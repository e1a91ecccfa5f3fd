// The page a marketer reads, from an invented company: tests/swap/golden holds how it
// should read.  SWAP_BLESS=1 writes it anew, and the difference is reviewed like code.
#include "tests/test.h"

#include "report/report.h"
#include "swap/swap.h"
#include "tests/swap/world.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct str load(struct arena *a, const char *path)
{
	struct file f;
	struct error err = { 0 };
	if (!file_open(path, 1 << 20, &f, &err))
		fail_msg("%s", err.text);
	const struct str text = arena_str(a, f.bytes);
	file_close(&f);
	return text;
}

static void open_company(struct world *w, bool pages, bool ledger)
{
	world_open(w, "Fernhollow");
	world_vendor(w, "shiftly", "Shiftly", VENDOR_RIVAL);
	world_vendor(w, "opsgrid", "OpsGrid", VENDOR_RIVAL);
	world_vendor(w, "loomis", "Loomis", VENDOR_RIVAL);
	world_add(w, "site/home.md", load(&w->arena, "tests/swap/fixture/home.md"), NULL,
		date_of(2026, 11, 1));
	if (pages) {
		world_add(w, "competitors/shiftly/2026-10-home.md",
			load(&w->arena, "tests/swap/fixture/shiftly.md"), "shiftly",
			date_of(2026, 10, 2));
		world_add(w, "competitors/opsgrid/2026-11-home.md",
			load(&w->arena, "tests/swap/fixture/opsgrid.md"), "opsgrid",
			date_of(2026, 11, 5));
	}
	const struct claim_entry rows[] = {
		{ .id = S("C-01"),
			.claim = S("Cuts handover time by 40%"),
			.evidence = S("case.pdf"),
			.qualifier = S("median of 6 plants"),
			.status = CLAIM_APPROVED,
			.review_by = date_of(2026, 3, 10) },
		{ .id = S("C-03"),
			.claim = S("The line keeps its record through 72 hours offline"),
			.evidence = S("test.pdf"),
			.qualifier = S("v6.2 or later"),
			.status = CLAIM_RESTRICTED,
			.review_by = date_of(2027, 3, 10) },
	};
	for (size_t i = 0; ledger && i < COUNT(rows); i++)
		world_claim(w, &rows[i]);
}

static void check_page(const char *name, const struct look *look, bool pages, bool ledger)
{
	struct world w;
	struct swap_result r;
	struct buf out = { 0 };
	char path[200];
	open_company(&w, pages, ledger);
	swap_run(&w.ws, &(struct swap_options){ .threads = 1 }, &r);
	swap_text(&w.ws, &r, look, &out);
	snprintf(path, sizeof path, "tests/swap/golden/%s.txt", name);
	struct error err = { 0 };
	if (getenv("SWAP_BLESS") && !file_write(path, buf_str(&out), &err))
		fail_msg("%s", err.text);
	const struct str want = load(&w.arena, path);
	if (!str_eq(buf_str(&out), want))
		fail_msg("%s differs:\n%" PRI_STR, path, ARG_STR(buf_str(&out)));
	buf_done(&out);
	world_close(&w);
}

TEST(sixty_columns)
{
	check_page("narrow", &(struct look){ .width = 60, .utf8 = true }, true, true);
}

TEST(a_hundred_and_twenty_columns)
{
	check_page("wide", &(struct look){ .width = 120, .utf8 = true }, true, true);
}

TEST(ascii_and_no_ledger)
{
	check_page("ascii", &(struct look){ .width = 80 }, true, false);
}

TEST(no_competitor_page)
{
	check_page("alone", &(struct look){ .width = 80, .utf8 = true }, false, false);
}

MAIN(RUN(sixty_columns), RUN(a_hundred_and_twenty_columns), RUN(ascii_and_no_ledger),
	RUN(no_competitor_page))
