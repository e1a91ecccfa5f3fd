#include "tools/bench_swap_gold.h"

#include <stdio.h>
#include <stdlib.h>

#include "claim/filter.h"
#include "swap/survive.h"
#include "tools/bench_swap.h"

static bool is_claim(const struct lexicon *words, struct str text)
{
	const struct block block = { .kind = BLOCK_TEXT };
	return filter_sort(words, &block, text) == IS_CLAIM;
}

static bool label_of(struct str label, enum gold_label *out)
{
	static const char *const NAMES[GOLD_LABELS] = { "filler", "shared",
		"differentiated" };
	for (size_t i = 0; i < GOLD_LABELS; i++)
		if (str_eq(label, str_of(NAMES[i]))) {
			*out = (enum gold_label)i;
			return true;
		}
	return false;
}

// A file name for a source: "qdrant/qdrant:README.md" is one file, not a folder.
static const char *path_of(
	struct world *w, bool ours, const char *vendor, struct str source)
{
	char *name = arena_alloc(&w->arena, source.len + 1, 1);
	for (size_t i = 0; i < source.len; i++)
		name[i] = byte_is_word(source.at[i]) ? source.at[i] : '-';
	return arena_fmt(
		&w->arena, "%s%s/%s.md", ours ? "site/" : "competitors/", vendor, name)
		.at;
}

size_t gold_claims(const struct corpus *c, const struct corpus_vendor *v,
	const struct lexicon *words, struct str *lines)
{
	size_t count = 0;
	for (size_t i = 0; i < c->claim_count; i++)
		if (str_eq(c->claims[i].vendor, v->id) &&
			is_claim(words, c->claims[i].text))
			lines[count++] = c->claims[i].text;
	return count;
}

// The documents of a vendor: its sources, or five that its claims are dealt out to.
static struct str document_of(
	const struct corpus_claim *claim, size_t number, enum gold_documents documents)
{
	static const struct str MIXED[] = { STR_INIT("one"), STR_INIT("two"),
		STR_INIT("three"), STR_INIT("four"), STR_INIT("five") };
	return documents == GOLD_REAL ? claim->source : MIXED[number % COUNT(MIXED)];
}

// The claims of a vendor, one copy a document.
static void add_vendor(struct world *w, const struct corpus *c,
	const struct corpus_vendor *v, const struct lexicon *words,
	enum gold_documents documents, bool ours)
{
	const char *id = arena_cstr(&w->arena, v->id);
	struct map sources = { .arena = &w->arena };
	if (!ours) {
		const size_t vendor = world_vendor(
			w, id, arena_cstr(&w->arena, v->names[0]), VENDOR_RIVAL);
		for (size_t i = 1; i < v->name_count; i++)
			vendors_alias(&w->ws.vendors, vendor, v->names[i]);
	}
	size_t *source = ARENA_ARRAY(&w->arena, size_t, c->claim_count + 1);
	size_t number = 0;
	for (size_t i = 0; i < c->claim_count; i++) {
		const struct corpus_claim *claim = &c->claims[i];
		source[i] = SIZE_MAX;
		if (str_eq(claim->vendor, v->id) && is_claim(words, claim->text))
			source[i] = map_add(
				&sources, document_of(claim, number++, documents));
	}
	struct str *lines = ARENA_ARRAY(&w->arena, struct str, c->claim_count);
	for (size_t s = 0; s < sources.count; s++) {
		size_t count = 0;
		for (size_t i = 0; i < c->claim_count; i++)
			if (source[i] == s)
				lines[count++] = c->claims[i].text;
		world_add_claims(w, path_of(w, ours, id, sources.keys[s]), lines, count,
			ours ? NULL : id);
	}
}

void gold_name(struct world *w, const struct corpus_vendor *us)
{
	struct config *config = &w->ws.config;
	config->company = us->names[0];
	config->alias_count = us->name_count;
	config->aliases = ARENA_ARRAY(&w->arena, struct str, us->name_count + 1);
	for (size_t i = 0; i < us->name_count; i++)
		config->aliases[i] = us->names[i];
}

void gold_world(struct world *w, const struct corpus *c, const struct corpus_vendor *us,
	const struct lexicon *words, enum gold_documents documents)
{
	world_open(w, "");
	gold_name(w, us);
	add_vendor(w, c, us, words, documents, true);
	for (size_t i = 0; i < c->vendor_count; i++)
		if (&c->vendors[i] != us && str_eq(c->vendors[i].category, us->category))
			add_vendor(w, c, &c->vendors[i], words, documents, false);
}

// A whatever the material check says, for measuring what it would add.
static void add_voice(const struct survivals *s, size_t claim, struct gold_row *row)
{
	for (size_t g = 0; g < s->groups; g++) {
		const size_t at = claim * s->groups + g;
		if (!s->asked[at])
			continue;
		const double voice = (double)s->voice[at];
		row->voice = row->voiced && row->voice < voice ? row->voice : voice;
		row->voiced = true;
	}
}

