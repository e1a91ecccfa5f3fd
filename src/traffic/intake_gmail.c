// Gmail logs as BigQuery gives them: several rows a message, one for each stage.
#include <string.h>

#include "traffic/channel.h"
#include "traffic/list.h"
#include "traffic/sheet.h"

enum { TIME = 0, ID = 1, SENDER = 2, RECIPIENTS = 3 };
enum { TYPE = SHEET_ALSO(0), SUCCESS = SHEET_ALSO(1) };

static bool takes(const struct source *source, const struct export_kind *kind)
{
	(void)source;
	return kind && !strcmp(kind->reader, "gmail");
}

// mail_event_type 1 is the message as it was sent; a failed one reached nobody.
static bool is_sent(const struct sheet *s)
{
	struct str type = sheet_cell(s, TYPE);
	return (!type.len || str_eq(type, S("1")) || str_eq_nocase(type, S("SENT"))) &&
	       !str_eq_nocase(sheet_cell(s, SUCCESS), S("false"));
}

static void read_row(struct intake *in, struct sheet *s)
{
	uint32_t to[CHANNEL_PEOPLE_MAX];
	struct str cell = sheet_cell(s, RECIPIENTS), one, id = sheet_cell(s, ID);
	struct str sender = sheet_cell(s, SENDER);
	struct exchange x = { .channel = CHANNEL_MAIL, .at = s->at, .weight = 1 };
	int64_t usec = 0;
	size_t count = 0;
	if (!is_sent(s) || !sender.len)
		return;
	if (str_to_int(sheet_cell(s, TIME), &usec))
		x.day = intake_day(usec / 1000);
	x.id = x.unit =
		id.len ? mail_id_hash(id) : ids_mix(str_hash(sender, 0), (uint64_t)usec);
	x.actor = identity_account(in->who, sender);
	while (count < CHANNEL_PEOPLE_MAX && identity_next(in->who, &cell, &one))
		to[count++] = identity_account(in->who, one);
	if (count)
		(void)intake_add(in, &x, to, count); // or it is counted
}

static void read(struct intake *in, void *own, const struct intake_file *f)
{
	struct sheet s;
	(void)own;
	if (!sheet_open(&s, in, f, SHEET_NO_DATES))
		return;
	while (sheet_next(&s))
		read_row(in, &s);
	sheet_close(&s);
}

const struct web_format intake_gmail = {
	.name = "gmail",
	.takes = takes,
	.read = read,
};
