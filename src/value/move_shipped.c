// Product to customer success: it is out, and those who asked for it do not use it.
#include <math.h>

#include "value/move_list.h"

// Usage rows by the account they name, looked up once.
struct use {
	const struct ground *ground;
	uint32_t *account;	     // by row
	const struct usage **newest; // by account: of the item at hand
	struct arena scratch;
};

static void use_open(struct use *use, const struct ground *g)
{
	const struct records *r = &g->ws->records;
	*use = (struct use){ .ground = g };
	use->account = ARENA_ARRAY(&use->scratch, uint32_t, r->usage.count + 1);
	use->newest =
		ARENA_ARRAY(&use->scratch, const struct usage *, g->accounts.count + 1);
	for (size_t i = 0; i < r->usage.count; i++)
		use->account[i] = ground_account(g, r->usage.at[i].account);
}

static void use_of(struct use *use, struct str item)
{
	const struct records *r = &use->ground->ws->records;
	for (size_t i = 0; i < use->ground->accounts.count; i++)
		use->newest[i] = NULL;
	for (size_t i = 0; i < r->usage.count; i++) {
		const struct usage *u = &r->usage.at[i];
		const uint32_t account = use->account[i];
		if (account == SAID_NOBODY || !str_eq(u->feature, item))
			continue;
		if (!use->newest[account] ||
			u->date.days > use->newest[account]->date.days)
			use->newest[account] = u;
	}
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

static void add_line(const struct move_ask *ask, const struct said *s,
	const struct usage *u, struct move_found *out)
{
	const struct ground *g = ask->ground;
	struct move_item line = item_of(ask, s, TOPIC_NONE);
	line.note = arena_fmt(ask->arena,
		"0 of %" PRI_STR " use it (%" PRI_STR ":row %u)",
		ARG_STR(words_number(ask->arena, (size_t)fmin(u->eligible, 1e15))),
		ARG_STR(g->ws->sources[u->at.source].path), u->at.row);
	found_add(ask, out, line);
}

static void try_item(const struct move_ask *ask, struct use *use,
	const struct roadmap_item *item, struct move_found *out)
{
	const struct ground *g = ask->ground;
	const uint32_t topic = rarest(ask, item->item);
	*out = (struct move_found){ .subject = item->item, .searched = S("usage.csv") };
	if (topic == TOPIC_NONE)
		return;
	use_of(use, item->id);
	for (size_t i = g->count; i-- > 0;) {
		const struct said *s = asked(ask, i, topic, item);
		const struct usage *u = s ? use->newest[s->account] : NULL;
		if (!u) // not asked for by an account that could use it
			continue;
		// Each account once, whether it found its way or not.
		use->newest[s->account] = NULL;
		if (u->active > 0)
			out->held++;
		else
			add_line(ask, s, u, out);
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
	struct use use;
	use_open(&use, ask->ground);
	for (size_t i = 0; i < ws->records.roadmap.count; i++) {
		const struct roadmap_item *item = &ws->records.roadmap.at[i];
		struct move_found found;
		if (!date_set(item->released) || item->released.days > ws->as_of.days ||
			!ground_recent(ask->ground, item->released) ||
			move_is_told(ask, item->item))
			continue;
		try_item(ask, &use, item, &found);
		const double score = move_score(ask, &found);
		if (found_speaks(&found) && score > most) {
			most = score;
			*out = found;
		}
	}
	arena_free(&use.scratch);
}

static struct str lacks(const struct move_ask *ask)
{
	const struct records *r = &ask->ground->ws->records;
	if (!r->roadmap.count)
		return S("roadmap.csv (item_id, item, status, target, released)");
	return r->usage.count ? S("")
			      : S("usage.csv (date, account, feature, eligible_users, "
				  "active_users)");
}

const struct move_rule move_rule_shipped = {
	.id = "shipped-to-those-who-asked",
	.from = USUAL(PRODUCT),
	.to = USUAL(SUCCESS) | USUAL(SUPPORT),
	.held = "what is out and who asked for it without using it",
	.wants = "They may use it and do not",
	.asks = "Word to these accounts that what they asked for is there, and back what "
		"keeps them from it.",
	.nearest = "What they asked for",
	.lacks = lacks,
	.find = find,
};
