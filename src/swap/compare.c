#include "swap/compare.h"

#include <string.h>

#include "build_id.h"
#include "swap/denial.h"
#include "swap/embed.h"

// What index_mark_of says of a sentence of theirs.
enum { IS_FIRST = 1 };

// What is only near is still shown, down to this share of the threshold.
static const double NEAR = 0.6;
enum { USUAL_WORDS = 8 };

size_t side_length(const struct side *s)
{
	return s->parts.count + s->parts.numbers.count;
}

const struct choice *choice_at(const struct comparison *c, size_t claim, size_t group)
{
	return &c->choices[claim * c->material->groups + group];
}

// A sentence of theirs that claims a first place, taken apart once.
struct first {
	uint32_t text;
	struct side side;
};

struct comparing {
	struct comparison *out;
	const struct material *m;
	float *floors; // by group
	struct index_room **rooms;
	struct first *firsts;
	size_t first_count, first_room;
	struct denials *denials;
	size_t background; // texts of the context before ours
};

// Of a sentence of theirs: whether it claims a first place, and what it denies.
static void mark_text(struct str text, const struct mentions *names, enum index_kind kind,
	struct row_notes *out)
{
	if (kind == INDEX_BACKGROUND)
		out->mark = null_mark(text);
	if (kind != INDEX_THEIRS)
		return;
	const bool first = exclusive_may_be(text);
	if (!first && !claim_negates(text))
		return;
	struct arena scratch = { 0 };
	struct side side = { .text = text };
	claim_parts_of(text, names->spans, names->count, &scratch, &side.parts);
	exclusive_find(&side);
	out->mark = side.exclusive.class != EXCLUSIVE_NONE ? IS_FIRST : 0;
	denial_note(&side.parts, out);
	arena_free(&scratch);
}

static void find_firsts(struct comparing *c, struct arena *a)
{
	const struct material *m = c->m;
	c->denials = denials_of(m, c->out->index, a);
	for (size_t i = 0; i < m->their_count; i++) {
		if (index_mark_of(c->out->index, i) != IS_FIRST)
			continue;
		struct first first = { .text = (uint32_t)i };
		side_of(m->texts[i].text, m->names, m->seen, a, &first.side);
		if (first.side.exclusive.class == EXCLUSIVE_NONE)
			continue;
		c->firsts = arena_more(
			a, c->firsts, c->first_count, &c->first_room, sizeof *c->firsts);
		c->firsts[c->first_count++] = first;
	}
}

// Whether x decides before y.
static bool decides(const struct choice *x, const struct choice *y)
{
	if (y->text == CHOICE_NONE || x->sort != y->sort)
		return y->text == CHOICE_NONE || x->sort > y->sort;
	const bool first_x = x->conflict == CONFLICT_FIRST;
	const bool first_y = y->conflict == CONFLICT_FIRST;
	return first_x != first_y ? first_x : x->similarity > y->similarity;
}

static struct choice choice_of(const struct comparing *c, const struct judged *ours,
	const struct index_hit *hit, double threshold, double near_threshold,
	struct arena *scratch)
{
	const struct material *m = c->m;
	struct choice choice = {
		.text = hit->text, .similarity = hit->similarity, .sort = PAIR_APART
	};
	if ((double)hit->similarity < near_threshold)
		return choice;
	struct side theirs;
	struct pair pair;
	side_of(m->texts[hit->text].text, m->names, m->seen, scratch, &theirs);
	judge_weigh(&c->out->room, &theirs);
	const struct nearness near = { (double)hit->similarity, threshold,
		m->texts[hit->text].group };
	judge_pair(&c->out->room, ours, &theirs, &near, &pair);
	choice.beyond = near.similarity >= threshold;
	choice.sort = (uint8_t)pair.sort;
	choice.conflict = (uint8_t)pair.conflict;
	choice.covered = (float)pair.covered;
	choice.partly = pair.partly;
	return choice;
}

