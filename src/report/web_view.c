#include "report/web_view.h"

#include <math.h>
#include <stdlib.h>

#include "report/ring.h"

struct spelling spelling_of(const struct web_page *page, struct arena *scratch)
{
	return (struct spelling){ scratch, page, page->web };
}

// The first lines of a move: what is spoken of, then what accounts say.
static struct web_move shown_move(const struct move *m, struct arena *a)
{
	const struct move_found *f = &m->found;
	const size_t count = f->lines < MOVE_LINES ? f->lines : MOVE_LINES;
	struct evidence *lines = ARENA_ARRAY(a, struct evidence, MOVE_SPOKEN + count + 1);
	size_t used = 0;
	for (size_t i = 0; i < f->spoken_count; i++)
		lines[used++] = f->spoken[i].evidence;
	for (size_t i = 0; i < count; i++)
		lines[used++] = f->items[i].evidence;
	return (struct web_move){ .link = m->link,
		.speaks = m->speaks,
		.text = m->text,
		.same = m->same,
		.file = m->path,
		.evidence = lines,
		.evidence_count = used };
}

void web_page_moves(struct web_page *page, const struct moves *moves, struct arena *a)
{
	struct web_move *shown = ARENA_ARRAY(a, struct web_move, moves->count + 1);
	for (size_t i = 0; i < moves->count; i++)
		shown[i] = shown_move(&moves->at[i], a);
	page->moves = shown;
	page->move_count = moves->count;
}

struct str spell_name(const struct spelling *w, uint32_t node)
{
	if (node == WEB_NONE)
		return S("nobody");
	const struct web_node *n = &w->web->nodes[node];
	const struct str name = utf8_safe(w->arena, n->name, LABEL_CHARACTERS);
	return name.len ? name : utf8_safe(w->arena, n->id, LABEL_CHARACTERS);
}

struct str spell_ends(const struct spelling *w, const struct web_link *l)
{
	return arena_fmt(w->arena, "%" PRI_STR " – %" PRI_STR,
		ARG_STR(spell_name(w, l->a)), ARG_STR(spell_name(w, l->b)));
}

struct str spell_after_ends(
	const struct spelling *w, const struct web_link *l, struct str sentence)
{
	const struct str head =
		arena_fmt(w->arena, "%" PRI_STR ": ", ARG_STR(spell_ends(w, l)));
	const struct str rest = str_from(sentence, head.len);
	if (!str_starts(sentence, head) || !rest.len || !byte_is_alpha(rest.at[0]))
		return sentence;
	return arena_fmt(
		w->arena, "%c%" PRI_STR, rest.at[0] & ~0x20, ARG_STR(str_from(rest, 1)));
}

struct str spell_strength(const struct spelling *w, double x)
{
	return isfinite(x) ? say_strength(w->arena, x > 0 ? x : 0) : S("–");
}

bool spell_has_strength(const struct spelling *w, const struct web_link *l)
{
	return w->web->basis == WEB_BASIS_STRENGTH && isfinite(l->observed) &&
	       w->web->nodes[l->a].has_rows && w->web->nodes[l->b].has_rows;
}

struct str spell_observed(const struct spelling *w, const struct web_link *l)
{
	return spell_has_strength(w, l) ? say_label(w->arena, l) : S("–");
}

struct str spell_range(const struct spelling *w, const struct web_link *l)
{
	return spell_has_strength(w, l) ? say_range(w->arena, l) : S("");
}

struct str spell_figures(const struct spelling *w, const struct web_link *l)
{
	const struct str seen = spell_observed(w, l);
	if (!(l->needed > 0))
		return seen;
	return arena_fmt(w->arena, "%" PRI_STR " of %" PRI_STR, ARG_STR(seen),
		ARG_STR(spell_strength(w, l->needed)));
}

bool spell_is_person_free(const struct web_link *l)
{
	return l->under_five || l->withheld;
}

