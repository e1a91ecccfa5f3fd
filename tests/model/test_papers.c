// Canvas, battlecard, interview, launch and drawn ties, with the line of every element.
#include "test.h"

#include <string.h>
#include <time.h>

#include "lines.h"
#include "model/model.h"
#include "model/paper.h"
#include "read/read.h"

static struct arena arena;
static struct papers papers;
static struct source source;

static bool is(struct str s, const char *want)
{
	if (str_eq(s, str_of(want)))
		return true;
	print_message("'%.*s' is not '%s'\n", (int)s.len, s.len ? s.at : "", want);
	return false;
}

static const char *day(struct date d)
{
	return date_str(&arena, d).at;
}

static void add(enum role role, const char *path, const char *text)
{
	struct doc doc = lines_doc(&arena, path, text);
	source = (struct source){ .path = str_of(path), .role = role };
	source.date = date_in_name(path_name(source.path));
	source.date_is_file_time = !date_set(source.date);
	papers_add(&papers, &doc, 0, &source, &arena);
}

static bool add_yaml(
	enum role role, const char *path, const char *text, struct error *err)
{
	source = (struct source){ .path = str_of(path), .role = role };
	return papers_add_yaml(&papers, str_of(text), 3, &source, &arena, err);
}

static const char CANVAS[] =
	"---\n"
	"version: 4\n"
	"effective: 2025-09-01\n"
	"owner: Ines Duarte\n"
	"approved_by: [CEO, CRO]\n"
	"---\n"
	"# Positioning\n"
	"## Competitive alternatives\n"
	"- Paper logbook [evidence: deals:status-quo, interview:INT-07]\n"
	"- Shiftly\n"
	"## Unique attributes\n"
	"- A-1 Written from machine events   [proof: PP-01]\n"
	"- A-2: Works offline for 72 hours [proof: PP-02] on the line\n"
	"## Value\n"
	"- V-1 Nothing is lost [from: A-1] [pain: PN-1]\n"
	"### What it is worth\n"
	"- V-2 Audit answers in minutes\n"
	"## Best-fit segment\n"
	"Plants with 3-shift operation [sic] of 150-2,000 staff\n"
	"## Personality\n"
	"- Calm\n"
	"## Market category\n"
	"- Shift handover software\n";

TEST(a_canvas_gives_its_elements_with_their_lines)
{
	papers = (struct papers){ 0 };
	add(ROLE_CANVAS, "positioning/positioning.md", CANVAS);
	assert_int_equal(papers.canvas_count, 1);
	const struct canvas *c = papers.canvases;
	assert_true(is(c->version, "4"));
	assert_true(is(c->owner, "Ines Duarte"));
	assert_string_equal(day(c->effective), "2025-09-01");
	const struct paper_lines *e = c->elements;
	assert_int_equal(e[ELEMENT_ALTERNATIVES].count, 2);
	const struct paper_line *paper = e[ELEMENT_ALTERNATIVES].at;
	assert_true(is(paper->text, "Paper logbook"));
	assert_int_equal(paper->place.major, 9);
	assert_int_equal(paper->place.minor, 3);
	assert_int_equal(paper->reference_count, 2);
	assert_true(is(paper->keys[0], "evidence"));
	assert_true(is(paper->values[0], "deals:status-quo"));
	assert_true(is(paper->keys[1], "evidence"));
	assert_true(is(paper->values[1], "interview:INT-07"));
	const struct paper_line *a = e[ELEMENT_ATTRIBUTES].at;
	assert_true(is(a[0].id, "A-1"));
	assert_true(is(a[0].text, "Written from machine events"));
	assert_true(is(a[1].id, "A-2"));
	assert_true(is(a[1].text, "Works offline for 72 hours on the line"));
	assert_true(is(a[1].values[0], "PP-02"));
	assert_int_equal(
		e[ELEMENT_VALUE].count, 2); // the deeper heading stays in the part
	assert_int_equal(e[ELEMENT_VALUE].at[0].reference_count, 2);
	assert_true(is(e[ELEMENT_VALUE].at[0].keys[1], "pain"));
	// A bracket without a key is text.
	assert_true(is(e[ELEMENT_SEGMENT].at[0].text,
		"Plants with 3-shift operation [sic] of 150-2,000 staff"));
	assert_int_equal(e[ELEMENT_CATEGORY].at[0].place.major, 23);
	assert_int_equal(c->other.count, 1);
	assert_true(is(c->other.at[0].text, "Calm"));
	assert_int_equal(source.notes.count, 1);
	assert_string_equal(source.notes.at[0].at,
		"20:4: the heading 'Personality' is none that is known here; what "
		"stands "
		"below it is kept apart");
}