// Two claims to the same first place contest each other, however they are worded.
static void take_firsts(
	const struct comparing *c, const struct side *ours, struct choice *choices)
{
	for (size_t i = 0; ours->exclusive.class && i < c->first_count; i++) {
		const struct first *first = &c->firsts[i];
		struct choice *choice = &choices[c->m->texts[first->text].group];
		const bool settled =
			choice->sort == PAIR_SHARED || choice->conflict == CONFLICT_FIRST;
		if (settled || !exclusive_same(ours, &first->side))
			continue;
		const float similarity =
			choice->text == first->text ? choice->similarity : 0;
		*choice = (struct choice){ .text = first->text,
			.similarity = similarity,
			.sort = PAIR_CONTESTED,
			.conflict = CONFLICT_FIRST,
			.beyond = true };
	}
}

// How similar one text of theirs is, if it is among the best; else 0.
static float similarity_in(const struct index_top *top, uint32_t text)
{
	for (size_t h = 0; h < top->count; h++)
		if (top->at[h].text == text)
			return top->at[h].similarity;
	return 0;
}

/*
 * What a competitor denies anywhere it does not say, whatever another sentence of its is
 * like.  Where nothing is said, a denial counts only if it is near itself: a word that
 * happens to be denied somewhere proves nothing.
 */
static void take_denials(const struct comparing *c, const struct side *ours,
	const struct index_top *tops, struct choice *choices)
{
	for (size_t g = 0; g < c->m->groups; g++) {
		if (choices[g].sort == PAIR_CONTESTED)
			continue;
		const uint32_t text =
			denials_find(c->denials, &c->out->room, ours, (uint32_t)g);
		const float similarity =
			text == CHOICE_NONE ? 0 : similarity_in(&tops[g], text);
		const double near = null_near(&c->out->chances[g], side_length(ours));
		if (text == CHOICE_NONE ||
			(choices[g].sort == PAIR_APART && (double)similarity < near))
			continue;
		choices[g] = (struct choice){ .text = text,
			.similarity = similarity,
			.sort = PAIR_CONTESTED,
			.conflict = CONFLICT_TURNED,
			.beyond = true };
	}
}

/*
 * What means much the same in other words is judged by its words like everything else, as
 * if it were just beyond chance; if they do not carry it, it says only that a person
 * should read both.  Evidence of words goes before.
 */
static void take_meanings(const struct comparing *c, size_t claim,
	const struct judged *ours, struct choice *choices, struct arena *scratch)
{
	for (size_t g = 0; c->m->meaning && g < c->m->groups; g++) {
		const struct embed_top *top = embed_top_at(c->m->meaning, claim, g);
		const double threshold =
			null_threshold(&c->out->chances[g], side_length(&ours->side));
		if (choices[g].sort != PAIR_APART || choices[g].beyond)
			continue;
		for (size_t h = 0; h < top->count; h++) {
			const struct index_hit hit = { (float)threshold + 1e-4f,
				top->at[h].text };
			struct choice choice =
				choice_of(c, ours, &hit, threshold, 0, scratch);
			choice.meaning = top->at[h].cosine;
			if (choice.sort > choices[g].sort || choices[g].meaning <= 0)
				choices[g] = choice;
		}
	}
}

static void compare_claim(void *context, size_t i, size_t worker)
{
	const struct comparing *c = context;
	const struct material *m = c->m;
	struct arena scratch = { 0 };
	struct judged ours;
	struct index_query query;
	const struct str text = m->ours[i].sentence->text;
	judged_of(&c->out->room, text, &scratch, &ours);
	index_query_at(
		c->out->index, m->their_count + c->background + i, &scratch, &query);
	struct index_top *tops = ARENA_ARRAY(&scratch, struct index_top, m->groups + 1);
	index_find(c->out->index, c->rooms[worker], &query, c->floors, INDEX_TOP, tops);
	struct choice *choices = &c->out->choices[i * m->groups];
	for (size_t g = 0; g < m->groups; g++) {
		const double threshold =
			null_threshold(&c->out->chances[g], side_length(&ours.side));
		const double wide =
			null_near(&c->out->chances[g], side_length(&ours.side));
		choices[g] = (struct choice){ .text = CHOICE_NONE };
		for (size_t h = 0; h < tops[g].count; h++) {
			const struct choice choice = choice_of(
				c, &ours, &tops[g].at[h], threshold, wide, &scratch);
			if (decides(&choice, &choices[g]))
				choices[g] = choice;
		}
	}
	take_meanings(c, i, &ours, choices, &scratch);
	take_firsts(c, &ours.side, choices);
	take_denials(c, &ours.side, tops, choices);
	arena_free(&scratch);
}

