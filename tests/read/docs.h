// docs: documents as text, for tests to compare.
#ifndef TESTS_READ_DOCS_H
#define TESTS_READ_DOCS_H

#include "read/read.h"

/*
 * One line a block: its kind (and level), in brackets who says it, the place of its first
 * and of its last character, the words, line ends in them as "/".  Then metas as
 * "key=value".  "refused: ..." when it cannot be read.
 */
static const char *docs_text(
	struct arena *a, const char *path, struct str bytes, bool bodies)
{
	struct doc doc = { .arena = a };
	struct error err = { 0 };
	struct read_how how = { .mail_bodies = bodies };
	struct buf out = { 0 };
	if (!doc_read(str_of(path), bytes, &how, &doc, &err))
		return arena_fmt(a, "refused: %s", err.text).at;
	for (size_t i = 0; i < doc.block_count; i++) {
		const struct block *b = &doc.blocks[i];
		uint32_t end = b->span.to - 1;
		while (((unsigned char)doc.text.at[end] & 0xc0) == 0x80)
			end--;
		struct place first = doc_place(&doc, b->span.from),
			     last = doc_place(&doc, end);
		buf_fmt(&out, "%s%s", i ? "\n" : "", block_name(b->kind));
		if (b->level)
			buf_fmt(&out, "%u", b->level);
		if (b->speaker.len)
			buf_fmt(&out, "(%" PRI_STR ")", ARG_STR(b->speaker));
		buf_fmt(&out, " %u:%u-%u:%u ", first.major, first.minor, last.major,
			last.minor);
		struct str words = doc_cut(&doc, b->span);
		for (size_t j = 0; j < words.len; j++)
			buf_byte(&out, words.at[j] == '\n' ? '/' : words.at[j]);
	}
	for (size_t i = 0; i < doc.meta_count; i++)
		buf_fmt(&out, "\n%" PRI_STR "=%" PRI_STR, ARG_STR(doc.metas[i].key),
			ARG_STR(doc.metas[i].value));
	const char *text = arena_str(a, buf_str(&out)).at;
	buf_done(&out);
	return text;
}

#endif
