// What came of a gift: joined by id, said as "after".
#include <math.h>
#include <string.h>

#include "stat/stat.h"
#include "value/gift.h"

enum { THEME_DAYS = 90, THEME_LEAST = 3 };

struct joining {
	struct topics *topics;
	const struct ground *g;
	struct gift_line *line;
};

static struct gift_outcome *add(
	const struct joining *j, enum gift_kind kind, struct str id)
{
	struct gift_line *l = j->line;
	if (l->outcome_count == GIFT_OUTCOMES)
		return NULL;
	struct gift_outcome *o = &l->outcomes[l->outcome_count++];
	*o = (struct gift_outcome){ .kind = kind, .id = id };
	return o;
}

static struct evidence row(
	const struct joining *j, struct at at, const char *column, struct str quote)
{
	return (struct evidence){ .path = j->g->ws->sources[at.source].path,
		.place = { .kind = PLACE_ROW, .major = at.row },
		.column = str_of(column),
		.quote = utf8_safe(j->g->arena, ground_veil(j->g, quote), 280),
		.witness = WITNESS_US };
}

static struct str id_words(const struct joining *j, struct str id)
{
	return utf8_safe(j->g->arena, id, 80);
}

static struct str use_words(const struct joining *j, struct str item)
{
	const struct records *r = &j->g->ws->records;
	double active = 0, eligible = 0;
	struct date day = { 0 };
	for (size_t i = 0; i < r->usage.count; i++) {
		const struct usage *u = &r->usage.at[i];
		if (!str_eq_nocase(u->feature, item) || u->eligible <= 0 ||
			u->active < 0 || u->date.days < day.days ||
			u->date.days > j->g->ws->as_of.days)
			continue;
		if (u->date.days > day.days)
			active = eligible = 0;
		day = u->date;
		active += u->active;
		eligible += u->eligible;
	}
	if (eligible < 1 || active > eligible)
		return S("");
	const struct estimate e = share_wilson((size_t)active, (size_t)eligible);
	return arena_fmt(j->g->arena,
		"; %" PRI_STR " of %" PRI_STR " use it (%" PRI_STR ")",
		ARG_STR(words_number(j->g->arena, e.k)),
		ARG_STR(words_number(j->g->arena, e.n)),
		ARG_STR(words_range(j->g->arena, &e)));
}

static void join_item(const struct joining *j, struct str id)
{
	const struct records *r = &j->g->ws->records;
	struct arena *a = j->g->arena;
	for (size_t i = 0; i < r->roadmap.count; i++) {
		const struct roadmap_item *item = &r->roadmap.at[i];
		if (!str_eq_nocase(item->id, id))
			continue;
		const bool out = date_set(item->released) &&
				 item->released.days <= j->g->ws->as_of.days;
		// What was out before it was given did not come after it.
		if (out && item->released.days < j->line->gift->date.days)
			continue;
		struct gift_outcome *o = add(j, out ? GIFT_RELEASED : GIFT_PLANNED, id);
		if (!o)
			return;
		o->evidence = row(j, item->at, out ? "released" : "status", item->item);
		if (out)
			o->sentence = arena_fmt(a,
				"%" PRI_STR " came out on %" PRI_STR
				", %d days after%" PRI_STR,
				ARG_STR(id_words(j, id)),
				ARG_STR(date_words(a, item->released)),
				item->released.days - j->line->gift->date.days,
				ARG_STR(use_words(j, item->id)));
		else
			o->sentence = arena_fmt(a,
				"%" PRI_STR " is on the roadmap (%" PRI_STR
				"), not out yet",
				ARG_STR(id_words(j, id)),
				ARG_STR(utf8_safe(a, item->status, 40)));
	}
}

static bool is_asset(struct str asset, struct str id)
{
	return str_eq_nocase(asset, id) || str_eq_nocase(path_name(asset), id);
}

