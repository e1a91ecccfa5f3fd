// lines: documents of tests, written as simple Markdown, one block a line.
#ifndef TESTS_MODEL_LINES_H
#define TESTS_MODEL_LINES_H

#include "doc/doc.h"

static inline size_t lines_take_front(struct doc *doc, struct str text, uint32_t *number)
{
	if (!str_starts(text, S("---\n")))
		return 0;
	size_t end = str_find(text, S("\n---\n"), 3);
	if (end == STR_NONE)
		return 0;
	doc->front = arena_str(doc->arena, str_cut(text, 4, end + 1 - 4));
	doc->front_line = 2;
	for (size_t i = 0; i < end + 5; i++)
		*number += text.at[i] == '\n';
	return end + 5;
}

/*
 * A document as the Markdown reader would make it of headings, "- " items, "> " quotes,
 * "Name: " speech when `speech`, and plain lines.  Places are line and column.
 */
static inline struct doc lines_doc(struct arena *a, const char *path, const char *text)
{
	struct doc doc = { .arena = a, .path = str_of(path) };
	struct buf draft;
	struct str rest = str_of(text), line;
	struct error err = { 0 };
	uint32_t number = 1;
	rest = str_from(rest, lines_take_front(&doc, rest, &number));
	doc_begin(&doc, &draft);
	for (; str_line(&rest, &line); number++) {
		struct str words = line;
		enum block_kind kind = BLOCK_TEXT;
		uint8_t level = 0;
		struct str speaker = { 0 };
		while (str_starts(words, S("#"))) {
			words = str_from(words, 1);
			level++;
		}
		if (level)
			kind = BLOCK_HEADING;
		else if (str_starts(words, S("- ")))
			kind = BLOCK_ITEM;
		else if (str_starts(words, S("> ")))
			kind = BLOCK_QUOTE;
		if (kind == BLOCK_ITEM || kind == BLOCK_QUOTE)
			words = str_from(words, 2);
		if (kind == BLOCK_TEXT && str_starts(words, S("@"))) {
			size_t colon = str_find_byte(words, ':', 0);
			speaker = str_cut(words, 1, colon - 1);
			words = str_from(words, colon + 1);
			kind = BLOCK_SPEECH;
		}
		words = str_trim(words);
		if (!words.len)
			continue;
		doc_block(&doc, kind, level, speaker);
		doc_text(&doc, words,
			(struct place){
				PLACE_LINE, number, (uint32_t)(words.at - line.at) + 1 });
	}
	(void)doc_finish(&doc, &err); // far below the limit
	return doc;
}

#endif
