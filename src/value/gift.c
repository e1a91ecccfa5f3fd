#include "value/gift.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "web/web.h"

// A function too small to be shown is not named here either; a name that is of none is
// what somebody wrote.
static bool is_small(const struct ground *g, uint32_t node, struct str written)
{
	return node == WEB_NONE && function_find(g->traffic, written) != WEB_NONE;
}

static struct str name_of(const struct ground *g, uint32_t node, struct str written)
{
	if (is_small(g, node, written))
		return S("a small function");
	return node != WEB_NONE ? say_node(g->arena, g->web, node)
				: utf8_safe(g->arena, written, 80);
}

static struct str id_of(const struct ground *g, uint32_t node, struct str written)
{
	return is_small(g, node, written) ? S("") : written;
}

static bool was_asked(const struct ground *g, const struct gift *gift)
{
	const struct records *r = &g->ws->records;
	for (size_t i = 0; i < r->requests.count && gift->request.len; i++)
		if (str_eq_nocase(r->requests.at[i].id, gift->request))
			return true;
	return false;
}

static void say_line(const struct ground *g, struct gift_line *l)
{
	struct str came = l->outcome_count ? S("") : S("none yet");
	for (size_t i = 0; i < l->outcome_count; i++)
		came = arena_fmt(g->arena, "%" PRI_STR "%s%" PRI_STR, ARG_STR(came),
			i ? "; " : "", ARG_STR(l->outcomes[i].sentence));
	l->sentence = arena_fmt(g->arena,
		"%" PRI_STR ", to %" PRI_STR "%s: %" PRI_STR ". Outcome: %" PRI_STR ".",
		ARG_STR(date_words(g->arena, l->gift->date)),
		ARG_STR(name_of(g, l->to, l->gift->to)), l->asked ? ", who asked" : "",
		ARG_STR(utf8_safe(g->arena, ground_veil(g, l->gift->what), 200)),
		ARG_STR(came));
}

static int newest_first(const void *left, const void *right)
{
	const struct gift_line *a = left, *b = right;
	const struct gift *x = a->gift, *y = b->gift;
	if (x->date.days != y->date.days)
		return x->date.days > y->date.days ? -1 : 1;
	return x->at.row < y->at.row ? -1 : x->at.row > y->at.row;
}

static struct gift_tally *tally_at(struct gift_tally *tallies, uint32_t node)
{
	return node == WEB_NONE ? NULL : &tallies[node];
}

static void count_requests(const struct ground *g, struct gift_tally *tallies)
{
	const struct records *r = &g->ws->records;
	for (size_t i = 0; i < r->requests.count; i++) {
		const struct request *q = &r->requests.at[i];
		uint32_t node = ground_node(g, q->function);
		if (node == WEB_NONE)
			node = ground_node_of_person(g, q->from);
		struct gift_tally *t = tally_at(tallies, node);
		if (!t || q->date.days > g->ws->as_of.days)
			continue;
		t->asked++;
		t->answered += str_eq(q->status, S("done"));
		t->declined += str_eq(q->status, S("declined"));
		t->open += str_eq(q->status, S("open"));
	}
}

// The other function's own figures.
static void read_metrics(const struct ground *g, struct gift_tally *tallies)
{
	const struct records *r = &g->ws->records;
	for (size_t i = 0; i < r->objectives.count; i++) {
		const struct objective *o = &r->objectives.at[i];
		struct gift_tally *t =
			tally_at(tallies, ground_node(g, o->owner_function));
		if (!t || !o->metric.len || isnan(o->target) ||
			t->metric_count == GIFT_METRICS)
			continue;
		gift_measure_of(g, o, t->first, &t->metrics[t->metric_count++]);
	}
}

// Measures without a value; the others have a sentence each.
static struct str aims_words(const struct ground *g, const struct gift_tally *t)
{
	struct str aims = S("");
	for (size_t i = 0; i < t->metric_count; i++)
		if (!t->metrics[i].standing.newest)
			aims = arena_fmt(g->arena, "%" PRI_STR "%s%" PRI_STR,
				ARG_STR(aims), aims.len ? "; " : " Their own measure: ",
				ARG_STR(t->metrics[i].aim));
	return aims;
}

