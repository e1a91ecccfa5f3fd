#include "report/claim_view.h"
#include "report/json_parts.h"
#include "report/term.h"

enum { SHOWN = 5, ROWS = 8, UNLISTED = 8, HANG = 18, ID = 8 };

struct page {
	struct term t;
	const struct claim_page *p;
	size_t more;
};

static void heading(struct page *p, const char *title, size_t figure)
{
	term_gap(&p->t);
	term_with_figure(&p->t, INK_STRONG, 0, str_of(title), INK_STRONG,
		arena_fmt(p->t.arena, "%zu", figure));
}

static void line(struct page *p, size_t indent, enum ink ink, struct str text)
{
	term_to(&p->t, indent);
	term_wrap(&p->t, ink, indent, text);
	term_end(&p->t);
}

static struct str quote(struct page *p, struct str text)
{
	return arena_fmt(p->t.arena, "“%" PRI_STR "”",
		ARG_STR(utf8_safe(p->t.arena, text, QUOTE_MAX)));
}

static size_t limit(const struct page *p, size_t count, size_t shown)
{
	return p->t.look.all || count < shown ? count : shown;
}

// How an exposure differs from the claim stands behind its words.
static void write_place(struct page *p, const struct said_at *s)
{
	struct term *t = &p->t;
	term_to(t, 2);
	const struct evidence at = { .path = s->copy->source->path,
		.place = s->sentence->place };
	const struct str where = evidence_where(t->arena, &at);
	const struct str all = claim_place(t->arena, s);
	term_place(t, INK_DIM, at.path, where);
	term_put(t, INK_DIM, S(" "));
	term_wrap(t, INK_DIM, 4, str_from(all, where.len + 1));
	term_end(t);
	line(p, 4, INK_PLAIN, quote(p, s->sentence->text));
	if (s->change.len)
		line(p, 4, INK_SERIOUS,
			s->saying == SAID_SO
				? s->change
				: arena_fmt(t->arena, "%s: %" PRI_STR,
					  saying_name(s->saying), ARG_STR(s->change)));
}

// What says it differently falls, too, but is listed by itself.
static bool falls_as_it_is(const struct page *p, const struct said_at *s)
{
	return s->saying == SAID_SO && claim_falls(p->p, s);
}

static size_t count_falling(const struct page *p, const struct booked *b, enum reach r)
{
	size_t n = 0;
	for (size_t i = 0; i < b->count; i++)
		n += b->at[i].reach == r && falls_as_it_is(p, &b->at[i]);
	return n;
}

static void write_reach(struct page *p, const struct booked *b, enum reach r)
{
	const size_t count = count_falling(p, b, r), shown = limit(p, count, SHOWN);
	size_t written = 0;
	if (!count)
		return;
	term_gap(&p->t);
	term_put(&p->t, INK_DIM, str_of(claim_fall_about(r)));
	term_end(&p->t);
	for (size_t i = 0; i < b->count && written < shown; i++) {
		const struct said_at *s = &b->at[i];
		if (s->reach != r || !falls_as_it_is(p, s))
			continue;
		write_place(p, s);
		written++;
	}
	p->more += count - shown;
}

static void write_fall(struct page *p, const struct booked *b)
{
	size_t count = 0;
	for (int r = 0; r < REACH_PAST; r++)
		count += count_falling(p, b, (enum reach)r);
	if (!count && !p->p->asks_if)
		return;
	heading(p, claim_fall_title(p->p, b), count);
	if (!count)
		line(p, 2, INK_PLAIN,
			b->differently ? S("Nothing says it so; look at what says it "
					   "differently below.")
				       : S("Nothing would have to be recalled."));
	for (int r = 0; r < REACH_PAST; r++)
		write_reach(p, b, (enum reach)r);
}

static void write_differently(struct page *p, const struct booked *b)
{
	const size_t shown = limit(p, b->differently, SHOWN);
	size_t written = 0;
	if (!b->differently)
		return;
	heading(p, "Said differently", b->differently);
	line(p, 0, INK_DIM,
		S("Another number, a condition dropped or added, a part of it: not what "
		  "was approved."));
	term_gap(&p->t);
	for (size_t i = 0; i < b->count && written < shown; i++) {
		if (b->at[i].saying == SAID_SO || b->at[i].reach == REACH_PAST)
			continue;
		write_place(p, &b->at[i]);
		written++;
	}
	p->more += b->differently - shown;
}