TEST(headings_are_known_in_two_languages_and_with_slips)
{
	static const char *const GERMAN = "## 1. Wettbewerbsalternativen\n- Papier\n## "
					  "Alleinstellungsmerkmale:\n- X\n"
					  "## Nutzen (mit Beleg)\n- Y\n## Zielsegment\n- "
					  "Z\n## Marktkategorie\n- K\n";
	papers = (struct papers){ 0 };
	add(ROLE_CANVAS, "p.md", GERMAN);
	for (enum element e = 0; e < ELEMENT_COUNT; e++)
		assert_int_equal(papers.canvases[0].elements[e].count, 1);
	assert_int_equal(source.notes.count, 0);
	static const struct {
		const char *heading, *names;
		bool want;
	} CASES[] = {
		{ "Competetive Altenatives", "competitive alternatives", true },
		{ "2) Value & proof", "value", true },
		{ "Values", "value", true },
		{ "Valued customers", "value", false },
		{ "** Market category **", "market category", true },
		{ "Market", "market category", false },
		{ "", "value", false },
		{ "(Value)", "value", true },
	};
	for (size_t i = 0; i < COUNT(CASES); i++)
		if (paper_heading_is(str_of(CASES[i].heading), CASES[i].names) !=
			CASES[i].want)
			fail_msg("%s", CASES[i].heading);
}

TEST(what_a_canvas_lacks_is_said)
{
	papers = (struct papers){ 0 };
	add(ROLE_CANVAS, "p.md",
		"---\nefective: 2025-01-01\nversion: [1]\ntitle: ours\n---\n## Value\n- "
		"a\n"
		"## Alternatives\n- b\n## Market category\n");
	assert_int_equal(source.notes.count, 5);
	assert_string_equal(source.notes.at[0].at,
		"p.md:2: unknown key 'efective'; did you mean 'effective'?");
	assert_string_equal(
		source.notes.at[1].at, "p.md:3: 'version' is a list; expected a text");
	assert_string_equal(
		source.notes.at[2].at, "nothing stands below 'unique attributes'");
	assert_string_equal(
		source.notes.at[4].at, "nothing stands below 'market category'");
	add(ROLE_CANVAS, "p.md", "---\na: [1\n---\n## Value\n- a\n");
	assert_true(str_starts(source.notes.at[0], S("front matter left out: p.md:")));
}

