#include "audit/contradict.h"
#include "audit/ladder.h"
#include "audit/list.h"
#include "audit/say.h"

enum { PAIRS_MAX = 50000 }; // of card lines and page sentences compared for one card

// A line of the card and the sentence of a newer page that says another number.
struct clash {
	const struct paper_line *line;
	const struct copy *page;
	const struct sentence *sentence;
	struct contradiction numbers;
};

struct card_state {
	const struct battlecard *card;
	const struct vendor *rival; // NULL if no vendor has its id
	int age_days;		    // -1: the card does not say when it was reviewed
	struct limit_days limit;
	size_t clashes;
	struct clash first;
};

static bool is_newer_page(const struct card_state *s, const struct copy *page)
{
	const struct source *source = page->source;
	return source->role == ROLE_RIVAL && str_eq(source->rival, s->card->rival) &&
	       date_set(source->date) && !source->date_is_file_time &&
	       source->date.days > s->card->reviewed.days;
}

// What a page says in two sentences: "Is there still a free trial? Yes, 30 days."
static struct str with_previous(struct arena *scratch, const struct copy *page, size_t i)
{
	const struct sentence *at = page->sentences.at;
	const bool apart = !i || at[i - 1].section != at[i].section;
	if (apart || at[i - 1].text.len + at[i].text.len > 300)
		return (struct str){ 0 };
	return arena_fmt(scratch, "%" PRI_STR " %" PRI_STR, ARG_STR(at[i - 1].text),
		ARG_STR(at[i].text));
}

// `counts`: the line has a number.
static enum agreement sentence_says(struct arena *scratch, const struct paper_line *line,
	bool counts, const struct copy *page, size_t i, struct contradiction *numbers)
{
	const struct str text = page->sentences.at[i].text;
	enum agreement said =
		counts ? numbers_agree(line->text, text, numbers) : SAYS_NOTHING;
	if (counts && said == SAYS_NOTHING)
		said = numbers_agree(
			line->text, with_previous(scratch, page, i), numbers);
	if (said == SAYS_NOTHING && denied_and_offered(line->text, text)) {
		*numbers = (struct contradiction){ line->text, text };
		return SAYS_OTHER;
	}
	return said;
}

// The line holds as long as the page repeats its number anywhere.
static enum agreement page_says(struct arena *a, const struct paper_line *line,
	const struct copy *page, struct clash *out)
{
	enum agreement found = SAYS_NOTHING;
	const bool counts = has_number(line->text);
	for (size_t i = 0; i < page->sentences.count && found != SAYS_SAME; i++) {
		struct arena scratch = { 0 };
		struct contradiction numbers = { 0 };
		const enum agreement said =
			sentence_says(&scratch, line, counts, page, i, &numbers);
		if (said == SAYS_OTHER && found == SAYS_NOTHING)
			*out = (struct clash){ line, page, &page->sentences.at[i],
				{ arena_str(a, numbers.left),
					arena_str(a, numbers.right) } };
		if (said != SAYS_NOTHING)
			found = said;
		arena_free(&scratch);
	}
	return found;
}

struct pages {
	const struct copy **at; // newest first
	size_t count, sentences;
};

static struct pages newer_pages(const struct facts *facts, const struct card_state *s)
{
	const struct workspace *ws = facts->ws;
	struct pages pages = { .at = ARENA_ARRAY(ws->arena, const struct copy *,
				       ws->copy_count + 1) };
	for (size_t c = 0; date_set(s->card->reviewed) && c < ws->copy_count; c++) {
		const struct copy *page = &ws->copies[c];
		if (!is_newer_page(s, page))
			continue;
		size_t at = pages.count++;
		pages.sentences += page->sentences.count;
		for (; at > 0 &&
			pages.at[at - 1]->source->date.days < page->source->date.days;
			at--)
			pages.at[at] = pages.at[at - 1];
		pages.at[at] = page;
	}
	return pages;
}

