// A first candor.yaml and canvas, and the documentation of the files.
#include "test.h"

#include <stdlib.h>
#include <string.h>

#include "lines.h"
#include "model/formats.h"
#include "model/init.h"
#include "model/keys.h"
#include "rows.h"

static struct arena arena;

static bool is(struct str s, const char *want)
{
	if (str_eq(s, str_of(want)))
		return true;
	print_message("'%.*s' is not '%s'\n", (int)s.len, s.len ? s.at : "", want);
	return false;
}

static void see(struct init_seen *seen, const char *path, const char *site,
	const char *title, const char *url, const char *text)
{
	struct doc doc = lines_doc(&arena, path, text);
	if (site)
		doc_meta(&doc, S("site"), str_of(site), (struct place){ 0 });
	if (title)
		doc_meta(&doc, S("title"), str_of(title), (struct place){ 0 });
	if (url)
		doc_meta(&doc, S("url"), str_of(url), (struct place){ 0 });
	init_see(seen, &doc);
}

TEST(the_company_is_found_on_its_own_pages)
{
	static const struct workspace NONE = { 0 };
	struct init_seen seen = { .arena = &arena };
	assert_int_equal(init_company(&seen, &NONE).len, 0);
	see(&seen, "site/index.html", NULL, "Shift handover software | Fernhollow", NULL,
		"");
	assert_true(is(init_company(&seen, &NONE), "Fernhollow")); // the shorter piece
	see(&seen, "site/pricing.html", NULL, "Pricing | Fernhollow", NULL, "");
	see(&seen, "README.md", NULL, NULL, NULL, "# Fernhollow: handover for plants\n");
	assert_true(is(init_company(&seen, &NONE), "Fernhollow"));
	struct init_seen other = { .arena = &arena };
	see(&other, "a.html", NULL, "Home | Blog", "https://www.acme-tools.example/x",
		"");
	see(&other, "b.html", "Acme Tools", "Home | Acme Tools", NULL, "");
	assert_true(is(init_company(&other, &NONE), "Acme Tools"));
	assert_true(is(init_domain(&other, &NONE), "acme-tools.example"));
	struct workspace named = { .root = S("/home/x/acme") };
	struct init_seen nothing = { .arena = &arena };
	assert_true(is(init_company(&nothing, &named), "acme"));
	named.root = S(".");
	assert_int_equal(init_company(&nothing, &named).len, 0);
}

// A workspace with people, deals and vendors, as ingest would fill it.
static struct workspace workspace(void)
{
	static uint8_t outcome[] = { DEAL_WON, DEAL_LOST, DEAL_LOST, DEAL_OPEN };
	static uint32_t from[] = { 0, 1, 3, 4, 4 };
	static uint16_t list[] = { 1, 1, 2, 3 };
	static uint32_t segment[] = { 1, 2, 1, 0 };
	struct workspace ws = { .arena = &arena, .as_of = date_of(2025, 11, 30) };
	ws.deals = (struct deals){ .count = 4,
		.outcome = outcome,
		.vendors_from = from,
		.vendor_list = list,
		.currency = "EUR" };
	ws.deals.segment.words.arena = &arena;
	assert_int_equal(map_add(&ws.deals.segment.words, S("mid-market")), 0);
	assert_int_equal(map_add(&ws.deals.segment.words, S("enter--prise")), 1);
	ws.deals.segment.code = segment;
	ws.vendors.arena = &arena;
	assert_int_equal(
		vendors_add(&ws.vendors, S("opsgrid"), S("OpsGrid"), VENDOR_RIVAL, true),
		0);
	assert_int_equal(vendors_add(&ws.vendors, S("shiftly"), S("Shiftly: the app"),
				 VENDOR_RIVAL, false),
		1);
	assert_int_equal(vendors_add(&ws.vendors, S("status-quo"), S("Do nothing"),
				 VENDOR_ALTERNATIVE, false),
		2);
	assert_int_equal(
		vendors_add(&ws.vendors, S("lone"), S("Lone"), VENDOR_RIVAL, false), 3);
	assert_int_equal(
		vendors_add(&ws.vendors, S("unmet"), S("Unmet"), VENDOR_RIVAL, false), 4);
	struct record_how how = { .kind = record_find(S("people")), .path = S("p.csv") };
	(void)rows_load(&arena, &how,
		"person,name,function,role,email\na,A,product,PM,a@fernhollow.example\n"
		"b,B,sales,Rep,b@gmail.com\nc,C,product,PM,c@fernhollow.example\n",
		',', &ws.records);
	how.kind = record_find(S("pains"));
	(void)rows_load(&arena, &how,
		"pain_id,pain,source\nPN-1,We search --> binders,x\n", ',', &ws.records);
	return ws;
}

