#include "tests/report/hostile.h"

#include <string.h>

#define ATTACK                                                                           \
	"</script><script>window.__xss=1</script><img src=x onerror=\"window.__xss=2\">" \
	"\"'><a href=\"https://evil.example/\">x</a> \033]8;;https://evil.example\033\\" \
	"\033[2J\033[31m \xe2\x80\xae\xe2\x81\xa6gnp.exe \xff\xfe\xc0\x80 \r\n\t"        \
	"&lt;&#60; =cmd|'/c calc'!A1 %n%s%x \x7f\xc2\x9b"                                \
	"31m -->]]>{{7*7}}${7*7}"

// Ten megabytes of one word, for quotes.
static const char *long_text(struct arena *a)
{
	char *text = arena_alloc(a, HOSTILE_LONG + 1, 1);
	memset(text, 'a', HOSTILE_LONG);
	memcpy(text, ATTACK, sizeof ATTACK - 1);
	return text;
}

static void name_all(struct world *w)
{
	w->ws.config.company = (struct str){ ATTACK "\0nul", sizeof ATTACK + 3 };
	for (size_t i = 0; i < w->ws.vendors.count; i++)
		w->ws.vendors.at[i].name = arena_fmt(&w->arena, "%s %zu", ATTACK, i);
	for (size_t i = 0; i < w->ws.source_count; i++) {
		struct source *s = &w->ws.sources[i];
		s->path = arena_fmt(&w->arena, "%s/%zu.md", ATTACK, i);
		if (s->state == SOURCE_SKIPPED)
			s->reason = s->repair = S(ATTACK);
	}
}

void world_hostile(struct world *w)
{
	world_tallyworks(w);
	const char *text = long_text(&w->arena);
	name_all(w);
	for (size_t i = 0; i < w->swap.claim_count; i++) {
		struct swapped_claim *c = &w->swap.claims[i];
		struct sentence *s = (struct sentence *)(uintptr_t)c->sentence;
		s->text = str_of(i % 2 ? text : ATTACK);
		c->reason = c->swapped = str_of(text);
		for (size_t e = 0; e < c->echo_count; e++)
			c->echoes[e].evidence.quote = str_of(e % 2 ? ATTACK : text);
	}
	struct records *r = &w->ws.records;
	for (size_t i = 0; i < r->claims.count; i++) {
		struct claim_entry *e = &r->claims.at[i];
		e->claim = e->id = e->qualifier = str_of(i % 2 ? text : ATTACK);
	}
	r->decisions.at[0].sentence = r->decisions.at[0].answer = S(ATTACK);
	r->decisions.at[0].said_to = r->decisions.at[0].outcome = S(ATTACK);
	struct deals *d = &w->ws.deals;
	for (size_t i = 0; i < d->count; i++)
		d->id[i] = S(ATTACK);
	for (size_t i = 0; i < d->account.words.count; i++)
		d->account.words.keys[i] = S(ATTACK);
	struct interview *talk = &w->ws.papers.interviews[0];
	talk->deal = talk->reasons[0] = talk->quotes.at[0].text = S(ATTACK);
	w->ws.papers.launches[0].name = S(ATTACK);
	struct battlecard *card = &w->ws.papers.battlecards[0];
	card->parts[CARD_FACTS].at[0].text = S("From 9 EUR per user per month " ATTACK);
	w->ws.config.silences[0].reason = w->ws.config.silences[0].owner = S(ATTACK);
	w->swap.headline_count = w->swap.headline_fail = 0;
	world_finish(w);
}
