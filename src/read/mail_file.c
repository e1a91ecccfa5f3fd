// Messages of a mailbox as facts: the header is read, the body is only passed over.
#include "read/mail.h"

#include "read/mail_address.h"
#include "read/mail_box.h"
#include "read/mail_date.h"
#include "read/mail_head.h"

struct mail_file {
	struct arena *arena;
	struct mail_box box;
	struct scratch scratch;
	struct str *to, *references;
	size_t to_room, references_room;
};

bool mail_open(
	struct str bytes, struct arena *a, struct mail_file **out, struct error *err)
{
	struct mail_box box;
	if (!mail_box_open(&box, bytes, a, err))
		return false;
	*out = ARENA_NEW(a, struct mail_file);
	**out = (struct mail_file){ .arena = a, .box = box, .scratch.arena = a };
	return true;
}

static bool holds(const struct str *list, size_t count, struct str one)
{
	for (size_t i = 0; i < count; i++)
		if (str_eq(list[i], one))
			return true;
	return false;
}

static void add_recipients(struct mail_file *f, struct mail *m, struct str value)
{
	struct str address;
	while (m->to_count < MAIL_TO_MAX &&
		mail_address_next(&value, &f->scratch, &address)) {
		if (holds(f->to, m->to_count, address))
			continue;
		f->to = arena_more(
			f->arena, f->to, m->to_count, &f->to_room, sizeof *f->to);
		f->to[m->to_count++] = address;
	}
}

// The next "<id>" of a field; where there are no brackets, a word with an @ in it.
static bool take_id(struct str *value, struct str *id)
{
	while (value->len) {
		size_t open = str_find_byte(*value, '<', 0);
		if (open != STR_NONE) {
			size_t close = str_find_byte(*value, '>', open);
			*id = str_trim(str_cut(*value, open + 1, close - open - 1));
			*value = str_from(*value, close == STR_NONE ? value->len : close);
			if (id->len)
				return true;
			continue;
		}
		*value = str_trim(*value);
		size_t end = 0;
		while (end < value->len && !byte_is_space(value->at[end]))
			end++;
		*id = str_strip(str_cut(*value, 0, end), ">");
		*value = str_from(*value, end);
		if (str_find_byte(*id, '@', 0) != STR_NONE)
			return true;
	}
	return false;
}

static struct str clean(struct mail_file *f, struct str text)
{
	return utf8_valid(text) ? text : utf8_from_bytes(f->arena, text, NULL);
}

static void add_references(struct mail_file *f, struct mail *m, struct str value)
{
	struct str id;
	while (m->reference_count < MAIL_REFERENCES_MAX && take_id(&value, &id)) {
		id = clean(f, id);
		if (holds(f->references, m->reference_count, id))
			continue;
		f->references = arena_more(f->arena, f->references, m->reference_count,
			&f->references_room, sizeof *f->references);
		f->references[m->reference_count++] = id;
	}
}

static struct str lower(struct mail_file *f, struct str text)
{
	text = clean(f, str_trim(text));
	char *out = scratch_take(&f->scratch, text.len);
	for (size_t i = 0; i < text.len; i++)
		out[i] = byte_lower(text.at[i]);
	return (struct str){ out, text.len };
}

// "Name <list.example>", "<a@b> archive/1", "rlug": what names the list.
static struct str list_name(struct mail_file *f, struct str value)
{
	size_t open = str_find_byte(value, '<', 0);
	if (open != STR_NONE)
		value = str_cut(
			value, open + 1, str_find_byte(value, '>', open) - open - 1);
	return lower(f, value);
}

static bool is_program(struct str address)
{
	static const struct str NAMES[] = { STR_INIT("mailer-daemon"),
		STR_INIT("no-reply"), STR_INIT("noreply"), STR_INIT("do-not-reply"),
		STR_INIT("donotreply") };
	struct str local = str_cut(address, 0, str_find_byte(address, '@', 0));
	for (size_t i = 0; i < COUNT(NAMES); i++)
		if (str_starts(local, NAMES[i]))
			return true;
	return false;
}