TEST(the_drafted_configuration_is_read_back)
{
	struct workspace ws = workspace();
	struct init_seen seen = { .arena = &arena };
	struct buf out = { 0 };
	struct config config;
	struct error err = { 0 };
	see(&seen, "index.html", "Fern \"hollow\": us", NULL, NULL, "");
	assert_true(init_config(&ws, &seen, &out));
	if (!config_read(buf_str(&out), S("candor.yaml"), &arena, &config, &err))
		fail_msg("%s", err.text);
	assert_true(is(config.company, "Fern \"hollow\": us"));
	assert_true(is(config.aliases[0], "fernhollow.example"));
	assert_string_equal(config.currency, "EUR");
	assert_int_equal(config.rival_count, 3); // folder first, then by deals; unmet not
	assert_true(is(config.rivals[0].id, "opsgrid"));
	assert_true(is(config.rivals[1].name, "Shiftly: the app"));
	assert_true(is(config.rivals[2].id, "lone"));
	assert_int_equal(config.alternative_count, 1);
	assert_int_equal(config.function_count, 2);
	assert_true(is(config.functions[0].name, "product"));
	assert_int_equal(config.warnings.count, 0);
	assert_true(str_find(buf_str(&out), S("# in 2 deals\n"), 0) != STR_NONE);
	ws.config.path = S("candor.yaml");
	buf_clear(&out);
	assert_false(init_config(&ws, &seen, &out)); // never over an existing file
	assert_int_equal(out.len, 0);
	buf_done(&out);
}

TEST(the_drafted_canvas_decides_nothing)
{
	struct workspace ws = workspace();
	struct init_seen seen = { .arena = &arena };
	struct buf out = { 0 };
	struct source page = { .path = S("site/index.html"), .role = ROLE_COPY };
	struct sentence said[] = {
		{ .text = S("Nothing is lost"),
			.sort = IS_CLAIM,
			.level = LEVEL_SUBHEAD },
		{ .text = S("Audits in --> minutes"),
			.sort = IS_CLAIM,
			.level = LEVEL_HEADLINE },
		{ .text = S("Audits in --> minutes"),
			.sort = IS_CLAIM,
			.level = LEVEL_HEADLINE },
		{ .text = S("Book a demo"), .sort = NOT_ACTION, .level = LEVEL_HEADLINE },
	};
	struct copy copy = { .source = &page,
		.title = S("Shift handover"),
		.sentences = { said, COUNT(said), 0 } };
	ws.copies = &copy;
	ws.copy_count = 1;
	assert_true(init_canvas(&ws, &seen, &out));
	struct str text = buf_str(&out);
	static const char *const WANT[] = { "effective: 2025-11-30\n",
		"- Shiftly: the app [evidence: deals:shiftly]  in 2 deals: 1 won, 1 "
		"lost\n",
		"- A-1 Audits in - -> minutes  (site/index.html:0:0)\n",
		"- A-2 Nothing is lost",
		"- V-1 answers: We search - -> binders [pain: PN-1]\n",
		"- mid-market  2 deals: 1 won, 1 lost\n",
		"- enter- -prise  1 deals: 0 won, 1 lost\n",
		"- Shift handover  (site/index.html)\n" };
	for (size_t i = 0; i < COUNT(WANT); i++)
		if (str_find(text, str_of(WANT[i]), 0) == STR_NONE)
			fail_msg("%s is not in:\n%.*s", WANT[i], (int)text.len, text.at);
	assert_true(str_find(text, S("Book a demo"), 0) == STR_NONE);
	// Every comment that is opened is closed before the next one.
	size_t open = 0;
	for (size_t at = 0; (at = str_find(text, S("<!--"), at)) != STR_NONE;
		at++, open++) {
		size_t close = str_find(text, S("-->"), at);
		size_t next = str_find(text, S("<!--"), at + 1);
		assert_true(close != STR_NONE && (next == STR_NONE || close < next));
	}
	assert_int_equal(open, 6);
	// What is drafted is a canvas without a single decided element.
	struct doc doc = lines_doc(&arena, "positioning.md", arena_str(&arena, text).at);
	assert_int_equal(papers_recognise(&doc), ROLE_CANVAS);
	page.role = ROLE_CANVAS;
	ws.sources = &page;
	ws.source_count = 1;
	assert_false(init_canvas(&ws, &seen, &out));
	buf_done(&out);
}

