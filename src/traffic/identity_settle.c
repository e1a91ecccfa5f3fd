// What each account is, once everything is read.
#include <stdlib.h>
#include <string.h>

#include "model/model.h"
#include "traffic/identity.h"
#include "traffic/identity_words.h"

// "customer-success" as people would write it: "Customer success"; "cs" as "CS".
static struct str title_of(struct arena *a, struct str id)
{
	static const struct str SHORT[] = { STR_INIT("cs"), STR_INIT("hr"),
		STR_INIT("it"), STR_INIT("sdr"), STR_INIT("bdr"), STR_INIT("pmm"),
		STR_INIT("qa"), STR_INIT("pr"), STR_INIT("ux"), STR_INIT("bi") };
	char *out = arena_alloc(a, id.len + 1, 1);
	bool all = false;
	for (size_t i = 0; i < COUNT(SHORT); i++)
		all |= str_eq(id, SHORT[i]);
	for (size_t i = 0; i < id.len; i++) {
		char c = id.at[i] == '-' ? ' ' : id.at[i];
		bool up = (all || !i) && c >= 'a' && c <= 'z';
		out[i] = up ? (char)(c - 'a' + 'A') : c;
	}
	return (struct str){ out, id.len };
}

struct placed {
	struct web_function function;
	uint32_t was;
};

static int by_id(const void *a, const void *b)
{
	const struct placed *x = a, *y = b;
	return str_cmp(x->function.id, y->function.id);
}

static void sort_functions(struct identity *who)
{
	size_t count = who->function_ids.count;
	struct placed *placed = ARENA_ARRAY(who->arena, struct placed, count);
	uint32_t *now = ARENA_ARRAY(who->arena, uint32_t, count);
	struct map ids = { .arena = who->arena };
	for (size_t i = 0; i < count; i++)
		placed[i] = (struct placed){ who->functions[i], (uint32_t)i };
	qsort(placed, count, sizeof *placed, by_id);
	for (size_t i = 0; i < count; i++) {
		now[placed[i].was] = (uint32_t)i;
		who->functions[i] = placed[i].function;
		if (!who->functions[i].name.len)
			who->functions[i].name =
				title_of(who->arena, who->functions[i].id);
		(void)map_add(&ids, who->functions[i].id); // in order: its place is i
	}
	who->function_ids = ids;
	for (size_t i = 0; i < who->member_count; i++)
		for (size_t k = 0; k < who->members[i].span_count; k++) {
			uint32_t *f = &who->members[i].spans[k].function;
			*f = now[*f];
		}
	for (size_t i = 0; i < who->pattern_count; i++)
		who->pattern_function[i] = now[who->pattern_function[i]];
}

// Whether all words of an id stand in a team's name: "support" in "support-tier-2".
static bool words_in(struct str id, struct str name)
{
	size_t at = str_find(name, id, 0);
	for (; at != STR_NONE; at = str_find(name, id, at + 1)) {
		size_t end = at + id.len;
		if ((!at || name.at[at - 1] == '-') &&
			(end == name.len || name.at[end] == '-'))
			return true;
	}
	return false;
}

/*
 * The function of a team: the one that candor.yaml says, the one of that name, or the
 * only one whose name stands in the team's ("Support (Tier 2)"), unless it is said what
 * the team is not ("Non-Support").
 */
static uint32_t function_of_team(struct identity *who, struct str title)
{
	struct str id = config_id(who->arena, title);
	size_t known = map_find(&who->directory, identity_plain(who->arena, title));
	uint32_t only = IDENTITY_NOBODY;
	if (known != MAP_NONE && who->known[known].member != IDENTITY_NOBODY) {
		const struct member *m = &who->members[who->known[known].member];
		return m->span_count ? m->spans[0].function : IDENTITY_NOBODY;
	}
	size_t same = map_find(&who->function_ids, id);
	if (same != MAP_NONE || str_starts(id, S("non-")) || str_starts(id, S("not-")))
		return same != MAP_NONE ? (uint32_t)same : IDENTITY_NOBODY;
	for (size_t i = 0; i < who->function_ids.count; i++) {
		if (!words_in(who->function_ids.keys[i], id))
			continue;
		if (only != IDENTITY_NOBODY)
			return IDENTITY_NOBODY;
		only = (uint32_t)i;
	}
	return only;
}

void identity_fix(struct identity *who)
{
	const double MOST = 1e9;
	for (size_t i = 0; i < who->orgs.count; i++)
		if (function_of_team(who, who->orgs.keys[i]) == IDENTITY_NOBODY)
			(void)identity_function(who, who->orgs.keys[i]); // found below
	sort_functions(who);
	for (size_t i = 0; i < who->orgs.count; i++) {
		uint32_t f = function_of_team(who, who->orgs.keys[i]);
		double people = who->org[i].people < MOST ? who->org[i].people : MOST;
		if (f != IDENTITY_NOBODY && people > who->functions[f].people)
			who->functions[f].people = (uint32_t)people;
	}
}

