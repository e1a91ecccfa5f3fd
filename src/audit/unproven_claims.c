#include <stdlib.h>

#include "audit/headlines.h"
#include "audit/ledger.h"
#include "audit/list.h"
#include "audit/say.h"

enum { WORDS_SHOWN = 90, SAID_MAX = 100 };

// One claim as it is said: where, how often, how prominently.
struct said {
	struct str words;
	const struct claim_entry *entry;  // NULL: not in the ledger
	const struct swapped_claim *best; // its most prominent exposure; NULL: none seen
	const struct swapped_claim *places[EVIDENCE_SHOWN - 1];
	size_t place_count;
	size_t exposures;
	enum lack lack;
};

static bool has_number(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (byte_is_digit(s.at[i]))
			return true;
	return false;
}

static bool is_loud(const struct swapped_claim *c)
{
	return c->headline || c->sentence->level == LEVEL_HEADLINE;
}

static void said_at(struct said *s, const struct swapped_claim *c)
{
	s->exposures++;
	if (!s->best || c->sentence->level + is_loud(c) >
				s->best->sentence->level + is_loud(s->best))
		s->best = c;
	if (s->place_count < COUNT(s->places))
		s->places[s->place_count++] = c;
}

// A headline of ours that could be checked and that the ledger does not know.
// What could be said of anybody cannot be proven either; that is another truth's subject.
static bool is_unlisted(const struct swapped_claim *c)
{
	return headline_is(c) && c->copy->source->role == ROLE_COPY && !c->ledger &&
	       c->checkable_count && c->verdict != VERDICT_NOT_A_CLAIM &&
	       c->verdict != VERDICT_FILLER && has_number(c->sentence->text);
}

static const char *state_of(enum lack lack)
{
	switch (lack) {
	case LACK_UNLISTED:
		return "is not in the claims ledger";
	case LACK_PROOF:
		return "has no proof";
	case LACK_APPROVAL:
		return "has a proof that nobody approved";
	case LACK_REJECTED:
		return "was rejected";
	case LACK_EXPIRED:
		return "rests on a proof that expired";
	case LACK_NOTHING:
		break;
	}
	return "stands";
}

static struct str sentence_of(const struct facts *facts, const struct said *s)
{
	struct arena *a = facts->ws->arena;
	struct str when = { 0 };
	if (s->entry && s->lack == LACK_EXPIRED && date_set(s->entry->review_by))
		when = arena_fmt(a, " on %" PRI_STR,
			ARG_STR(say_day(a, s->entry->review_by, facts->ws->as_of)));
	const struct str words = say_quote(a, s->words, WORDS_SHOWN);
	if (!s->exposures)
		return arena_fmt(a,
			"%" PRI_STR " stands in the claims ledger and %s%" PRI_STR ".",
			ARG_STR(words), state_of(s->lack), ARG_STR(when));
	return arena_fmt(a, "%" PRI_STR " is said in %" PRI_STR " %s and %s%" PRI_STR ".",
		ARG_STR(words), ARG_STR(say_number(a, s->exposures)),
		say_plural(s->exposures, "place", "places"), state_of(s->lack),
		ARG_STR(when));
}

// "It stands in decks/a.pptx, site/index.html and 4 more places."
static struct str cost_of(struct arena *a, const struct said *s)
{
	struct str places[2] = { { 0 }, { 0 } };
	size_t shown = 0;
	if (s->exposures < 2)
		return (struct str){ 0 };
	for (size_t i = 0; i < s->place_count && shown < COUNT(places); i++)
		places[shown++] = say_name(a, s->places[i]->copy->source->path);
	return arena_fmt(a, "It stands in %" PRI_STR "%s%" PRI_STR ".",
		ARG_STR(places[0]), s->exposures == 2 ? " and " : ", ",
		ARG_STR(s->exposures == 2
				? places[1]
				: arena_fmt(a, "%" PRI_STR " and %" PRI_STR " more %s",
					  ARG_STR(places[1]),
					  ARG_STR(words_number(a, s->exposures - 2)),
					  say_plural(
						  s->exposures - 2, "place", "places"))));
}

