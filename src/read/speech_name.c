// Names of speakers in front of what they say.
#include "read/speech.h"

// Words that stand before colons and are nobody's name.
static const struct str LABELS[] = { STR_INIT("action"), STR_INIT("actions"),
	STR_INIT("agenda"), STR_INIT("answer"), STR_INIT("attendees"), STR_INIT("cc"),
	STR_INIT("cons"), STR_INIT("date"), STR_INIT("deal"), STR_INIT("duration"),
	STR_INIT("example"), STR_INIT("examples"), STR_INIT("features"), STR_INIT("from"),
	STR_INIT("goal"), STR_INIT("important"), STR_INIT("language"),
	STR_INIT("location"), STR_INIT("meeting"), STR_INIT("next steps"),
	STR_INIT("note"), STR_INIT("notes"), STR_INIT("participants"), STR_INIT("price"),
	STR_INIT("pricing"), STR_INIT("problem"), STR_INIT("pros"), STR_INIT("question"),
	STR_INIT("re"), STR_INIT("recording"), STR_INIT("result"), STR_INIT("results"),
	STR_INIT("solution"), STR_INIT("source"), STR_INIT("step"), STR_INIT("subject"),
	STR_INIT("summary"), STR_INIT("time"), STR_INIT("tip"), STR_INIT("title"),
	STR_INIT("to"), STR_INIT("todo"), STR_INIT("topic"), STR_INIT("transcript"),
	STR_INIT("url"), STR_INIT("warning"), STR_INIT("welcome") };

static const struct str PARTICLES[] = { STR_INIT("van"), STR_INIT("von"), STR_INIT("de"),
	STR_INIT("der"), STR_INIT("den"), STR_INIT("da"), STR_INIT("di"), STR_INIT("la"),
	STR_INIT("le"), STR_INIT("el"), STR_INIT("al"), STR_INIT("bin"), STR_INIT("zu"),
	STR_INIT("y"), STR_INIT("room") };

// What people join with: "iPhone Awa", "Meeting room Turin".
static const struct str DEVICES[] = { STR_INIT("iphone"), STR_INIT("ipad"),
	STR_INIT("imac") };

static bool is_one_of(const struct str *words, size_t count, struct str word)
{
	for (size_t i = 0; i < count; i++)
		if (words[i].len == word.len && str_eq_nocase(words[i], word))
			return true;
	return false;
}

// "r.osei", "i_duarte": a handle in small letters.
static bool is_handle(struct str word)
{
	size_t marks = 0;
	for (size_t i = 0; i < word.len; i++) {
		char c = word.at[i];
		bool mark = (c == '.' || c == '_') && i && i + 1 < word.len;
		marks += mark;
		if (!mark && !(c >= 'a' && c <= 'z') && !byte_is_digit(c))
			return false;
	}
	return marks == 1 && word.len >= 4 && byte_is_alpha(word.at[0]);
}

static bool is_name_word(struct str word, bool first)
{
	if (!first && is_one_of(PARTICLES, COUNT(PARTICLES), word))
		return true;
	if (first && is_one_of(DEVICES, COUNT(DEVICES), word))
		return true;
	size_t letters = 0;
	for (size_t at = 0; at < word.len;) {
		bool begins = !at;
		uint32_t c = utf8_next(word, &at);
		bool letter = utf8_is_letter(c),
		     digit = c < 0x80 && byte_is_digit((char)c);
		if (begins && !(letter && (utf8_is_upper(c) || c > 0x2e80)) &&
			!(digit && !first))
			return false;
		if (!letter && !digit && c != '.' && c != '\'' && c != '-' && c != '_' &&
			c != 0x2019)
			return false;
		letters += letter || digit;
	}
	return letters > 0;
}

// "(Brandt Dairy)" behind a name.
static struct str without_company(struct str text)
{
	if (!str_ends(text, S(")")))
		return text;
	size_t open = str_find_byte(text, '(', 0);
	return open == STR_NONE ? text : str_trim(str_cut(text, 0, open));
}

bool speech_is_name(struct str text)
{
	text = without_company(str_trim(text));
	if (text.len < 2 || text.len > SPEECH_NAME_MAX)
		return false;
	if (is_handle(text))
		return true;
	struct str word, all = text;
	size_t words = 0;
	while (str_split(&text, ' ', &word)) {
		if (!word.len)
			continue;
		if (!is_name_word(word, !words) || ++words > 5)
			return false;
	}
	return words > 0 && !is_one_of(LABELS, COUNT(LABELS), all);
}

size_t speech_prefix(struct str line, struct str *name)
{
	size_t colon = str_find_byte(str_cut(line, 0, SPEECH_NAME_MAX + 8), ':', 0);
	if (colon == STR_NONE)
		return 0;
	size_t end = colon + 1;
	if (end < line.len && !byte_is_space(line.at[end]))
		return 0;
	*name = str_trim(str_cut(line, 0, colon));
	if (!speech_is_name(*name))
		return 0;
	while (end < line.len && byte_is_space(line.at[end]))
		end++;
	return end;
}

void speech_names_add(struct speech_names *n, struct str line)
{
	struct str name;
	n->lines++;
	if (!speech_prefix(line, &name))
		return;
	n->named++;
	size_t before = n->map.count, index = map_add(&n->map, name);
	if (n->map.count > before) {
		n->counts = arena_more(n->map.arena, n->counts, before, &n->counts_room,
			sizeof *n->counts);
		n->counts[index] = 0;
	}
	n->counts[index]++;
}

bool speech_names_know(const struct speech_names *n, struct str name)
{
	size_t index = map_find(&n->map, name);
	if (index == MAP_NONE)
		return false;
	bool usual = n->named * 2 >= n->lines;
	bool full = str_find_byte(name, ' ', 0) != STR_NONE;
	return usual || (n->counts[index] > 1 && (full || n->named * 5 >= n->lines));
}
