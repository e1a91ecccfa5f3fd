// The result as a whole: its figures, its forms, and that nothing hostile gets through.
#include "tests/test.h"

#include "report/report.h"
#include "swap/swap.h"
#include "tests/swap/world.h"

#include <stdio.h>
#include <string.h>

static void run(struct world *w, struct swap_result *r)
{
	swap_run(&w->ws, &(struct swap_options){ .threads = 1 }, r);
}

// One claim of ours against the claims of one competitor.
static const struct str OURS[] = {
	STR_INIT("Nothing is lost between shifts."),
	STR_INIT("Works 72 hours without a network."),
	STR_INIT("Powerful, flexible and easy to use."),
	STR_INIT("Each sentence links to the sensor reading it came from."),
	STR_INIT("The most popular handover software in Europe."),
	STR_INIT("All entries are signed and can't be altered later."),
	STR_INIT("Reads OPC UA, MQTT and Modbus."),
	STR_INIT("Try it free for 30 days."),
};
static const struct str SHIFTLY[] = {
	STR_INIT("Nothing gets lost between shifts"),
	STR_INIT("Works 48 hours without a network."),
	STR_INIT("The most popular handover software for plants."),
	STR_INIT("Free trial for 30 days."),
};
static const struct str OPSGRID[] = {
	STR_INIT("All entries are signed and cannot be changed later."),
	STR_INIT("Machine data is read over OPC UA."),
};

static void run_json(size_t threads, struct buf *out)
{
	struct world w;
	struct swap_result r;
	world_open(&w, "Fernhollow");
	world_vendor(&w, "shiftly", "Shiftly", VENDOR_RIVAL);
	world_vendor(&w, "opsgrid", "OpsGrid", VENDOR_RIVAL);
	world_add_claims(&w, "site/home.md", OURS, COUNT(OURS), NULL);
	world_add_claims(
		&w, "competitors/shiftly/home.md", SHIFTLY, COUNT(SHIFTLY), "shiftly");
	world_add_claims(
		&w, "competitors/opsgrid/home.md", OPSGRID, COUNT(OPSGRID), "opsgrid");
	swap_run(&w.ws, &(struct swap_options){ .threads = threads }, &r);
	swap_json(&w.ws, &r, out);
	swap_text(&w.ws, &r, &(struct look){ .utf8 = true, .width = 90 }, out);
	world_close(&w);
}

TEST(the_same_bytes_every_time_on_any_number_of_threads)
{
	static const size_t THREADS[] = { 1, 1, 2, 3, 8 };
	struct buf first = { 0 };
	run_json(THREADS[0], &first);
	assert_true(first.len > 5000);
	for (size_t i = 1; i < COUNT(THREADS); i++) {
		struct buf again = { 0 };
		run_json(THREADS[i], &again);
		assert_int_equal(again.len, first.len);
		assert_memory_equal(again.at, first.at, first.len);
		buf_done(&again);
	}
	buf_done(&first);
}

TEST(figures_agree_with_each_other)
{
	struct world w;
	struct swap_result r;
	world_open(&w, "Fernhollow");
	world_vendor(&w, "shiftly", "Shiftly", VENDOR_RIVAL);
	world_vendor(&w, "opsgrid", "OpsGrid", VENDOR_RIVAL);
	world_add_claims(&w, "site/home.md", OURS, COUNT(OURS), NULL);
	world_add_claims(
		&w, "competitors/shiftly/home.md", SHIFTLY, COUNT(SHIFTLY), "shiftly");
	world_add_claims(
		&w, "competitors/opsgrid/home.md", OPSGRID, COUNT(OPSGRID), "opsgrid");
	run(&w, &r);
	size_t works = 0;
	for (size_t i = 0; i < r.claim_count; i++) {
		const struct swapped_claim *c = &r.claims[i];
		works += c->swaps;
		assert_true(c->reason.len > 10 && c->swapped.len > 10);
		assert_true(c->echo_count <= 2);
		for (size_t s = 0; s < c->shared_count; s++)
			assert_true(c->shared[s].from < c->shared[s].to &&
				    c->shared[s].to <= c->sentence->text.len);
		for (size_t e = 0; e < c->echo_count; e++)
			for (size_t s = 0; s < c->echoes[e].shared_count; s++)
				assert_true(c->echoes[e].shared[s].to <=
					    c->echoes[e].evidence.quote.len);
	}
	assert_int_equal(r.works.k, works);
	assert_int_equal(r.works.n, r.distinct);
	assert_true(r.works.low <= r.works.value && r.works.value <= r.works.high);
	assert_true(r.rate.low <= r.rate.value && r.rate.value <= r.rate.high);
	assert_int_equal(r.rival_count, 2);
	assert_true(r.rivals[0].works.k >= r.rivals[1].works.k);
	assert_true(r.rivals[0].works.k <= works);
	world_close(&w);
}

