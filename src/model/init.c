// What the company is called, as far as its own files say it.
#include "model/init.h"

#include "model/header.h"

static void tally_add(
	struct name_tally *t, struct arena *a, struct str word, double weight)
{
	t->words.arena = a;
	size_t known = t->words.count, at = map_add(&t->words, word);
	if (at == known) {
		t->weight = arena_more(a, t->weight, known, &t->room, sizeof *t->weight);
		t->weight[at] = 0;
	}
	t->weight[at] += weight;
}

static void add_name(struct init_seen *seen, struct str name, double weight)
{
	enum { NAME_MAX_BYTES = 60 };
	struct str s = utf8_safe(seen->arena, str_strip(str_trim(name), "\"'"), 0);
	if (s.len && s.len <= NAME_MAX_BYTES)
		tally_add(&seen->names, seen->arena, s, weight);
}

// A name that could be a domain, without "www.".
static void add_domain(
	struct name_tally *t, struct arena *a, struct str domain, double weight)
{
	enum { DOMAIN_MAX_BYTES = 100 };
	struct str s = utf8_lower(a, str_cut(str_trim(domain), 0, DOMAIN_MAX_BYTES));
	if (str_starts(s, S("www.")))
		s = str_from(s, 4);
	if (str_find_byte(s, '.', 1) == STR_NONE)
		return;
	for (size_t i = 0; i < s.len; i++)
		if (!byte_is_word(s.at[i]) && s.at[i] != '.' && s.at[i] != '-')
			return;
	tally_add(t, a, s, weight);
}

// "https://www.acme.example/x" -> "www.acme.example".
static struct str host_of(struct str url)
{
	size_t slashes = str_find(url, S("://"), 0);
	if (slashes == STR_NONE)
		return (struct str){ 0 };
	struct str rest = str_from(url, slashes + 3), host;
	return str_split(&rest, '/', &host) ? host : (struct str){ 0 };
}

// "Shift handover | Fernhollow" has two pieces; each may be the name, short ones rather.
static void see_title(struct init_seen *seen, struct str title, double weight)
{
	static const struct str BETWEEN[] = { STR_INIT(" | "), STR_INIT(" - "),
		STR_INIT(" \xe2\x80\x93 "), STR_INIT(" \xe2\x80\x94 "),
		STR_INIT(" \xc2\xb7 "), STR_INIT(": ") };
	enum { PIECES_MAX = 6 };
	for (size_t n = 0; title.len && n < PIECES_MAX; n++) {
		size_t at = title.len, gap = 0;
		for (size_t i = 0; i < COUNT(BETWEEN); i++) {
			size_t found = str_find(title, BETWEEN[i], 0);
			if (found < at) {
				at = found;
				gap = BETWEEN[i].len;
			}
		}
		struct str piece = str_cut(title, 0, at);
		size_t words = 1;
		for (size_t i = 0; i < piece.len; i++)
			words += piece.at[i] == ' ';
		if (words <= 4)
			add_name(seen, piece, weight / (double)words);
		title = str_from(title, at + gap);
	}
}

static struct str first_heading(const struct doc *doc)
{
	for (size_t i = 0; i < doc->block_count; i++)
		if (doc->blocks[i].kind == BLOCK_HEADING && doc->blocks[i].level <= 1)
			return doc_cut(doc, doc->blocks[i].span);
	return (struct str){ 0 };
}

void init_see(struct init_seen *seen, const struct doc *doc)
{
	bool readme = str_starts_nocase(path_name(doc->path), S("readme"));
	add_name(seen, doc_meta_find(doc, S("site")), 5);
	see_title(seen, doc_meta_find(doc, S("title")), 1);
	if (readme)
		see_title(seen, first_heading(doc), 2);
	add_domain(&seen->domains, seen->arena, host_of(doc_meta_find(doc, S("url"))), 1);
}

struct str init_domain(const struct init_seen *seen, const struct workspace *ws)
{
	static const struct str ANYBODY[] = { STR_INIT("gmail.com"),
		STR_INIT("outlook.com"), STR_INIT("hotmail.com"), STR_INIT("gmx.de"),
		STR_INIT("web.de"), STR_INIT("yahoo.com"), STR_INIT("icloud.com") };
	struct arena scratch = { 0 };
	struct name_tally all = { 0 };
	for (size_t i = 0; i < seen->domains.words.count; i++)
		tally_add(&all, &scratch, seen->domains.words.keys[i],
			seen->domains.weight[i]);
	for (size_t i = 0; i < ws->records.people.count; i++) {
		struct str mail = ws->records.people.at[i].email;
		size_t at = str_find_byte(mail, '@', 0);
		bool own = at != STR_NONE;
		for (size_t k = 0; own && k < COUNT(ANYBODY); k++)
			own = !str_eq_nocase(str_from(mail, at + 1), ANYBODY[k]);
		if (own)
			add_domain(&all, &scratch, str_from(mail, at + 1), 1);
	}
	size_t best = MAP_NONE;
	for (size_t i = 0; i < all.words.count; i++)
		if (best == MAP_NONE || all.weight[i] > all.weight[best])
			best = i;
	struct str domain = best == MAP_NONE
				    ? (struct str){ 0 }
				    : arena_str(seen->arena, all.words.keys[best]);
	arena_free(&scratch);
	return domain;
}

// "fern-hollow.example" speaks for "Fern Hollow".
static bool fits_domain(struct arena *a, struct str name, struct str domain)
{
	struct str label;
	if (!str_split(&domain, '.', &label))
		return false;
	struct str x = header_key(a, name), y = header_key(a, label);
	return x.len && str_eq(x, y);
}

struct str init_company(const struct init_seen *seen, const struct workspace *ws)
{
	struct arena scratch = { 0 };
	struct str domain = init_domain(seen, ws), best = { 0 };
	double most = 0;
	for (size_t i = 0; i < seen->names.words.count; i++) {
		struct str name = seen->names.words.keys[i];
		double weight = seen->names.weight[i];
		if (fits_domain(&scratch, name, domain))
			weight += 10;
		if (weight > most) {
			most = weight;
			best = name;
		}
	}
	arena_free(&scratch);
	struct str folder = path_name(ws->root);
	return best.len || !folder.len || folder.at[0] == '.' ? best : folder;
}
