// Product to customer success: it is out, and those who asked for it do not use it.
#include <string.h>

#include "web/move_list.h"

// The newest row of use of an item by an account; NULL if there is none.
static const struct usage *use_of(
	const struct ground *g, struct str item, uint32_t account)
{
	const struct records *r = &g->ws->records;
	const struct usage *newest = NULL;
	for (size_t i = 0; i < r->usage.count; i++) {
		const struct usage *u = &r->usage.at[i];
		if (str_eq(u->feature, item) &&
			ground_account(g, u->account) == account &&
			(!newest || u->date.days > newest->date.days))
			newest = u;
	}
	return newest;
}

// Of an item's words the one that fewest texts have.
static uint32_t rarest(const struct move_ask *ask, struct str item)
{
	uint32_t *ids, best = TOPIC_NONE;
	const size_t count = topics_read(ask->topics, item, &ids);
	for (size_t k = 0; k < count; k++)
		if (!ask->topics->at[ids[k]].common &&
			(best == TOPIC_NONE || ask->topics->at[ids[k]].said <
						       ask->topics->at[best].said))
			best = ids[k];
	return best;
}

static bool is_known(const struct move_found *f, uint32_t account)
{
	for (size_t i = 0; i < f->count; i++)
		if (f->items[i].account == account)
			return true;
	return false;
}

// Whether this account asked before the day of release.
static const struct said *asked(const struct move_ask *ask, size_t i, uint32_t topic,
	const struct roadmap_item *item)
{
	const struct said *s = &ask->ground->at[i];
	if (s->kind == SAID_EXCHANGE || s->kind == SAID_ITEM || s->kind == SAID_DOCUMENT)
		return NULL;
	if (s->account == SAID_NOBODY || !topics_has(ask->topics, i, topic))
		return NULL;
	return date_set(s->date) && s->date.days < item->released.days ? s : NULL;
}

static bool uses(const struct usage *u)
{
	return u && u->active > 0;
}

static void try_item(const struct move_ask *ask, const struct roadmap_item *item,
	struct move_found *out)
{
	const struct ground *g = ask->ground;
	const uint32_t topic = rarest(ask, item->item);
	*out = (struct move_found){ .subject = item->item, .searched = S("usage.csv") };
	if (topic == TOPIC_NONE)
		return;
	for (size_t i = g->count; i-- > 0;) {
		const struct said *s = asked(ask, i, topic, item);
		if (!s || is_known(out, s->account))
			continue;
		const struct usage *u = use_of(g, item->id, s->account);
		if (!u || uses(u)) { // not a customer, or it found its way
			out->held += uses(u);
			continue;
		}
		struct move_item line = item_of(g, s);
		line.note = arena_fmt(ask->arena,
			"0 of %.0f use it (%" PRI_STR ":row %u)", u->eligible,
			ARG_STR(g->ws->sources[u->at.source].path), u->at.row);
		found_add(ask, out, line);
	}
	out->newest = item->released; // the news is the release
	out->answer = (struct evidence){ .path = g->ws->sources[item->at.source].path,
		.place = { .kind = PLACE_ROW, .major = item->at.row },
		.column = S("released"),
		.quote = utf8_safe(ask->arena, item->item, 280),
		.date = item->released,
		.witness = WITNESS_US };
	out->answer_note = arena_fmt(ask->arena, "released on %" PRI_STR,
		ARG_STR(date_words(ask->arena, item->released)));
}

static void find(const struct move_ask *ask, struct move_found *out)
{
	const struct workspace *ws = ask->ground->ws;
	double most = 0;
	for (size_t i = 0; i < ws->records.roadmap.count; i++) {
		const struct roadmap_item *item = &ws->records.roadmap.at[i];
		struct move_found found;
		if (!date_set(item->released) || item->released.days > ws->as_of.days ||
			!ground_recent(ask->ground, item->released))
			continue;
		try_item(ask, item, &found);
		const double score = move_score(ask, &found);
		if (found.count >= MOVE_ITEMS && found.accounts >= MOVE_ACCOUNTS &&
			score > most) {
			most = score;
			*out = found;
		}
	}
}

static bool can(const struct ground *g)
{
	return g->ws->records.usage.count && g->ws->records.roadmap.count;
}

const struct move_rule move_rule_shipped = {
	.id = "shipped-to-those-who-asked",
	.from = USUAL(PRODUCT),
	.to = USUAL(SUCCESS) | USUAL(SUPPORT),
	.held = "what was released and who had asked for it",
	.wants = "they may use it and do not",
	.bring = "“you asked, it is there”",
	.files = "usage.csv, roadmap.csv",
	.can = can,
	.find = find,
};
