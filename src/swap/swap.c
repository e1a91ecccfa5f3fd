#include "swap/swap.h"

#include <string.h>

#include "swap/advice.h"
#include "swap/compare.h"
#include "swap/drift.h"
#include "swap/embed.h"
#include "swap/rate.h"
#include "swap/verdict.h"
#include "swap/words.h"

enum { USUAL_WORDS = 8, FEW_CLAIMS = 10 };

void swap_note(struct swap_result *r, struct arena *a, struct str note)
{
	r->notes =
		arena_more(a, r->notes, r->note_count, &r->note_room, sizeof *r->notes);
	r->notes[r->note_count++] = note;
}

static bool has_page(const struct material *m, size_t vendor)
{
	for (size_t g = 0; g < m->groups; g++)
		if (m->vendor[g] == vendor)
			return true;
	return false;
}

// Competitors we know by name and have no word of.
static void note_missing_pages(const struct material *m,
	const struct swap_options *options, struct swap_result *r)
{
	const struct vendors *vendors = &m->ws->vendors;
	struct str *names = ARENA_ARRAY(m->arena, struct str, vendors->count + 1);
	size_t count = 0;
	for (size_t i = 0; i < vendors->count; i++) {
		const struct vendor *v = &vendors->at[i];
		const bool asked =
			!options->against || str_eq(v->id, str_of(options->against));
		if (v->kind == VENDOR_RIVAL && v->configured && asked && !has_page(m, i))
			names[count++] = utf8_safe(m->arena, v->name, 60);
	}
	if (count)
		swap_note(r, m->arena,
			arena_fmt(m->arena,
				"No page of %" PRI_STR
				" is here: save one below competitors/ to test against "
				"%s.",
				ARG_STR(phrase_names(m->arena, names, count)),
				count == 1 ? "it" : "them"));
}

static void note_thin_pages(const struct material *m, struct swap_result *r)
{
	for (size_t g = 0; g < m->groups; g++) {
		const struct str name =
			utf8_safe(m->arena, m->ws->vendors.at[m->vendor[g]].name, 60);
		if (!m->rivals[g].claims)
			swap_note(r, m->arena,
				arena_fmt(m->arena,
					"No claim was found on what is here of %" PRI_STR
					": nothing to compare with.",
					ARG_STR(name)));
		else if (m->rivals[g].claims < FEW_CLAIMS)
			swap_note(r, m->arena,
				arena_fmt(m->arena,
					"Only %zu %s of %" PRI_STR
					" %s here: what they say elsewhere was not seen.",
					m->rivals[g].claims,
					m->rivals[g].claims == 1 ? "claim" : "claims",
					ARG_STR(name),
					m->rivals[g].claims == 1 ? "is" : "are"));
	}
}

// Whose wording was not judged, and why.
static void note_voices(const struct material *m, struct swap_result *r)
{
	struct str *names = ARENA_ARRAY(m->arena, struct str, m->groups + 1);
	size_t count = 0;
	if (!m->groups || !r->claim_count)
		return;
	if (!r->material[0].passed) {
		swap_note(r, m->arena,
			arena_fmt(m->arena,
				"What only sounds like a competitor is not judged. "
				"%" PRI_STR,
				ARG_STR(r->material[0].why)));
		return;
	}
	for (size_t i = 1; i < r->material_count; i++)
		if (!r->material[i].passed)
			names[count++] = utf8_safe(m->arena,
				m->ws->vendors.at[r->material[i].vendor].name, 60);
	if (count)
		swap_note(r, m->arena,
			arena_fmt(m->arena,
				"Not enough of their words to tell what only sounds like "
				"%" PRI_STR ".",
				ARG_STR(phrase_names(m->arena, names, count))));
}

static void note_all(const struct material *m, const struct swap_options *options,
	struct swap_result *r)
{
	if (!m->groups)
		swap_note(r, m->arena,
			arena_fmt(m->arena,
				"No competitor page is here, so this is the filler test "
				"only: claims in which nothing could be checked. Save a "
				"page as competitors/NAME/%" PRI_STR
				"-home.html, or name it: candor swap OURS --theirs "
				"THEIRS.",
				ARG_STR(str_cut(
					date_str(m->arena, m->ws->as_of), 0, 7))));
	note_missing_pages(m, options, r);
	note_thin_pages(m, r);
	note_voices(m, r);
	if (!r->ledger && r->claim_count)
		swap_note(r, m->arena,
			S("No claims ledger (messages/claims.csv): nothing here counts "
			  "as proven or unproven."));
	if (m->groups && !m->meaning)
		swap_note(r, m->arena,
			S("This test finds the same words, their inflections and common "
			  "synonyms. The same thought in entirely different words it "
			  "does not find."));
}

// The competitor whose name most of our claims could carry; the first one if none.
static size_t worst_group(const struct comparison *c)
{
	const struct material *m = c->material;
	size_t worst = 0, most = 0;
	for (size_t g = 0; g < m->groups; g++) {
		size_t said = 0;
		for (size_t i = 0; i < m->our_count; i++)
			said += choice_at(c, i, g)->sort != PAIR_APART;
		if (said > most) {
			most = said;
			worst = g;
		}
	}
	return worst;
}

