// deals_intake: deals while they are being read, table after table; private to model.
#ifndef MODEL_DEALS_INTAKE_H
#define MODEL_DEALS_INTAKE_H

#include "model/deals_date.h"
#include "model/deals_outcome.h"
#include "model/deals_plan.h"
#include "model/deals_words.h"
#include "model/model.h"
#include "read/read.h"

// Columns of repeated words.
enum intake_column {
	IN_ACCOUNT,
	IN_SEGMENT,
	IN_OWNER,
	IN_STAGE,
	IN_LOSS_REASON,
	IN_PRODUCT,
	IN_ORIGIN,
	IN_TYPE,
	IN_REGION,
	IN_COLUMNS,
};

struct intake_words {
	struct words words;
	uint32_t *code;	  // one a row; NULL until a file has the column
	uint8_t *meaning; // enum meaning of each code, for columns that tell an outcome
	size_t meanings, meaning_room;
	struct str
		*labels; // how words are shown instead, by key; NULL or empty: as written
};

struct intake_extra {
	struct str name, key;
	struct intake_words column;
	bool people;
	bool given_up; // too many different words to be a group
};

enum { EXTRA_WORDS_MAX = 2000, CELL_COLUMNS_MAX = 8 };

// How a stage of a stage table is called and what it means.
struct stage_entry {
	struct str label;
	enum meaning meaning;
};

struct win_entry {
	struct date day;
	uint32_t source, row;
	bool met; // a lead has its id
};

struct repeat {
	uint32_t first, row; // two rows with one id, the earlier one first
};

struct seat_waiting {
	uint64_t hash;
	size_t row;
};

/*
 * Which id stands in which row: open addressing over row numbers.  Rows wait for their
 * seat a little, until it has come into the cache.
 */
struct seats {
	uint64_t *at; // row + 1 in the low 32 bits, 32 bits of the hash above; 0 is free
	size_t room;
	struct seat_waiting wait[16];
	size_t waiting;
	struct repeat *repeats;
	size_t repeat_count, repeat_room;
};

struct intake {
	struct workspace *ws;
	struct arena *arena;  // of the workspace
	struct arena scratch; // thrown away at the end
	struct deals *deals;
	size_t room;
	struct date *modified; // NULL unless an export says
	uint8_t *currency;     // index into currencies + 1; NULL unless an export says
	struct map currencies;
	struct intake_words words[IN_COLUMNS];
	struct intake_words status; // code unused: only what its words mean
	struct intake_words cells[CELL_COLUMNS_MAX]; // competitor columns, whole cells
	size_t cell_columns;
	struct intake_extra extras[PLAN_EXTRAS_MAX];
	size_t extra_count;
	uint32_t *rivals;	// index into rival_sets, one a row; NULL if no file has
				// competitors
	struct map rivals_seen; // the bytes of a set -> its index
	struct rival_set *rival_sets;
	size_t rival_room;
	size_t own_name; // deals that name ourselves among the competitors
	struct seats seats;
	uint32_t *into; // a superseded row's successor + 1; NULL while there is none
	struct map stages;
	struct stage_entry *stage_entries;
	size_t stage_room;
	struct map wins;
	struct win_entry *win_entries;
	size_t win_room;
	struct str wins_path;
	bool has_leads;
	size_t reasons_no_decision; // losses whose reason says no decision
	size_t renewals;
};

// The competitors of one deal, as indexes of vendors, in order of appearance.
struct rival_set {
	uint16_t at[VENDORS_PER_CELL];
	size_t count;
};

// A row that is worth a note: how many, and the first of them.
struct odd {
	size_t count;
	uint32_t row;
	struct str cell;
};

// One table while its rows come in.
struct intake_table {
	struct intake *in;
	const struct deals_file *file;
	struct str path;
	struct table *table;
	struct deals_sample sample;
	size_t sampled; // rows of the sample that were given out
	struct deals_plan plan;
	struct dates dates;
	size_t from; // its first row among the deals
	struct {
		struct intake_words *words;
		size_t column;
	} words[IN_COLUMNS];
	size_t words_count;
	size_t extra[PLAN_EXTRAS_MAX]; // index into in->extras
	size_t forgotten;	       // bytes of the file that were given back
	struct odd no_deal, deleted, bad_amount, negative, contradiction, undecided;
	size_t long_rows; // rows beyond the limit
};

// Room for that many deals in every column there is; never less than before.
void intake_room(struct intake *in, size_t room);
// Columns that appear with this table: earlier rows have nothing in them.
void intake_need_words(struct intake *in, struct intake_words *w);
void intake_need_days(struct intake *in, struct date **days);
void intake_need_cents(struct intake *in);

enum { INTAKE_ROWS_MAX = 50 * 1000 * 1000 };

// "1 deal is", "2 deals are".
static inline const char *plural(size_t count, const char *one, const char *many)
{
	return count == 1 ? one : many;
}

// A note about a source, in ws->deals.notes with its path and in the source itself.
void intake_note(struct intake *in, uint32_t source, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

// A cell as it counts: trimmed, without a spreadsheet's guard against formulas.
struct str intake_trim(struct str cell);

// Inline, because they run for every cell of every row.
static inline struct str intake_clean(struct str cell)
{
	if (!cell.len || (cell.at[0] > '\'' && cell.at[cell.len - 1] > ' '))
		return cell;
	return intake_trim(cell);
}

static inline struct str intake_cell(
	const struct intake_table *t, const struct row *row, enum deals_field field)
{
	int column = t->plan.column[field];
	return column < 0 ? (struct str){ 0 } : intake_clean(row->cells[column]);
}

// Text that lives as long as the workspace: borrowed from the file's bytes where it can
// be.
struct str intake_keep(struct intake_table *t, struct str text);
void intake_remember(struct odd *odd, uint32_t row, struct str cell, struct arena *a);
enum meaning intake_meaning(struct intake *in, struct intake_words *w, uint32_t code);

// One row of a table of deals, leads or wins: added to the deals or left out.
void intake_row(struct intake_table *t, const struct row *row);
// Notes what was decided about a table and what in it could not be used.
void intake_report(struct intake_table *t);

// Opens a table and reads its first rows into `sample`; false when it is damaged: then
// the source is marked.
bool intake_open(struct intake_table *t);
// The next row of it, those of the sample first.
bool intake_next(struct intake_table *t, struct row *row);
// Reads all rows of a table of deals or leads.
void intake_read(struct intake_table *t);

// The small tables beside the deals.
void intake_stages(struct intake *in, const struct deals_file *file);
void intake_wins(struct intake *in, const struct deals_file *file);
void intake_facts(struct intake *in, const struct deals_file *file);

// Room for that many rows; then each row as it comes, so that its id is still at hand.
void seats_room(struct seats *s, const struct str *id, size_t rows);
void seats_take(struct seats *s, const struct str *id, size_t row);
void seats_done(struct seats *s);

// Once all rows are in, in this order.
void intake_rivals(struct intake *in); // who competes in each deal
void intake_rivals_join(struct intake *in, size_t row, size_t other); // row gets both
void intake_merge(struct intake *in);				      // one row a deal
void intake_settle(struct intake *in); // words, competitors and money as they will stay
void intake_times(struct intake *in);  // what the dates say of the record itself
void intake_doubt(struct intake *in);  // what looks wrong

#endif
