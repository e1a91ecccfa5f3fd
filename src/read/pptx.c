// Slide decks: the slides in the order in which they are shown.
#include "read/list.h"
#include "read/pptx_deck.h"

enum { TAG_ROOT = 1, TAG_SLIDE, TAGS };
static const char *const NAMES[TAGS] = {
	[TAG_ROOT] = "p:presentation",
	[TAG_SLIDE] = "p:sldId",
};

struct reading {
	struct map *slides; // ids of relations
	struct error *err;
};

static bool on_open(void *context, int tag, int depth, const struct xml_attributes *a)
{
	struct reading *r = context;
	if (depth == 1 && tag != TAG_ROOT)
		return error_set(r->err, ERROR_FORMAT,
			"is not a slide deck, whatever its name says");
	if (tag == TAG_SLIDE)
		(void)map_add(
			r->slides, xml_value(a, "r:id")); // kept in order, once each
	return true;
}

static bool read_slides(struct deck *d, const struct map *slides, struct error *err)
{
	for (size_t i = 0; i < slides->count; i++) {
		const struct relation *r =
			relation_find(&d->package->rels, slides->keys[i]);
		bool ok = r && !r->external;
		if (!ok)
			error_set(err, ERROR_FORMAT,
				"is missing from it; open and save the file again");
		if (!ok || !slide_read(d, r->target, (uint32_t)i + 1, err))
			return error_add(err, "slide %zu", i + 1);
	}
	if (d->hidden)
		doc_meta(d->doc, S("hidden-slides"),
			arena_fmt(&d->scratch, "%zu", d->hidden),
			(struct place){ PLACE_SLIDE, 1, 1 });
	return true;
}

static bool read_deck(struct deck *d, struct error *err)
{
	struct map slides = { .arena = &d->scratch };
	struct reading reading = { &slides, err };
	const struct xml_names names = { NAMES, TAGS };
	const struct xml_sink sink = { .context = &reading, .open = on_open };
	if (!package_read(d->package, d->package->main, &names, &sink, err) ||
		!read_slides(d, &slides, err))
		return false;
	package_properties(d->package, d->doc, (struct place){ PLACE_SLIDE, 1, 1 });
	return true;
}

static bool pptx_read(
	struct str bytes, const struct read_how *how, struct doc *doc, struct error *err)
{
	(void)how; // nothing to decide for decks
	struct deck d = { .doc = doc };
	struct package package;
	struct buf draft;
	if (!package_open(bytes, &d.scratch, &package, err)) {
		arena_free(&d.scratch);
		return false;
	}
	d.package = &package;
	d.layouts.arena = &d.scratch;
	doc_begin(doc, &draft);
	bool ok = read_deck(&d, err);
	ok = doc_finish(doc, ok ? err : NULL) && ok;
	package_close(&package);
	arena_free(&d.scratch);
	return ok;
}

static bool pptx_sniff(struct str bytes)
{
	return package_has(bytes, S("ppt/presentation"));
}

const struct reader reader_pptx = {
	.name = "pptx",
	.title = "slide deck",
	.suffixes = ".pptx .pptm .ppsx .potx",
	.gives = "slides in their order with titles, text, list items, table cells, "
		 "diagrams "
		 "and chart titles, each with slide and shape; speaker notes; the first "
		 "slide's title, author, day of the last change. Hidden slides are only "
		 "counted; layouts, masters, hidden shapes, comments, pictures and "
		 "numbers in "
		 "charts are left out",
	.sniff = pptx_sniff,
	.read = pptx_read,
};
