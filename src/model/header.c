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

bool header_next(struct str *list, struct header_name *name)
{
	struct str words;
	size_t rank = name->words.at ? name->rank + 1 : 0;
	if (!str_split(list, ';', &words))
		return false;
	*name = (struct header_name){ .rank = rank };
	name->common = str_starts(words, S("~"));
	name->words = str_from(words, name->common);
	return true;
}
