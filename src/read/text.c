// Plain text: paragraphs are separated by blank lines.
#include "read/list.h"

static bool text_read(
	struct str bytes, const struct read_how *how, struct doc *doc, struct error *err)
{
	(void)how; // nothing to decide for plain text
	struct buf draft;
	struct str rest = utf8_from_bytes(doc->arena, bytes, NULL), line;
	bool open = false;
	doc_begin(doc, &draft);
	for (uint32_t number = 1; str_line(&rest, &line); number++) {
		struct str words = str_trim(line);
		if (!words.len) {
			open = false;
			continue;
		}
		if (!open)
			doc_block(doc, BLOCK_TEXT, 0, S(""));
		uint32_t column = (uint32_t)(words.at - line.at) + 1;
		if (open)
			doc_text(doc, S(" "), (struct place){ PLACE_LINE, number, 1 });
		doc_text(doc, words, (struct place){ PLACE_LINE, number, column });
		open = true;
	}
	return doc_finish(doc, err);
}

const struct reader reader_text = {
	.name = "text",
	.title = "Plain text",
	.suffixes = ".txt .text",
	.gives = "paragraphs, separated by blank lines, with line and column",
	.read = text_read,
};
