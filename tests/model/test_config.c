// candor.yaml: every key, every mistake, and what is written for a new workspace.
#include <stdio.h>

#include "test.h"

#include <string.h>

#include "model/keys.h"
#include "model/record.h"

static struct arena arena;
static struct error err;
static struct config config;

static bool reads(const char *text)
{
	err = (struct error){ 0 };
	return config_read(str_of(text), S("candor.yaml"), &arena, &config, &err);
}

static void must_read(const char *text)
{
	if (!reads(text))
		fail_msg("%s", err.text);
}

static void must_refuse(const char *text, const char *want)
{
	if (reads(text))
		fail_msg("accepted: %s", text);
	assert_string_equal(err.text, want);
	assert_int_equal(err.code, ERROR_CONFIG);
}

static bool is(struct str s, const char *want)
{
	return str_eq(s, str_of(want));
}

TEST(an_empty_file_gives_the_defaults)
{
	must_read("");
	assert_int_equal(config.path.len, 0);
	assert_int_equal(config.fiscal_starts[0], 1);
	assert_int_equal(config.fiscal_starts[1], 1);
	assert_int_equal(config.high_value_cents, 0);
	assert_int_equal(config.fresh_battlecard.warn, 60);
	assert_int_equal(config.fresh_battlecard.error, 120);
	assert_int_equal(config.fresh_deals.warn, 14);
	assert_int_equal(config.fresh_deals.error, 0);
	assert_int_equal(config.fresh_claims.warn, 180);
	assert_int_equal(config.fresh_pages.warn, 60);
	assert_false(config.name_people);
	assert_int_equal(config.min_group, 3);
	assert_false(config.mail_bodies);
	assert_int_equal(config.web.window_days, 180);
	assert_int_equal(config.web.k, 5);
	assert_int_equal(config.web.focus, 3);
	assert_true(config.web.mail > 0.49 && config.web.mail < 0.51);
	assert_int_equal(config.warnings.count, 0);
}

TEST(every_key_reaches_its_member)
{
	must_read("company: Acme\n"
		  "aliases: [ACME, \"Acme Inc.\", acme.example]\n"
		  "products: Acme Desk\n" // one text is a list of one
		  "currency: EUR\n"
		  "fiscal_year_starts: 02-01\n"
		  "high_value: 60k\n"
		  "competitors:\n"
		  "  - {id: beta, name: Beta, aliases: [\"Be-ta\"]}\n"
		  "  - Gamma & Sons\n" // a name alone
		  "alternatives:\n"
		  "  - {id: status-quo, name: Do nothing, aliases: [None]}\n"
		  "best_fit: {field: segment, values: [mid-market, enterprise]}\n"
		  "functions: [product, sales]\n"
		  "objectives: goals/objectives.csv\n"
		  "sources:\n"
		  "  deals: {path: \"exports/*.csv\", columns: {id: \"Opportunity ID\"}, "
		  "dates: day-first}\n"
		  "freshness: {battlecard: {warn: 8w, error: 6m}, pages: {warn: 1y}}\n"
		  "privacy: {name_people: yes, min_group: 5}\n"
		  "mail: {bodies: true}\n"
		  "web: {window: 120d, half_life: 60d, k: 4, focus: 2, names: true,\n"
		  "      weights: {meeting: 2, mail: 0.25}}\n"
		  "suppress:\n"
		  "  - {finding: stale-battlecard, scope: competitors/beta,\n"
		  "     reason: retired, owner: ines, until: 2026-03-31}\n");
	assert_true(is(config.company, "Acme"));
	assert_int_equal(config.alias_count, 3);
	assert_true(is(config.aliases[1], "Acme Inc."));
	assert_int_equal(config.product_count, 1);
	assert_string_equal(config.currency, "EUR");
	assert_int_equal(config.fiscal_starts[0], 2);
	assert_int_equal(config.high_value_cents, 6000000);
	assert_int_equal(config.rival_count, 2);
	assert_true(is(config.rivals[0].aliases[0], "Be-ta"));
	assert_int_equal(config.rivals[0].line, 8);
	assert_true(is(config.rivals[1].name, "Gamma & Sons"));
	assert_true(is(config.rivals[1].id, "gamma-sons"));
	assert_true(is(config.alternatives[0].aliases[0], "None"));
	assert_true(is(config.best_fit.field, "segment"));
	assert_int_equal(config.best_fit.value_count, 2);
	assert_int_equal(config.function_count, 2);
	assert_true(is(config.functions[1].name, "sales"));
	assert_true(is(config.objectives_path, "goals/objectives.csv"));
	assert_int_equal(config.source_count, 2); // the objectives are a source, too
	assert_true(is(
		config_source(&config, S("goals/objectives.csv"))->kind, "objectives"));
	assert_true(is(config.sources[0].kind, "deals"));
	assert_true(is(config.sources[0].columns[0], "Opportunity ID"));
	assert_int_equal(config.sources[0].dates, DATE_DAY_FIRST);
	assert_ptr_equal(config_source(&config, S("exports/a.csv")), config.sources);
	assert_null(config_source(&config, S("deals.csv")));
	assert_ptr_equal(config_kind(&config, S("deals")), config.sources);
	assert_int_equal(config.fresh_battlecard.warn, 56);
	assert_int_equal(config.fresh_battlecard.error, 183);
	assert_int_equal(config.fresh_pages.warn, 365);
	assert_int_equal(config.fresh_deals.warn, 14); // untouched
	assert_true(config.name_people && config.mail_bodies && config.web.names);
	assert_int_equal(config.min_group, 5);
	assert_int_equal(config.web.window_days, 120);
	assert_int_equal(config.web.half_life_days, 60);
	assert_int_equal(config.web.k, 4);
	assert_int_equal(config.web.focus, 2);
	assert_true(config.web.meeting > 1.9 && config.web.mail < 0.3);
	assert_int_equal(config.silence_count, 1);
	assert_true(is(config.silences[0].scope, "competitors/beta"));
	assert_string_equal(date_str(&arena, config.silences[0].until).at, "2026-03-31");
	assert_int_equal(config.silences[0].line, 23);
	assert_int_equal(config.warnings.count, 0);
}

