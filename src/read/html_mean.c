// What an element means for its words, by its name and by its attributes.
#include "read/html_mark.h"
#include "read/html_walk.h"

// What an element means by its name.
static void mean_by_name(struct html_frame *f, const struct html_element *e)
{
	bool quoted = f->kind == BLOCK_QUOTE;
	switch ((enum html_group)e->group) {
	case HTML_HEADING:
		f->state |= STATE_HEADING;
		f->heading = e->level;
		break;
	case HTML_LIST:
		if (f->lists < UINT8_MAX)
			f->lists++;
		break;
	case HTML_ITEM:
		if (!quoted) {
			f->kind = BLOCK_ITEM;
			f->level = f->lists ? f->lists : 1;
		}
		break;
	case HTML_CELL:
		if (!(f->state & STATE_LAYOUT)) {
			f->kind = BLOCK_CELL;
			f->level = byte_lower(e->name[1]) == 'h';
		}
		break;
	case HTML_QUOTE:
		f->kind = BLOCK_QUOTE;
		f->level = 0;
		break;
	case HTML_PRE:
		f->kind = BLOCK_CODE;
		f->level = 0;
		f->state |= STATE_PRE;
		break;
	case HTML_BUTTON:
		f->state |= STATE_BUTTON;
		break;
	case HTML_AROUND:
		if (!quoted) // the footer of a quote says whose words they are
			f->state |= STATE_CHROME;
		break;
	case HTML_SELECT:
	case HTML_OPTION:
		f->state |= STATE_CHROME;
		break;
	case HTML_HEADER:
		f->guess = f->state & STATE_SECTION ? GUESS_SECTION_HEAD : GUESS_BANNER;
		break;
	case HTML_OTHER:
	case HTML_P:
	case HTML_LINK:
	case HTML_TERM:
	case HTML_TABLE:
	case HTML_ROWS:
	case HTML_ROW:
		break;
	}
}

// A class on a button makes all of it a button; on a box only the box's own words.
static uint16_t action_state(const struct html_frame *f)
{
	const struct html_element *e = f->element;
	if (!f->block)
		return STATE_BUTTON;
	return html_is(e, "div") || html_is(e, "p") ? STATE_ACTION : 0;
}

// What kind of words an element holds by its attributes.
static void mean_kind(struct html_frame *f, const struct html_token *t, unsigned marks)
{
	if (marks & MARK_ACTION)
		f->state |= str_eq_nocase(html_value(t, HTML_ROLE), S("button"))
				    ? STATE_BUTTON
				    : action_state(f);
	if (marks & MARK_HEADING) {
		int64_t level = 2;
		(void)str_to_int(html_value(t, HTML_ARIA_LEVEL), &level); // stays 2
		f->state |= STATE_HEADING;
		f->heading = (uint8_t)(level >= 1 && level <= 6 ? level : 2);
	}
	if (marks & MARK_ITEM && f->kind == BLOCK_TEXT) {
		f->kind = BLOCK_ITEM;
		f->level = 1;
	}
}

// Whether it stands around the page by its attributes; the page itself never does.
static void mean_around(struct html_frame *f, unsigned marks)
{
	const struct html_element *e = f->element;
	if (e && (e->flags & HTML_WHOLE || e->group == HTML_HEADING))
		return;
	if (marks & MARK_CHROME)
		f->state |= STATE_CHROME;
	if (marks & (MARK_GUESS | MARK_BANNER) && !f->guess)
		f->guess = GUESS_BANNER;
	if (marks & MARK_NOTICE && !f->guess)
		f->guess = GUESS_NOTICE;
	if (marks & MARK_HERO && !(marks & (MARK_GUESS | MARK_BANNER | MARK_NOTICE)))
		f->guess = GUESS_NONE;
	if (marks & MARK_LAYOUT && e && e->group == HTML_TABLE)
		f->state |= STATE_LAYOUT;
}

void html_mean(struct html_frame *f, const struct html_token *t)
{
	const struct html_element *e = f->element;
	f->guess = GUESS_NONE;
	if (f->block)
		f->state &= (uint16_t)~STATE_ACTION;
	if (e) {
		f->state |= e->flags & HTML_SKIP ? STATE_SKIP : 0;
		f->state |= e->flags & HTML_FOREIGN ? STATE_FOREIGN : 0;
		f->state |= e->flags & HTML_SECTION ? STATE_SECTION : 0;
		f->state |= html_is(e, "label") ? STATE_CHROME : 0;
		if (e->group == HTML_TABLE)
			f->state &= (uint16_t)~STATE_LAYOUT;
		mean_by_name(f, e);
	}
	unsigned marks = html_marks(t);
	if (marks) {
		mean_kind(f, t, marks);
		mean_around(f, marks);
	}
	if (html_has(t, HTML_CANDOR_MAIN)) { // somebody decided what the page is
		f->state &= (uint16_t)~STATE_CHROME;
		f->guess = GUESS_NONE;
	}
}
