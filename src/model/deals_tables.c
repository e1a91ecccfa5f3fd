// The small tables beside the deals: what stage ids mean, which leads were won.
#include "model/deals_intake.h"

// The first column whose header key is one of the names, or -1.
static int column_of(const struct deals_sample *s, const char *names)
{
	struct str rest = str_of(names), one;
	while (str_split(&rest, ' ', &one))
		for (size_t c = 0; c < s->columns; c++)
			if (str_eq(s->keys[c], one))
				return (int)c;
	return -1;
}

static struct str cell_in(const struct row *row, int column)
{
	return column < 0 ? (struct str){ 0 } : str_trim(row->cells[column]);
}

static enum meaning stage_meaning(struct str label, enum yesno won, enum yesno closed)
{
	enum meaning words = outcome_word(label);
	if (won == YESNO_YES)
		return MEANS_WON;
	if (closed == YESNO_YES)
		return words == MEANS_NO_DECISION || words == MEANS_DISQUALIFIED
			       ? words
			       : MEANS_LOST;
	return closed == YESNO_NO || won == YESNO_NO ? MEANS_OPEN : words;
}

void intake_stages(struct intake *in, const struct deals_file *file)
{
	struct intake_table t = { .in = in, .file = file };
	struct row row;
	if (!intake_open(&t))
		return;
	int id = column_of(&t.sample, "stageid id"),
	    label = column_of(&t.sample, "label stage name");
	int won = column_of(&t.sample, "closedwon iswon won");
	int closed = column_of(&t.sample, "isclosed closed");
	in->stages.arena = in->arena;
	while (intake_next(&t, &row)) {
		struct str key = cell_in(&row, id);
		if (!key.len || map_find(&in->stages, key) != MAP_NONE)
			continue;
		size_t at = map_add(&in->stages, key);
		in->stage_entries = arena_more(in->arena, in->stage_entries, at,
			&in->stage_room, sizeof *in->stage_entries);
		struct str name = cell_in(&row, label);
		in->stage_entries[at] = (struct stage_entry){
			.label = arena_str(in->arena, name.len ? name : key),
			.meaning = stage_meaning(name, yesno_word(cell_in(&row, won)),
				yesno_word(cell_in(&row, closed))),
		};
		in->ws->sources[file->source].rows++;
	}
}

static struct win_entry *win_add(struct intake *in, struct str id)
{
	size_t before = in->wins.count;
	size_t at = map_add(&in->wins, id);
	if (at < before)
		return NULL;
	in->win_entries = arena_more(&in->scratch, in->win_entries, at, &in->win_room,
		sizeof *in->win_entries);
	return &in->win_entries[at];
}

void intake_wins(struct intake *in, const struct deals_file *file)
{
	struct intake_table t = { .in = in, .file = file };
	struct row row;
	size_t twice = 0, from = in->wins.count;
	if (!intake_open(&t))
		return;
	plan_make(&t.sample, config_source(&in->ws->config, t.path), &in->scratch,
		&t.plan, &(struct notes){ .arena = &in->scratch });
	in->wins.arena = &in->scratch;
	in->wins_path = t.path;
	while (intake_next(&t, &row)) {
		struct str id = intake_cell(&t, &row, FIELD_ID);
		struct str day = intake_cell(&t, &row, FIELD_WON_ON);
		struct win_entry *win = id.len ? win_add(in, id) : NULL;
		twice += id.len && !win;
		if (!win)
			continue;
		*win = (struct win_entry){ dates_read(&t.dates, day, row.number),
			file->source, row.number, false };
		in->ws->sources[file->source].rows++;
	}
	for (size_t i = from; i < in->wins.count; i++)
		dates_settle(&t.dates, &in->win_entries[i].day, 1);
	if (twice)
		intake_note(in, file->source, "%zu %s won twice; the first row counts",
			twice, plural(twice, "lead is", "leads are"));
	intake_report(&t);
}

// The columns of a table of facts about accounts or owners.
struct fact_columns {
	int id, name; // either can be what the deals call it
	int segment, region, manager;
};

static int plan_column(const struct intake_table *t, enum deals_field f)
{
	return t->plan.column[f];
}

static struct fact_columns columns_of(const struct intake_table *t)
{
	const struct deals_sample *s = &t->sample;
	if (t->file->table == DEALS_ACCOUNTS)
		return (struct fact_columns){
			.id = column_of(s, "accountid companyid id"),
			.name = column_of(s, "account accountname company companyname "
					     "name kunde firma"),
			.segment = plan_column(t, FIELD_SEGMENT),
			.region = plan_column(t, FIELD_REGION),
			.manager = -1,
		};
	return (struct fact_columns){
		.id = column_of(s, "ownerid salesagentid userid id"),
		.name = column_of(
			s, "owner ownername salesagent salesrep rep seller name inhaber"),
		.segment = -1,
		.region = plan_column(t, FIELD_REGION),
		.manager = column_of(s, "manager teamlead leiter team"),
	};
}

