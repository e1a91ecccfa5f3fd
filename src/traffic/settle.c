#include "traffic/settle.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

struct volumes {
	double mapped, unmapped, outside;
};

struct lost {
	struct str domain;
	double volume[CHANNEL_COUNT];
	uint32_t addresses;
};

struct settling {
	struct intake *in;
	struct identity *who;
	struct web_traffic *out;
	struct arena *a; // of what is kept
	struct arena *scratch;
	struct ids units;
	struct volumes volume[CHANNEL_COUNT];
	struct map domains; // of unmapped addresses
	struct lost *lost;  // beside domains
	size_t lost_room;
	bool *counted;	 // accounts that are in lost.addresses
	bool *appears;	 // members with an exchange in the window
	uint32_t *stamp; // of each member, the exchange that counted it last
	uint32_t exchanges;
	uint32_t *person; // of each member, its place in out->persons
	size_t programs;
};

// One end of an exchange on its day.
struct end {
	const struct account *account;
	uint32_t account_at;
	uint32_t function; // IDENTITY_NOBODY: of the company, but of no function
};

static struct end end_of(const struct settling *s, uint32_t account, struct date day)
{
	struct end e = { &s->who->accounts[account], account, IDENTITY_NOBODY };
	if (e.account->kind == ACCOUNT_MEMBER)
		e.function = identity_on(&s->who->members[e.account->member], day);
	return e;
}

static bool is_nobody(const struct end *e)
{
	return e->account->kind == ACCOUNT_PROGRAM || e->account->kind == ACCOUNT_LIST;
}

static void mark_rows(struct settling *s, const struct end *e)
{
	if (e->function == IDENTITY_NOBODY)
		return;
	s->out->functions[e->function].has_rows = true;
	s->appears[e->account->member] = true;
}

// Volume that is lost for want of a function, under what stands behind the @.
static void lose(
	struct settling *s, const struct end *e, enum web_channel channel, double volume)
{
	if (e->account->kind == ACCOUNT_OUTSIDE || e->function != IDENTITY_NOBODY)
		return;
	struct str domain = identity_domain(s->who->names.keys[e->account_at]);
	size_t before = s->domains.count, i = map_add(&s->domains, domain);
	if (i == before) {
		s->lost = arena_more(s->domains.arena, s->lost, before, &s->lost_room,
			sizeof *s->lost);
		s->lost[i] = (struct lost){ .domain = domain };
	}
	s->lost[i].volume[channel] += volume;
	s->lost[i].addresses += !s->counted[e->account_at];
	s->counted[e->account_at] = true;
}

static void put_end(struct settling *s, const struct end *e)
{
	struct web_traffic *out = s->out;
	out->ends = arena_more(
		s->a, out->ends, out->end_count, &out->end_room, sizeof *out->ends);
	out->ends[out->end_count++] = (struct web_end){ e->account->member, e->function };
}

// Counts one target of an exchange, and keeps it if both ends are of functions.
static void settle_target(struct settling *s, const struct exchange *x,
	const struct end *actor, const struct end *target)
{
	struct volumes *v = &s->volume[x->channel];
	double volume = x->weight / x->reached;
	mark_rows(s, target);
	if (actor->account->kind == ACCOUNT_OUTSIDE ||
		target->account->kind == ACCOUNT_OUTSIDE) {
		v->outside += volume;
	} else if (actor->function == IDENTITY_NOBODY ||
		   target->function == IDENTITY_NOBODY) {
		v->unmapped += volume;
		bool both = actor->function == target->function;
		lose(s, actor, x->channel, both ? volume / 2 : volume);
		lose(s, target, x->channel, both ? volume / 2 : volume);
	} else {
		v->mapped += volume;
		put_end(s, target);
	}
}

static uint32_t unit_of(struct settling *s, uint64_t unit)
{
	return (uint32_t)ids_add(&s->units, unit);
}

// Once for each exchange: a person with two addresses among its targets is one.
static bool is_first(struct settling *s, const struct end *e)
{
	if (e->account->kind != ACCOUNT_MEMBER)
		return true;
	uint32_t *stamp = &s->stamp[e->account->member];
	bool first = *stamp != s->exchanges;
	*stamp = s->exchanges;
	return first;
}

/*
 * The ends of an exchange that are somebody else than the actor, each once.  Those who
 * fall away were never reached; a list stays, because it reaches somebody.
 */
static size_t ends_of(struct settling *s, const struct exchange *x,
	const struct end *actor, struct end *ends, uint32_t *reached)
{
	size_t count = 0;
	s->exchanges++;
	(void)is_first(s, actor); // from here on the actor is no target
	for (uint32_t i = 0; i < x->count; i++) {
		struct end e = end_of(s, s->in->targets[x->first + i], x->day);
		if (e.account->kind == ACCOUNT_LIST)
			continue;
		if (e.account->kind != ACCOUNT_PROGRAM && is_first(s, &e))
			ends[count++] = e;
		else
			*reached -= *reached > 1;
	}
	return count;
}