struct str spell_pairs(const struct spelling *w, const struct web_link *l)
{
	if (l->under_five)
		return S("under 5 pairs of people");
	if (l->withheld)
		return S("number of pairs withheld");
	return arena_fmt(w->arena, "%" PRI_STR " pair%s of people",
		ARG_STR(words_number(w->arena, l->pairs)), l->pairs == 1 ? "" : "s");
}

struct str spell_percent(const struct spelling *w, double share)
{
	return isfinite(share) ? arena_fmt(w->arena, "%.0f%%", share * 100) : S("–");
}

struct str spell_aims(const struct spelling *w, const struct web_link *l)
{
	struct buf out = { 0 };
	for (size_t i = 0; i < l->objective_count; i++)
		buf_fmt(&out, "%s%" PRI_STR, i ? ", " : "",
			ARG_STR(utf8_safe(w->arena, w->web->aims[l->objectives[i]].id,
				LABEL_CHARACTERS)));
	const struct str all = arena_str(w->arena, buf_str(&out));
	buf_done(&out);
	return all;
}

const char *spell_firmness(const struct web_pick *p)
{
	return p->firmness == WEB_FIRM ? "clear" : "close";
}

const char *spell_verdict(const struct web_link *l)
{
	return web_verdict_name(l->verdict);
}

struct str spell_standing(const struct spelling *w, const struct web_link *l)
{
	const struct web_pick *p = spell_pick(w, (size_t)(l - w->web->links));
	return p ? arena_fmt(w->arena, "%s, chosen (%s)", spell_verdict(l),
			   spell_firmness(p))
		 : str_of(spell_verdict(l));
}

struct str spell_choice(const struct spelling *w, size_t pick)
{
	const struct web_pick *p = &w->web->choice.picks[pick];
	if (!isfinite(p->picked))
		return S("how sure cannot be said");
	const size_t all = w->web->choice.draws;
	const size_t in = (size_t)(p->picked * (double)all + .5);
	return arena_fmt(w->arena, "chosen in %zu of %zu draws", in, all);
}

struct str spell_function(const struct spelling *w, uint32_t node)
{
	const struct web_node *n = &w->web->nodes[node];
	const struct str name = spell_name(w, node);
	if (web_alike_of(n) == WEB_ALIKE)
		return n->sentence;
	if (n->way.len)
		return arena_fmt(w->arena, "%" PRI_STR ": %" PRI_STR ". %" PRI_STR,
			ARG_STR(name), ARG_STR(n->way), ARG_STR(n->with));
	return n->with.len ? arena_fmt(w->arena, "%" PRI_STR ": %" PRI_STR, ARG_STR(name),
				     ARG_STR(n->with))
			   : S("");
}

struct str spell_between(const struct spelling *w, const struct web_node *n)
{
	const uint32_t more = n->between_rank ? n->between_rank - 1 : 0;
	if (!more)
		return S("No function lies more often on the shortest way between two "
			 "others.");
	return arena_fmt(w->arena,
		"Of %zu functions, %u %s more often on the shortest way between two "
		"others.",
		w->web->node_count, more, more == 1 ? "lies" : "lie");
}

struct str spell_title(const struct spelling *w)
{
	const struct str company =
		utf8_safe(w->arena, w->page->ws->config.company, LABEL_CHARACTERS);
	return company.len
		       ? arena_fmt(w->arena,
				 "Who works with whom at %" PRI_STR ", and who should",
				 ARG_STR(company))
		       : S("Who works with whom, and who should");
}

struct str spell_base(const struct spelling *w)
{
	const struct web *web = w->web;
	struct buf out = { 0 };
	buf_fmt(&out, "%zu function%s", web->node_count, web->node_count == 1 ? "" : "s");
	if (web->people)
		buf_fmt(&out, " · %" PRI_STR " people",
			ARG_STR(words_number(w->arena, web->people)));
	buf_fmt(&out, " · %" PRI_STR " exchange%s",
		ARG_STR(words_number(w->arena, web->interactions)),
		web->interactions == 1 ? "" : "s");
	if (date_set(web->from) && date_set(web->to))
		buf_fmt(&out, " · %" PRI_STR " to %" PRI_STR,
			ARG_STR(date_words(w->arena, web->from)),
			ARG_STR(date_words(w->arena, web->to)));
	const struct str all = arena_str(w->arena, buf_str(&out));
	buf_done(&out);
	return all;
}

