// What is said of a web in words, on webs made by hand.
#include "tests/test.h"

#include <math.h>
#include <string.h>

#include "report/report.h"
#include "tests/report/webs.h"

struct rendering {
	struct buf out;
	struct str text;
};

static void say(struct rendering *s, const struct web_page *page, const struct look *look)
{
	*s = (struct rendering){ 0 };
	web_text(page, look, &s->out);
	s->text = buf_str(&s->out);
}

static void said_done(struct rendering *s)
{
	buf_done(&s->out);
}

static bool has(struct str text, const char *words)
{
	return str_find(text, str_of(words), 0) != STR_NONE;
}

static const struct look WIDE = { .width = 96, .utf8 = true, .all = true };

TEST(the_choice_comes_first_and_the_notice_last)
{
	struct webs w;
	struct rendering s;
	webs_make(&w, WEBS_USUAL, 9, 9);
	say(&s, &w.page, &WIDE);
	const size_t choice = str_find(s.text, w.world.web.choice.sentence, 0);
	const size_t links = str_find(s.text, S("Relationships that matter"), 0);
	const size_t unseen = str_find(s.text, S("What this could not see"), 0);
	assert_true(choice < links && links < unseen && unseen != STR_NONE);
	assert_true(has(str_from(s.text, unseen), "not people"));
	said_done(&s);
	webs_done(&w);
}

// Everything of a veiled link that is a count is gone from every rendering of it.
TEST(a_veiled_relationship_tells_no_count)
{
	struct webs w;
	struct buf out = { 0 };
	webs_make(&w, WEBS_USUAL, 9, 9);
	struct web_link *l = &w.world.web.links[0];
	*l = (struct web_link){ .a = l->a,
		.b = l->b,
		.under_five = true,
		.withheld = true,
		.observed = .1,
		.low = 0,
		.high = .3,
		.needed = .5,
		.gap = .4,
		.verdict = WEB_GAP,
		.share_ab = NAN,
		.share_ba = NAN,
		.ratio = NAN,
		.pairs = 987654321, // the engine sets 0; what is drawn must not look
		.turned_ab = 987654322,
		.turned_ba = 987654323,
		.carrier = { .node = WEB_NONE },
		.broker = { .node = WEB_NONE },
		.picked = NAN };
	web_tie_text(&w.page, 0, &WIDE, &out);
	web_who_text(&w.page, 0, &WIDE, &out);
	web_tie_json(&w.page, 0, &out);
	web_text(&w.page, &WIDE, &out);
	web_svg(&w.page, &out);
	web_html(&w.page, &out);
	web_mermaid(&w.page, &out);
	web_drawing(&w.page, &out);
	assert_false(has(buf_str(&out), "9876") || has(buf_str(&out), "987,6"));
	assert_true(has(buf_str(&out), ".1 of .50"));
	assert_true(has(buf_str(&out), "under 5 pairs of people"));
	buf_done(&out);
	webs_done(&w);
}

TEST(no_data_is_not_zero)
{
	struct webs w;
	struct rendering s;
	webs_make(&w, WEBS_USUAL, 9, 9); // Sales, the fourth, has no row
	assert_false(w.world.web.nodes[3].has_rows);
	say(&s, &w.page, &WIDE);
	assert_true(has(s.text, "no data"));
	struct buf svg = { 0 };
	w.page.matrix = true;
	web_svg(&w.page, &svg);
	for (uint32_t other = 0; other < 9; other++) {
		if (other == 3)
			continue;
		struct buf tie = { 0 };
		web_tie_json(&w.page, web_link_index(&w.world.web, 3, other), &tie);
		assert_true(has(buf_str(&tie), "\"observed\": null"));
		assert_true(has(buf_str(&tie), "\"gap\": null"));
		buf_done(&tie);
	}
	buf_done(&svg);
	said_done(&s);
	webs_done(&w);
}

TEST(under_four_functions_there_are_shares_and_no_verdicts)
{
	struct webs w;
	struct rendering s;
	webs_make(&w, WEBS_USUAL, 3, 2);
	assert_int_equal(w.world.web.basis, WEB_BASIS_FEW);
	say(&s, &w.page, &WIDE);
	assert_true(has(s.text, "share of attention each gives") && has(s.text, "%"));
	assert_false(has(s.text, "possible gap") || has(s.text, " gap"));
	said_done(&s);
	webs_done(&w);
}

TEST(a_web_of_nothing_says_what_would_fill_it)
{
	struct web web = { .basis = WEB_BASIS_EMPTY, .own = WEB_NONE };
	struct workspace ws = { 0 };
	const struct web_page page = { .ws = &ws, .web = &web };
	struct rendering s;
	struct buf out = { 0 };
	say(&s, &page, &WIDE);
	assert_true(has(s.text, "people.csv"));
	web_svg(&page, &out);
	web_html(&page, &out);
	web_json(&page, &out);
	web_mermaid(&page, &out);
	web_drawing(&page, &out);
	assert_true(out.len > 0 && !out.full);
	buf_done(&out);
	said_done(&s);
}

