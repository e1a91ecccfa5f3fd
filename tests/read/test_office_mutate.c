// Office files whose parts were changed at random before they were zipped, so that the
// damage reaches our own code and not only the checksum of the archive; and tables of
// pdftotext.  Whole files are changed by fuzz/mutate.c.
#include "test.h"

#include "read/child.h"
#include "read/pdf_text.h"
#include "read/xlsx_rows.h"
#include "seeds.h"

enum { ROUNDS = 3000, TABLE_ROUNDS = 10000, PARTS_MAX = 64 };

static size_t below(struct random *r, size_t n)
{
	return n ? (size_t)(random_next(r) % n) : 0;
}

static void splice(
	struct buf *out, struct str s, size_t from, size_t len, struct str with)
{
	buf_clear(out);
	buf_add(out, str_cut(s, 0, from));
	buf_add(out, with);
	buf_add(out, str_from(s, from + len));
}

static const char *const WORDS[] = { "<", ">", "\"", "&", "&#x0;", "]]>", "<!--", "<?",
	"/>", "xmlns=\"\"", "4294967295", "-1", "18446744073709551616", "1e308", "nan",
	"A1048576", "XFD1", "_x0000_", "../../..", "\t", "\n", "\xff", "\xef\xbb\xbf",
	"\xf3\xa0\x80\x81", "###PAGE###", "0", "1", "9", "rId1", "title", "b", "s", "e",
	"" };

static struct str some_word(struct random *r)
{
	return str_of(WORDS[below(r, COUNT(WORDS))]);
}

// One change to the bytes: a byte, a piece cut out, doubled or moved, or a word that may
// hurt.
static void change_bytes(struct buf *out, struct random *r, struct str s)
{
	size_t at = below(r, s.len), len = below(r, s.len - at < 200 ? s.len - at : 200);
	char byte = (char)random_next(r);
	struct str piece = str_cut(s, below(r, s.len), len);
	switch (below(r, 5)) {
	case 0:
		splice(out, s, at, 1, (struct str){ &byte, 1 });
		break;
	case 1:
		splice(out, s, at, len, S(""));
		break;
	case 2:
		splice(out, s, at, 0, piece);
		break;
	case 3:
		splice(out, s, at, len, piece);
		break;
	default:
		splice(out, s, at, 0, some_word(r));
	}
}

// A tag with all that is in it, from about `from`; empty if there is none.
static struct str element_at(struct str s, size_t from)
{
	struct arena a = { 0 };
	size_t at = str_find_byte(s, '<', from), end = at;
	while (end < s.len && !byte_is_space(s.at[end]) && s.at[end] != '>')
		end++;
	struct str name = str_cut(s, at + 1, at < end ? end - at - 1 : 0);
	size_t close = str_find(s, arena_fmt(&a, "</%" PRI_STR ">", ARG_STR(name)),
		at == STR_NONE ? s.len : at);
	arena_free(&a);
	if (!name.len || close == STR_NONE)
		return (struct str){ 0 };
	return str_cut(s, at, close + name.len + 3 - at);
}

// One change that leaves the XML whole: an element more, less or elsewhere, or a value.
static void change_xml(struct buf *out, struct random *r, struct str s)
{
	struct str one = element_at(s, below(r, s.len));
	struct str two = element_at(s, below(r, s.len));
	size_t quote = str_find(s, S("=\""), below(r, s.len));
	size_t end = quote == STR_NONE ? STR_NONE : str_find_byte(s, '"', quote + 2);
	size_t at = one.len ? (size_t)(one.at - s.at) : 0;
	if (below(r, 2) && end != STR_NONE)
		splice(out, s, quote + 2, end - quote - 2, some_word(r));
	else if (one.len && two.len)
		splice(out, s, at, below(r, 2) ? one.len : 0, below(r, 4) ? two : S(""));
	else
		change_bytes(out, r, s);
}

static struct str change(struct arena *a, struct random *r, struct str s)
{
	struct buf out = { 0 };
	if (below(r, 4))
		change_xml(&out, r, s);
	else
		change_bytes(&out, r, s);
	struct str changed = arena_str(a, buf_str(&out));
	buf_done(&out);
	return changed;
}

static void assert_sound(const struct doc *doc)
{
	for (size_t i = 0; i < doc->origin_count; i++) {
		struct span s = doc->origins[i].span;
		assert_true(s.from < s.to && s.to <= doc->text.len);
		assert_true(!i || s.from >= doc->origins[i - 1].span.to);
	}
	for (size_t i = 0; i < doc->block_count; i++) {
		struct span s = doc->blocks[i].span;
		assert_true(s.from < s.to && s.to <= doc->text.len);
		assert_true(!i || s.from >= doc->blocks[i - 1].span.to);
		assert_true(str_find_byte(doc_cut(doc, s), '\n', 0) == STR_NONE);
	}
	assert_true(utf8_valid(doc->text));
}