static void write_past(struct page *p, const struct booked *b)
{
	if (!b->so[REACH_PAST])
		return;
	heading(p, "Drafts and older versions", b->so[REACH_PAST]);
	if (!p->t.look.all)
		p->more += b->so[REACH_PAST];
	for (size_t i = 0; i < b->count && p->t.look.all; i++)
		if (b->at[i].reach == REACH_PAST)
			write_place(p, &b->at[i]);
}

static void labelled(struct page *p, const char *label, struct str text)
{
	term_labelled(&p->t, 2, label, INK_DIM, HANG, INK_PLAIN, text);
}

static void write_one(struct page *p, const struct booked *b)
{
	struct term *t = &p->t;
	const struct claim_entry *e = b->entry;
	if (e && e->id.len) {
		term_put(t, INK_STRONG, utf8_safe(t->arena, e->id, 40));
		term_put(t, INK_PLAIN, S("  "));
	}
	term_wrap(t, INK_STRONG, 0, quote(p, b->text));
	term_end(t);
	labelled(p, "Status", str_of(claim_standing(b)));
	labelled(p, "Proof", claim_proof(t->arena, b));
	if (e)
		labelled(p, "Only true with", utf8_safe(t->arena, e->qualifier, 200));
	labelled(p, "Approved by", claim_approval(t->arena, b));
	labelled(p, "Review", claim_review(t->arena, p->p, b));
	term_gap(t);
	line(p, 2, INK_STRONG, claim_sentence(t->arena, b));
	if (b->unqualified)
		line(p, 2, INK_PLAIN,
			arena_fmt(t->arena,
				"%zu of the %zu that customers see %s out the words "
				"without which it is untrue.",
				b->unqualified, b->so[REACH_CUSTOMERS],
				b->unqualified == 1 ? "leaves" : "leave"));
	write_fall(p, b);
	write_differently(p, b);
	write_past(p, b);
}

// What a row of the overview is about; each row is in the first that fits.
enum lot { LOT_NOT_ALLOWED, LOT_UNTRUE, LOT_DIFFERENT, LOT_FINE, LOT_SILENT, LOTS };

static enum lot lot_of(const struct booked *b)
{
	const size_t live =
		b->so[REACH_CUSTOMERS] + b->so[REACH_INSIDE] + b->so[REACH_HEARD];
	if (live && !claim_may_be_said(b))
		return LOT_NOT_ALLOWED;
	if (b->unqualified)
		return LOT_UNTRUE;
	if (b->differently)
		return LOT_DIFFERENT;
	return live ? LOT_FINE : LOT_SILENT;
}

static const struct {
	const char *title, *about;
} LOT_TEXT[LOTS] = {
	{ "Said, but not approved as things stand",
		"Rejected, expired, overdue for review, only proposed, or without "
		"proof." },
	{ "Said without the words that make it true",
		"Approved with a qualifier that does not stand near it." },
	{ "Said differently somewhere",
		"Another number, a condition dropped or added, or only a part." },
	{ "Said as approved", "" },
	{ "Said nowhere", "Nothing that was searched says it." },
};

static void write_row(struct page *p, const struct booked *b)
{
	struct term *t = &p->t;
	struct buf where = { .max = 400 };
	term_to(t, 2);
	term_put(t, INK_STRONG, utf8_safe(t->arena, b->entry->id, 12));
	term_to(t, 2 + ID);
	term_wrap(t, INK_PLAIN, 2 + ID, quote(p, b->text));
	term_end(t);
	buf_fmt(&where, "%s", claim_standing(b));
	static const char *const WORDS[REACH_COUNT] = { "with customers", "inside",
		"in calls", NULL };
	for (int r = 0; r < REACH_PAST; r++)
		if (b->so[r])
			buf_fmt(&where, " · %zu %s", b->so[r], WORDS[r]);
	if (b->unqualified)
		buf_fmt(&where, " · %zu without its qualifier", b->unqualified);
	if (b->differently)
		buf_fmt(&where, " · %zu said differently", b->differently);
	line(p, 2 + ID, INK_DIM, arena_str(t->arena, buf_str(&where)));
	buf_done(&where);
}

