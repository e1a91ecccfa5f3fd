// Evidence L: models of equal size, nothing trains what scores it, and chance by dealing.
#include "tests/swap/close.h"

#include <math.h>

#include "swap/heldout.h"
#include "swap/swap.h"
#include "swap/voice.h"
#include "tests/swap/world.h"

enum { CLAIMS = 30, TEXTS = 512 };

struct speech {
	struct arena arena;
	struct voice_text texts[TEXTS];
	size_t count;
};

// "apple xab": a word of the vendor's own, and one that nobody else has.
static void say(struct speech *s, uint32_t vendor, uint32_t document, const char *word,
	size_t claims)
{
	for (size_t i = 0; i < claims; i++, s->count++)
		s->texts[s->count] =
			(struct voice_text){ arena_fmt(&s->arena, "%s x%c%c%c", word,
						     'a' + (int)(s->count % 26),
						     'a' + (int)(s->count / 26), 'q'),
				vendor, document };
}

static size_t ask_for(
	struct speech *s, uint32_t vendor, uint32_t document, const char *text)
{
	s->texts[s->count] = (struct voice_text){ str_of(text), vendor, document };
	return s->count++;
}

static struct voices *open_speech(struct speech *s, size_t vendors, size_t documents)
{
	const struct voice_plan plan = { s->texts, s->count, vendors, documents, NULL };
	return voices_open(&plan, &s->arena);
}

TEST(a_score_is_what_the_formula_gives)
{
	struct speech s = { .count = 0 };
	double scores[2];
	say(&s, 0, 0, "apple", CLAIMS);
	say(&s, 1, 1, "pear", CLAIMS);
	const size_t asked = ask_for(&s, 0, 2, "apple");
	struct voices *v = open_speech(&s, 2, 3);
	assert_true(voices_leave_out(v, 2));
	assert_true(voices_ask(v, asked, scores));
	// 30 claims of a vendor word, an own word and their pair; and one word asked: 181
	// words of 122 kinds.  Prior 1000 words of all, half a count for every kind and
	// one unseen.
	const double common = (31 + 0.5) / (181 + 0.5 * 123);
	const double none = log(1000.0 / 1090.0);
	assert_close(scores[0], none + log(1 + 30 / (1000 * common)), 1e-12);
	assert_close(scores[1], none, 1e-12);
	arena_free(&s.arena);
}

TEST(a_document_never_trains_what_it_is_asked)
{
	struct speech s = { .count = 0 };
	double scores[2];
	say(&s, 0, 0, "plum", CLAIMS);
	say(&s, 0, 1, "apple", CLAIMS);
	say(&s, 1, 2, "pear", CLAIMS);
	const size_t asked = ask_for(&s, 0, 1, "apple");
	struct voices *v = open_speech(&s, 2, 3);
	assert_true(voices_leave_out(v, 1));
	assert_true(voices_ask(v, asked, scores));
	assert_close(scores[0], scores[1], 1e-12); // both never heard of apples
	assert_true(voices_leave_out(v, 0));
	assert_true(voices_ask(v, asked, scores));
	assert_true(scores[0] > scores[1] + 0.01);
	arena_free(&s.arena);
}

TEST(a_near_copy_is_left_out_whosever_it_is)
{
	struct speech s = { .count = 0 };
	double scores[2];
	say(&s, 0, 0, "apple", CLAIMS);
	say(&s, 1, 1, "pear", CLAIMS);
	(void)ask_for(&s, 1, 1, "logs metrics traces alerts");
	const size_t asked = ask_for(&s, 0, 2, "logs metrics traces alerts today");
	struct voices *v = open_speech(&s, 2, 3);
	assert_true(voices_leave_out(v, 2));
	assert_true(voices_ask(v, asked, scores));
	// They say it, which is evidence E: no word of it is left in their model, and
	// their model is a little smaller for it.
	assert_close(scores[0], scores[1], 0.01);
	arena_free(&s.arena);
}

