// Slack exports: who answered, mentioned or thanked whom in a channel.
#include "traffic/list.h"

struct said {
	uint32_t author; // account
};

// A reply whose thread began in a message that may come later.
struct open_reply {
	uint32_t place; // in intake.at
	uint64_t thread;
};

struct chats {
	struct ids ids;	   // messages by channel and ts
	struct said *said; // beside ids
	size_t said_room;
	struct open_reply *open;
	size_t open_count, open_room;
};

static bool takes(const struct source *source, const struct export_kind *kind)
{
	(void)kind;
	return source->role == ROLE_CHAT;
}

static bool is_directory(const struct intake_file *f)
{
	return str_eq(path_name(f->source->path), S("users.json"));
}

// Ids of two exports are of two companies, unless one export lies in the other's folder.
static uint32_t account_of(struct intake *in, struct str id)
{
	struct arena scratch = { 0 };
	uint32_t account = identity_account(
		in->who, arena_fmt(&scratch, "slack/%" PRI_STR, ARG_STR(id)));
	arena_free(&scratch);
	return account;
}

struct user_columns {
	int64_t id, name, bot, email, real_name;
};

static struct str cell(const struct row *row, int64_t column)
{
	return column < 0 ? (struct str){ 0 } : str_trim(row->cells[column]);
}

static void learn_user(
	struct intake *in, const struct row *row, const struct user_columns *c)
{
	struct str id = cell(row, c->id), email = cell(row, c->email);
	struct str name = cell(row, c->real_name);
	if (!id.len)
		return;
	uint32_t account = account_of(in, id);
	if (str_eq(cell(row, c->bot), S("true")))
		identity_mark(in->who, account, ACCOUNT_PROGRAM);
	identity_same(in->who, account,
		email.len  ? email
		: name.len ? name
			   : cell(row, c->name));
}

static void learn(struct intake *in, void *own, const struct intake_file *f)
{
	struct arena scratch = { 0 };
	struct table *table = NULL;
	struct error err = { 0 };
	struct headers h;
	struct row row;
	(void)own;
	if (is_directory(f) &&
		table_open(f->source->path, f->bytes, 0, &scratch, &table, &err)) {
		const struct table_info *info = table_info(table);
		headers_of(&scratch, info->header, info->columns, &h);
		struct user_columns c = { .id = headers_find(&h, S("id"), NULL),
			.name = headers_find(&h, S("name"), NULL),
			.bot = headers_find(&h, S("is_bot"), NULL),
			.email = headers_find(&h, S("profile.email"), NULL),
			.real_name = headers_find(
				&h, S("profile.real_name;real_name"), NULL) };
		while (table_next(table, &row))
			learn_user(in, &row, &c);
	}
	arena_free(&scratch);
}

static uint64_t place_of(const struct intake_file *f, struct str ts)
{
	struct str channel = path_name(path_folder(f->source->path));
	return ids_mix(str_hash(channel, 0), str_hash(ts, 0));
}

static void remember(struct intake *in, struct chats *c, uint64_t place, uint32_t author)
{
	size_t before = c->ids.count, i = ids_add(&c->ids, place);
	if (i == before)
		c->said = arena_more(
			in->arena, c->said, before, &c->said_room, sizeof *c->said);
	c->said[i].author = author;
}

enum { REPLY = 1, MENTION = 2, REACTION = 3 };

struct line {
	const struct intake_file *file;
	const struct chat_message *m;
	struct exchange x;
	uint64_t thread; // of which the message is part
};

static void add_reply(struct intake *in, struct chats *c, const struct line *l)
{
	struct exchange x = l->x;
	const struct chat_message *m = l->m;
	uint32_t parent = m->parent.len ? account_of(in, m->parent) : IDENTITY_NOBODY;
	if (!m->thread.len || str_eq(m->thread, m->ts))
		return;
	x.channel = CHANNEL_THREAD;
	x.id = ids_mix(l->x.id, REPLY);
	size_t place = intake_add(in, &x, &parent, parent != IDENTITY_NOBODY);
	if (place == SIZE_MAX || parent != IDENTITY_NOBODY)
		return;
	c->open = arena_more(
		in->arena, c->open, c->open_count, &c->open_room, sizeof *c->open);
	c->open[c->open_count++] = (struct open_reply){ (uint32_t)place, l->thread };
}

static void add_mentions(struct intake *in, const struct line *l)
{
	uint32_t to[CHAT_PEOPLE_MAX];
	struct exchange x = l->x;
	for (size_t i = 0; i < l->m->mention_count; i++)
		to[i] = account_of(in, l->m->mentions[i]);
	x.channel = CHANNEL_REACTION;
	x.id = ids_mix(l->x.id, MENTION);
	if (l->m->mention_count)
		(void)intake_add(in, &x, to, l->m->mention_count); // or it is counted
}

static void add_reactions(struct intake *in, const struct line *l)
{
	for (size_t i = 0; i < l->m->reactor_count; i++) {
		struct exchange x = l->x;
		uint32_t author = l->x.actor;
		x.actor = account_of(in, l->m->reactors[i]);
		x.channel = CHANNEL_REACTION;
		x.id = ids_mix(
			ids_mix(l->x.id, REACTION), identity_hash(in->who, x.actor));
		if (x.actor != author)
			(void)intake_add(in, &x, &author, 1); // or it is counted
	}
}

static void read_message(struct intake *in, struct chats *c, const struct intake_file *f,
	const struct chat_message *m)
{
	if (m->automatic) {
		in->left.automatic++;
		return;
	}
	struct str root = m->thread.len ? m->thread : m->ts;
	struct line l = { .file = f, .m = m, .thread = place_of(f, root) };
	l.x = (struct exchange){ .day = m->has_time ? intake_day(m->time_ms)
						    : (struct date){ 0 },
		.actor = account_of(in, m->user),
		.unit = l.thread,
		.id = place_of(f, m->ts),
		.at = { f->index, m->line },
		.weight = 1 };
	remember(in, c, l.x.id, l.x.actor);
	add_reply(in, c, &l);
	add_mentions(in, &l);
	add_reactions(in, &l);
}

static void read(struct intake *in, void *own, const struct intake_file *f)
{
	struct chats *c = own;
	struct arena scratch = { 0 };
	struct chat *chat = NULL;
	struct chat_message m;
	struct error err = { 0 };
	c->ids.arena = in->arena;
	if (!path_folder(f->source->path).len || is_directory(f) ||
		str_eq(path_name(f->source->path), S("channels.json")))
		return;
	bool ok = chat_open(f->bytes, &scratch, &chat, &err);
	while (ok && chat_next(chat, &m))
		read_message(in, c, f, &m);
	if (!ok || !chat_whole(chat, &err))
		intake_remark(in, f, "%s", err.text);
	arena_free(&scratch);
}

static void end(struct intake *in, void *own)
{
	struct chats *c = own;
	for (size_t i = 0; i < c->open_count; i++) {
		size_t found = ids_find(&c->ids, c->open[i].thread);
		if (found != MAP_NONE)
			intake_target(
				in, &in->at[c->open[i].place], c->said[found].author);
	}
}

const struct web_format intake_chat = {
	.name = "chat",
	.own = sizeof(struct chats),
	.takes = takes,
	.learn = learn,
	.read = read,
	.end = end,
};