// Each line against the newest page that says anything of it.
static void find_clashes(const struct facts *facts, struct card_state *s)
{
	static const enum card_part PARTS[] = { CARD_FACTS, CARD_THEY_SAY };
	const struct pages pages = newer_pages(facts, s);
	size_t compared = 0;
	for (size_t p = 0; p < COUNT(PARTS); p++) {
		const struct paper_lines *lines = &s->card->parts[PARTS[p]];
		for (size_t l = 0; l < lines->count && compared < PAIRS_MAX; l++) {
			struct clash clash;
			enum agreement said = SAYS_NOTHING;
			compared += pages.sentences;
			for (size_t i = 0; i < pages.count && said == SAYS_NOTHING; i++)
				said = page_says(facts->ws->arena, &lines->at[l],
					pages.at[i], &clash);
			if (said == SAYS_OTHER && !s->clashes++)
				s->first = clash;
		}
	}
}

static struct card_state card_state_of(
	const struct facts *facts, const struct battlecard *card)
{
	const struct vendors *vendors = &facts->ws->vendors;
	struct card_state s = {
		.card = card, .age_days = -1, .limit = facts->ws->config.fresh_battlecard
	};
	for (size_t v = 0; v < vendors->count; v++)
		if (str_eq(vendors->at[v].id, card->rival))
			s.rival = &vendors->at[v];
	if (date_set(card->reviewed))
		s.age_days = facts->ws->as_of.days - card->reviewed.days;
	find_clashes(facts, &s);
	return s;
}

static bool is_stale(const struct card_state *s)
{
	return s->clashes ||
	       (s->limit.warn > 0 && (s->age_days < 0 || s->age_days > s->limit.warn));
}

static struct str name_of(struct arena *a, const struct card_state *s)
{
	return say_name(a, s->rival ? s->rival->name : s->card->rival);
}

// The limit that it passed, or the first one.
static int limit_of(const struct card_state *s)
{
	const bool error = s->limit.error > 0 && s->age_days > s->limit.error;
	return error ? s->limit.error : s->limit.warn;
}

static struct str sentence_of(const struct facts *facts, const struct card_state *s)
{
	struct arena *a = facts->ws->arena;
	const struct str name = name_of(a, s);
	struct str age = arena_fmt(a,
		"Your %" PRI_STR " card does not say when it was "
		"reviewed",
		ARG_STR(name));
	if (s->age_days >= 0)
		age = arena_fmt(a, "Your %" PRI_STR " card is %d %s old (limit %d)",
			ARG_STR(name), s->age_days,
			say_plural((size_t)s->age_days, "day", "days"), limit_of(s));
	if (!s->clashes)
		return arena_fmt(a, "%" PRI_STR ".", ARG_STR(age));
	const struct date seen = s->first.page->source->date;
	return arena_fmt(a,
		"%" PRI_STR "; it says “%" PRI_STR "” where their page of %" PRI_STR
		" says “%" PRI_STR "”.",
		ARG_STR(age), ARG_STR(utf8_safe(a, s->first.numbers.left, 40)),
		ARG_STR(say_day(a, seen, facts->ws->as_of)),
		ARG_STR(utf8_safe(a, s->first.numbers.right, 40)));
}

static void cite(const struct facts *facts, const struct card_state *s, struct finding *f)
{
	struct arena *a = facts->ws->arena;
	const struct source *card = &facts->ws->sources[s->card->source];
	struct evidence *e = finding_cite(f, a);
	*e = (struct evidence){ .path = card->path,
		.place = { .kind = PLACE_LINE, .major = 1, .minor = 1 },
		.quote = date_set(s->card->reviewed)
				 ? arena_fmt(a, "reviewed: %" PRI_STR,
					   ARG_STR(date_str(a, s->card->reviewed)))
				 : S("no reviewed: line"),
		.note = S("our card"),
		.date = s->card->reviewed,
		.witness = WITNESS_US };
	if (!s->clashes) {
		finding_date(f);
		return;
	}
	*finding_cite(f, a) = (struct evidence){ .path = card->path,
		.place = s->first.line->place,
		.quote = s->first.line->text,
		.note = S("our card says"),
		.date = s->card->reviewed,
		.witness = WITNESS_US };
	*finding_cite(f, a) = (struct evidence){ .path = s->first.page->source->path,
		.place = s->first.sentence->place,
		.quote = s->first.sentence->text,
		.note = S("their page says"),
		.date = s->first.page->source->date,
		.captured = s->first.page->source->date,
		.witness = WITNESS_THIRD_PARTY };
	finding_date(f);
}

