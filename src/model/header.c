#include "model/header.h"

#include <string.h>

// What exports put before a name, once it is in lower case.
static const struct str HEADS[] = {
	STR_INIT("\xef\xbb\xbf"),
	STR_INIT("deal - "),
	STR_INIT("activity - "),
	STR_INIT("opportunity: "),
	STR_INIT("opportunity."),
	STR_INIT("custom field "),
	STR_INIT("property_"),
	STR_INIT("hs_"),
};

static const struct str TAILS[] = { STR_INIT("__c"), STR_INIT("_c") };

static bool drop_head(struct str *s)
{
	for (size_t i = 0; i < COUNT(HEADS); i++)
		if (str_starts(*s, HEADS[i]) && s->len > HEADS[i].len) {
			*s = str_trim(str_from(*s, HEADS[i].len));
			return true;
		}
	return false;
}

static struct str without_wrapping(struct str s)
{
	static const char QUOTES[] = "\"'` \t\r\n";
	do
		s = str_strip(s, QUOTES);
	while (drop_head(&s));
	for (size_t i = 0; i < COUNT(TAILS); i++)
		if (str_ends(s, TAILS[i]) && s.len > TAILS[i].len)
			return str_cut(s, 0, s.len - TAILS[i].len);
	return s;
}

struct str header_key(struct arena *a, struct str name)
{
	enum { NAME_MAX_BYTES = 256 };
	name = str_cut(str_trim(name), 0, NAME_MAX_BYTES);
	struct str s = without_wrapping(utf8_lower(a, name));
	char *key = arena_alloc(a, s.len + 1, 1);
	size_t len = 0;
	for (size_t at = 0; at < s.len;) {
		size_t from = at;
		uint32_t c = utf8_next(s, &at);
		if (c < 0x80 ? byte_is_word((char)c) : utf8_is_letter(c)) {
			memcpy(key + len, s.at + from, at - from);
			len += at - from;
		}
	}
	return (struct str){ key, len };
}

bool header_is_common(struct str key)
{
	static const struct str COMMON[] = {
		STR_INIT("account"),
		STR_INIT("category"),
		STR_INIT("comment"),
		STR_INIT("company"),
		STR_INIT("created"),
		STR_INIT("createdat"),
		STR_INIT("createddate"),
		STR_INIT("date"),
		STR_INIT("datum"),
		STR_INIT("description"),
		STR_INIT("email"),
		STR_INIT("id"),
		STR_INIT("key"),
		STR_INIT("kind"),
		STR_INIT("mail"),
		STR_INIT("name"),
		STR_INIT("notes"),
		STR_INIT("number"),
		STR_INIT("owner"),
		STR_INIT("source"),
		STR_INIT("start"),
		STR_INIT("status"),
		STR_INIT("subject"),
		STR_INIT("text"),
		STR_INIT("time"),
		STR_INIT("timestamp"),
		STR_INIT("title"),
		STR_INIT("total"),
		STR_INIT("type"),
		STR_INIT("user"),
		STR_INIT("value"),
	};
	for (size_t i = 0; i < COUNT(COMMON); i++)
		if (str_eq(key, COMMON[i]))
			return true;
	return false;
}

void headers_of(
	struct arena *a, const struct str *header, size_t columns, struct headers *out)
{
	size_t room = 0;
	columns = columns < HEADERS_MAX ? columns : HEADERS_MAX;
	*out = (struct headers){ .arena = a, .keys = { .arena = a }, .columns = columns };
	for (size_t i = 0; i < columns; i++) {
		size_t known = out->keys.count;
		size_t at = map_add(&out->keys, header_key(a, header[i]));
		if (at < known)
			continue;
		out->column =
			arena_more(a, out->column, known, &room, sizeof *out->column);
		out->column[at] = (uint32_t)i;
	}
}

static size_t find_beginning(const struct headers *h, struct str head)
{
	for (size_t i = 0; head.len && i < h->keys.count; i++)
		if (str_starts(h->keys.keys[i], head))
			return i;
	return MAP_NONE;
}

int64_t headers_find(const struct headers *h, struct str names, size_t *rank)
{
	struct str name;
	for (size_t i = 0; str_split(&names, ';', &name); i++) {
		struct str key = header_key(h->arena, name);
		size_t at = str_ends(name, S("*")) ? find_beginning(h, key)
						   : map_find(&h->keys, key);
		if (!key.len || at == MAP_NONE)
			continue;
		if (rank)
			*rank = i;
		return h->column[at];
	}
	return -1;
}
