// The page of a move: the same bytes for the same files, nobody's work written over, and
// nothing of a file that becomes Markdown of its own.
#include "../value/office.h"
#include "report/report.h"

#define ITEMS                                                                            \
	"item_id,item,status,target,released\nRM-1,Torque pairing,planned,2026-01-10,\n"

static struct str page_of(struct office *o, struct buf *out)
{
	const struct move m = office_move(o, "customer-success", "product");
	assert_true(m.speaks);
	moves_note(&o->ground, &m, out);
	return buf_str(out);
}

static void make(struct office *o)
{
	office_make(o, true);
	put(&o->folder, "roadmap.csv", ITEMS);
	office_run(o);
}

TEST(the_same_files_write_the_same_bytes)
{
	struct office o, p;
	struct buf one = { 0 }, two = { 0 }, three = { 0 };
	make(&o);
	make(&p);
	assert_true(str_eq(page_of(&o, &one), page_of(&p, &two)));
	assert_true(str_eq(page_of(&o, &three), buf_str(&one)));
	assert_true(one.len > 500);
	buf_done(&one);
	buf_done(&two);
	buf_done(&three);
	office_done(&o);
	office_done(&p);
}

TEST(it_has_a_title_a_reason_lines_the_answer_and_what_is_asked)
{
	struct office o;
	struct buf out = { 0 };
	make(&o);
	const struct str page = page_of(&o, &out);
	static const char *const PARTS[] = {
		"# turnstile: from Customer success to Product\n",
		"\nAs of 30 November 2025, for the objective “Keep the plants”.\n",
		"\n**Why now.** Customer success holds 8 requests; 2 lost deals give it "
		"as "
		"the reason; in all 8 accounts, ",
		"\n## What Customer success hears\n",
		"\n| | who said it | day | words | where |\n",
		"| 1 | Account7 Mills | 2025-11-11 | Turnstile export breaks every night "
		"| "
		"requests.csv:row 17 ask |\n",
		"\n## The deals behind it\n",
		"| Account0 Mills | 2025-06-01 | 10k | turnstile export | deals.csv:row "
		"2 "
		"loss_reason |\n",
		"\n## What there is already\n\nLooked through: roadmap.csv. 0 of 10 "
		"entries are "
		"answered there.",
		"\n## What is asked of Product\n\nA day on the roadmap that these "
		"accounts can "
		"be told, or a no with its reason.\n"
	};
	size_t at = 0;
	for (size_t i = 0; i < COUNT(PARTS); i++) {
		const size_t next = str_find(page, str_of(PARTS[i]), at);
		if (next == STR_NONE)
			fail_msg("not there, or too early: %s\n%.*s", PARTS[i],
				ARG_STR(page));
		at = next;
	}
	buf_done(&out);
	office_done(&o);
}

TEST(a_page_that_somebody_changed_is_known)
{
	struct office o;
	struct buf out = { 0 };
	make(&o);
	const struct str page = page_of(&o, &out);
	assert_true(moves_note_is_untouched(page));
	char *bytes = arena_alloc(&o.folder.arena, page.len + 1, 1);
	// One letter anywhere, one more at the end, one less.
	for (size_t at = 0; at < page.len; at += 97) {
		memcpy(bytes, page.at, page.len);
		bytes[at] ^= 1;
		assert_false(moves_note_is_untouched((struct str){ bytes, page.len }));
	}
	memcpy(bytes, page.at, page.len);
	bytes[page.len] = '\n';
	assert_false(moves_note_is_untouched((struct str){ bytes, page.len + 1 }));
	assert_false(moves_note_is_untouched((struct str){ bytes, page.len - 1 }));
	assert_false(moves_note_is_untouched(S("")));
	assert_false(moves_note_is_untouched(S("# Ours\n")));
	buf_done(&out);
	office_done(&o);
}

// Ends of cells that no backslash stands before.
static size_t cells_of(struct str line)
{
	size_t count = 0;
	for (size_t i = 0; i < line.len; i++) {
		count += line.at[i] == '|';
		i += line.at[i] == '\\';
	}
	return count;
}

TEST(words_of_files_are_no_markdown)
{
	struct office o;
	struct buf out = { 0 };
	office_make(&o, false);
	put(&o.folder, "roadmap.csv", ITEMS);
	put(&o.folder, "deals.csv", "deal_id,account,created,outcome,amount\n");
	put(&o.folder, "requests.csv",
		"request_id,date,function,ask,account\n"
		"R-1,2025-09-01,customer-success,kiosk | <script>alert(1)</script>,A | "
		"B\n"
		"R-2,2025-09-02,customer-success,\"kiosk\n# Title\n| x | y |\",`C`\n"
		"R-3,2025-09-03,customer-success,kiosk [here](javascript:x) ![i](y) *b* "
		"&lt; snake_case _em_ ~~no~~ \\| a\\,<b>D</b>\n");
	office_run(&o);
	struct str rest = page_of(&o, &out), line;
	size_t rows = 0;
	while (str_line(&rest, &line)) {
		if (str_starts(line, S("| ")) &&
			str_find(line, S("kiosk"), 0) != STR_NONE) {
			assert_int_equal(cells_of(line), 6);
			rows++;
		}
		assert_false(str_starts(line, S("# Title")));
	}
	assert_int_equal(rows, 3);
	const struct str page = buf_str(&out);
	assert_true(office_says(page, "kiosk \\| \\<script>alert(1)\\</script>"));
	assert_true(office_says(page, "\\[here](javascript:x) !\\[i](y) \\*b\\* \\&lt;"));
	assert_true(
		office_says(page, "snake_case \\_em\\_ \\~\\~no\\~\\~ \\\\\\| a\\\\"));
	assert_true(office_says(page, "\\`C\\`"));
	buf_done(&out);
	office_done(&o);
}

MAIN(RUN(the_same_files_write_the_same_bytes),
	RUN(it_has_a_title_a_reason_lines_the_answer_and_what_is_asked),
	RUN(a_page_that_somebody_changed_is_known), RUN(words_of_files_are_no_markdown))
