// What topics are about, against the labels of a reader; and what a relationship says of
// it.
#include "../value/office.h"

#include "kind_labels.h"

struct score {
	size_t right, said, labelled;
};

// Over all kinds; a topic without a kind is neither said nor labelled.
static struct score score_of(
	const struct kinds *k, const struct kind_label *labels, size_t count)
{
	struct score s = { 0 };
	for (size_t i = 0; i < count; i++) {
		const enum kind is = kind_of_topic(k, str_of(labels[i].topic));
		s.labelled += labels[i].kind != KIND_UNKNOWN;
		s.said += is != KIND_UNKNOWN;
		s.right += is != KIND_UNKNOWN && is == labels[i].kind;
		if (is != labels[i].kind)
			print_message("%s: %s, labelled %s\n", labels[i].topic,
				KIND_WORDS[is].id, KIND_WORDS[labels[i].kind].id);
	}
	print_message("precision %zu of %zu, recall %zu of %zu\n", s.right, s.said,
		s.right, s.labelled);
	return s;
}

// docs/methods.md has these figures.
TEST(topics_of_the_example_against_labels_made_by_hand)
{
	struct folder f;
	folder_make(&f);
	put_file(&f, "roadmap.csv", "examples/fernhollow/roadmap.csv");
	gather(&f);
	struct kinds k;
	kinds_open(&k, &f.ws, &f.arena);
	const struct score s = score_of(&k, KIND_LABELS, COUNT(KIND_LABELS));
	assert_int_equal(s.said, 118);
	assert_int_equal(s.labelled, 119);
	assert_int_equal(s.right, 110);
	const struct score g =
		score_of(&k, KIND_LABELS_GERMAN, COUNT(KIND_LABELS_GERMAN));
	assert_int_equal(g.said, 23);
	assert_int_equal(g.labelled, 24);
	assert_int_equal(g.right, 23);
	folder_remove(&f);
}

TEST(an_id_of_the_workspace_decides_before_words)
{
	struct folder f;
	folder_make(&f);
	put(&f, "roadmap.csv", "item_id,item,status\nRM-4,Edge gateway 2,planned\n");
	put(&f, "requests.csv", "request_id,date,ask\nR-7,2025-09-01,A deck\n");
	put(&f, "deals.csv",
		"deal_id,account,created,closed,outcome,amount\n"
		"D-1,A,2025-01-01,2025-06-01,won,1\n");
	gather(&f);
	struct kinds k;
	kinds_open(&k, &f.ws, &f.arena);
	const struct {
		const char *topic;
		enum kind kind;
	} CASES[] = { { "RM-4 research", KIND_LAUNCH }, { "rm-4", KIND_LAUNCH },
		{ "R-7 deck", KIND_ASK }, { "D-1 deck", KIND_RUN },
		{ "R-8 deck", KIND_ENABLE }, { "Edge gateway 2 photos", KIND_LAUNCH },
		{ "gateway 2", KIND_LAUNCH }, { "gateway 2 photos", KIND_UNKNOWN },
		{ "gateway", KIND_UNKNOWN }, { "question on the deck", KIND_ASK },
		{ "lead scoring", KIND_DRIVE }, { "LEADS", KIND_DRIVE },
		{ "Kundenbefragung", KIND_LEARN }, { "", KIND_UNKNOWN },
		{ "---", KIND_UNKNOWN }, { "win-loss", KIND_LEARN } };
	for (size_t i = 0; i < COUNT(CASES); i++) {
		if (kind_of_topic(&k, str_of(CASES[i].topic)) != CASES[i].kind)
			fail_msg("%s is %s", CASES[i].topic,
				KIND_WORDS[kind_of_topic(&k, str_of(CASES[i].topic))].id);
	}
	folder_remove(&f);
}

