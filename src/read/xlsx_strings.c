// The texts that the cells of a workbook share.
#include "read/xlsx_book.h"

#define STRING_TAGS(X)                                                                   \
	X(STRING, "s:si")                                                                \
	X(RUBY, "s:rPh")                                                                 \
	X(T, "s:t")

#define X(id, name) TAG_##id,
enum { TAG_NONE, STRING_TAGS(X) TAGS };
#undef X
#define X(id, name) [TAG_##id] = (name),
static const char *const NAMES[TAGS] = { STRING_TAGS(X) };
#undef X

struct reading {
	struct book *book;
	struct buf text; // of the string that is open
	size_t words;	 // where its open s:t began
	int skip;
	bool in_words, keeps_spaces;
};

static bool on_open(void *context, int tag, int depth, const struct xml_attributes *a)
{
	struct reading *r = context;
	if (tag == TAG_STRING)
		buf_clear(&r->text);
	if (tag == TAG_RUBY && !r->skip)
		r->skip = depth; // how to pronounce it
	if (tag == TAG_T && !r->skip) {
		r->in_words = true;
		r->words = r->text.len;
		r->keeps_spaces = str_eq(xml_value(a, "xml:space"), S("preserve"));
	}
	return true;
}

static void add_string(struct reading *r)
{
	struct book *b = r->book;
	b->strings = arena_more(b->arena, b->strings, b->string_count, &b->string_room,
		sizeof *b->strings);
	b->strings[b->string_count++] = cell_text(b->arena, buf_str(&r->text));
}

static bool on_close(void *context, int tag, int depth)
{
	struct reading *r = context;
	if (r->skip == depth)
		r->skip = 0;
	if (tag == TAG_T && r->in_words && !r->keeps_spaces)
		ooxml_trim(&r->text, r->words);
	if (tag == TAG_T)
		r->in_words = false;
	if (tag == TAG_STRING)
		add_string(r);
	return true;
}

static bool on_words(void *context, struct str words)
{
	struct reading *r = context;
	if (r->in_words)
		buf_add(&r->text, words);
	return true;
}

bool book_read_strings(struct book *b, struct str part, struct error *err)
{
	struct reading r = { .book = b };
	const struct xml_names names = { NAMES, TAGS };
	const struct xml_sink sink = { &r, on_open, on_close, on_words };
	bool ok = package_read(&b->package, part, &names, &sink, err);
	buf_done(&r.text);
	return ok;
}

static bool hex_digit(char c, uint32_t *value)
{
	char lower = byte_lower(c);
	bool letter = lower >= 'a' && lower <= 'f';
	*value = *value << 4 | (uint32_t)(letter ? lower - 'a' + 10 : c - '0');
	return letter || byte_is_digit(c);
}

// "_x000D_" at the start of s; false when it is no such escape.
static bool unescape(struct str s, uint32_t *c)
{
	*c = 0;
	if (s.len < 7 || !str_starts(s, S("_x")) || s.at[6] != '_')
		return false;
	for (size_t i = 2; i < 6; i++)
		if (!hex_digit(s.at[i], c))
			return false;
	return *c < 0xd800 || *c >= 0xe000;
}

struct str cell_text(struct arena *a, struct str raw)
{
	if (str_find(raw, S("_x"), 0) == STR_NONE)
		return arena_str(a, raw);
	char *out = arena_alloc(a, raw.len + 1, 1);
	size_t used = 0;
	for (size_t i = 0; i < raw.len; i++) {
		uint32_t c = 0;
		if (!unescape(str_from(raw, i), &c)) {
			out[used++] = raw.at[i];
			continue;
		}
		if (c >= 0x20 || c == '\t' || c == '\n')
			used += utf8_put(c, out + used);
		i += 6;
	}
	return (struct str){ out, used };
}
