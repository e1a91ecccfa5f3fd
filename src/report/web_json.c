// The web as JSON: docs/schema/web.schema.json.
#include <math.h>

#include "report/json_parts.h"
#include "report/web_json_seen.h"
#include "report/web_view.h"

struct pen {
	struct json *j;
	struct arena *arena;
	const struct web_page *page;
	const struct web *web;
	struct spelling words;
};

static void put_node(const struct pen *p, const char *key, uint32_t node)
{
	json_key(p->j, key);
	if (node == WEB_NONE)
		json_null(p->j);
	else
		json_str(p->j, utf8_safe(p->arena, p->web->nodes[node].id, TEXT_MAX));
}

static void open_list(const struct pen *p, const char *key)
{
	json_key(p->j, key);
	json_array(p->j);
}

static void put_roles(const struct pen *p, const struct web_node *n)
{
	static const char *const NAMES[WEB_ROLES] = { "coordinator", "itinerant",
		"gatekeeper", "representative", "liaison" };
	json_key(p->j, "roles");
	json_object(p->j);
	for (size_t i = 0; i < WEB_ROLES; i++)
		json_put_int(p->j, NAMES[i], (int64_t)n->roles[i]);
	json_put_double(p->j, "busiest_share", n->role_share);
	json_end(p->j);
}

static void put_top(const struct pen *p, const struct web_node *n)
{
	open_list(p, "top");
	for (size_t i = 0; i < WEB_TOP && n->top[i] != WEB_NONE; i++)
		json_str(
			p->j, utf8_safe(p->arena, p->web->nodes[n->top[i]].id, TEXT_MAX));
	json_end(p->j);
	json_put_double(p->j, "top_share", n->top_share);
}

static void put_function(const struct pen *p, uint32_t node, size_t place)
{
	struct json *j = p->j;
	const struct web_node *n = &p->web->nodes[node];
	json_object(j);
	put_node(p, "id", node);
	json_put_safe(j, p->arena, "name", n->name);
	json_put_int(j, "place", (int64_t)place);
	json_put_int(j, "people", n->people);
	json_put_bool(j, "has_rows", n->has_rows);
	json_put_bool(j, "on_path", n->on_path);
	json_put_double(j, "given", n->given);
	json_put_double(j, "received", n->received);
	json_put_int(j, "needs", n->needs);
	json_put_int(j, "met", n->met);
	json_put_double(j, "needs_met", n->needs_met);
	json_put_double(j, "ei", n->ei);
	json_put_double(j, "reach", n->reach);
	put_top(p, n);
	json_put_double(j, "constraint", n->constraint);
	json_put_double(j, "betweenness", n->betweenness);
	json_put_double(j, "between_strong", n->between_strong);
	json_put_int(j, "between_rank", n->between_rank);
	put_roles(p, n);
	json_put_safe(j, p->arena, "sentence", n->sentence);
	json_end(j);
}

// In the order of the ring, which is the order of the picture.
static void put_functions(const struct pen *p)
{
	open_list(p, "functions");
	for (size_t i = 0; i < p->web->node_count; i++)
		put_function(p, p->page->order[i], i + 1);
	json_end(p->j);
}

static void put_observed(const struct pen *p, const struct web_link *l)
{
	json_key(p->j, "observed");
	if (!spell_has_strength(&p->words, l)) {
		json_null(p->j);
		return;
	}
	json_object(p->j);
	json_put_double(p->j, "value", l->observed);
	json_put_double(p->j, "low", l->low);
	json_put_double(p->j, "high", l->high);
	json_put_str(p->j, "unit", S("strength"));
	json_put_str(p->j, "method", S("bootstrap90"));
	json_end(p->j);
}

// Counts are null where under five pairs of people stand behind them, or behind a
// relationship they would give away.
static void put_counts(const struct pen *p, const struct web_link *l)
{
	const bool shown = !spell_is_person_free(l);
	const struct {
		const char *key;
		uint32_t count;
	} COUNTS[] = { { "pairs", l->pairs }, { "given", l->turned_ab },
		{ "taken", l->turned_ba } };
	for (size_t i = 0; i < COUNT(COUNTS); i++)
		if (shown) {
			json_put_int(p->j, COUNTS[i].key, COUNTS[i].count);
		} else {
			json_key(p->j, COUNTS[i].key);
			json_null(p->j);
		}
	json_put_bool(p->j, "under_five", l->under_five);
	json_put_bool(p->j, "withheld", l->withheld);
}

