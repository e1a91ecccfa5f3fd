#include "read/mail_lines.h"

#include <string.h>

#include "read/mail_words.h"

enum mail_encoding mail_encoding_of(struct str name)
{
	name = str_trim(name);
	if (str_eq_nocase(name, S("quoted-printable")))
		return MAIL_QUOTED;
	return str_eq_nocase(name, S("base64")) ? MAIL_BASE64 : MAIL_PLAIN;
}

static void add(struct mail_lines *out, struct arena *a, struct str words, uint32_t line,
	bool exact)
{
	if (out->count == MAIL_LINES_MAX)
		return;
	out->at = arena_more(a, out->at, out->count, &out->room, sizeof *out->at);
	out->at[out->count++] = (struct mail_line){ words, line, exact };
}

static void read_plain(struct mail_lines *out, struct str part, uint32_t line,
	struct str charset, struct arena *a)
{
	for (struct str words; str_line(&part, &words); line++) {
		struct str text = mail_charset(a, charset, words);
		add(out, a, text, line, text.at == words.at);
	}
}

// One line of quoted-printable into `out`; false when it goes on in the next line.
static bool decode_line(struct str words, char *out, size_t *used)
{
	bool soft = str_ends(words, S("="));
	words.len -= soft;
	for (size_t i = 0; i < words.len; i++) {
		int hex = words.at[i] == '=' ? mail_hex(words, i + 1) : -1;
		out[(*used)++] = hex >= 0 ? (char)hex : words.at[i];
		i += hex >= 0 ? 2 : 0;
	}
	return !soft;
}

static void read_quoted(struct mail_lines *out, struct str part, uint32_t line,
	struct str charset, struct arena *a)
{
	char *text = arena_alloc(a, part.len + 1, 1);
	size_t from = 0, used = 0;
	uint32_t begin = line;
	for (struct str words; str_line(&part, &words); line++) {
		while (words.len && byte_is_space(words.at[words.len - 1]))
			words.len--; // white space at the end is the transport's
		if (!decode_line(words, text, &used) && part.len)
			continue;
		struct str whole = { text + from, used - from };
		add(out, a, mail_charset(a, charset, whole), begin, false);
		from = used;
		begin = line + 1;
	}
}

struct base64 {
	char *text;
	size_t used;
	uint32_t bits;
	unsigned have;
};

static void decode_words(struct base64 *b, struct str words)
{
	for (size_t i = 0; i < words.len; i++) {
		int value = mail_sextet(words.at[i]);
		if (value < 0)
			continue;
		b->bits = b->bits << 6 | (uint32_t)value;
		b->have += 6;
		if (b->have < 8)
			continue;
		b->have -= 8;
		b->text[b->used++] = (char)(b->bits >> b->have);
	}
}

static void read_base64(struct mail_lines *out, struct str part, uint32_t line,
	struct str charset, struct arena *a)
{
	struct base64 b = { .text = arena_alloc(a, part.len + 1, 1) };
	size_t from = 0;
	uint32_t begin = line;
	for (struct str words; str_line(&part, &words); line++) {
		size_t before = b.used;
		if (before == from)
			begin = line;
		decode_words(&b, words);
		for (size_t i = before; i < b.used; i++) {
			if (b.text[i] != '\n')
				continue;
			struct str whole = { b.text + from, i - from };
			whole.len -= str_ends(whole, S("\r"));
			add(out, a, mail_charset(a, charset, whole), begin, false);
			from = i + 1;
			begin = line;
		}
	}
	struct str last = { b.text + from, b.used - from };
	if (last.len)
		add(out, a, mail_charset(a, charset, last), begin, false);
}

void mail_lines_read(struct mail_lines *out, struct str part, uint32_t line,
	enum mail_encoding encoding, struct str charset, struct arena *a)
{
	switch (encoding) {
	case MAIL_PLAIN:
		read_plain(out, part, line, charset, a);
		return;
	case MAIL_QUOTED:
		read_quoted(out, part, line, charset, a);
		return;
	case MAIL_BASE64:
		read_base64(out, part, line, charset, a);
		return;
	}
}
