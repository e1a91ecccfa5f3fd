// One row of an export becomes one deal.
#include "model/deals_intake.h"

static struct str cell_at(const struct row *row, size_t column)
{
	return intake_clean(row->cells[column]);
}

// "1,200" people -> a band that people speak of.
static struct str size_band(struct str cell)
{
	static const struct {
		int64_t below;
		struct str name;
	} BANDS[] = { { 50, STR_INIT("1 to 49 people") },
		{ 200, STR_INIT("50 to 199 people") },
		{ 1000, STR_INIT("200 to 999 people") },
		{ 5000, STR_INIT("1,000 to 4,999 people") },
		{ INT64_MAX, STR_INIT("5,000 people and more") } };
	struct money number;
	if (!cell.len || !money_parse(cell, &number))
		return (struct str){ 0 };
	size_t i = 0;
	while (number.cents / 100 >= BANDS[i].below)
		i++;
	return BANDS[i].name;
}

static void take_words(struct intake_table *t, const struct row *row, size_t i)
{
	for (size_t k = 0; k < t->words_count; k++) {
		struct intake_words *w = t->words[k].words;
		w->code[i] = words_code(&w->words, cell_at(row, t->words[k].column));
	}
	struct intake *in = t->in;
	if (t->plan.column[FIELD_SEGMENT] < 0 && t->plan.column[FIELD_EMPLOYEES] >= 0)
		in->words[IN_SEGMENT].code[i] = words_code(&in->words[IN_SEGMENT].words,
			size_band(intake_cell(t, row, FIELD_EMPLOYEES)));
	for (size_t k = 0; k < t->plan.vendor_count; k++)
		in->cells[k].code[i] =
			words_code(&in->cells[k].words, cell_at(row, t->plan.vendors[k]));
}

static void take_extras(struct intake_table *t, const struct row *row, size_t i)
{
	for (size_t k = 0; k < t->plan.extra_count; k++) {
		struct intake_extra *e = &t->in->extras[t->extra[k]];
		if (e->given_up)
			continue;
		struct words *w = &e->column.words;
		e->column.code[i] = words_code(w, cell_at(row, t->plan.extras[k].column));
		e->given_up = w->map.count > EXTRA_WORDS_MAX;
	}
}

static enum outcome_of_deal outcome_of(enum meaning m)
{
	switch (m) {
	case MEANS_WON:
		return DEAL_WON;
	case MEANS_LOST:
		return DEAL_LOST;
	case MEANS_NO_DECISION:
		return DEAL_NO_DECISION;
	case MEANS_DISQUALIFIED:
		return DEAL_DISQUALIFIED;
	case MEANS_UNKNOWN:
	case MEANS_OPEN:
	case MEANS_CLOSED:
		return DEAL_OPEN;
	}
	return DEAL_OPEN;
}

static bool is_loss(enum meaning m)
{
	return m == MEANS_LOST || m == MEANS_NO_DECISION || m == MEANS_DISQUALIFIED;
}

// The yes-or-no columns, which Salesforce and HubSpot keep beside the stage.
static enum meaning from_flags(enum yesno won, enum yesno closed, enum meaning words)
{
	if (won == YESNO_YES)
		return MEANS_WON;
	if (closed == YESNO_NO)
		return MEANS_OPEN;
	if (won == YESNO_NO && closed == YESNO_YES)
		return is_loss(words) ? words : MEANS_LOST;
	if (closed == YESNO_YES)
		return words == MEANS_WON || is_loss(words) ? words : MEANS_CLOSED;
	return words == MEANS_WON ? MEANS_OPEN : words;
}

static enum meaning from_words(enum meaning status, enum meaning stage)
{
	if (status == MEANS_UNKNOWN || status == MEANS_CLOSED)
		return stage == MEANS_UNKNOWN ? status : stage;
	if (status == MEANS_LOST && is_loss(stage))
		return stage; // the stage says which kind of loss
	return status;
}

