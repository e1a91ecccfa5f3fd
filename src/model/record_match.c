// Which column is what, and what kind of table that makes.
#include "model/record_match.h"

static struct str names_of(struct arena *a, const struct record_field *f)
{
	return arena_fmt(a, "%s;%s", f->name, f->aliases);
}

void record_match(const struct record_kind *kind, const struct headers *headers,
	struct record_columns *out)
{
	size_t n = 0;
	for (const struct record_field *f = kind->fields; f->name; f++, n++)
		out->column[n] =
			headers_find(headers, names_of(headers->arena, f), &out->rank[n]);
	out->count = n;
}

// How much a column says about its table: one, or half if any table could have it.
static double weight_of(const struct headers *h, int64_t column)
{
	for (size_t i = 0; i < h->keys.count; i++)
		if (h->column[i] == column)
			return header_is_common(h->keys.keys[i]) ? 0.5 : 1;
	return 0;
}

static size_t count_of(const struct headers *h, const char *names)
{
	struct str rest = str_of(names), one;
	size_t count = 0;
	while (str_split(&rest, ';', &one))
		count += headers_find(h, one, NULL) >= 0;
	return count;
}

// Most tables are told from most kinds by the first column they lack.
static bool lacks_required(const struct record_kind *kind, const struct headers *headers)
{
	for (const struct record_field *f = kind->fields; f->name; f++)
		if (f->required &&
			headers_find(headers, names_of(headers->arena, f), NULL) < 0)
			return true;
	return false;
}

struct standing {
	double score;
	size_t used; // columns
	bool named;  // the file is called as convention has it
};

// "x/claims.csv" is called as messages/claims.csv is; "index.csv" says nothing without
// its folder.
static bool is_called(struct str path, struct str file)
{
	if (str_starts(path_name(file), S("index.")))
		return str_ends_nocase(path, file);
	return str_eq_nocase(path_name(path), path_name(file));
}

static struct standing standing_of(
	const struct record_kind *kind, const struct headers *headers, struct str path)
{
	struct record_columns found;
	struct standing s = { 0 };
	double have = 0;
	size_t want = 0;
	if (lacks_required(kind, headers))
		return s;
	record_match(kind, headers, &found);
	for (size_t i = 0; i < found.count; i++) {
		const struct record_field *f = &kind->fields[i];
		s.used += found.column[i] >= 0;
		if (!f->required && !f->distinct)
			continue;
		want++;
		if (found.column[i] >= 0)
			have += weight_of(headers, found.column[i]);
	}
	s.score = want ? have / (double)want : 0;
	s.score += 0.25 * (double)count_of(headers, kind->like);
	s.score -= 0.2 * (double)count_of(headers, kind->unlike);
	s.score = s.score > 1 ? 1 : s.score < 0 ? 0 : s.score;
	s.named = is_called(path, str_of(kind->file));
	return s;
}

static bool is_better(struct standing a, struct standing b)
{
	if (a.score > b.score || a.score < b.score)
		return a.score > b.score;
	if (a.used != b.used)
		return a.used > b.used;
	return a.named && !b.named;
}

const struct record_kind *record_recognise(
	struct str path, const struct str *header, size_t columns, double *score)
{
	struct arena scratch = { 0 };
	struct headers headers;
	const struct record_kind *best = NULL;
	struct standing best_standing = { 0 };
	headers_of(&scratch, header, columns, &headers);
	for (const struct record_kind *const *k = record_kinds; *k; k++) {
		struct standing s = standing_of(*k, &headers, path);
		if (s.score < RECORD_SCORE_MIN && !(s.named && s.score > 0))
			continue;
		if (!best || is_better(s, best_standing)) {
			best = *k;
			best_standing = s;
		}
	}
	*score = best_standing.score;
	arena_free(&scratch);
	return best;
}

double record_score(
	const struct record_kind *kind, const struct str *header, size_t columns)
{
	struct arena scratch = { 0 };
	struct headers headers;
	headers_of(&scratch, header, columns, &headers);
	struct standing s = standing_of(kind, &headers, S(""));
	arena_free(&scratch);
	return s.score;
}
