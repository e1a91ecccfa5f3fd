#include "tests/test.h"

#include "ingest/ingest.h"
#include "market/market.h"
#include "market/mood.h"
#include "market/terms.h"

#include <string.h>

static struct mood mood(struct arena *a, const char *text)
{
	return mood_of(mood_words(a), str_of(text));
}

TEST(a_denied_trouble_is_no_complaint)
{
	struct arena a = { 0 };
	assert_true(mood(&a, "We lose a sample every week.").complains);
	assert_true(mood(&a, "Die Probe geht jede Woche verloren.").complains);
	struct mood m = mood(&a, "We never lose anything at handover.");
	assert_true(m.denies && !m.complains);
	m = mood(&a, "It is not too expensive.");
	assert_true(m.denies && !m.complains);
	m = mood(&a, "Damit haben wir kein Problem.");
	assert_true(m.denies && !m.complains);
	arena_free(&a);
}

TEST(a_good_thing_that_is_not_there_is_a_complaint)
{
	struct arena a = { 0 };
	const struct mood m = mood(&a, "The far hall has no network.");
	assert_true(m.complains && m.by_negation && !m.denies);
	assert_true(mood(&a, "We could not prove whose delay it was.").complains);
	arena_free(&a);
}

TEST(our_own_words_put_back_to_us_are_known)
{
	struct arena a = { 0 };
	assert_true(mood(&a, "You say that nothing gets lost.").quotes_us);
	assert_true(mood(&a, "Sie behaupten, dass nichts verloren geht.").quotes_us);
	assert_true(mood(&a, "Does anything get lost?").asks);
	assert_false(mood(&a, "Nothing gets lost, they say.").quotes_us);
	arena_free(&a);
}

TEST(terms_take_the_language_of_the_line)
{
	struct arena a = { 0 };
	const struct market_words words = market_words_build(&a);
	struct terms t;
	enum tongue tongue;
	terms_init(&t, &a, &words);
	terms_line(&t, S("Die Maschinen waren aus."), TONGUE_ENGLISH, &tongue);
	assert_int_equal(tongue, TONGUE_GERMAN);
	terms_line(&t, S("Handover"), tongue, &tongue);
	assert_int_equal(tongue, TONGUE_GERMAN); // no stop word: as before
	const struct term_span s =
		terms_line(&t, S("The night-shift's binder, the page"), tongue, &tongue);
	assert_int_equal(tongue, TONGUE_ENGLISH);
	assert_int_equal(s.count, 4);
	assert_true(t.ids[s.from + 1] & TERM_JOINED);  // night shift
	assert_true(t.ids[s.from + 2] & TERM_JOINED);  // shift binder
	assert_false(t.ids[s.from + 3] & TERM_JOINED); // a comma and an article between
	assert_int_not_equal(terms_find(&t, S("binder")), TERM_NONE);
	assert_true(str_eq(terms_words(&t, &a)[terms_find(&t, S("shift"))], S("shift")));
	arena_free(&a);
}

struct opened {
	struct arena arena;
	struct ingest *ingest;
	struct workspace ws;
	struct market market;
};

static void open_folder(struct opened *o, const char *folder)
{
	struct error err = { 0 };
	memset(o, 0, sizeof *o);
	const struct ingest_options options = { .root = folder,
		.as_of = date_of(2026, 3, 1),
		.threads = 2,
		.wants = WANTS(ROLE_COPY) | WANTS(ROLE_CALL) };
	if (!ingest_open(&options, &o->arena, &o->ingest, &o->ws, &err))
		fail_msg("%s", err.text);
	market_run(&o->ws, &o->market);
}

static void close_folder(struct opened *o)
{
	ingest_close(o->ingest);
	arena_free(&o->arena);
}

static const struct backing NOBODY;

static const struct backing *find_backing(const struct market *m, const char *id)
{
	for (size_t i = 0; i < m->backing_count; i++)
		if (str_eq(m->backings[i].id, str_of(id)))
			return &m->backings[i];
	fail_msg("%s is not there", id);
	return &NOBODY;
}

