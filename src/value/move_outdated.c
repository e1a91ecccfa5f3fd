// Product marketing to those who talk to customers: what the ledger took back, and files
// that say it still went out.
#include "text/text.h"
#include "value/move_list.h"

// Rejected, expired, or due for review and not reviewed.
static bool is_taken_back(const struct claim_entry *claim, struct date today)
{
	const bool overdue = date_set(claim->review_by) &&
			     claim->review_by.days < today.days &&
			     claim->status == CLAIM_APPROVED;
	return claim->status == CLAIM_REJECTED || claim->status == CLAIM_EXPIRED ||
	       overdue;
}

// What was used before that day was right; without one the status alone speaks.
static struct date day_of(const struct claim_entry *claim)
{
	return date_set(claim->review_by) ? claim->review_by : claim->approved_on;
}

// A file that the receiver used, its sentences taken apart once.
struct used {
	const struct copy *copy;
	struct claim_parts *parts; // by sentence
};

struct uses {
	const struct move_ask *ask;
	struct arena *scratch;
	struct map files;
	struct used *at; // beside files
	size_t room;
	uint32_t *file_of; // by row of touches.csv; UINT32_MAX: not theirs
};

static const struct copy *copy_of(const struct workspace *ws, struct str path)
{
	for (size_t i = 0; i < ws->copy_count; i++)
		if (str_eq(ws->copies[i].source->path, path) &&
			!ws->copies[i].source->earlier)
			return &ws->copies[i];
	return NULL;
}

static void open_file(struct uses *u, size_t file, struct str path)
{
	u->at = arena_more(u->scratch, u->at, file, &u->room, sizeof *u->at);
	u->at[file].copy = copy_of(u->ask->ground->ws, path);
	if (!u->at[file].copy)
		return;
	const struct sentences *s = &u->at[file].copy->sentences;
	u->at[file].parts = ARENA_ARRAY(u->scratch, struct claim_parts, s->count + 1);
	for (size_t i = 0; i < s->count; i++)
		claim_parts_of(s->at[i].text, NULL, 0, u->scratch, &u->at[file].parts[i]);
}

static void uses_open(struct uses *u, const struct move_ask *ask, struct arena *scratch)
{
	const struct ground *g = ask->ground;
	const struct records *r = &g->ws->records;
	*u = (struct uses){ .ask = ask, .scratch = scratch, .files.arena = scratch };
	u->file_of = ARENA_ARRAY(scratch, uint32_t, r->touches.count + 1);
	for (size_t i = 0; i < r->touches.count; i++) {
		const struct touch *t = &r->touches.at[i];
		u->file_of[i] = UINT32_MAX;
		if (ground_node_of_person(g, t->who) != ask->to || !t->asset.len ||
			!ground_recent(g, t->date) ||
			ground_deal(g, t->deal) == SAID_NOBODY)
			continue;
		const size_t before = u->files.count, file = map_add(&u->files, t->asset);
		if (file == before)
			open_file(u, file, t->asset);
		u->file_of[i] = (uint32_t)file;
	}
}

// The first sentence of the file that says the claim.
static const struct sentence *says(
	const struct used *used, const struct claim_parts *claim)
{
	for (size_t i = 0; used->copy && i < used->copy->sentences.count; i++)
		if (claim_said_by(claim, &used->parts[i]))
			return &used->copy->sentences.at[i];
	return NULL;
}

static struct str where_in(
	const struct uses *u, const struct used *used, const struct sentence *s)
{
	const struct evidence at = { .path = used->copy->source->path,
		.place = s->place };
	return arena_fmt(u->ask->arena, "it says “%" PRI_STR "” (%" PRI_STR ")",
		ARG_STR(said_quote(u->ask->ground, s->text)),
		ARG_STR(evidence_where(u->ask->arena, &at)));
}

static void add_use(struct uses *u, const struct touch *t, const struct used *used,
	const struct sentence *sentence, struct move_found *out)
{
	const struct said s = { .node = WEB_NONE,
		.deal = ground_deal(u->ask->ground, t->deal),
		.date = t->date,
		.text = t->asset,
		.source = t->at.source,
		.place = { .kind = PLACE_ROW, .major = t->at.row },
		.column = "asset",
		.witness = WITNESS_US };
	struct move_item item = item_of_deal(u->ask, MOVE_USE, s);
	item.note = where_in(u, used, sentence);
	found_add(u->ask, out, item);
}

