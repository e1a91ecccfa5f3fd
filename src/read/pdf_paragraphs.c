// Where a paragraph begins on a page, and what it is.
#include "read/pdf_text.h"

#include <stdlib.h>

enum { HEADING_LINES_MAX = 3, HEADING_BYTES_MAX = 200, LEVELS_MAX = 6 };

struct finding {
	const struct pdf_text *text;
	struct pdf_line *const *body;
	struct pdf_paragraph *out;
	size_t count, room;
	float sizes[LEVELS_MAX]; // of headings, the largest first
	size_t size_count;
	float page_right, block_right; // edges of what is around the line
};

size_t pdf_bullet(struct str line)
{
	static const struct str SIGNS[] = {
		STR_INIT("\xe2\x80\xa2"), // bullet
		STR_INIT("\xe2\x80\xa3"), // triangular bullet
		STR_INIT("\xe2\x81\x83"), // hyphen bullet
		STR_INIT("\xe2\x97\x8f"), // black circle
		STR_INIT("\xe2\x97\x8b"), // white circle
		STR_INIT("\xe2\x97\xa6"), // white bullet
		STR_INIT("\xe2\x96\xaa"), // small square
		STR_INIT("\xe2\x96\xa0"), // square
		STR_INIT("\xe2\x96\xb6"), // triangle
		STR_INIT("\xe2\x9e\xa2"), // arrowhead
		STR_INIT("\xe2\x9c\x93"), // check mark
		STR_INIT("\xe2\x9c\x94"), // heavy check mark
		STR_INIT("\xc2\xb7"),	  // middle dot
		STR_INIT("\xef\x82\xb7"), // bullet, square and arrow of Office's fonts
		STR_INIT("\xef\x82\xa7"),
		STR_INIT("\xef\x83\x98"),
		STR_INIT("\xe2\x80\x93 "), // dashes, if a space follows
		STR_INIT("\xe2\x80\x94 "),
		STR_INIT("- "),
		STR_INIT("* "),
		STR_INIT("o "),
	};
	for (size_t i = 0; i < COUNT(SIGNS); i++) {
		if (!str_starts(line, SIGNS[i]))
			continue;
		struct str words = str_trim(str_from(line, SIGNS[i].len));
		return line.len - words.len;
	}
	return 0;
}

// "1." "12)" "3.2": a number that begins an item.
static bool is_numbered(struct str line)
{
	size_t i = 0;
	while (i < line.len && i < 2 && byte_is_digit(line.at[i]))
		i++;
	return i && i + 1 < line.len && (line.at[i] == '.' || line.at[i] == ')') &&
	       line.at[i + 1] == ' ';
}

static bool ends_sentence(struct str line)
{
	line = str_strip(line, "\"')]");
	while (str_ends(line, S("\xe2\x80\x9d")) || str_ends(line, S("\xe2\x80\x99")))
		line.len -= 3;
	char last = line.len ? line.at[line.len - 1] : '.';
	return last == '.' || last == '!' || last == '?' || last == ':' || last == ';';
}

static bool begins_small(struct str line)
{
	size_t at = 0;
	uint32_t c = line.len ? utf8_next(line, &at) : 0;
	return utf8_is_letter(c) && !utf8_is_upper(c);
}

static bool has_bullet(const struct pdf_line *line)
{
	return line->bullet || pdf_bullet(line->text);
}

static bool same_size(const struct pdf_line *a, const struct pdf_line *b)
{
	float larger = a->height > b->height ? a->height : b->height;
	float smaller = a->height > b->height ? b->height : a->height;
	return larger <= smaller * 1.15f;
}

static bool is_item_start(const struct pdf_line *line)
{
	return has_bullet(line) || is_numbered(line->text);
}

// Whether the first word of a line had room at the end of the one before: then somebody
// wanted the break.
static bool is_forced(
	const struct pdf_line *before, const struct pdf_line *line, float right)
{
	return before->right + line->first_word + line->height / 2 < right;
}

// Within a block: by a bullet or number, distance, a break that was wanted, and an
// indent.
static bool begins_in_block(const struct pdf_line *first, const struct pdf_line *before,
	const struct pdf_line *line, float right)
{
	enum { LABEL = 20 }; // cells of a table and labels are not wrapped
	float h = line->height, gap = line->top - before->top;
	bool ended = ends_sentence(before->text);
	bool forced = is_forced(before, line, right) || before->text.len < LABEL;
	if (has_bullet(line) || gap > 2.5f * h || gap < h / 2)
		return true;
	if (is_numbered(line->text) && (ended || forced || is_item_start(first)))
		return true;
	if (forced)
		return ended || !begins_small(line->text);
	return ended && line->left > before->left + h;
}

// The next line of the same text, as far as its place tells.
static bool is_below(const struct pdf_line *before, const struct pdf_line *line)
{
	float h = line->height, gap = line->top - before->top;
	float indent = line->left - before->left;
	return before->page == line->page && gap > h / 2 && gap < 2 * h && indent > -h &&
	       indent < 3 * h;
}

