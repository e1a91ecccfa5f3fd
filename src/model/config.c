#include "model/config.h"

#include <inttypes.h>
#include <string.h>

#include "model/deals_load.h"
#include "model/exports.h"
#include "model/keys.h"
#include "model/record.h"

struct check {
	struct str path;
	struct config *config;
	struct arena *a;
	struct error *err;
};

struct str config_id(struct arena *a, struct str name)
{
	enum { ID_MAX = 60 };
	struct str lower = utf8_lower(a, str_cut(name, 0, ID_MAX));
	char *id = arena_alloc(a, lower.len + 1, 1);
	size_t len = 0;
	for (size_t i = 0; i < lower.len; i++) {
		if (byte_is_word(lower.at[i]))
			id[len++] = lower.at[i];
		else if (len && id[len - 1] != '-')
			id[len++] = '-';
	}
	while (len && id[len - 1] == '-')
		len--;
	return (struct str){ id, len };
}

static bool refuse(
	const struct check *c, uint32_t line, const char *what, struct str word)
{
	return error_set(c->err, ERROR_CONFIG, "%" PRI_STR ":%" PRIu32 ": %s%" PRI_STR,
		ARG_STR(c->path), line, what, ARG_STR(word));
}

// Every vendor has an id and a name; each makes up for the other.
static bool name_vendors(const struct check *c, struct said_vendor *at, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct said_vendor *v = &at[i];
		if (!v->name.len)
			v->name = v->id;
		if (!v->id.len)
			v->id = config_id(c->a, v->name);
		if (!v->id.len)
			return refuse(c, v->line,
				"a name is missing here; write {id: beta, name: Beta}",
				S(""));
	}
	return true;
}

struct spelling {
	const struct said_vendor *whose;
};

// The spellings seen so far, and whose each is; the company's are `us`.
struct spellings {
	struct map words;
	struct spelling *at; // beside words.keys
	size_t room;
	struct said_vendor us;
};

static void note_clash(const struct check *c, const struct spellings *s, struct str word,
	const struct said_vendor *first, const struct said_vendor *second)
{
	if (first == &s->us)
		notes_add(&c->config->warnings,
			"%" PRI_STR ":%" PRIu32 ": '%" PRI_STR "' is also how the "
			"company itself is written; it counts as the company",
			ARG_STR(c->path), second->line, ARG_STR(word));
	else
		notes_add(&c->config->warnings,
			"%" PRI_STR ":%" PRIu32 ": '%" PRI_STR "' already means %" PRI_STR
			" (line %" PRIu32 "); the first one counts",
			ARG_STR(c->path), second->line, ARG_STR(word),
			ARG_STR(first->name), first->line);
}

static void claim_spelling(const struct check *c, struct spellings *s, struct str word,
	const struct said_vendor *vendor)
{
	size_t known = s->words.count;
	size_t at = map_add(&s->words, utf8_lower(c->a, word));
	if (at == known) {
		s->at = arena_more(c->a, s->at, known, &s->room, sizeof *s->at);
		s->at[at].whose = vendor;
	} else if (s->at[at].whose != vendor) {
		note_clash(c, s, word, s->at[at].whose, vendor);
	}
}

static bool claim_vendor(const struct check *c, struct spellings *s, struct map *ids,
	const struct said_vendor *v)
{
	size_t known = ids->count;
	if (map_add(ids, v->id) < known)
		return refuse(
			c, v->line, "this id stands here twice; choose another: ", v->id);
	claim_spelling(c, s, v->id, v);
	claim_spelling(c, s, v->name, v);
	for (size_t i = 0; i < v->alias_count; i++)
		claim_spelling(c, s, v->aliases[i], v);
	return true;
}