TEST(every_file_has_an_example_that_is_what_it_says)
{
	for (const struct workspace_file *f = workspace_files; f->path; f++) {
		struct workspace_file whole = workspace_file_whole(f);
		struct str path = str_of(f->path), example = str_of(whole.example);
		assert_non_null(whole.gives);
		assert_non_null(whole.unlocks);
		assert_true(str_ends(example, S("\n")));
		assert_ptr_equal(workspace_file_find(path), f);
		struct doc doc = lines_doc(&arena, f->path, whole.example);
		enum role by_path = role_of_doc(role_of_path(path), &doc).role;
		if (by_path == ROLE_CANVAS || by_path == ROLE_BATTLECARD ||
			by_path == ROLE_INTERVIEW)
			assert_int_equal(papers_recognise(&doc), by_path);
		if (by_path == ROLE_LAUNCH || by_path == ROLE_TIES ||
			by_path == ROLE_STYLE) {
			struct role_guess loose = role_of_yaml(
				(struct role_guess){ 0 }, S("x.yaml"), example);
			assert_int_equal(loose.role, by_path);
		}
	}
	// Each kind of table stands among the files, where its own entry says.
	for (const struct record_kind *const *k = record_kinds; *k; k++) {
		const struct workspace_file *f = workspace_file_find(str_of((*k)->file));
		assert_non_null(f);
		assert_string_equal(f->kind, (*k)->name);
	}
	struct config config;
	struct error err = { 0 };
	assert_true(config_read(str_of(workspace_files[0].example), S("candor.yaml"),
		&arena, &config, &err));
	assert_null(workspace_file_find(S("nothing.csv")));
}

TEST(help_and_documentation_name_every_file_and_column)
{
	struct buf docs = { 0 }, help = { 0 };
	formats_write(&docs);
	assert_true(formats_help(S(""), &help));
	for (const struct workspace_file *f = workspace_files; f->path; f++) {
		struct str heading = arena_fmt(&arena, "\n### `%s`\n", f->path);
		assert_true(str_find(buf_str(&docs), heading, 0) != STR_NONE);
		assert_true(str_find(buf_str(&help), str_of(f->path), 0) != STR_NONE);
	}
	assert_true(str_find(buf_str(&docs), S("| **deal_id** | the deal | "), 0) !=
		    STR_NONE);
	buf_clear(&help);
	assert_true(formats_help(S("claims"), &help));
	assert_true(str_find(buf_str(&help), S("qualifier"), 0) != STR_NONE);
	assert_false(formats_help(S("stones"), &help));
	buf_done(&docs);
	buf_done(&help);
}

static const struct str BEGIN = STR_INIT("<!-- printed from src/model/formats.c and "
					 "rec_*.c; BLESS=1 build/tests/test_model_init "
					 "rewrites it -->\n");
static const struct str END = STR_INIT("<!-- end of the files of a workspace -->\n");

// docs/formats.md holds what the tables print; BLESS=1 puts it there.
TEST(the_documentation_is_what_the_tables_print)
{
	static const char PATH[] = "docs/formats.md";
	struct file file;
	struct error err = { 0 };
	struct buf printed = { 0 }, whole = { 0 };
	formats_write(&printed);
	if (!file_open(PATH, 1 << 20, &file, &err))
		fail_msg("%s: %s", PATH, err.text);
	size_t from = str_find(file.bytes, BEGIN, 0), to = str_find(file.bytes, END, 0);
	assert_true(from != STR_NONE && to != STR_NONE && from + BEGIN.len <= to);
	struct str there = str_cut(file.bytes, from + BEGIN.len, to - from - BEGIN.len);
	bool same = str_eq(there, buf_str(&printed));
	if (!same && getenv("BLESS")) {
		buf_add(&whole, str_cut(file.bytes, 0, from + BEGIN.len));
		buf_add(&whole, buf_str(&printed));
		buf_add(&whole, str_from(file.bytes, to));
		assert_true(file_write(PATH, buf_str(&whole), &err));
		same = true;
	}
	file_close(&file);
	buf_done(&printed);
	buf_done(&whole);
	if (!same)
		fail_msg("%s differs from the tables; BLESS=1 rewrites it", PATH);
}

MAIN(RUN(the_company_is_found_on_its_own_pages),
	RUN(the_drafted_configuration_is_read_back),
	RUN(the_drafted_canvas_decides_nothing),
	RUN(every_file_has_an_example_that_is_what_it_says),
	RUN(help_and_documentation_name_every_file_and_column),
	RUN(the_documentation_is_what_the_tables_print))
