#include "report/claim_view.h"

static const char *plural(size_t n, const char *one, const char *many)
{
	return n == 1 ? one : many;
}

const char *claim_standing(const struct booked *b)
{
	static const char *const NAMES[CLAIM_STATUSES] = { "proposed", "approved",
		"restricted", "rejected", "expired" };
	if (!b->entry)
		return "unlisted";
	const bool counts = b->entry->status == CLAIM_APPROVED ||
			    b->entry->status == CLAIM_RESTRICTED;
	return b->proof == PROOF_EXPIRED && counts ? "overdue" : NAMES[b->entry->status];
}

bool claim_may_be_said(const struct booked *b)
{
	return b->proof == PROOF_HOLDS;
}

static void add_count(struct buf *out, size_t n, const char *what, size_t *left)
{
	if (!n)
		return;
	const bool first = !out->len;
	--*left;
	buf_fmt(out, "%s%zu %s", first ? "" : *left ? ", " : " and ", n, what);
}

struct str claim_sentence(struct arena *a, const struct booked *b)
{
	static const char *const WHERE[REACH_COUNT] = { "where customers see it",
		"inside the house", "in calls", "in drafts and older versions" };
	struct buf out = { 0 };
	size_t all = 0, kinds = 0;
	for (int r = 0; r < REACH_COUNT; r++) {
		all += b->so[r];
		kinds += b->so[r] > 0;
	}
	if (!all && !b->differently)
		return S("It is said nowhere that was searched.");
	if (!all)
		return S("Nobody says it so; what comes near says something else.");
	for (int r = 0; r < REACH_COUNT; r++)
		add_count(&out, b->so[r], WHERE[r], &kinds);
	const struct str places = arena_str(a, buf_str(&out));
	buf_done(&out);
	return arena_fmt(a, "It is said in %zu %s: %" PRI_STR ".", all,
		plural(all, "place", "places"), ARG_STR(places));
}

struct str claim_proof(struct arena *a, const struct booked *b)
{
	const struct str proof =
		b->entry ? str_trim(b->entry->evidence) : (struct str){ 0 };
	if (!b->entry)
		return (struct str){ 0 };
	return proof.len ? utf8_safe(a, proof, 200) : S("none named");
}

struct str claim_review(
	struct arena *a, const struct claim_page *p, const struct booked *b)
{
	if (!b->entry || !date_set(b->entry->review_by))
		return (struct str){ 0 };
	const struct date due = b->entry->review_by;
	const int days = due.days - p->ws->as_of.days;
	const int size = days < 0 ? -days : days;
	return arena_fmt(a, "%" PRI_STR ", %s %d %s%s", ARG_STR(date_words(a, due)),
		days < 0 ? "overdue by" : "in", size, size == 1 ? "day" : "days",
		days ? "" : " (today)");
}

struct str claim_approval(struct arena *a, const struct booked *b)
{
	const struct claim_entry *e = b->entry;
	if (!e || !str_trim(e->approver).len)
		return (struct str){ 0 };
	const struct str who = utf8_safe(a, e->approver, 60);
	if (!date_set(e->approved_on))
		return who;
	return arena_fmt(a, "%" PRI_STR ", %" PRI_STR, ARG_STR(who),
		ARG_STR(date_words(a, e->approved_on)));
}

bool claim_falls(const struct claim_page *p, const struct said_at *s)
{
	if (s->reach == REACH_PAST || s->saying == SAID_OTHERWISE)
		return false;
	// A restricted claim may stay where its qualifier stands beside it.
	return !p->asks_if || p->if_status != CLAIM_RESTRICTED || !s->qualified;
}

struct str claim_place(struct arena *a, const struct said_at *s)
{
	struct buf out = { .max = TEXT_MAX };
	const struct evidence at = { .path = s->copy->source->path,
		.place = s->sentence->place };
	buf_add(&out, evidence_where(a, &at));
	if (date_set(s->date))
		buf_fmt(&out, " · %" PRI_STR, ARG_STR(date_words(a, s->date)));
	else
		buf_add(&out, S(" · no date"));
	if (s->where.len)
		buf_fmt(&out, " · %" PRI_STR, ARG_STR(s->where));
	if (s->deal.len)
		buf_fmt(&out, " · %" PRI_STR, ARG_STR(utf8_safe(a, s->deal, 60)));
	const struct str text = arena_str(a, buf_str(&out));
	buf_done(&out);
	return text;
}

const char *claim_fall_title(const struct claim_page *p, const struct booked *b)
{
	if (p->asks_if)
		return p->if_status == CLAIM_RESTRICTED ? "If it is restricted"
		       : p->if_status == CLAIM_REJECTED ? "If it is rejected"
		       : p->if_status == CLAIM_EXPIRED	? "If it expires"
							: "If it changes";
	if (b->entry && !claim_may_be_said(b) && b->entry->status != CLAIM_PROPOSED)
		return "Recall these";
	return "If it falls";
}

const char *claim_fall_about(enum reach r)
{
	static const char *const ABOUT[REACH_COUNT] = {
		"Customers see these: change or take them down.",
		"Inside the house: mend these, or it is said again tomorrow.",
		"Said to customers: whoever owns the deal must know.",
		"Older versions and drafts: nothing to do, unless somebody still sends "
		"them."
	};
	return ABOUT[r];
}
