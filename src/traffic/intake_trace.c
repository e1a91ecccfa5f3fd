// Exchange message traces: one row a message, or one a recipient.
#include <string.h>

#include "traffic/channel.h"
#include "traffic/list.h"
#include "traffic/sheet.h"

enum { SENDER = 0, RECIPIENTS = 1, TIME = 2 };
enum { MESSAGE_ID = SHEET_ALSO(0), NETWORK_ID = SHEET_ALSO(1) };

static bool takes(const struct source *source, const struct export_kind *kind)
{
	(void)source;
	return kind && !strcmp(kind->reader, "trace");
}

// "a@b.example##Receive, Deliver;c@d.example##Fail": the addresses.
static size_t recipients_of(struct intake *in, struct str cell, uint32_t *out)
{
	struct str one;
	size_t count = 0;
	while (count < CHANNEL_PEOPLE_MAX && str_split(&cell, ';', &one)) {
		one = str_trim(str_cut(one, 0, str_find(one, S("##"), 0)));
		if (str_find_byte(one, '@', 0) != STR_NONE)
			out[count++] = identity_account(in->who, one);
	}
	return count;
}

static void read_row(struct intake *in, struct sheet *s)
{
	uint32_t to[CHANNEL_PEOPLE_MAX];
	struct str sender = sheet_cell(s, SENDER), id = sheet_cell(s, MESSAGE_ID);
	struct exchange x = { .channel = CHANNEL_MAIL, .at = s->at, .weight = 1 };
	if (!sheet_day(s, TIME, &x.day))
		return;
	if (!id.len)
		id = sheet_cell(s, NETWORK_ID);
	x.id = x.unit =
		id.len ? mail_id_hash(id)
		       : ids_mix(str_hash(sender, 0), str_hash(sheet_cell(s, TIME), 0));
	if (!sender.len || str_eq(sender, S("<>"))) {
		in->left.automatic++;
		return;
	}
	x.actor = identity_account(in->who, sender);
	size_t count = recipients_of(in, sheet_cell(s, RECIPIENTS), to);
	if (count)
		(void)intake_add(in, &x, to, count); // or it is counted
}

static void read(struct intake *in, void *own, const struct intake_file *f)
{
	struct sheet s;
	(void)own;
	if (!sheet_open(&s, in, f, TIME))
		return;
	while (sheet_next(&s))
		read_row(in, &s);
	sheet_close(&s);
}

const struct web_format intake_trace = {
	.name = "trace",
	.takes = takes,
	.read = read,
};
