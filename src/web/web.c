#include "web/result.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "web/checklist.h"
#include "web/weave.h"

const char *const WEB_NOTICE =
	"This describes teams, not people, and only what left a trace in the files read; "
	"do not use it for reviews.";

static const char *const VERDICTS[WEB_VERDICTS] = {
	[WEB_NOT_NEEDED] = "not needed",
	[WEB_GAP] = "gap",
	[WEB_POSSIBLE_GAP] = "possible gap",
	[WEB_ENOUGH] = "enough",
	[WEB_NO_DATA] = "no data",
	[WEB_CANNOT_TELL] = "cannot tell",
};

static const char *const BASES[] = {
	[WEB_BASIS_STRENGTH] = "strength",
	[WEB_BASIS_FEW] = "few-functions",
	[WEB_BASIS_ONE_LOG] = "one-log",
	[WEB_BASIS_UNMAPPED] = "unmapped",
	[WEB_BASIS_THIN] = "thin",
	[WEB_BASIS_EMPTY] = "empty",
};

const char *web_verdict_name(enum web_verdict verdict)
{
	return VERDICTS[verdict];
}

const char *web_basis_name(enum web_basis basis)
{
	return BASES[basis];
}

struct web_settings web_settings_default(void)
{
	enum { MAIL_ADDRESSEES = 12, MEETING_OTHERS = 19 };
	struct web_settings s = {
		.weights = { [CHANNEL_MEETING] = 1,
			[CHANNEL_TICKET] = 1,
			[CHANNEL_THREAD] = .7,
			[CHANNEL_MAIL] = .5,
			[CHANNEL_REACTION] = .2 },
		.half_life_days = 90,
		.k = 5,
		.focus = 3,
		.replicates = 400,
		.seed = 1,
		.threads = 1,
		.own = WEB_NONE,
	};
	for (size_t c = 0; c < CHANNEL_COUNT; c++)
		s.broadcast[c] = MAIL_ADDRESSEES;
	s.broadcast[CHANNEL_MEETING] = MEETING_OTHERS;
	return s;
}

struct web_settings web_settings_of(
	const struct workspace *ws, const struct web_traffic *traffic, size_t threads)
{
	struct web_settings s = web_settings_default();
	const struct web_rule *rule = &ws->config.web;
	s.threads = threads;
	s.half_life_days = rule->half_life_days;
	s.k = rule->k > 0 ? (uint32_t)rule->k : s.k;
	s.focus = rule->focus > 0 && rule->focus < WEB_FOCUS_MAX ? (size_t)rule->focus
								 : WEB_FOCUS_MAX;
	s.weights[CHANNEL_MEETING] = rule->meeting;
	s.weights[CHANNEL_TICKET] = rule->ticket;
	s.weights[CHANNEL_THREAD] = rule->reply;
	s.weights[CHANNEL_MAIL] = rule->mail;
	s.weights[CHANNEL_REACTION] = rule->reaction;
	s.own = function_find(traffic, usual_title(USUAL_PMM));
	return s;
}

size_t web_link_index(const struct web *web, uint32_t a, uint32_t b)
{
	assert(a != b && a < web->node_count && b < web->node_count);
	return link_of(web->node_count, a, b);
}

struct web_link *web_link_at(const struct web *web, uint32_t a, uint32_t b)
{
	return &web->links[web_link_index(web, a, b)];
}

uint32_t web_node_find(const struct web *web, struct str id)
{
	for (uint32_t i = 0; i < web->node_count; i++)
		if (str_eq(web->nodes[i].id, id))
			return i;
	return WEB_NONE;
}

void weave_note(struct weave *m, struct str note)
{
	struct web *w = m->web;
	w->notes = arena_more(
		m->arena, w->notes, w->note_count, &w->note_room, sizeof *w->notes);
	w->notes[w->note_count++] = note;
}

// "2 exchanges ..." or "mail/a.mbox: ..." as a sentence of its own.
static struct str sentence_of(struct arena *a, struct str note)
{
	return note.len && note.at[note.len - 1] != '.'
		       ? arena_fmt(a, "%" PRI_STR ".", ARG_STR(note))
		       : note;
}

// What the files could not tell comes first: every other figure rests on it.
static void note_inputs(struct weave *m)
{
	const struct notes *read = &m->traffic->notes;
	for (size_t i = 0; i < read->count; i++)
		weave_note(m, sentence_of(m->arena, read->at[i]));
	if (read->dropped)
		weave_note(m, arena_fmt(m->arena, "%" PRI_STR " more notes of this kind.",
				      ARG_STR(words_number(m->arena, read->dropped))));
	for (size_t i = 0; i < m->needs->note_count; i++)
		weave_note(m, sentence_of(m->arena, m->needs->notes[i]));
}

// Where too much is unmapped, the sentence below the figures says it: web_say.
static void drop_unmapped(struct weave *m)
{
	struct web *w = m->web;
	const size_t at = m->traffic->unmapped_note; // notes of the traffic come first
	if (w->basis != WEB_BASIS_UNMAPPED || !at)
		return;
	w->note_count--;
	memmove(w->notes + at - 1, w->notes + at,
		(w->note_count - (at - 1)) * sizeof *w->notes);
}

// Functions most companies have and nobody named here: asked once.
static void list_missing(struct weave *m)
{
	bool named[USUAL_COUNT + 1] = { [USUAL_PMM] = true };
	for (size_t i = 0; i < m->traffic->function_count; i++) {
		const struct web_function *f = &m->traffic->functions[i];
		const enum usual u = usual_of(f->id);
		named[u == USUAL_COUNT ? usual_of(f->name) : u] = true;
	}
	m->web->missing = ARENA_ARRAY(m->arena, struct str, USUAL_COUNT);
	for (size_t u = 0; u < USUAL_COUNT; u++)
		if (!named[u])
			m->web->missing[m->web->missing_count++] =
				usual_title((enum usual)u);
}

void web_measure(const struct web_traffic *traffic, const struct web_needs *needs,
	const struct web_settings *settings, struct arena *a, struct web *out)
{
	struct arena scratch = { 0 };
	struct weave m = { .traffic = traffic,
		.needs = needs,
		.settings = settings,
		.arena = a,
		.scratch = &scratch,
		.web = out };
	*out = (struct web){ .from = traffic->from,
		.to = traffic->to,
		.mapped = traffic->mapped,
		.unmapped = traffic->unmapped,
		.unmapped_with = traffic->unmapped_with,
		.outside = traffic->outside,
		.own = WEB_NONE,
		.answered = NAN };
	note_inputs(&m);
	weave_nodes(&m);
	weave_links(&m);
	weave_basis(&m);
	drop_unmapped(&m);
	weave_demand(&m);
	weave_roles(&m);
	weave_circle(&m);
	weave_picks(&m);
	weave_ways(&m);
	list_missing(&m);
	arena_free(&scratch);
}

void web_run(const struct web_traffic *traffic, const struct web_needs *needs,
	const struct web_settings *settings, struct arena *a, struct web *out)
{
	web_measure(traffic, needs, settings, a, out);
	web_veil(out, settings->k);
	web_say(out, a);
}