static void take(struct account *account, uint32_t member)
{
	account->kind = ACCOUNT_MEMBER;
	account->member = member;
}

// A member of one function that stands in no directory.
static uint32_t new_member(struct identity *who, struct str id, uint32_t function)
{
	uint32_t member = identity_member(who, id);
	identity_span(
		who, member, (struct membership){ .function = function, .said = true });
	return member;
}

static bool settle_team(struct identity *who, struct account *account, struct str name)
{
	struct str title = account->title.len ? account->title : name;
	uint32_t function = function_of_team(who, title);
	if (function == IDENTITY_NOBODY)
		return true;
	struct str id = arena_fmt(
		who->arena, "team of %" PRI_STR, ARG_STR(who->functions[function].id));
	uint32_t member = new_member(who, id, function);
	who->members[member].group = true;
	take(account, member);
	return true;
}

static bool settle_known(struct identity *who, struct account *account, struct str name)
{
	size_t i = map_find(&who->directory, name);
	if (i == MAP_NONE)
		return false;
	uint32_t member = who->known[i].member;
	if (member == IDENTITY_NOBODY)
		return true; // the name of several people: nobody can tell
	if (who->members[member].program)
		account->kind = ACCOUNT_PROGRAM;
	else
		take(account, member);
	return true;
}

static bool settle_local(struct identity *who, struct account *account, struct str local)
{
	size_t i = map_find(&who->locals, local);
	if (i == MAP_NONE)
		i = map_find(&who->directory, local);
	else if (who->local[i].member != IDENTITY_NOBODY)
		i = map_find(&who->directory, who->members[who->local[i].member].id);
	else
		return false;
	return i != MAP_NONE && settle_known(who, account, who->directory.keys[i]);
}

static bool settle_pattern(struct identity *who, struct account *account, struct str name)
{
	for (size_t i = 0; i < who->pattern_count; i++) {
		if (!path_match(who->patterns[i], name))
			continue;
		take(account, new_member(who, name, who->pattern_function[i]));
		return true;
	}
	return false;
}

static bool is_ours(const struct identity *who, struct str domain)
{
	if (map_find(&who->domains, domain) != MAP_NONE)
		return true;
	size_t dot = str_find_byte(domain, '.', 0);
	return dot != STR_NONE && is_ours(who, str_from(domain, dot + 1));
}

// support@, hello@ and the like: of a function, or of everybody.
static bool settle_mailbox(
	struct identity *who, struct account *account, struct str name, struct str local)
{
	struct str ids = names_functions(local), id;
	size_t function = map_find(&who->function_ids, config_id(who->arena, local));
	while (function == MAP_NONE && str_split(&ids, ';', &id))
		function = map_find(&who->function_ids, id);
	if (function != MAP_NONE) {
		uint32_t member = new_member(who, name, (uint32_t)function);
		who->members[member].shared = true;
		take(account, member);
		return true;
	}
	if (names_everybody(local))
		account->kind = ACCOUNT_LIST;
	return account->kind == ACCOUNT_LIST;
}

static void settle_name(struct identity *who, struct account *account, struct str name)
{
	struct str domain = identity_domain(name);
	struct str local = str_cut(name, 0, str_find_byte(name, '@', 0));
	if (settle_known(who, account, name))
		return;
	if (names_program(name)) {
		account->kind = ACCOUNT_PROGRAM;
		return;
	}
	if (settle_pattern(who, account, name))
		return;
	if (domain.len && !is_ours(who, domain))
		account->kind = ACCOUNT_OUTSIDE;
	else if (!settle_local(who, account, local) && domain.len)
		(void)settle_mailbox(who, account, name, local); // else it stays unmapped
}

void identity_settle(struct identity *who)
{
	enum { HOPS_MAX = 4 };
	// Every name is of an account that exists already: none is added here.
	for (size_t i = who->settled; i < who->names.count; i++) {
		struct account *account = &who->accounts[i];
		uint32_t same = account->same;
		for (int hops = 0; same != IDENTITY_NOBODY && hops < HOPS_MAX &&
				   who->accounts[same].same != IDENTITY_NOBODY;
			hops++)
			same = who->accounts[same].same;
		if (account->kind != ACCOUNT_UNMAPPED)
			continue;
		if (account->group)
			(void)settle_team(who, account, who->names.keys[i]);
		else
			settle_name(who, account,
				who->names.keys[same == IDENTITY_NOBODY ? i : same]);
	}
	who->settled = who->names.count;
}