static void put_volumes(const struct pen *p, const struct web_link *l)
{
	json_put_double(p->j, "share_given", l->share_ab);
	json_put_double(p->j, "share_taken", l->share_ba);
	json_put_double(p->j, "volume_given", l->volume_ab);
	json_put_double(p->j, "volume_taken", l->volume_ba);
	json_put_double(p->j, "expected_given", l->expected_ab);
	json_put_double(p->j, "expected_taken", l->expected_ba);
	json_put_double(p->j, "ratio", l->ratio);
	json_put_double(p->j, "reciprocity", l->reciprocity);
	json_put_double(p->j, "effective_pairs", l->effective_pairs);
	json_put_double(p->j, "deviation", l->deviation);
}

static void put_kind(const struct pen *p, const char *id, uint32_t count)
{
	const bool few = count && count < KIND_FEW;
	if (!count)
		return;
	json_object(p->j);
	json_put_str(p->j, "kind", str_of(id));
	json_key(p->j, "count");
	if (few)
		json_null(p->j);
	else
		json_int(p->j, count);
	json_put_bool(p->j, "under_five", few);
	json_end(p->j);
}

// What its exchanges were about; the sum of all is null where it would tell a small
// count.
static void put_kinds(const struct pen *p, size_t link)
{
	const struct link_kinds *k = p->page->kinds ? &p->page->kinds[link] : NULL;
	json_key(p->j, "kinds");
	if (!k || !k->shown) {
		json_null(p->j);
		return;
	}
	json_object(p->j);
	json_key(p->j, "exchanges");
	if (k->some_few)
		json_null(p->j);
	else
		json_int(p->j, k->all);
	open_list(p, "of");
	for (size_t i = 0; i < KIND_COUNT; i++)
		put_kind(p, KIND_WORDS[i].id, k->counts[i]);
	put_kind(p, "no-topic", k->silent);
	json_end(p->j);
	json_put_safe(p->j, p->arena, "sentence", k->sentence);
	json_put_safe(p->j, p->arena, "lopsided", k->lopsided);
	json_end(p->j);
}

static void put_aim_ids(const struct pen *p, const struct web_link *l)
{
	open_list(p, "objectives");
	for (size_t i = 0; i < l->objective_count; i++)
		json_str(p->j,
			utf8_safe(p->arena, p->web->aims[l->objectives[i]].id, TEXT_MAX));
	json_end(p->j);
}

// Of one person, so only where it is said anyway that the tie hangs on one.
static double carrier_share(const struct pen *p, const struct web_link *l)
{
	const bool said = l->hangs_on_one || p->page->ws->config.web.k == 1;
	return said && l->carrier.node != WEB_NONE ? l->carrier.amount : NAN;
}

static void put_tie(const struct pen *p, size_t link)
{
	struct json *j = p->j;
	const struct web_link *l = &p->web->links[link];
	json_object(j);
	put_node(p, "a", l->a);
	put_node(p, "b", l->b);
	put_observed(p, l);
	json_put_double(j, "needed", l->needed);
	json_key(j, "gap");
	if (spell_has_strength(&p->words, l))
		json_double(j, l->gap);
	else
		json_null(j);
	json_put_str(j, "verdict", str_of(spell_verdict(l)));
	put_counts(p, l);
	put_volumes(p, l);
	json_put_double(j, "picked", l->picked);
	put_aim_ids(p, l);
	put_kinds(p, link);
	json_put_safe(j, p->arena, "why", l->why);
	json_put_bool(j, "hangs_on_one", l->hangs_on_one);
	put_node(p, "carrier", l->carrier.node);
	json_put_double(j, "carrier_share", carrier_share(p, l));
	put_node(p, "broker", l->broker.node);
	json_put_safe(j, p->arena, "sentence", l->sentence);
	json_end(j);
}

static void put_move(const struct pen *p, size_t link)
{
	const struct web_move *m = spell_move(&p->words, link);
	json_key(p->j, "move");
	if (!m) {
		json_null(p->j);
		return;
	}
	json_object(p->j);
	json_put_bool(p->j, "speaks", m->speaks);
	json_put_safe(p->j, p->arena, "text", m->text);
	json_put_safe(p->j, p->arena, "file", m->file);
	json_put_evidence(p->j, p->arena, "evidence", m->evidence, m->evidence_count);
	json_end(p->j);
}

static void put_runner_up(const struct pen *p, const struct web_pick *pick)
{
	json_key(p->j, "runner_up");
	if (pick->instead == SIZE_MAX) {
		json_null(p->j);
		return;
	}
	const struct web_link *l = &p->web->links[pick->instead];
	json_object(p->j);
	put_node(p, "a", l->a);
	put_node(p, "b", l->b);
	json_end(p->j);
}