// Deals in which the asset was used from that day on, each once.
static void join_asset(const struct joining *j, struct str id)
{
	const struct records *r = &j->g->ws->records;
	const struct deals *d = &j->g->ws->deals;
	struct arena scratch = { 0 };
	bool *seen = ARENA_ARRAY(&scratch, bool, d->count + 1);
	size_t used = 0, won = 0, decided = 0;
	const struct touch *last = NULL;
	for (size_t i = 0; d->outcome && i < r->touches.count; i++) {
		const struct touch *t = &r->touches.at[i];
		const uint32_t deal =
			is_asset(t->asset, id) && t->date.days >= j->line->gift->date.days
				? ground_deal(j->g, t->deal)
				: SAID_NOBODY;
		if (deal == SAID_NOBODY || seen[deal])
			continue;
		seen[deal] = true;
		last = t;
		used++;
		won += d->outcome[deal] == DEAL_WON;
		decided += d->outcome[deal] == DEAL_WON || d->outcome[deal] == DEAL_LOST;
	}
	arena_free(&scratch);
	struct gift_outcome *o = used ? add(j, GIFT_DEALS, id) : NULL;
	if (!o)
		return;
	o->size = share_wilson(won, decided);
	o->evidence = row(j, last->at, "asset", last->asset);
	o->sentence = arena_fmt(j->g->arena,
		"%" PRI_STR " was used in %" PRI_STR " deal%s after, %" PRI_STR
		" of %" PRI_STR " decided ones won",
		ARG_STR(id_words(j, id)), ARG_STR(words_number(j->g->arena, used)),
		used == 1 ? "" : "s", ARG_STR(words_number(j->g->arena, won)),
		ARG_STR(words_number(j->g->arena, decided)));
	if (decided)
		o->sentence = arena_fmt(j->g->arena, "%" PRI_STR " (%" PRI_STR ")",
			ARG_STR(o->sentence),
			ARG_STR(words_range(j->g->arena, &o->size)));
}

// One word, or two that stand together: "offline mode".
struct theme {
	uint32_t topic, with; // TOPIC_NONE
};

static bool has_theme(const struct joining *j, size_t said, struct theme theme)
{
	return j->g->at[said].kind == SAID_REQUEST &&
	       topics_has(j->topics, said, theme.topic) &&
	       (theme.with == TOPIC_NONE || topics_has(j->topics, said, theme.with));
}

static size_t asks_with(const struct joining *j, struct theme theme)
{
	size_t count = 0;
	for (size_t i = 0; i < j->g->count; i++)
		count += has_theme(j, i, theme);
	return count;
}

static struct str theme_words(const struct joining *j, struct theme theme)
{
	const struct topic *at = j->topics->at;
	if (theme.with == TOPIC_NONE)
		return at[theme.topic].name;
	return arena_fmt(j->g->arena, "%" PRI_STR " %" PRI_STR,
		ARG_STR(at[theme.topic].name), ARG_STR(at[theme.with].name));
}

// The neighbour that stands beside the word in at least half of the asks that have it.
static struct theme with_neighbour(const struct joining *j, struct str ask,
	const uint32_t *ids, size_t count, size_t best)
{
	struct theme out = { ids[best], TOPIC_NONE };
	size_t least = (asks_with(j, out) + 1) / 2;
	least = least < THEME_LEAST ? THEME_LEAST : least;
	for (size_t step = 0; step < 2; step++) {
		const size_t first = best - (step == 0), second = first + 1;
		if ((step == 0 && best == 0) || second >= count)
			continue;
		const struct theme pair = { ids[first], ids[second] };
		const size_t both = asks_with(j, pair);
		if (both >= least &&
			str_find_nocase(ask, theme_words(j, pair), 0) != STR_NONE) {
			least = both + 1;
			out = pair;
		}
	}
	return out;
}

