// A first positioning canvas: headings, and what might stand below them.
#include <inttypes.h>

#include "model/init.h"

enum { CANDIDATES = 8 };

// Text inside an HTML comment may not end it.
static void add_text(struct buf *out, struct arena *a, struct str text)
{
	struct str s = utf8_safe(a, text, 200);
	for (size_t i = 0; i < s.len; i++) {
		bool ends = s.at[i] == '-' && i + 1 < s.len && s.at[i + 1] == '-';
		buf_byte(out, s.at[i]);
		if (ends)
			buf_byte(out, ' ');
	}
}

static void open_part(struct buf *out, const char *heading, const char *what)
{
	buf_fmt(out, "\n## %s\n<!-- %s\n", heading, what);
}

static void close_part(struct buf *out, size_t written, const char *nothing)
{
	if (!written)
		buf_fmt(out, "%s\n", nothing);
	buf_add(out, S("-->\n- \n"));
}

struct share {
	size_t won, lost, all;
};

static void count_deal(struct share *s, uint8_t outcome)
{
	s->won += outcome == DEAL_WON;
	s->lost += outcome == DEAL_LOST;
	s->all++;
}

static size_t write_alternatives(
	const struct workspace *ws, struct arena *a, struct buf *out)
{
	const struct deals *d = &ws->deals;
	struct share *shares = ARENA_ARRAY(a, struct share, ws->vendors.count);
	size_t written = 0;
	for (size_t i = 0; d->vendors_from && i < d->count; i++)
		for (uint32_t k = d->vendors_from[i]; k < d->vendors_from[i + 1]; k++)
			count_deal(&shares[d->vendor_list[k]], d->outcome[i]);
	for (size_t v = 0; v < ws->vendors.count && written < CANDIDATES; v++) {
		const struct vendor *vendor = &ws->vendors.at[v];
		if (vendor->kind == VENDOR_US || (!shares[v].all && !vendor->configured))
			continue;
		buf_add(out, S("- "));
		add_text(out, a, vendor->name);
		buf_add(out, S(" [evidence: deals:"));
		add_text(out, a, vendor->id);
		buf_fmt(out, "]  in %zu deals: %zu won, %zu lost\n", shares[v].all,
			shares[v].won, shares[v].lost);
		written++;
	}
	return written;
}

struct claims {
	struct arena *a;
	struct buf *out;
	struct map seen; // each claim once, however many pages say it
	size_t written;
};

static void write_claims_of(struct claims *c, const struct copy *copy, int level)
{
	for (size_t i = 0; i < copy->sentences.count; i++) {
		const struct sentence *s = &copy->sentences.at[i];
		if (s->sort != IS_CLAIM || s->level != level || c->written == CANDIDATES)
			continue;
		size_t known = c->seen.count;
		if (map_add(&c->seen, s->text) < known)
			continue;
		buf_fmt(c->out, "- A-%zu ", ++c->written);
		add_text(c->out, c->a, s->text);
		buf_fmt(c->out, "  (%" PRI_STR ":%" PRI_STR ")\n",
			ARG_STR(utf8_safe(c->a, copy->source->path, 100)),
			ARG_STR(place_str(c->a, s->place)));
	}
}

// Headline claims of our own copy, then subheads.
static size_t write_claims(const struct workspace *ws, struct arena *a, struct buf *out)
{
	struct claims c = { .a = a, .out = out, .seen = { .arena = a } };
	for (int level = LEVEL_HEADLINE; level >= LEVEL_SUBHEAD; level--)
		for (size_t i = 0; i < ws->copy_count; i++)
			if (ws->copies[i].source->role == ROLE_COPY)
				write_claims_of(&c, &ws->copies[i], level);
	return c.written;
}