static bool same_first(const struct swapped_claim *claim)
{
	for (size_t e = 0; e < claim->echo_count; e++)
		if (claim->echoes[e].conflicts && claim->echoes[e].works)
			return true;
	return false;
}

// The leave-document-out check on invented documents.
static void check_mixed(const struct corpus *c, const struct corpus_vendor *us,
	const struct lexicon *words, struct swap_material *out)
{
	const struct swap_options options = { .threads = 2 };
	struct world w;
	struct survivals s;
	struct material m;
	gold_world(&w, c, us, words, GOLD_MIXED);
	material_of(&w.ws, &options, &w.arena, &m);
	survivals_of(&m, &w.arena, &s);
	*out = s.material[0];
	world_close(&w);
}

static void take_rows(const struct corpus *c, const struct corpus_vendor *us,
	const struct swap_result *r, const struct survivals *s, struct gold_row *rows,
	bool *known)
{
	for (size_t i = 0; i < c->label_count; i++) {
		enum gold_label label;
		if (!str_eq(c->labels[i].vendor, us->id) ||
			!label_of(c->labels[i].label, &label))
			continue;
		for (size_t k = 0; k < r->claim_count && !known[i]; k++) {
			const struct swapped_claim *claim = &r->claims[k];
			if (!str_eq(claim->sentence->text, c->labels[i].text))
				continue;
			rows[i] = (struct gold_row){ .text = c->labels[i].text,
				.label = label,
				.verdict = claim->verdict,
				.signs = claim->signs,
				.first = same_first(claim),
				.length = (double)c->labels[i].text.len };
			while (!str_eq(c->categories[rows[i].category], us->category))
				rows[i].category++;
			add_voice(s, k, &rows[i]);
			known[i] = true;
		}
		if (!known[i])
			printf("  a labelled claim was taken for none: %.*s\n",
				(int)c->labels[i].text.len, c->labels[i].text.at);
	}
}

// One vendor as us: its labelled claims, its check.
static void read_vendor(const struct corpus *c, const struct corpus_vendor *us,
	const struct lexicon *words, struct gold_row *rows, bool *known,
	struct gold_check *check)
{
	const struct swap_options options = { .threads = 2 };
	struct world w;
	struct swap_result r;
	struct survivals s;
	struct material m;
	gold_world(&w, c, us, words, GOLD_REAL);
	swap_run(&w.ws, &options, &r);
	material_of(&w.ws, &options, &w.arena, &m);
	survivals_of(&m, &w.arena, &s);
	take_rows(c, us, &r, &s, rows, known);
	const struct plain *plain = plain_open(&m, &w.arena);
	for (size_t i = 0; i < c->label_count; i++)
		if (known[i] && str_eq(c->labels[i].vendor, us->id))
			rows[i].plain = plain_check(plain, c->labels[i].text);
	check->vendor = us->id;
	check->real = r.material[0];
	if (check->real.tested)
		check_mixed(c, us, words, &check->mixed);
	world_close(&w);
}

void gold_read(const struct corpus *c, struct gold *out)
{
	*out = (struct gold){ 0 };
	struct arena a = { 0 };
	const struct lexicon *words = filter_words(&a);
	struct gold_row *rows = ARENA_ARRAY(&a, struct gold_row, c->label_count + 1);
	bool *known = ARENA_ARRAY(&a, bool, c->label_count + 1);
	out->checks = ARENA_ARRAY(&out->arena, struct gold_check, c->vendor_count + 1);
	for (size_t v = 0; v < c->vendor_count; v++)
		read_vendor(c, &c->vendors[v], words, rows, known,
			&out->checks[out->check_count++]);
	out->rows = ARENA_ARRAY(&out->arena, struct gold_row, c->label_count + 1);
	for (size_t i = 0; i < c->label_count; i++)
		if (known[i])
			out->rows[out->count++] = rows[i];
	arena_free(&a);
}

void gold_done(struct gold *g)
{
	arena_free(&g->arena);
}

int bench_rows(void)
{
	struct corpus c;
	struct gold g;
	if (!corpus_read(CORPUS_FOLDER, &c))
		return 0;
	gold_read(&c, &g);
	for (size_t i = 0; i < g.count; i++) {
		const struct gold_row *r = &g.rows[i];
		printf("%zu\t%d\t%s\t%.4f\t%.4f\t%.0f\t%.4f\t%.4f\t%d\t%.0f\t%.*s\n",
			r->category, (int)r->label, verdict_name(r->verdict),
			r->signs.echo, r->signs.check, r->signs.said, 0.0, r->voice,
			r->voiced, r->length, (int)r->text.len, r->text.at);
	}
	gold_done(&g);
	corpus_done(&c);
	return 0;
}