// What a header says beside the fields of struct mail.
struct notes {
	struct str precedence, references, in_reply_to, received, envelope;
	bool automatic;
};

enum field {
	FIELD_FROM,
	FIELD_SENDER,
	FIELD_REPLY_TO,
	FIELD_TO,
	FIELD_CC,
	FIELD_DATE,
	FIELD_REFERENCES,
	FIELD_IN_REPLY_TO,
	FIELD_MESSAGE_ID,
	FIELD_AUTO_SUBMITTED,
	FIELD_RETURN_PATH,
	FIELD_PRECEDENCE,
	FIELD_RECEIVED,
	FIELD_LIST_ID,
	FIELD_LIST, // other fields that only lists write
	FIELD_OTHER,
};

static enum field field_of(struct str name)
{
	static const struct {
		struct str name;
		enum field field;
	} FIELDS[] = { { STR_INIT("received"), FIELD_RECEIVED },
		{ STR_INIT("from"), FIELD_FROM }, { STR_INIT("to"), FIELD_TO },
		{ STR_INIT("cc"), FIELD_CC }, { STR_INIT("date"), FIELD_DATE },
		{ STR_INIT("message-id"), FIELD_MESSAGE_ID },
		{ STR_INIT("references"), FIELD_REFERENCES },
		{ STR_INIT("in-reply-to"), FIELD_IN_REPLY_TO },
		{ STR_INIT("sender"), FIELD_SENDER },
		{ STR_INIT("reply-to"), FIELD_REPLY_TO },
		{ STR_INIT("return-path"), FIELD_RETURN_PATH },
		{ STR_INIT("list-id"), FIELD_LIST_ID },
		{ STR_INIT("precedence"), FIELD_PRECEDENCE },
		{ STR_INIT("auto-submitted"), FIELD_AUTO_SUBMITTED },
		{ STR_INIT("x-beenthere"), FIELD_LIST },
		{ STR_INIT("x-mailing-list"), FIELD_LIST },
		{ STR_INIT("x-list"), FIELD_LIST },
		{ STR_INIT("list-post"), FIELD_LIST } };
	char first = (char)(name.at[0] | 0x20);
	for (size_t i = 0; i < COUNT(FIELDS); i++)
		if (name.len == FIELDS[i].name.len && first == FIELDS[i].name.at[0] &&
			str_eq_nocase(name, FIELDS[i].name))
			return FIELDS[i].field;
	return FIELD_OTHER;
}

static void take_address(struct mail_file *f, struct str *address, struct str value)
{
	if (!address->len)
		*address = mail_address_first(value, &f->scratch);
}

static void take_message_id(struct mail_file *f, struct mail *m, struct str value)
{
	struct str id;
	if (!m->id.len && take_id(&value, &id))
		m->id = clean(f, id);
}

static void take_list(struct mail_file *f, struct mail *m, struct str value, bool sure)
{
	m->list = true;
	if (!m->list_id.len || sure)
		m->list_id = list_name(f, value);
}

static void take_time(struct mail *m, struct notes *n, enum field field, struct str value)
{
	if (field == FIELD_DATE)
		m->has_time = m->has_time || mail_date(value, &m->time_ms);
	else if (field == FIELD_RECEIVED)
		n->received = value; // the lowest one is the first hop
}

