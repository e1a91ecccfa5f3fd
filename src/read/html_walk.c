#include "read/html_walk.h"

#include <assert.h>

#define GROUP(group) (1u << (group))

static struct html_frame *top(struct html_walk *w)
{
	return &w->frames[w->depth - 1];
}

bool html_skips(const struct html_walk *w)
{
	return w->frames[w->depth - 1].state & STATE_SKIP;
}

static enum block_kind kind_of(const struct html_frame *f)
{
	if (f->state & STATE_CHROME)
		return BLOCK_CHROME;
	if (f->state & STATE_HEADING)
		return BLOCK_HEADING;
	return f->state & (STATE_BUTTON | STATE_ACTION) ? BLOCK_ACTION : f->kind;
}

static uint8_t level_of(const struct html_frame *f)
{
	enum block_kind kind = kind_of(f);
	if (kind == BLOCK_HEADING)
		return f->heading;
	return kind == f->kind ? f->level : 0;
}

// After the innermost element changed: a new block, or the same one going on.
static void settle(struct html_walk *w, bool apart)
{
	struct html_frame *f = top(w);
	struct prose *p = w->prose;
	if (apart || kind_of(f) != p->kind)
		prose_block(p, kind_of(f), level_of(f));
	p->verbatim = f->state & STATE_PRE;
}

// Passes on to the outer frame what a closed one held.
static void conclude(struct html_walk *w, struct html_frame *f, struct html_frame *outer)
{
	bool around = false;
	if (f->guess)
		w->guesses--;
	size_t held = w->prose->doc->draft->len - f->first_byte;
	if (f->guess == GUESS_BANNER)
		around = !f->has_h1;
	else if (f->guess == GUESS_NOTICE)
		around = !f->has_h1 && held <= HTML_NOTICE_MAX;
	else if (f->guess == GUESS_SECTION_HEAD)
		around = !f->has_heading;
	if (around)
		prose_chrome(w->prose, f->first_block);
	bool wrote = w->prose->plain_headings > f->plain_headings;
	if (f->element && f->element->group == HTML_HEADING && wrote) {
		outer->has_heading = true;
		outer->has_h1 |= f->element->level == 1;
	}
	if (around || f->state & STATE_CHROME)
		return;
	outer->has_h1 |= f->has_h1;
	outer->has_heading |= f->has_heading;
}

static void pop(struct html_walk *w)
{
	assert(w->depth > 1);
	struct html_frame *f = top(w);
	enum html_group group =
		f->element ? (enum html_group)f->element->group : HTML_OTHER;
	if (group == HTML_LINK)
		prose_link_end(w->prose);
	if (f->aside)
		prose_aside_end(w->prose);
	w->depth--;
	settle(w, f->block);
	if (w->scopes && f->block)
		w->scopes->at[f->scope].end_block = w->prose->doc->block_count;
	if (group == HTML_LIST)
		prose_list_end(w->prose);
	conclude(w, f, top(w));
}

static void pop_to(struct html_walk *w, size_t depth)
{
	while (w->depth > depth)
		pop(w);
}

// Closes the outermost open element of `groups` above the innermost one of `stop`.
static void pop_groups(struct html_walk *w, unsigned groups, unsigned stop)
{
	size_t depth = w->depth;
	if (!(top(w)->groups_below & groups))
		return;
	for (size_t i = w->depth; i-- > 1;) {
		const struct html_element *e = w->frames[i].element;
		unsigned group = GROUP(e ? e->group : HTML_OTHER);
		if (group & stop)
			break;
		if (group & groups)
			depth = i;
	}
	pop_to(w, depth);
}

/*
 * A heading that has its words and then holds a paragraph, a list or a section was never
 * closed.  One that has none yet is written around them: <h2><p>Why</p></h2>.
 */
static void end_heading(struct html_walk *w, const struct html_element *e)
{
	const unsigned ending = GROUP(HTML_P) | GROUP(HTML_LIST) | GROUP(HTML_TABLE) |
				GROUP(HTML_QUOTE) | GROUP(HTML_PRE);
	if (!(e->flags & HTML_SECTION || GROUP(e->group) & ending))
		return;
	if (!(top(w)->groups_below & GROUP(HTML_HEADING)))
		return;
	for (size_t i = w->depth; i-- > 1;) {
		const struct html_frame *f = &w->frames[i];
		if (!f->element || f->element->group != HTML_HEADING)
			continue;
		if (w->prose->doc->block_count > f->first_block)
			pop_to(w, i);
		return;
	}
}