struct str spell_start(const struct spelling *w)
{
	const bool too_small = !w->web->node_count && w->web->people;
	if (w->web->basis != WEB_BASIS_EMPTY || too_small)
		return S(""); // what is too small to be shown is a note
	if (w->web->node_count)
		return arena_fmt(w->arena,
			"%" PRI_STR
			" people of %zu functions are known, and nothing shows "
			"that one turned to another in this window: interactions.csv, a "
			"mailbox, a calendar, or an export of chats or tickets would; "
			"only "
			"headers are read.",
			ARG_STR(words_number(w->arena, w->web->people)),
			w->web->node_count);
	if (w->web->unmapped > 0)
		return S(
			"Exchanges are here, and no file says who belongs to which "
			"function: people.csv does, with the columns person and function "
			"(`candor help files people.csv`).");
	return S(
		"Two files begin it. people.csv says who belongs to which function; "
		"interactions.csv, a mailbox, a calendar, or an export of chats or "
		"tickets shows who turned to whom (`candor help files people.csv`). Only "
		"headers are read.");
}

const struct web_pick *spell_pick(const struct spelling *w, size_t link)
{
	for (size_t i = 0; i < w->web->choice.pick_count; i++)
		if (w->web->choice.picks[i].link == link)
			return &w->web->choice.picks[i];
	return NULL;
}

const struct web_move *spell_move(const struct spelling *w, size_t link)
{
	for (size_t i = 0; i < w->page->move_count; i++)
		if (w->page->moves[i].link == link)
			return &w->page->moves[i];
	return NULL;
}

// What sorts links: the smaller stands first.
struct rank {
	size_t link;
	int group;
	double by;
};

static int by_rank(const void *left, const void *right)
{
	const struct rank *a = left, *b = right;
	if (a->group != b->group)
		return a->group < b->group ? -1 : 1;
	if (a->by < b->by || a->by > b->by)
		return a->by > b->by ? -1 : 1;
	return a->link < b->link ? -1 : a->link > b->link;
}

// The group of a link, -1 if it does not matter.
static struct rank rank_of(const struct spelling *w, size_t link)
{
	const struct web_link *l = &w->web->links[link];
	const struct web_pick *pick = spell_pick(w, link);
	const double share = (l->share_ab + l->share_ba) / 2;
	struct rank r = { link, -1, 0 };
	if (pick) {
		r.group = 0;
		r.by = -(double)(pick - w->web->choice.picks);
		return r;
	}
	switch (l->verdict) {
	case WEB_GAP:
	case WEB_POSSIBLE_GAP:
		return (struct rank){ link, l->verdict == WEB_GAP ? 1 : 2, l->gap };
	case WEB_ENOUGH:
		return (struct rank){ link, 3, l->observed };
	case WEB_NO_DATA:
		return (struct rank){ link, l->needed > 0 ? 4 : -1, l->needed };
	case WEB_CANNOT_TELL:
		return (struct rank){ link, share >= .05 ? 5 : -1, share };
	case WEB_NOT_NEEDED:
	case WEB_VERDICTS:
		break;
	}
	if (w->web->basis != WEB_BASIS_STRENGTH)
		return (struct rank){ link, share >= .05 ? 6 : -1, share };
	if (l->observed >= RING_SPARE_MIN)
		return (struct rank){ link, 6, l->observed };
	return r;
}

size_t spell_links(const struct spelling *w, size_t *links)
{
	struct rank *ranks = ARENA_ARRAY(w->arena, struct rank, w->web->link_count + 1);
	size_t count = 0;
	for (size_t i = 0; i < w->web->link_count; i++) {
		const struct rank r = rank_of(w, i);
		if (r.group >= 0)
			ranks[count++] = r;
	}
	qsort(ranks, count, sizeof *ranks, by_rank);
	for (size_t i = 0; i < count; i++)
		links[i] = ranks[i].link;
	return count;
}
