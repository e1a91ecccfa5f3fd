#include "model/naming.h"

#include "model/model.h"

enum {
	SENTENCES_MAX = 20000,
	NAME_WORDS = 3,	  // "Google Cloud Run" is a name, four capitals are a headline
	SUBJECTS_MAX = 8, // more sentences that begin with a name prove no more
	CANDIDATES_MAX = 400,
	ENOUGH = 3, // points
	TITLES_READ = 40,
	PATH_WORDS = 16
};

// What follows the name of a product at the beginning of a sentence.
static const char SAYS[] =
	"is are was has does can will helps makes lets gives provides offers combines "
	"brings supports uses runs turns enables allows works keeps connects comes lives "
	"ships stores sends reads writes isn't doesn't doesn’t isn’t ist hat kann hilft "
	"macht bietet verbindet läuft nutzt";
// They begin sentences with a capital and name nobody.
static const char NOBODY[] =
	"it this that these those there here what who which where when why how we you i "
	"they he she our your their my his her its all each every everything everyone "
	"nothing nobody no not one some many most more the a an and or but if once with "
	"without unlike like for from in on at to of by as our data users teams "
	"customers team people support product products platform software security "
	"pricing features feature home homepage index page about docs documentation "
	"introduction overview readme welcome blog news getting started start open "
	"source free fast simple easy das der die es wir sie ihr ein eine alle jede "
	"jeder mit ohne für im in zur zum startseite preise produkt funktionen google "
	"docker github linux kubernetes microsoft python note website installation "
	"requirements license default web self use using copy draft brief";
// Words of files and addresses that name no company.
static const char PATHS[] =
	"www com org net io ai co de eu app dev home homepage index page pages readme "
	"landing site website start startseite main default copy text draft ours us our "
	"theirs their them competitor competitors rival rivals wettbewerber html md pdf "
	"docx pptx pricing product products preise features about overview docs doc "
	"saved snapshot capture new old final en content description metadata app apps "
	"one pager onepager deck v1 v2 v3 file x y a b tmp test";

struct candidate {
	struct str name;
	size_t subjects, titles, headings;
	bool label;
	bool small; // written without a capital everywhere: "n8n"
};

// How often a word stands there, with a capital and without; a name has nearly always
// one.
struct use {
	struct str form;		 // as first written with a capital
	struct str plain;		 // as first written
	uint32_t capital, small, inside; // inside: a capital behind the first word
};

struct guessing {
	struct arena *arena;
	struct str taken;
	struct candidate *at;
	size_t count, room;
	struct map words; // folded; beside `uses`
	struct use *uses;
	size_t use_room, sentences;
};

static struct candidate *candidate_of(struct guessing *g, struct str name)
{
	for (size_t i = 0; i < g->count; i++)
		if (str_eq_nocase(g->at[i].name, name))
			return &g->at[i];
	if (g->count >= CANDIDATES_MAX)
		return NULL;
	g->at = arena_more(g->arena, g->at, g->count, &g->room, sizeof *g->at);
	g->at[g->count] = (struct candidate){ .name = arena_str(g->arena, name) };
	return &g->at[g->count++];
}

static struct str folded(struct str text, struct word w, char room[WORD_MAX])
{
	return word_fold(word_cut(text, w), room);
}

static bool may_be_name(struct str text, struct word w)
{
	char room[WORD_MAX];
	return (w.flags & (WORD_CAPITAL | WORD_CAMEL)) &&
	       !list_has(NOBODY, folded(text, w, room));
}

/*
 * The words a text begins with that could be a name, and in *next the word behind them;
 * "Umami" of "Umami is a simple ...".
 */
static struct str leading_name(struct str text, struct str *next)
{
	struct word w;
	size_t end = 0, from = 0, words = 0;
	*next = (struct str){ 0 };
	for (size_t at = 0; word_next(text, &at, &w); words++) {
		if (words >= NAME_WORDS || !may_be_name(text, w) ||
			(words && w.span.from > end + 1)) {
			*next = word_cut(text, w);
			break;
		}
		from = words ? from : w.span.from;
		end = w.span.to;
	}
	return words ? str_cut(text, from, end - from) : (struct str){ 0 };
}

static void look_at_sentence(struct guessing *g, struct str text)
{
	char room[WORD_MAX];
	struct str next;
	const struct str name = leading_name(text, &next);
	const struct str verb = word_fold(next, room);
	// "Tally closes": an s at the end is the best sign of a verb English has.
	const bool says = list_has(SAYS, verb) ||
			  (next.len > 3 && str_ends(next, S("s")) && str_eq(next, verb));
	if (name.len < 2 || !says)
		return;
	struct candidate *c = candidate_of(g, name);
	if (c && c->subjects < SUBJECTS_MAX)
		c->subjects++;
}

