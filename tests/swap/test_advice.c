// What would make a claim ours that works with anybody's name, and what a claim's book
// says of who meets it where.
#include "tests/test.h"

#include "swap/swap.h"
#include "tests/swap/world.h"

static const struct str OURS[] = {
	STR_INIT("The fast and simple way to hand over a shift."),
	STR_INIT("Every handover is one page, written from the machines' own events."),
	STR_INIT("A simple handover page."),
	STR_INIT("Nothing gets lost between shifts."),
};
static const struct str THEIRS[] = {
	STR_INIT("The fast and simple way to hand over shifts."),
	STR_INIT("Nothing gets lost between shifts."),
	STR_INIT("Checklists for plants with sensors in every room."),
};

static void open_world(struct world *w)
{
	world_open(w, "Fernhollow");
	world_vendor(w, "shiftly", "Shiftly", VENDOR_RIVAL);
	world_add_claims(w, "site/home.md", OURS, COUNT(OURS), NULL);
	world_add_claims(
		w, "competitors/shiftly/home.md", THEIRS, COUNT(THEIRS), "shiftly");
}

static const struct swapped_claim *claim_of(const struct swap_result *r, struct str text)
{
	size_t i = 0;
	while (i + 1 < r->claim_count && !str_eq(r->claims[i].sentence->text, text))
		i++;
	assert_true(str_eq(r->claims[i].sentence->text, text));
	return &r->claims[i];
}

TEST(vague_words_are_asked_about_in_their_order)
{
	struct world w;
	struct swap_result r;
	open_world(&w);
	swap_run(&w.ws, &(struct swap_options){ .threads = 1 }, &r);
	const struct swapped_claim *c = claim_of(&r, OURS[0]);
	assert_true(c->swaps);
	assert_int_equal(c->ask_count, 2);
	assert_true(str_starts(c->asks[0], S("“fast”: ")));
	assert_true(str_starts(c->asks[1], S("“simple”: ")));
	assert_int_equal(claim_of(&r, OURS[3])->ask_count, 0); // no vague word in it
	assert_int_equal(claim_of(&r, OURS[1])->ask_count, 0); // it is ours
	world_close(&w);
}

TEST(only_a_claim_that_may_be_said_is_offered_instead)
{
	struct world w;
	struct swap_result r;
	struct claim_entry row = { .id = S("C-1"),
		.claim = OURS[1],
		.evidence = S("case.pdf"),
		.status = CLAIM_APPROVED };
	open_world(&w);
	world_claim(&w, &row);
	swap_run(&w.ws, &(struct swap_options){ .threads = 1 }, &r);
	assert_int_equal(claim_of(&r, OURS[1])->verdict, VERDICT_UNIQUE);
	assert_true(claim_of(&r, OURS[2])->swaps);
	assert_ptr_equal(claim_of(&r, OURS[2])->better, claim_of(&r, OURS[1]));
	world_close(&w);
	row.status = CLAIM_REJECTED;
	open_world(&w);
	world_claim(&w, &row);
	swap_run(&w.ws, &(struct swap_options){ .threads = 1 }, &r);
	for (size_t i = 0; i < r.claim_count; i++)
		assert_null(r.claims[i].better);
	world_close(&w);
}

static const struct booked *book_one(struct world *w, struct book *book)
{
	book_of(&w->ws, &(struct book_question){ .entry = &w->ws.records.claims.at[0] },
		book);
	assert_int_equal(book->count, 1);
	return &book->at[0];
}

TEST(exposures_by_who_meets_them_newest_first)
{
	struct world w;
	struct book book;
	world_open(&w, "Fernhollow");
	world_claim(&w, &(struct claim_entry){ .id = S("C-1"),
				.claim = S("Cuts handover time by 40%"),
				.qualifier = S("median of 6 plants"),
				.evidence = S("case.pdf"),
				.status = CLAIM_APPROVED });
	world_add(&w, "site/a.md", S("Cuts handover time by 40%."), NULL,
		date_of(2026, 3, 1));
	world_add(&w, "site/b.md",
		S("Handover time is cut by 40%. It is the median of 6 plants."), NULL,
		date_of(2026, 9, 1));
	world_add(&w, "site/drafts/c.md", S("Cuts handover time by 40%."), NULL,
		date_of(2026, 10, 1));
	world_add(&w, "site/d.md", S("Cuts handover time by 60%."), NULL,
		date_of(2026, 5, 1));
	world_add(&w, "competitors/x/e.md", S("Cuts handover time by 40%."), "x",
		date_of(2026, 5, 1));
	const struct booked *b = book_one(&w, &book);
	assert_int_equal(b->so[REACH_CUSTOMERS], 2);
	assert_int_equal(b->so[REACH_PAST], 1);
	assert_int_equal(b->differently, 1);
	assert_int_equal(b->unqualified, 1); // b.md has the qualifier beside it
	assert_int_equal(b->count, 4);	     // what a competitor says is no exposure
	for (size_t i = 1; i < b->count; i++)
		assert_true(b->at[i - 1].date.days >= b->at[i].date.days);
	world_close(&w);
}

MAIN(RUN(vague_words_are_asked_about_in_their_order),
	RUN(only_a_claim_that_may_be_said_is_offered_instead),
	RUN(exposures_by_who_meets_them_newest_first))