static bool check_vendors(const struct check *c)
{
	struct config *g = c->config;
	struct spellings s = { .words = { .arena = c->a } };
	struct map ids = { .arena = c->a };
	if (!name_vendors(c, g->rivals, g->rival_count) ||
		!name_vendors(c, g->alternatives, g->alternative_count))
		return false;
	if (g->company.len)
		claim_spelling(c, &s, g->company, &s.us);
	for (size_t i = 0; i < g->alias_count; i++)
		claim_spelling(c, &s, g->aliases[i], &s.us);
	for (size_t i = 0; i < g->rival_count; i++)
		if (!claim_vendor(c, &s, &ids, &g->rivals[i]))
			return false;
	for (size_t i = 0; i < g->alternative_count; i++)
		if (!claim_vendor(c, &s, &ids, &g->alternatives[i]))
			return false;
	return true;
}

static bool check_kind(const struct check *c, const struct source_rule *rule)
{
	struct near near = { .word = rule->kind };
	if (deals_table_find(rule->kind) != DEALS_NO_TABLE || record_find(rule->kind) ||
		export_find(rule->kind))
		return true;
	for (enum deals_table t = DEALS_NO_TABLE + 1; t < DEALS_TABLES; t++)
		near_try(&near, str_of(deals_table_name(t)));
	for (const struct record_kind *const *k = record_kinds; *k; k++)
		near_try(&near, str_of((*k)->name));
	for (const struct export_kind *k = export_kinds; k->name; k++)
		near_try(&near, str_of(k->name));
	if (near_found(&near))
		return error_set(c->err, ERROR_CONFIG,
			"%" PRI_STR ":%" PRIu32 ": unknown source '%" PRI_STR
			"'; did you mean '%" PRI_STR "'?",
			ARG_STR(c->path), rule->line, ARG_STR(rule->kind),
			ARG_STR(near.best));
	return error_set(c->err, ERROR_CONFIG,
		"%" PRI_STR ":%" PRIu32 ": unknown source '%" PRI_STR
		"'; `candor help files` lists the tables",
		ARG_STR(c->path), rule->line, ARG_STR(rule->kind));
}

// Field names can be checked for the kinds in our table; deals knows its own.
static bool check_fields(const struct check *c, const struct source_rule *rule)
{
	const struct record_kind *kind = record_find(rule->kind);
	for (size_t i = 0; kind && i < rule->field_count; i++) {
		if (record_field_find(kind, rule->fields[i]))
			continue;
		struct near near = { .word = rule->fields[i] };
		for (const struct record_field *f = kind->fields; f->name; f++)
			near_try(&near, str_of(f->name));
		return error_set(c->err, ERROR_CONFIG,
			"%" PRI_STR ":%" PRIu32 ": %s has no field '%" PRI_STR
			"'; nearest is '%" PRI_STR "'",
			ARG_STR(c->path), rule->line, kind->name,
			ARG_STR(rule->fields[i]), ARG_STR(near.best));
	}
	return true;
}

// `objectives: goals.csv` is a source like any other.
static void add_objectives(const struct check *c)
{
	struct config *g = c->config;
	if (!g->objectives_path.len || config_kind(g, S("objectives")))
		return;
	struct source_rule *rules =
		ARENA_ARRAY(c->a, struct source_rule, g->source_count + 1);
	for (size_t i = 0; i < g->source_count; i++)
		rules[i] = g->sources[i];
	rules[g->source_count++] = (struct source_rule){ .kind = S("objectives"),
		.pattern = g->objectives_path };
	g->sources = rules;
}

static bool check_sources(const struct check *c)
{
	for (size_t i = 0; i < c->config->source_count; i++) {
		const struct source_rule *rule = &c->config->sources[i];
		if (!check_kind(c, rule) || !check_fields(c, rule))
			return false;
		if (!rule->pattern.len && !rule->field_count && !rule->dates)
			notes_add(&c->config->warnings,
				"%" PRI_STR ":%" PRIu32 ": source '%" PRI_STR
				"' says nothing; it wants path, columns or dates",
				ARG_STR(c->path), rule->line, ARG_STR(rule->kind));
	}
	return true;
}

static void check_limit(const struct check *c, const char *what, struct limit_days limit)
{
	if (limit.error && limit.error < limit.warn)
		notes_add(&c->config->warnings,
			"%" PRI_STR ": freshness.%s fails at %d days, before it warns "
			"at %d",
			ARG_STR(c->path), what, limit.error, limit.warn);
}

