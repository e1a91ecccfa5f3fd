#include "audit/list.h"
#include "audit/say.h"

const struct audit *const audits[] = {
#define X(name) &audit_##name,
	AUDITS(X)
#undef X
		NULL
};

const struct audit *audit_find(struct str id)
{
	for (size_t i = 0; audits[i]; i++)
		if (str_eq(str_of(audits[i]->id), id) ||
			str_eq_nocase(str_of(audits[i]->number), id))
			return audits[i];
	return NULL;
}

const struct unlock *audit_unlock(const struct audit *audit, uint64_t have)
{
	for (size_t f = 0; f < FACT_COUNT; f++)
		if (audit->needs & ~have & NEEDS(f))
			return &fact_kinds[f].unlock;
	return NULL;
}

// "needs decided deals and transcripts of calls": all that it needs and does not have.
static struct str missing_words(struct arena *a, const struct audit *audit, uint64_t have)
{
	struct str words[FACT_COUNT];
	size_t count = 0;
	for (size_t f = 0; f < FACT_COUNT; f++)
		if (audit->needs & ~have & NEEDS(f))
			words[count++] = str_of(fact_kinds[f].title);
	return arena_fmt(
		a, "needs %" PRI_STR, ARG_STR(say_list(a, words, count, FACT_COUNT)));
}

static void audit_run(
	const struct facts *facts, const struct audit *audit, struct findings *out)
{
	struct arena *a = facts->ws->arena;
	if (audit->needs & ~facts->have) {
		finding_silent(out, a, audit, missing_words(a, audit, facts->have),
			audit_unlock(audit, facts->have));
		return;
	}
	if (!audit->run) {
		finding_silent(out, a, audit,
			S("has all its files; this version of Candor does not judge it "
			  "yet"),
			NULL);
		return;
	}
	const size_t before = out->count;
	audit->run(facts, audit, out);
	if (out->count == before)
		finding_add(out, a, audit)->outcome = OUTCOME_QUIET;
}

void audits_run(const struct facts *facts, struct findings *out)
{
	*out = (struct findings){ 0 };
	for (size_t i = 0; audits[i]; i++)
		audit_run(facts, audits[i], out);
}

const char *severity_name(enum severity s)
{
	static const char *const NAMES[SEVERITY_COUNT] = { "blocker", "serious", "watch",
		"good" };
	return NAMES[s];
}

const char *severity_words(enum severity s)
{
	static const char *const WORDS[SEVERITY_COUNT] = { "Blocker", "Serious", "Watch",
		"Working" };
	return WORDS[s];
}

const char *certainty_name(enum certainty c)
{
	static const char *const NAMES[CERTAINTY_COUNT] = { "sure", "sure", "likely",
		"hint", "hint" };
	return NAMES[c];
}

const char *certainty_words(enum certainty c)
{
	static const char *const WORDS[CERTAINTY_COUNT] = { "Firm", "Near certain",
		"Likely", "Suggestive", "Too early to say" };
	return WORDS[c];
}