// A piece of a title or a heading that is a name and nothing else.
static struct candidate *whole_name(struct guessing *g, struct str piece)
{
	struct str next;
	const struct str text = str_strip(piece, " \t?!.:*");
	const struct str name = leading_name(text, &next);
	return name.len >= 2 && !next.len ? candidate_of(g, name) : NULL;
}

static void look_at_title(struct guessing *g, struct str title)
{
	static const struct str BREAKS[] = { STR_INIT(" | "), STR_INIT(" - "),
		STR_INIT(" – "), STR_INIT(" — "), STR_INIT(" · "), STR_INIT(": ") };
	while (title.len) {
		size_t cut = title.len, skip = 0;
		for (size_t i = 0; i < COUNT(BREAKS); i++) {
			const size_t at = str_find(title, BREAKS[i], 0);
			if (at == STR_NONE || at >= cut)
				continue;
			cut = at;
			skip = BREAKS[i].len;
		}
		struct candidate *c = whole_name(g, str_cut(title, 0, cut));
		if (c)
			c->titles++;
		title = str_from(title, cut + skip);
	}
}

// "What is Umami?", "Welcome to Umami", "Umami".
static void look_at_heading(struct guessing *g, struct str text)
{
	static const struct str HEADS[] = { STR_INIT("what is "), STR_INIT("why "),
		STR_INIT("about "), STR_INIT("welcome to "), STR_INIT("introducing "),
		STR_INIT("meet "), STR_INIT("was ist "), STR_INIT("warum "),
		STR_INIT("über ") };
	for (size_t i = 0; i < COUNT(HEADS); i++)
		if (str_starts_nocase(text, HEADS[i]))
			text = str_from(text, HEADS[i].len);
	struct candidate *c = whole_name(g, text);
	if (c)
		c->headings++;
}

static void count_words(struct guessing *g, struct str text)
{
	struct word w;
	char room[WORD_MAX];
	for (size_t at = 0; word_next(text, &at, &w);) {
		const bool first = !w.span.from;
		if (!(w.flags & WORD_ALPHA))
			continue;
		const size_t i = map_add(&g->words, folded(text, w, room));
		g->uses = arena_more(g->arena, g->uses, i, &g->use_room, sizeof *g->uses);
		struct use *use = &g->uses[i];
		const bool capital = w.flags & (WORD_CAPITAL | WORD_CAMEL);
		if (!use->plain.len)
			use->plain = arena_str(g->arena, word_cut(text, w));
		if (capital && !use->form.len)
			use->form = arena_str(g->arena, word_cut(text, w));
		use->capital += capital;
		use->inside += capital && !first;
		use->small += !capital;
	}
}

static void look_at(struct guessing *g, const struct copy *copy)
{
	size_t headings = 0;
	look_at_title(g, copy->title);
	for (size_t i = 0; i < copy->sentences.count && g->sentences < SENTENCES_MAX;
		i++, g->sentences++) {
		const struct sentence *s = &copy->sentences.at[i];
		count_words(g, s->text);
		const bool heading = s->block == BLOCK_HEADING || s->block == BLOCK_TITLE;
		if (heading && headings++ < TITLES_READ)
			look_at_heading(g, s->text);
		if (s->block != BLOCK_CODE && s->block != BLOCK_CHROME)
			look_at_sentence(g, s->text);
	}
}

// "plausible.io" and "plausible" are the same word to a reader of file names.
static bool same_letters(struct str a, struct str b)
{
	size_t i = 0, j = 0;
	for (;;) {
		while (i < a.len && !byte_is_word(a.at[i]))
			i++;
		while (j < b.len && !byte_is_word(b.at[j]))
			j++;
		if (i == a.len || j == b.len)
			return i == a.len && j == b.len;
		if (byte_lower(a.at[i++]) != byte_lower(b.at[j++]))
			return false;
	}
}

// How a word is written here; NULL if it is not, or if its capital is only that of a
// sentence's first word.
static const struct use *use_of(const struct guessing *g, struct str word)
{
	char room[WORD_MAX];
	const size_t i = map_find(&g->words, word_fold(word, room));
	if (i == MAP_NONE || !g->uses)
		return NULL;
	const struct use *use = &g->uses[i];
	const bool name = use->capital > use->small && (!use->small || use->inside);
	return name ? use : NULL;
}

static struct str first_word(struct str name)
{
	size_t at = 0;
	struct word w;
	return word_next(name, &at, &w) ? word_cut(name, w) : name;
}

static size_t points(const struct guessing *g, const struct candidate *c)
{
	struct use all = { .capital = SUBJECTS_MAX };
	const struct use *use = c->small ? &all : use_of(g, first_word(c->name));
	if (!use || (g->taken.len && same_letters(c->name, g->taken)))
		return 0;
	const bool common = alias_case_of(c->name) == ALIAS_WRITTEN;
	const bool said = use->capital > 1 && (!common || c->subjects || c->label);
	return c->subjects * 2 + (said && c->titles ? 4 : 0) +
	       (said && c->headings ? 3 : 0) +
	       (c->label ? 7 + (use->capital < SUBJECTS_MAX ? use->capital : SUBJECTS_MAX)
			 : 0);
}