TEST(a_battlecard_gives_facts_with_the_day_they_were_seen)
{
	papers = (struct papers){ 0 };
	add(ROLE_BATTLECARD, "competitors/shiftly/battlecard.md",
		"---\ncompetitor: shiftly\nreviewed: 2025-07-14\nowner: tom\n---\n"
		"## They say\n- \"Never lose a handover\" (home page, seen 2025-07-10)\n"
		"## Facts\n- F-1 No offline mode  [source: shiftly docs, 2025-07-09]\n"
		"## Why we win\n- Written from machine events (A-1)\n"
		"## Why we lose\n- Price under 50 users\n"
		"## Talk tracks\n- Objection \"cheaper\": ask ...\n## Pricing\n- 9 "
		"EUR\n");
	const struct battlecard *c = papers.battlecards;
	assert_int_equal(papers.battlecard_count, 1);
	assert_true(is(c->rival, "shiftly"));
	assert_true(is(c->owner, "tom"));
	assert_string_equal(day(c->reviewed), "2025-07-14");
	assert_string_equal(day(c->parts[CARD_THEY_SAY].at[0].date), "2025-07-10");
	assert_int_equal(c->parts[CARD_FACTS].count, 2); // pricing is a fact
	assert_true(is(c->parts[CARD_FACTS].at[0].id, "F-1"));
	assert_true(is(c->parts[CARD_FACTS].at[0].values[0], "shiftly docs, 2025-07-09"));
	assert_string_equal(day(c->parts[CARD_FACTS].at[0].date), "2025-07-09");
	assert_int_equal(c->parts[CARD_FACTS].at[0].place.major, 9);
	assert_int_equal(c->parts[CARD_WHY_WIN].count, 1);
	assert_int_equal(c->parts[CARD_WHY_LOSE].count, 1);
	assert_int_equal(c->parts[CARD_TALK].count, 1);
	assert_int_equal(source.notes.count, 0);
	add(ROLE_BATTLECARD, "card.md", "## Fakten\n- x\n## Warum wir gewinnen\n- y\n");
	assert_int_equal(source.notes.count, 2); // neither whom nor when
}

TEST(an_interview_gives_the_buyers_words)
{
	papers = (struct papers){ 0 };
	add(ROLE_INTERVIEW, "interviews/INT-07.md",
		"---\ndeal_id: D-17\ndate: 2025-10-03\ninterviewer: ines (not in sales)\n"
		"interviewee: Plant manager\noutcome: won\nreasons: [offline, audit]\n"
		"decided_against: shiftly\n---\nA note of ours.\n"
		"> \"We used to carry binders.\"\n"
		"@Ines Duarte: And then?\n@Petra: Then we stopped.\n");
	const struct interview *in = papers.interviews;
	assert_int_equal(papers.interview_count, 1);
	assert_true(is(in->id, "INT-07"));
	assert_true(is(in->deal, "D-17"));
	assert_string_equal(day(in->date), "2025-10-03");
	assert_true(is(in->interviewee, "Plant manager"));
	assert_true(is(in->outcome, "won"));
	assert_int_equal(in->reason_count, 2);
	assert_int_equal(in->decided_count, 1);
	assert_int_equal(in->quotes.count, 2);
	assert_true(is(in->quotes.at[0].text, "We used to carry binders."));
	assert_int_equal(in->quotes.at[0].place.major, 11);
	assert_true(is(in->quotes.at[1].text, "Then we stopped."));
	assert_int_equal(source.notes.count, 0);
	add(ROLE_INTERVIEW, "interviews/2025-03-01-x.md", "Nothing here.\n");
	assert_string_equal(day(papers.interviews[1].date), "2025-03-01");
	assert_int_equal(source.notes.count, 2);
}