TEST(only_the_competitor_asked_for_is_compared)
{
	struct world w;
	struct swap_result r;
	world_open(&w, "Fernhollow");
	world_vendor(&w, "shiftly", "Shiftly", VENDOR_RIVAL);
	world_vendor(&w, "opsgrid", "OpsGrid", VENDOR_RIVAL);
	world_add_claims(&w, "site/home.md", OURS, COUNT(OURS), NULL);
	world_add_claims(
		&w, "competitors/shiftly/home.md", SHIFTLY, COUNT(SHIFTLY), "shiftly");
	world_add_claims(
		&w, "competitors/opsgrid/home.md", OPSGRID, COUNT(OPSGRID), "opsgrid");
	swap_run(&w.ws, &(struct swap_options){ .threads = 1, .against = "opsgrid" }, &r);
	assert_int_equal(r.rival_count, 1);
	assert_int_equal(r.rival_sentences, COUNT(OPSGRID));
	const struct copy *draft = &w.ws.copies[1];
	swap_run(&w.ws,
		&(struct swap_options){
			.threads = 1, .drafts = &draft, .draft_count = 1 },
		&r);
	assert_int_equal(r.claim_count, COUNT(SHIFTLY));
	world_close(&w);
}

TEST(hostile_pages_do_no_harm)
{
	static const char *const BITS[] = { "the most ", "\xff\xfe", "<script>",
		"\033[31m", "1", "%", "72 hours ", "no ", ", ", ".", "Fernhollow ",
		"\xe2\x80\xae", "A", "SAP ", "-", "only ", "\xc3", "€", "not ", "ä",
		"best ", "#1 ", "\n" };
	struct random random = { 5 };
	struct buf out = { 0 };
	struct world w;
	struct swap_result r;
	world_open(&w, "Fernhollow");
	world_vendor(&w, "shiftly", "Shift\033[31mly <b>", VENDOR_RIVAL);
	for (size_t side = 0; side < 2; side++) {
		struct str *lines = ARENA_ARRAY(&w.arena, struct str, 200);
		for (size_t i = 0; i < 200; i++) {
			struct buf b = { 0 };
			for (uint64_t n = random_below(&random, 30); n > 0; n--)
				buf_add(&b,
					str_of(BITS[random_below(&random, COUNT(BITS))]));
			lines[i] = utf8_safe(&w.arena, buf_str(&b), 0);
			buf_done(&b);
		}
		world_add_claims(
			&w, side ? "a.md" : "b.md", lines, 200, side ? NULL : "shiftly");
	}
	run(&w, &r);
	swap_text(&w.ws, &r, &(struct look){ .width = 60, .utf8 = true, .all = true },
		&out);
	swap_json(&w.ws, &r, &out);
	const size_t page = out.len;
	swap_html(&w.ws, &r, &out);
	const struct str html = str_from(buf_str(&out), page);
	assert_int_equal(str_find_nocase(html, S("<script"), 0), STR_NONE);
	assert_int_equal(str_find(html, S("<b>&"), 0), STR_NONE);
	assert_int_not_equal(str_find(html, S("ly &lt;b&gt;"), 0), STR_NONE);
	assert_int_not_equal(str_find(html, S("<mark>"), 0), STR_NONE);
	assert_true(utf8_valid(buf_str(&out)));
	assert_int_equal(str_find_byte(buf_str(&out), '\033', 0), STR_NONE);
	buf_done(&out);
	world_close(&w);
}

MAIN(RUN(the_same_bytes_every_time_on_any_number_of_threads),
	RUN(figures_agree_with_each_other),
	RUN(only_the_competitor_asked_for_is_compared), RUN(hostile_pages_do_no_harm))