static void fill_rivals(const struct comparison *c, struct swap_result *out)
{
	const struct material *m = c->material;
	out->rivals = m->rivals;
	out->rival_count = m->groups;
	for (size_t g = 0; g < m->groups; g++) {
		struct swap_rival *r = &out->rivals[g];
		r->threshold = null_threshold(&c->chances[g], USUAL_WORDS);
		if (!g || r->threshold < out->echo_threshold)
			out->echo_threshold = r->threshold;
	}
}

// The number of a competitor's group.
static size_t group_of(const struct material *m, size_t vendor)
{
	size_t g = 0;
	while (g < m->groups && m->vendor[g] != vendor)
		g++;
	return g;
}

// What is kept by group is shown in the order of competitors.
static void fill_material(const struct survivals *s, const struct material *m,
	struct arena *a, struct swap_result *out)
{
	out->material_count = m->groups + 1;
	out->material = ARENA_ARRAY(a, struct swap_material, out->material_count);
	out->material[0] = s->material[0];
	for (size_t i = 0; i < m->groups; i++)
		out->material[i + 1] =
			s->material[group_of(m, out->rivals[i].vendor) + 1];
}

static void order_against(
	const struct material *m, struct arena *a, struct swap_result *out)
{
	size_t *groups = ARENA_ARRAY(a, size_t, m->groups + 1);
	struct swap_against *spare = ARENA_ARRAY(a, struct swap_against, m->groups + 1);
	for (size_t i = 0; i < m->groups; i++)
		groups[i] = group_of(m, out->rivals[i].vendor);
	for (size_t c = 0; c < out->claim_count; c++) {
		struct swapped_claim *claim = &out->claims[c];
		memcpy(spare, claim->against, m->groups * sizeof *spare);
		for (size_t i = 0; i < m->groups; i++)
			claim->against[i] = spare[groups[i]];
	}
}

// Whoever sends sentences somewhere reads how many, and where.
static void note_meanings(const struct material *m, const struct swap_meaning *ask,
	const struct meaning *found, struct swap_result *r)
{
	struct arena *a = m->arena;
	swap_note(r, a,
		arena_fmt(a,
			"By meaning: %zu %s %s sent to %" PRI_STR " (model %" PRI_STR
			"), names masked; %zu were known from before.",
			found->sent, found->sent == 1 ? "sentence" : "sentences",
			found->sent == 1 ? "was" : "were",
			ARG_STR(utf8_safe(a, ask->endpoint, 120)),
			ARG_STR(utf8_safe(a, ask->model, 60)), found->kept));
	if (m->meaning)
		swap_note(r, a,
			S("What only the endpoint finds is judged by its words like "
			  "everything else; where they do not carry it, it is shown to "
			  "be "
			  "read and never counted as said."));
	if (found->left_out)
		swap_note(r, a,
			arena_fmt(a,
				"%zu sentences of competitors were not compared by "
				"meaning: %d in all is the limit.",
				found->left_out, EMBED_TEXTS_MAX));
}

static void find_meanings(
	struct material *m, const struct swap_options *options, struct swap_result *r)
{
	struct meaning *found = ARENA_NEW(m->arena, struct meaning);
	struct error err = { 0 };
	if (!options->meaning)
		return;
	if (embed_neighbours(
		    m, options->meaning, options->threads, m->arena, found, &err))
		m->meaning = found;
	else
		swap_note(r, m->arena,
			arena_fmt(m->arena, "Nothing was looked for by meaning: %s.",
				utf8_safe(m->arena, str_of(err.text), 0).at));
	if (m->meaning || found->sent)
		note_meanings(m, options->meaning, found, r);
}

void swap_run(const struct workspace *ws, const struct swap_options *options,
	struct swap_result *out)
{
	struct arena *a = ws->arena;
	struct material *m = ARENA_NEW(a, struct material);
	struct comparison comparison;
	struct ledger ledger;
	struct survivals survivals;
	*out = (struct swap_result){ 0 };
	material_of(ws, options, a, m);
	find_meanings(m, options, out);
	compare_all_claims(m, options->threads, a, &comparison);
	ledger_of(ws, m->names, a, &ledger);
	survivals_of(m, a, &survivals);
	const struct bench bench = { .comparison = &comparison,
		.material = m,
		.ledger = &ledger,
		.survivals = &survivals,
		.arena = a,
		.worst_group = worst_group(&comparison) };
	out->claims = ARENA_ARRAY(a, struct swapped_claim, m->our_count + 1);
	out->claim_count = m->our_count;
	for (size_t i = 0; i < m->our_count; i++) {
		verdict_of(&bench, i, &out->claims[i]);
		out->claims[i].headline = m->ours[i].headline;
	}
	out->sentences_read = m->sentences_read;
	out->not_claims = m->not_claims;
	out->rival_sentences = m->their_count;
	out->ledger = ledger.count > 0;
	fill_rivals(&comparison, out);
	if (!options->drafts)
		drift_of(m, comparison.index, a, out);
	rate_mark_copies(m, out);
	advice_all(&comparison, out);
	compare_done(&comparison);
	rate_all(m, out);
	fill_material(&survivals, m, a, out);
	order_against(m, a, out);
	words_compare(m, a, &out->words);
	note_all(m, options, out);
}