TEST(a_launch_gives_its_gates_with_their_lines)
{
	struct error err = { 0 };
	papers = (struct papers){ 0 };
	assert_true(add_yaml(ROLE_LAUNCH, "launches/insights-alerts.yaml",
		"launch: Insights alerts\ntier: 1\ndate: 2025-12-01\nroadmap: [RM-15]\n"
		"goal: {metric: adoption, feature: RM-15, target: 0.30, within: 90d}\n"
		"gates:\n"
		"  - {id: positioning, owner: ines, evidence: positioning.md}\n"
		"  - {id: beta, owner: j.park, rule: \"beta accounts >= 5\"}\n"
		"  - support\n"
		"decision: {by: CPO, due: 2025-11-24, outcome: null}\n",
		&err));
	const struct launch *l = papers.launches;
	assert_true(is(l->id, "insights-alerts"));
	assert_true(is(l->name, "Insights alerts"));
	assert_int_equal(l->tier, 1);
	assert_string_equal(day(l->date), "2025-12-01");
	assert_int_equal(l->roadmap_count, 1);
	assert_true(l->goal_target > 0.299 && l->goal_target < 0.301);
	assert_int_equal(l->goal_days, 90);
	assert_int_equal(l->gate_count, 3);
	assert_int_equal(l->gates[1].line, 8);
	assert_true(is(l->gates[1].rule, "beta accounts >= 5"));
	assert_true(is(l->gates[2].id, "support"));
	assert_true(is(l->decision_by, "CPO"));
	assert_string_equal(day(l->decision_due), "2025-11-24");
	assert_int_equal(l->outcome.len, 0);
	assert_int_equal(l->source, 3);
	assert_int_equal(source.notes.count, 0);
	assert_true(add_yaml(ROLE_LAUNCH, "launches/b.yaml",
		"launch: B\ntier: 9\ngoal: {target: 30%}\ngaets: []\ngates: [{owner: "
		"x}]\n",
		&err));
	assert_int_equal(papers.launches[1].tier, 0);
	assert_true(papers.launches[1].goal_target > 0.299);
	assert_int_equal(source.notes.count, 4);
	assert_string_equal(source.notes.at[1].at,
		"launches/b.yaml:4: unknown key 'gaets'; did you mean 'gates'?");
	assert_string_equal(source.notes.at[2].at,
		"launches/b.yaml:5: 'id' is missing here; a gate "
		"is known by a short name");
	assert_false(add_yaml(ROLE_LAUNCH, "launches/c.yaml", "a: 1\n", &err));
	assert_non_null(strstr(err.text, "launches/c.yaml: a launch needs at least"));
	assert_false(add_yaml(ROLE_LAUNCH, "launches/d.yaml", "launch: [\n", &err));
	assert_non_null(strstr(err.text, "launches/d.yaml:2:1: a value is missing here"));
	assert_true(papers.launches[1].goal_days == 0);
}

TEST(drawn_ties_know_their_line)
{
	struct error err = { 0 };
	papers = (struct papers){ 0 };
	assert_true(add_yaml(ROLE_TIES, "web/relationships.yaml",
		"# ours\n- {a: customer-success, b: product, need: high, why: \"O-1\", "
		"value_move: page}\n- {a: sales}\n- {a: sales, b: support}\n",
		&err));
	assert_int_equal(papers.tie_count, 2);
	assert_int_equal(papers.ties[0].at.row, 2);
	assert_int_equal(papers.ties[0].at.source, 3);
	assert_true(is(papers.ties[0].move, "page"));
	assert_int_equal(papers.ties[1].at.row, 4);
	assert_int_equal(source.notes.count, 1);
	assert_false(add_yaml(ROLE_TIES, "web/relationships.yaml", "a: b\n", &err));
}

TEST(papers_are_recognised_by_what_stands_in_them)
{
	static const struct {
		enum role want;
		const char *text;
	} CASES[] = {
		{ ROLE_CANVAS,
			"## Alternatives\n- a\n## Value\n- b\n## Target segment\n- c\n" },
		{ ROLE_OTHER, "## Alternatives\n- a\n## Value\n- b\n" },
		{ ROLE_OTHER, "## Pricing\n- a\n## Product\n- b\n## Features\n- c\n" },
		{ ROLE_BATTLECARD, "## Why we win\n- a\n## Objections\n- b\n" },
		{ ROLE_BATTLECARD, "---\ncompetitor: shiftly\n---\nText.\n" },
		{ ROLE_INTERVIEW, "---\ninterviewee: CFO\n---\nText.\n" },
		{ ROLE_INTERVIEW, "---\ndecided_against: [x]\n---\nText.\n" },
		{ ROLE_INTERVIEW, "---\ndeal_id: D-1\n---\n> Words.\n" },
		{ ROLE_OTHER, "---\ndeal_id: D-1\n---\nWords.\n" },
		{ ROLE_NARRATIVE,
			"# Story\n## The problem\nx\n## Why now\ny\n## Proof\nz\n" },
		{ ROLE_OTHER, "# We help teams move faster\nWords.\n" },
		{ ROLE_OTHER, "---\ntitle: [broken\n---\nWords.\n" },
		{ ROLE_OTHER, "" },
	};
	for (size_t i = 0; i < COUNT(CASES); i++) {
		struct doc doc = lines_doc(&arena, "x.md", CASES[i].text);
		assert_int_equal(papers_recognise(&doc), CASES[i].want);
	}
	struct doc canvas = lines_doc(&arena, "x.md", CANVAS);
	assert_int_equal(papers_recognise(&canvas), ROLE_CANVAS);
}