static void put_focus(const struct pen *p, const struct web_pick *pick)
{
	struct json *j = p->j;
	const struct web_link *l = &p->web->links[pick->link];
	const struct web_aim *aim = &p->web->aims[pick->aim];
	json_object(j);
	put_node(p, "a", l->a);
	put_node(p, "b", l->b);
	json_put_str(j, "firmness", pick->firmness == WEB_FIRM ? S("firm") : S("open"));
	json_put_double(j, "picked", pick->picked);
	json_put_double(j, "lift", pick->lift_alone);
	json_put_safe(j, p->arena, "objective", aim->id);
	json_put_double(j, "from", pick->from);
	json_put_double(j, "to", pick->to);
	json_put_double(j, "threshold", pick->threshold);
	put_runner_up(p, pick);
	json_put_safe(j, p->arena, "why", pick->sentence);
	put_move(p, pick->link);
	json_end(j);
}

static void put_set(const struct pen *p, const char *key, const struct web_set *set)
{
	json_key(p->j, key);
	if (!set->count) {
		json_null(p->j);
		return;
	}
	json_object(p->j);
	open_list(p, "ties");
	for (size_t i = 0; i < set->count; i++) {
		json_object(p->j);
		put_node(p, "a", p->web->links[set->links[i]].a);
		put_node(p, "b", p->web->links[set->links[i]].b);
		json_end(p->j);
	}
	json_end(p->j);
	json_put_double(p->j, "lift", set->lift);
	json_end(p->j);
}

// All sets of at most three were looked at; these are the first, whatever is shown.
static void put_sets(const struct pen *p)
{
	const struct web_choice *c = &p->web->choice;
	json_key(p->j, "sets");
	json_object(p->j);
	json_put_int(p->j, "looked_at", (int64_t)c->subsets);
	put_set(p, "best", &c->best);
	put_set(p, "second", &c->second);
	put_set(p, "third", &c->third);
	json_put_double(p->j, "same", c->best.count ? c->same : NAN);
	json_end(p->j);
}

static void put_choice(const struct pen *p)
{
	const struct web_choice *c = &p->web->choice;
	json_put_safe(p->j, p->arena, "sentence", c->sentence);
	open_list(p, "focus");
	for (size_t i = 0; i < c->pick_count; i++)
		put_focus(p, &c->picks[i]);
	json_end(p->j);
	put_sets(p);
}

static void put_way(const struct pen *p, const struct web_aim *aim)
{
	open_list(p, "way");
	for (size_t i = 0; i < aim->way_count; i++)
		json_str(p->j,
			utf8_safe(p->arena, p->web->nodes[aim->way[i]].id, TEXT_MAX));
	json_end(p->j);
}

static void put_needed(const struct pen *p, const struct web_aim *aim)
{
	open_list(p, "needs");
	for (size_t i = 0; i < aim->link_count; i++) {
		const struct web_aim_link *need = &aim->links[i];
		json_object(p->j);
		put_node(p, "a", p->web->links[need->link].a);
		put_node(p, "b", p->web->links[need->link].b);
		json_put_double(p->j, "needed", need->needed);
		json_put_double(p->j, "health", need->health);
		json_end(p->j);
	}
	json_end(p->j);
}

static void put_objectives(const struct pen *p)
{
	open_list(p, "objectives");
	for (size_t i = 0; i < p->web->aim_count; i++) {
		const struct web_aim *aim = &p->web->aims[i];
		json_object(p->j);
		json_put_safe(p->j, p->arena, "id", aim->id);
		json_put_safe(p->j, p->arena, "name", aim->name);
		json_put_double(p->j, "value", aim->value);
		json_put_double(p->j, "weight", aim->weight);
		json_put_date(p->j, p->arena, "until", aim->until);
		put_node(p, "owner", aim->owner);
		json_put_double(p->j, "health", aim->health);
		put_needed(p, aim);
		put_way(p, aim);
		json_put_safe(p->j, p->arena, "sentence", aim->sentence);
		json_end(p->j);
	}
	json_end(p->j);
}

static void put_bridges(const struct pen *p)
{
	open_list(p, "bridges");
	for (size_t i = 0; i < p->page->bridge_count; i++) {
		const struct web_bridge *b = &p->page->bridges[i];
		json_object(p->j);
		put_node(p, "a", b->a);
		put_node(p, "b", b->b);
		json_put_safe(p->j, p->arena, "sentence", b->sentence);
		json_put_evidence(
			p->j, p->arena, "evidence", b->evidence, b->evidence_count);
		json_end(p->j);
	}
	json_end(p->j);
}