TEST(every_kind_has_words_and_says_what_it_is)
{
	for (size_t i = 0; i < KIND_COUNT; i++) {
		assert_int_equal(KIND_WORDS[i].kind, i);
		assert_true(strlen(KIND_WORDS[i].id) && strlen(KIND_WORDS[i].title));
		if (i == KIND_UNKNOWN)
			continue;
		struct kinds k;
		struct arena a = { 0 };
		kinds_open(&k, NULL, &a);
		const char *lists[] = { KIND_WORDS[i].english, KIND_WORDS[i].german };
		for (size_t n = 0; n < COUNT(lists); n++) {
			struct str rest = str_of(lists[n]), phrase;
			while (str_split(&rest, ';', &phrase)) {
				struct str words = phrase, word;
				size_t count = 0;
				while (str_split(&words, ' ', &word))
					count++;
				assert_in_range(
					count, 1, 2); // longer ones are never found
				assert_int_not_equal(
					kind_of_topic(&k, phrase), KIND_UNKNOWN);
			}
		}
		arena_free(&a);
	}
}

// Topics come from anybody: any bytes, any length, and the same answer each time.
TEST(any_bytes_are_some_kind)
{
	struct folder f;
	struct random random = { 11 };
	struct kinds k;
	char bytes[3000];
	folder_make(&f);
	put_file(&f, "roadmap.csv", "examples/fernhollow/roadmap.csv");
	gather(&f);
	kinds_open(&k, &f.ws, &f.arena);
	for (size_t round = 0; round < 4000; round++) {
		const size_t len =
			(size_t)random_below(&random, round % 50 ? 60 : sizeof bytes);
		for (size_t i = 0; i < len; i++)
			bytes[i] = random_below(&random, 4)
					   ? "aZ -9e"[random_below(&random, 6)]
					   : (char)random_below(&random, 256);
		const struct str topic = { bytes, len };
		const enum kind kind = kind_of_topic(&k, topic);
		assert_in_range(kind, KIND_UNKNOWN, KIND_RUN);
		assert_int_equal(kind, kind_of_topic(&k, topic));
	}
	memset(bytes, 'x', sizeof bytes);
	assert_int_equal(
		kind_of_topic(&k, (struct str){ bytes, sizeof bytes }), KIND_UNKNOWN);
	folder_remove(&f);
}

// Of product marketing's exchanges with each function, so many of one topic.
static void exchanges(struct buf *out, const char *topic, size_t to, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const struct date day = { date_of(2025, 11, 28).days -
					  (int32_t)(i % 90) };
		int year = 0, month = 0, d = 0;
		date_parts(day, &year, &month, &d);
		buf_fmt(out, "%04d-%02d-%02d,p5%zu,p%zu%zu,mail,%s %zu\n", year, month, d,
			i % OFFICE_PEOPLE, to, (i + i / OFFICE_PEOPLE) % OFFICE_PEOPLE,
			topic, i);
	}
}

static struct link_kinds kinds_between(struct office *o, const char *a, const char *b)
{
	const struct link_kinds *all = kinds_of_links(
		&o->folder.ws, &o->folder.t, &o->web, &o->settings, &o->folder.arena);
	return all[web_link_index(&o->web, web_node_find(&o->web, str_of(a)),
		web_node_find(&o->web, str_of(b)))];
}

static void office_of(struct office *o, struct buf *rows)
{
	office_make(o, false);
	put_bytes(&o->folder, "interactions.csv", buf_str(rows));
	put(&o->folder, "objectives.csv",
		"objective_id,objective,owner_function,depends_on\n"
		"O-1,Grow,sales,product-marketing\n");
	office_run(o);
	buf_done(rows);
}