// Of a ticket's words the one that fewest texts have, and yet three; with its neighbour.
static struct theme theme_of(const struct joining *j, const struct request *q)
{
	uint32_t *ids;
	const size_t count = topics_read(j->topics, q->ask, &ids);
	size_t best = SIZE_MAX;
	for (size_t k = 0; k < count; k++) {
		const struct topic *t = &j->topics->at[ids[k]];
		if (t->common || t->said < THEME_LEAST)
			continue;
		if (best == SIZE_MAX || t->said < j->topics->at[ids[best]].said)
			best = k;
	}
	if (best == SIZE_MAX)
		return (struct theme){ TOPIC_NONE, TOPIC_NONE };
	return with_neighbour(j, q->ask, ids, count, best);
}

// Requests of equal stretches before and after, the day itself in neither.
static void count_theme(const struct joining *j, struct theme theme, int days,
	size_t *before, size_t *after)
{
	const struct date day = j->line->gift->date;
	for (size_t i = 0; i < j->g->count; i++) {
		const struct said *s = &j->g->at[i];
		if (!date_set(s->date) || !has_theme(j, i, theme))
			continue;
		const int since = s->date.days - day.days;
		*before += since < 0 && since >= -days;
		*after += since > 0 && since <= days;
	}
}

static void join_ticket(const struct joining *j, struct str id)
{
	const struct records *r = &j->g->ws->records;
	struct arena *a = j->g->arena;
	for (size_t i = 0; i < r->requests.count; i++) {
		const struct request *q = &r->requests.at[i];
		if (!str_eq_nocase(q->id, id))
			continue;
		const struct theme theme = theme_of(j, q);
		const int past = j->g->ws->as_of.days - j->line->gift->date.days;
		const int days = past < THEME_DAYS ? past : THEME_DAYS;
		size_t before = 0, after = 0;
		if (theme.topic != TOPIC_NONE && days > 0)
			count_theme(j, theme, days, &before, &after);
		struct gift_outcome *o = before + after ? add(j, GIFT_THEME, id) : NULL;
		if (!o)
			return;
		o->size = share_wilson(after, before + after);
		o->evidence = row(j, q->at, "ask", q->ask);
		// Equal stretches: without any change half of them lie behind the day.
		o->sentence = arena_fmt(a,
			"requests on “%" PRI_STR "”: %" PRI_STR
			" in the %d days before, %" PRI_STR " in the "
			"%d days after (%s)",
			ARG_STR(theme_words(j, theme)), ARG_STR(words_number(a, before)),
			days, ARG_STR(words_number(a, after)), days,
			o->size.high < .5  ? "fewer than chance would have it"
			: o->size.low > .5 ? "more than chance would have it"
					   : "within chance");
	}
}

static void join_deal(const struct joining *j, struct str id)
{
	const struct deals *d = &j->g->ws->deals;
	const uint32_t deal = ground_deal(j->g, id);
	if (deal == SAID_NOBODY || !d->outcome || d->outcome[deal] == DEAL_OPEN ||
		!d->closed || d->closed[deal].days < j->line->gift->date.days)
		return;
	struct gift_outcome *o = add(j, GIFT_DEALS, id);
	if (!o)
		return;
	o->size = share_wilson(d->outcome[deal] == DEAL_WON, 1);
	o->evidence = row(j, (struct at){ d->source[deal], d->row[deal] }, "outcome",
		str_of(outcome_name((enum outcome_of_deal)d->outcome[deal])));
	o->sentence = arena_fmt(j->g->arena, "%" PRI_STR " closed after: %s",
		ARG_STR(id_words(j, id)),
		outcome_name((enum outcome_of_deal)d->outcome[deal]));
}

void gift_outcomes(struct topics *topics, struct gift_line *line)
{
	const struct joining j = { topics, topics->ground, line };
	struct str rest = line->gift->evidence, piece;
	while (str_split(&rest, ';', &piece)) {
		const struct str id = str_trim(piece);
		if (!id.len)
			continue;
		join_item(&j, id);
		join_asset(&j, id);
		join_ticket(&j, id);
		join_deal(&j, id);
	}
}
