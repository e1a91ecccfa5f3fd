// The sample company from its files to its web; what is said there, and that it stands.
#include "ingest/ingest.h"
#include "reference.h"
#include "web/web.h"

struct sample {
	struct arena arena;
	struct ingest *ingest;
	struct workspace ws;
	struct web_traffic traffic;
	struct web_needs needs;
	struct web_settings settings;
	struct web web;
};

static void set_up(struct sample *s)
{
	struct error err = { 0 };
	*s = (struct sample){ 0 };
	const struct ingest_options options = { .root = "examples/fernhollow",
		.as_of = date_of(2025, 11, 30),
		.threads = 2 };
	if (!ingest_open(&options, &s->arena, &s->ingest, &s->ws, &err))
		fail_msg("%s", err.text);
	web_traffic_of(&s->ws, &(struct web_options){ 0 }, &s->traffic);
	web_needs_of(&s->ws, &s->traffic, &s->arena, &s->needs);
	s->settings = web_settings_of(&s->ws, &s->traffic, 2);
	web_run(&s->traffic, &s->needs, &s->settings, &s->arena, &s->web);
}

static void tear_down(struct sample *s)
{
	ingest_close(s->ingest);
	arena_free(&s->arena);
}

static size_t link_named(const struct sample *s, const char *a, const char *b)
{
	const uint32_t x = web_node_find(&s->web, str_of(a));
	const uint32_t y = web_node_find(&s->web, str_of(b));
	assert_true(x != WEB_NONE && y != WEB_NONE);
	return web_link_index(&s->web, x, y);
}

static bool says(struct str text, const char *words)
{
	return str_find(text, str_of(words), 0) != STR_NONE;
}

// examples/fernhollow.key.json: customer success and product hardly meet though three
// objectives need it, and nobody of product marketing meets support.
TEST(the_two_ties_the_sample_lacks_are_chosen)
{
	struct sample s;
	set_up(&s);
	const struct web_choice *c = &s.web.choice;
	assert_int_equal(s.web.basis, WEB_BASIS_STRENGTH);
	assert_true(c->pick_count >= 2);
	const size_t success = link_named(&s, "customer-success", "product");
	const size_t support = link_named(&s, "product-marketing", "support");
	assert_int_equal(c->picks[0].link, success);
	assert_int_equal(c->picks[1].link, support);
	assert_int_equal(c->picks[0].firmness, WEB_FIRM);
	assert_int_equal(c->picks[1].firmness, WEB_FIRM);
	assert_int_equal(s.web.links[success].verdict, WEB_GAP);
	assert_int_equal(s.web.links[success].objective_count, 3);
	assert_true(says(c->sentence, "Two are clear"));
	assert_true(says(c->picks[1].sentence, "nothing was exchanged"));
	tear_down(&s);
}

TEST(what_the_sample_has_is_enough)
{
	struct sample s;
	set_up(&s);
	const struct web_link *l =
		&s.web.links[link_named(&s, "customer-success", "support")];
	assert_int_equal(l->verdict, WEB_ENOUGH);
	assert_true(l->observed > .8);
	assert_true(str_eq(s.web.nodes[s.web.own].id, S("product-marketing")));
	assert_true(s.web.nodes[web_node_find(&s.web, S("finance"))].unowned);
	tear_down(&s);
}

// Acceptance: without any tenth of the interactions at least two of three choices stay in
// 95 % of draws.
TEST(a_tenth_less_leaves_two_of_three)
{
	enum { DRAWS = 200, NEEDED = 190 };
	struct sample s;
	set_up(&s);
	s.settings.replicates = 0;
	const struct web_set best = s.web.choice.best;
	struct random r = { 3 };
	size_t stays = 0;
	for (size_t d = 0; d < DRAWS; d++) {
		struct arena a = { 0 };
		struct web web;
		struct web_traffic fewer = s.traffic;
		fewer.at = ARENA_ARRAY(&a, struct web_interaction, s.traffic.count);
		fewer.count = 0;
		for (size_t i = 0; i < s.traffic.count; i++)
			if (random_unit(&r) >= .1)
				fewer.at[fewer.count++] = s.traffic.at[i];
		web_run(&fewer, &s.needs, &s.settings, &a, &web);
		size_t same = 0;
		for (size_t i = 0; i < best.count; i++)
			for (size_t k = 0; k < web.choice.best.count; k++)
				same += best.links[i] == web.choice.best.links[k];
		stays += same >= 2;
		arena_free(&a);
	}
	assert_true(stays >= NEEDED);
	tear_down(&s);
}

MAIN(RUN(the_two_ties_the_sample_lacks_are_chosen), RUN(what_the_sample_has_is_enough),
	RUN(a_tenth_less_leaves_two_of_three))