// A manual of a hundred thousand headings once took minutes to be found no canvas.
TEST(endless_headings_end_soon)
{
	struct buf text = { 0 };
	for (int i = 0; i < 100000; i++)
		buf_fmt(&text, "## Competitve alternatve number %d\n- a\n", i);
	buf_byte(&text, '\0');
	struct doc doc = lines_doc(&arena, "x.md", text.at);
	clock_t start = clock();
	assert_int_equal(papers_recognise(&doc), ROLE_OTHER);
	source = (struct source){ .path = S("x.md"), .role = ROLE_CANVAS };
	papers = (struct papers){ 0 };
	papers_add(&papers, &doc, 0, &source, &arena);
	assert_true((double)(clock() - start) / CLOCKS_PER_SEC < 2);
	assert_true(papers.canvases[0].other.count <= 200);
	assert_true(source.notes.count <= NOTES_MAX);
	buf_done(&text);
}

TEST(the_newest_canvas_is_in_force)
{
	struct source sources[3] = { { .path = S("a.md"), .role = ROLE_CANVAS },
		{ .path = S("positioning/history/b.md"), .role = ROLE_CANVAS_HISTORY },
		{ .path = S("c.md"), .role = ROLE_CANVAS } };
	static const char *const TEXTS[] = {
		"---\neffective: 2025-09-01\n---\n## Value\n- a\n",
		"---\neffective: 2025-12-01\n---\n## Value\n- b\n",
		"---\neffective: 2024-01-01\n---\n## Value\n- c\n"
	};
	papers = (struct papers){ 0 };
	for (uint32_t i = 0; i < 3; i++) {
		struct doc doc = lines_doc(&arena, sources[i].path.at, TEXTS[i]);
		papers_add(&papers, &doc, i, &sources[i], &arena);
	}
	papers_settle(&papers, sources);
	assert_int_equal(papers.canvases[0].source, 2);
	assert_int_equal(papers.canvases[1].source, 1); // later, but in history
	assert_int_equal(papers.canvases[2].source, 0);
	assert_int_equal(sources[0].role, ROLE_CANVAS);
	assert_int_equal(sources[1].role, ROLE_CANVAS_HISTORY);
	assert_int_equal(sources[2].role, ROLE_CANVAS_HISTORY);
}

// The documents above are built by hand; the Markdown reader makes the same of them.
TEST(the_markdown_reader_gives_the_same_canvas)
{
	struct doc doc = { .arena = &arena };
	struct error err = { 0 };
	source = (struct source){ .path = S("positioning/positioning.md"),
		.role = ROLE_CANVAS };
	assert_true(doc_read(source.path, str_of(CANVAS), NULL, &doc, &err));
	assert_int_equal(papers_recognise(&doc), ROLE_CANVAS);
	papers = (struct papers){ 0 };
	papers_add(&papers, &doc, 0, &source, &arena);
	add(ROLE_CANVAS, "positioning/positioning.md", CANVAS);
	const struct canvas *read = &papers.canvases[0], *built = &papers.canvases[1];
	assert_int_equal(read->effective.days, built->effective.days);
	for (enum element e = 0; e < ELEMENT_COUNT; e++) {
		const struct paper_lines *r = &read->elements[e],
					 *b = &built->elements[e];
		assert_int_equal(r->count, b->count);
		for (size_t i = 0; i < r->count; i++) {
			assert_true(str_eq(r->at[i].id, b->at[i].id));
			assert_true(str_eq(r->at[i].text, b->at[i].text));
			assert_int_equal(r->at[i].place.major, b->at[i].place.major);
			assert_int_equal(r->at[i].place.minor, b->at[i].place.minor);
			assert_int_equal(
				r->at[i].reference_count, b->at[i].reference_count);
		}
	}
}

