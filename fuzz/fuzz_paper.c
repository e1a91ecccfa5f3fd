// Documents from outside as canvas, card and interview: lines are whole and in their
// place.
#include <stdlib.h>

#include "model/model.h"
#include "read/read.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static void check_lines(const struct paper_lines *lines)
{
	for (size_t i = 0; i < lines->count; i++) {
		const struct paper_line *l = &lines->at[i];
		if (!l->text.len && !l->reference_count)
			abort();
		if (l->place.kind == PLACE_LINE && !l->place.major)
			abort();
		for (size_t k = 0; k < l->reference_count; k++)
			if (!l->keys[k].len || !l->values[k].len)
				abort();
	}
}

static void read_as(enum role role, const struct doc *doc, struct arena *a)
{
	struct papers papers = { 0 };
	struct source source = { .path = S("x.md"), .role = role };
	papers_add(&papers, doc, 0, &source, a);
	papers_settle(&papers, &source);
	for (size_t i = 0; i < papers.canvas_count; i++)
		for (enum element e = 0; e < ELEMENT_COUNT; e++)
			check_lines(&papers.canvases[i].elements[e]);
	for (size_t i = 0; i < papers.battlecard_count; i++)
		for (enum card_part p = 0; p < CARD_PARTS; p++)
			check_lines(&papers.battlecards[i].parts[p]);
	for (size_t i = 0; i < papers.interview_count; i++)
		check_lines(&papers.interviews[i].quotes);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct arena a = { 0 };
	struct error err = { 0 };
	struct doc doc = { .arena = &a };
	struct str in = { (const char *)bytes, len };
	if (doc_read(S("x.md"), in, NULL, &doc, &err)) {
		struct role_guess guess = role_of_doc(role_of_path(doc.path), &doc);
		if (guess.role >= ROLE_COUNT)
			abort();
		(void)date_of_doc(&doc); // any date will do
		read_as(ROLE_CANVAS, &doc, &a);
		read_as(ROLE_BATTLECARD, &doc, &a);
		read_as(ROLE_INTERVIEW, &doc, &a);
	}
	arena_free(&a);
	return 0;
}