TEST(more_text_does_not_win)
{
	struct speech s = { .count = 0 };
	double scores[2];
	say(&s, 0, 0, "kiwi", 300); // the same habits, ten times the text
	say(&s, 1, 1, "kiwi", CLAIMS);
	const size_t asked = ask_for(&s, 0, 2, "kiwi");
	struct voices *v = open_speech(&s, 2, 3);
	assert_true(voices_leave_out(v, 2));
	assert_true(voices_ask(v, asked, scores));
	assert_close(scores[0], scores[1], 1e-9);
	arena_free(&s.arena);
}

TEST(fewer_than_thirty_claims_are_no_voice)
{
	struct speech s = { .count = 0 };
	say(&s, 0, 0, "apple", CLAIMS);
	say(&s, 1, 1, "pear", CLAIMS - 1);
	struct voices *v = open_speech(&s, 2, 2);
	assert_true(voices_speaks(v, 0));
	assert_false(voices_speaks(v, 1));
	assert_false(voices_leave_out(v, 1)); // nobody to compare with
	assert_false(voices_leave_out(v, 0)); // and none of ours left
	arena_free(&s.arena);
}

TEST(equal_claims_of_a_vendor_count_once)
{
	struct speech s = { .count = 0 };
	for (size_t i = 0; i < 50; i++)
		(void)ask_for(&s, 0, (uint32_t)(i % 2), "the same words again");
	struct voices *v = open_speech(&s, 1, 2);
	assert_int_equal(voices_claims(v, 0), 1);
	assert_int_equal(voices_documents(v, 0), 1);
	arena_free(&s.arena);
}

// Six pages of ten claims, three a vendor.
static size_t deal_cases(struct heldout_case *cases, bool recognised)
{
	size_t n = 0;
	for (uint32_t page = 0; page < 6; page++)
		for (uint32_t i = 0; i < 10; i++)
			cases[n++] = (struct heldout_case){ page / 3, page,
				recognised ? page / 3 : i % 2 };
	return n;
}

TEST(chance_is_what_dealing_pages_out_gives)
{
	struct heldout_case cases[60];
	struct swap_material m[2] = { { 0 } };
	heldout_check(cases, deal_cases(cases, true), 6, m, 2);
	// All right: a deal does as well when it is the one choice of 3 in 6 pages, 1 in
	// 20, and reaches half on average.
	assert_int_equal(m[0].tested, 30);
	assert_int_equal(m[0].accuracy.k, 30);
	assert_close(m[0].p, 1.0 / 20, 0.02);
	assert_close(m[0].chance.value, 0.5, 0.03);
	struct swap_material blind[2] = { { 0 } };
	heldout_check(cases, deal_cases(cases, false), 6, blind, 2);
	assert_close(blind[0].accuracy.value, 0.5, 1e-9);
	assert_close(blind[0].p, 1, 1e-9);
	assert_false(blind[0].passed);
}

TEST(one_page_cannot_be_tested)
{
	struct heldout_case cases[20];
	struct swap_material m[1] = { { 0 } };
	for (uint32_t i = 0; i < 20; i++)
		cases[i] = (struct heldout_case){ 0, 0, 0 };
	heldout_check(cases, 20, 1, m, 1);
	assert_int_equal(m[0].tested, 0);
	assert_int_equal(m[0].accuracy.n, 0);
	assert_close(m[0].p, 1, 0);
	assert_false(m[0].passed);
}

// A habit of a vendor among words that stand nowhere else.
static struct str line_of(struct world *w, const char *habit, size_t *used)
{
	struct buf b = { 0 };
	buf_add(&b, str_of(habit));
	for (size_t i = 0; i < 4; i++) {
		const size_t n = (*used)++;
		buf_add(&b, arena_fmt(&w->arena, " z%c%c%cq", 'a' + (int)(n % 26),
				    'a' + (int)(n / 26 % 26), 'a' + (int)(n / 676)));
	}
	const struct str line = arena_str(&w->arena, buf_str(&b));
	buf_done(&b);
	return line;
}