// Which texts come and go together: those of one document.
static size_t parts_of(const struct material *m, size_t background, struct arena *a,
	struct index_part **out)
{
	struct index_part *parts =
		ARENA_ARRAY(a, struct index_part, m->their_count + m->our_count + 1);
	size_t n = 0;
	for (size_t i = 0, to = 0; i < m->their_count; i = to) {
		to = material_their_part(m, i);
		parts[n++] = (struct index_part){ to - i, INDEX_THEIRS, false };
	}
	parts[n++] = (struct index_part){ background, INDEX_BACKGROUND, false };
	for (size_t i = 0, to = 0; i < m->our_count; i = to) {
		to = material_our_part(m, i);
		parts[n++] = (struct index_part){ to - i, INDEX_OURS, m->drafts };
	}
	*out = parts;
	return n;
}

// Which competitors speak German, most of the time.
static bool *german_groups(const struct comparing *c, struct arena *a)
{
	const struct material *m = c->m;
	size_t *german = ARENA_ARRAY(a, size_t, m->groups + 1);
	bool *out = ARENA_ARRAY(a, bool, m->groups + 1);
	for (size_t i = 0; i < m->their_count; i++)
		german[m->texts[i].group] += index_is_german(c->out->index, i);
	for (size_t g = 0; g < m->groups; g++)
		out[g] = german[g] * 2 > m->rivals[g].claims;
	return out;
}

static struct index_plan plan_of(
	const struct material *m, size_t threads, struct arena *a)
{
	struct index_text *background = NULL;
	struct index_part *parts = NULL;
	const size_t background_count = null_context(a, &background);
	struct index_text *context =
		ARENA_ARRAY(a, struct index_text, background_count + m->our_count);
	memcpy(context, background, background_count * sizeof *context);
	for (size_t i = 0; i < m->our_count; i++)
		context[background_count + i].text = m->ours[i].sentence->text;
	const size_t part_count = parts_of(m, background_count, a, &parts);
	return (struct index_plan){ .texts = m->texts,
		.count = m->their_count,
		.groups = m->groups,
		.context = context,
		.context_count = background_count + m->our_count,
		.names = m->names,
		.threads = threads,
		.parts = parts,
		.part_count = part_count,
		.mark = mark_text,
		.folder = m->ws->kept.len ? path_join(a, m->ws->kept, S("swap")) : S(""),
		.made = str_hash(S(CANDOR_VERSION " " CANDOR_BUILD), m->names_id),
		.whole = m->whole };
}

static void open_index(struct comparing *c, size_t threads, struct arena *a)
{
	const struct material *m = c->m;
	const struct index_plan plan = plan_of(m, threads, a);
	c->background = plan.context_count - m->our_count;
	c->out->index = index_open(&plan);
	c->out->chances = ARENA_ARRAY(a, struct chance, m->groups + 1);
	null_recall(c->out->index, german_groups(c, a), &plan, a, c->out->chances);
	c->floors = ARENA_ARRAY(a, float, m->groups + 1);
	for (size_t g = 0; g < m->groups; g++)
		c->floors[g] =
			(float)(NEAR * null_threshold(&c->out->chances[g], USUAL_WORDS));
}

void compare_all_claims(
	const struct material *m, size_t threads, struct arena *a, struct comparison *out)
{
	const size_t workers = threads ? threads : 1;
	*out = (struct comparison){ .material = m };
	struct comparing c = { .out = out, .m = m };
	open_index(&c, workers, a);
	out->room = (struct judge_room){ out->index, check_words(a), m->names, m->seen };
	out->choices = ARENA_ARRAY(a, struct choice, m->our_count * m->groups + 1);
	find_firsts(&c, a);
	c.rooms = ARENA_ARRAY(a, struct index_room *, workers);
	for (size_t i = 0; i < workers; i++)
		c.rooms[i] = index_room_open(out->index);
	const struct work work = { .count = m->our_count,
		.threads = workers,
		.context = &c,
		.job = compare_claim };
	(void)work_run(&work); // without a done callback it always finishes
	for (size_t i = 0; i < workers; i++)
		index_room_close(c.rooms[i]);
}

void compare_done(struct comparison *c)
{
	index_close(c->index);
}
