#include "audit/brief_parts.h"
#include "audit/credit.h"
#include "audit/say.h"

#include <string.h>

static void copy_to(struct findings *list, struct arena *a, const struct finding *f)
{
	*finding_add(list, a, f->audit) = *f;
}

// "customer-success" and "Customer Success" are one function.
static bool same_function(struct str a, struct str b)
{
	if (a.len != b.len)
		return false;
	for (size_t i = 0; i < a.len; i++) {
		const char x = byte_is_word(a.at[i]) ? byte_lower(a.at[i]) : '-';
		const char y = byte_is_word(b.at[i]) ? byte_lower(b.at[i]) : '-';
		if (x != y)
			return false;
	}
	return true;
}

static bool is_for(const struct finding *f, const char *function)
{
	struct str rest = str_of(f->audit->bring_to), one;
	if (!function)
		return true;
	while (str_split(&rest, ';', &one))
		if (same_function(str_trim(one), str_trim(str_of(function))))
			return true;
	return false;
}

// Some evidence is of that day or later, or none says of which day it is.
static bool is_since(const struct finding *f, struct date since)
{
	bool dated = false;
	for (size_t i = 0; i < f->evidence_count; i++) {
		const struct evidence *e = &f->evidence[i];
		dated |= date_set(e->date) || date_set(e->captured);
		if (e->date.days >= since.days || e->captured.days >= since.days)
			return true;
	}
	return !dated;
}

static void sort_out(const struct facts *facts, const struct findings *all,
	const struct brief_options *options, struct brief *out)
{
	struct arena *a = facts->ws->arena;
	for (size_t i = 0; i < all->count; i++) {
		struct finding f = all->at[i];
		if (f.outcome == OUTCOME_SILENT) {
			out->unjudged +=
				!f.audit->run && !(f.audit->needs & ~facts->have);
			copy_to(&out->silent, a, &f);
			continue;
		}
		if (f.outcome == OUTCOME_QUIET) {
			copy_to(&out->quiet, a, &f);
			continue;
		}
		f.silence = silence_of(facts->ws, &f);
		if (f.silence)
			copy_to(&out->silenced, a, &f);
		else if (is_for(&f, options->for_function) &&
			 is_since(&f, options->since))
			copy_to(&out->truths, a, &f);
	}
}

static void cap(const struct brief_options *options, struct brief *out)
{
	size_t most = options->items ? options->items : BRIEF_TRUTHS;
	if (most > BRIEF_TRUTHS)
		most = BRIEF_TRUTHS;
	if (out->truths.count <= most)
		return;
	out->more = out->truths.count - most;
	out->truths.count = most;
}

// The first that is at least likely: nothing less is said that large.
static void make_headline(struct brief *out)
{
	for (size_t i = 0; i < out->truths.count; i++) {
		const struct finding *f = &out->truths.at[i];
		if (f->certainty > CERTAINTY_LIKELY)
			continue;
		out->headline_from = f;
		out->headline = f->headline.len ? f->headline : f->sentence;
		out->cost = f->cost.len ? f->cost : f->detail;
		return;
	}
}

// "Inside you win more" is no news beside "outside you win less".
static void drop_mirrored(struct brief *out)
{
	size_t kept = 0;
	for (size_t i = 0; i < out->working.count; i++) {
		const struct finding f = out->working.at[i];
		bool said = false;
		for (size_t t = 0; t < out->truths.count; t++)
			said |= f.root.len && str_eq(f.root, out->truths.at[t].root);
		if (!said)
			out->working.at[kept++] = f;
	}
	out->working.count = kept;
}

// Good news is at most one line in five; alone when nothing is wrong.
static void make_working(const struct facts *facts, struct brief *out)
{
	working_find(facts, &out->working);
	drop_mirrored(out);
	const size_t most = out->truths.count ? out->truths.count / 4 : 1;
	if (out->working.count > most)
		out->working.count = most;
}

static void count_read(const struct facts *facts, struct brief *out)
{
	const struct workspace *ws = facts->ws;
	for (size_t i = 0; i < ws->source_count; i++) {
		out->files += ws->sources[i].state == SOURCE_READ;
		out->skipped += ws->sources[i].state == SOURCE_SKIPPED;
		out->calls += ws->sources[i].state == SOURCE_READ &&
			      ws->sources[i].role == ROLE_CALL;
	}
	if (facts->swap)
		out->claims = facts->swap->claim_count;
	if (facts->overall)
		out->decided = facts->overall->counts[DEAL_WON] +
			       facts->overall->counts[DEAL_LOST] +
			       facts->overall->counts[DEAL_NO_DECISION];
}

static struct date newest_page(const struct workspace *ws)
{
	struct date newest = { 0 };
	for (size_t i = 0; i < ws->source_count; i++) {
		const struct source *s = &ws->sources[i];
		if (s->role == ROLE_RIVAL && s->state == SOURCE_READ &&
			source_last_seen(s).days > newest.days)
			newest = source_last_seen(s);
	}
	return newest;
}

static void add_stale(const struct workspace *ws, struct brief *out, const char *what,
	struct date seen, int limit)
{
	const int age = ws->as_of.days - seen.days;
	if (!date_set(seen) || limit <= 0 || age <= limit)
		return;
	out->stale[out->stale_count++] =
		arena_fmt(ws->arena, "%s %d days old (limit %d)", what, age, limit);
}

void brief_make(const struct facts *facts, const struct findings *all,
	const struct brief_options *options, struct brief *out)
{
	const struct workspace *ws = facts->ws;
	*out = (struct brief){ .ws = ws, .facts = facts };
	sort_out(facts, all, options, out);
	findings_sort(&out->truths, ws->as_of);
	findings_fold(&out->truths, ws->arena);
	cap(options, out);
	make_headline(out);
	make_working(facts, out);
	signs_make(facts, out);
	count_read(facts, out);
	out->stale = ARENA_ARRAY(ws->arena, struct str, 2);
	add_stale(ws, out, "Competitor pages are", newest_page(ws),
		ws->config.fresh_pages.warn);
	add_stale(ws, out, "Deals are", ws->deals.extract, ws->config.fresh_deals.warn);
	struct credit *credits;
	out->credit_count = credits_of(ws, &credits);
	out->credits = credits;
}
