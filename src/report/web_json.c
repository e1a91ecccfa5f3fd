// The web as JSON: docs/schema/web.schema.json.
#include "report/web_json.h"

#include <math.h>

void pen_node(const struct pen *p, const char *key, uint32_t node)
{
	json_key(p->j, key);
	if (node == WEB_NONE)
		json_null(p->j);
	else
		json_str(p->j, utf8_safe(p->arena, p->web->nodes[node].id, TEXT_MAX));
}

void pen_list(const struct pen *p, const char *key)
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
	pen_list(p, "top");
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
	pen_node(p, "id", node);
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
	pen_list(p, "functions");
	for (size_t i = 0; i < p->web->node_count; i++)
		put_function(p, p->page->order[i], i + 1);
	json_end(p->j);
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
	json_key(p->j, "same_as");
	if (m->same)
		json_int(p->j, (int64_t)m->same);
	else
		json_null(p->j);
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
	pen_node(p, "a", l->a);
	pen_node(p, "b", l->b);
	json_end(p->j);
}

static void put_focus(const struct pen *p, const struct web_pick *pick)
{
	struct json *j = p->j;
	const struct web_link *l = &p->web->links[pick->link];
	const struct web_aim *aim = &p->web->aims[pick->aim];
	json_object(j);
	pen_node(p, "a", l->a);
	pen_node(p, "b", l->b);
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
	pen_list(p, "ties");
	for (size_t i = 0; i < set->count; i++) {
		json_object(p->j);
		pen_node(p, "a", p->web->links[set->links[i]].a);
		pen_node(p, "b", p->web->links[set->links[i]].b);
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
	json_put_int(p->j, "draws", (int64_t)c->draws);
	json_put_safe(p->j, p->arena, "draws_sentence", c->draws_sentence);
	pen_list(p, "focus");
	for (size_t i = 0; i < c->pick_count; i++)
		put_focus(p, &c->picks[i]);
	json_end(p->j);
	put_sets(p);
}

static void put_way(const struct pen *p, const struct web_aim *aim)
{
	pen_list(p, "way");
	for (size_t i = 0; i < aim->way_count; i++)
		json_str(p->j,
			utf8_safe(p->arena, p->web->nodes[aim->way[i]].id, TEXT_MAX));
	json_end(p->j);
}

static void put_needed(const struct pen *p, const struct web_aim *aim)
{
	pen_list(p, "needs");
	for (size_t i = 0; i < aim->link_count; i++) {
		const struct web_aim_link *need = &aim->links[i];
		json_object(p->j);
		pen_node(p, "a", p->web->links[need->link].a);
		pen_node(p, "b", p->web->links[need->link].b);
		json_put_double(p->j, "needed", need->needed);
		json_put_double(p->j, "health", need->health);
		json_end(p->j);
	}
	json_end(p->j);
}

static void put_objectives(const struct pen *p)
{
	pen_list(p, "objectives");
	for (size_t i = 0; i < p->web->aim_count; i++) {
		const struct web_aim *aim = &p->web->aims[i];
		json_object(p->j);
		json_put_safe(p->j, p->arena, "id", aim->id);
		json_put_safe(p->j, p->arena, "name", aim->name);
		json_put_double(p->j, "value", aim->value);
		json_put_double(p->j, "weight", aim->weight);
		json_put_date(p->j, p->arena, "until", aim->until);
		pen_node(p, "owner", aim->owner);
		json_put_double(p->j, "health", aim->health);
		put_needed(p, aim);
		put_way(p, aim);
		json_put_str(p->j, "standing",
			str_of(standing_name(aim->standing ? aim->standing->kind
							   : STANDING_NO_VALUE)));
		json_put_safe(p->j, p->arena, "sentence", aim->sentence);
		json_end(p->j);
	}
	json_end(p->j);
}

static void put_count(const struct pen *p, const char *key, uint64_t n, bool withheld)
{
	json_key(p->j, key);
	if (withheld)
		json_null(p->j);
	else
		json_int(p->j, (int64_t)n);
}

// The members of one window.
static void put_circle_of(const struct pen *p, const struct web_circle *c)
{
	put_count(p, "exchanges", c->exchanges, c->withheld);
	put_count(p, "with_three", c->with_three, c->withheld || c->three_withheld);
	json_put_double(p->j, "reach", c->reach);
	json_put_int(p->j, "of", (int64_t)c->others);
	json_put_int(p->j, "days", c->days);
}

// Our own exchanges, and those of the window before; null where there is nothing.
static void put_circle(const struct pen *p)
{
	const struct web *web = p->web;
	json_key(p->j, "circle");
	if (web->own == WEB_NONE || !isfinite(web->circle.reach)) {
		json_null(p->j);
		return;
	}
	json_object(p->j);
	pen_list(p, "three");
	for (size_t i = 0; i < web->circle.three_count; i++)
		json_str(p->j, utf8_safe(p->arena, web->nodes[web->circle.three[i]].id,
				       TEXT_MAX));
	json_end(p->j);
	put_circle_of(p, &web->circle);
	json_key(p->j, "before");
	if (web->circle_before.exchanges) {
		json_object(p->j);
		put_circle_of(p, &web->circle_before);
		json_end(p->j);
	} else {
		json_null(p->j);
	}
	json_put_safe(p->j, p->arena, "sentence", web->circle_sentence);
	json_end(p->j);
}

static void put_bridges(const struct pen *p)
{
	pen_list(p, "bridges");
	for (size_t i = 0; i < p->page->bridge_count; i++) {
		const struct web_bridge *b = &p->page->bridges[i];
		json_object(p->j);
		pen_node(p, "a", b->a);
		pen_node(p, "b", b->b);
		json_put_safe(p->j, p->arena, "sentence", b->sentence);
		json_put_evidence(
			p->j, p->arena, "evidence", b->evidence, b->evidence_count);
		json_end(p->j);
	}
	json_end(p->j);
}

static void put_ledger(const struct pen *p)
{
	pen_list(p, "ledger");
	for (size_t i = 0; i < p->page->ledger_count; i++) {
		const struct web_gift *g = &p->page->ledger[i];
		json_object(p->j);
		json_put_date(p->j, p->arena, "date", g->date);
		pen_node(p, "to", g->to);
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
	pen_list(p, key);
	for (uint32_t i = 0; i < p->web->node_count; i++)
		if (which(&p->web->nodes[i]))
			json_str(
				p->j, utf8_safe(p->arena, p->web->nodes[i].id, TEXT_MAX));
	json_end(p->j);
}

static void put_texts(
	const struct pen *p, const char *key, const struct str *texts, size_t count)
{
	pen_list(p, key);
	for (size_t i = 0; i < count; i++)
		json_str(p->j, utf8_safe(p->arena, texts[i], TEXT_MAX));
	json_end(p->j);
}

// What candor.yaml or its defaults say of how it is measured.
static void put_measure(const struct pen *p)
{
	struct json *j = p->j;
	const struct web_rule *rule = &p->page->ws->config.web;
	json_key(j, "measure");
	json_object(j);
	json_put_int(j, "half_life_days", rule->half_life_days);
	json_put_int(j, "k", rule->k);
	json_key(j, "weights");
	json_object(j);
	json_put_double(j, "meeting", rule->meeting);
	json_put_double(j, "ticket", rule->ticket);
	json_put_double(j, "reply", rule->reply);
	json_put_double(j, "mail", rule->mail);
	json_put_double(j, "reaction", rule->reaction);
	json_end(j);
	json_end(j);
}

static void put_seen(const struct pen *p)
{
	static const char *const NAMES[CHANNEL_COUNT] = { "meeting", "ticket", "reply",
		"mail", "reaction" };
	json_put_safe(p->j, p->arena, "seen", p->web->seen);
	json_put_safe(p->j, p->arena, "weighing", p->web->weighing);
	pen_list(p, "channels");
	for (size_t c = 0; c < CHANNEL_COUNT; c++) {
		json_object(p->j);
		json_put_str(p->j, "channel", str_of(NAMES[c]));
		json_put_int(p->j, "exchanges", (int64_t)p->web->by_channel[c]);
		json_end(p->j);
	}
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
	put_measure(p);
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
	pen_list(p, "ties");
	for (size_t i = 0; i < count; i++)
		pen_tie(p, first + i);
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
	pen_node(&p, "own", page->web->own);
	put_circle(&p);
	put_bridges(&p);
	put_which(&p, "ignored", is_ignored);
	put_which(&p, "unowned", is_unowned);
	put_which(&p, "blind", is_blind);
	put_texts(&p, "missing", page->web->missing, page->web->missing_count);
	put_ledger(&p);
	put_seen(&p);
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
