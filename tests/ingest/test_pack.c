// What the index keeps of a document comes back as it was, and damage is seen.
#include "test.h"

#include "base/random.h"
#include "ingest/pack.h"

static struct arena arena;

static void build(struct doc *doc)
{
	struct buf draft;
	struct error err = { 0 };
	*doc = (struct doc){ .arena = &arena };
	doc_begin(doc, &draft);
	doc_block(doc, BLOCK_HEADING, 1, S(""));
	doc_text(doc, S("Nothing is lost"), (struct place){ PLACE_LINE, 3, 1 });
	doc_block(doc, BLOCK_SPEECH, 0, S("Petra Brandt"));
	doc_text(doc, S("We looked at "), (struct place){ PLACE_TIME, 190000, 7 });
	doc_text(doc, S("Shiftly."), (struct place){ PLACE_TIME, 195000, 9 });
	doc_meta(doc, S("Note"), S("deal: D-1063"), (struct place){ PLACE_LINE, 2, 1 });
	assert_true(doc_finish(doc, &err));
	doc->front = S("version: 4");
	doc->front_line = 2;
}

TEST(documents_come_back)
{
	struct doc doc, again;
	struct buf out = { 0 };
	struct error err = { 0 };
	build(&doc);
	pack_doc(&doc, &out);
	assert_true(unpack_doc(buf_str(&out), &arena, &again, &err));
	assert_true(str_eq(again.text, doc.text));
	assert_true(str_eq(again.front, doc.front));
	assert_int_equal(again.front_line, 2);
	assert_int_equal(again.origin_count, doc.origin_count);
	assert_int_equal(again.block_count, 2);
	assert_true(str_eq(again.blocks[1].speaker, S("Petra Brandt")));
	assert_int_equal(again.blocks[1].section, 1);
	assert_true(str_eq(again.metas[0].key, S("note")));
	assert_int_equal(doc_place(&again, (uint32_t)again.text.len - 2).major, 195000);
	buf_done(&out);
}

TEST(sentences_come_back)
{
	struct sentence two[] = {
		{ .text = S("Nothing is lost."),
			.level = LEVEL_HEADLINE,
			.place = { PLACE_LINE, 3, 1 } },
		{ .text = S("Hm?"),
			.speaker = S("Petra"),
			.sort = NOT_QUESTION,
			.block = BLOCK_SPEECH },
	};
	struct sentences in = { two, 2, 2 }, out;
	struct buf bytes = { 0 };
	struct error err = { 0 };
	pack_sentences(&in, &bytes);
	assert_true(unpack_sentences(buf_str(&bytes), &arena, &out, &err));
	assert_int_equal(out.count, 2);
	assert_true(str_eq(out.at[0].text, two[0].text));
	assert_int_equal(out.at[0].level, LEVEL_HEADLINE);
	assert_true(str_eq(out.at[1].speaker, S("Petra")));
	assert_int_equal(out.at[1].sort, NOT_QUESTION);
	buf_done(&bytes);
}

// Any change of any byte gives a document within its own bounds, or an error; never a
// read outside.
TEST(damage_never_reads_outside)
{
	struct doc doc, again;
	struct buf out = { 0 };
	struct random random = { 7 };
	build(&doc);
	pack_doc(&doc, &out);
	for (size_t i = 0; i < 20000; i++) {
		struct error err = { 0 };
		size_t at = (size_t)random_below(&random, out.len);
		char old = out.at[at];
		size_t len = i % 3 ? out.len : (size_t)random_below(&random, out.len);
		out.at[at] = (char)random_next(&random);
		struct arena a = { 0 };
		if (!unpack_doc((struct str){ out.at, len }, &a, &again, &err))
			assert_int_equal(err.code, ERROR_FORMAT);
		out.at[at] = old;
		arena_free(&a);
	}
	buf_done(&out);
}

MAIN(RUN(documents_come_back), RUN(sentences_come_back), RUN(damage_never_reads_outside))
