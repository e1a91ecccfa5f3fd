// Issues of Jira: who gave work to whom, and who joined in.
#include <string.h>

#include "traffic/list.h"
#include "traffic/sheet.h"

// Issues.
enum {
	KEY = 0,
	REPORTER = 1,
	ASSIGNEE = 2,
	CREATED = 3,
	REPORTER_ID = SHEET_ALSO(0),
	ASSIGNEE_ID = SHEET_ALSO(1),
	CREATOR = SHEET_ALSO(2),
	COMMENT = SHEET_ALSO(3),
	ISSUE_ID = SHEET_ALSO(4),
};

// Comments as rows.
enum {
	COMMENT_ISSUE = 0,
	COMMENT_AUTHOR = 1,
	COMMENT_DAY = 2,
	COMMENT_ID = SHEET_ALSO(0)
};

// Users.
enum { USER_ID = 0, USER_EMAIL = 1, USER_NAME = 2 };

#define NOBODY IDENTITY_NOBODY

struct issue {
	uint32_t reporter, assignee; // accounts
};

struct issues {
	struct ids ids; // by id and by key
	struct issue *at;
	size_t room;
};

static bool takes(const struct source *source, const struct export_kind *kind)
{
	(void)source;
	return kind && !strcmp(kind->reader, "jira");
}

static bool is_kind(const struct intake_file *f, const char *name)
{
	return !strcmp(f->kind->name, name);
}

// Accounts of a tracker are ids or names; an address is an address anywhere.
static uint32_t account_of(struct intake *in, struct str id)
{
	if (!id.len)
		return NOBODY;
	return identity_account(in->who, id);
}

static void keep(
	struct intake *in, struct issues *all, struct str name, struct issue issue)
{
	size_t before = all->ids.count;
	if (!name.len)
		return;
	size_t i = ids_add(&all->ids, str_hash(name, 3));
	if (i == before)
		all->at = arena_more(
			in->arena, all->at, before, &all->room, sizeof *all->at);
	all->at[i] = issue;
}

static struct str first_of(const struct sheet *s, unsigned a, unsigned b)
{
	struct str one = sheet_cell(s, a);
	return one.len ? one : sheet_cell(s, b);
}

static struct issue issue_of(struct intake *in, const struct sheet *s)
{
	struct str reporter = first_of(s, REPORTER, REPORTER_ID);
	if (!reporter.len)
		reporter = sheet_cell(s, CREATOR);
	struct str assignee = first_of(s, ASSIGNEE, ASSIGNEE_ID);
	return (struct issue){ account_of(in, reporter), account_of(in, assignee) };
}

// Native exports carry names and account ids side by side: they are one account.
static void learn_names(struct intake *in, const struct sheet *s)
{
	static const unsigned PAIRS[][2] = { { REPORTER, REPORTER_ID },
		{ ASSIGNEE, ASSIGNEE_ID } };
	for (size_t i = 0; i < COUNT(PAIRS); i++) {
		struct str name = sheet_cell(s, PAIRS[i][0]);
		struct str id = sheet_cell(s, PAIRS[i][1]);
		if (name.len && id.len)
			identity_same(in->who, identity_account(in->who, id), name);
	}
}

static void learn_users(struct intake *in, const struct intake_file *f)
{
	struct sheet s;
	if (!sheet_open(&s, in, f, SHEET_NO_DATES))
		return;
	while (sheet_next(&s)) {
		struct str id = sheet_cell(&s, USER_ID);
		if (id.len)
			identity_same(in->who, identity_account(in->who, id),
				first_of(&s, USER_EMAIL, USER_NAME));
	}
	sheet_close(&s);
}

static void learn(struct intake *in, void *own, const struct intake_file *f)
{
	struct issues *all = own;
	struct sheet s;
	all->ids.arena = in->arena;
	if (is_kind(f, "accounts"))
		learn_users(in, f);
	if (!is_kind(f, "jira-issues") || !sheet_open(&s, in, f, SHEET_NO_DATES))
		return;
	while (sheet_next(&s)) {
		struct issue issue = issue_of(in, &s);
		learn_names(in, &s);
		keep(in, all, sheet_cell(&s, KEY), issue);
		keep(in, all, sheet_cell(&s, ISSUE_ID), issue);
	}
	sheet_close(&s);
}