TEST(functions_and_objectives_may_be_written_out)
{
	must_read("functions:\n"
		  "  support: {people: people.csv, where: \"team=Support\"}\n"
		  "  cs: {people: [cs@acme.example, \"*@success.acme.example\"]}\n"
		  "  sales:\n"
		  "objectives:\n"
		  "  - id: churn\n"
		  "    name: Cut churn in mid-market\n"
		  "    value: 1.8M\n"
		  "    until: 2026-12-31\n"
		  "    path: [support, cs, product]\n"
		  "    links: {cs-product: coown, product-engineering: depend}\n");
	assert_int_equal(config.function_count, 3);
	assert_true(is(config.functions[0].people[0], "people.csv"));
	assert_true(is(config.functions[0].where, "team=Support"));
	assert_int_equal(config.functions[1].people_count, 2);
	assert_true(is(config.functions[2].name, "sales"));
	assert_int_equal(config.objective_count, 1);
	assert_int_equal(config.objectives[0].value_cents, 180000000);
	assert_int_equal(config.objectives[0].path_count, 3);
	assert_true(is(config.objectives[0].links[1], "product-engineering"));
	assert_true(is(config.objectives[0].levels[1], "depend"));
	assert_int_equal(config.objectives[0].line, 6);
	assert_int_equal(config.objectives_path.len, 0);
}

TEST(unknown_keys_are_asked_about)
{
	must_refuse("company: A\ncompetitor: [B]\n",
		"candor.yaml:2: unknown key 'competitor'; did you mean 'competitors'?");
	must_refuse("freshness: {batlecard: {warn: 60d}}\n",
		"candor.yaml:1: unknown key 'batlecard'; did you mean 'battlecard'?");
	must_refuse("competitors:\n- {id: b, nmae: B}\n",
		"candor.yaml:2: unknown key 'nmae'; did you mean 'name'?");
	must_refuse("min_group: 3\n",
		"candor.yaml:1: 'min_group' does not stand here; it "
		"is written as privacy.min_group");
	must_refuse("mail: {colour: red}\n",
		"candor.yaml:1: unknown key 'colour'; known here: bodies");
	must_refuse("sources: {deal: {path: x.csv}}\n",
		"candor.yaml:1: unknown source 'deal'; did you mean 'deals'?");
	must_refuse("sources: {lead: {path: x.csv}}\n",
		"candor.yaml:1: unknown source 'lead'; did you mean 'leads'?");
	must_read("sources: {leads: {path: x.csv}, owners: {path: y.csv}}\n");
	must_refuse("sources: {stones: {path: x.csv}}\n",
		"candor.yaml:1: unknown source 'stones'; `candor help files` lists the "
		"tables");
	must_refuse("sources: {touches: {path: x.csv, columns: {assset: File}}}\n",
		"candor.yaml:1: touches has no field 'assset'; nearest is 'asset'");
}

