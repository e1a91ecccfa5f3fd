// One relationship as JSON: figures as far as they may be shown, and what needs it.
#include "report/web_json.h"

#include <math.h>

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
	pen_list(p, "of");
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
	pen_list(p, "objectives");
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

void pen_tie(const struct pen *p, size_t link)
{
	struct json *j = p->j;
	const struct web_link *l = &p->web->links[link];
	json_object(j);
	pen_node(p, "a", l->a);
	pen_node(p, "b", l->b);
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
	pen_node(p, "carrier", l->carrier.node);
	json_put_double(j, "carrier_share", carrier_share(p, l));
	pen_node(p, "broker", l->broker.node);
	json_put_safe(j, p->arena, "sentence", l->sentence);
	json_end(j);
}