// Reads the bytes; a refusal says why.  Whether they could be read.
static bool read_one(struct arena *a, const char *path, struct str bytes)
{
	struct doc doc = { .arena = a };
	struct error err = { 0 };
	if (doc_read(str_of(path), bytes, NULL, &doc, &err)) {
		assert_sound(&doc);
		return true;
	}
	assert_true(err.code && err.text[0]);
	return false;
}

static void read_rows(struct arena *a, struct str bytes)
{
	struct xlsx *x = NULL;
	struct error err = { 0 };
	uint32_t number = 0, last = 0;
	const struct str *cells = NULL;
	size_t count = 0;
	if (!xlsx_open(bytes, 0, a, &x, &err)) {
		assert_true(err.code && err.text[0]);
		return;
	}
	while (xlsx_next(x, &number, &cells, &count)) {
		assert_true(number > last && number <= XLSX_ROWS_MAX);
		assert_true(count && count <= XLSX_COLUMNS_MAX && cells[count - 1].len);
		last = number;
	}
}

static size_t unpack(struct arena *a, struct str bytes, struct seed_part parts[PARTS_MAX])
{
	zip_source_t *source = zip_source_buffer_create(bytes.at, bytes.len, 0, NULL);
	zip_t *z = zip_open_from_source(source, ZIP_RDONLY, NULL);
	size_t count = (size_t)zip_get_num_entries(z, 0);
	assert_true(count <= PARTS_MAX);
	for (size_t i = 0; i < count; i++) {
		zip_stat_t st;
		assert_int_equal(zip_stat_index(z, i, 0, &st), 0);
		char *at = arena_alloc(a, st.size, 1);
		zip_file_t *f = zip_fopen_index(z, i, 0);
		assert_int_equal(zip_fread(f, at, st.size), st.size);
		zip_fclose(f);
		parts[i] = (struct seed_part){ arena_str(a, str_of(st.name)).at,
			{ at, st.size }, true };
	}
	zip_discard(z);
	return count;
}

static void mutate_parts(const char *name, uint64_t start)
{
	struct arena whole = { 0 }, round = { 0 };
	struct random r = { start };
	struct seed_part parts[PARTS_MAX], now[PARTS_MAX];
	size_t count = unpack(&whole, seed(&whole, name), parts), good = 0;
	for (int i = 0; i < ROUNDS; i++) {
		memcpy(now, parts, sizeof now);
		for (size_t changes = 1 + below(&r, 4); changes; changes--) {
			struct seed_part *p = &now[below(&r, count)];
			p->content = change(&round, &r, p->content);
		}
		struct str bytes = seed_zip(&round, now, count);
		good += read_one(&round, name, bytes);
		if (str_ends(str_of(name), S(".xlsx")))
			read_rows(&round, bytes);
		arena_free(&round);
	}
	arena_free(&whole);
	// Some changes hurt and some do not: else nothing was tried.
	assert_true(good > ROUNDS / 50 && good < ROUNDS);
}

TEST(changed_parts_of_documents)
{
	mutate_parts("docx/full.docx", 1);
}

TEST(changed_parts_of_decks)
{
	mutate_parts("pptx/full.pptx", 2);
}

TEST(changed_parts_of_workbooks)
{
	mutate_parts("xlsx/full.xlsx", 3);
}

TEST(changed_tables_of_words)
{
	static const char *const PROGRAM[] = { "/usr/bin/pdftotext", NULL };
	static const char *const ARGS[] = { "pdftotext", "-tsv", "-", "-", NULL };
	struct arena whole = { 0 }, round = { 0 };
	struct random r = { 8 };
	struct buf table = { 0 }, draft;
	struct error err = { 0 };
	struct child_result result;
	const struct child child = { PROGRAM, ARGS, seed(&whole, "pdf/full.pdf"), 20, 30,
		(size_t)1 << 30, 1 << 20 };
	assert_true(child_run(&child, &table, &result, &err));
	assert_true(table.len > 1000);
	for (int i = 0; i < TABLE_ROUNDS; i++) {
		struct str now = buf_str(&table);
		struct doc doc = { .arena = &round };
		uint32_t pages = 0;
		bool words = false;
		for (size_t changes = 1 + below(&r, 20); changes; changes--)
			now = change(&round, &r, now);
		doc_begin(&doc, &draft);
		pdf_text_read(now, &doc, &pages, &words);
		assert_true(doc_finish(&doc, &err));
		assert_sound(&doc);
		assert_int_equal(words, doc.block_count > 0);
		arena_free(&round);
	}
	buf_done(&table);
	arena_free(&whole);
}

MAIN(RUN(changed_parts_of_documents), RUN(changed_parts_of_decks),
	RUN(changed_parts_of_workbooks), RUN(changed_tables_of_words))