static void put_ledger(const struct pen *p)
{
	open_list(p, "ledger");
	for (size_t i = 0; i < p->page->ledger_count; i++) {
		const struct web_gift *g = &p->page->ledger[i];
		json_object(p->j);
		json_put_date(p->j, p->arena, "date", g->date);
		put_node(p, "to", g->to);
		json_put_safe(p->j, p->arena, "sentence", g->sentence);
		json_put_evidence(
			p->j, p->arena, "evidence", g->evidence, g->evidence_count);
		json_end(p->j);
	}
	json_end(p->j);
}

static bool is_ignored(const struct web_node *n)
{
	return n->ignored;
}

static bool is_unowned(const struct web_node *n)
{
	return n->unowned;
}

static bool is_blind(const struct web_node *n)
{
	return n->blind;
}

static void put_which(
	const struct pen *p, const char *key, bool (*which)(const struct web_node *n))
{
	open_list(p, key);
	for (uint32_t i = 0; i < p->web->node_count; i++)
		if (which(&p->web->nodes[i]))
			json_str(
				p->j, utf8_safe(p->arena, p->web->nodes[i].id, TEXT_MAX));
	json_end(p->j);
}

static void put_texts(
	const struct pen *p, const char *key, const struct str *texts, size_t count)
{
	open_list(p, key);
	for (size_t i = 0; i < count; i++)
		json_str(p->j, utf8_safe(p->arena, texts[i], TEXT_MAX));
	json_end(p->j);
}

static void put_head(const struct pen *p)
{
	struct json *j = p->j;
	const struct workspace *ws = p->page->ws;
	json_put_str(j, "schema", S("candor/web/1"));
	json_put_safe(j, p->arena, "company", ws->config.company);
	json_put_date(j, p->arena, "as_of", ws->as_of);
	json_put_date(j, p->arena, "from", p->web->from);
	json_put_date(j, p->arena, "to", p->web->to);
	json_open_read(j, ws);
	json_put_int(j, "exchanges", (int64_t)p->web->interactions);
	json_put_int(j, "announcements", (int64_t)p->web->broadcasts);
	json_put_int(j, "people", (int64_t)p->web->people);
	const double known = p->web->mapped + p->web->unmapped;
	json_put_double(j, "unmapped", known > 0 ? p->web->unmapped / known : 0);
	json_end(j);
	web_json_measure(p->j, p->page);
	json_put_double(j, "answered", p->web->answered);
	json_put_str(j, "basis", str_of(web_basis_name(p->web->basis)));
	json_put_safe(j, p->arena, "basis_sentence", p->web->sentence);
}

static void put_svg(const struct pen *p)
{
	struct buf svg = { 0 };
	web_svg(p->page, &svg);
	json_put_str(p->j, "svg", buf_str(&svg));
	buf_done(&svg);
}

static void put_ties(const struct pen *p, size_t first, size_t count)
{
	open_list(p, "ties");
	for (size_t i = 0; i < count; i++)
		put_tie(p, first + i);
	json_end(p->j);
}

static void write_all(const struct web_page *page, size_t first, size_t count,
	bool picture, struct buf *out)
{
	struct arena scratch = { 0 };
	struct json j = { .out = out, .pretty = true };
	const struct pen p = { .j = &j,
		.arena = &scratch,
		.page = page,
		.web = page->web,
		.words = spelling_of(page, &scratch) };
	json_object(&j);
	put_head(&p);
	put_choice(&p);
	put_functions(&p);
	put_ties(&p, first, count);
	put_objectives(&p);
	put_node(&p, "own", page->web->own);
	put_bridges(&p);
	put_which(&p, "ignored", is_ignored);
	put_which(&p, "unowned", is_unowned);
	put_which(&p, "blind", is_blind);
	put_texts(&p, "missing", page->web->missing, page->web->missing_count);
	put_ledger(&p);
	web_json_seen(&j, &scratch, page);
	put_texts(&p, "notes", page->web->notes, page->web->note_count);
	json_put_str(&j, "notice", str_of(WEB_NOTICE));
	if (picture)
		put_svg(&p);
	json_end(&j);
	buf_byte(out, '\n');
	arena_free(&scratch);
}

void web_json(const struct web_page *page, struct buf *out)
{
	write_all(page, 0, page->web->link_count, true, out);
}

void web_tie_json(const struct web_page *page, size_t link, struct buf *out)
{
	write_all(page, link, 1, false, out);
}