static void add_uses(struct uses *u, const struct claim_entry *claim,
	const struct claim_parts *parts, struct move_found *out)
{
	const struct records *r = &u->ask->ground->ws->records;
	const struct date since = day_of(claim);
	const struct sentence **said =
		ARENA_ARRAY(u->scratch, const struct sentence *, u->files.count + 1);
	for (size_t f = 0; f < u->files.count; f++)
		said[f] = says(&u->at[f], parts);
	for (size_t i = 0; i < r->touches.count; i++) {
		const uint32_t file = u->file_of[i];
		const struct touch *t = &r->touches.at[i];
		if (file == UINT32_MAX || !said[file])
			continue;
		if (date_set(since) && date_set(t->date) && t->date.days <= since.days)
			out->held++; // it still held then
		else
			add_use(u, t, &u->at[file], said[file], out);
	}
}

// What stands in its place: an approved claim of the same pillar, else the pillar.
static void find_present(
	const struct move_ask *ask, const struct claim_entry *old, struct move_found *out)
{
	const struct workspace *ws = ask->ground->ws;
	const struct records *r = &ws->records;
	struct evidence e = { .witness = WITNESS_US };
	for (size_t i = 0; i < r->pillars.count && old->pillar.len; i++) {
		const struct pillar *p = &r->pillars.at[i];
		if (!str_eq(p->id, old->pillar) || !p->message.len ||
			(p->status.len && !str_eq_nocase(p->status, S("approved"))))
			continue;
		e.path = ws->sources[p->at.source].path;
		e.place = (struct place){ .kind = PLACE_ROW, .major = p->at.row };
		e.column = S("message");
		e.quote = said_quote(ask->ground, p->message);
		e.date = p->since;
	}
	for (size_t i = 0; i < r->claims.count && old->pillar.len; i++) {
		const struct claim_entry *c = &r->claims.at[i];
		if (!str_eq(c->pillar, old->pillar) || c->status != CLAIM_APPROVED ||
			is_taken_back(c, ws->as_of))
			continue;
		e.path = ws->sources[c->at.source].path;
		e.place = (struct place){ .kind = PLACE_ROW, .major = c->at.row };
		e.column = S("claim");
		e.quote = said_quote(ask->ground, c->claim);
		e.date = c->approved_on;
		break;
	}
	if (!e.path.len)
		return;
	out->answer = e;
	out->answer_note = S("approved");
}

static void try_claim(
	struct uses *u, const struct claim_entry *claim, struct move_found *out)
{
	struct claim_parts parts;
	claim_parts_of(claim->claim, NULL, 0, u->scratch, &parts);
	*out = (struct move_found){ .subject = claim->claim,
		.searched = S("messages/claims.csv") };
	add_uses(u, claim, &parts, out);
	find_present(u->ask, claim, out);
}

static void find(const struct move_ask *ask, struct move_found *out)
{
	const struct workspace *ws = ask->ground->ws;
	struct arena scratch = { 0 };
	struct uses uses;
	double most = 0;
	uses_open(&uses, ask, &scratch);
	for (size_t i = 0; uses.files.count && i < ws->records.claims.count; i++) {
		struct move_found found;
		if (!is_taken_back(&ws->records.claims.at[i], ws->as_of) ||
			move_is_told(ask, ws->records.claims.at[i].claim))
			continue;
		try_claim(&uses, &ws->records.claims.at[i], &found);
		const double score = found_speaks(&found) ? move_score(ask, &found) : 0;
		if (score > most || (most <= 0 && found_is_fuller(&found, out))) {
			most = score;
			*out = found;
		}
	}
	arena_free(&scratch);
}

static bool has_uses(const struct move_ask *ask)
{
	const struct records *r = &ask->ground->ws->records;
	for (size_t i = 0; i < r->touches.count; i++)
		if (ground_node_of_person(ask->ground, r->touches.at[i].who) == ask->to)
			return true;
	return false;
}

static struct str lacks(const struct move_ask *ask)
{
	if (!ask->ground->ws->records.claims.count)
		return S("messages/claims.csv (claim_id, claim, pillar_id, status, "
			 "review_by)");
	return has_uses(ask) ? S("") : lacks_uses(ask);
}

const struct move_rule move_rule_outdated = {
	.id = "outdated-words-in-use",
	.from = USUAL(PMM),
	.to = USUAL(SUCCESS) | USUAL(SALES) | USUAL(SDR),
	.held = "what is still used with accounts though the ledger took it back",
	.wants = "The ledger no longer lets it be said",
	.asks = "The sentence out of these files, or the files out of use.",
	.nearest = "What stands in its place",
	.lacks = lacks,
	.find = find,
};