// A company that exports teams, not people: no pairs, no interval, no numbers in circles.
TEST(without_people_nothing_is_made_up)
{
	struct webs w;
	struct buf out = { 0 };
	webs_make(&w, WEBS_USUAL, 5, 5);
	for (size_t i = 0; i < w.world.web.link_count; i++)
		w.world.web.links[i].low = w.world.web.links[i].high = NAN;
	for (size_t i = 0; i < w.world.web.choice.pick_count; i++)
		w.world.web.choice.picks[i].picked = NAN;
	web_svg(&w.page, &out);
	assert_false(has(buf_str(&out), "nan"));
	web_tie_text(&w.page, 0, &WIDE, &out);
	assert_false(has(buf_str(&out), " nan"));
	assert_true(has(buf_str(&out), "how sure cannot be said"));
	buf_done(&out);
	webs_done(&w);
}

TEST(what_others_bring_stands_with_its_relationship)
{
	struct webs w;
	struct buf out = { 0 };
	webs_make(&w, WEBS_USUAL, 9, 9);
	const struct web_move move = { .link = w.world.web.choice.picks[0].link,
		.speaks = true,
		.text = S("A monthly page <top five>"),
		.file = S("outputs/page.md") };
	const struct web_bridge bridge = {
		.a = 0, .b = 1, .sentence = S("Both write about single sign-on.")
	};
	const struct web_gift gift = { .to = 1, .sentence = S("Given in May.") };
	w.page.moves = &move;
	w.page.move_count = 1;
	w.page.bridges = &bridge;
	w.page.bridge_count = 1;
	w.page.ledger = &gift;
	w.page.ledger_count = 1;
	static void (*const WRITE[])(
		const struct web_page *, struct buf *) = { web_json, web_html };
	for (size_t i = 0; i < COUNT(WRITE); i++) {
		WRITE[i](&w.page, &out);
		assert_true(has(buf_str(&out), "Both write about single sign-on."));
		assert_true(has(buf_str(&out), "Given in May."));
		assert_false(has(buf_str(&out), "<top"));
		buf_clear(&out);
	}
	web_svg(&w.page, &out);
	assert_true(has(buf_str(&out), "A monthly page &lt;top five&gt;"));
	buf_clear(&out);
	web_text(&w.page, &WIDE, &out);
	assert_true(has(buf_str(&out), "Bring"));
	assert_true(has(buf_str(&out), "outputs/page.md"));
	buf_done(&out);
	webs_done(&w);
}

// A name is quoted in YAML as it is, and a level is the one whose strength is needed.
TEST(a_drawing_is_yaml_whatever_the_names)
{
	struct webs w;
	struct buf out = { 0 };
	webs_make(&w, WEBS_USUAL, 5, 5);
	w.world.web.nodes[0].id = S("R&D: \"core\" #1");
	for (size_t i = 0; i < w.world.web.link_count; i++) {
		struct web_link *l = &w.world.web.links[i];
		l->needed = web_level_strength((enum web_level)(i % WEB_LEVELS));
		l->why = S("because {x} \\ \"y\"");
		l->objective_count = 0;
		l->verdict = WEB_GAP;
	}
	web_drawing(&w.page, &out);
	struct papers papers = { 0 };
	struct source source = { .path = S("web/relationships.yaml"), .role = ROLE_TIES };
	struct error err = { 0 };
	assert_true(papers_add_yaml(
		&papers, buf_str(&out), 0, &source, &w.world.arena, &err));
	assert_int_equal(papers.tie_count, w.world.web.link_count);
	assert_int_equal(source.notes.count, 0);
	size_t quoted = 0;
	for (size_t i = 0; i < papers.tie_count; i++) {
		quoted += str_eq(papers.ties[i].a, S("R&D: \"core\" #1"));
		assert_true(str_eq(papers.ties[i].why, S("because {x} \\ \"y\"")));
	}
	assert_int_equal(quoted, 4);
	buf_done(&out);
	webs_done(&w);
}

MAIN(RUN(the_choice_comes_first_and_the_notice_last),
	RUN(a_veiled_relationship_tells_no_count), RUN(no_data_is_not_zero),
	RUN(under_four_functions_there_are_shares_and_no_verdicts),
	RUN(a_web_of_nothing_says_what_would_fill_it),
	RUN(without_people_nothing_is_made_up),
	RUN(what_others_bring_stands_with_its_relationship),
	RUN(a_drawing_is_yaml_whatever_the_names))
