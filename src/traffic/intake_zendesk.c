// Zendesk: tickets that pass from one team to another, and people who work on one.
#include <stdlib.h>
#include <string.h>

#include "traffic/list.h"
#include "traffic/sheet.h"

enum { TICKET_ID = 0, REQUESTER = 1, TICKET_ASSIGNEE = 2, TICKET_GROUP = 3 };
enum {
	COMMENT_TICKET = 0,
	COMMENT_USER = 1,
	PUBLIC = 2,
	COMMENT_TIME = 3,
	COMMENT_ID = SHEET_ALSO(0)
};
enum { CHANGE_TICKET = 0, FIELD = 1, VALUE = 2, CHANGE_TIME = 3 };
enum { USER_ID = 0, USER_EMAIL = 1, USER_ROLE = 2, USER_NAME = SHEET_ALSO(0) };
enum { GROUP_ID = 0, GROUP_NAME = 1 };

// Something that happened to a ticket; they are put in order once all are read.
struct event {
	uint64_t ticket;
	struct str time; // as written: ISO, which sorts
	struct date day;
	uint64_t id;
	uint32_t who;	// account of who commented
	uint32_t group; // account of the new group; IDENTITY_NOBODY for a comment
	struct at at;
};

struct ticket {
	uint32_t assignee;
};

struct desk {
	struct ids ids;
	struct ticket *tickets; // beside ids
	size_t ticket_room;
	struct event *at;
	size_t count, room;
};

static bool takes(const struct source *source, const struct export_kind *kind)
{
	(void)source;
	return kind && !strcmp(kind->reader, "zendesk");
}

static bool is_kind(const struct intake_file *f, const char *name)
{
	return !strcmp(f->kind->name, name);
}

// Numbers of users and of groups are not those of anything else.
static uint32_t account_of(struct intake *in, const char *what, struct str id)
{
	struct arena scratch = { 0 };
	uint32_t account = IDENTITY_NOBODY;
	if (id.len)
		account = identity_account(in->who,
			arena_fmt(&scratch, "zendesk/%s%" PRI_STR, what, ARG_STR(id)));
	arena_free(&scratch);
	return account;
}

static void learn_user(struct intake *in, const struct sheet *s)
{
	struct str id = sheet_cell(s, USER_ID), email = sheet_cell(s, USER_EMAIL);
	uint32_t account = account_of(in, "", id);
	if (account == IDENTITY_NOBODY)
		return;
	if (str_eq_nocase(sheet_cell(s, USER_ROLE), S("end-user")))
		identity_mark(in->who, account, ACCOUNT_OUTSIDE);
	identity_same(in->who, account, email.len ? email : sheet_cell(s, USER_NAME));
}

static void learn_group(struct intake *in, const struct sheet *s)
{
	uint32_t account = account_of(in, "group ", sheet_cell(s, GROUP_ID));
	if (account != IDENTITY_NOBODY)
		identity_team(in->who, account, sheet_cell(s, GROUP_NAME));
}

static void learn_ticket(struct intake *in, struct desk *d, const struct sheet *s)
{
	struct str id = sheet_cell(s, TICKET_ID);
	size_t before = d->ids.count, i = ids_add(&d->ids, str_hash(id, 5));
	if (i == before)
		d->tickets = arena_more(in->arena, d->tickets, before, &d->ticket_room,
			sizeof *d->tickets);
	d->tickets[i].assignee = account_of(in, "", sheet_cell(s, TICKET_ASSIGNEE));
}

static void learn(struct intake *in, void *own, const struct intake_file *f)
{
	struct desk *d = own;
	struct sheet s;
	bool users = is_kind(f, "zendesk-users"), groups = is_kind(f, "zendesk-groups");
	bool tickets = is_kind(f, "zendesk-tickets");
	d->ids.arena = in->arena;
	if (!(users || groups || tickets) || !sheet_open(&s, in, f, SHEET_NO_DATES))
		return;
	while (sheet_next(&s)) {
		if (users)
			learn_user(in, &s);
		else if (groups)
			learn_group(in, &s);
		else
			learn_ticket(in, d, &s);
	}
	sheet_close(&s);
}

static void put(struct intake *in, struct desk *d, const struct event *e)
{
	d->at = arena_more(in->arena, d->at, d->count, &d->room, sizeof *d->at);
	d->at[d->count++] = *e;
}

