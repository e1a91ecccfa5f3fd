#include "tests/audit/world.h"

#include <string.h>

struct date world_day(const char *iso)
{
	struct date d = { 0 };
	if (iso)
		(void)date_parse(str_of(iso), DATE_UNSURE, &d); // a typo shows as no date
	return d;
}

void world_open(struct world *w, const char *company, const char *as_of)
{
	*w = (struct world){ 0 };
	w->ws.arena = &w->arena;
	w->ws.as_of = world_day(as_of);
	w->ws.config.company = str_of(company);
	memcpy(w->ws.config.currency, "EUR", 4);
	memcpy(w->ws.deals.currency, "EUR", 4);
	w->ws.config.fresh_battlecard = (struct limit_days){ 60, 120 };
	w->ws.config.fresh_pages = (struct limit_days){ 90, 180 };
	w->ws.config.fresh_deals = (struct limit_days){ 14, 0 };
	w->ws.vendors.arena = &w->arena;
	struct deals *d = &w->ws.deals;
	struct words_column *columns[] = { &d->account, &d->segment, &d->loss_reason };
	for (size_t i = 0; i < COUNT(columns); i++) {
		w->columns[i] = columns[i];
		columns[i]->words.arena = &w->arena;
	}
	w->swap.echo_threshold = 0.5;
}

void world_close(struct world *w)
{
	arena_free(&w->arena);
}

size_t world_source(struct world *w, const char *path, enum role role, const char *rival,
	const char *date)
{
	struct workspace *ws = &w->ws;
	// Pointers to sources are handed out: room for all of them from the start.
	if (!ws->sources)
		ws->sources = ARENA_ARRAY(&w->arena, struct source, 256);
	ws->sources[ws->source_count] = (struct source){ .path = str_of(path),
		.role = role,
		.state = SOURCE_READ,
		.rival = str_of(rival),
		.date = world_day(date) };
	return ws->source_count++;
}

size_t world_vendor(
	struct world *w, const char *id, const char *name, enum vendor_kind kind)
{
	struct vendors *v = &w->ws.vendors;
	v->at = arena_more(&w->arena, v->at, v->count, &v->room, sizeof *v->at);
	v->at[v->count] =
		(struct vendor){ .id = str_of(id), .name = str_of(name), .kind = kind };
	return v->count++;
}

static struct copy *copy_of(struct world *w, size_t source)
{
	struct workspace *ws = &w->ws;
	const struct source *s = &ws->sources[source];
	for (size_t i = 0; i < ws->copy_count; i++)
		if (ws->copies[i].source == s)
			return &ws->copies[i];
	if (!ws->copies)
		ws->copies = ARENA_ARRAY(&w->arena, struct copy, 256);
	ws->copies[ws->copy_count] = (struct copy){ .source = s };
	ws->copies[ws->copy_count].sentences.at =
		ARENA_ARRAY(&w->arena, struct sentence, 512);
	return &ws->copies[ws->copy_count++];
}

static const struct sentence *sentence_in(
	struct copy *copy, uint32_t line, enum claim_level level, const char *text)
{
	struct sentence *s = &copy->sentences.at[copy->sentences.count++];
	*s = (struct sentence){ .place = { PLACE_LINE, line, 1 },
		.text = str_of(text),
		.sort = IS_CLAIM,
		.level = (uint8_t)level };
	return s;
}

struct swapped_claim *world_claim(struct world *w, size_t source, uint32_t line,
	enum claim_level level, const char *text, enum verdict verdict)
{
	if (!w->swap.claims)
		w->swap.claims = ARENA_ARRAY(&w->arena, struct swapped_claim, 512);
	struct copy *copy = copy_of(w, source);
	struct swapped_claim *c = &w->swap.claims[w->swap.claim_count++];
	*c = (struct swapped_claim){ .copy = copy,
		.sentence = sentence_in(copy, line, level, text),
		.verdict = verdict,
		.headline = level == LEVEL_HEADLINE,
		.swaps = verdict == VERDICT_SHARED || verdict == VERDICT_FILLER ||
			 verdict == VERDICT_CONTESTED };
	return c;
}

void world_echo(struct world *w, struct swapped_claim *claim, size_t vendor,
	double similarity, size_t source, uint32_t line, const char *text)
{
	const struct source *s = &w->ws.sources[source];
	if (!claim->echoes)
		claim->echoes = ARENA_ARRAY(&w->arena, struct echo, 4);
	claim->echoes[claim->echo_count++] = (struct echo){ .vendor = vendor,
		.similarity = similarity,
		.chance = 0.01,
		.verdict = claim->verdict,
		.works = claim->swaps,
		.evidence = { .path = s->path,
			.place = { PLACE_LINE, line, 1 },
			.quote = str_of(text),
			.date = s->date,
			.captured = s->date,
			.witness = WITNESS_THIRD_PARTY } };
}