static void say_tally(const struct ground *g, struct gift_tally *t)
{
	const size_t decided = t->answered + t->declined + t->open;
	const struct str aims = aims_words(g, t);
	struct str after = S("");
	if (t->given)
		after = arena_fmt(g->arena,
			"; %" PRI_STR " of %" PRI_STR " gifts with an outcome after",
			ARG_STR(words_number(g->arena, t->with_outcome)),
			ARG_STR(words_number(g->arena, t->given)));
	t->sentence = arena_fmt(g->arena,
		"%" PRI_STR ": given %" PRI_STR ", asked %" PRI_STR "; %" PRI_STR
		" of %" PRI_STR " asks answered%" PRI_STR ".%" PRI_STR "%s",
		ARG_STR(t->name), ARG_STR(words_number(g->arena, t->given)),
		ARG_STR(words_number(g->arena, t->asked)),
		ARG_STR(words_number(g->arena, t->answered)),
		ARG_STR(words_number(g->arena, decided)), ARG_STR(after), ARG_STR(aims),
		aims.len ? "." : "");
}

static void keep_telling(
	const struct ground *g, struct gift_tally *tallies, struct gifts *out)
{
	out->tallies = tallies;
	for (uint32_t n = 0; n < g->web->node_count; n++) {
		struct gift_tally t = tallies[n];
		if (!t.given && !t.asked)
			continue;
		t.node = n;
		t.name = say_node(g->arena, g->web, n);
		say_tally(g, &t);
		out->tallies[out->tally_count++] = t;
	}
}

void gifts_of(struct topics *topics, struct gifts *out)
{
	const struct ground *g = topics->ground;
	const struct records *r = &g->ws->records;
	struct gift_tally *tallies =
		ARENA_ARRAY(g->arena, struct gift_tally, g->web->node_count + 1);
	*out = (struct gifts){ 0 };
	out->lines = ARENA_ARRAY(g->arena, struct gift_line, r->gifts.count + 1);
	for (size_t i = 0; i < r->gifts.count; i++) {
		const struct gift *gift = &r->gifts.at[i];
		if (gift->date.days > g->ws->as_of.days)
			continue;
		struct gift_line *l = &out->lines[out->count++];
		*l = (struct gift_line){ .gift = gift,
			.from = ground_node(g, gift->from),
			.to = ground_node(g, gift->to),
			.from_id = id_of(g, ground_node(g, gift->from), gift->from),
			.to_id = id_of(g, ground_node(g, gift->to), gift->to),
			.asked = was_asked(g, gift),
			.evidence = { .path = g->ws->sources[gift->at.source].path,
				.place = { .kind = PLACE_ROW, .major = gift->at.row },
				.column = S("what"),
				.quote = utf8_safe(
					g->arena, ground_veil(g, gift->what), 280),
				.date = gift->date,
				.witness = WITNESS_US } };
		gift_outcomes(topics, l);
		say_line(g, l);
		struct gift_tally *t = tally_at(tallies, l->to);
		if (!t)
			continue;
		t->given++;
		if (!date_set(t->first) || gift->date.days < t->first.days)
			t->first = gift->date;
		t->with_outcome += l->outcome_count > 0;
	}
	if (out->count > 1)
		qsort(out->lines, out->count, sizeof *out->lines, newest_first);
	count_requests(g, tallies);
	read_metrics(g, tallies);
	keep_telling(g, tallies, out);
}

static const char HEADER[] = "date,from,to,what,evidence,objective,request";

static void put_field(struct buf *out, struct str text, bool last)
{
	bool plain = true;
	for (size_t i = 0; i < text.len; i++)
		plain = plain && text.at[i] != ',' && text.at[i] != '"' &&
			text.at[i] != '\n' && text.at[i] != '\r';
	if (!plain)
		buf_byte(out, '"');
	for (size_t i = 0; i < text.len; i++) {
		if (text.at[i] == '"')
			buf_byte(out, '"');
		buf_byte(
			out, text.at[i] == '\n' || text.at[i] == '\r' ? ' ' : text.at[i]);
	}
	if (!plain)
		buf_byte(out, '"');
	buf_byte(out, last ? '\n' : ',');
}

bool gift_append(struct str bytes, const struct gift *gift, struct arena *a,
	struct buf *out, struct error *err)
{
	struct str rest = bytes, first = { 0 };
	if (str_starts(rest, S("\xef\xbb\xbf")))
		rest = str_from(rest, 3);
	if (bytes.len &&
		(!str_line(&rest, &first) || !str_eq(str_trim(first), str_of(HEADER))))
		return error_set(err, ERROR_FORMAT,
			"the first line is not '%s', so a row cannot be added; write the "
			"row yourself, or move the file away",
			HEADER);
	if (bytes.len)
		buf_add(out, bytes);
	else
		buf_fmt(out, "%s\n", HEADER);
	if (bytes.len && bytes.at[bytes.len - 1] != '\n')
		buf_byte(out, '\n');
	const struct str fields[] = { date_str(a, gift->date), gift->from, gift->to,
		gift->what, gift->evidence, gift->objective, gift->request };
	for (size_t i = 0; i < COUNT(fields); i++)
		put_field(out, fields[i], i + 1 == COUNT(fields));
	return true;
}
