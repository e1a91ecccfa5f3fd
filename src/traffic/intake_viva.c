// Viva Insights and Workplace Analytics: hours between organisations, or pairs.
#include <string.h>

#include "traffic/channel.h"
#include "traffic/list.h"
#include "traffic/sheet.h"

// Person to person.
enum {
	PERSON_A = 0,
	PERSON_B = 1,
	DAY = 2, // of both queries of Viva
	ORG_A = SHEET_ALSO(0),
	ORG_B = SHEET_ALSO(1),
	STRONG = SHEET_ALSO(2),
	DIVERSE = SHEET_ALSO(3),
};

// Group to group.
enum {
	TEAM_A = 0,
	TEAM_B = 1,
	SIZE_A = SHEET_ALSO(0),
	SIZE_B = SHEET_ALSO(1),
	ALL_HOURS = SHEET_ALSO(2),
	MEETING_HOURS = SHEET_ALSO(3),
	MAIL_HOURS = SHEET_ALSO(4),
	OLD_DAY = SHEET_ALSO(0),
	OLD_MEETING_HOURS = SHEET_ALSO(1),
	OLD_MAIL_HOURS = SHEET_ALSO(2),
	OLD_ALL_HOURS = SHEET_ALSO(3),
};

static bool takes(const struct source *source, const struct export_kind *kind)
{
	(void)source;
	return kind && !strcmp(kind->reader, "viva");
}

static bool is_pairs(const struct intake_file *f)
{
	return !strcmp(f->kind->name, "viva-pairs");
}

// What the query writes where there is no other organisation.
static bool is_special(struct str org)
{
	return str_ends_nocase(
		org, S("Within Group")); // older: Collaborators Within Group
}

static bool is_unclassified(struct str org)
{
	return str_eq_nocase(org, S("Unclassified Collaborators")) ||
	       str_eq_nocase(org, S("Other_Collaborators")) ||
	       str_eq_nocase(org, S("Other Collaborators"));
}

static struct str person_id(struct arena *a, struct str id)
{
	return arena_fmt(a, "viva/%" PRI_STR, ARG_STR(id));
}

static void learn_person(struct intake *in, struct str id, struct str org)
{
	struct arena scratch = { 0 };
	uint32_t function = identity_function(in->who, org);
	if (id.len && function != IDENTITY_NOBODY)
		identity_span(in->who, identity_member(in->who, person_id(&scratch, id)),
			(struct membership){ .function = function });
	arena_free(&scratch);
}

static void learn_org(struct intake *in, struct str org, double size)
{
	if (!is_special(org) && !is_unclassified(org))
		identity_org(in->who, org, size);
}

static void learn(struct intake *in, void *own, const struct intake_file *f)
{
	struct sheet s;
	bool old = !strcmp(f->kind->name, "wpa-groups");
	(void)own;
	if (!sheet_open(&s, in, f, SHEET_NO_DATES))
		return;
	while (sheet_next(&s)) {
		if (is_pairs(f)) {
			learn_person(in, sheet_cell(&s, PERSON_A), sheet_cell(&s, ORG_A));
			learn_person(in, sheet_cell(&s, PERSON_B), sheet_cell(&s, ORG_B));
			continue;
		}
		learn_org(in, sheet_cell(&s, TEAM_A),
			old ? 0 : sheet_number(&s, SIZE_A, 0));
		learn_org(in, sheet_cell(&s, TEAM_B), 0);
	}
	sheet_close(&s);
}

static uint32_t team(struct intake *in, struct str org)
{
	struct arena scratch = { 0 };
	uint32_t account = identity_account(
		in->who, arena_fmt(&scratch, "team/%" PRI_STR, ARG_STR(org)));
	if (!is_unclassified(org))
		identity_team(in->who, account, org);
	arena_free(&scratch);
	return account;
}

static void add_hours(struct intake *in, const struct exchange *row,
	enum web_channel channel, double hours, uint32_t to)
{
	struct exchange x = *row;
	x.channel = (uint8_t)channel;
	x.weight = hours;
	x.id = ids_mix(ids_mix(row->id, channel), channel_number_hash(hours));
	if (hours > 0)
		(void)intake_add(in, &x, &to, 1); // or it is counted
}

// Hours of meetings and of mail, each in its channel; without both, all hours as
// meetings.
static void read_group(struct intake *in, struct sheet *s)
{
	bool old = !strcmp(s->file->kind->name, "wpa-groups");
	unsigned day = old ? OLD_DAY : DAY;
	unsigned meeting = old ? OLD_MEETING_HOURS : MEETING_HOURS;
	unsigned mail = old ? OLD_MAIL_HOURS : MAIL_HOURS;
	struct str a = sheet_cell(s, TEAM_A), b = sheet_cell(s, TEAM_B);
	struct exchange x = {
		.day = in->to, .undated = !sheet_has(s, day), .counted = true, .at = s->at
	};
	if (!a.len || !b.len || is_special(b) || str_eq_nocase(a, b))
		return;
	if (!x.undated && !sheet_day(s, day, &x.day))
		return;
	x.actor = team(in, a);
	x.id = ids_mix(ids_mix(str_hash(a, 2), str_hash(b, 2)), (uint64_t)x.day.days);
	x.unit = x.id;
	uint32_t to = team(in, b);
	if (!sheet_has(s, meeting) && !sheet_has(s, mail)) {
		unsigned all = old ? OLD_ALL_HOURS : ALL_HOURS;
		add_hours(in, &x, CHANNEL_MEETING, sheet_number(s, all, 0), to);
		return;
	}
	add_hours(in, &x, CHANNEL_MEETING, sheet_number(s, meeting, 0), to);
	add_hours(in, &x, CHANNEL_MAIL, sheet_number(s, mail, 0), to);
}

static void read_pair(struct intake *in, struct sheet *s)
{
	struct arena scratch = { 0 };
	struct str a = sheet_cell(s, PERSON_A), b = sheet_cell(s, PERSON_B);
	unsigned score = sheet_has(s, STRONG) ? STRONG : DIVERSE;
	struct exchange x = {
		.channel = CHANNEL_MAIL, .at = s->at, .weight = sheet_number(s, score, 1)
	};
	if (a.len && b.len && sheet_day(s, DAY, &x.day) && x.weight > 0) {
		x.actor = identity_account(in->who, person_id(&scratch, a));
		uint32_t to = identity_account(in->who, person_id(&scratch, b));
		x.id = ids_mix(
			ids_mix(str_hash(a, 2), str_hash(b, 2)), (uint64_t)x.day.days);
		x.unit = x.id;
		(void)intake_add(in, &x, &to, 1); // or it is counted
	}
	arena_free(&scratch);
}

static void read(struct intake *in, void *own, const struct intake_file *f)
{
	struct sheet s;
	unsigned day = strcmp(f->kind->name, "wpa-groups") ? DAY : OLD_DAY;
	(void)own;
	if (!sheet_open(&s, in, f, day))
		return;
	while (sheet_next(&s))
		if (is_pairs(f))
			read_pair(in, &s);
		else
			read_group(in, &s);
	if (!is_pairs(f))
		intake_remark(in, f,
			"is grouped by function and names no persons: nothing can be "
			"said of pairs, of who bridges two functions, or of how sure a "
			"strength is");
	sheet_close(&s);
}

const struct web_format intake_viva = {
	.name = "viva",
	.takes = takes,
	.learn = learn,
	.read = read,
};
