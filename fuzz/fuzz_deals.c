// Every input as an export of deals: loaded, grouped by everything it has, printed.
#include <math.h>
#include <stdlib.h>

#include "report/report.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

// What must be true of any deals, whatever the file said.
static void check_deals(const struct workspace *ws)
{
	const struct deals *d = &ws->deals;
	for (size_t i = 0; i < d->count; i++) {
		if (d->outcome[i] >= DEAL_OUTCOMES || (d->cents && d->cents[i] < -1))
			abort();
		if ((d->created && d->created[i].days < 0) ||
			(d->closed && d->closed[i].days < 0) ||
			(d->expected && d->expected[i].days < 0))
			abort(); // a date that was never settled
		if (d->owner.code && d->owner.code[i] > d->owner.words.count)
			abort();
		for (uint32_t k = d->has_vendors ? d->vendors_from[i] : 0;
			d->has_vendors && k < d->vendors_from[i + 1]; k++)
			if (d->vendor_list[k] >= ws->vendors.count)
				abort();
	}
	for (size_t i = 0; i < d->notes.count; i++)
		if (!d->notes.at[i].len || !utf8_valid(d->notes.at[i]))
			abort();
}

static void check_rate(const struct estimate *e)
{
	if (e->n && !(e->low <= e->value && e->value <= e->high && isfinite(e->value)))
		abort();
}

static void check_table(const struct deals_by *by)
{
	if (!by->sentence.len)
		abort();
	for (size_t i = 0; i < by->group_count; i++) {
		const struct deal_group *g = &by->groups[i];
		check_rate(&g->rate);
		check_rate(&g->value);
		check_rate(&g->difference);
		if (!g->sentence.len ||
			!(g->p >= 0 && g->p <= 1 && g->q >= 0 && g->q <= 1))
			abort();
	}
}

static void print_all(const struct workspace *ws)
{
	struct str *fields = NULL;
	struct buf text = { 0 }, json = { 0 };
	const struct deals_overall overall = deals_overall(ws);
	size_t count = deals_fields(ws, ws->arena, &fields), made = 0;
	struct deals_by *by = ARENA_ARRAY(ws->arena, struct deals_by, count);
	for (size_t i = 0; i < count; i++)
		if (deals_by(ws, fields[i], &by[made], NULL))
			check_table(&by[made++]);
	const struct deals_page page = { ws, &overall, by, made };
	check_rate(&overall.rate);
	deals_text(&page, &(struct look){ .width = 60, .utf8 = true }, &text);
	deals_json(&page, &json);
	if (!utf8_valid(buf_str(&text)) || !utf8_valid(buf_str(&json)))
		abort();
	buf_done(&text);
	buf_done(&json);
}

static void load_as(struct str in, enum deals_table kind, const char *path)
{
	struct arena a = { 0 };
	struct source source = { .path = str_of(path), .role = ROLE_TABLE };
	struct file file = { .bytes = in };
	struct workspace ws = { .arena = &a, .sources = &source, .source_count = 1 };
	ws.as_of = date_of(2026, 1, 15);
	ws.config.company = S("Fernhollow");
	ws.config.name_people = true;
	vendors_init(&ws.vendors, &a, &ws.config);
	const struct deals_file deals = { 0, kind, &file, 0 };
	deals_load(&ws, &deals, 1);
	check_deals(&ws);
	print_all(&ws);
	arena_free(&a);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	const struct str in = { (const char *)bytes, len };
	load_as(in, DEALS_ROWS, "x.csv");
	load_as(in, DEALS_WINS, "x.csv");
	load_as(in, DEALS_ROWS, "x.json");
	return 0;
}
