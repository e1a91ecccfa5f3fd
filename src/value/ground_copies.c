// What calls and documents say, by function.
#include "value/ground.h"
#include "web/web.h"

enum { HEARERS_MOST = 4 };

// Documents that engineering writes wherever they lie.
static bool is_of_engineering(struct str path)
{
	static const struct str PARTS[] = { STR_INIT("release-notes"),
		STR_INIT("release_notes"), STR_INIT("changelog"), STR_INIT("benchmark"),
		STR_INIT("test-report"), STR_INIT("test_report") };
	for (size_t i = 0; i < COUNT(PARTS); i++)
		if (str_find_nocase(path_name(path), PARTS[i], 0) != STR_NONE)
			return true;
	return false;
}

// A folder called after a function holds that function's documents.
static uint32_t owner_of(const struct ground *g, const struct source *source)
{
	struct str folder = path_folder(source->path), part;
	if (is_of_engineering(source->path))
		return ground_node(g, S("engineering"));
	while (str_split(&folder, '/', &part))
		if (usual_of(part) != USUAL_COUNT)
			return ground_node(g, part);
	return WEB_NONE;
}

static void read_document(struct gathering *g, uint32_t index)
{
	const struct copy *copy = &g->out->ws->copies[index];
	const uint32_t node = owner_of(g->out, copy->source);
	if (node == WEB_NONE || copy->source->earlier)
		return;
	for (size_t i = 0; i < copy->sentences.count; i++) {
		const struct sentence *s = &copy->sentences.at[i];
		if (s->sort == NOT_SHOWN || s->sort == NOT_LEGAL ||
			s->block == BLOCK_CHROME)
			continue;
		ground_add(g,
			(struct said){ .node = node,
				.kind = SAID_DOCUMENT,
				.account = SAID_NOBODY,
				.deal = SAID_NOBODY,
				.record = index,
				.text = s->text,
				.source = (uint32_t)(copy->source - g->out->ws->sources),
				.place = s->place,
				.witness = WITNESS_US });
	}
}

static enum call_side side_of(const struct call_voices *voices, struct str speaker)
{
	for (size_t i = 0; i < voices->count; i++)
		if (str_eq(voices->at[i].speaker, speaker))
			return voices->at[i].side;
	return SIDE_UNKNOWN;
}

// Functions of ours that were in a call; sales where none is said.
struct hearers {
	uint32_t at[HEARERS_MOST];
	size_t count;
};

static void add_hearer(struct hearers *h, uint32_t node)
{
	for (size_t i = 0; i < h->count; i++)
		if (h->at[i] == node)
			return;
	if (node != WEB_NONE && h->count < HEARERS_MOST)
		h->at[h->count++] = node;
}

static struct hearers hearers_of(
	const struct gathering *g, const struct call_entry *entry)
{
	struct str us = entry ? entry->us : (struct str){ 0 }, one;
	struct hearers h = { .count = 0 };
	while (str_split(&us, ';', &one))
		add_hearer(&h, ground_node_of_person(g->out, one));
	if (!h.count)
		add_hearer(&h, ground_node(g->out, S("sales")));
	return h;
}

static void hear(struct gathering *g, const struct hearers *hearers, struct said s)
{
	for (size_t i = 0; i < hearers->count; i++) {
		s.node = hearers->at[i];
		s.again = i > 0;
		ground_add(g, s);
	}
}

static void read_call(struct gathering *g, const struct call_cast *cast, uint32_t index)
{
	const struct copy *copy = &g->out->ws->copies[index];
	const struct call_entry *entry = call_cast_entry(cast, copy->source->path);
	const struct hearers hearers = hearers_of(g, entry);
	struct call_voices voices = { 0 };
	struct said said = { .kind = SAID_CALL,
		.account = SAID_NOBODY,
		.deal = entry ? ground_deal(g->out, entry->deal) : SAID_NOBODY,
		.record = index,
		.date = entry && date_set(entry->date)	  ? entry->date
			: copy->source->date_is_file_time ? (struct date){ 0 }
							  : copy->source->date,
		.source = (uint32_t)(copy->source - g->out->ws->sources),
		.witness = WITNESS_BUYER };
	call_cast_of(cast, copy, g->out->arena, &voices);
	for (size_t i = 0; i < copy->sentences.count; i++) {
		const struct sentence *s = &copy->sentences.at[i];
		if (side_of(&voices, s->speaker) != SIDE_THEM)
			continue;
		said.text = s->text;
		said.place = s->place;
		hear(g, &hearers, said);
	}
}

void ground_read_copies(struct gathering *g)
{
	const struct workspace *ws = g->out->ws;
	struct call_cast *cast = NULL;
	for (uint32_t i = 0; i < ws->copy_count; i++) {
		const struct copy *copy = &ws->copies[i];
		if (copy->source->role == ROLE_COPY)
			read_document(g, i);
		if (copy->source->role != ROLE_CALL || !copy->sentences.count)
			continue;
		if (!cast)
			cast = call_cast_build(ws, g->out->arena);
		read_call(g, cast, i);
	}
}