// Only what agents write among themselves: comments to customers tie no two teams.
static void read_comment(struct intake *in, struct desk *d, struct sheet *s)
{
	struct str public = sheet_cell(s, PUBLIC), id = sheet_cell(s, COMMENT_ID);
	struct str ticket = sheet_cell(s, COMMENT_TICKET), time;
	struct event e = {
		.ticket = str_hash(ticket, 5), .group = IDENTITY_NOBODY, .at = s->at
	};
	if (!str_eq_nocase(public, S("false")) && !str_eq(public, S("0")))
		return;
	e.who = account_of(in, "", sheet_cell(s, COMMENT_USER));
	if (e.who == IDENTITY_NOBODY || !sheet_day(s, COMMENT_TIME, &e.day))
		return;
	time = sheet_cell(s, COMMENT_TIME);
	e.time = arena_str(in->arena, time);
	e.id = ids_mix(e.ticket, str_hash(id.len ? id : time, 6));
	put(in, d, &e);
}

static void read_change(struct intake *in, struct desk *d, struct sheet *s)
{
	struct str time = sheet_cell(s, CHANGE_TIME);
	struct event e = { .ticket = str_hash(sheet_cell(s, CHANGE_TICKET), 5),
		.at = s->at };
	if (!str_eq_nocase(sheet_cell(s, FIELD), S("group_id")))
		return;
	e.group = account_of(in, "group ", sheet_cell(s, VALUE));
	if (e.group == IDENTITY_NOBODY || !sheet_day(s, CHANGE_TIME, &e.day))
		return;
	e.time = arena_str(in->arena, time);
	e.id = ids_mix(
		ids_mix(e.ticket, str_hash(time, 7)), identity_hash(in->who, e.group));
	put(in, d, &e);
}

static void read(struct intake *in, void *own, const struct intake_file *f)
{
	struct sheet s;
	bool comments = is_kind(f, "zendesk-comments");
	bool history = is_kind(f, "zendesk-history");
	unsigned time = comments ? COMMENT_TIME : CHANGE_TIME;
	if (!(comments || history) || !sheet_open(&s, in, f, time))
		return;
	while (sheet_next(&s))
		if (comments)
			read_comment(in, own, &s);
		else
			read_change(in, own, &s);
	sheet_close(&s);
}

static int in_order(const void *a, const void *b)
{
	const struct event *x = a, *y = b;
	if (x->ticket != y->ticket)
		return x->ticket < y->ticket ? -1 : 1;
	int time = str_cmp(x->time, y->time);
	if (time)
		return time;
	return (x->id > y->id) - (x->id < y->id);
}

// A ticket while its events are gone through.
struct course {
	uint32_t group;
	uint32_t people[INTAKE_TARGETS_KEPT]; // assignee and commenters so far
	size_t count;
};

static void join_in(struct course *c, uint32_t account)
{
	for (size_t i = 0; i < c->count; i++)
		if (c->people[i] == account)
			return;
	if (account != IDENTITY_NOBODY && c->count < INTAKE_TARGETS_KEPT)
		c->people[c->count++] = account;
}

// From the group that had the ticket to the group that gets it.
static void hand_over(struct intake *in, struct course *c, const struct event *e)
{
	struct exchange x = { .day = e->day,
		.channel = CHANNEL_TICKET,
		.unit = e->ticket,
		.id = e->id,
		.actor = c->group,
		.at = e->at,
		.weight = 1 };
	if (c->group != IDENTITY_NOBODY && c->group != e->group)
		(void)intake_add(in, &x, &e->group, 1); // or it is counted
	c->group = e->group;
}

static void comment(struct intake *in, struct course *c, const struct event *e)
{
	struct exchange x = { .day = e->day,
		.channel = CHANNEL_TICKET,
		.unit = e->ticket,
		.id = e->id,
		.actor = e->who,
		.at = e->at,
		.weight = 1 };
	bool alone = !c->count || (c->count == 1 && c->people[0] == e->who);
	if (!alone)
		(void)intake_add(in, &x, c->people, c->count); // or it is counted
	join_in(c, e->who);
}

static void end(struct intake *in, void *own)
{
	struct desk *d = own;
	struct course c = { .group = IDENTITY_NOBODY };
	if (d->count)
		qsort(d->at, d->count, sizeof *d->at, in_order);
	for (size_t i = 0; i < d->count; i++) {
		const struct event *e = &d->at[i];
		if (!i || e[-1].ticket != e->ticket) {
			size_t known = ids_find(&d->ids, e->ticket);
			c = (struct course){ .group = IDENTITY_NOBODY };
			if (known != MAP_NONE)
				join_in(&c, d->tickets[known].assignee);
		}
		if (i && e[-1].id == e->id && e[-1].ticket == e->ticket)
			continue; // the same line of another export
		if (e->group != IDENTITY_NOBODY)
			hand_over(in, &c, e);
		else
			comment(in, &c, e);
	}
}

const struct web_format intake_zendesk = {
	.name = "zendesk",
	.own = sizeof(struct desk),
	.takes = takes,
	.learn = learn,
	.read = read,
	.end = end,
};