// What the start of an element ends, although nobody wrote an end tag.
static void pop_implied(struct html_walk *w, const struct html_element *e)
{
	static const struct {
		unsigned groups, stop;
	} ENDS[] = {
		[HTML_ITEM] = { GROUP(HTML_ITEM),
			GROUP(HTML_LIST) | GROUP(HTML_TABLE) | GROUP(HTML_CELL) },
		[HTML_TERM] = { GROUP(HTML_TERM), GROUP(HTML_TABLE) | GROUP(HTML_CELL) },
		[HTML_CELL] = { GROUP(HTML_CELL), GROUP(HTML_TABLE) },
		[HTML_ROW] = { GROUP(HTML_CELL) | GROUP(HTML_ROW), GROUP(HTML_TABLE) },
		[HTML_ROWS] = { GROUP(HTML_CELL) | GROUP(HTML_ROW) | GROUP(HTML_ROWS),
			GROUP(HTML_TABLE) },
		[HTML_OPTION] = { GROUP(HTML_OPTION), GROUP(HTML_SELECT) },
		[HTML_LINK] = { GROUP(HTML_LINK), GROUP(HTML_TABLE) | GROUP(HTML_CELL) },
		[HTML_AROUND] = { 0, 0 },
	};
	if (e->flags & HTML_BREAKS_OUT && top(w)->state & STATE_FOREIGN)
		while (top(w)->state & STATE_FOREIGN)
			pop(w);
	if (e->flags & HTML_ENDS_P)
		pop_groups(w, GROUP(HTML_P),
			GROUP(HTML_TABLE) | GROUP(HTML_CELL) | GROUP(HTML_BUTTON));
	end_heading(w, e);
	if (ENDS[e->group].groups)
		pop_groups(w, ENDS[e->group].groups, ENDS[e->group].stop);
	const struct html_element *inner = top(w)->element;
	if (e->group == HTML_HEADING && inner && inner->group == HTML_HEADING)
		pop(w);
}

static void note_scope(
	struct html_walk *w, struct html_frame *f, const struct html_token *t)
{
	struct html_scopes *s = w->scopes;
	if (!s || !f->block)
		return;
	s->at = arena_more(s->arena, s->at, s->count, &s->room, sizeof *s->at);
	f->scope = s->count++;
	s->at[f->scope] = (struct html_scope){ t->text, f->first_block, f->first_block };
}

// Opens an element; false when it lies too deep to be looked at.
static bool push(struct html_walk *w, const struct html_token *t,
	const struct html_element *e, uint64_t id)
{
	if (w->depth == HTML_DEPTH_MAX) {
		w->overflow++;
		return false;
	}
	struct html_frame *f = &w->frames[w->depth], *outer = top(w);
	*f = *outer;
	f->id = id;
	f->element = e;
	f->names_below |= 1ull << (id & 63);
	f->groups_below |= GROUP(e ? e->group : HTML_OTHER);
	f->block = e ? e->flags & HTML_BLOCK : str_find_byte(t->name, '-', 0) != STR_NONE;
	f->aside = f->has_h1 = f->has_heading = false;
	html_mean(f, t);
	f->block |= f->state & ~outer->state & STATE_BUTTON; // a button stands apart
	if (f->guess && (w->guesses == HTML_GUESSES_MAX || f->state & STATE_CHROME))
		f->guess = GUESS_NONE;
	if (f->guess && !f->block) {
		f->guess = GUESS_NONE;
		f->aside = !w->prose->aside;
	}
	w->guesses += f->guess != GUESS_NONE;
	w->depth++;
	settle(w, f->block);
	if (f->aside)
		prose_aside_begin(w->prose, BLOCK_CHROME);
	f->first_block = w->prose->doc->block_count;
	f->first_byte = w->prose->doc->draft->len;
	f->plain_headings = w->prose->plain_headings;
	note_scope(w, f, t);
	return true;
}

static void image(struct html_walk *w, const struct html_token *t)
{
	if (!html_has(t, HTML_ALT))
		return;
	bool around = top(w)->state & STATE_CHROME, within = w->prose->aside;
	if (!within)
		prose_aside_begin(w->prose, around ? BLOCK_CHROME : BLOCK_META);
	prose_encoded(w->prose, html_value(t, HTML_ALT), true);
	if (!within)
		prose_aside_end(w->prose);
}

static void line_break(struct html_walk *w, const struct html_token *t)
{
	struct prose *p = w->prose;
	if (p->verbatim)
		prose_line(p, t->text.at);
	else if (w->after_break && p->open && p->words == w->words_at_break)
		prose_block(p, p->kind, p->level);
	else
		prose_space(p, t->text.at);
	w->after_break = true;
	w->words_at_break = p->words;
}

