#include "model/paper.h"

#include <assert.h>

static const struct form_key KEYS[] = {
	{ "version", KEY_TEXT, KEY_AT(struct canvas, version),
		.doc = "the number of this version" },
	{ "effective", KEY_DATE, KEY_AT(struct canvas, effective),
		.doc = "the day from which it holds" },
	{ "owner", KEY_TEXT, KEY_AT(struct canvas, owner), .doc = "who answers for it" },
	{ .path = NULL },
};

static const struct form FORM = { .keys = KEYS, .open = true };

// Dunford's five, and what teams call them (Dunford 2019, "Obviously Awesome").
static const struct paper_part ELEMENTS[ELEMENT_COUNT] = {
	[ELEMENT_ALTERNATIVES] = { "competitive alternatives;competitive alternative;"
				   "alternatives;wettbewerbsalternativen;alternativen;"
				   "wettbewerbliche alternativen",
		"what they would do without us;competition;wettbewerb" },
	[ELEMENT_ATTRIBUTES] = { "unique attributes;unique attribute;unique capabilities;"
				 "unique features;key unique attributes;differentiators;"
				 "differentiated capabilities;alleinstellungsmerkmale;"
				 "einzigartige eigenschaften;einzigartige merkmale;"
				 "differenzierungsmerkmale",
		"attributes;features;what is unique;merkmale" },
	[ELEMENT_VALUE] = { "value;differentiated value;customer value;nutzen;"
			    "kundennutzen;mehrwert;wert",
		"benefits;value proposition;nutzenversprechen" },
	[ELEMENT_SEGMENT] = { "best-fit segment;best fit segment;best-fit customers;"
			      "best fit customers;best-fit;target segment;"
			      "target customers;target customer;zielsegment;zielkunden;"
			      "zielgruppe;beste kunden;idealkunden",
		"who cares a lot;icp;ideal customer profile;segment;customers" },
	[ELEMENT_CATEGORY] = { "market category;market frame of reference;"
			       "frame of reference;marktkategorie;produktkategorie",
		"category;market;kategorie;markt" },
};

const char *element_name(enum element e)
{
	static const char *const NAMES[ELEMENT_COUNT] = {
		[ELEMENT_ALTERNATIVES] = "competitive alternatives",
		[ELEMENT_ATTRIBUTES] = "unique attributes",
		[ELEMENT_VALUE] = "value",
		[ELEMENT_SEGMENT] = "best-fit segment",
		[ELEMENT_CATEGORY] = "market category",
	};
	assert(e < ELEMENT_COUNT);
	return NAMES[e];
}

bool canvas_is(const struct doc *doc)
{
	return paper_parts_named(doc, ELEMENTS, ELEMENT_COUNT) >= 3;
}

static void note_missing(const struct canvas *c, struct notes *notes)
{
	for (enum element e = 0; e < ELEMENT_COUNT; e++)
		if (!c->elements[e].count)
			notes_add(notes, "nothing stands below '%s'", element_name(e));
}

void canvas_add(struct papers *papers, const struct doc *doc, uint32_t index,
	struct source *source, struct arena *a)
{
	struct canvas c = { .source = index };
	paper_front(&FORM, doc, a, &c, &source->notes);
	if (!date_set(c.effective) && !source->date_is_file_time)
		c.effective = source->date;
	paper_read_parts(
		doc, ELEMENTS, ELEMENT_COUNT, c.elements, &c.other, a, &source->notes);
	note_missing(&c, &source->notes);
	papers->canvases = arena_more(a, papers->canvases, papers->canvas_count,
		&papers->canvas_room, sizeof *papers->canvases);
	papers->canvases[papers->canvas_count++] = c;
}
