#include "claim/parts.h"

enum { REPEAT_PARTS = 64 };
enum {
	REACH_WORDS = 5,    // content words a negation reaches
	PREFIX_BYTES = 5,   // stems that begin alike this far may be one word
	COMPOUND_BYTES = 6, // a stem this long may be found inside a compound
};
static const float COMPOUND = 0.7F;

// English and German words that turn what follows, up to the end of the clause.
static const char NEGATORS[] =
	"no not never none nothing nobody neither nor without cannot can't don't "
	"doesn't didn't won't isn't aren't wasn't weren't haven't hasn't zero lacks "
	"lack lacking missing avoid avoids avoiding eliminate eliminates eliminating "
	"prevent prevents unlike kein keine keinen keinem keiner keines nicht nichts "
	"nie niemals niemand ohne weder vermeidet vermeiden statt anstatt unsupported "
	"unavailable";
// They begin a clause of their own: a negation before them does not reach across.
static const char BOUNDARIES[] =
	"and but while yet so because although und aber sondern während weil obwohl";
// "banners not required": turned, they turn what stands before them.
static const char PREDICATES[] =
	"need available support possible offer include verfugbar moglich enthalt";
// Said of something that is not there yet.
static const char LATER[] =
	"coming soon|planned|on the roadmap|on our roadmap|not yet|in planung|geplant|"
	"demnächst";
static const char UNSUPPORTED[] = "not supported|nicht unterstützt";

// Of these a thing is missing; the others only turn what is said of it.
static const char ABSENCES[] =
	"no without zero lacks lack lacking missing unsupported unavailable kein keine "
	"keinen keinem keiner keines ohne";

struct walk {
	struct claim_parts *out;
	struct arena *arena;
	size_t clause; // first part of this clause
	size_t reach;  // content words the negation still reaches
	bool absent;   // the negation that reaches is one of ABSENCES
	bool not_now;  // the last word was a negation: "not only" takes it back
};

static bool ends_clause(struct str text, size_t from, size_t to)
{
	for (size_t i = from; i < to;) {
		const uint32_t c = utf8_next(text, &i);
		if (c == ',' || c == ';' || c == ':' || c == '.' || c == '!' ||
			c == '?' || c == '(' || c == ')' || c == 0x2013 || c == 0x2014)
			return true;
	}
	return false;
}

static void begin_clause(struct walk *w)
{
	w->clause = w->out->count;
	w->reach = 0;
	w->not_now = false;
}

static bool is_only(struct str folded)
{
	return str_eq(folded, S("only")) || str_eq(folded, S("just")) ||
	       str_eq(folded, S("nur"));
}

// "instead of typing", "rather than typing": the "of" makes it a negation.
static bool negates(struct str text, struct span span, struct str folded)
{
	if (str_eq(folded, S("instead")) || str_eq(folded, S("rather"))) {
		const struct str rest = str_from(text, span.to);
		return str_starts_nocase(rest, S(" of ")) ||
		       str_starts_nocase(rest, S(" than "));
	}
	return list_has(NEGATORS, folded);
}

static void turn_clause(struct walk *w, size_t to)
{
	for (size_t i = w->clause; i < to; i++)
		w->out->at[i].negated = w->out->at[i].absent = true;
}

static void add_part(struct walk *w, struct word word, struct str folded)
{
	struct claim_parts *out = w->out;
	char room[WORD_MAX];
	const bool free_of = str_ends(folded, S("-free")) || str_ends(folded, S("-frei"));
	if (free_of)
		folded = str_cut(folded, 0, str_find_byte(folded, '-', 0));
	struct str stem = stem_of(room, folded, out->tongue);
	stem = concept_of(stem, out->tongue);
	const bool predicate = list_has(PREDICATES, stem);
	if (predicate && w->reach)
		turn_clause(w, out->count);
	out->at = arena_more(w->arena, out->at, out->count, &out->room, sizeof *out->at);
	out->at[out->count++] = (struct claim_part){
		.span = word.span,
		.stem = arena_str(w->arena, stem),
		.flags = word.flags,
		.negated = (w->reach > 0 && !predicate) || free_of,
		.absent = (w->reach > 0 && !predicate && w->absent) || free_of,
		.weight = 1,
	};
	if (w->reach)
		w->reach--;
}