static bool sample(const char *path, enum role role)
{
	struct file file;
	struct error err = { 0 };
	struct doc doc = { .arena = &arena };
	struct str name = arena_fmt(&arena, "../shared/data/fernhollow/%s", path);
	if (!file_open(name.at, 1 << 20, &file, &err))
		return false;
	source = (struct source){ .path = str_of(path), .role = role };
	bool yaml = role == ROLE_LAUNCH || role == ROLE_TIES;
	if (yaml) {
		assert_true(
			papers_add_yaml(&papers, file.bytes, 0, &source, &arena, &err));
	} else {
		assert_true(doc_read(source.path, file.bytes, NULL, &doc, &err));
		assert_int_equal(papers_recognise(&doc), role);
		papers_add(&papers, &doc, 0, &source, &arena);
	}
	assert_int_equal(source.notes.count, 0);
	file_close(&file);
	return true;
}

TEST(the_sample_workspace_is_read)
{
	papers = (struct papers){ 0 };
	if (!sample("positioning/positioning.md", ROLE_CANVAS)) {
		print_message("skipped: ../shared/data is not here\n");
		skip();
	}
	assert_true(sample("competitors/shiftly/battlecard.md", ROLE_BATTLECARD));
	assert_true(sample("interviews/INT-07.md", ROLE_INTERVIEW));
	assert_true(sample("launches/insights-alerts.yaml", ROLE_LAUNCH));
	assert_true(sample("web/relationships.yaml", ROLE_TIES));
	static const size_t WANT[ELEMENT_COUNT] = { 2, 2, 2, 1, 1 };
	for (enum element e = 0; e < ELEMENT_COUNT; e++)
		assert_int_equal(papers.canvases[0].elements[e].count, WANT[e]);
	assert_int_equal(papers.battlecards[0].parts[CARD_FACTS].count, 2);
	assert_string_equal(
		day(papers.battlecards[0].parts[CARD_FACTS].at[1].date), "2025-07-10");
	assert_int_equal(papers.interviews[0].quotes.count, 1);
	assert_int_equal(papers.launches[0].gate_count, 5);
	assert_int_equal(papers.launches[0].gates[2].line, 9);
	assert_int_equal(papers.tie_count, 3);
}

TEST(odd_lines_stay_lines)
{
	struct paper_lines lines = { 0 };
	static const char *const ODD[] = { "[", "]", "[:]", "[a:]", "[a: b", "a] [b",
		"TOOLONG-1 x", "A- x", "A-123456 x", "A-1x y", "[evidence: ,,]", "- -" };
	for (size_t i = 0; i < COUNT(ODD); i++)
		paper_line_add(&lines, str_of(ODD[i]), (struct place){ 0 }, &arena);
	for (size_t i = 0; i < lines.count; i++)
		assert_true(lines.at[i].text.len || lines.at[i].reference_count);
	assert_true(is(lines.at[0].text, "["));
	assert_true(is(lines.at[4].text, "[a: b"));
	assert_true(is(lines.at[9].id, "A-1x"));
}

MAIN(RUN(a_canvas_gives_its_elements_with_their_lines),
	RUN(headings_are_known_in_two_languages_and_with_slips),
	RUN(what_a_canvas_lacks_is_said),
	RUN(a_battlecard_gives_facts_with_the_day_they_were_seen),
	RUN(an_interview_gives_the_buyers_words),
	RUN(a_launch_gives_its_gates_with_their_lines), RUN(drawn_ties_know_their_line),
	RUN(papers_are_recognised_by_what_stands_in_them), RUN(endless_headings_end_soon),
	RUN(the_newest_canvas_is_in_force),
	RUN(the_markdown_reader_gives_the_same_canvas), RUN(the_sample_workspace_is_read),
	RUN(odd_lines_stay_lines))