static void put_interaction(struct settling *s, const struct exchange *x,
	const struct end *actor, size_t first)
{
	struct web_traffic *out = s->out;
	out->at = arena_more(s->a, out->at, out->count, &out->room, sizeof *out->at);
	out->at[out->count++] = (struct web_interaction){ .day = x->day,
		.channel = x->channel,
		.unit = unit_of(s, x->unit),
		.actor = { actor->account->member, actor->function },
		.first = (uint32_t)first,
		.count = (uint32_t)(out->end_count - first),
		.reached = x->reached,
		.at = x->at,
		.weight = x->weight };
}

static void settle_exchange(struct settling *s, const struct exchange *as_read)
{
	struct exchange now = *as_read, *x = &now; // one without a day settles twice
	struct end actor = end_of(s, x->actor, x->day), ends[INTAKE_TARGETS_KEPT];
	size_t first = s->out->end_count;
	if (is_nobody(&actor)) {
		s->programs++;
		return;
	}
	mark_rows(s, &actor);
	s->in->left.unanswered += !x->count;
	size_t count = ends_of(s, x, &actor, ends, &x->reached);
	for (size_t i = 0; i < count; i++)
		settle_target(s, x, &actor, &ends[i]);
	if (s->out->end_count > first)
		put_interaction(s, x, &actor, first);
}

// The hash of an id under a key of the workspace, so that equal ids of two workspaces
// have nothing in common.
static uint64_t key_of(struct str id, const unsigned char *secret, size_t len)
{
	unsigned char out[crypto_generichash_BYTES_MIN];
	uint64_t key = 0;
	(void)crypto_generichash(out, sizeof out, (const unsigned char *)id.at, id.len,
		secret, len); // fails only for lengths beyond its limits
	for (size_t i = 0; i < sizeof key; i++)
		key = key << 8 | out[i];
	return key;
}

struct named {
	struct str id;
	uint32_t member;
};

// p9 before p10: resampling draws for people in this order, whatever the files' is.
static int by_name(const void *a, const void *b)
{
	const struct named *x = a, *y = b;
	const int order = str_cmp_numbers(x->id, y->id);
	return order ? order : (x->member > y->member) - (x->member < y->member);
}

// Mailboxes and teams count as nobody: they are there only if something names them.
static bool is_person_of(const struct settling *s, size_t member)
{
	const struct member *m = &s->who->members[member];
	return identity_last(m, s->in->from, s->in->to) != IDENTITY_NOBODY &&
	       !m->program && (s->appears[member] || (!m->shared && !m->group));
}

static void fill_persons(struct settling *s)
{
	struct str company = s->in->ws->config.company;
	unsigned char secret[crypto_generichash_BYTES];
	size_t count = 0;
	struct named *named = ARENA_ARRAY(s->scratch, struct named, s->who->member_count);
	(void)crypto_generichash(secret, sizeof secret, (const unsigned char *)company.at,
		company.len, NULL, 0); // as above
	for (size_t i = 0; i < s->who->member_count; i++)
		if (is_person_of(s, i))
			named[count++] =
				(struct named){ s->who->members[i].id, (uint32_t)i };
	if (count)
		qsort(named, count, sizeof *named, by_name);
	s->out->persons = ARENA_ARRAY(s->a, struct web_person, count);
	s->out->person_count = count;
	for (size_t i = 0; i < count; i++) {
		const struct member *m = &s->who->members[named[i].member];
		s->person[named[i].member] = (uint32_t)i;
		s->out->persons[i] =
			(struct web_person){ .key = key_of(m->id, secret, sizeof secret),
				.function = identity_last(m, s->in->from, s->in->to),
				.shared = m->shared,
				.group = m->group };
	}
}

static int by_end(const void *a, const void *b)
{
	const struct web_end *x = a, *y = b;
	return (x->person > y->person) - (x->person < y->person);
}

// Members become persons: from the order in which files named them to that of their ids.
static void name_persons(struct settling *s)
{
	struct web_traffic *out = s->out;
	fill_persons(s);
	for (size_t i = 0; i < out->end_count; i++)
		out->ends[i].person = s->person[out->ends[i].person];
	for (size_t i = 0; i < out->count; i++) {
		struct web_interaction *x = &out->at[i];
		x->actor.person = s->person[x->actor.person];
		if (x->count > 1)
			qsort(out->ends + x->first, x->count, sizeof *out->ends, by_end);
	}
}

static void count_people(struct settling *s)
{
	size_t *last = ARENA_ARRAY(s->scratch, size_t, s->out->function_count + 1);
	for (size_t i = 0; i < s->who->member_count; i++) {
		const struct member *m = &s->who->members[i];
		if (m->shared || m->group || m->program)
			continue;
		for (size_t k = 0; k < m->span_count; k++) {
			uint32_t f = m->spans[k].function;
			if (last[f] == i + 1 ||
				!identity_within(&m->spans[k], s->in->from, s->in->to))
				continue;
			last[f] = i + 1;
			s->out->functions[f].people++;
		}
	}
	for (size_t f = 0; f < s->out->function_count; f++)
		if (!s->out->functions[f].people)
			s->out->functions[f].people = s->who->functions[f].people;
}

