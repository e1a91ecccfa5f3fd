#include "swap/ledger.h"
#include "swap/material.h"

// Whether a sentence can be an exposure: said by us, to somebody.
static bool is_said(const struct sentence *s)
{
	return s->block != BLOCK_CODE && s->block != BLOCK_CHROME &&
	       s->block != BLOCK_META && s->sort != NOT_OURS;
}

static bool is_document(const struct copy *copy)
{
	const enum role role = copy->source->role;
	return role == ROLE_COPY || role == ROLE_NARRATIVE || role == ROLE_BATTLECARD;
}

struct looking {
	const struct aliases *names;
	struct claim_parts claim;
};

static void take_apart(const struct looking *l, struct str text, struct arena *a,
	struct claim_parts *out)
{
	struct mentions found = { .arena = a };
	aliases_find(l->names, text, &found);
	claim_parts_of(text, found.spans, found.count, a, out);
}

static void look_at(struct looking *l, const struct copy *copy, const struct sentence *s,
	struct arena *a, struct exposures *out)
{
	struct arena scratch = { 0 };
	struct claim_parts said;
	struct claim_likeness like;
	take_apart(l, s->text, &scratch, &said);
	if (claim_said_by(&l->claim, &said)) {
		claim_compare(&l->claim, &said, &like);
		out->at = arena_more(a, out->at, out->count, &out->room, sizeof *out->at);
		out->at[out->count++] = (struct exposure){ copy, s, like.a_in_b };
	}
	arena_free(&scratch);
}

void swap_exposures(const struct workspace *ws, struct str claim, struct exposures *out)
{
	struct arena *a = ws->arena;
	struct looking l = { 0 };
	*out = (struct exposures){ 0 };
	l.names = material_names(ws, a);
	take_apart(&l, claim, a, &l.claim);
	for (size_t i = 0; i < ws->copy_count; i++) {
		const struct copy *copy = &ws->copies[i];
		for (size_t j = 0; is_document(copy) && j < copy->sentences.count; j++)
			if (is_said(&copy->sentences.at[j]))
				look_at(&l, copy, &copy->sentences.at[j], a, out);
	}
}

const struct claim_entry *swap_ledger(
	const struct workspace *ws, struct str sentence, enum proof *proof)
{
	struct looking l = { 0 };
	struct ledger ledger;
	struct claim_parts parts;
	l.names = material_names(ws, ws->arena);
	ledger_of(ws, l.names, ws->arena, &ledger);
	take_apart(&l, sentence, ws->arena, &parts);
	return ledger_find(&ledger, &parts, proof);
}