// Pages in the vendors' own words: "quiet paper nights" against "loud cloud days".
static void add_pages(struct world *w, const char *folder, const char *rival,
	const char *const *words, size_t pages, size_t *used)
{
	for (size_t p = 0; p < pages; p++) {
		struct str lines[20];
		for (size_t i = 0; i < 20; i++)
			lines[i] = line_of(w, words[(i + p) % 5], used);
		world_add_claims(w,
			arena_fmt(&w->arena, "%s/%c.md", folder, 'a' + (int)p).at, lines,
			20, rival);
	}
}

static void open_two(struct world *w, size_t pages)
{
	size_t used = 0;
	static const char *const OURS[] = { "quiet paper nights", "signed handover pages",
		"machine event trail", "torn ledger ends", "calm early shift" };
	static const char *const THEIRS[] = { "loud cloud days", "bright frontline tasks",
		"social feed badges", "open chat rooms", "happy late crew" };
	world_open(w, "Us");
	world_vendor(w, "them", "Them", VENDOR_RIVAL);
	add_pages(w, "site", NULL, OURS, pages, &used);
	add_pages(w, "competitors/them", "them", THEIRS, pages, &used);
}

TEST(what_reads_like_theirs_is_swappable_and_says_why)
{
	struct world w;
	struct swap_result r;
	open_two(&w, 5);
	const struct str stray = S("loud cloud days, bright frontline tasks, gravel, "
				   "amber, nickel and copper wires");
	world_add_claims(&w, "site/z.md", &stray, 1, NULL);
	swap_run(&w.ws, &(struct swap_options){ .threads = 1 }, &r);
	assert_int_equal(r.material_count, 2);
	assert_int_equal(r.material[0].vendor, SIZE_MAX);
	assert_true(r.material[0].passed);
	assert_true(r.material[1].passed);
	assert_true(r.material[1].p <= 0.05);
	const struct swapped_claim *c = &r.claims[r.claim_count - 1];
	assert_true(str_eq(c->sentence->text, stray));
	assert_int_equal(c->against_count, 1);
	assert_int_equal(c->against[0].survives, SURVIVES_YES);
	assert_true(c->against[0].voice < 0);
	assert_int_equal(c->verdict, VERDICT_SWAPPABLE);
	assert_true(str_find(c->reason, S("reads like Them"), 0) != STR_NONE);
	assert_false(c->swaps); // wording is no evidence of truth
	assert_int_equal(r.claims[0].against[0].survives, SURVIVES_NO);
	world_close(&w);
}

TEST(without_a_second_page_nothing_is_said_about_wording)
{
	struct world w;
	struct swap_result r;
	open_two(&w, 1);
	swap_run(&w.ws, &(struct swap_options){ .threads = 1 }, &r);
	for (size_t i = 0; i < r.claim_count; i++) {
		assert_int_equal(r.claims[i].against[0].survives, SURVIVES_UNKNOWN);
		assert_false(r.claims[i].verdict == VERDICT_SWAPPABLE);
	}
	for (size_t i = 0; i < r.material_count; i++) {
		assert_false(r.material[i].passed);
		assert_true(str_ends(r.material[i].why, S(".")));
	}
	assert_true(str_starts(r.material[1].why, S("Not enough of their words: ")));
	world_close(&w);
}

MAIN(RUN(a_score_is_what_the_formula_gives),
	RUN(a_document_never_trains_what_it_is_asked),
	RUN(a_near_copy_is_left_out_whosever_it_is), RUN(more_text_does_not_win),
	RUN(fewer_than_thirty_claims_are_no_voice),
	RUN(equal_claims_of_a_vendor_count_once),
	RUN(chance_is_what_dealing_pages_out_gives), RUN(one_page_cannot_be_tested),
	RUN(what_reads_like_theirs_is_swappable_and_says_why),
	RUN(without_a_second_page_nothing_is_said_about_wording))
