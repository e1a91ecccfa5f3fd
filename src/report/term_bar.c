#include "report/term.h"

// Cells of one ink are written together, so that a coloured bar is not mostly escape
// codes.
struct run {
	struct term *t;
	struct buf cells;
	enum ink ink;
};

static void run_flush(struct run *r)
{
	term_emit(r->t, r->ink, buf_str(&r->cells));
	buf_clear(&r->cells);
}

static void run_add(struct run *r, enum ink ink, struct str cell)
{
	if (r->ink != ink)
		run_flush(r);
	r->ink = ink;
	buf_add(&r->cells, cell);
}

static void run_done(struct run *r)
{
	run_flush(r);
	buf_done(&r->cells);
}

static size_t cell_of(double share, size_t columns)
{
	if (!(share > 0))
		return 0;
	const size_t cell = (size_t)(share * (double)columns);
	return cell < columns ? cell : columns - 1;
}

// One cell of which `part` (may be beyond 0 and 1) is filled.
static struct str bar_cell(const struct term *t, double part)
{
	static const struct str EIGHTHS[] = { STR_INIT("·"), STR_INIT("▏"), STR_INIT("▎"),
		STR_INIT("▍"), STR_INIT("▌"), STR_INIT("▋"), STR_INIT("▊"), STR_INIT("▉"),
		STR_INIT("█") };
	const size_t eighths = part >= 1 ? 8 : part > 0 ? (size_t)(part * 8) : 0;
	if (!t->look.utf8)
		return eighths >= 4 ? S("#") : S(".");
	return EIGHTHS[eighths];
}

void term_bar(struct term *t, enum ink ink, size_t columns, double share, double target)
{
	const double filled = (share > 1 ? 1 : share > 0 ? share : 0) * (double)columns;
	const size_t tick = target < 0 ? columns : cell_of(target, columns);
	struct run run = { .t = t };
	for (size_t i = 0; i < columns; i++) {
		const double part = filled - (double)i;
		if (i == tick)
			run_add(&run, INK_STRONG, t->look.utf8 ? S("│") : S("|"));
		else
			run_add(&run, part >= 0.125 ? ink : INK_DIM, bar_cell(t, part));
	}
	run_done(&run);
}

struct interval_cells {
	size_t low, high, dot, tick;
};

static struct str interval_cell(
	const struct term *t, const struct interval_cells *c, size_t i)
{
	const bool utf8 = t->look.utf8;
	if (i == c->dot)
		return utf8 ? S("●") : S("o");
	const bool inside = i >= c->low && i <= c->high;
	if (i == c->tick)
		return inside ? (utf8 ? S("┼") : S("+")) : (utf8 ? S("│") : S("|"));
	return inside ? (utf8 ? S("─") : S("-")) : S(" ");
}

void term_interval(struct term *t, enum ink ink, size_t columns, const struct estimate *e,
	double reference)
{
	struct interval_cells c = { .low = columns, .dot = columns, .tick = columns };
	if (e->n) {
		c.low = cell_of(e->low, columns);
		c.high = cell_of(e->high, columns);
	}
	if (e->n >= 10)
		c.dot = cell_of(e->value, columns);
	if (reference >= 0)
		c.tick = cell_of(reference, columns);
	struct run run = { .t = t };
	for (size_t i = 0; i < columns; i++) {
		const bool ours = e->n && i >= c.low && i <= c.high;
		run_add(&run, ours ? ink : INK_DIM, interval_cell(t, &c, i));
	}
	run_done(&run);
}

struct str term_mark(const struct term *t, enum ink severity)
{
	const bool utf8 = t->look.utf8;
	switch (severity) {
	case INK_BLOCKER:
		return utf8 ? S("◆") : S("!");
	case INK_SERIOUS:
		return utf8 ? S("▲") : S("^");
	case INK_WATCH:
		return utf8 ? S("○") : S("o");
	case INK_GOOD:
		return utf8 ? S("✓") : S("+");
	case INK_PLAIN:
	case INK_STRONG:
	case INK_DIM:
	case INK_OURS:
	case INK_THEIRS:
	case INK_COUNT:
		return S(" ");
	}
	return S(" ");
}
