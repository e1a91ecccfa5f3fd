#include "read/chat.h"

#include "read/json_scan.h"
#include "read/json_slack.h"

struct chat {
	struct arena *arena;
	struct json_scan scan;
	struct scratch scratch;
	struct str *mentions, *reactors;
	size_t mention_room, reactor_room;
	bool ended;
};

// A message while it is read.
struct reading {
	struct chat *chat;
	struct chat_message *m;
	struct str type, subtype, commenter, username;
	bool bot;
};

static struct json_scan scan_of(struct str bytes, struct arena *a)
{
	return (struct json_scan){ .text = utf8_from_bytes(a, bytes, NULL), .line = 1 };
}

bool chat_like(struct str bytes)
{
	struct arena scratch = { 0 };
	struct json_scan scan = scan_of(bytes, &scratch);
	bool like = json_scan_next(&scan) == JSON_OPEN_ARRAY && slack_begins(&scan);
	arena_free(&scratch);
	return like;
}

bool chat_open(struct str bytes, struct arena *a, struct chat **out, struct error *err)
{
	struct chat *c = ARENA_NEW(a, struct chat);
	*out = c;
	*c = (struct chat){ .arena = a, .scan = scan_of(bytes, a), .scratch.arena = a };
	if (json_scan_next(&c->scan) == JSON_OPEN_ARRAY)
		return true;
	return error_set(err, ERROR_FORMAT,
		"is no day of a Slack export: expected a list of messages");
}

static bool is_id(struct str s)
{
	enum { ID_MAX = 40 };
	for (size_t i = 0; i < s.len; i++)
		if (!byte_is_digit(s.at[i]) && !byte_is_alpha(s.at[i]))
			return false;
	return s.len && s.len <= ID_MAX;
}

static void add_person(
	struct chat *c, struct str id, struct str **list, size_t *count, size_t *room)
{
	if (!is_id(id) || *count == CHAT_PEOPLE_MAX)
		return;
	for (size_t i = 0; i < *count; i++)
		if (str_eq((*list)[i], id))
			return;
	*list = arena_more(c->arena, *list, *count, room, sizeof **list);
	(*list)[(*count)++] = id;
}

static void add_mention(struct reading *r, struct str id)
{
	add_person(r->chat, id, &r->chat->mentions, &r->m->mention_count,
		&r->chat->mention_room);
}

// The ids of <@U1> and <@U1|name> in a text; the rest of it is only passed over.
static void take_text(struct reading *r, const struct json_scan *scan)
{
	struct str text = json_text(&r->chat->scratch, scan->raw, scan->escaped);
	size_t at = 0;
	while ((at = str_find(text, S("<@"), at)) != STR_NONE) {
		size_t end = at += 2;
		while (end < text.len && text.at[end] != '>' && text.at[end] != '|')
			end++;
		add_mention(r, str_cut(text, at, end - at));
	}
}

// "user_id" wherever it stands inside the blocks: the elements that name somebody.
static bool take_blocks(struct reading *r, struct json_scan *scan)
{
	unsigned outside = scan->depth - 1;
	while (scan->depth > outside) {
		enum json_token token = json_scan_next(scan);
		if (token == JSON_STOP)
			return false;
		if (token != JSON_KEY || !str_eq(scan->raw, S("user_id")))
			continue;
		if (json_scan_next(scan) == JSON_STRING)
			add_mention(r, scan->raw);
	}
	return true;
}

// "users" of each reaction.
static bool take_reactions(struct reading *r, struct json_scan *scan)
{
	unsigned outside = scan->depth - 1;
	bool users = false;
	while (scan->depth > outside) {
		enum json_token token = json_scan_next(scan);
		if (token == JSON_STOP)
			return false;
		if (token == JSON_KEY)
			users = str_eq(scan->raw, S("users"));
		else if (token == JSON_STRING && users)
			add_person(r->chat, scan->raw, &r->chat->reactors,
				&r->m->reactor_count, &r->chat->reactor_room);
	}
	return true;
}