// <input type=submit value="Start now">
static void input(struct html_walk *w, const struct html_token *t)
{
	struct str type = str_trim(html_value(t, HTML_TYPE));
	if (str_eq_nocase(type, S("image"))) {
		image(w, t);
		return;
	}
	if (!str_eq_nocase(type, S("submit")) && !str_eq_nocase(type, S("button")))
		return;
	bool around = top(w)->state & STATE_CHROME;
	prose_block(w->prose, around ? BLOCK_CHROME : BLOCK_ACTION, 0);
	prose_encoded(w->prose, html_value(t, HTML_VALUE), true);
	settle(w, true);
}

static void empty_element(
	struct html_walk *w, const struct html_token *t, const struct html_element *e)
{
	if (html_skips(w))
		return;
	if (html_is(e, "br"))
		line_break(w, t);
	else if (html_is(e, "img"))
		image(w, t);
	else if (html_is(e, "input"))
		input(w, t);
	else if (e->flags & HTML_BLOCK)
		settle(w, true);
}

// What follows once an element is open.
static void opened(
	struct html_walk *w, const struct html_token *t, const struct html_element *e)
{
	if (e->group == HTML_LINK && html_has(t, HTML_HREF))
		prose_link(
			w->prose, str_starts(str_trim(html_value(t, HTML_HREF)), S("#")));
	else if (e->group == HTML_LIST)
		prose_list_begin(w->prose);
	else if (e->group == HTML_PRE &&
		 str_starts(str_from(w->lexer.source, w->lexer.at), S("\n")))
		w->lexer.at++; // the standard drops it
}

static void start(struct html_walk *w, const struct html_token *t)
{
	const struct html_element *e = html_element_find(t->name);
	uint64_t id = html_element_id(e, t->name);
	if (w->overflow) {
		w->overflow += !(e && e->flags & (HTML_VOID | HTML_RAW));
	} else if (e) {
		pop_implied(w, e);
	}
	bool foreign = top(w)->state & STATE_FOREIGN;
	if (w->page && e && !html_skips(w))
		html_about(w, t, e);
	if (e && e->flags & HTML_RAW) {
		(void)html_raw(&w->lexer, t->name); // passed over
	} else if (e && e->flags & HTML_VOID) {
		empty_element(w, t, e);
	} else if (w->overflow || (t->closed && (w->xml || foreign))) {
		return;
	} else if (push(w, t, e, id) && e) {
		opened(w, t, e);
	}
}

// Whether an end tag of another element may not reach through this open one.
static bool shields(const struct html_frame *inner, const struct html_element *ended)
{
	if (!ended || !(ended->flags & HTML_BLOCK))
		return inner->block;
	enum html_group group = ended->group;
	if (group == HTML_CELL || group == HTML_ROW || group == HTML_ROWS ||
		group == HTML_TABLE)
		return inner->element && inner->element->group == HTML_TABLE;
	return inner->element && (inner->element->group == HTML_CELL ||
					 inner->element->group == HTML_TABLE);
}

static void end(struct html_walk *w, const struct html_token *t)
{
	const struct html_element *e = html_element_find(t->name);
	uint64_t id = html_element_id(e, t->name);
	if (w->overflow) {
		w->overflow--;
		return;
	}
	if (e && e->flags & HTML_WHOLE && !(e->flags & HTML_SECTION) &&
		!html_is(e, "head"))
		return; // what follows </body> still belongs to it
	if (!(top(w)->names_below >> (id & 63) & 1))
		return;
	for (size_t i = w->depth; i-- > 1;) {
		if (w->frames[i].id == id) {
			pop_to(w, i);
			return;
		}
		if (shields(&w->frames[i], e))
			return;
	}
}

void html_begin(struct html_walk *w, struct prose *p, enum block_kind kind, uint8_t level)
{
	w->prose = p;
	w->depth = 1;
	w->overflow = w->guesses = 0;
	w->after_break = false;
	w->frames[0] = (struct html_frame){
		.id = UINT64_MAX,
		.kind = (uint8_t)kind,
		.level = level,
		.block = true,
	};
}

void html_run(struct html_walk *w, struct str part)
{
	struct html_token t;
	w->lexer = (struct html_lexer){ .source = part };
	while (html_next(&w->lexer, &t)) {
		if (t.kind == HTML_START)
			start(w, &t);
		else if (t.kind == HTML_END)
			end(w, &t);
		else if (!html_skips(w))
			prose_encoded(w->prose, t.text, false);
	}
}

void html_end(struct html_walk *w)
{
	w->overflow = 0;
	pop_to(w, 1);
}
