#include "audit/brief_parts.h"
#include "audit/headlines.h"
#include "audit/ledger.h"
#include "audit/say.h"

#include "stat/stat.h"

// A share that was counted, not sampled: the interval is the value.
static struct estimate counted(size_t k, size_t n)
{
	const double value = n ? (double)k / (double)n : 0;
	return (struct estimate){ .value = value,
		.low = value,
		.high = value,
		.n = n,
		.k = k,
		.unit = UNIT_SHARE,
		.method = "counted" };
}

static void sign_add(struct brief *out, const char *group, struct str name,
	struct estimate now, struct str sentence)
{
	if (!now.n || out->sign_count == COUNT(out->signs))
		return;
	out->signs[out->sign_count++] = (struct sign){
		.name = name, .group = group, .now = now, .sentence = sentence
	};
}

static void sign_differentiation(const struct facts *facts, struct brief *out)
{
	if (!facts->swap || !(facts->have & NEEDS(FACT_RIVALS)))
		return;
	size_t rivals = 0;
	const struct headlines h = headlines_of(facts, &rivals);
	const size_t n = rivals ? h.count : 0, k = h.count - h.fails;
	sign_add(out, "differentiation", S("Differentiation"), counted(k, n),
		arena_fmt(facts->ws->arena,
			"%" PRI_STR " of %" PRI_STR
			" headline claims pass the swap test.",
			ARG_STR(words_number(facts->ws->arena, k)),
			ARG_STR(words_number(facts->ws->arena, n))));
}

static void sign_wins(const struct facts *facts, struct brief *out)
{
	const struct estimate *e = &facts->competitive;
	struct arena *a = facts->ws->arena;
	struct str range = { 0 };
	if (e->n >= 30)
		range = arena_fmt(a, ", likely %" PRI_STR, ARG_STR(words_range(a, e)));
	sign_add(out, "deals", S("Competitive wins"), *e,
		arena_fmt(a, "%" PRI_STR " with a competitor were won%" PRI_STR ".",
			ARG_STR(say_ratio(a, e->k, e->n,
				facts->ws->deals.conversion ? " deals"
							    : " decided deals")),
			ARG_STR(range)));
}

static void sign_decisions(const struct facts *facts, struct brief *out)
{
	if (!facts->overall || !facts->overall->no_decision.n)
		return;
	const size_t n = facts->overall->no_decision.n;
	const size_t nothing = facts->overall->no_decision.k;
	if (!nothing)
		return; // an export without such an outcome says nothing about it
	sign_add(out, "deals", S("Decisions reached"), share_wilson(n - nothing, n),
		arena_fmt(facts->ws->arena, "%" PRI_STR " ended in nothing.",
			ARG_STR(say_ratio(
				facts->ws->arena, nothing, n, " decided deals"))));
}

static void sign_proof(const struct facts *facts, struct brief *out)
{
	const struct records *r = &facts->ws->records;
	size_t stands = 0;
	for (size_t i = 0; i < r->claims.count; i++)
		stands += lack_of(&r->claims.at[i], facts->ws->as_of) == LACK_NOTHING;
	sign_add(out, "differentiation", S("Proof"), counted(stands, r->claims.count),
		arena_fmt(facts->ws->arena,
			"%" PRI_STR " of %" PRI_STR
			" claims in the ledger have a proof that stands.",
			ARG_STR(words_number(facts->ws->arena, stands)),
			ARG_STR(words_number(facts->ws->arena, r->claims.count))));
}

static void sign_cards(const struct facts *facts, struct brief *out)
{
	const struct papers *p = &facts->ws->papers;
	const int limit = facts->ws->config.fresh_battlecard.warn;
	size_t fresh = 0;
	if (limit <= 0)
		return;
	for (size_t i = 0; i < p->battlecard_count; i++)
		fresh += date_set(p->battlecards[i].reviewed) &&
			 facts->ws->as_of.days - p->battlecards[i].reviewed.days <= limit;
	sign_add(out, "deals", S("Battlecards fresh"),
		counted(fresh, p->battlecard_count),
		arena_fmt(facts->ws->arena,
			"%" PRI_STR " of %" PRI_STR " %s reviewed within %d days.",
			ARG_STR(words_number(facts->ws->arena, fresh)),
			ARG_STR(words_number(facts->ws->arena, p->battlecard_count)),
			say_plural(p->battlecard_count, "battlecard was",
				"battlecards were"),
			limit));
}

static void sign_pages(const struct facts *facts, struct brief *out)
{
	const struct workspace *ws = facts->ws;
	const int limit = ws->config.fresh_pages.warn;
	struct map rivals = { .arena = ws->arena };
	size_t fresh = 0;
	bool *is_fresh = ARENA_ARRAY(ws->arena, bool, ws->source_count + 1);
	for (size_t i = 0; limit > 0 && i < ws->source_count; i++) {
		const struct source *s = &ws->sources[i];
		if (s->role != ROLE_RIVAL || s->state != SOURCE_READ || !s->rival.len)
			continue;
		const size_t rival = map_add(&rivals, s->rival);
		is_fresh[rival] |= date_set(s->date) &&
				   ws->as_of.days - source_last_seen(s).days <= limit;
	}
	for (size_t i = 0; i < rivals.count; i++)
		fresh += is_fresh[i];
	sign_add(out, "differentiation", S("Pages fresh"), counted(fresh, rivals.count),
		arena_fmt(ws->arena,
			"%" PRI_STR " of %" PRI_STR " %s a page saved within %d days.",
			ARG_STR(words_number(ws->arena, fresh)),
			ARG_STR(words_number(ws->arena, rivals.count)),
			say_plural(rivals.count, "competitor has", "competitors have"),
			limit));
}

static void sign_reasons(const struct facts *facts, struct brief *out)
{
	const struct deals *d = &facts->ws->deals;
	size_t lost = 0, told = 0;
	if (!facts->overall || !d->loss_reason.code)
		return;
	for (size_t i = 0; i < d->count; i++) {
		lost += d->outcome[i] == DEAL_LOST;
		told += d->outcome[i] == DEAL_LOST && d->loss_reason.code[i];
	}
	sign_add(out, "deals", S("Loss reasons"), counted(told, lost),
		arena_fmt(facts->ws->arena, "%" PRI_STR " carry a reason.",
			ARG_STR(say_ratio(facts->ws->arena, told, lost, " lost deals"))));
}

void signs_make(const struct facts *facts, struct brief *out)
{
	sign_differentiation(facts, out);
	sign_wins(facts, out);
	sign_proof(facts, out);
	sign_cards(facts, out);
	sign_decisions(facts, out);
	sign_reasons(facts, out);
	sign_pages(facts, out);
}