// The parts of "self-hosted" are words of their own, so that "self hosted" is the same.
static void add_word(struct walk *w, struct word word)
{
	char room[WORD_MAX];
	const struct str text = w->out->text;
	struct str folded = word_fold(word_cut(text, word), room);
	const bool free_of = str_ends(folded, S("-free")) || str_ends(folded, S("-frei"));
	if (!(word.flags & WORD_HYPHEN) || free_of || folded.len >= WORD_MAX - 4) {
		add_part(w, word, folded);
		return;
	}
	uint32_t at = word.span.from;
	struct str piece;
	while (str_split(&folded, '-', &piece)) {
		struct word part = word;
		part.span = (struct span){ at, at + (uint32_t)piece.len };
		at += (uint32_t)piece.len + 1;
		if (piece.len > 1 && !stop_of(piece))
			add_part(w, part, piece);
	}
}

static void take_word(struct walk *w, struct word word)
{
	char room[WORD_MAX];
	const struct str text = w->out->text;
	const struct str folded = word_fold(word_cut(text, word), room);
	if (list_has(BOUNDARIES, folded)) {
		begin_clause(w);
	} else if (negates(text, word.span, folded)) {
		w->reach = REACH_WORDS;
		w->absent = list_has(ABSENCES, folded);
		w->not_now = true;
		return;
	} else if (w->not_now && is_only(folded)) {
		w->reach = 0;
	} else if (!stop_of(folded)) {
		add_word(w, word);
	}
	w->not_now = false;
}

static bool is_inside(struct span span, const struct quantities *numbers, size_t *from)
{
	while (*from < numbers->count && numbers->at[*from].span.to <= span.from)
		(*from)++;
	if (*from >= numbers->count)
		return false;
	const struct quantity *q = &numbers->at[*from];
	const bool in_noun = q->noun.to > q->noun.from && span.from >= q->noun.from;
	return span.from >= q->span.from && !in_noun; // nouns are words of their own
}

// Marks words that stood before, said or denied alike: "load balancing: ... load
// balancing with weight".
static void mark_repeats(struct claim_parts *p)
{
	for (size_t i = 0; i < p->count; i++)
		for (size_t j = i > REPEAT_PARTS ? i - REPEAT_PARTS : 0;
			j < i && !p->at[i].again; j++)
			p->at[i].again = p->at[i].negated == p->at[j].negated &&
					 str_eq(p->at[i].stem, p->at[j].stem);
}

void claim_parts_of(struct str text, const struct span *hidden, size_t hidden_count,
	struct arena *a, struct claim_parts *out)
{
	*out = (struct claim_parts){
		.text = text, .tongue = tongue_of(text), .number_weight = 1
	};
	out->numbers.arena = a;
	quantities_of(text, out->tongue, &out->numbers);
	struct walk walk = { .out = out, .arena = a };
	struct word w;
	size_t last = 0, number = 0, found = 0;
	for (size_t at = 0, h = 0; word_next(text, &at, &w); last = w.span.to) {
		while (h < hidden_count && hidden[h].to <= w.span.from)
			h++;
		if (h < hidden_count && hidden[h].from < w.span.to)
			continue;
		if (ends_clause(text, last, w.span.from))
			begin_clause(&walk);
		if (!is_inside(w.span, &out->numbers, &number))
			take_word(&walk, w);
	}
	out->later = list_find(LATER, text, 0, &found) > 0;
	if (out->later || list_find(UNSUPPORTED, text, 0, &found)) {
		walk.clause = 0;
		turn_clause(&walk, out->count);
	}
	mark_repeats(out);
}

bool claim_negates(struct str text)
{
	struct word w;
	char room[WORD_MAX];
	size_t found = 0;
	for (size_t at = 0; word_next(text, &at, &w);)
		if (negates(text, w.span, word_fold(word_cut(text, w), room)))
			return true;
	return list_find(LATER, text, 0, &found) ||
	       list_find(UNSUPPORTED, text, 0, &found);
}

float claim_part_match(const struct claim_part *a, const struct claim_part *b)
{
	const struct str s = a->stem, t = b->stem;
	if (str_eq(s, t))
		return 1;
	const size_t shorter = s.len < t.len ? s.len : t.len;
	const size_t longer = s.len < t.len ? t.len : s.len;
	size_t same = 0;
	while (same < shorter && s.at[same] == t.at[same])
		same++;
	if (same >= PREFIX_BYTES && same * 10 >= longer * 7)
		return 1;
	const bool inside =
		shorter >= COMPOUND_BYTES &&
		(s.len < t.len ? str_find(t, s, 0) : str_find(s, t, 0)) != STR_NONE;
	return inside ? COMPOUND : 0;
}