static struct str next_of(const struct facts *facts, const struct said *s)
{
	struct arena *a = facts->ws->arena;
	const struct str id =
		s->entry && s->entry->id.len ? say_name(a, s->entry->id) : S("it");
	struct str where = S("the claims ledger");
	if (s->best) {
		struct evidence at = { .path = s->best->copy->source->path,
			.place = s->best->sentence->place };
		where = evidence_where(a, &at);
	}
	if (s->exposures > 1)
		where = arena_fmt(a, "%" PRI_STR " and the %" PRI_STR " other %s",
			ARG_STR(where), ARG_STR(words_number(a, s->exposures - 1)),
			say_plural(s->exposures - 1, "place", "places"));
	switch (s->lack) {
	case LACK_UNLISTED:
		return arena_fmt(a,
			"Add it to messages/claims.csv with its proof, or take it out of "
			"%" PRI_STR ".",
			ARG_STR(where));
	case LACK_REJECTED:
		return arena_fmt(a, "Recall %" PRI_STR " from %" PRI_STR ".", ARG_STR(id),
			ARG_STR(where));
	case LACK_APPROVAL:
		return arena_fmt(a,
			"Ask product and legal to decide on the proof of %" PRI_STR
			", or qualify it in %" PRI_STR ".",
			ARG_STR(id), ARG_STR(where));
	case LACK_EXPIRED:
		return arena_fmt(a,
			"Renew the proof of %" PRI_STR
			", or recall the claim from %" PRI_STR ".",
			ARG_STR(id), ARG_STR(where));
	case LACK_PROOF:
	case LACK_NOTHING:
		break;
	}
	return arena_fmt(a,
		"Prove %" PRI_STR ", qualify it, or recall it from %" PRI_STR ".",
		ARG_STR(id), ARG_STR(where));
}

static void cite(const struct facts *facts, const struct said *s, struct finding *f)
{
	struct arena *a = facts->ws->arena;
	if (s->entry) {
		struct evidence *e =
			finding_cite_row(f, facts, s->entry->at, (struct str){ 0 });
		e->quote = s->entry->claim;
		e->note = arena_fmt(a, "the ledger: %s%s", state_of(s->lack),
			s->entry->evidence.len ? "" : ", evidence is blank");
		if (date_set(s->entry->review_by) && s->lack == LACK_EXPIRED)
			e->date = s->entry->review_by;
	}
	for (size_t i = 0; i < s->place_count; i++) {
		struct evidence *e = finding_cite_claim(f, a, s->places[i]);
		if (e)
			e->note = str_of(claim_level_name(s->places[i]->sentence->level));
	}
	finding_date(f);
}

/*
 * Blocker when it is a number that stands in a headline, serious in any headline, else to
 * be watched.
 */
static enum severity severity_of(const struct said *s)
{
	if (!s->best || !is_loud(s->best))
		return s->lack == LACK_REJECTED ? SEVERITY_SERIOUS : SEVERITY_WATCH;
	return has_number(s->words) ? SEVERITY_BLOCKER : SEVERITY_SERIOUS;
}

static void say(const struct facts *facts, const struct audit *audit,
	const struct said *s, struct findings *out)
{
	struct arena *a = facts->ws->arena;
	struct finding *f = finding_add(out, a, audit);
	f->certainty = CERTAINTY_FIRM;
	f->severity = severity_of(s);
	f->subject = s->entry && s->entry->id.len ? s->entry->id : s->words;
	f->root = S("unproven-claims");
	f->sentence = sentence_of(facts, s);
	f->headline = arena_fmt(a, "%" PRI_STR " %s.",
		ARG_STR(say_quote(a, s->words, 70)), state_of(s->lack));
	if (s->entry && s->entry->qualifier.len)
		f->detail = arena_fmt(a, "Its qualifier is %" PRI_STR ".",
			ARG_STR(say_quote(a, s->entry->qualifier, WORDS_SHOWN)));
	f->cost = cost_of(a, s);
	f->next = next_of(facts, s);
	f->doubt = say_doubt(a, CERTAINTY_FIRM,
		S("counted in the ledger and in the files that were read."));
	f->figure = arena_fmt(a, "%" PRI_STR,
		ARG_STR(words_number(a, s->exposures ? s->exposures : 1)));
	f->figure_unit = str_of(s->exposures ? say_plural(s->exposures, "place", "places")
					     : "ledger row");
	f->they_say = S("Everybody knows that it is true.");
	f->then = S("Then the proof is quick to add; until then a buyer or a competitor "
		    "may ask for it first.");
	const double n = (double)(s->exposures ? s->exposures : 1);
	f->size = (struct estimate){ .value = n,
		.low = n,
		.high = n,
		.n = (size_t)n,
		.k = (size_t)n,
		.unit = UNIT_COUNT,
		.method = "counted" };
	cite(facts, s, f);
}