TEST(what_a_relationship_is_about_is_counted_as_its_exchanges_are)
{
	struct office o;
	struct buf rows = { 0 };
	buf_fmt(&rows, "date,from,to,channel,topic\n");
	exchanges(&rows, "question", 0, 58);
	exchanges(&rows, "win-loss notes", 0, 7);
	exchanges(&rows, "turnstile", 0, 6);
	for (int i = 0; i < 5; i++)
		buf_fmt(&rows, "2025-11-%02d,p5%d,p0%d,mail,\n", 10 + i, i, i);
	exchanges(&rows, "campaign", 1, 30);
	office_of(&o, &rows);
	const struct link_kinds k = kinds_between(&o, "sales", "product-marketing");
	assert_true(k.shown);
	assert_int_equal(k.counts[KIND_ASK], 58);
	assert_int_equal(k.counts[KIND_LEARN], 7);
	assert_int_equal(k.counts[KIND_UNKNOWN], 6);
	assert_int_equal(k.silent, 5);
	assert_int_equal(k.all, 76);
	assert_true(str_eq(k.sentence,
		S("Of 76 exchanges, each counted once, 58 were requests and answers, "
		  "7 win-loss and research, "
		  "6 something else, 5 without a topic.")));
	// The same as is said of who turned to whom.
	const struct web_link *l = web_link_at(&o.web, web_node_find(&o.web, S("sales")),
		web_node_find(&o.web, S("product-marketing")));
	assert_int_equal(l->turned_ab + l->turned_ba, 76);
	assert_int_equal(k.lopsided.len, 0); // 58 of 71 is not nine in ten
	office_done(&o);
}

TEST(a_small_count_is_never_told_and_no_sum_tells_it)
{
	struct office o;
	struct buf rows = { 0 };
	buf_fmt(&rows, "date,from,to,channel,topic\n");
	exchanges(&rows, "question", 0, 58);
	exchanges(&rows, "win-loss notes", 0, 2);
	exchanges(&rows, "campaign", 1, 30);
	office_of(&o, &rows);
	const struct link_kinds k = kinds_between(&o, "sales", "product-marketing");
	assert_true(k.shown && k.some_few);
	assert_true(str_eq(k.sentence,
		S("Of the exchanges in the window 58 were requests and answers, under 5 "
		  "win-loss and research.")));
	// Needed, ours, and nearly all of one kind.
	assert_true(str_eq(k.lopsided, S("With Sales it is one thing: 58 exchanges were "
					 "requests and answers, at "
					 "most one in ten anything else.")));
	// Nothing asks for this one, so nothing is said of it.
	const struct link_kinds other =
		kinds_between(&o, "customer-success", "product-marketing");
	assert_int_equal(other.counts[KIND_DRIVE], 30);
	assert_int_equal(other.lopsided.len, 0);
	office_done(&o);
}

TEST(a_veiled_relationship_tells_nothing)
{
	struct office o;
	struct buf rows = { 0 };
	buf_fmt(&rows, "date,from,to,channel,topic\n");
	exchanges(&rows, "campaign", 1, 30);
	exchanges(&rows, "campaign", 2, 30);
	exchanges(&rows, "campaign", 3, 30);
	// One pair of people, thirty times.
	for (int i = 0; i < 30; i++)
		buf_fmt(&rows, "2025-11-%02d,p50,p00,mail,question %d\n", 1 + i % 28, i);
	office_of(&o, &rows);
	const struct web_link *l = web_link_at(&o.web, web_node_find(&o.web, S("sales")),
		web_node_find(&o.web, S("product-marketing")));
	assert_true(l->under_five);
	const struct link_kinds k = kinds_between(&o, "sales", "product-marketing");
	assert_false(k.shown);
	assert_int_equal(k.all, 0);
	assert_int_equal(k.counts[KIND_ASK], 0);
	assert_int_equal(k.sentence.len + k.lopsided.len, 0);
	office_done(&o);
}

MAIN(RUN(topics_of_the_example_against_labels_made_by_hand),
	RUN(an_id_of_the_workspace_decides_before_words),
	RUN(every_kind_has_words_and_says_what_it_is), RUN(any_bytes_are_some_kind),
	RUN(what_a_relationship_is_about_is_counted_as_its_exchanges_are),
	RUN(a_small_count_is_never_told_and_no_sum_tells_it),
	RUN(a_veiled_relationship_tells_nothing))