// "Plausible" of "Plausible Analytics", where both are used.
static bool is_longer_form(struct str name, struct str of)
{
	return name.len > of.len + 1 && str_starts_nocase(name, of) &&
	       name.at[of.len] == ' ';
}

static const struct candidate *best_of(const struct guessing *g)
{
	const struct candidate *best = NULL;
	size_t most = 0;
	for (size_t i = 0; i < g->count; i++) {
		const size_t p = points(g, &g->at[i]);
		if (p <= most)
			continue;
		most = p;
		best = &g->at[i];
	}
	for (size_t i = 0; best && i < g->count; i++)
		if (is_longer_form(best->name, g->at[i].name) && g->at[i].subjects)
			best = &g->at[i];
	return most >= ENOUGH ? best : NULL;
}

static struct str why(const struct guessing *g, const struct candidate *c)
{
	if (c->label)
		return S("so the file or folder is called");
	if (c->subjects > 1)
		return arena_fmt(g->arena, "%zu%s sentences begin with it", c->subjects,
			c->subjects == SUBJECTS_MAX ? " or more" : "");
	return c->titles     ? S("from the title")
	       : c->headings ? S("from a heading")
			     : S("a sentence begins with it");
}

static struct str capitalised(struct arena *a, struct str word)
{
	char *out = arena_alloc(a, word.len + 1, 1);
	for (size_t i = 0; i < word.len; i++)
		out[i] = word.at[i];
	if (word.len && out[0] >= 'a' && out[0] <= 'z')
		out[0] = (char)(out[0] - 'a' + 'A');
	return (struct str){ out, word.len };
}

static void add_aliases(const struct guessing *g, struct naming *out)
{
	for (size_t i = 0; i < g->count && out->alias_count < NAMING_ALIASES; i++)
		if (is_longer_form(g->at[i].name, out->name) && g->at[i].subjects)
			out->aliases[out->alias_count++] = g->at[i].name;
}

// The words of a file's name and of its folder that may be somebody's.
static size_t path_words(struct str path, struct str *out, size_t room)
{
	const struct str clean = str_strip(path, "/. "), name = path_name(clean);
	const struct str parts[] = { str_cut(name, 0, name.len - path_suffix(name).len),
		path_name(path_folder(clean)) };
	size_t count = 0;
	for (size_t p = 0; p < COUNT(parts); p++)
		for (size_t i = 0; i < parts[p].len;) {
			char folding[WORD_MAX];
			size_t end = i;
			while (end < parts[p].len && byte_is_word(parts[p].at[end]))
				end++;
			const struct str word = str_cut(parts[p], i, end - i);
			i = end + 1;
			if (word.len > 2 && !byte_is_digit(word.at[0]) && count < room &&
				!list_has(PATHS, word_fold(word, folding)))
				out[count++] = word;
		}
	return count;
}

// "n8n" is a name, too, where the path has it and it is no word of anybody else's.
static void look_at_small(struct guessing *g, struct str word)
{
	enum { OFTEN = 3 };
	char room[WORD_MAX];
	const size_t i = map_find(&g->words, word_fold(word, room));
	if (i == MAP_NONE || !g->uses || g->uses[i].small < OFTEN ||
		alias_case_of(word) == ALIAS_WRITTEN)
		return;
	struct candidate *c = candidate_of(g, g->uses[i].plain);
	if (c)
		c->small = true;
}

// What the path says and the text confirms.
static void look_at_path(struct guessing *g, struct str path)
{
	struct str words[PATH_WORDS];
	const size_t count = path_words(path, words, PATH_WORDS);
	for (size_t i = 0; i < count; i++) {
		const struct use *use = use_of(g, words[i]);
		if (use)
			(void)candidate_of(g, use->form); // only that it is there
		else
			look_at_small(g, words[i]);
	}
	for (size_t c = 0; c < g->count; c++)
		for (size_t i = 0; i < count; i++)
			g->at[c].label |= same_letters(g->at[c].name, words[i]);
}

void naming_guess(const struct copy *const *copies, size_t count, struct str path,
	struct str taken, struct arena *a, struct naming *out)
{
	struct guessing g = { .arena = a, .taken = taken, .words = { .arena = a } };
	struct str words[PATH_WORDS];
	*out = (struct naming){ 0 };
	for (size_t i = 0; i < count; i++)
		look_at(&g, copies[i]);
	look_at_path(&g, path);
	const struct candidate *best = best_of(&g);
	if (best) {
		out->name = best->name;
		out->why = why(&g, best);
		add_aliases(&g, out);
	} else if (path_words(path, words, PATH_WORDS) == 1 &&
		   !(taken.len && same_letters(words[0], taken))) {
		out->name = capitalised(a, words[0]);
		out->why = S("so the file or folder is called");
	}
}