// What is said of every ledger row, and behind it the unlisted headlines.
struct ledger {
	struct said *at;
	size_t count;
};

static struct ledger ledger_read(const struct facts *facts)
{
	const struct records *records = &facts->ws->records;
	const size_t rows = records->claims.count;
	const size_t claims = facts->swap ? facts->swap->claim_count : 0;
	struct ledger l = { ARENA_ARRAY(facts->ws->arena, struct said, rows + claims),
		rows };
	for (size_t i = 0; i < rows; i++)
		l.at[i] = (struct said){ .words = records->claims.at[i].claim,
			.entry = &records->claims.at[i],
			.lack = lack_of(&records->claims.at[i], facts->ws->as_of) };
	for (size_t i = 0; i < claims; i++) {
		const struct swapped_claim *c = &facts->swap->claims[i];
		if (c->ledger)
			said_at(&l.at[c->ledger - records->claims.at], c);
		if (!is_unlisted(c))
			continue;
		l.at[l.count] = (struct said){ .words = c->sentence->text,
			.lack = LACK_UNLISTED };
		said_at(&l.at[l.count++], c);
	}
	return l;
}

// Worst first: severity, then how often it is said, then the order of the files.
static int said_cmp(const void *left, const void *right)
{
	const struct said *a = left, *b = right;
	const enum severity sa = severity_of(a), sb = severity_of(b);
	if (sa != sb)
		return sa < sb ? -1 : 1;
	if (a->exposures != b->exposures)
		return a->exposures > b->exposures ? -1 : 1;
	if (a->entry && b->entry)
		return a->entry < b->entry ? -1 : a->entry > b->entry;
	if (a->entry || b->entry)
		return a->entry ? -1 : 1;
	return a->best < b->best ? -1 : a->best > b->best;
}

// A claim that stands in the ledger and nowhere else matters when there is no copy in
// which it could be found, and a rejected one only when it is said.
static bool is_unproven(const struct facts *facts, const struct said *s)
{
	if (s->lack == LACK_NOTHING)
		return false;
	return s->exposures ||
	       (!(facts->have & NEEDS(FACT_COPY)) && s->lack != LACK_REJECTED);
}

// The worst one speaks for all of them.
static void say_all(struct arena *a, struct finding *f, size_t count, size_t known)
{
	const double share = (double)count / (double)known;
	f->detail = arena_fmt(a,
		"In all, %" PRI_STR " of %" PRI_STR
		" claims have no proof that stands.%s%" PRI_STR,
		ARG_STR(words_number(a, count)), ARG_STR(words_number(a, known)),
		f->detail.len ? " " : "", ARG_STR(f->detail));
	f->figure = say_ratio(a, count, known, "");
	f->figure_unit = S("claims unproven");
	f->size = (struct estimate){ .value = share,
		.low = share,
		.high = share,
		.n = known,
		.k = count,
		.unit = UNIT_SHARE,
		.method = "counted" };
}

static void unproven_claims_run(
	const struct facts *facts, const struct audit *audit, struct findings *out)
{
	struct arena *a = facts->ws->arena;
	struct ledger l = ledger_read(facts);
	const size_t known = l.count, first = out->count;
	size_t count = 0;
	for (size_t i = 0; i < l.count; i++)
		if (is_unproven(facts, &l.at[i]))
			l.at[count++] = l.at[i];
	if (count)
		qsort(l.at, count, sizeof *l.at, said_cmp);
	for (size_t i = 0; i < count && i < SAID_MAX; i++)
		say(facts, audit, &l.at[i], out);
	if (count > 1)
		say_all(a, &out->at[first], count, known);
}

static const int DEMANDS[] = { 17, 25, 0 };

const struct audit audit_unproven_claims = {
	.id = "unproven-claims",
	.number = "F02",
	.group = "differentiation",
	.title = "Which claims do you make without a proof that stands?",
	.why = "A claim that cannot be shown costs the deal in which somebody asks.",
	.minimum =
		"a claims ledger with one claim; your own copy to count where it is said",
	.needs = NEEDS(FACT_LEDGER),
	.severity = SEVERITY_SERIOUS,
	.bring_to = "product;legal",
	.demands = DEMANDS,
	.fires_on = "unproven-claims-fires",
	.silent_on = "unproven-claims-silent",
	.run = unproven_claims_run,
};
