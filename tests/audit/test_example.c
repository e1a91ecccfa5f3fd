#include "tests/test.h"

#include "audit/audit.h"
#include "audit/credit.h"
#include "audit/web_facts.h"
#include "ingest/ingest.h"
#include "tests/audit/lint.h"

#include <string.h>

// examples/fernhollow.key.json says what the sample company was made to show; the figures
// below are its own, computed without this program.
struct sample {
	struct arena arena;
	struct ingest *ingest;
	struct workspace ws;
	struct facts facts;
	struct findings all;
	struct brief brief;
};

static void sample_open(struct sample *s)
{
	struct error err = { 0 };
	*s = (struct sample){ 0 };
	const struct ingest_options options = { .root = "examples/fernhollow",
		.as_of = date_of(2025, 11, 30),
		.threads = 2,
		.wants = BRIEF_WANTS };
	if (!ingest_open(&options, &s->arena, &s->ingest, &s->ws, &err))
		fail_msg("%s", err.text);
	facts_of(&s->ws, 2, &s->facts);
	audits_run(&s->facts, &s->all);
	brief_make(&s->facts, &s->all, &(struct brief_options){ 0 }, &s->brief);
}

static void sample_close(struct sample *s)
{
	facts_done(&s->facts);
	ingest_close(s->ingest);
	arena_free(&s->arena);
}

static const struct finding NOTHING; // of no audit

static const struct finding *find(
	const struct sample *s, const char *number, const char *subject)
{
	for (size_t i = 0; i < s->all.count; i++) {
		const struct finding *f = &s->all.at[i];
		if (!strcmp(f->audit->number, number) && f->outcome == OUTCOME_FIRES &&
			(!subject || str_eq(f->subject, str_of(subject))))
			return f;
	}
	return &NOTHING;
}

static void figures(const struct finding *f, size_t k, size_t n)
{
	assert_non_null(f->audit);
	assert_int_equal(f->size.k, k);
	assert_int_equal(f->size.n, n);
}

TEST(what_must_fire_fires_with_the_figures_of_the_key)
{
	struct sample s;
	sample_open(&s);
	figures(find(&s, "F01", NULL), 7, 12);
	figures(find(&s, "F10", "shiftly"), 24, 130);
	figures(find(&s, "F10", "no-decision"), 480, 1160);
	figures(find(&s, "F11", NULL), 2, 11);
	figures(find(&s, "F12", NULL), 112, 354);
	// 68 accounts and 42 reviews in twelve months.
	figures(find(&s, "F03", "P-5"), 0, 110);
	figures(find(&s, "F04", NULL), 5, 15);
	const struct finding *f = find(&s, "F02", "C-01");
	assert_non_null(f->audit);
	assert_true(str_find(f->sentence, S("in six places"), 0) != STR_NONE);
	assert_true(str_find(f->sentence, S("30 September"), 0) != STR_NONE);
	assert_int_equal(f->severity, SEVERITY_BLOCKER);
	assert_non_null(find(&s, "F02", "C-02")->audit);
	f = find(&s, "F25", "shiftly");
	assert_non_null(f->audit);
	assert_true(str_find(f->sentence, S("139 days old (limit 120)"), 0) != STR_NONE);
	assert_true(str_find(f->sentence, S("“14 EUR”"), 0) != STR_NONE);
	sample_close(&s);
}

TEST(what_must_be_silent_is_silent)
{
	struct sample s;
	sample_open(&s);
	assert_null(find(&s, "F02", "C-03")->audit);
	assert_null(find(&s, "F03", "P-1")->audit); // buyers voice these three
	assert_null(find(&s, "F03", "P-2")->audit);
	assert_null(find(&s, "F03", "P-3")->audit);
	assert_null(find(&s, "F10", "kilnbridge")->audit); // six decided deals
	assert_null(
		find(&s, "F10", "opsgrid")->audit); // the interval holds the overall rate
	assert_null(find(&s, "F25", "opsgrid")->audit); // reviewed after the newest page
	for (size_t i = 0; i < s.brief.working.count; i++) // four deals of four
		assert_false(str_eq(s.brief.working.at[i].subject, S("public")));
	assert_int_equal(s.brief.silenced.count, 1);
	assert_true(str_eq(s.brief.silenced.at[0].subject, S("kilnbridge")));
	sample_close(&s);
}

TEST(every_sentence_keeps_the_rules)
{
	struct sample s;
	sample_open(&s);
	lint_findings(&s.brief.truths);
	lint_findings(&s.brief.working);
	lint_findings(&s.brief.silenced);
	lint_findings(&s.all);
	for (size_t i = 0; i < s.brief.sign_count; i++)
		assert_null(lint(s.brief.signs[i].sentence));
	sample_close(&s);
}