static void add(
	struct intake *in, struct exchange *x, uint32_t actor, const struct issue *issue)
{
	uint32_t to[2];
	size_t count = 0;
	if (issue->reporter != NOBODY && issue->reporter != actor)
		to[count++] = issue->reporter;
	if (issue->assignee != NOBODY && issue->assignee != actor)
		to[count++] = issue->assignee;
	x->actor = actor;
	if (count && actor != NOBODY)
		(void)intake_add(in, x, to, count); // or it is counted
}

/*
 * A comment of a native export: "12/Mar/24 3:45 PM;account;words".  What stands behind
 * the second semicolon is not looked at.
 */
static bool take_comment(struct intake *in, const struct sheet *s, struct str cell,
	struct exchange *x, uint32_t *author)
{
	enum { HEAD_MAX = 200 };
	struct str head = str_cut(cell, 0, HEAD_MAX), when, who;
	size_t first = str_find_byte(head, ';', 0);
	if (first == STR_NONE || str_find_byte(head, ';', first + 1) == STR_NONE ||
		!str_split(&head, ';', &when) || !str_split(&head, ';', &who))
		return false;
	*author = account_of(in, str_trim(who));
	x->id = ids_mix(ids_mix(x->unit, str_hash(str_trim(when), 4)),
		identity_hash(in->who, *author));
	return *author != NOBODY && date_parse(when, s->order, &x->day);
}

// Every column of the repeated header "Comment".
static void read_comments(struct intake *in, const struct sheet *s, const struct issue *i)
{
	const struct table_info *info = table_info(s->table);
	struct str key = sheet_cell(s, KEY);
	for (size_t c = 0; sheet_has(s, COMMENT) && c < info->columns; c++) {
		struct exchange x = { .channel = CHANNEL_TICKET,
			.unit = str_hash(key, 3),
			.at = s->at,
			.weight = 1 };
		uint32_t author = NOBODY;
		if (str_eq_nocase(info->header[c], S("Comment")) &&
			take_comment(in, s, s->row.cells[c], &x, &author))
			add(in, &x, author, i);
	}
}

static void read_issue(struct intake *in, struct sheet *s)
{
	struct issue issue = issue_of(in, s);
	struct exchange x = { .channel = CHANNEL_TICKET, .at = s->at, .weight = 1 };
	x.unit = x.id = str_hash(sheet_cell(s, KEY), 3);
	read_comments(in, s, &issue);
	if (issue.reporter == NOBODY || issue.assignee == NOBODY)
		return;
	if (sheet_day(s, CREATED, &x.day))
		add(in, &x, issue.reporter, &issue);
}

static void read_comment_row(struct intake *in, const struct issues *all, struct sheet *s)
{
	struct str name = sheet_cell(s, COMMENT_ISSUE);
	size_t i = ids_find(&all->ids, str_hash(name, 3));
	struct exchange x = { .channel = CHANNEL_TICKET,
		.unit = str_hash(name, 3),
		.at = s->at,
		.weight = 1 };
	uint32_t author = account_of(in, sheet_cell(s, COMMENT_AUTHOR));
	if (i == MAP_NONE || !sheet_day(s, COMMENT_DAY, &x.day))
		return;
	x.id = ids_mix(x.unit, str_hash(first_of(s, COMMENT_ID, COMMENT_DAY), 4));
	add(in, &x, author, &all->at[i]);
}

static void read(struct intake *in, void *own, const struct intake_file *f)
{
	struct issues *all = own;
	struct sheet s;
	bool issues = is_kind(f, "jira-issues"), comments = is_kind(f, "jira-comments");
	if (!(issues || comments) ||
		!sheet_open(&s, in, f, issues ? CREATED : COMMENT_DAY))
		return;
	while (sheet_next(&s))
		if (issues)
			read_issue(in, &s);
		else
			read_comment_row(in, all, &s);
	sheet_close(&s);
}

const struct web_format intake_jira = {
	.name = "jira",
	.own = sizeof(struct issues),
	.takes = takes,
	.learn = learn,
	.read = read,
};
