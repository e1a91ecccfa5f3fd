#include "model/paper.h"

#include <assert.h>

static const struct form_key KEYS[] = {
	{ "competitor", KEY_TEXT, KEY_AT(struct battlecard, rival),
		.doc = "the competitor's id" },
	{ "reviewed", KEY_DATE, KEY_AT(struct battlecard, reviewed),
		.doc = "the day on which it was last looked through" },
	{ "owner", KEY_TEXT, KEY_AT(struct battlecard, owner),
		.doc = "who answers for it" },
	{ .path = NULL },
};

static const struct form FORM = { .keys = KEYS, .open = true };

static const struct paper_part PARTS[CARD_PARTS] = {
	[CARD_THEY_SAY] = { "they say;what they say;their claims;their pitch;"
			    "sie sagen;was sie sagen;ihre aussagen",
		"positioning;messaging" },
	[CARD_FACTS] = { "facts;key facts;fakten", "pricing;product;preise;produkt" },
	[CARD_WHY_WIN] = { "why we win;how we win;how to win;where we win;"
			   "warum wir gewinnen;wo wir gewinnen",
		"our strengths;their weaknesses;unsere stärken" },
	[CARD_WHY_LOSE] = { "why we lose;where we lose;how we lose;warum wir verlieren;"
			    "wo wir verlieren",
		"their strengths;our weaknesses;ihre stärken" },
	[CARD_TALK] = { "talk tracks;talk track;objection handling;objections;landmines;"
			"einwandbehandlung;einwände;gesprächsleitfaden",
		"questions to ask;what to say" },
	[CARD_OTHER] = { "", NULL },
};

bool battlecard_is(const struct doc *doc)
{
	struct arena scratch = { 0 };
	bool is = papers_rival_of(&scratch, doc).len > 0 ||
		  paper_parts_named(doc, PARTS, CARD_PARTS) >= 2;
	arena_free(&scratch);
	return is;
}

struct str papers_rival_of(struct arena *a, const struct doc *doc)
{
	struct battlecard card = { 0 };
	struct notes quiet = { .arena = a };
	paper_front(&FORM, doc, a, &card, &quiet);
	return card.rival;
}

void battlecard_add(struct papers *papers, const struct doc *doc, uint32_t index,
	struct source *source, struct arena *a)
{
	struct battlecard card = { .source = index };
	paper_front(&FORM, doc, a, &card, &source->notes);
	if (!card.rival.len)
		card.rival = source->rival;
	if (!card.rival.len)
		notes_add(&source->notes, "does not say whom it is about; put it below "
					  "competitors/<id>/ or "
					  "write competitor: <id> in front");
	if (!date_set(card.reviewed))
		notes_add(&source->notes, "does not say when it was reviewed; write "
					  "reviewed: 2025-11-30 in front");
	paper_read_parts(doc, PARTS, CARD_OTHER, card.parts, &card.parts[CARD_OTHER], a,
		&source->notes);
	papers->battlecards = arena_more(a, papers->battlecards, papers->battlecard_count,
		&papers->battlecard_room, sizeof *papers->battlecards);
	papers->battlecards[papers->battlecard_count++] = card;
}