// How many words of a deals column are keys of this column of the sample.
static size_t overlap(const struct intake_table *t, int column, const struct words *words)
{
	size_t met = 0;
	for (size_t i = 0; column >= 0 && i < t->sample.rows; i++) {
		struct str cell =
			str_trim(t->sample.cells[i * t->sample.columns + (size_t)column]);
		met += cell.len && map_find(&words->map, cell) != MAP_NONE;
	}
	return met;
}

// Codes of a new column: the fact of each word of the key column.
struct looked_up {
	uint32_t *of_word; // by code of the key column
	struct intake_words *into;
	int column;
};

static void look_up_rows(struct intake_table *t, int key, const struct words *words,
	struct looked_up *facts, size_t count)
{
	struct row row;
	while (intake_next(t, &row)) {
		size_t at = map_find(&words->map, cell_in(&row, key));
		if (at == MAP_NONE)
			continue;
		t->in->ws->sources[t->file->source].rows++;
		for (size_t i = 0; i < count; i++) {
			struct str fact = cell_in(&row, facts[i].column);
			if (!facts[i].of_word[at + 1])
				facts[i].of_word[at + 1] =
					words_code(&facts[i].into->words, fact);
		}
	}
}

static struct intake_words *extra_named(struct intake *in, const char *name)
{
	if (in->extra_count == PLAN_EXTRAS_MAX)
		return NULL;
	struct intake_extra *e = &in->extras[in->extra_count++];
	e->name = e->key = str_of(name);
	e->people = true;
	return &e->column;
}

static size_t add_lookup(struct intake *in, struct looked_up *facts, size_t count,
	struct intake_words *into, int column, size_t words)
{
	if (column < 0 || !into || into->code)
		return count; // the deals say it themselves
	intake_need_words(in, into);
	facts[count] = (struct looked_up){ ARENA_ARRAY(&in->scratch, uint32_t, words + 1),
		into, column };
	return count + 1;
}

// Deals that say only the id get the name.
static void name_words(
	struct intake_table *t, struct intake_words *key, struct fact_columns c)
{
	struct row row;
	t->sampled = 0;
	t->sample.rows = 0;
	if (!intake_open(t))
		return;
	key->labels = ARENA_ARRAY(&t->in->scratch, struct str, key->words.map.count);
	while (intake_next(t, &row)) {
		size_t at = map_find(&key->words.map, cell_in(&row, c.id));
		struct str name = cell_in(&row, c.name);
		if (at != MAP_NONE && name.len)
			key->labels[at] = arena_str(t->in->arena, name);
	}
}

void intake_facts(struct intake *in, const struct deals_file *file)
{
	struct intake_table t = { .in = in, .file = file };
	bool accounts = file->table == DEALS_ACCOUNTS;
	struct intake_words *key = &in->words[accounts ? IN_ACCOUNT : IN_OWNER];
	if (!key->code || !intake_open(&t))
		return;
	plan_make(&t.sample, NULL, &in->scratch, &t.plan,
		&(struct notes){ .arena = &in->scratch });
	struct fact_columns c = columns_of(&t);
	bool by_id = overlap(&t, c.id, &key->words) > overlap(&t, c.name, &key->words);
	int column = by_id ? c.id : c.name;
	if (!overlap(&t, column, &key->words))
		return;
	struct looked_up facts[3];
	size_t words = key->words.map.count, count = 0;
	count = add_lookup(in, facts, count, &in->words[IN_SEGMENT], c.segment, words);
	count = add_lookup(in, facts, count, &in->words[IN_REGION], c.region, words);
	if (c.manager >= 0)
		count = add_lookup(
			in, facts, count, extra_named(in, "manager"), c.manager, words);
	look_up_rows(&t, column, &key->words, facts, count);
	for (size_t i = 0; i < count; i++)
		for (size_t row = 0; row < in->deals->count; row++)
			facts[i].into->code[row] = facts[i].of_word[key->code[row]];
	if (by_id && c.name >= 0)
		name_words(&t, key, c);
	for (size_t i = 0; i < count; i++)
		intake_note(in, file->source, "gives the %s of each %s",
			facts[i].into == &in->words[IN_SEGMENT]	 ? "segment"
			: facts[i].into == &in->words[IN_REGION] ? "region"
								 : "manager",
			accounts ? "account" : "owner");
}
