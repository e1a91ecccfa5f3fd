#include "read/mail_reply.h"

static struct str words_at(const struct mail_lines *l, size_t i)
{
	return i < l->count ? str_trim(l->at[i].words) : (struct str){ 0 };
}

static bool is_quoted(struct str line)
{
	return str_starts(line, S(">")) || str_starts(line, S("|>"));
}

// "-----Original Message-----", "---------- Forwarded message ---------"
static bool is_divider(struct str line)
{
	static const struct str WORDS[] = { STR_INIT("original message"),
		STR_INIT("forwarded message"), STR_INIT("urspr\xc3\xbcngliche nachricht"),
		STR_INIT("weitergeleitete nachricht"), STR_INIT("message d'origine"),
		STR_INIT("begin forwarded message") };
	struct str inside = str_strip(line, "- \t");
	bool dashes = str_starts(line, S("--")) || str_starts(line, S("- --"));
	for (size_t i = 0; i < COUNT(WORDS); i++)
		if (str_starts_nocase(inside, WORDS[i]) &&
			(dashes || str_ends(line, S(":"))))
			return true;
	return false;
}

static bool begins_with(struct str line, const struct str *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_starts_nocase(line, words[i]))
			return true;
	return false;
}

// "From: ..." with "Sent: ..." or "To: ..." close below: an old header.
static bool is_old_header(const struct mail_lines *l, size_t i)
{
	static const struct str FROM[] = { STR_INIT("from:"), STR_INIT("*from:*"),
		STR_INIT("von:") };
	static const struct str SENT[] = { STR_INIT("sent:"), STR_INIT("*sent:*"),
		STR_INIT("gesendet:"), STR_INIT("date:"), STR_INIT("datum:") };
	if (!begins_with(words_at(l, i), FROM, COUNT(FROM)))
		return false;
	for (size_t j = i + 1; j < i + 4; j++)
		if (begins_with(words_at(l, j), SENT, COUNT(SENT)))
			return true;
	return false;
}

static bool is_signature(struct str raw)
{
	return str_eq(raw, S("-- ")) || str_eq(raw, S("--")) || str_eq(raw, S("--\r"));
}

static bool is_device_line(struct str line)
{
	static const struct str DEVICES[] = { STR_INIT("sent from my "),
		STR_INIT("get outlook for "), STR_INIT("von meinem iphone gesendet"),
		STR_INIT("gesendet von mein") };
	return line.len < 80 && begins_with(line, DEVICES, COUNT(DEVICES));
}

static bool says_wrote(struct str line)
{
	static const struct str WROTE[] = { STR_INIT("wrote:"), STR_INIT("schrieb:"),
		STR_INIT("writes:"),
		STR_INIT("a \xc3\xa9"
			 "crit :"),
		STR_INIT("a \xc3\xa9"
			 "crit:") };
	for (size_t i = 0; i < COUNT(WROTE); i++)
		if (str_ends_nocase(line, WROTE[i]))
			return true;
	return str_starts(line, S("Am ")) && str_ends(line, S(":")) &&
	       str_find(line, S(" schrieb "), 0) != STR_NONE;
}

// Lines from i that introduce a quotation, "On 7 Feb 2003, Dana Cole\nwrote:"; at most 3.
static size_t introduction(const struct mail_lines *l, size_t i)
{
	static const struct str OPENS[] = { STR_INIT("on "), STR_INIT("am "),
		STR_INIT("le ") };
	struct str line = words_at(l, i);
	size_t next = i + 1;
	if (says_wrote(line)) {
		while (next < l->count && !words_at(l, next).len)
			next++;
		bool opens = begins_with(line, OPENS, COUNT(OPENS));
		return opens || is_quoted(words_at(l, next)) ? 1 : 0;
	}
	if (!begins_with(line, OPENS, COUNT(OPENS)))
		return 0;
	for (size_t n = 2; n <= 3; n++)
		if (says_wrote(words_at(l, i + n - 1)))
			return n;
	return 0;
}

static bool ends_text(const struct mail_lines *l, size_t i)
{
	struct str line = words_at(l, i);
	return is_signature(l->at[i].words) || is_divider(line) || is_old_header(l, i) ||
	       (line.len >= 20 && !str_strip(line, "_").len);
}

void mail_reply_cut(struct mail_lines *l)
{
	for (size_t i = 0; i < l->count; i++) {
		if (ends_text(l, i)) {
			l->count = i;
			return;
		}
		size_t lines = introduction(l, i);
		if (!lines &&
			(is_quoted(words_at(l, i)) || is_device_line(words_at(l, i))))
			lines = 1;
		for (size_t j = i; j < i + lines && j < l->count; j++)
			l->at[j].words = (struct str){ 0 };
		i += lines ? lines - 1 : 0;
	}
}
