// Who is who, as people.csv and candor.yaml say it.
#include "model/model.h"
#include "traffic/identity_words.h"
#include "traffic/people.h"

static bool is_pattern(struct str entry)
{
	return str_find_byte(entry, '*', 0) != STR_NONE;
}

static bool is_file(struct str entry)
{
	struct str suffix = path_suffix(entry);
	return str_find_byte(entry, '@', 0) == STR_NONE &&
	       (str_eq_nocase(suffix, S(".csv")) || str_eq_nocase(suffix, S(".xlsx")) ||
		       str_eq_nocase(suffix, S(".tsv")));
}

static void add_pattern(struct identity *who, struct str pattern, uint32_t function)
{
	size_t n = who->pattern_count;
	who->patterns = arena_more(
		who->arena, who->patterns, n, &who->pattern_room, sizeof *who->patterns);
	who->pattern_function = arena_more(who->arena, who->pattern_function, n,
		&who->pattern_function_room, sizeof *who->pattern_function);
	who->patterns[n] = utf8_lower(who->arena, str_trim(pattern));
	who->pattern_function[n] = function;
	who->pattern_count++;
}

// "support@acme.example", "cs@...", "all-sales@...": named after what it is for.
static bool is_mailbox(const struct identity *who, struct str plain, struct str function)
{
	size_t at = str_find_byte(plain, '@', 0);
	if (at == STR_NONE)
		return false;
	struct str local = str_cut(plain, 0, at);
	return names_functions(local).len || names_everybody(local) ||
	       str_eq(config_id(who->arena, local), config_id(who->arena, function));
}

// An address, a person's name or a group's, as one function claims it.
static void claim(struct identity *who, const struct said_function *f, struct str entry,
	uint32_t function)
{
	size_t before = who->member_count;
	uint32_t member = identity_member(who, entry);
	struct member *m = &who->members[member];
	struct membership span = { .function = function, .said = true };
	if (member == before) {
		bool address = str_find_byte(m->id, '@', 0) != STR_NONE;
		m->shared = is_mailbox(who, m->id, f->name);
		m->group = !address; // a name that no directory has is a team's
	}
	identity_span(who, member, span);
}

static void add_said(struct identity *who, struct notes *notes)
{
	const struct config *config = &who->ws->config;
	for (size_t i = 0; i < config->function_count; i++) {
		const struct said_function *f = &config->functions[i];
		uint32_t function = identity_function(who, f->name);
		for (size_t k = 0; k < f->people_count && function != IDENTITY_NOBODY;
			k++) {
			if (is_file(f->people[k]))
				people_of_file(who, f, f->people[k], notes);
			else if (is_pattern(f->people[k]))
				add_pattern(who, f->people[k], function);
			else
				claim(who, f, f->people[k], function);
		}
	}
}

static void add_addresses(struct identity *who, uint32_t member, struct str cell)
{
	struct str one;
	while (identity_next(who, &cell, &one))
		identity_call(who, member, one);
}

void people_add(struct identity *who, const struct person *p)
{
	uint32_t member = identity_member(who, p->id);
	struct member *m = &who->members[member];
	m->shared |= str_eq(p->kind, S("shared"));
	m->program |= str_eq(p->kind, S("bot"));
	identity_span(who, member,
		(struct membership){ .function = identity_function(who, p->function),
			.from = p->since,
			.to = p->until });
	add_addresses(who, member, p->email);
	add_addresses(who, member, p->aliases);
}

// Names come last, so that a name never takes another person's id or address.
static void add_names(struct identity *who)
{
	const struct records *r = &who->ws->records;
	for (size_t i = 0; i < r->people.count; i++) {
		const struct person *p = &r->people.at[i];
		if (p->name.len)
			identity_call(who, identity_member(who, p->id), p->name);
	}
}

static void add_domain(struct identity *who, struct str domain)
{
	if (domain.len && !names_public_domain(domain))
		(void)map_add(&who->domains, domain); // its place does not matter
}

// Domains of the company: those that candor.yaml names, and those of at least a tenth of
// the directory, so that one contractor's agency does not become the company.
static void add_domains(struct identity *who)
{
	const struct workspace *ws = who->ws;
	struct map seen = { .arena = who->arena };
	size_t *count = ARENA_ARRAY(who->arena, size_t, ws->records.people.count);
	for (size_t i = 0; i < ws->config.alias_count; i++) {
		struct str alias = ws->config.aliases[i];
		if (str_find_byte(alias, '.', 1) != STR_NONE &&
			str_find_byte(alias, ' ', 0) == STR_NONE)
			add_domain(who, utf8_lower(who->arena, alias));
	}
	for (size_t i = 0; i < ws->records.people.count; i++) {
		struct str plain =
			identity_plain(who->arena, ws->records.people.at[i].email);
		if (identity_domain(plain).len)
			count[map_add(&seen, identity_domain(plain))]++;
	}
	for (size_t i = 0; i < seen.count; i++)
		if (count[i] * 10 >= ws->records.people.count)
			add_domain(who, seen.keys[i]);
	for (size_t i = 0; i < who->pattern_count; i++)
		if (!is_pattern(identity_domain(who->patterns[i])))
			add_domain(who, identity_domain(who->patterns[i]));
	for (size_t i = 0; i < who->member_count; i++)
		if (who->members[i].span_count && who->members[i].spans[0].said)
			add_domain(who, identity_domain(who->members[i].id));
}

void identity_init(struct identity *who, const struct workspace *ws, struct arena *a,
	struct notes *notes)
{
	*who = (struct identity){ .arena = a,
		.ws = ws,
		.function_ids.arena = a,
		.directory.arena = a,
		.locals.arena = a,
		.domains.arena = a,
		.spellings.arena = a,
		.names.arena = a,
		.orgs.arena = a };
	for (size_t i = 0; i < ws->records.people.count; i++)
		people_add(who, &ws->records.people.at[i]);
	add_names(who);
	add_said(who, notes);
	add_domains(who);
}