static void take_field(struct mail_file *f, struct mail *m, struct notes *n,
	enum field field, struct str value)
{
	switch (field) {
	case FIELD_FROM:
		take_address(f, &m->from, value);
		return;
	case FIELD_SENDER:
		take_address(f, &m->sender, value);
		return;
	case FIELD_REPLY_TO:
		take_address(f, &m->reply_to, value);
		return;
	case FIELD_TO:
	case FIELD_CC:
		add_recipients(f, m, value);
		return;
	case FIELD_DATE:
	case FIELD_RECEIVED:
		take_time(m, n, field, value);
		return;
	case FIELD_REFERENCES:
		n->references = value;
		return;
	case FIELD_IN_REPLY_TO:
		n->in_reply_to = value;
		return;
	case FIELD_MESSAGE_ID:
		take_message_id(f, m, value);
		return;
	case FIELD_AUTO_SUBMITTED:
		n->automatic |= !str_starts_nocase(value, S("no"));
		return;
	case FIELD_RETURN_PATH:
		n->automatic |= str_starts(value, S("<>"));
		return;
	case FIELD_PRECEDENCE:
		n->precedence = value;
		return;
	case FIELD_LIST_ID:
	case FIELD_LIST:
		take_list(f, m, value, field == FIELD_LIST_ID);
		return;
	case FIELD_OTHER:
		return;
	}
}

// When it was delivered: "From a@b.example Fri Feb  7 18:35:25 2003", where the address
// may be of several words.
static bool envelope_time(struct str line, int64_t *time_ms)
{
	size_t at = str_find_byte(line, ' ', 0);
	for (; at != STR_NONE; at = str_find_byte(line, ' ', at + 1))
		if (mail_date(str_trim(str_from(line, at)), time_ms))
			return true;
	return false;
}

// Where Date says nothing, the first hop's stamp does, or the line of the mbox.
static void conclude_time(struct mail *m, const struct notes *n)
{
	size_t stamp = n->received.len;
	while (stamp && n->received.at[stamp - 1] != ';')
		stamp--;
	if (!m->has_time && stamp)
		m->has_time = mail_date(str_from(n->received, stamp), &m->time_ms);
	m->has_time = m->has_time || envelope_time(n->envelope, &m->time_ms);
}

static void conclude(struct mail_file *f, struct mail *m, const struct notes *n)
{
	add_references(f, m, n->references);
	add_references(f, m, n->in_reply_to);
	if (!m->from.len)
		m->from = m->sender;
	conclude_time(m, n);
	m->list |= str_eq_nocase(n->precedence, S("list"));
	bool bulk = str_eq_nocase(n->precedence, S("bulk")) && !m->list;
	m->automatic = n->automatic || bulk || is_program(m->from) ||
		       str_eq_nocase(n->precedence, S("junk")) ||
		       str_eq_nocase(n->precedence, S("auto_reply"));
	m->to = f->to;
	m->references = f->references;
}

bool mail_next(struct mail_file *f, struct mail *m)
{
	struct letter letter;
	if (!mail_box_next(&f->box, &letter))
		return false;
	scratch_clear(&f->scratch);
	*m = (struct mail){ .line = letter.line };
	struct notes notes = { .envelope = letter.envelope };
	struct mail_head head = { str_cut(letter.head, 0, MAIL_HEAD_MAX), letter.line };
	struct mail_field field;
	while (mail_head_next(&head, &field))
		take_field(f, m, &notes, field_of(field.name), field.value);
	conclude(f, m, &notes);
	return true;
}

bool mail_next_time(struct mail_file *f, bool *has_time, int64_t *time_ms)
{
	struct letter letter;
	if (!mail_box_next(&f->box, &letter))
		return false;
	struct mail m = { 0 };
	struct notes notes = { .envelope = letter.envelope };
	struct mail_head head = { str_cut(letter.head, 0, MAIL_HEAD_MAX), letter.line };
	struct mail_field field;
	while (mail_head_next(&head, &field)) {
		const char first = byte_lower(field.name.at[0]);
		if (first == 'd' || first == 'r') // Date, Received
			take_time(&m, &notes, field_of(field.name), field.value);
	}
	conclude_time(&m, &notes);
	*has_time = m.has_time;
	*time_ms = m.time_ms;
	return true;
}
