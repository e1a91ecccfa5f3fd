#include "market/heard.h"

struct hearing {
	const struct workspace *ws;
	struct heard *out;
	struct arena *arena;
	struct map deals;      // ids that calls and interviews name
	size_t *row;	       // by deal: its row plus one, 0 unknown
	struct map colleagues; // ids, names and addresses in lower case
	enum tongue tongue;
};

static uint32_t account_of(struct hearing *h, struct str name, bool anonymous)
{
	struct heard *out = h->out;
	char room[512];
	// Case and outer space do not make another account.
	struct str key = str_cut(str_trim(name), 0, sizeof room);
	for (size_t i = 0; i < key.len; i++)
		room[i] = byte_lower(key.at[i]);
	key.at = room;
	const size_t before = out->accounts.count;
	const size_t at = map_add(&out->accounts, key);
	while (out->anonymous_room <= at)
		out->anonymous = arena_more(h->arena, out->anonymous, out->anonymous_room,
			&out->anonymous_room, sizeof *out->anonymous);
	if (at == before)
		out->anonymous[at] = anonymous;
	return (uint32_t)at;
}

static struct str account_of_deal(const struct hearing *h, struct str deal)
{
	const size_t at = deal.len ? map_find(&h->deals, deal) : MAP_NONE;
	if (at == MAP_NONE || !h->row[at])
		return deal;
	const struct words_column *names = &h->ws->deals.account;
	const uint32_t code = names->code ? names->code[h->row[at] - 1] : 0;
	return code ? names->words.keys[code - 1] : deal;
}

// One walk over all deals, however many, for the few that are spoken of.
static void know_deals(struct hearing *h)
{
	const struct deals *d = &h->ws->deals;
	const struct records *r = &h->ws->records;
	const struct papers *p = &h->ws->papers;
	for (size_t i = 0; i < r->calls.count; i++)
		(void)map_add(&h->deals, r->calls.at[i].deal); // a set
	for (size_t i = 0; i < p->interview_count; i++)
		(void)map_add(&h->deals, p->interviews[i].deal); // a set
	h->row = ARENA_ARRAY(h->arena, size_t, h->deals.count + 1);
	for (size_t i = 0; d->id && i < d->count; i++) {
		const size_t at = map_find(&h->deals, d->id[i]);
		if (at != MAP_NONE)
			h->row[at] = i + 1;
	}
}

static uint32_t add_talk(struct hearing *h, const struct talk *talk)
{
	struct heard *out = h->out;
	const int age = date_set(talk->date) ? h->ws->as_of.days - talk->date.days
					     : HEARD_DAYS + 1;
	out->talks = arena_more(h->arena, out->talks, out->talk_count, &out->talk_room,
		sizeof *out->talks);
	out->talks[out->talk_count] = *talk;
	out->talks[out->talk_count].recent = age >= 0 && age <= HEARD_DAYS;
	out->talks[out->talk_count].from = out->line_count;
	return (uint32_t)out->talk_count++;
}

static uint8_t persona_of(struct hearing *h, struct str role)
{
	struct map *all = &h->out->personas;
	const struct str name = utf8_lower(h->arena, str_trim(role));
	if (!name.len)
		return 0;
	const size_t known = map_find(all, name);
	if (known == MAP_NONE && all->count >= PERSONAS_MAX)
		return 0;
	return (uint8_t)(map_add(all, name) + 1);
}

static void add_line(struct hearing *h, struct spoken line)
{
	struct heard *out = h->out;
	struct talk *talk = &out->talks[line.talk];
	line.terms = terms_line(&out->terms, line.text, h->tongue, &h->tongue);
	line.tongue = (uint8_t)h->tongue;
	out->lines = arena_more(h->arena, out->lines, out->line_count, &out->line_room,
		sizeof *out->lines);
	out->lines[out->line_count++] = line;
	talk->buyer = true;
}

// A passage of a buyer becomes sentences.
static void add_passage(struct hearing *h, struct str text, const struct spoken *like)
{
	struct spoken line = *like;
	struct span span;
	const enum tongue tongue = tongue_of(text);
	h->tongue = tongue;
	for (size_t at = 0; split_next(text, tongue, &at, &span);) {
		line.text = str_cut(text, span.from, span.to - span.from);
		add_line(h, line);
		line.goes_on = true;
	}
}

static void hear_sentences(struct hearing *h, const struct copy *call,
	const struct call_voices *voices, const uint8_t *personas, uint32_t talk)
{
	const struct call_voice *last = NULL;
	for (size_t i = 0; i < call->sentences.count; i++) {
		const struct sentence *s = &call->sentences.at[i];
		const struct call_voice *v = NULL;
		for (size_t k = 0; k < voices->count && !v; k++)
			if (str_eq(voices->at[k].speaker, s->speaker))
				v = &voices->at[k];
		if (!v || v->side != SIDE_THEM) {
			h->out->unknown_lines += v && v->side == SIDE_UNKNOWN;
			last = NULL;
			continue;
		}
		add_line(h, (struct spoken){ .text = s->text,
				    .place = s->place,
				    .talk = talk,
				    .persona = personas[v - voices->at],
				    .goes_on = v == last });
		last = v;
	}
}

