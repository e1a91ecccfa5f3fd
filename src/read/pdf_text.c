#include "read/pdf_text.h"

#include <stdlib.h>

static int by_height(const void *left, const void *right)
{
	const struct pdf_line *a = *(struct pdf_line *const *)left,
			      *b = *(struct pdf_line *const *)right;
	return (a->height > b->height) - (a->height < b->height);
}

// The height that half of all characters do not pass.
static float body_height(const struct pdf_text *t, struct pdf_line **sorted)
{
	size_t all = 0, below = 0;
	for (size_t i = 0; i < t->count; i++) {
		sorted[i] = &t->lines[i];
		all += t->lines[i].text.len;
	}
	if (t->count)
		qsort(sorted, t->count, sizeof(struct pdf_line *), by_height);
	for (size_t i = 0; i < t->count; i++) {
		below += sorted[i]->text.len;
		if (below * 2 >= all)
			return sorted[i]->height;
	}
	return 0;
}

struct writing {
	struct doc *doc;
	const struct pdf_text *text;
	struct pdf_line **body;
	struct map hyphenated; // words written with a hyphen inside a line, in lower case
	size_t margin;	       // next line that may be one
};

static bool is_hyphen_end(struct str line, size_t *bytes)
{
	static const struct str SIGNS[] = { STR_INIT("-"), STR_INIT("\xe2\x80\x90"),
		STR_INIT("\xc2\xad") };
	for (size_t i = 0; i < COUNT(SIGNS); i++) {
		*bytes = SIGNS[i].len;
		if (str_ends(line, SIGNS[i]) && line.len > *bytes &&
			byte_is_word(line.at[line.len - *bytes - 1]))
			return true;
	}
	*bytes = 0;
	return false;
}

static struct str last_word(struct str line)
{
	size_t from = line.len;
	while (from && line.at[from - 1] != ' ')
		from--;
	return str_from(line, from);
}

static struct str first_word(struct str line)
{
	size_t to = 0;
	while (to < line.len && (byte_is_word(line.at[to]) || line.at[to] == '-'))
		to++;
	return str_cut(line, 0, to);
}

static void see_hyphens(struct writing *w, struct arena *scratch)
{
	w->hyphenated.arena = scratch;
	for (size_t i = 0; i < w->text->count; i++) {
		struct str rest = w->text->lines[i].text, word;
		while (str_split(&rest, ' ', &word)) {
			word = str_strip(word, ".,;:!?()[]\"'-");
			if (str_find_byte(word, '-', 0) != STR_NONE)
				(void)map_add(&w->hyphenated, utf8_lower(scratch, word));
		}
	}
}

/*
 * How many bytes to take off a line before the next is joined to it without a space:
 * a hyphen that only breaks the line goes, one that the word has anyway stays.  The word
 * has it when it has another one before, goes on with a capital or a digit, or is written
 * with it elsewhere in the document.  *joins says whether there is a hyphen at all.
 */
static size_t hyphen_to_drop(
	const struct writing *w, struct str line, struct str next, bool *joins)
{
	size_t bytes = 0, at = 0;
	*joins = is_hyphen_end(line, &bytes) && next.len && byte_is_word(next.at[0]);
	if (!*joins)
		return 0;
	if (str_ends(line, S("\xc2\xad")))
		return bytes;
	struct str head = last_word(line), tail = first_word(next);
	head.len -= bytes;
	uint32_t c = utf8_next(next, &at);
	if (str_find_byte(head, '-', 0) != STR_NONE || utf8_is_upper(c) ||
		!utf8_is_letter(c))
		return 0;
	struct arena scratch = { 0 };
	struct str whole = arena_fmt(&scratch, "%" PRI_STR "-%" PRI_STR,
		ARG_STR(str_strip(head, "(\"'[")), ARG_STR(tail));
	bool known = map_find(&w->hyphenated, utf8_lower(&scratch, whole)) != MAP_NONE;
	arena_free(&scratch);
	return known ? 0 : bytes;
}

static struct place place_of(const struct pdf_line *line)
{
	return (struct place){ PLACE_PAGE, line->page, line->number };
}

static void write_paragraph(struct writing *w, const struct pdf_paragraph *p)
{
	bool joined = true;
	doc_block(w->doc, p->kind, p->level, S(""));
	for (size_t i = 0; i < p->count; i++) {
		const struct pdf_line *line = w->body[p->first + i];
		struct str words = line->text, next = { 0 };
		if (!i && p->kind == BLOCK_ITEM)
			words = str_from(words, pdf_bullet(words));
		if (i + 1 < p->count)
			next = w->body[p->first + i + 1]->text;
		if (!joined)
			doc_text(w->doc, S(" "), place_of(line));
		words.len -= hyphen_to_drop(w, words, next, &joined);
		doc_text(w->doc, words, place_of(line));
	}
}

// Headers and footers come after the text of their page, not inside a sentence.
static void write_margins(struct writing *w, uint32_t before_page)
{
	const struct pdf_text *t = w->text;
	for (; w->margin < t->count && t->lines[w->margin].page < before_page;
		w->margin++) {
		const struct pdf_line *line = &t->lines[w->margin];
		if (!line->margin)
			continue;
		doc_block(w->doc, BLOCK_CHROME, 0, S(""));
		doc_text(w->doc, line->text, place_of(line));
	}
}

static void write_all(struct writing *w, size_t lines)
{
	size_t count = 0;
	const struct pdf_paragraph *p =
		pdf_paragraphs_of(w->text, w->body, lines, &count);
	for (size_t i = 0; i < count; i++) {
		write_margins(w, w->body[p[i].first]->page);
		write_paragraph(w, &p[i]);
	}
	write_margins(w, UINT32_MAX);
}

void pdf_text_read(struct str table, struct doc *doc, uint32_t *pages, bool *words)
{
	struct arena scratch = { 0 };
	struct pdf_text t = { .arena = &scratch };
	struct writing w = { .doc = doc, .text = &t };
	pdf_lines_read(utf8_from_bytes(&scratch, table, NULL), &t);
	w.body = ARENA_ARRAY(&scratch, struct pdf_line *, t.count);
	t.body = body_height(&t, w.body);
	pdf_mark_margins(&t);
	see_hyphens(&w, &scratch);
	size_t lines = 0;
	for (size_t i = 0; i < t.count; i++)
		if (!t.lines[i].margin)
			w.body[lines++] = &t.lines[i];
	write_all(&w, lines);
	*pages = t.pages;
	*words = t.count > 0;
	arena_free(&scratch);
}