// Two columns that name opposite endings.
static bool opposed(enum meaning a, enum meaning b)
{
	return (a == MEANS_WON && is_loss(b)) || (b == MEANS_WON && is_loss(a));
}

static enum meaning meaning_in(
	struct intake_table *t, const struct row *row, enum deals_field field, size_t i)
{
	struct intake *in = t->in;
	if (field == FIELD_STAGE) {
		struct intake_words *w = &in->words[IN_STAGE];
		return t->plan.column[field] < 0 ? MEANS_UNKNOWN
						 : intake_meaning(in, w, w->code[i]);
	}
	struct str cell = intake_cell(t, row, field);
	return intake_meaning(in, &in->status, words_code(&in->status.words, cell));
}

static enum meaning from_dates(const struct intake_table *t, const struct row *row)
{
	if (intake_cell(t, row, FIELD_WON_ON).len)
		return MEANS_WON;
	return intake_cell(t, row, FIELD_LOST_ON).len ? MEANS_LOST : MEANS_UNKNOWN;
}

static enum outcome_of_deal take_outcome(
	struct intake_table *t, const struct row *row, size_t i)
{
	struct intake *in = t->in;
	enum meaning stage = meaning_in(t, row, FIELD_STAGE, i);
	enum meaning status = meaning_in(t, row, FIELD_OUTCOME, i);
	enum meaning m = from_words(status, stage);
	enum yesno won = yesno_word(intake_cell(t, row, FIELD_IS_WON));
	enum yesno closed = yesno_word(intake_cell(t, row, FIELD_IS_CLOSED));
	bool clash = opposed(status, stage);
	if (won != YESNO_NONE || closed != YESNO_NONE) {
		enum meaning flags = from_flags(won, closed, m);
		clash |= opposed(flags, m);
		m = flags;
	}
	if (m == MEANS_UNKNOWN)
		m = from_dates(t, row);
	if (clash)
		intake_remember(&t->contradiction, row->number,
			intake_cell(t, row, FIELD_STAGE), &in->scratch);
	if (m == MEANS_CLOSED)
		intake_remember(&t->undecided, row->number,
			intake_cell(t, row, FIELD_OUTCOME), &in->scratch);
	if (m != MEANS_LOST || t->plan.column[FIELD_LOSS_REASON] < 0)
		return outcome_of(m);
	struct intake_words *reason = &in->words[IN_LOSS_REASON];
	enum meaning why = intake_meaning(in, reason, reason->code[i]);
	in->reasons_no_decision += why == MEANS_NO_DECISION;
	return outcome_of(why == MEANS_UNKNOWN ? m : why);
}

static struct date day_in(
	struct intake_table *t, const struct row *row, enum deals_field field)
{
	struct str cell = intake_cell(t, row, field);
	return cell.len ? dates_read(&t->dates, cell, row->number) : (struct date){ 0 };
}

static void take_days(struct intake_table *t, const struct row *row, size_t i)
{
	struct intake *in = t->in;
	struct deals *d = in->deals;
	if (t->plan.column[FIELD_CREATED] >= 0)
		d->created[i] = day_in(t, row, FIELD_CREATED);
	if (t->plan.column[FIELD_MODIFIED] >= 0)
		in->modified[i] = day_in(t, row, FIELD_MODIFIED);
	struct date closed = day_in(t, row, FIELD_CLOSED);
	if (d->outcome[i] == DEAL_OPEN) {
		struct date expected = day_in(t, row, FIELD_EXPECTED);
		expected = expected.days ? expected : closed;
		if (expected.days) {
			intake_need_days(in, &d->expected);
			d->expected[i] = expected;
		}
		return;
	}
	bool won = d->outcome[i] == DEAL_WON;
	struct date ended = day_in(t, row, won ? FIELD_WON_ON : FIELD_LOST_ON);
	if (d->closed)
		d->closed[i] = ended.days ? ended : closed;
}

