// bench_swap_corpus: what the swap test gets right on real vendors, see bench_swap.c.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "claim/filter.h"
#include "swap/compare.h"
#include "tests/swap/corpus.h"
#include "tools/bench_swap.h"

enum { GROUPS = 64 };

// One category as a market: its vendors indexed, chance measured.
struct market {
	const struct corpus *corpus;
	struct str category;
	struct arena *arena;
	struct aliases *names;
	struct seen_words *seen;
	struct index_text *texts;
	size_t count, groups;
	size_t group_of[256]; // by vendor of the corpus; SIZE_MAX outside
	struct index *index;
	struct index_room *room;
	struct judge_room judge;
	struct chance chances[GROUPS];
};

static size_t vendor_number(const struct corpus *c, struct str id)
{
	return (size_t)(corpus_vendor(c, id) - c->vendors);
}

static struct aliases *all_names(const struct corpus *c, struct arena *a)
{
	struct alias *names = ARENA_ARRAY(a, struct alias, c->vendor_count * 17);
	size_t n = 0;
	for (size_t v = 0; v < c->vendor_count; v++)
		for (size_t i = 0; i < c->vendors[v].name_count; i++)
			names[n++] = (struct alias){ c->vendors[v].names[i], (uint32_t)v,
				alias_case_of(c->vendors[v].names[i]) };
	return aliases_build(a, names, n);
}

static void market_open(
	struct market *m, const struct corpus *c, struct str category, struct arena *a)
{
	static const bool GERMAN[GROUPS];
	struct index_text *context = NULL;
	*m = (struct market){ .corpus = c, .category = category, .arena = a };
	m->names = all_names(c, a);
	m->seen = ARENA_NEW(a, struct seen_words);
	m->texts = ARENA_ARRAY(a, struct index_text, c->claim_count);
	for (size_t v = 0; v < c->vendor_count; v++)
		m->group_of[v] =
			str_eq(c->vendors[v].category, category) ? m->groups++ : SIZE_MAX;
	for (size_t i = 0; i < c->claim_count; i++) {
		const size_t v = vendor_number(c, c->claims[i].vendor);
		seen_words_add(m->seen, c->claims[i].text);
		if (m->group_of[v] != SIZE_MAX)
			m->texts[m->count++] = (struct index_text){ c->claims[i].text,
				(uint32_t)m->group_of[v] };
	}
	const size_t context_count = null_context(a, &context);
	for (size_t i = 0; i < context_count; i++)
		seen_words_add(m->seen, context[i].text);
	const struct index_plan plan = { .texts = m->texts,
		.count = m->count,
		.groups = m->groups,
		.context = context,
		.context_count = context_count,
		.names = m->names,
		.threads = 2 };
	m->index = index_open(&plan);
	m->room = index_room_open(m->index);
	m->judge = (struct judge_room){ m->index, check_words(a), m->names, m->seen };
	null_measure(m->index, GERMAN, 2, a, m->chances);
}

static void market_close(struct market *m)
{
	index_room_close(m->room);
	index_close(m->index);
}

// How one claim stands against every vendor of a market but one.
struct standing {
	size_t asked, beyond, shared, contested; // vendors
};

static struct standing stand(const struct market *m, struct str text, size_t leave_out)
{
	struct arena scratch = { 0 };
	struct standing s = { 0 };
	struct judged ours;
	struct index_query query;
	struct index_top tops[GROUPS];
	float floors[GROUPS];
	for (size_t g = 0; g < m->groups; g++)
		floors[g] = 0.1F;
	judged_of(&m->judge, text, &scratch, &ours);
	index_query_of(m->index, text, &scratch, &query);
	index_find(m->index, m->room, &query, floors, INDEX_TOP, tops);
	for (size_t g = 0; g < m->groups; g++) {
		const double threshold =
			null_threshold(&m->chances[g], side_length(&ours.side));
		enum pair_sort best = PAIR_APART;
		bool beyond = false;
		for (size_t h = 0; g != leave_out && h < tops[g].count; h++) {
			struct side theirs;
			struct pair pair;
			const struct nearness near = { (double)tops[g].at[h].similarity,
				threshold, (uint32_t)g };
			if (near.similarity <
				null_near(&m->chances[g], side_length(&ours.side)))
				break;
			side_of(m->texts[tops[g].at[h].text].text, m->names, m->seen,
				&scratch, &theirs);
			judge_weigh(&m->judge, &theirs);
			judge_pair(&m->judge, &ours, &theirs, &near, &pair);
			best = pair.sort > best ? pair.sort : best;
			beyond |= near.similarity >= threshold;
		}
		s.asked += g != leave_out;
		s.beyond += beyond;
		s.shared += best == PAIR_SHARED;
		s.contested += best == PAIR_CONTESTED;
	}
	arena_free(&scratch);
	return s;
}

static void add_standing(struct standing *sum, struct standing s)
{
	sum->asked += s.asked;
	sum->beyond += s.beyond;
	sum->shared += s.shared;
	sum->contested += s.contested;
}