TEST(age_need_not_matter)
{
	static const char *const NONE[] = { "none", "never", "0" };
	for (size_t i = 0; i < COUNT(NONE); i++) {
		char text[60];
		(void)snprintf(
			text, sizeof text, "web: {half_life: %s, k: 1}\n", NONE[i]);
		must_read(text);
		assert_int_equal(config.web.half_life_days, 0);
		assert_int_equal(config.web.k, 1);
	}
}

TEST(wrong_values_say_what_was_expected)
{
	static const char *const CASES[][2] = {
		{ "currency: euro\n",
			"candor.yaml:1: 'currency' is 'euro'; expected three "
			"capital letters such as EUR" },
		{ "currency: [EUR]\n", "candor.yaml:1: 'currency' is a list; expected "
				       "three capital letters such as EUR" },
		{ "high_value: sixty\n",
			"candor.yaml:1: 'high_value' is 'sixty'; expected "
			"an amount such as 60000, 60k or 1.2M" },
		{ "fiscal_year_starts: 13-01\n", "candor.yaml:1: 'fiscal_year_starts' is "
						 "'13-01'; expected a month "
						 "and day such as 02-01" },
		{ "\nprivacy: {min_group: 1}\n",
			"candor.yaml:2: 'min_group' is '1'; "
			"expected a whole number from 2 to 100" },
		{ "web: {focus: 4}\n", "candor.yaml:1: 'focus' is '4'; expected a whole "
				       "number from 1 to 3" },
		{ "freshness: {battlecard: {warn: soon}}\n",
			"candor.yaml:1: 'warn' is 'soon'; expected a time such as 60d, "
			"8w, "
			"6m or 1y" },
		{ "web: {half_life: 3d}\n",
			"candor.yaml:1: 'half_life' is '3d'; expected a time such as "
			"60d, 8w, 6m or 1y, at least 7 days, or none" },
		{ "web: {window: none}\n",
			"candor.yaml:1: 'window' is 'none'; expected a time such as 60d, "
			"8w, 6m or 1y, at least 14 days" },
		{ "web: {window: 3d}\n", "candor.yaml:1: 'window' is '3d'; expected a "
					 "time such as 60d, 8w, "
					 "6m or 1y, at least 14 days" },
		{ "freshness: 60d\n",
			"candor.yaml:1: 'freshness' is '60d'; expected a group of keys" },
		{ "mail: {bodies: maybe}\n",
			"candor.yaml:1: 'bodies' is 'maybe'; expected true or false" },
		{ "competitors: Beta\n",
			"candor.yaml:1: 'competitors' is 'Beta'; expected "
			"a list, each element with its keys" },
		{ "sources: {deals: {dates: dd/mm}}\n",
			"candor.yaml:1: 'dates' is 'dd/mm'; expected day-first or "
			"month-first" },
		{ "- a\n- b\n",
			"candor.yaml:1: this is a list; expected keys, each with a "
			"colon and its value" },
		{ "best_fit: {field: segment}\n",
			"candor.yaml: best_fit names the field 'segment' but no values; "
			"write best_fit: {field: segment, values: [...]}" },
		{ "objectives: [{id: o, links: {a-b: much}}]\n",
			"candor.yaml:1: a link is inform, contribute, coown or depend, "
			"not "
			"much" },
	};
	for (size_t i = 0; i < COUNT(CASES); i++)
		must_refuse(CASES[i][0], CASES[i][1]);
}