/*
 * Across blocks, columns and pages a paragraph goes on only when that is certain: a long
 * line that ends no sentence, and then a small letter, or a line right below that had to
 * be broken.
 */
static bool goes_on(
	const struct pdf_line *before, const struct pdf_line *line, float right)
{
	enum { FULL_LINE = 30 };
	if (before->text.len < FULL_LINE || ends_sentence(before->text) ||
		has_bullet(line))
		return false;
	return begins_small(line->text) ||
	       (is_below(before, line) && !is_forced(before, line, right));
}

static bool begins(const struct finding *f, const struct pdf_paragraph *open, size_t at)
{
	const struct pdf_line *line = f->body[at], *before = f->body[at - 1];
	if (!same_size(before, line))
		return true;
	if (before->block != line->block)
		return !goes_on(before, line, f->page_right);
	return begins_in_block(f->body[open->first], before, line, f->block_right);
}

// How far right the lines from `at` reach that share its page, or its block.
static float page_edge(const struct finding *f, size_t at, size_t lines)
{
	float right = 0;
	for (size_t i = at; i < lines && f->body[i]->page == f->body[at]->page; i++)
		right = f->body[i]->right > right ? f->body[i]->right : right;
	return right;
}

static float block_edge(const struct finding *f, size_t at, size_t lines)
{
	float right = 0;
	for (size_t i = at; i < lines && f->body[i]->block == f->body[at]->block; i++)
		right = f->body[i]->right > right ? f->body[i]->right : right;
	return right;
}

static void open_paragraph(struct finding *f, size_t at)
{
	f->out = arena_more(f->text->arena, f->out, f->count, &f->room, sizeof *f->out);
	f->out[f->count++] = (struct pdf_paragraph){ .kind = BLOCK_TEXT, .first = at };
}

static void split(struct finding *f, size_t lines)
{
	for (size_t i = 0; i < lines; i++) {
		const struct pdf_line *before = i ? f->body[i - 1] : NULL;
		if (!before || f->body[i]->page != before->page)
			f->page_right = page_edge(f, i, lines);
		if (!before || f->body[i]->block != before->block)
			f->block_right = block_edge(f, i, lines);
		if (!before || begins(f, &f->out[f->count - 1], i))
			open_paragraph(f, i);
		f->out[f->count - 1].count++;
	}
}

// A line of a table of contents: dots that lead to a page number.
static bool has_leader(struct str s)
{
	return str_find(s, S(". . ."), 0) != STR_NONE ||
	       str_find(s, S("...."), 0) != STR_NONE;
}

static bool has_letter(struct str s)
{
	for (size_t at = 0; at < s.len;)
		if (utf8_is_letter(utf8_next(s, &at)))
			return true;
	return false;
}

// Only what is clearly larger than the body, short, and no sentence.
static bool is_heading(const struct finding *f, const struct pdf_paragraph *p)
{
	size_t bytes = 0;
	for (size_t i = 0; i < p->count; i++) {
		if (f->body[p->first + i]->height <= f->text->body * 1.2f)
			return false;
		bytes += f->body[p->first + i]->text.len;
	}
	struct str last = f->body[p->first + p->count - 1]->text;
	return p->count <= HEADING_LINES_MAX && bytes <= HEADING_BYTES_MAX &&
	       !str_ends(last, S(".")) && !str_ends(last, S(",")) &&
	       !str_ends(last, S(";")) && !has_leader(last) &&
	       has_letter(f->body[p->first]->text);
}

// Sizes within a twentieth are one size.  The six largest are kept, sorted.
static void see_size(struct finding *f, float size)
{
	size_t at = 0;
	while (at < f->size_count && f->sizes[at] > size * 1.05f)
		at++;
	if (at == LEVELS_MAX || (at < f->size_count && f->sizes[at] >= size / 1.05f))
		return;
	if (f->size_count < LEVELS_MAX)
		f->size_count++;
	for (size_t i = f->size_count - 1; i > at; i--)
		f->sizes[i] = f->sizes[i - 1];
	f->sizes[at] = size;
}

static uint8_t level_of(const struct finding *f, float size)
{
	uint8_t level = 1;
	while (level < f->size_count && f->sizes[level - 1] > size * 1.05f)
		level++;
	return level;
}

static void name_kinds(struct finding *f)
{
	for (size_t i = 0; i < f->count; i++) {
		struct pdf_paragraph *p = &f->out[i];
		const struct pdf_line *line = f->body[p->first];
		if (is_heading(f, p)) {
			p->kind = BLOCK_HEADING;
			see_size(f, line->height);
		} else if (is_item_start(line)) {
			p->kind = BLOCK_ITEM;
			p->level = 1;
		}
	}
	for (size_t i = 0; i < f->count; i++)
		if (f->out[i].kind == BLOCK_HEADING)
			f->out[i].level = level_of(f, f->body[f->out[i].first]->height);
}

struct pdf_paragraph *pdf_paragraphs_of(const struct pdf_text *t,
	struct pdf_line *const *body, size_t lines, size_t *count)
{
	struct finding f = { .text = t, .body = body };
	split(&f, lines);
	name_kinds(&f);
	*count = f.count;
	return f.out;
}