static void hear_call(
	struct hearing *h, const struct call_cast *cast, const struct copy *call)
{
	struct call_voices voices;
	struct arena scratch = { 0 };
	const struct workspace *ws = h->ws;
	const struct call_entry *entry = call_cast_entry(cast, call->source->path);
	const struct str account =
		entry ? account_of_deal(h, entry->deal) : (struct str){ 0 };
	const bool dated = entry && date_set(entry->date);
	const uint32_t talk = add_talk(h,
		&(struct talk){ .in = HEARD_CALL,
			.source = (uint32_t)(call->source - ws->sources),
			.account = account_of(
				h, account.len ? account : call->source->path, false),
			.date = dated				  ? entry->date
				: call->source->date_is_file_time ? (struct date){ 0 }
								  : call->source->date });
	call_cast_of(cast, call, &scratch, &voices);
	uint8_t *personas = ARENA_ARRAY(&scratch, uint8_t, voices.count + 1);
	for (size_t i = 0; i < voices.count; i++)
		personas[i] = persona_of(h, voices.at[i].role);
	hear_sentences(h, call, &voices, personas, talk);
	h->out->calls++;
	h->out->calls_unknown += !h->out->talks[talk].buyer;
	h->out->calls_without_deal += !account.len && h->out->talks[talk].buyer;
	arena_free(&scratch);
}

static void hear_calls(struct hearing *h)
{
	struct arena scratch = { 0 };
	const struct call_cast *cast = call_cast_build(h->ws, &scratch);
	for (size_t i = 0; i < h->ws->copy_count; i++)
		if (h->ws->copies[i].source->role == ROLE_CALL)
			hear_call(h, cast, &h->ws->copies[i]);
	arena_free(&scratch);
}

static void hear_interviews(struct hearing *h)
{
	const struct papers *p = &h->ws->papers;
	for (size_t i = 0; i < p->interview_count; i++) {
		const struct interview *in = &p->interviews[i];
		struct str account = account_of_deal(h, in->deal);
		if (in->account.len)
			account = in->account;
		if (!account.len)
			account = h->ws->sources[in->source].path;
		const uint32_t talk =
			add_talk(h, &(struct talk){ .in = HEARD_INTERVIEW,
					    .source = in->source,
					    .account = account_of(h, account, false),
					    .date = in->date });
		const uint8_t persona = persona_of(h, in->interviewee);
		for (size_t q = 0; q < in->quotes.count; q++)
			add_passage(h, in->quotes.at[q].text,
				&(struct spoken){ .place = in->quotes.at[q].place,
					.talk = talk,
					.persona = persona });
	}
}

// An own survey names nobody.
static bool is_about_us(const struct workspace *ws, struct str subject)
{
	return !subject.len || vendors_is_us(&ws->vendors, subject);
}

static struct place row_of(struct at at)
{
	return (struct place){ .kind = PLACE_ROW, .major = at.row };
}

static void hear_reviews(struct hearing *h)
{
	const struct records *r = &h->ws->records;
	for (size_t i = 0; i < r->reviews.count; i++) {
		const struct review *v = &r->reviews.at[i];
		if (!is_about_us(h->ws, v->subject))
			continue;
		const struct str name = arena_fmt(h->arena, "review %zu", i + 1);
		const struct spoken like = { .place = row_of(v->at),
			.talk = add_talk(h, &(struct talk){ .in = HEARD_REVIEW,
						    .source = v->at.source,
						    .account = account_of(h, name, true),
						    .date = v->date }),
			.persona = persona_of(h, v->role),
			.praise = true };
		add_passage(h, v->title, &like);
		add_passage(h, v->likes, &like);
		add_passage(h, v->dislikes, &like);
	}
}

static void know_colleagues(struct hearing *h)
{
	const struct records *r = &h->ws->records;
	for (size_t i = 0; i < r->people.count; i++) {
		const struct person *p = &r->people.at[i];
		const struct str names[] = { p->id, p->name, p->email };
		for (size_t n = 0; n < COUNT(names); n++)
			if (names[n].len)
				(void)map_add(&h->colleagues, // a set
					utf8_lower(h->arena, names[n]));
	}
}

static bool is_colleague(const struct hearing *h, struct str name)
{
	return name.len &&
	       map_find(&h->colleagues, utf8_lower(h->arena, name)) != MAP_NONE;
}

// A request is a customer's own words where it names the account and no colleague wrote
// it.
static void hear_tickets(struct hearing *h)
{
	const struct records *r = &h->ws->records;
	for (size_t i = 0; i < r->requests.count; i++) {
		const struct request *q = &r->requests.at[i];
		if (!q->account.len || q->function.len || is_colleague(h, q->from))
			continue;
		const uint32_t talk =
			add_talk(h, &(struct talk){ .in = HEARD_TICKET,
					    .source = q->at.source,
					    .account = account_of(h, q->account, false),
					    .date = q->date });
		add_passage(h, q->ask,
			&(struct spoken){ .place = row_of(q->at), .talk = talk });
	}
}

static void count_all(struct heard *out, struct arena *a)
{
	bool *seen = ARENA_ARRAY(a, bool, out->accounts.count + 1);
	bool *recently = ARENA_ARRAY(a, bool, out->accounts.count + 1);
	for (size_t i = 0; i < out->talk_count; i++) {
		const struct talk *t = &out->talks[i];
		if (!t->buyer)
			continue;
		out->counts[t->in]++;
		out->recent[t->in] += t->recent;
		out->buyers += !seen[t->account];
		seen[t->account] = true;
		out->buyers_recent += t->recent && !recently[t->account];
		recently[t->account] |= t->recent;
	}
}

void heard_of(const struct workspace *ws, const struct market_words *words,
	struct arena *a, struct heard *out)
{
	struct hearing h = {
		.ws = ws, .out = out, .arena = a, .deals.arena = a, .colleagues.arena = a
	};
	*out = (struct heard){ .words = words, .accounts.arena = a, .personas.arena = a };
	terms_init(&out->terms, a, words);
	know_deals(&h);
	know_colleagues(&h);
	hear_calls(&h);
	hear_interviews(&h);
	hear_reviews(&h);
	hear_tickets(&h);
	count_all(out, a);
}
