#include "read/mail_head.h"

enum { PARAMS_MAX = 4096 };

static size_t name_length(struct str line)
{
	size_t n = 0;
	while (n < line.len && (byte_is_alpha(line.at[n]) || byte_is_digit(line.at[n]) ||
				       line.at[n] == '-' || line.at[n] == '_'))
		n++;
	return n;
}

bool mail_head_like(struct str line)
{
	size_t n = name_length(line), colon = n;
	while (colon < line.len && (line.at[colon] == ' ' || line.at[colon] == '\t'))
		colon++;
	return n && colon < line.len && line.at[colon] == ':';
}

static bool is_folded(struct str rest)
{
	return rest.len && (rest.at[0] == ' ' || rest.at[0] == '\t');
}

bool mail_head_next(struct mail_head *h, struct mail_field *f)
{
	struct str line;
	while (h->rest.len) {
		const char *from = h->rest.at;
		uint32_t number = h->line;
		do {
			(void)str_line(&h->rest, &line); // there is one: rest has bytes
			h->line++;
		} while (is_folded(h->rest));
		struct str field = { from, (size_t)(line.at + line.len - from) };
		if (!mail_head_like(field))
			continue;
		size_t colon = str_find_byte(field, ':', 0);
		*f = (struct mail_field){ str_trim(str_cut(field, 0, colon)),
			str_trim(str_from(field, colon + 1)), number };
		return true;
	}
	return false;
}

struct str mail_head_find(struct str head, struct str name)
{
	struct mail_head h = { head, 1 };
	struct mail_field f;
	while (mail_head_next(&h, &f))
		if (str_eq_nocase(f.name, name))
			return f.value;
	return (struct str){ 0 };
}

struct str mail_head_param(struct str value, struct str name)
{
	value = str_cut(value, 0, PARAMS_MAX);
	size_t semicolon = str_find_byte(value, ';', 0);
	while (semicolon != STR_NONE) {
		struct str rest = str_trim(str_from(value, semicolon + 1));
		struct str key = str_cut(rest, 0, str_find_byte(rest, '=', 0));
		struct str word = str_from(rest, key.len + 1);
		if (str_eq_nocase(str_trim(key), name)) {
			word = str_trim(word);
			if (str_starts(word, S("\"")))
				return str_cut(word, 1, str_find_byte(word, '"', 1) - 1);
			size_t end = 0;
			while (end < word.len && word.at[end] != ';' &&
				!byte_is_space(word.at[end]))
				end++;
			return str_cut(word, 0, end);
		}
		semicolon = str_find_byte(value, ';', semicolon + 1);
	}
	return (struct str){ 0 };
}