static void take_currency(struct intake *in, size_t i, struct str code)
{
	if (in->currencies.count >= UINT8_MAX)
		return;
	if (!in->currency)
		in->currency = ARENA_ARRAY(in->arena, uint8_t, in->room);
	in->currencies.arena = &in->scratch;
	in->currency[i] = (uint8_t)(map_add(&in->currencies, code) + 1);
}

static void take_amount(struct intake_table *t, const struct row *row, size_t i)
{
	struct intake *in = t->in;
	struct money money = { 0 };
	struct str cell = intake_cell(t, row, FIELD_AMOUNT);
	in->deals->cents[i] = -1;
	if (!cell.len)
		return;
	if (!money_parse(cell, &money)) {
		if (!str_eq(cell, S("-")))
			intake_remember(&t->bad_amount, row->number, cell, &in->scratch);
		return;
	}
	if (money.cents < 0) {
		intake_remember(&t->negative, row->number, cell, &in->scratch);
		return;
	}
	in->deals->cents[i] = money.cents;
	struct str code = intake_cell(t, row, FIELD_CURRENCY);
	if (code.len == 3)
		take_currency(in, i, code);
	else if (money.currency[0])
		take_currency(in, i, str_of(money.currency));
}

// A lead is won when the table of wins has its id; else it is still open.
static void take_lead(struct intake_table *t, size_t i)
{
	struct intake *in = t->in;
	struct deals *d = in->deals;
	size_t win = map_find(&in->wins, d->id[i]);
	d->outcome[i] = win == MAP_NONE ? DEAL_OPEN : DEAL_WON;
	if (win == MAP_NONE)
		return;
	in->win_entries[win].met = true;
	intake_need_days(in, &d->closed);
	d->closed[i] = in->win_entries[win].day;
}

static bool is_deal(const struct intake_table *t, const struct row *row)
{
	static const enum deals_field NEEDED[] = { FIELD_ID, FIELD_NAME, FIELD_ACCOUNT,
		FIELD_STAGE, FIELD_OUTCOME };
	for (size_t i = 0; i < COUNT(NEEDED); i++)
		if (intake_cell(t, row, NEEDED[i]).len)
			return true;
	return false;
}

// Whether the row counts; if not, it is remembered why.
static bool accept(struct intake_table *t, const struct row *row)
{
	struct odd *why = NULL;
	if (!is_deal(t, row))
		why = &t->no_deal;
	else if (yesno_word(intake_cell(t, row, FIELD_DELETED)) == YESNO_YES)
		why = &t->deleted;
	else if (t->in->deals->count >= INTAKE_ROWS_MAX)
		t->long_rows++;
	else
		return true;
	if (why) {
		const struct str id = intake_cell(t, row, FIELD_ID);
		intake_remember(
			why, row->number, id.len ? id : row->cells[0], &t->in->scratch);
	}
	t->in->ws->sources[t->file->source].rows_skipped++;
	return false;
}

void intake_row(struct intake_table *t, const struct row *row)
{
	struct intake *in = t->in;
	struct deals *d = in->deals;
	if (!accept(t, row))
		return;
	if (d->count == in->room)
		intake_room(in, in->room * 2);
	size_t i = d->count;
	d->source[i] = t->file->source;
	d->row[i] = row->number;
	d->id[i] = intake_keep(t, intake_cell(t, row, FIELD_ID));
	seats_take(&in->seats, d->id, i);
	take_words(t, row, i);
	take_extras(t, row, i);
	if (t->file->table == DEALS_LEADS)
		take_lead(t, i);
	else if (t->file->table == DEALS_WINS)
		d->outcome[i] = DEAL_WON;
	else
		d->outcome[i] = (uint8_t)take_outcome(t, row, i);
	if (d->cents)
		d->cents[i] = -1;
	if (t->plan.column[FIELD_AMOUNT] >= 0)
		take_amount(t, row, i);
	if (t->file->table != DEALS_LEADS)
		take_days(t, row, i);
	else if (t->plan.column[FIELD_CREATED] >= 0)
		d->created[i] = day_in(t, row, FIELD_CREATED);
	d->count++;
}
