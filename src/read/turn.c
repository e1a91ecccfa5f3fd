#include "read/turn.h"

enum { HEAD_MAX = 2 * SPEECH_NAME_MAX + 40 }; // bytes of a name with its time

// Without the space, dashes, bars and dots that stand between a time and a name.
static struct str without_marks(struct str s)
{
	static const struct str MARKS[] = { STR_INIT("-"), STR_INIT("|"),
		STR_INIT("\xc2\xb7"), STR_INIT("\xe2\x80\x93"),
		STR_INIT("\xe2\x80\x94") };
	s = str_trim(s);
	for (size_t i = 0; i < COUNT(MARKS); i++) {
		if (str_starts(s, MARKS[i]))
			s = str_trim(str_from(s, MARKS[i].len));
		if (str_ends(s, MARKS[i]))
			s = str_trim(str_cut(s, 0, s.len - MARKS[i].len));
	}
	return s;
}

// A time at the head of s, maybe in brackets; *rest is what stands behind it.
static bool time_first(struct str s, struct turn *t, struct str *rest)
{
	bool bracket = str_starts(s, S("[")) || str_starts(s, S("("));
	*rest = str_trim(str_from(s, bracket));
	if (!rest->len || !byte_is_digit(rest->at[0]) || !speech_time(rest, &t->ms))
		return false;
	if (bracket) {
		if (!str_starts(*rest, S("]")) && !str_starts(*rest, S(")")))
			return false;
		*rest = str_from(*rest, 1);
	} else if (rest->len && byte_is_word(rest->at[0])) {
		return false;
	}
	t->timed = true;
	return true;
}

// Where the last word of s begins.
static size_t last_word(struct str s)
{
	size_t at = s.len;
	while (at && !byte_is_space(s.at[at - 1]))
		at--;
	return at;
}

// "Dana Cole 00:03:10", "Dana Cole | (3:10)": the name before, the time behind.
static bool name_then_time(struct str s, struct turn *t)
{
	size_t at = last_word(s);
	struct turn time = { 0 };
	struct str rest;
	if (!at || !time_first(str_from(s, at), &time, &rest) || str_trim(rest).len)
		return false;
	struct str name = str_strip(without_marks(str_cut(s, 0, at)), "[]");
	if (!speech_is_name(name))
		return false;
	*t = (struct turn){ .name = name, .timed = true, .ms = time.ms };
	return true;
}

// "Dana Cole (3:10): yes", "Dana Cole [00:03:10] yes".
static bool name_time_words(struct str s, struct turn *t)
{
	struct str head = str_cut(s, 0, HEAD_MAX), rest;
	size_t open = str_find_byte(head, '[', 0);
	if (open == STR_NONE)
		open = str_find_byte(head, '(', 0);
	if (open == STR_NONE || !open || !speech_is_name(str_cut(s, 0, open)))
		return false;
	struct turn time = { 0 };
	if (!time_first(str_from(s, open), &time, &rest))
		return false;
	*t = (struct turn){
		.name = str_trim(str_cut(s, 0, open)), .timed = true, .ms = time.ms
	};
	t->words = str_trim(str_starts(rest, S(":")) ? str_from(rest, 1) : rest);
	return true;
}

// What a saved chat puts around a name: "From Dana Cole to Everyone:".
static struct str without_chat(struct str s)
{
	if (!str_starts_nocase(s, S("from ")))
		return s;
	return str_trim(str_from(s, 5));
}

static bool name_then_words(struct str s, struct turn *t)
{
	size_t colon = str_find_byte(str_cut(s, 0, HEAD_MAX), ':', 0);
	if (colon == STR_NONE)
		return false;
	size_t to = str_find_nocase(str_cut(s, 0, colon), S(" to "), 0);
	struct str name = str_trim(str_cut(s, 0, to == STR_NONE ? colon : to));
	if (!speech_is_name(name))
		return false;
	if (colon + 1 < s.len && !byte_is_space(s.at[colon + 1]))
		return false;
	t->name = name;
	t->words = str_trim(str_from(s, colon + 1));
	return true;
}

bool turn_read(struct str line, struct turn *t)
{
	struct str s = str_trim(line), rest;
	*t = (struct turn){ 0 };
	if (!s.len)
		return false;
	if (time_first(s, t, &rest)) {
		rest = without_chat(without_marks(rest));
		if (!rest.len)
			return true;
		if (name_then_words(rest, t))
			return true;
		struct str name = str_strip(rest, "[]");
		t->name = speech_is_name(name) ? name : S("");
		t->words = t->name.len ? S("") : rest;
		return true;
	}
	*t = (struct turn){ 0 };
	return name_then_words(s, t) || name_then_time(s, t) || name_time_words(s, t);
}