// No first or last name, and no login of a seller, in any sentence of ours.
TEST(people_are_never_named)
{
	struct sample s;
	sample_open(&s);
	for (size_t i = 0; i < s.all.count; i++) {
		const struct finding *f = &s.all.at[i];
		const struct str said[] = { f->sentence, f->detail, f->next, f->cost,
			f->doubt, f->headline };
		for (size_t p = 0; p < s.ws.records.people.count; p++) {
			const struct person *who = &s.ws.records.people.at[p];
			for (size_t t = 0; t < COUNT(said); t++) {
				assert_true(!who->name.len ||
					    str_find(said[t], who->name, 0) == STR_NONE);
				assert_true(who->id.len < 5 ||
					    str_find(said[t], who->id, 0) == STR_NONE);
			}
		}
	}
	assert_true(s.ws.records.people.count > 0);
	sample_close(&s);
}

// F20 of the key: 2 exchanges of customer success with product in 90 days, 0 of product
// marketing with support; both write about SSO.
TEST(the_missing_ties_are_those_of_the_key)
{
	struct sample s;
	sample_open(&s);
	const struct finding *f = find(&s, "F20", "customer-success product");
	assert_non_null(f->audit);
	assert_true(str_find(f->sentence, S("fewer than five exchanges in 90 days"), 0) !=
		    STR_NONE);
	assert_true(str_find(f->sentence, S("both write about “SSO”"), 0) != STR_NONE);
	assert_true(f->stake_cents > 0);
	// Its objective is behind plan: 272 of 364 days, three of eight hundredths.
	assert_int_equal(f->severity, SEVERITY_SERIOUS);
	assert_true(str_find(f->detail,
			    S("NRR was 1.07 on 31 October 2025, where the straight way "
			      "from 1.04 to 1.12 stands at 1.10: behind plan."),
			    0) != STR_NONE);
	assert_true(str_eq(f->evidence[0].path, S("objectives.csv")));
	assert_true(str_eq(f->evidence[1].path, S("metrics.csv")));
	assert_int_equal(f->evidence[1].place.major, 13);
	const struct web *web = &s.facts.web->web;
	struct talk_between talk =
		talk_between(s.facts.web, web_node_find(web, S("customer-success")),
			web_node_find(web, S("product")));
	assert_int_equal(talk.exchanges, 2);
	f = find(&s, "F20", "product-marketing support");
	assert_non_null(f->audit);
	assert_true(str_find(f->sentence, S("no exchange in 90 days"), 0) != STR_NONE);
	talk = talk_between(s.facts.web, web_node_find(web, S("product-marketing")),
		web_node_find(web, S("support")));
	assert_int_equal(talk.exchanges, 0);
	size_t fired = 0;
	for (size_t i = 0; i < s.all.count; i++)
		fired += !strcmp(s.all.at[i].audit->number, "F20");
	assert_int_equal(fired, 2);
	fired = 0; // one choice, one truth
	for (size_t i = 0; i < s.brief.truths.count; i++)
		fired += !strcmp(s.brief.truths.at[i].audit->number, "F20");
	assert_int_equal(fired, 1);
	// The bridge that was planted is the first.
	assert_true(str_eq(
		s.facts.web->topics.at[s.facts.web->bridges.at[0].topic].name, S("SSO")));
	sample_close(&s);
}

// F24 of the key: RM-09 goes back to support's ticket 8812, with engineering's report.
TEST(credit_is_due_to_those_of_the_key)
{
	struct sample s;
	sample_open(&s);
	assert_true(s.brief.credit_count >= 1);
	const struct credit *c = &s.brief.credits[0];
	assert_true(str_eq(c->subject, S("RM-09")));
	assert_int_equal(c->function_count, 3);
	assert_true(str_eq(c->functions[0], S("support")));
	assert_true(str_eq(c->functions[1], S("engineering")));
	assert_true(str_eq(c->functions[2], S("product")));
	assert_true(str_find(c->note, S("To Support: "), 0) == 0);
	assert_true(str_find(c->note, S("your ticket 8812"), 0) != STR_NONE);
	assert_true(str_find(c->sentence,
			    S("came from Support's ticket 8812, with Engineering and "
			      "Product: "),
			    0) != STR_NONE);
	assert_true(
		str_find(c->note, S("112 of 1,673"), 0) != STR_NONE); // F17 of the key
	bool report = false;
	for (size_t i = 0; i < c->evidence_count; i++)
		report |=
			str_eq(c->evidence[i].path, S("assets/offline-test-report.pdf"));
	assert_true(report);
	for (size_t i = 0; i < s.brief.truths.count; i++)
		assert_string_not_equal(s.brief.truths.at[i].audit->number, "F24");
	sample_close(&s);
}

MAIN(RUN(the_missing_ties_are_those_of_the_key), RUN(credit_is_due_to_those_of_the_key),
	RUN(what_must_fire_fires_with_the_figures_of_the_key),
	RUN(what_must_be_silent_is_silent), RUN(every_sentence_keeps_the_rules),
	RUN(people_are_never_named))
