#include "traffic/identity.h"

#include "model/model.h"
#include "traffic/identity_words.h"

uint32_t identity_function(struct identity *who, struct str name)
{
	struct str id = config_id(who->arena, name);
	size_t before = who->function_ids.count;
	bool room = before < IDENTITY_FUNCTIONS_MAX ||
		    map_find(&who->function_ids, id) != MAP_NONE;
	who->full |= !room;
	if (!id.len || !room)
		return IDENTITY_NOBODY;
	size_t i = map_add(&who->function_ids, id);
	if (i == before) {
		who->functions = arena_more(who->arena, who->functions, before,
			&who->function_room, sizeof *who->functions);
		who->functions[i] = (struct web_function){ .id = id };
	}
	struct web_function *f = &who->functions[i];
	if (!f->name.len && !str_eq(name, id))
		f->name = arena_str(who->arena, utf8_safe(who->arena, name, 60));
	return (uint32_t)i;
}

static void know(struct arena *a, struct map *names, struct known **at, size_t *room,
	struct str name, uint32_t member)
{
	size_t before = names->count, i = map_add(names, name);
	if (i == before)
		*at = arena_more(a, *at, before, room, sizeof **at);
	if (i == before)
		(*at)[i].member = member;
	else if ((*at)[i].member != member)
		(*at)[i].member = IDENTITY_NOBODY;
}

// A name that is somebody's id or address already stays theirs.
static void know_name(struct identity *who, uint32_t member, struct str plain)
{
	if (plain.len)
		know(who->arena, &who->directory, &who->known, &who->known_room, plain,
			member);
}

uint32_t identity_member(struct identity *who, struct str id)
{
	struct str plain = identity_plain(who->arena, id);
	size_t i = map_find(&who->directory, plain);
	if (i != MAP_NONE && who->known[i].member != IDENTITY_NOBODY)
		return who->known[i].member;
	who->members = arena_more(who->arena, who->members, who->member_count,
		&who->member_room, sizeof *who->members);
	who->members[who->member_count] = (struct member){ .id = plain };
	uint32_t member = (uint32_t)who->member_count++;
	identity_call(who, member, id);
	return member;
}

void identity_call(struct identity *who, uint32_t member, struct str name)
{
	struct str plain = identity_plain(who->arena, name);
	know_name(who, member, plain);
	size_t at = str_find_byte(plain, '@', 0);
	if (at != STR_NONE && at)
		know(who->arena, &who->locals, &who->local, &who->local_room,
			str_cut(plain, 0, at), member);
}

// What candor.yaml says of somebody takes the place of what a directory says.
void identity_span(struct identity *who, uint32_t member, struct membership span)
{
	struct member *m = &who->members[member];
	if (span.function == IDENTITY_NOBODY ||
		(m->span_count && m->spans[0].said && !span.said))
		return;
	if (span.said && m->span_count && !m->spans[0].said)
		m->span_count = 0;
	if (m->span_count == IDENTITY_SPANS_MAX)
		return;
	m->spans = arena_more(
		who->arena, m->spans, m->span_count, &m->span_room, sizeof *m->spans);
	m->spans[m->span_count++] = span;
}

void identity_org(struct identity *who, struct str name, double people)
{
	struct str plain = str_trim(str_cut(name, 0, IDENTITY_NAME_MAX));
	size_t before = who->orgs.count;
	if (!plain.len || (who->full && map_find(&who->orgs, plain) == MAP_NONE))
		return;
	size_t i = map_add(&who->orgs, plain);
	if (i == before)
		who->org = arena_more(
			who->arena, who->org, before, &who->org_room, sizeof *who->org);
	who->full |= who->orgs.count > IDENTITY_FUNCTIONS_MAX;
	if (people > who->org[i].people)
		who->org[i].people = people;
}

uint32_t identity_account(struct identity *who, struct str written)
{
	written = str_cut(written, 0, (size_t)IDENTITY_NAME_MAX * 2);
	size_t before = who->spellings.count, i = map_add(&who->spellings, written);
	if (i < before)
		return who->account_of[i];
	who->account_of = arena_more(who->arena, who->account_of, before,
		&who->spelling_room, sizeof *who->account_of);
	size_t known = who->names.count;
	size_t account = map_add(&who->names, identity_plain(who->arena, written));
	if (account == known) {
		who->accounts = arena_more(who->arena, who->accounts, known,
			&who->account_room, sizeof *who->accounts);
		who->accounts[account] = (struct account){ .same = IDENTITY_NOBODY,
			.hash = str_hash(who->names.keys[account], 0) };
	}
	return who->account_of[i] = (uint32_t)account;
}

uint64_t identity_hash(const struct identity *who, uint32_t account)
{
	return account == IDENTITY_NOBODY ? 0 : who->accounts[account].hash;
}

void identity_same(struct identity *who, uint32_t account, struct str other)
{
	if (!other.len)
		return;
	uint32_t same = identity_account(who, other);
	if (same != account && who->accounts[same].same == IDENTITY_NOBODY)
		who->accounts[account].same = same;
}

void identity_team(struct identity *who, uint32_t account, struct str title)
{
	who->accounts[account].group = true;
	who->accounts[account].title = arena_str(who->arena, str_trim(title));
}

void identity_mark(struct identity *who, uint32_t account, enum account_kind kind)
{
	if (kind > who->accounts[account].kind)
		who->accounts[account].kind = kind;
}

static bool covers(const struct membership *s, struct date day)
{
	return (!date_set(s->from) || s->from.days <= day.days) &&
	       (!date_set(s->to) || s->to.days >= day.days);
}

static bool is_dated(const struct membership *s)
{
	return date_set(s->from) || date_set(s->to);
}

// Of several that cover a day the one that began last counts; the later row of two that
// began at once.
uint32_t identity_on(const struct member *m, struct date day)
{
	const struct membership *best = NULL;
	for (size_t i = 0; i < m->span_count; i++) {
		const struct membership *s = &m->spans[i];
		if (!covers(s, day))
			continue;
		bool better = !best || (is_dated(s) && !is_dated(best)) ||
			      (is_dated(s) == is_dated(best) &&
				      s->from.days >= best->from.days);
		best = better ? s : best;
	}
	return best ? best->function : IDENTITY_NOBODY;
}

static int32_t last_day(const struct membership *s, struct date to)
{
	return date_set(s->to) && s->to.days < to.days ? s->to.days : to.days;
}

uint32_t identity_last(const struct member *m, struct date from, struct date to)
{
	int32_t best = 0;
	for (size_t i = 0; i < m->span_count; i++) {
		int32_t day = last_day(&m->spans[i], to);
		bool inside =
			day >= from.days && covers(&m->spans[i], (struct date){ day });
		best = inside && day > best ? day : best;
	}
	return best ? identity_on(m, (struct date){ best }) : IDENTITY_NOBODY;
}

bool identity_within(const struct membership *s, struct date from, struct date to)
{
	return (!date_set(s->from) || s->from.days <= to.days) &&
	       (!date_set(s->to) || s->to.days >= from.days);
}