static void write_lot(struct page *p, enum lot lot)
{
	const struct book *b = p->p->book;
	size_t count = 0, written = 0;
	for (size_t i = 0; i < b->count; i++)
		count += lot_of(&b->at[i]) == lot;
	const size_t shown = limit(p, count, ROWS);
	if (!count)
		return;
	heading(p, LOT_TEXT[lot].title, count);
	if (*LOT_TEXT[lot].about)
		line(p, 0, INK_DIM, str_of(LOT_TEXT[lot].about));
	for (size_t i = 0; i < b->count && written < shown; i++) {
		if (lot_of(&b->at[i]) != lot)
			continue;
		write_row(p, &b->at[i]);
		written++;
	}
	p->more += count - shown;
}

static void write_unlisted(struct page *p)
{
	const struct book *b = p->p->book;
	const size_t shown = limit(p, b->unlisted_count, UNLISTED);
	if (!b->unlisted_count)
		return;
	heading(p, "Headline claims that no row lists", b->unlisted_count);
	line(p, 0, INK_DIM, S("Said loudest, and nobody approved them."));
	for (size_t i = 0; i < shown; i++) {
		const struct unlisted *u = &b->unlisted[i];
		const struct evidence at = { .path = u->copy->source->path,
			.place = u->sentence->place };
		line(p, 2, INK_PLAIN, quote(p, u->sentence->text));
		term_to(&p->t, 4);
		term_place(&p->t, INK_DIM, at.path, evidence_where(p->t.arena, &at));
		term_end(&p->t);
	}
	p->more += b->unlisted_count - shown;
}

// "25 claims in the ledger; 9 are said although they may not be."
static void write_lead(struct page *p)
{
	const struct book *b = p->p->book;
	struct arena *a = p->t.arena;
	size_t lots[LOTS] = { 0 };
	for (size_t i = 0; i < b->count; i++)
		lots[lot_of(&b->at[i])]++;
	if (!b->ledger) {
		line(p, 2, INK_STRONG,
			S("There is no claims ledger, so nothing is approved."));
	} else {
		line(p, 2, INK_STRONG,
			arena_fmt(a,
				"%zu of %zu claims in the ledger %s said although, as "
				"things stand, %s not approved.",
				lots[LOT_NOT_ALLOWED], b->count,
				lots[LOT_NOT_ALLOWED] == 1 ? "is" : "are",
				lots[LOT_NOT_ALLOWED] == 1 ? "it is" : "they are"));
		line(p, 2, INK_PLAIN,
			arena_fmt(a,
				"%zu more %s said without the words that make %s true, "
				"%zu said as approved, %zu nowhere.",
				lots[LOT_UNTRUE], lots[LOT_UNTRUE] == 1 ? "is" : "are",
				lots[LOT_UNTRUE] == 1 ? "it" : "them", lots[LOT_FINE],
				lots[LOT_SILENT]));
	}
	if (b->unlisted_count)
		line(p, 2, INK_PLAIN,
			arena_fmt(a, "%zu headline %s in no row.", b->unlisted_count,
				b->unlisted_count == 1 ? "claim stands"
						       : "claims stand"));
	else
		line(p, 2, INK_PLAIN,
			b->sentences ? S("Every headline claim has its row.")
				     : S("No text of yours is here to search."));
}

static void write_notes(struct page *p)
{
	const struct book *b = p->p->book;
	if (p->more) {
		term_gap(&p->t);
		line(p, 2, INK_STRONG, arena_fmt(p->t.arena, "%zu more: --all", p->more));
	}
	term_gap(&p->t);
	line(p, 0, INK_DIM,
		arena_fmt(p->t.arena,
			"Searched: %zu sentences of ours in %zu files, %zu of them "
			"calls.",
			b->sentences, b->documents, b->calls));
	for (size_t i = 0; i < b->note_count; i++)
		line(p, 0, INK_DIM, b->notes[i]);
}

void claim_text(const struct claim_page *page, const struct look *look, struct buf *out)
{
	struct arena a = { 0 };
	struct page p = { .p = page };
	term_init(&p.t, out, &a, look);
	if (page->all_rows) {
		write_lead(&p);
		for (int lot = 0; lot < LOTS; lot++)
			write_lot(&p, (enum lot)lot);
		write_unlisted(&p);
	}
	for (size_t i = 0; !page->all_rows && i < page->book->count; i++)
		write_one(&p, &page->book->at[i]);
	write_notes(&p);
	term_end(&p.t);
	arena_free(&a);
}