static double weight_of(const struct web_rule *rule, unsigned channel)
{
	const double weights[CHANNEL_COUNT] = { [CHANNEL_MEETING] = rule->meeting,
		[CHANNEL_TICKET] = rule->ticket,
		[CHANNEL_THREAD] = rule->reply,
		[CHANNEL_MAIL] = rule->mail,
		[CHANNEL_REACTION] = rule->reaction };
	return weights[channel];
}

static int by_volume(const void *a, const void *b)
{
	const struct web_domain *x = a, *y = b;
	if (x->volume > y->volume || x->volume < y->volume)
		return x->volume > y->volume ? -1 : 1;
	return str_cmp(x->domain, y->domain);
}

static void sum_volumes(struct settling *s)
{
	struct web_traffic *out = s->out;
	double scale[CHANNEL_COUNT];
	for (unsigned c = 0; c < CHANNEL_COUNT; c++) {
		const struct volumes *v = &s->volume[c];
		double all = v->mapped + v->unmapped + v->outside;
		scale[c] = all > 0 ? weight_of(&s->in->ws->config.web, c) / all : 0;
		out->mapped += v->mapped * scale[c];
		out->unmapped += v->unmapped * scale[c];
		out->outside += v->outside * scale[c];
	}
	out->unknown = ARENA_ARRAY(s->a, struct web_domain, s->domains.count);
	for (size_t i = 0; i < s->domains.count; i++) {
		struct web_domain *d = &out->unknown[out->unknown_count++];
		*d = (struct web_domain){ .domain = arena_str(s->a,
						  utf8_safe(s->a, s->lost[i].domain, 80)),
			.addresses = s->lost[i].addresses };
		for (unsigned c = 0; c < CHANNEL_COUNT; c++)
			d->volume += s->lost[i].volume[c] * scale[c];
	}
	if (out->unknown_count)
		qsort(out->unknown, out->unknown_count, sizeof *out->unknown, by_volume);
}

static void copy_functions(struct settling *s)
{
	struct identity *who = s->who;
	s->out->function_count = who->function_ids.count;
	s->out->functions =
		ARENA_ARRAY(s->a, struct web_function, who->function_ids.count);
	for (size_t i = 0; i < who->function_ids.count; i++)
		s->out->functions[i] = (struct web_function){
			.id = arena_str(s->a, who->functions[i].id),
			.name = arena_str(s->a, who->functions[i].name)
		};
}

// As much as there can be: growing by doubling would leave twice as much behind.
static void make_room(struct settling *s, const uint32_t *keep, size_t kept)
{
	size_t ends = 0;
	for (size_t i = 0; i < kept; i++)
		ends += s->in->at[keep[i]].count;
	s->out->room = kept;
	s->out->at = ARENA_ARRAY(s->a, struct web_interaction, kept);
	s->out->end_room = ends;
	s->out->ends = ARENA_ARRAY(s->a, struct web_end, ends);
}

// In the order of days, which is not that of memory: what comes next is fetched ahead.
static void settle_all(struct settling *s, const uint32_t *keep, size_t kept)
{
	enum { FAR = 24, NEAR = 12 };
	for (size_t i = 0; i < kept; i++) {
		if (i + FAR < kept)
			__builtin_prefetch(&s->in->at[keep[i + FAR]]);
		if (i + NEAR < kept)
			ids_expect(&s->units, s->in->at[keep[i + NEAR]].unit);
		settle_exchange(s, &s->in->at[keep[i]]);
	}
}

void settle(struct intake *in, struct arena *a, struct web_traffic *out)
{
	struct arena scratch = { 0 };
	struct settling s = {
		.in = in, .who = in->who, .out = out, .a = a, .scratch = &scratch
	};
	size_t copies = 0;
	uint32_t *keep = ARENA_ARRAY(&scratch, uint32_t, in->count + 1);
	s.units.arena = s.domains.arena = &scratch;
	identity_settle(in->who);
	copy_functions(&s);
	s.counted = ARENA_ARRAY(&scratch, bool, in->who->names.count + 1);
	s.appears = ARENA_ARRAY(&scratch, bool, in->who->member_count + 1);
	s.stamp = ARENA_ARRAY(&scratch, uint32_t, in->who->member_count + 1);
	s.person = ARENA_ARRAY(&scratch, uint32_t, in->who->member_count + 1);
	size_t kept = settle_copies(in, keep, &copies);
	make_room(&s, keep, kept);
	ids_reserve(&s.units, kept);
	settle_all(&s, keep, kept);
	name_persons(&s);
	count_people(&s);
	sum_volumes(&s);
	in->left.automatic += s.programs;
	in->copies += copies;
	arena_free(&scratch);
}
