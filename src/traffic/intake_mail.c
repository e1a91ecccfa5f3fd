// Mailboxes and messages: header by header, never a body.
#include "traffic/list.h"

// A message id, met as a message or only as a reference.
struct letter_id {
	uint32_t root;	 // union of ids into threads: the parent, itself at the top
	uint32_t author; // account; IDENTITY_NOBODY if the message was not seen
};

// An exchange whose thread, and perhaps whose target, is known only at the end.
struct open_mail {
	uint32_t place; // in intake.at
	uint32_t letter;
	uint32_t answers; // letter whose author is a target too; IDENTITY_NOBODY: none
};

struct mails {
	struct ids ids;
	struct letter_id *letters; // beside ids
	size_t letter_room;
	struct open_mail *open;
	size_t open_count, open_room;
};

static bool takes(const struct source *source, const struct export_kind *kind)
{
	(void)kind;
	return source->role == ROLE_MAIL;
}

static uint32_t letter_of(struct mails *m, struct str id)
{
	size_t before = m->ids.count, i = ids_add(&m->ids, mail_id_hash(id));
	if (i == before) {
		m->letters = arena_more(m->ids.arena, m->letters, before, &m->letter_room,
			sizeof *m->letters);
		m->letters[i] = (struct letter_id){ (uint32_t)i, IDENTITY_NOBODY };
	}
	return (uint32_t)i;
}

// Union-find with path halving (Tarjan and van Leeuwen 1984).
static uint32_t root_of(struct mails *m, uint32_t i)
{
	while (m->letters[i].root != i) {
		m->letters[i].root = m->letters[m->letters[i].root].root;
		i = m->letters[i].root;
	}
	return i;
}

// The smaller hash names the thread, whatever the order of files.
static void join(struct mails *m, uint32_t a, uint32_t b)
{
	a = root_of(m, a);
	b = root_of(m, b);
	if (m->ids.keys[a] < m->ids.keys[b])
		m->letters[b].root = a;
	else
		m->letters[a].root = b;
}

// A list's own address is nobody: "rlug@lug.ro" of List-Id rlug.lug.ro.
static bool is_list(const struct mail *mail, struct str address)
{
	size_t at = str_find_byte(address, '@', 0),
	       dot = str_find_byte(mail->list_id, '.', 0);
	if (!mail->list || at == STR_NONE)
		return false;
	if (str_eq(mail->list_id, address) ||
		str_eq(mail->list_id, str_cut(address, 0, at)))
		return true;
	return dot != STR_NONE && at == dot &&
	       str_eq(str_cut(address, 0, at), str_cut(mail->list_id, 0, dot)) &&
	       str_eq(str_from(address, at + 1), str_from(mail->list_id, dot + 1));
}

static size_t targets_of(struct intake *in, const struct mail *mail, uint32_t *to)
{
	size_t count = 0;
	for (size_t i = 0; i < mail->to_count; i++) {
		uint32_t account = identity_account(in->who, mail->to[i]);
		if (is_list(mail, mail->to[i]))
			identity_mark(in->who, account, ACCOUNT_LIST);
		else
			to[count++] = account;
	}
	return count;
}

// Without a Message-ID, sender, time and recipients name a message.
static uint64_t name_of(const struct mail *mail)
{
	uint64_t id = ids_mix(str_hash(mail->from, 0), (uint64_t)mail->time_ms);
	for (size_t i = 0; i < mail->to_count; i++)
		id += str_hash(mail->to[i], 1); // in any order
	return mail->id.len ? mail_id_hash(mail->id) : id;
}

static void put(struct intake *in, struct mails *m, const struct mail *mail,
	struct exchange *x, uint32_t letter)
{
	uint32_t to[MAIL_TO_MAX], answers = IDENTITY_NOBODY;
	size_t count = targets_of(in, mail, to);
	if (mail->reference_count && (mail->list || !mail->to_count))
		answers = letter_of(m, mail->references[mail->reference_count - 1]);
	size_t place = intake_add(in, x, to, count);
	if (place == SIZE_MAX)
		return;
	m->open = arena_more(
		in->arena, m->open, m->open_count, &m->open_room, sizeof *m->open);
	m->open[m->open_count++] = (struct open_mail){ (uint32_t)place, letter, answers };
}

static void read_mail(
	struct intake *in, struct mails *m, const struct mail *mail, uint32_t source)
{
	uint32_t letter = IDENTITY_NOBODY;
	if (mail->automatic || !mail->from.len) {
		in->left.automatic += mail->automatic;
		in->left.odd += !mail->automatic;
		return;
	}
	struct exchange x = { .channel = CHANNEL_MAIL,
		.actor = identity_account(in->who, mail->from),
		.id = name_of(mail),
		.at = { source, mail->line },
		.weight = 1 };
	x.unit = x.id;
	if (mail->reference_count)
		x.channel = CHANNEL_THREAD;
	if (mail->has_time)
		x.day = intake_day(mail->time_ms);
	if (mail->id.len || mail->reference_count) {
		letter = letter_of(m, mail->id.len ? mail->id : mail->references[0]);
		if (mail->id.len)
			m->letters[letter].author = x.actor;
		for (size_t i = 0; i < mail->reference_count; i++)
			join(m, letter, letter_of(m, mail->references[i]));
	}
	put(in, m, mail, &x, letter);
}

static void read(struct intake *in, void *own, const struct intake_file *f)
{
	struct mails *m = own;
	struct arena scratch = { 0 };
	struct mail_file *file = NULL;
	struct mail mail;
	struct error err = { 0 };
	m->ids.arena = in->arena;
	if (!mail_open(f->bytes, &scratch, &file, &err))
		intake_remark(in, f, "%s", err.text);
	else
		while (mail_next(file, &mail))
			read_mail(in, m, &mail, f->index);
	arena_free(&scratch);
}

// The author of the message that is answered on a list becomes a target.
static void add_author(struct intake *in, struct mails *m, const struct open_mail *o)
{
	struct exchange *x = &in->at[o->place];
	uint32_t author = o->answers == IDENTITY_NOBODY ? IDENTITY_NOBODY
							: m->letters[o->answers].author;
	if (author != IDENTITY_NOBODY && author != x->actor)
		intake_target(in, x, author);
}

static void end(struct intake *in, void *own)
{
	struct mails *m = own;
	for (size_t i = 0; i < m->open_count; i++) {
		const struct open_mail *o = &m->open[i];
		if (o->letter != IDENTITY_NOBODY)
			in->at[o->place].unit = m->ids.keys[root_of(m, o->letter)];
		add_author(in, m, o);
	}
	if (in->left.odd)
		notes_add(in->notes, "%zu message%s without a sender %s left out",
			in->left.odd, in->left.odd == 1 ? "" : "s",
			in->left.odd == 1 ? "is" : "are");
}

const struct web_format intake_mail = {
	.name = "mail",
	.own = sizeof(struct mails),
	.takes = takes,
	.read = read,
	.end = end,
};