TEST(a_function_stands_once_and_picks_rows_of_a_file)
{
	must_refuse("functions: [customer-success, Customer Success]\n",
		"candor.yaml:1: this function stands here twice: Customer Success");
	must_refuse("functions:\n  support: {people: people.csv, where: Support}\n",
		"candor.yaml:2: where is column=value, as in \"team=Support\", not "
		"Support");
	must_refuse("functions:\n  support: {people: a@b.example, where: \"t=S\"}\n",
		"candor.yaml:2: where picks rows of a file: name it in people of "
		"support");
	must_read("functions:\n  support: {people: [Tier 2, \"*@help.b.example\"]}\n");
}

TEST(a_silence_needs_reason_owner_and_end)
{
	static const char *const LACKING[][2] = {
		{ "owner: o, until: 2026-01-01", "reason" },
		{ "reason: r, until: 2026-01-01", "owner" },
		{ "reason: r, owner: o", "until" },
		{ "reason: r, owner: o, until: ~", "until" },
	};
	for (size_t i = 0; i < COUNT(LACKING); i++) {
		struct str text = arena_fmt(
			&arena, "suppress:\n- {finding: f, %s}\n", LACKING[i][0]);
		struct str want = arena_fmt(
			&arena, "candor.yaml:2: '%s' is missing here", LACKING[i][1]);
		assert_false(reads(text.at));
		assert_true(str_starts(str_of(err.text), want));
		assert_non_null(
			strstr(err.text, "only with a reason, an owner and an end"));
	}
	assert_false(reads("suppress:\n- {reason: r, owner: o, until: 2026-01-01}\n"));
	assert_false(reads("suppress: [stale-battlecard]\n"));
}

TEST(names_that_clash_are_noted_or_refused)
{
	must_refuse("competitors: [Beta, {id: beta, name: B}]\n",
		"candor.yaml:1: this id stands here twice; choose another: beta");
	must_read("company: Acme\ncompetitors:\n- {name: Beta, aliases: [B2]}\n"
		  "- {name: Gamma, aliases: [b2, acme]}\n");
	assert_int_equal(config.warnings.count, 2);
	assert_string_equal(config.warnings.at[0].at,
		"candor.yaml:4: 'b2' already means Beta (line 3); the first one counts");
	assert_string_equal(config.warnings.at[1].at,
		"candor.yaml:4: 'acme' is also how the company itself is written; it "
		"counts as the company");
	must_read("freshness: {battlecard: {warn: 60d, error: 30d}}\n");
	assert_int_equal(config.warnings.count, 1);
}

TEST(hostile_text_in_values_is_made_safe)
{
	must_read("company: \"A\\e[2Jb\\u202e\"\n");
	assert_null(memchr(config.company.at, 0x1b, config.company.len));
	assert_false(reads("\"\\e[31mx\": 1\n"));
	assert_null(strchr(err.text, 0x1b));
}

// Takes the "# " off every line that holds a commented key.
static struct str uncommented(struct str text)
{
	struct buf b = { 0 };
	struct str line;
	while (str_line(&text, &line)) {
		struct str key = str_from(line, 2);
		size_t colon = str_find(key, S(": "), 0);
		if (str_starts(line, S("# ")) && colon != STR_NONE &&
			form_find(&config_form, str_cut(key, 0, colon)))
			line = key;
		buf_add(&b, line);
		buf_byte(&b, '\n');
	}
	struct str s = arena_str(&arena, buf_str(&b));
	buf_done(&b);
	return s;
}

TEST(what_init_writes_can_be_read_with_and_without_its_examples)
{
	static const struct key_value KNOWN[] = {
		{ "company", STR_INIT("\"Acme: the company\"") },
		{ "competitors", STR_INIT("\n  - {id: beta, name: Beta}") },
	};
	struct buf b = { 0 };
	keys_yaml(KNOWN, COUNT(KNOWN), &b);
	must_read(arena_str(&arena, buf_str(&b)).at);
	assert_true(is(config.company, "Acme: the company"));
	assert_int_equal(config.rival_count, 1);
	assert_int_equal(config.alternative_count, 0);
	must_read(uncommented(buf_str(&b)).at);
	assert_int_equal(config.alternative_count, 1);
	assert_int_equal(config.silence_count, 1);
	assert_int_equal(config.web.focus, 3);
	struct str rest = buf_str(&b), line;
	while (str_line(&rest, &line))
		assert_true(line.len <= 140); // examples are one line each
	buf_done(&b);
}