TEST(only_buyers_count_and_each_account_once)
{
	struct opened o;
	open_folder(&o, "tests/market/voices");
	const struct market *m = &o.market;
	// Two calls with one account, one with another, one whose sides nobody knows.
	assert_int_equal(m->calls, 3);
	assert_int_equal(m->calls_unknown, 1);
	const struct backing *lost = find_backing(m, "PN-1");
	assert_int_equal(lost->buyers, 2); // the seller's sentence, the "yes" behind it,
					   // the denial and the question do not count
	assert_int_equal(lost->recent, 1); // the other one is older than twelve months
	assert_true(str_eq(date_str(&o.arena, lost->newest), S("2026-02-20")));
	assert_int_equal(lost->declared, 1);
	const struct backing *review = find_backing(m, "PN-2");
	assert_int_equal(review->buyers, 1); // a review of a competitor does not count
	const struct backing *ticket = find_backing(m, "PN-3");
	assert_int_equal(ticket->buyers, 1); // a request of a colleague does not count
	const struct backing *assumed = find_backing(m, "PN-4");
	assert_int_equal(assumed->buyers, 0);
	assert_true(str_eq(assumed->assumed, S("internal assumption")));
	close_folder(&o);
}

TEST(references_count_by_whose_word_they_are)
{
	struct opened o;
	open_folder(&o, "tests/market/voices");
	const struct backing *v = find_backing(&o.market, "V-1");
	assert_int_equal(v->by_witness[WITNESS_SELLER], 1);
	assert_int_equal(v->by_witness[WITNESS_THIRD_PARTY], 1);
	assert_int_equal(v->by_witness[WITNESS_US], 1);
	assert_int_equal(v->unresolved, 1);
	close_folder(&o);
}

TEST(a_draft_is_measured_in_buyers_words)
{
	struct opened o;
	struct market_backing out;
	open_folder(&o, "tests/audit/cases/assumption-value-fires");
	const struct market_users *users = market_users_of(&o.market, &o.arena);
	market_backing_of(users, S("A late truck costs a pallet."), &o.arena, &out);
	assert_int_equal(out.theirs, 4);
	assert_int_equal(out.words, 4);
	market_backing_of(users, S("Synergize your seamless ecosystem"), &o.arena, &out);
	assert_int_equal(out.theirs, 0);
	assert_int_equal(out.strange_count, out.words);
	close_folder(&o);
}

TEST(a_note_says_deal_and_sides)
{
	struct arena a = { 0 };
	struct call_entry e = { 0 };
	assert_true(
		call_note_read(S("deal: D-18  us: r.osei, i.duarte\nthem: Petra Brandt "
				 "(plant manager)"),
			&a, &e));
	assert_true(str_eq(e.deal, S("D-18")));
	assert_true(str_eq(e.us, S("r.osei, i.duarte")));
	assert_true(str_eq(e.them, S("Petra Brandt (plant manager)")));
	e = (struct call_entry){ 0 };
	assert_false(call_note_read(S("nobody: knows, us or them"), &a, &e));
	assert_false(call_note_read(S(""), &a, &e));
	assert_false(call_note_read(S("date: 2025-11-02"), &a, &e));
	assert_true(str_eq(date_str(&a, e.date), S("2025-11-02")));
	assert_false(call_note_read(S("us:us:us: deal:"), &a, &e)); // names nobody
	arena_free(&a);
}

MAIN(RUN(a_note_says_deal_and_sides), RUN(a_denied_trouble_is_no_complaint),
	RUN(a_good_thing_that_is_not_there_is_a_complaint),
	RUN(our_own_words_put_back_to_us_are_known),
	RUN(terms_take_the_language_of_the_line),
	RUN(only_buyers_count_and_each_account_once),
	RUN(references_count_by_whose_word_they_are),
	RUN(a_draft_is_measured_in_buyers_words))
