// What was said, as evidence that names nobody of ours.
#include "text/text.h"
#include "value/ground.h"

enum { NAME_LEAST = 3, QUOTE_MOST = 280 };

struct naming_list {
	struct arena *arena;
	struct alias *at;
	size_t count, room;
};

static void veil_name(struct naming_list *l, struct str name, enum alias_case policy)
{
	const struct str trimmed = str_trim(name);
	if (trimmed.len < NAME_LEAST)
		return;
	l->at = arena_more(l->arena, l->at, l->count, &l->room, sizeof *l->at);
	l->at[l->count++] = (struct alias){ trimmed, 0, policy };
}

// Whole names in any case; first and family names as they are written, unless they are
// words that everybody uses.
static void veil_person(struct naming_list *l, const struct person *p)
{
	struct str rest = p->name, part;
	veil_name(l, p->id, ALIAS_ANY);
	veil_name(l, p->email, ALIAS_ANY);
	veil_name(l, p->name, ALIAS_ANY);
	while (str_split(&rest, ' ', &part))
		if (!common_word(utf8_lower(l->arena, part)))
			veil_name(l, part, ALIAS_WRITTEN);
}

static const struct aliases *veiled(const struct ground *g)
{
	struct gathering *who = g->gathering;
	if (who->veiled)
		return who->veiled;
	struct naming_list list = { .arena = g->arena };
	const struct records *r = &g->ws->records;
	for (size_t i = 0; i < r->people.count; i++)
		veil_person(&list, &r->people.at[i]);
	who->veiled = aliases_build(g->arena, list.at, list.count);
	return who->veiled;
}

struct str ground_veil(const struct ground *g, struct str text)
{
	struct mentions *found = &g->gathering->found;
	if (g->ws->config.web.names)
		return text;
	aliases_find(veiled(g), text, found);
	if (!found->count)
		return text;
	struct buf out = { 0 };
	size_t from = 0;
	for (size_t i = 0; i < found->count; i++) {
		const struct mention *m = &found->at[i];
		buf_add(&out, str_cut(text, from, m->span.from - from));
		buf_add(&out, S("[somebody of ours]"));
		from = m->name_end;
	}
	buf_add(&out, str_from(text, from));
	const struct str veil = arena_str(g->arena, buf_str(&out));
	buf_done(&out);
	return veil;
}

struct str said_quote(const struct ground *g, struct str text)
{
	return utf8_safe(g->arena, ground_veil(g, text), QUOTE_MOST);
}

struct evidence said_evidence(const struct ground *g, const struct said *s)
{
	const struct source *source = &g->ws->sources[s->source];
	return (struct evidence){ .path = source->path,
		.place = s->place,
		.column = str_of(s->column),
		.quote = said_quote(g, s->text),
		.date = s->date,
		.witness = s->witness };
}

const char *said_name(enum said_kind kind, size_t count)
{
	static const char *const NAMES[SAID_KINDS][2] = { { "request", "requests" },
		{ "exchange", "exchanges" }, { "lost deal", "lost deals" },
		{ "sentence of calls", "sentences of calls" }, { "review", "reviews" },
		{ "roadmap item", "roadmap items" },
		{ "sentence of documents", "sentences of documents" } };
	return NAMES[kind][count != 1];
}