static bool check_best_fit(const struct check *c)
{
	const struct segment_rule *rule = &c->config->best_fit;
	if (rule->field.len && !rule->value_count)
		return error_set(c->err, ERROR_CONFIG,
			"%" PRI_STR ": best_fit names the field '%" PRI_STR
			"' but no values; write best_fit: {field: segment, values: "
			"[...]}",
			ARG_STR(c->path), ARG_STR(rule->field));
	if (!rule->field.len && rule->value_count)
		c->config->best_fit.field = S("segment");
	return true;
}

static bool has_file(const struct said_function *f)
{
	for (size_t i = 0; i < f->people_count; i++)
		if (str_eq_nocase(path_suffix(f->people[i]), S(".csv")) ||
			str_eq_nocase(path_suffix(f->people[i]), S(".xlsx")))
			return true;
	return false;
}

// "customer-success" and "Customer Success" are one function.
static bool check_functions(const struct check *c)
{
	struct map ids = { .arena = c->a };
	for (size_t i = 0; i < c->config->function_count; i++) {
		const struct said_function *f = &c->config->functions[i];
		struct str where = f->where;
		size_t known = ids.count;
		if (map_add(&ids, config_id(c->a, f->name)) < known)
			return refuse(
				c, f->line, "this function stands here twice: ", f->name);
		if (!where.len)
			continue;
		size_t equals = str_find_byte(where, '=', 0);
		if (!equals || equals == STR_NONE || equals + 1 == where.len)
			return refuse(c, f->line,
				"where is column=value, as in \"team=Support\", not ",
				where);
		if (!has_file(f))
			return refuse(c, f->line,
				"where picks rows of a file: name it in people of ",
				f->name);
	}
	return true;
}

static bool check_links(const struct check *c)
{
	for (size_t i = 0; i < c->config->objective_count; i++) {
		const struct said_objective *o = &c->config->objectives[i];
		for (size_t j = 0; j < o->link_count; j++) {
			struct str level = o->levels[j];
			if (!str_eq(level, S("inform")) &&
				!str_eq(level, S("contribute")) &&
				!str_eq(level, S("coown")) && !str_eq(level, S("depend")))
				return refuse(c, o->line,
					"a link is inform, contribute, coown or depend, "
					"not ",
					level);
		}
	}
	return true;
}

static bool check_config(const struct check *c)
{
	const struct config *g = c->config;
	add_objectives(c);
	check_limit(c, "battlecard", g->fresh_battlecard);
	check_limit(c, "deals", g->fresh_deals);
	check_limit(c, "claims", g->fresh_claims);
	check_limit(c, "pages", g->fresh_pages);
	return check_vendors(c) && check_sources(c) && check_best_fit(c) &&
	       check_functions(c) && check_links(c);
}

bool config_read(struct str bytes, struct str path, struct arena *a,
	struct config *config, struct error *err)
{
	struct yaml *root = NULL;
	struct yaml_text in = { .path = path, .bytes = bytes, .first_line = 1 };
	struct check c = { path, config, a, err };
	*config = (struct config){
		.path = bytes.len ? arena_str(a, path) : S(""),
		.warnings = { .arena = a },
	};
	form_defaults(&config_form, a, config);
	return yaml_read(&in, a, &root, err) &&
	       form_fill(&config_form, path, root, a, config, &config->warnings, err) &&
	       check_config(&c);
}

const struct source_rule *config_source(const struct config *config, struct str path)
{
	for (size_t i = 0; i < config->source_count; i++)
		if (config->sources[i].pattern.len &&
			path_match(config->sources[i].pattern, path))
			return &config->sources[i];
	return NULL;
}

const struct source_rule *config_kind(const struct config *config, struct str kind)
{
	for (size_t i = 0; i < config->source_count; i++)
		if (str_eq(config->sources[i].kind, kind))
			return &config->sources[i];
	return NULL;
}