// Each example of the table is a value that its own key accepts.
TEST(every_example_and_default_is_accepted)
{
	for (const struct form_key *k = config_form.keys; k->path; k++) {
		char room[64];
		if (k->type == KEY_LINE)
			continue;
		assert_non_null(k->doc);
		assert_non_null(k->example);
		if (k->fallback)
			assert_true(key_read(k, str_of(k->fallback), &arena, room));
		bool scalar = k->type != KEY_GROUP && k->type < KEY_TEXTS;
		if (scalar && k->example[0] != '"')
			assert_true(key_read(k, str_of(k->example), &arena, room));
	}
}

TEST(help_and_reference_name_every_key)
{
	struct buf help = { 0 }, reference = { 0 };
	assert_true(keys_help(S(""), &help));
	keys_markdown(&reference);
	for (const struct form_key *k = config_form.keys; k->path; k++) {
		if (k->type == KEY_LINE)
			continue;
		struct str row = arena_fmt(&arena, "| `%s` | ", k->path);
		assert_true(str_find(buf_str(&help), str_of(k->path), 0) != STR_NONE);
		assert_true(str_find(buf_str(&reference), row, 0) != STR_NONE);
	}
	buf_clear(&help);
	assert_true(keys_help(S("privacy"), &help));
	assert_true(str_find(buf_str(&help), S("privacy.min_group"), 0) != STR_NONE);
	assert_true(str_find(buf_str(&help), S("currency"), 0) == STR_NONE);
	assert_false(keys_help(S("priv"), &help));
	buf_done(&help);
	buf_done(&reference);
}

TEST(texts_are_quoted_where_yaml_needs_it)
{
	static const char *const CASES[][2] = {
		{ "Acme", "Acme" },
		{ "Fern Hollow", "Fern Hollow" },
		{ "acme.example", "acme.example" },
		{ "no", "\"no\"" },
		{ "2025", "\"2025\"" },
		{ "a: b", "\"a: b\"" },
		{ "say \"x\"\\", "\"say \\\"x\\\"\\\\\"" },
		{ "#1", "\"#1\"" },
		{ "", "\"\"" },
		{ "Über", "Über" },
	};
	for (size_t i = 0; i < COUNT(CASES); i++) {
		struct buf b = { 0 };
		keys_quote(str_of(CASES[i][0]), &b);
		assert_true(is(buf_str(&b), CASES[i][1]));
		buf_add(&b, S("\n"));
		struct str yaml =
			arena_fmt(&arena, "company: %" PRI_STR, ARG_STR(buf_str(&b)));
		must_read(yaml.at);
		assert_true(is(config.company, CASES[i][0]));
		buf_done(&b);
	}
}

TEST(the_sample_workspace_is_read)
{
	struct file file;
	struct error none = { 0 };
	if (!file_open("../shared/data/fernhollow/candor.yaml", 1 << 20, &file, &none)) {
		print_message("skipped: ../shared/data is not here\n");
		skip();
	}
	assert_true(config_read(file.bytes, S("candor.yaml"), &arena, &config, &err));
	assert_true(is(config.company, "Fernhollow"));
	assert_int_equal(config.rival_count, 2);
	assert_int_equal(config.alternative_count, 2);
	assert_int_equal(config.function_count, 10);
	assert_int_equal(config.silence_count, 1);
	assert_int_equal(config.silences[0].line, 21);
	assert_int_equal(config.warnings.count, 0);
	file_close(&file);
}

MAIN(RUN(an_empty_file_gives_the_defaults), RUN(every_key_reaches_its_member),
	RUN(functions_and_objectives_may_be_written_out),
	RUN(a_function_stands_once_and_picks_rows_of_a_file),
	RUN(unknown_keys_are_asked_about), RUN(age_need_not_matter),
	RUN(wrong_values_say_what_was_expected),
	RUN(a_silence_needs_reason_owner_and_end),
	RUN(names_that_clash_are_noted_or_refused),
	RUN(hostile_text_in_values_is_made_safe),
	RUN(what_init_writes_can_be_read_with_and_without_its_examples),
	RUN(every_example_and_default_is_accepted),
	RUN(help_and_reference_name_every_key), RUN(texts_are_quoted_where_yaml_needs_it),
	RUN(the_sample_workspace_is_read))
