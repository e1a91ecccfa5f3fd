#include "report/brief_view.h"

static struct str number(struct arena *a, size_t n)
{
	return money_full(a, (int64_t)n * 100, "");
}

static struct str counted(struct arena *a, size_t n, const char *one, const char *many)
{
	return arena_fmt(
		a, "%" PRI_STR " %s", ARG_STR(number(a, n)), n == 1 ? one : many);
}

size_t view_dateline(const struct brief *b, struct str parts[DATELINE_MAX])
{
	struct arena *a = b->ws->arena;
	size_t n = 0;
	parts[n++] = b->ws->config.company.len ? b->ws->config.company : S("This folder");
	parts[n++] = date_words(a, b->ws->as_of);
	const struct str files = counted(a, b->files, "file", "files");
	parts[n++] = b->claims
			     ? arena_fmt(a, "%" PRI_STR " in %" PRI_STR,
				       ARG_STR(counted(a, b->claims, "claim", "claims")),
				       ARG_STR(files))
			     : files;
	if (b->decided)
		parts[n++] = counted(a, b->decided, "decided deal", "decided deals");
	if (b->calls)
		parts[n++] = counted(a, b->calls, "call", "calls");
	for (size_t i = 0; i < b->stale_count && n < DATELINE_MAX; i++)
		parts[n++] = b->stale[i];
	return n;
}

static size_t fact_of(const struct unlock *unlock)
{
	for (size_t f = 0; f < FACT_COUNT; f++)
		if (&fact_kinds[f].unlock == unlock)
			return f;
	return FACT_COUNT;
}

// The silent truths whose first missing file is the one of this fact.
static struct unlock_group group_of(const struct brief *b, size_t fact)
{
	const struct finding **found =
		ARENA_ARRAY(b->ws->arena, const struct finding *, b->silent.count + 1);
	struct unlock_group g = { .unlock = &fact_kinds[fact].unlock,
		.title = fact_kinds[fact].title,
		.findings = found };
	for (size_t i = 0; i < b->silent.count; i++) {
		if (fact_of(b->silent.at[i].unlock) != fact)
			continue;
		found[g.count++] = &b->silent.at[i];
		g.judged += b->silent.at[i].audit->run != NULL;
	}
	return g;
}

static bool comes_before(const struct unlock_group *a, const struct unlock_group *b)
{
	return a->judged != b->judged ? a->judged > b->judged : a->count > b->count;
}

size_t view_unlocks(const struct brief *b, struct unlock_group *groups)
{
	size_t count = 0;
	for (size_t f = 0; f < FACT_COUNT; f++) {
		const struct unlock_group g = group_of(b, f);
		if (!g.count)
			continue;
		size_t at = count++;
		for (; at > 0 && comes_before(&g, &groups[at - 1]); at--)
			groups[at] = groups[at - 1];
		groups[at] = g;
	}
	return count;
}

struct str view_judged(const struct brief *b)
{
	size_t judged = 0;
	for (size_t i = 0; audits[i]; i++)
		judged += audits[i]->run != NULL;
	return arena_fmt(b->ws->arena,
		"This version judges %zu of %zu truths; the others name what they will "
		"need.",
		judged, view_asked(b));
}

struct str view_tally(const struct brief *b)
{
	struct arena *a = b->ws->arena;
	static const char *const WORDS[][2] = { { "blocker", "blockers" },
		{ "serious", "serious" }, { "to watch", "to watch" } };
	struct buf out = { 0 };
	for (size_t s = SEVERITY_BLOCKER; s <= SEVERITY_WATCH; s++) {
		size_t n = 0;
		for (size_t i = 0; i < b->truths.count; i++)
			n += b->truths.at[i].severity == s;
		if (n)
			buf_fmt(&out, "%s%zu %s", out.len ? ", " : "", n,
				WORDS[s][n != 1]);
	}
	struct str text = arena_str(a, buf_str(&out));
	buf_done(&out);
	return text.len ? text : S("no hard truth");
}

struct str view_bring_to(struct arena *a, const struct audit *audit)
{
	struct str rest = str_of(audit->bring_to), one;
	struct buf out = { 0 };
	for (bool first = true; str_split(&rest, ';', &one); first = false) {
		if (!first)
			buf_add(&out, rest.len ? S(", ") : S(" and "));
		for (size_t i = 0; i < one.len; i++)
			buf_byte(&out, one.at[i] == '-' ? ' ' : one.at[i]);
	}
	if (out.len && out.at[0] >= 'a' && out.at[0] <= 'z')
		out.at[0] = (char)(out.at[0] - 'a' + 'A');
	struct str text = arena_str(a, buf_str(&out));
	buf_done(&out);
	return text;
}

size_t view_asked(const struct brief *b)
{
	(void)b;
	size_t count = 0;
	while (audits[count])
		count++;
	return count;
}

size_t view_answered(const struct brief *b)
{
	return view_asked(b) - b->silent.count;
}

struct str view_when(const struct brief *b, const struct evidence *e)
{
	struct arena *a = b->ws->arena;
	const bool captured = date_set(e->captured);
	const struct date d = captured ? e->captured : e->date;
	if (!date_set(d))
		return e->note;
	return arena_fmt(a, "%" PRI_STR "%s%s%" PRI_STR, ARG_STR(e->note),
		e->note.len ? ", " : "", captured ? "saved " : "",
		ARG_STR(date_words(a, d)));
}

struct str view_headline(const struct brief *b)
{
	if (b->headline.len)
		return b->headline;
	if (b->truths.count)
		return S("Nothing here is sure enough for a headline.");
	if (!view_answered(b))
		return S("Nothing can be said yet.");
	return arena_fmt(b->ws->arena,
		"Nothing to fix: of %zu questions, %zu could be answered, and all of "
		"these "
		"are in order.",
		view_asked(b), view_answered(b));
}

struct str view_empty(const struct brief *b)
{
	if (view_answered(b))
		return S("What could not be judged stands below, with the file that "
			 "would let "
			 "it speak.");
	return S("Put your home page or a deck in this folder, as .html, .md, .pptx or "
		 ".pdf, "
		 "and a saved page of a competitor below competitors/. Those two files "
		 "already say which claims a competitor could sign.");
}

struct str view_unjudged(const struct brief *b)
{
	struct buf out = { 0 };
	buf_fmt(&out, "%zu %s all files here and %s for a later version: ", b->unjudged,
		b->unjudged == 1 ? "has" : "have", b->unjudged == 1 ? "waits" : "wait");
	for (size_t i = 0, n = 0; i < b->silent.count; i++)
		if (!b->silent.at[i].unlock)
			buf_fmt(&out, "%s%s", n++ ? ", " : "", b->silent.at[i].audit->id);
	buf_byte(&out, '.');
	struct str text = arena_str(b->ws->arena, buf_str(&out));
	buf_done(&out);
	return text;
}
