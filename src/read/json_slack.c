#include "read/json_slack.h"

#include "read/json_put.h"

// What is written by the system or by a program, or is not there any more.
static const struct str SILENT[] = { STR_INIT("channel_join"), STR_INIT("channel_leave"),
	STR_INIT("group_join"), STR_INIT("group_leave"), STR_INIT("bot_message"),
	STR_INIT("bot_add"), STR_INIT("bot_remove"), STR_INIT("tombstone"),
	STR_INIT("channel_topic"), STR_INIT("channel_purpose"), STR_INIT("channel_name"),
	STR_INIT("channel_archive"), STR_INIT("channel_unarchive"),
	STR_INIT("pinned_item"), STR_INIT("reminder_add") };

struct message {
	struct str type, subtype, ts;
	struct str user, commenter;
	struct json_scan text; // the text's token has just been read; no text if no raw
};

// comment.user: who wrote a file_comment.
static bool take_commenter(struct json_scan *scan, struct message *m)
{
	enum json_token token = json_scan_next(scan);
	for (; token == JSON_KEY; token = json_scan_next(scan)) {
		bool user = str_eq(scan->raw, S("user"));
		token = json_scan_next(scan);
		if (user && token == JSON_STRING)
			m->commenter = scan->raw;
		if (!json_scan_skip(scan, token))
			return false;
	}
	return token == JSON_CLOSE;
}

static bool take_member(struct json_scan *scan, struct message *m)
{
	struct str key = scan->raw;
	enum json_token token = json_scan_next(scan);
	if (token == JSON_OPEN_OBJECT && str_eq(key, S("comment")))
		return take_commenter(scan, m);
	if (token != JSON_STRING)
		return json_scan_skip(scan, token);
	if (str_eq(key, S("type")))
		m->type = scan->raw;
	else if (str_eq(key, S("subtype")))
		m->subtype = scan->raw;
	else if (str_eq(key, S("ts")))
		m->ts = scan->raw;
	else if (str_eq(key, S("user")))
		m->user = scan->raw;
	else if (str_eq(key, S("text")))
		m->text = *scan;
	return true;
}

static bool take_message(struct json_scan *scan, struct message *m)
{
	*m = (struct message){ 0 };
	enum json_token token = json_scan_next(scan);
	for (; token == JSON_KEY; token = json_scan_next(scan))
		if (!take_member(scan, m))
			return false;
	return token == JSON_CLOSE;
}

static bool is_message(const struct message *m)
{
	return str_eq(m->type, S("message")) && m->ts.len;
}

bool slack_begins(const struct json_scan *scan)
{
	struct json_scan look = *scan;
	struct message m;
	return json_scan_next(&look) == JSON_OPEN_OBJECT && take_message(&look, &m) &&
	       is_message(&m);
}

bool slack_is_silent(struct str subtype)
{
	for (size_t i = 0; i < COUNT(SILENT); i++)
		if (str_eq(subtype, SILENT[i]))
			return true;
	return false;
}

// What is shown of <@U1>, <#C1|general>, <!here>, <https://x|label>, without the
// brackets.
static struct str shown(struct str inside, const char **sign)
{
	*sign = "";
	char first = inside.len ? inside.at[0] : '\0';
	size_t bar = str_find_byte(inside, '|', 0);
	struct str label = bar == STR_NONE ? S("") : str_from(inside, bar + 1);
	if (first == '@' || first == '#' || first == '!') {
		*sign = first == '#' ? "#" : "@";
		inside = str_from(str_cut(inside, 0, bar), 1);
	}
	return label.len ? label : inside;
}

// One of Slack's three entities at the head of s; its length, 0 if there is none.
static size_t entity(struct str s, struct str *means)
{
	static const struct str NAMES[] = { STR_INIT("&amp;"), STR_INIT("&lt;"),
		STR_INIT("&gt;") };
	static const struct str MEANS[] = { STR_INIT("&"), STR_INIT("<"), STR_INIT(">") };
	for (size_t i = 0; i < COUNT(NAMES); i++)
		if (str_starts(s, NAMES[i])) {
			*means = MEANS[i];
			return NAMES[i].len;
		}
	return 0;
}

/*
 * What stands between the brackets at the head of s, when they are Slack's own, which
 * name something: "<@U1>", "<tel:112|call>".  Others are characters.
 */
static bool take_reference(struct str s, struct str *inside)
{
	size_t end = 1;
	if (s.at[0] != '<')
		return false;
	while (end < s.len && s.at[end] != '<' && s.at[end] != '>')
		end++;
	*inside = str_cut(s, 1, end - 1);
	struct str name = str_cut(*inside, 0, str_find_byte(*inside, '|', 0));
	if (end >= s.len || s.at[end] != '>' || !name.len ||
		str_find_byte(name, ' ', 0) != STR_NONE)
		return false;
	return name.at[0] == '@' || name.at[0] == '#' || name.at[0] == '!' ||
	       str_find_byte(name, ':', 0) != STR_NONE;
}

static size_t special(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (s.at[i] == '<' || s.at[i] == '&')
			return i;
	return s.len;
}

static void put_text(struct json_put *put, struct str raw)
{
	while (raw.len) {
		size_t plain = special(raw);
		json_put_run(put, str_cut(raw, 0, plain));
		raw = str_from(raw, plain);
		if (!raw.len)
			return;
		struct str means = str_cut(raw, 0, 1);
		struct str inside;
		size_t len = entity(raw, &means);
		if (take_reference(raw, &inside)) {
			const char *sign = "";
			struct str words = shown(inside, &sign);
			json_put_instead(put, str_of(sign), raw.at);
			json_put_run(put, words);
			len = inside.len + 2;
		} else {
			json_put_instead(put, means, raw.at);
		}
		raw = str_from(raw, len ? len : 1);
	}
}

static void put_message(struct json_scan *scan, struct doc *doc, struct message *m)
{
	struct json_put put = { doc, &m->text, BLOCK_SPEECH, m->user };
	if (str_eq(m->subtype, S("file_comment")) && m->commenter.len)
		put.speaker = m->commenter;
	json_scan_resume(&m->text, scan);
	json_put_open(&put);
	put_text(&put, m->text.raw);
	json_scan_resume(scan, &m->text);
}

// The day of the first message, in UTC.
static void put_date(struct doc *doc, struct str ts)
{
	int64_t seconds = 0;
	if (doc_meta_find(doc, S("date")).len ||
		!str_to_int(str_cut(ts, 0, str_find_byte(ts, '.', 0)), &seconds) ||
		seconds < 0 || seconds > INT32_MAX * INT64_C(2))
		return;
	struct date day = date_of(1970, 1, 1);
	day.days += (int32_t)(seconds / 86400);
	doc_meta(doc, S("date"), date_str(doc->arena, day),
		(struct place){ PLACE_LINE, 1, 1 });
}

void slack_put(struct json_scan *scan, struct doc *doc, size_t most)
{
	enum json_token token = json_scan_next(scan);
	for (; token != JSON_STOP && token != JSON_CLOSE; token = json_scan_next(scan)) {
		struct message m = { 0 };
		if (token == JSON_OPEN_OBJECT ? !take_message(scan, &m)
					      : !json_scan_skip(scan, token))
			return;
		if (!is_message(&m) || slack_is_silent(m.subtype))
			continue;
		put_date(doc, m.ts);
		if (m.text.raw.len)
			put_message(scan, doc, &m);
		if (doc->block_count >= most) {
			error_set(&scan->damage, ERROR_LIMIT,
				"line %u: holds more than %zu paragraphs", scan->line,
				most);
			return;
		}
	}
}