// comment.user: who wrote a file_comment.
static bool take_comment(struct reading *r, struct json_scan *scan)
{
	enum json_token token = json_scan_next(scan);
	for (; token == JSON_KEY; token = json_scan_next(scan)) {
		bool user = str_eq(scan->raw, S("user"));
		token = json_scan_next(scan);
		if (user && token == JSON_STRING)
			r->commenter = scan->raw;
		if (!json_scan_skip(scan, token))
			return false;
	}
	return token == JSON_CLOSE;
}

static void take_string(struct reading *r, struct str key, const struct json_scan *scan)
{
	const struct {
		struct str key;
		struct str *to;
	} PLACES[] = { { S("type"), &r->type }, { S("subtype"), &r->subtype },
		{ S("user"), &r->m->user }, { S("username"), &r->username },
		{ S("ts"), &r->m->ts }, { S("thread_ts"), &r->m->thread },
		{ S("parent_user_id"), &r->m->parent } };
	r->bot |= str_eq(key, S("bot_id"));
	if (str_eq(key, S("text")))
		take_text(r, scan);
	for (size_t i = 0; i < COUNT(PLACES); i++)
		if (str_eq(key, PLACES[i].key) && !scan->escaped)
			*PLACES[i].to = scan->raw;
}

static bool take_member(struct reading *r, struct json_scan *scan)
{
	struct str key = scan->raw;
	enum json_token token = json_scan_next(scan);
	if (token == JSON_STRING)
		take_string(r, key, scan);
	else if (token == JSON_OPEN_ARRAY && str_eq(key, S("blocks")))
		return take_blocks(r, scan);
	else if (token == JSON_OPEN_ARRAY && str_eq(key, S("reactions")))
		return take_reactions(r, scan);
	else if (token == JSON_OPEN_OBJECT && str_eq(key, S("comment")))
		return take_comment(r, scan);
	return json_scan_skip(scan, token);
}

// "1700000000.000200"
static bool time_of(struct str ts, int64_t *time_ms)
{
	int64_t seconds = 0;
	if (!str_to_int(str_cut(ts, 0, str_find_byte(ts, '.', 0)), &seconds) ||
		seconds <= 0 || seconds > INT32_MAX * INT64_C(2))
		return false;
	*time_ms = seconds * 1000;
	return true;
}

static void conclude(struct reading *r)
{
	struct chat_message *m = r->m;
	if (str_eq(r->subtype, S("file_comment")) && r->commenter.len)
		m->user = r->commenter;
	if (!m->user.len)
		m->user = r->username;
	m->has_time = time_of(m->ts, &m->time_ms);
	m->automatic = r->bot || slack_is_silent(r->subtype) || !m->user.len ||
		       !str_eq(r->type, S("message"));
	m->mentions = r->chat->mentions;
	m->reactors = r->chat->reactors;
}

static bool take_message(struct chat *c, struct chat_message *m)
{
	struct reading r = { .chat = c, .m = m };
	*m = (struct chat_message){ .line = c->scan.token_line };
	scratch_clear(&c->scratch);
	enum json_token token = json_scan_next(&c->scan);
	for (; token == JSON_KEY; token = json_scan_next(&c->scan))
		if (!take_member(&r, &c->scan))
			return false;
	conclude(&r);
	return token == JSON_CLOSE;
}

bool chat_next(struct chat *c, struct chat_message *m)
{
	while (!c->ended) {
		enum json_token token = json_scan_next(&c->scan);
		if (token == JSON_OPEN_OBJECT && take_message(c, m))
			return true;
		if (token == JSON_OPEN_OBJECT || token == JSON_CLOSE ||
			!json_scan_skip(&c->scan, token))
			c->ended = true;
	}
	return false;
}

bool chat_whole(const struct chat *c, struct error *err)
{
	return !c->scan.damage.code ||
	       error_set(err, c->scan.damage.code, "%s", c->scan.damage.text);
}