// Claims of other categories against this market: whatever is said there is chance.
static size_t false_alarms(const struct market *m, struct standing *sum, size_t *any)
{
	size_t claims = 0;
	for (size_t i = 0; i < m->corpus->claim_count; i++) {
		if (str_eq(m->corpus->claims[i].category, m->category))
			continue;
		const struct standing s = stand(m, m->corpus->claims[i].text, SIZE_MAX);
		add_standing(sum, s);
		*any += s.shared > 0;
		claims++;
	}
	return claims;
}

static bool is_claim(const struct lexicon *words, struct str text)
{
	const struct block block = { .kind = BLOCK_TEXT };
	return filter_sort(words, &block, text) == IS_CLAIM;
}

static void print_alarms(const struct corpus *c)
{
	struct standing sum = { 0 };
	size_t claims = 0, any = 0, rows = 0, found = 0;
	for (size_t k = 0; k < c->category_count; k++) {
		struct arena a = { 0 };
		struct market m;
		market_open(&m, c, c->categories[k], &a);
		const struct lexicon *words = filter_words(&a);
		claims += false_alarms(&m, &sum, &any);
		for (size_t i = 0; i < c->pair_count; i++) {
			const struct corpus_pair *p = &c->pairs[i];
			if (!str_eq(p->category, c->categories[k]) ||
				!is_claim(words, p->text_a))
				continue;
			const size_t us = m.group_of[vendor_number(c, p->vendor_a)];
			const struct standing s = stand(&m, p->text_a, us);
			rows++;
			found += s.shared + s.contested > 0;
			if (!(s.shared + s.contested))
				printf("  not found: %.*s\n", (int)p->text_a.len,
					p->text_a.at);
		}
		market_close(&m);
		arena_free(&a);
	}
	printf("  claims against competitors of other categories (%zu pairs): %.2f %% "
	       "beyond "
	       "the threshold, %.2f %% shared, %.2f %% contested\n",
		sum.asked, 100.0 * (double)sum.beyond / (double)sum.asked,
		100.0 * (double)sum.shared / (double)sum.asked,
		100.0 * (double)sum.contested / (double)sum.asked);
	printf("  the same by claim, against all vendors of a category: %zu of %zu "
	       "shared "
	       "(%.2f %%)\n",
		any, claims, 100.0 * (double)any / (double)claims);
	printf("  echo pairs that are claims: %zu of %zu shared or contested\n", found,
		rows);
}

static bool most_say(const void *context, struct str concept)
{
	const struct market *m = context;
	size_t texts = 0;
	const size_t groups = index_spread(m->index, concept, &texts);
	return groups >= 2 && groups * 2 >= m->groups;
}

static void print_checks(const struct corpus *c)
{
	size_t filler[4] = { 0 }, all[4] = { 0 };
	static const char *const SORTS[] = { "filler", "shared", "differentiated",
		"not-a-claim" };
	for (size_t k = 0; k < c->category_count; k++) {
		struct arena a = { 0 };
		struct market m;
		market_open(&m, c, c->categories[k], &a);
		for (size_t i = 0; i < c->label_count; i++) {
			const struct corpus_label *l = &c->labels[i];
			struct side side;
			struct check check;
			if (!str_eq(l->category, c->categories[k]))
				continue;
			side_of(l->text, m.names, m.seen, &a, &side);
			check_claim(m.judge.words, &side, most_say, &m, &check);
			size_t sort = 0;
			while (sort < 3 && !str_eq(l->label, str_of(SORTS[sort])))
				sort++;
			all[sort]++;
			filler[sort] += check.z < check_least();
		}
		market_close(&m);
		arena_free(&a);
	}
	printf("  called filler: %zu of %zu filler, %zu of %zu shared, %zu of %zu "
	       "differentiated\n",
		filler[0], all[0], filler[1], all[1], filler[2], all[2]);
}

// Half of the labelled categories were looked at while the rules were written.
static void print_filter(const struct corpus *c)
{
	static const char *const SEEN[] = { "vector-db", "product-analytics" };
	struct arena a = { 0 };
	const struct lexicon *words = filter_words(&a);
	for (int half = 0; half < 2; half++) {
		size_t right = 0, wrong = 0, missed = 0;
		for (size_t i = 0; i < c->label_count; i++) {
			const struct corpus_label *l = &c->labels[i];
			const bool seen = str_eq(l->category, str_of(SEEN[0])) ||
					  str_eq(l->category, str_of(SEEN[1]));
			if (seen == (half == 1))
				continue;
			const bool no = str_eq(l->label, S("not-a-claim"));
			const bool said = !is_claim(words, l->text);
			right += no && said;
			wrong += !no && said;
			missed += no && !said;
		}
		printf("  claim filter, %s categories: %zu of %zu said are no claims, "
		       "%zu of "
		       "%zu found\n",
			half ? "other" : "tuning", right, right + wrong, right,
			right + missed);
	}
	arena_free(&a);
}

int bench_corpus(void)
{
	struct corpus c;
	if (!corpus_read(CORPUS_FOLDER, &c)) {
		printf("  skipped: %s is not there\n", CORPUS_FOLDER);
		return 0;
	}
	print_filter(&c);
	print_checks(&c);
	print_alarms(&c);
	bench_evidence(&c);
	bench_kneser(&c);
	bench_halves(&c);
	bench_pairs(&c);
	corpus_done(&c);
	return 0;
}
