#include "audit/deal_facts.h"

#include "audit/say.h"

static bool names_vendor(const struct deals *d, size_t row, size_t vendor)
{
	for (uint32_t i = d->vendors_from[row]; i < d->vendors_from[row + 1]; i++)
		if (d->vendor_list[i] == vendor)
			return true;
	return false;
}

struct str deal_alternative(const struct facts *facts)
{
	const struct deals *d = &facts->ws->deals;
	const struct vendors *vendors = &facts->ws->vendors;
	size_t *named = ARENA_ARRAY(facts->ws->arena, size_t, vendors->count + 1);
	size_t best = vendors->count;
	for (size_t i = 0; d->has_vendors && i < d->count; i++)
		for (uint32_t v = d->vendors_from[i];
			d->outcome[i] == DEAL_NO_DECISION && v < d->vendors_from[i + 1];
			v++)
			named[d->vendor_list[v]]++;
	for (size_t v = 0; v < vendors->count; v++)
		if (vendors->at[v].kind == VENDOR_ALTERNATIVE && named[v] > named[best])
			best = v;
	return best < vendors->count ? vendors->at[best].name : S("no decision");
}

static bool matches(const struct deals *d, size_t row, const struct deal_filter *filter)
{
	if (d->outcome[row] != filter->outcome)
		return false;
	if (filter->segment.len && !str_eq(deal_word(&d->segment, row), filter->segment))
		return false;
	return !filter->one_vendor || names_vendor(d, row, filter->vendor);
}

size_t deal_largest(const struct facts *facts, const struct deal_filter *filter,
	size_t most, size_t *rows)
{
	const struct deals *d = &facts->ws->deals;
	size_t count = 0;
	for (size_t i = 0; i < d->count; i++) {
		if (!matches(d, i, filter))
			continue;
		const int64_t cents = d->cents ? d->cents[i] : 0;
		size_t at = count < most ? count++ : most;
		for (; at > 0 && d->cents && d->cents[rows[at - 1]] < cents; at--)
			if (at < most)
				rows[at] = rows[at - 1];
		if (at < most)
			rows[at] = i;
	}
	return count;
}

struct evidence *deal_cite_row(
	const struct facts *facts, struct finding *f, size_t row, struct str column)
{
	struct arena *a = facts->ws->arena;
	const struct deals *d = &facts->ws->deals;
	struct evidence *e = finding_cite(f, a);
	if (!e)
		return NULL;
	const struct str account = deal_word(&d->account, row);
	const struct str id = d->id ? d->id[row] : (struct str){ 0 };
	*e = (struct evidence){ .path = facts->ws->sources[d->source[row]].path,
		.place = { .kind = PLACE_ROW, .major = d->row[row] },
		.column = column,
		.witness = WITNESS_SELLER };
	e->quote = arena_fmt(a, "%" PRI_STR "%s%" PRI_STR, ARG_STR(id),
		id.len && account.len ? ", " : "", ARG_STR(account));
	if (d->cents && d->cents[row] > 0)
		e->note = say_money(a, facts, d->cents[row]);
	if (d->closed && date_set(d->closed[row]))
		e->date = d->closed[row];
	else if (d->created)
		e->date = d->created[row];
	return e;
}

void deal_cite(
	const struct facts *facts, struct finding *f, const struct deal_filter *filter)
{
	size_t rows[3];
	const size_t count = deal_largest(facts, filter, COUNT(rows), rows);
	for (size_t i = 0; i < count; i++)
		(void)deal_cite_row(
			facts, f, rows[i], (struct str){ 0 }); // no room is fine
}

struct str deal_word(const struct words_column *column, size_t i)
{
	if (!column->code || !column->code[i])
		return (struct str){ 0 };
	return column->words.keys[column->code[i] - 1];
}