void world_page(struct world *w, size_t source, uint32_t line, const char *text)
{
	(void)sentence_in(
		copy_of(w, source), line, LEVEL_BODY, text); // it is in the page
}

static size_t mark_words(struct str text, struct str other, struct span *out, size_t most)
{
	size_t count = 0;
	for (size_t from = 0; from < text.len && count < most;) {
		size_t to = from;
		while (to < text.len && byte_is_word(text.at[to]))
			to++;
		const struct str word = str_cut(text, from, to - from);
		if (word.len >= 4 && str_find_nocase(other, word, 0) != STR_NONE)
			out[count++] = (struct span){ (uint32_t)from, (uint32_t)to };
		from = to + 1;
	}
	return count;
}

void world_mark(struct swapped_claim *claim, struct arena *a)
{
	struct echo *e = &claim->echoes[0];
	claim->shared = ARENA_ARRAY(a, struct span, 16);
	e->shared = ARENA_ARRAY(a, struct span, 16);
	claim->shared_count =
		mark_words(claim->sentence->text, e->evidence.quote, claim->shared, 16);
	e->shared_count =
		mark_words(e->evidence.quote, claim->sentence->text, e->shared, 16);
}

struct claim_entry *world_ledger(struct world *w, size_t source, const char *id,
	const char *claim, const char *evidence, enum claim_status status,
	const char *review_by)
{
	struct records *r = &w->ws.records;
	if (!r->claims.at)
		r->claims.at = ARENA_ARRAY(&w->arena, struct claim_entry, 512);
	struct claim_entry *e = &r->claims.at[r->claims.count++];
	*e = (struct claim_entry){ .at = { (uint32_t)source,
					   (uint32_t)r->claims.count + 1 },
		.id = str_of(id),
		.claim = str_of(claim),
		.evidence = str_of(evidence),
		.status = status,
		.review_by = world_day(review_by) };
	return e;
}

struct battlecard *world_card(
	struct world *w, size_t source, const char *rival, const char *reviewed)
{
	struct papers *p = &w->ws.papers;
	if (!p->battlecards)
		p->battlecards = ARENA_ARRAY(&w->arena, struct battlecard, 16);
	struct battlecard *card = &p->battlecards[p->battlecard_count++];
	*card = (struct battlecard){ .source = (uint32_t)source,
		.rival = str_of(rival),
		.reviewed = world_day(reviewed) };
	return card;
}

void world_card_line(struct world *w, struct battlecard *card, enum card_part part,
	uint32_t line, const char *text)
{
	struct paper_lines *lines = &card->parts[part];
	lines->at = arena_more(
		&w->arena, lines->at, lines->count, &lines->room, sizeof *lines->at);
	lines->at[lines->count++] = (struct paper_line){ .place = { PLACE_LINE, line, 1 },
		.text = str_of(text) };
}

struct interview *world_interview(struct world *w, size_t source, const char *id,
	const char *deal, const char *date, const char *reason, const char *quote)
{
	struct papers *p = &w->ws.papers;
	if (!p->interviews)
		p->interviews = ARENA_ARRAY(&w->arena, struct interview, 64);
	struct interview *i = &p->interviews[p->interview_count++];
	*i = (struct interview){ .source = (uint32_t)source,
		.id = str_of(id),
		.deal = str_of(deal),
		.date = world_day(date) };
	i->reasons = ARENA_ARRAY(&w->arena, struct str, 1);
	i->reasons[0] = str_of(reason);
	i->reason_count = reason != NULL;
	if (!quote)
		return i;
	i->quotes.at = ARENA_ARRAY(&w->arena, struct paper_line, 1);
	i->quotes.at[0] = (struct paper_line){ .place = { PLACE_LINE, 8, 1 },
		.text = str_of(quote) };
	i->quotes.count = 1;
	return i;
}

struct launch *world_launch(struct world *w, size_t source, const char *name, int tier,
	const char *date, const char *gate_evidence)
{
	struct papers *p = &w->ws.papers;
	if (!p->launches)
		p->launches = ARENA_ARRAY(&w->arena, struct launch, 8);
	struct launch *l = &p->launches[p->launch_count++];
	*l = (struct launch){ .source = (uint32_t)source,
		.name = str_of(name),
		.tier = tier,
		.date = world_day(date) };
	l->gates = ARENA_ARRAY(&w->arena, struct gate, 1);
	l->gates[0] = (struct gate){ .line = 5, .evidence = str_of(gate_evidence) };
	l->gate_count = 1;
	return l;
}

const struct finding *world_find(
	const struct findings *all, const char *id, enum outcome outcome)
{
	for (size_t i = 0; i < all->count; i++)
		if (!strcmp(all->at[i].audit->id, id) && all->at[i].outcome == outcome)
			return &all->at[i];
	return NULL;
}
