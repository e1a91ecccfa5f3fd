// The table of words that pdftotext prints, as lines.
#include "read/pdf_text.h"

#include <stdlib.h>

enum { COLUMNS = 12, LEVEL = 0, LEFT = 6, TOP, WIDTH, HEIGHT, TEXT = 11 };
enum { LEVEL_PAGE = 1, LEVEL_BLOCK = 3, LEVEL_LINE = 4, LEVEL_WORD = 5 };

// A bullet that stands on its own, as some programs set them.
struct bullet {
	float right, top;
};

struct reading {
	struct pdf_text *text;
	struct bullet *bullets; // of the open page
	size_t bullet_count, bullet_room;
	size_t page_from;    // its first line
	struct buf line;     // text of the line that is open
	struct pdf_line now; // the rest of it
	float weighed;	     // heights of its characters, added up
	size_t characters;
	uint32_t blocks;
	uint32_t number;
};

static float length_of(struct str field)
{
	enum { FARTHEST = 1000000 };
	double value = 0;
	if (!str_to_double(field, &value) || value > FARTHEST || value < -FARTHEST)
		return 0;
	return (float)value;
}

// Marks of direction and joining, which say how to draw and not what is said.
static bool is_mark(uint32_t c)
{
	return c < 0x20 || (c >= 0x7f && c < 0xa0) || (c >= 0x200b && c <= 0x200f) ||
	       (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x2069) ||
	       c == 0xfeff;
}

// Letters that a typesetter joined into one: U+FB00 to U+FB06.
static struct str unjoin(uint32_t c)
{
	static const struct str LETTERS[] = { STR_INIT("ff"), STR_INIT("fi"),
		STR_INIT("fl"), STR_INIT("ffi"), STR_INIT("ffl"), STR_INIT("st"),
		STR_INIT("st") };
	return c >= 0xfb00 && c <= 0xfb06 ? LETTERS[c - 0xfb00] : (struct str){ 0 };
}

static size_t add_word(struct buf *out, struct str word)
{
	size_t count = 0;
	for (size_t at = 0; at < word.len; count++) {
		char bytes[4];
		uint32_t c = utf8_next(word, &at);
		struct str letters = unjoin(c);
		if (letters.len)
			buf_add(out, letters);
		else if (!is_mark(c))
			buf_add(out, (struct str){ bytes, utf8_put(c, bytes) });
	}
	return count;
}

static void add_bullet(struct reading *r)
{
	r->bullets = arena_more(r->text->arena, r->bullets, r->bullet_count,
		&r->bullet_room, sizeof *r->bullets);
	r->bullets[r->bullet_count++] = (struct bullet){ r->now.right, r->now.top };
}

static int by_top(const void *left, const void *right)
{
	const struct bullet *a = left, *b = right;
	return (a->top > b->top) - (a->top < b->top);
}

// Whether a bullet stands in the row of a line, a little to its left.
static bool has_bullet(const struct reading *r, const struct pdf_line *line)
{
	enum { LOOK_MAX = 8 };
	size_t low = 0, high = r->bullet_count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (r->bullets[middle].top < line->top - line->height / 2)
			low = middle + 1;
		else
			high = middle;
	}
	for (size_t i = low; i < r->bullet_count && i < low + LOOK_MAX; i++) {
		float gap = line->left - r->bullets[i].right;
		if (r->bullets[i].top > line->top + line->height / 2)
			break;
		if (gap > 0 && gap < 4 * line->height)
			return true;
	}
	return false;
}

static void close_page(struct reading *r)
{
	struct pdf_text *t = r->text;
	if (r->bullet_count)
		qsort(r->bullets, r->bullet_count, sizeof *r->bullets, by_top);
	for (size_t i = r->page_from; i < t->count; i++)
		t->lines[i].bullet = has_bullet(r, &t->lines[i]);
	r->page_from = t->count;
	r->bullet_count = 0;
}

static void close_line(struct reading *r)
{
	struct pdf_text *t = r->text;
	struct str words = str_trim(buf_str(&r->line));
	if (words.len && pdf_bullet(words) == words.len) {
		add_bullet(r);
	} else if (words.len) {
		t->lines = arena_more(
			t->arena, t->lines, t->count, &t->room, sizeof *t->lines);
		r->now.text = arena_str(t->arena, words);
		r->now.page = t->pages;
		r->now.number = ++r->number;
		r->now.block = r->blocks;
		r->now.height = r->weighed / (float)r->characters;
		t->lines[t->count++] = r->now;
	}
	buf_clear(&r->line);
	r->weighed = 0;
	r->characters = 0;
}

// A gap of less than a tenth of the height is no space: the font changed inside a word.
static void open_word(struct reading *r, const struct str field[COLUMNS])
{
	float left = length_of(field[LEFT]), right = left + length_of(field[WIDTH]);
	float top = length_of(field[TOP]), height = length_of(field[HEIGHT]);
	bool first = !r->line.len;
	if (first)
		r->now = (struct pdf_line){ .left = left,
			.right = right,
			.top = top,
			.first_word = right - left };
	float gap = left - r->now.right;
	if (!first && (gap > height / 10 || gap < -height))
		buf_byte(&r->line, ' ');
	size_t characters = add_word(&r->line, field[TEXT]);
	r->characters += characters;
	r->weighed += height * (float)characters;
	r->now.right = right;
	r->now.left = left < r->now.left ? left : r->now.left;
	r->now.top = top < r->now.top ? top : r->now.top;
}

static void open_row(struct reading *r, const struct str field[COLUMNS])
{
	int64_t level = 0;
	if (!str_to_int(field[LEVEL], &level))
		return; // the header of the table
	if (level == LEVEL_WORD) {
		open_word(r, field);
		return;
	}
	close_line(r);
	if (level == LEVEL_PAGE) {
		close_page(r);
		r->text->pages++;
		r->number = 0;
	}
	r->blocks += level == LEVEL_PAGE || level == LEVEL_BLOCK;
}

void pdf_lines_read(struct str table, struct pdf_text *t)
{
	struct reading r = { .text = t };
	struct str rest = table, row;
	while (str_line(&rest, &row)) {
		struct str field[COLUMNS] = { 0 };
		size_t n = 0;
		while (n < COLUMNS - 1 && str_split(&row, '\t', &field[n]))
			n++;
		field[n] = row; // the last one may hold anything
		if (n == COLUMNS - 1)
			open_row(&r, field);
	}
	close_line(&r);
	close_page(&r);
	buf_done(&r.line);
}