static enum severity severity_of(const struct card_state *s)
{
	const bool error = s->age_days > 0 && limit_of(s) == s->limit.error;
	return s->clashes || error ? SEVERITY_SERIOUS : SEVERITY_WATCH;
}

static void say(const struct facts *facts, const struct audit *audit,
	const struct card_state *s, struct findings *out)
{
	struct arena *a = facts->ws->arena;
	struct finding *f = finding_add(out, a, audit);
	const struct source *card = &facts->ws->sources[s->card->source];
	const struct str name = name_of(a, s);
	const double age = s->age_days > 0 ? s->age_days : 0;
	f->certainty = CERTAINTY_FIRM;
	f->severity = severity_of(s);
	f->subject = s->card->rival;
	f->root = arena_fmt(a, "rival:%" PRI_STR, ARG_STR(s->card->rival));
	f->sentence = sentence_of(facts, s);
	if (s->clashes)
		f->headline = arena_fmt(a,
			"Your %" PRI_STR " card says “%" PRI_STR
			"”; their newer page says “%" PRI_STR "”.",
			ARG_STR(name), ARG_STR(utf8_safe(a, s->first.numbers.left, 40)),
			ARG_STR(utf8_safe(a, s->first.numbers.right, 40)));
	if (s->clashes > 1)
		f->detail = arena_fmt(a,
			"In all, %" PRI_STR " of its lines differ from newer pages.",
			ARG_STR(words_number(a, s->clashes)));
	f->next = arena_fmt(a,
		"Review %" PRI_STR
		" against their saved pages, and set reviewed: to that day.",
		ARG_STR(card->path));
	f->doubt = say_doubt(a, CERTAINTY_FIRM,
		s->clashes ? S("both lines stand in the files below.")
			   : S("counted from the date on the card."));
	f->figure = s->age_days < 0 ? S("no date") : arena_fmt(a, "%d", s->age_days);
	f->figure_unit = s->age_days < 0 ? S("on the card") : S("days old");
	f->they_say = S("Nothing has changed there.");
	f->then = S(
		"Then the review takes ten minutes, and reps can trust the card again.");
	f->size = (struct estimate){ .value = age,
		.low = age,
		.high = age,
		.n = s->age_days >= 0,
		.k = s->age_days >= 0,
		.unit = UNIT_DAYS,
		.method = "counted" };
	cite(facts, s, f);
}

static void stale_battlecard_run(
	const struct facts *facts, const struct audit *audit, struct findings *out)
{
	const struct papers *papers = &facts->ws->papers;
	for (size_t i = 0; i < papers->battlecard_count; i++) {
		const struct card_state s = card_state_of(facts, &papers->battlecards[i]);
		if (is_stale(&s))
			say(facts, audit, &s, out);
	}
}

static const int DEMANDS[] = { 26, 0 };

const struct audit audit_stale_battlecard = {
	.id = "stale-battlecard",
	.number = "F25",
	.group = "deals",
	.title = "Which battlecards are old, or contradicted by a newer page?",
	.why = "A rep who is wrong once about a competitor does not open the card again.",
	.minimum = "one battlecard; a saved page newer than its review to find "
		   "contradictions",
	.needs = NEEDS(FACT_BATTLECARDS),
	.severity = SEVERITY_WATCH,
	.bring_to = "sales",
	.demands = DEMANDS,
	.fires_on = "stale-battlecard-fires",
	.silent_on = "stale-battlecard-silent",
	.run = stale_battlecard_run,
};
