#include "audit/market_say.h"

#include "audit/say.h"

enum { TOP = 3, PAIN_MAX = 70 };

struct str market_say_of(struct arena *a, size_t buyers, size_t all)
{
	return arena_fmt(a, "%" PRI_STR " of %" PRI_STR,
		ARG_STR(buyers ? say_number(a, buyers) : S("none")),
		ARG_STR(say_number(a, all)));
}

struct str market_say_top(struct arena *a, const struct market *m)
{
	const struct backing *top[TOP];
	struct str words[TOP];
	const size_t count = market_top_pains(m, TOP, top);
	if (!count)
		return (struct str){ 0 };
	for (size_t i = 0; i < count; i++)
		words[i] = arena_fmt(a, "%" PRI_STR " (%" PRI_STR "%s)",
			ARG_STR(say_quote(a, top[i]->text, PAIN_MAX)),
			ARG_STR(say_number(a, top[i]->recent)),
			i		      ? ""
			: top[i]->recent == 1 ? " buyer"
					      : " buyers");
	return arena_fmt(a, "What they do voice: %" PRI_STR ".",
		ARG_STR(say_list(a, words, count, TOP)));
}

struct str market_say_heard(struct arena *a, const struct market *m)
{
	const struct {
		size_t count;
		const char *one, *many;
	} KINDS[] = { { m->calls, "call", "calls" },
		{ m->interviews, "interview", "interviews" },
		{ m->reviews, "review", "reviews" },
		{ m->tickets, "ticket", "tickets" } };
	struct str words[COUNT(KINDS)];
	size_t count = 0;
	for (size_t i = 0; i < COUNT(KINDS); i++)
		if (KINDS[i].count)
			words[count++] = arena_fmt(a, "%" PRI_STR " %s",
				ARG_STR(words_number(a, KINDS[i].count)),
				say_plural(KINDS[i].count, KINDS[i].one, KINDS[i].many));
	return say_list(a, words, count, COUNT(KINDS));
}

struct evidence *market_cite(
	struct finding *f, struct arena *a, const struct evidence *at, struct str note)
{
	struct evidence *e = finding_cite(f, a);
	if (!e)
		return NULL;
	*e = *at;
	e->note = note;
	return e;
}

void market_cite_quote(struct finding *f, struct arena *a, const struct backing_quote *q,
	struct str note)
{
	(void)market_cite(f, a, &q->evidence, note); // no room: enough is shown
}
