#include "model/deals_load.h"

#include "model/deals_intake.h"

const char *outcome_name(enum outcome_of_deal outcome)
{
	static const char *const NAMES[DEAL_OUTCOMES] = {
		[DEAL_OPEN] = "open",
		[DEAL_WON] = "won",
		[DEAL_LOST] = "lost",
		[DEAL_NO_DECISION] = "no decision",
		[DEAL_DISQUALIFIED] = "disqualified",
	};
	return NAMES[outcome];
}

static bool has_table(
	const struct deals_file *files, size_t count, enum deals_table table)
{
	for (size_t i = 0; i < count; i++)
		if (files[i].table == table)
			return true;
	return false;
}

typedef void intake_file(struct intake *in, const struct deals_file *file);

static void each_of(struct intake *in, const struct deals_file *files, size_t count,
	enum deals_table table, intake_file *take)
{
	for (size_t i = 0; i < count; i++)
		if (files[i].table == table)
			take(in, &files[i]);
}

static void read_rows(struct intake *in, const struct deals_file *file)
{
	struct intake_table t = { .in = in, .file = file };
	intake_read(&t);
}

static void note_lonely_leads(struct intake *in, const struct deals_file *file)
{
	intake_note(in, file->source,
		"lists leads without saying how they ended; add the table of those that "
		"were won, "
		"with the same id column");
}

static void note_few_files(
	struct intake *in, const struct deals_file *files, size_t count)
{
	size_t exports = 0;
	for (size_t i = 0; i < count; i++)
		exports += files[i].table == DEALS_ROWS;
	bool ids = false;
	for (size_t i = 0; i < in->deals->count && !ids; i++)
		ids = in->deals->id[i].len > 0;
	if (exports > 1 && !ids)
		notes_add(&in->deals->notes, "no export has an id column, so a deal that "
					     "stands in two of them counts "
					     "twice");
}

void deals_load(struct workspace *ws, const struct deals_file *files, size_t count)
{
	struct intake in = { .ws = ws, .arena = ws->arena, .deals = &ws->deals };
	ws->deals = (struct deals){ .notes = { .arena = ws->arena } };
	bool rows = has_table(files, count, DEALS_ROWS);
	bool leads = has_table(files, count, DEALS_LEADS);
	bool wins = has_table(files, count, DEALS_WINS);
	each_of(&in, files, count, DEALS_STAGES, intake_stages);
	if (leads && wins) {
		each_of(&in, files, count, DEALS_WINS, intake_wins);
		each_of(&in, files, count, DEALS_LEADS, read_rows);
		ws->deals.conversion = !rows;
	} else {
		each_of(&in, files, count, DEALS_WINS, read_rows);
		each_of(&in, files, count, DEALS_LEADS, note_lonely_leads);
	}
	each_of(&in, files, count, DEALS_ROWS, read_rows);
	each_of(&in, files, count, DEALS_ACCOUNTS, intake_facts);
	each_of(&in, files, count, DEALS_OWNERS, intake_facts);
	note_few_files(&in, files, count);
	intake_rivals(&in);
	intake_merge(&in);
	intake_settle(&in);
	intake_times(&in);
	intake_doubt(&in);
	arena_free(&in.scratch);
}
