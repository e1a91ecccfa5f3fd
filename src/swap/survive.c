#include "swap/survive.h"

#include <stdlib.h>

#include "swap/heldout.h"
#include "swap/voice.h"

/*
 * A claim of ours survives on their pages when it is nearer to them than to us by as much
 * as the middle one of their own claims is, each asked without its page, and when their
 * model likes it better than this share of them.
 */
static const double FIRM = 0.5, STRANGER = 0.25;

// One vendor's claims when their page was held out: how its own model liked them, and by
// how much more than ours did.
struct own_scores {
	double *likes, *margins;
	size_t count, room, margin_room;
};

struct asking {
	const struct material *m;
	struct arena *arena; // of the result
	struct arena scratch;
	struct voice_text *texts; // ours first, in order of material
	size_t count, vendors;
	struct map documents;
	struct voices *voices;
	struct heldout_case *cases;
	size_t case_count;
	struct own_scores *own; // by vendor
	float *likes;		// by claim of ours, then group: theirs of the text
	struct survivals *out;
};

// The number of the document a copy belongs to.
static uint32_t document_of(struct asking *c, const struct copy *copy, uint32_t vendor)
{
	struct arena *a = &c->scratch;
	int64_t version = 0;
	const struct str stem = path_unversioned(copy->source->path, a, &version);
	const struct str path = stem.len ? stem : copy->source->path;
	return (uint32_t)map_add(&c->documents,
		arena_fmt(a, "%u %" PRI_STR, (unsigned)vendor, ARG_STR(path)));
}

static void take_texts(struct asking *c)
{
	const struct material *m = c->m;
	const struct copy *last = NULL;
	uint32_t document = 0;
	c->texts = ARENA_ARRAY(
		&c->scratch, struct voice_text, m->our_count + m->their_count + 1);
	for (size_t i = 0; i < m->our_count; i++) {
		if (m->ours[i].copy != last)
			document = document_of(c, last = m->ours[i].copy, 0);
		c->texts[c->count++] =
			(struct voice_text){ m->ours[i].sentence->text, 0, document };
	}
	for (size_t i = 0; i < m->their_count; i++) {
		const struct their_claim *t = &m->theirs[i];
		const uint32_t vendor = m->texts[i].group + 1;
		if (t->card || vendor >= c->vendors)
			continue; // what we quote of them was chosen by us
		if (t->copy != last)
			document = document_of(c, last = t->copy, vendor);
		c->texts[c->count++] =
			(struct voice_text){ m->texts[i].text, vendor, document };
	}
}

// The numbers of all texts, document by document.
static size_t *by_document(const struct asking *c, size_t *starts)
{
	const size_t documents = c->documents.count;
	size_t *order = ARENA_ARRAY(c->documents.arena, size_t, c->count + 1);
	for (size_t i = 0; i < c->count; i++)
		starts[c->texts[i].document + 1]++;
	for (size_t d = 0; d < documents; d++)
		starts[d + 1] += starts[d];
	for (size_t i = 0; i < c->count; i++)
		order[starts[c->texts[i].document]++] = i;
	for (size_t d = documents; d > 0; d--)
		starts[d] = starts[d - 1];
	starts[0] = 0;
	return order;
}

static uint32_t best_of(const struct asking *c, const double *scores)
{
	uint32_t best = 0;
	bool any = false;
	for (uint32_t v = 0; v < c->vendors; v++)
		if (voices_speaks(c->voices, v) && (!any || scores[v] > scores[best])) {
			best = v;
			any = true;
		}
	return best;
}

static void keep_scores(struct asking *c, size_t i, const double *scores)
{
	const size_t groups = c->out->groups;
	const struct voice_text *t = &c->texts[i];
	if (t->vendor == 0)
		for (size_t v = 1; v < c->vendors; v++) {
			const size_t at = i * groups + v - 1;
			c->out->asked[at] = voices_speaks(c->voices, 0) &&
					    voices_speaks(c->voices, v);
			c->out->voice[at] = (float)(scores[0] - scores[v]);
			c->likes[at] = (float)scores[v];
		}
	if (!voices_has(c->voices, i))
		return;
	struct own_scores *own = &c->own[t->vendor];
	own->likes = arena_more(
		&c->scratch, own->likes, own->count, &own->room, sizeof *own->likes);
	own->margins = arena_more(&c->scratch, own->margins, own->count,
		&own->margin_room, sizeof *own->margins);
	own->likes[own->count] = scores[t->vendor];
	own->margins[own->count++] = scores[t->vendor] - scores[0];
	c->cases[c->case_count++] =
		(struct heldout_case){ t->vendor, t->document, best_of(c, scores) };
}

static void ask_all(struct asking *c)
{
	double scores[VOICE_VENDORS];
	size_t *starts = ARENA_ARRAY(&c->scratch, size_t, c->documents.count + 2);
	const size_t *order = by_document(c, starts);
	for (uint32_t d = 0; d < c->documents.count; d++) {
		const uint32_t vendor = c->texts[order[starts[d]]].vendor;
		if (!voices_speaks(c->voices, vendor) || !voices_leave_out(c->voices, d))
			continue;
		for (size_t k = starts[d]; k < starts[d + 1]; k++) {
			const size_t i = order[k];
			const bool needed = vendor == 0 || voices_has(c->voices, i);
			if (needed && voices_ask(c->voices, i, scores))
				keep_scores(c, i, scores);
		}
	}
}