static size_t write_pains(const struct workspace *ws, struct arena *a, struct buf *out)
{
	size_t written = 0;
	for (size_t i = 0; i < ws->records.pains.count && written < CANDIDATES; i++) {
		const struct pain *p = &ws->records.pains.at[i];
		buf_fmt(out, "- V-%zu answers: ", ++written);
		add_text(out, a, p->pain);
		if (p->id.len) {
			buf_add(out, S(" [pain: "));
			add_text(out, a, p->id);
			buf_byte(out, ']');
		}
		buf_byte(out, '\n');
	}
	return written;
}

static size_t write_segments(const struct workspace *ws, struct arena *a, struct buf *out)
{
	const struct words_column *column = &ws->deals.segment;
	size_t count = column->code ? column->words.count : 0;
	struct share *shares = ARENA_ARRAY(a, struct share, count + 1);
	size_t written = 0;
	for (size_t i = 0; column->code && i < ws->deals.count; i++)
		count_deal(&shares[column->code[i]], ws->deals.outcome[i]);
	for (size_t s = 1; s <= count && written < CANDIDATES; s++) {
		buf_add(out, S("- "));
		add_text(out, a, column->words.keys[s - 1]);
		buf_fmt(out, "  %zu deals: %zu won, %zu lost\n", shares[s].all,
			shares[s].won, shares[s].lost);
		written++;
	}
	return written;
}

static size_t write_titles(const struct workspace *ws, struct arena *a, struct buf *out)
{
	struct map seen = { .arena = a };
	for (size_t i = 0; i < ws->copy_count && seen.count < CANDIDATES; i++) {
		const struct copy *copy = &ws->copies[i];
		size_t known = seen.count;
		if (copy->source->role != ROLE_COPY || !copy->title.len ||
			map_add(&seen, copy->title) < known)
			continue;
		buf_add(out, S("- "));
		add_text(out, a, copy->title);
		buf_fmt(out, "  (%" PRI_STR ")\n",
			ARG_STR(utf8_safe(a, copy->source->path, 100)));
	}
	return seen.count;
}

static bool has_canvas(const struct workspace *ws)
{
	for (size_t i = 0; i < ws->source_count; i++)
		if (ws->sources[i].role == ROLE_CANVAS)
			return true;
	return false;
}

bool init_canvas(
	const struct workspace *ws, const struct init_seen *seen, struct buf *out)
{
	struct arena scratch = { 0 }, *a = &scratch;
	if (has_canvas(ws))
		return false;
	struct str company = init_company(seen, ws);
	buf_fmt(out,
		"---\nversion: 1\neffective: %" PRI_STR "\nowner:\n---\n"
		"# Positioning%s%" PRI_STR "\n\n"
		"<!-- Move what is true out of the comments, one line each, and put "
		"behind it "
		"what a buyer said:\n[evidence: interview:INT-07, deals:shiftly]. A line "
		"without evidence is an opinion. -->\n",
		ARG_STR(date_str(a, ws->as_of)), company.len ? " - " : "",
		ARG_STR(utf8_safe(a, company, 60)));
	open_part(out, "Competitive alternatives",
		"What would they do if you did not exist? Met in your deals:");
	close_part(out, write_alternatives(ws, a, out),
		"(deals.csv with a competitors column would list them)");
	open_part(out, "Unique attributes",
		"What have you that no alternative has? Said on your pages:");
	close_part(out, write_claims(ws, a, out), "(no headline claim was found)");
	open_part(out, "Value",
		"What is each attribute worth to a buyer? Pains that were heard:");
	close_part(out, write_pains(ws, a, out), "(messages/pains.csv would list them)");
	open_part(out, "Best-fit segment",
		"Who cares most about that value? In your deals:");
	close_part(out, write_segments(ws, a, out),
		"(deals.csv with a segment column would list them)");
	open_part(out, "Market category",
		"Which context makes the value obvious? What your pages call "
		"themselves:");
	close_part(out, write_titles(ws, a, out), "(no title was found)");
	arena_free(&scratch);
	return true;
}