static int ascending(const void *a, const void *b)
{
	const double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

// The value that a share of them stays below.
static double quantile(double *values, size_t count, double share)
{
	qsort(values, count, sizeof *values, ascending);
	return values[(size_t)(share * (double)count)];
}

static void settle(struct asking *c)
{
	struct survivals *out = c->out;
	for (size_t g = 0; g + 1 < c->vendors; g++) {
		const struct own_scores *own = &c->own[g + 1];
		if (!out->material[0].passed || !out->material[g + 1].passed)
			continue;
		const double likes = quantile(own->likes, own->count, STRANGER);
		const double margin = quantile(own->margins, own->count, FIRM);
		for (size_t i = 0; i < c->m->our_count; i++) {
			const size_t at = i * out->groups + g;
			const double voice = (double)out->voice[at];
			if (out->asked[at])
				out->survives[at] =
					voice < 0 && -voice >= margin &&
							(double)c->likes[at] >= likes
						? SURVIVES_YES
						: SURVIVES_NO;
		}
	}
}

static struct str name_of(const struct asking *c, size_t vendor)
{
	const struct workspace *ws = c->m->ws;
	return vendor ? utf8_safe(c->arena, ws->vendors.at[c->m->vendor[vendor - 1]].name,
				60)
		      : S("your own copy");
}

// Why a vendor's wording was not tested.
static struct str why_untested(const struct asking *c, size_t vendor)
{
	const struct swap_material *m = &c->out->material[vendor];
	const struct str name = name_of(c, vendor);
	if (vendor >= c->vendors)
		return S("There are more competitors than wording is compared for.");
	if (m->claims < VOICE_FEWEST)
		return arena_fmt(c->arena,
			"Not enough of %s words: %zu %s%s%" PRI_STR
			", %d are needed to know a wording.",
			vendor ? "their" : "your own", m->claims,
			m->claims == 1 ? "claim" : "claims", vendor ? " of " : "",
			ARG_STR(vendor ? name : (struct str){ 0 }), (int)VOICE_FEWEST);
	if (m->documents < 2)
		return arena_fmt(c->arena,
			"All claims of %" PRI_STR
			" stand in one document, so none can be tested on another.",
			ARG_STR(name));
	size_t speaking = 0;
	for (size_t v = 0; v < c->vendors; v++)
		speaking += voices_speaks(c->voices, v);
	if (speaking < 2)
		return arena_fmt(c->arena,
			"Nobody else has the %d claims that a comparison needs.",
			(int)VOICE_FEWEST);
	return arena_fmt(c->arena,
		"Without one of their documents fewer than %d claims of %" PRI_STR
		" are left.",
		(int)VOICE_FEWEST, ARG_STR(name));
}

static void say_why(const struct asking *c, size_t vendor)
{
	struct swap_material *m = &c->out->material[vendor];
	if (!m->tested) {
		m->why = why_untested(c, vendor);
		return;
	}
	m->why = arena_fmt(c->arena,
		"Of %zu claims of %" PRI_STR ", each compared without the document it "
		"stands in, %zu are recognised by their wording; chance alone gives "
		"%d%%, up to %d%%%s.",
		m->accuracy.n, ARG_STR(name_of(c, vendor)), m->accuracy.k,
		words_percent(m->chance.value), words_percent(m->chance.high),
		m->passed ? "" : ": not enough to tell who would say what");
}

static void fill_material(struct asking *c)
{
	const struct material *m = c->m;
	struct survivals *out = c->out;
	for (size_t v = 0; v <= m->groups; v++) {
		out->material[v].vendor = v ? m->vendor[v - 1] : SIZE_MAX;
		out->material[v].claims = voices_claims(c->voices, v);
		out->material[v].documents = voices_documents(c->voices, v);
	}
	heldout_check(c->cases, c->case_count, c->documents.count, out->material,
		m->groups + 1);
	for (size_t v = 0; v <= m->groups; v++)
		say_why(c, v);
}

void survivals_of(const struct material *m, struct arena *a, struct survivals *out)
{
	struct asking c = { .m = m, .arena = a, .out = out };
	const size_t cells = m->our_count * m->groups + 1;
	*out = (struct survivals){ .groups = m->groups };
	out->voice = ARENA_ARRAY(a, float, cells);
	out->asked = ARENA_ARRAY(a, uint8_t, cells);
	out->survives = ARENA_ARRAY(a, uint8_t, cells);
	out->material = ARENA_ARRAY(a, struct swap_material, m->groups + 1);
	c.documents.arena = &c.scratch;
	c.vendors = m->groups + 1 < VOICE_VENDORS ? m->groups + 1 : VOICE_VENDORS;
	c.likes = ARENA_ARRAY(&c.scratch, float, cells);
	c.own = ARENA_ARRAY(&c.scratch, struct own_scores, c.vendors);
	take_texts(&c);
	c.cases = ARENA_ARRAY(&c.scratch, struct heldout_case, c.count + 1);
	const struct voice_plan plan = { c.texts, c.count, c.vendors, c.documents.count,
		m->names };
	c.voices = voices_open(&plan, &c.scratch);
	ask_all(&c);
	fill_material(&c);
	settle(&c);
	arena_free(&c.scratch);
}
