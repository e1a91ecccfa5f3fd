#include "read/mail_body.h"

#include "read/mail_head.h"
#include "read/mail_html.h"
#include "read/mail_reply.h"

struct body {
	struct doc *doc;
	struct str from;
	size_t parts; // looked at so far
};

struct part {
	struct str head, content;
	uint32_t line; // where content begins
};

static bool put_part(struct body *b, const struct part *p, bool html, unsigned depth);

static void put_lines(struct body *b, const struct mail_lines *lines)
{
	bool open = false;
	for (size_t i = 0; i < lines->count; i++) {
		const struct mail_line *l = &lines->at[i];
		struct str words = str_trim(l->words);
		struct place place = { PLACE_LINE, l->line, 1 };
		if (l->exact && words.len)
			place.minor += (uint32_t)(words.at - l->words.at);
		if (words.len && !open)
			doc_block(b->doc, BLOCK_TEXT, 0, b->from);
		else if (words.len)
			doc_text(
				b->doc, S(" "), (struct place){ PLACE_LINE, l->line, 1 });
		if (words.len)
			doc_text(b->doc, words, place);
		open = words.len > 0;
	}
}

static bool put_text(struct body *b, const struct part *p, bool html)
{
	struct arena *a = b->doc->arena;
	struct str type = mail_head_find(p->head, S("Content-Type"));
	struct mail_lines lines = { 0 };
	mail_lines_read(&lines, p->content, p->line,
		mail_encoding_of(mail_head_find(p->head, S("Content-Transfer-Encoding"))),
		mail_head_param(type, S("charset")), a);
	if (html)
		mail_html_strip(&lines, a);
	mail_reply_cut(&lines);
	size_t before = b->doc->block_count;
	put_lines(b, &lines);
	return b->doc->block_count > before;
}

// The next part between two lines "--boundary"; false behind the last.
static bool next_part(struct str *rest, uint32_t *line, struct str mark, struct part *p)
{
	struct str words, before = *rest;
	*p = (struct part){ .line = *line };
	size_t len = 0;
	while (str_line(rest, &words)) {
		++*line;
		if (str_starts(words, mark)) {
			struct str tail = str_trim(str_from(words, mark.len));
			bool last = str_eq(tail, S("--"));
			if (!tail.len || last) {
				p->content = str_cut(before, 0, len);
				if (last)
					*rest = S("");
				return true;
			}
		}
		len = before.len - rest->len;
	}
	p->content = before; // the file ends inside the part
	return before.len > 0;
}

// Splits what was cut out into the part's own header and content.
static void split_head(struct part *p)
{
	struct str rest = p->content, line;
	size_t len = 0;
	while (str_line(&rest, &line)) {
		p->line++;
		if (!line.len)
			break;
		len = p->content.len - rest.len;
	}
	p->head = str_cut(p->content, 0, len);
	p->content = rest;
}

static bool put_parts(struct body *b, const struct part *p, struct str boundary,
	bool html, unsigned depth)
{
	struct str mark = arena_fmt(b->doc->arena, "--%" PRI_STR, ARG_STR(boundary));
	struct str rest = p->content;
	uint32_t line = p->line;
	struct part inner;
	bool any = false;
	(void)next_part(&rest, &line, mark, &inner); // what stands before the first
	while (b->parts < MAIL_PARTS_MAX && next_part(&rest, &line, mark, &inner)) {
		split_head(&inner);
		any |= put_part(b, &inner, html, depth + 1);
	}
	return any;
}

static bool put_multipart(
	struct body *b, const struct part *p, struct str type, unsigned depth, bool html)
{
	struct str boundary = mail_head_param(type, S("boundary"));
	if (!boundary.len || boundary.len > 200 || depth >= MAIL_DEPTH_MAX)
		return false;
	if (!str_starts_nocase(type, S("multipart/alternative")))
		return put_parts(b, p, boundary, html, depth);
	return put_parts(b, p, boundary, false, depth) ||
	       (html && put_parts(b, p, boundary, true, depth));
}

// Whether the part gave any words; parts in HTML are read only if `html`.
static bool put_part(struct body *b, const struct part *p, bool html, unsigned depth)
{
	b->parts++;
	struct str type = mail_head_find(p->head, S("Content-Type"));
	struct str use = mail_head_find(p->head, S("Content-Disposition"));
	if (str_starts_nocase(use, S("attachment")))
		return false;
	if (str_starts_nocase(type, S("multipart/")))
		return put_multipart(b, p, type, depth, html);
	if (!type.len || str_starts_nocase(type, S("text/plain")))
		return put_text(b, p, false);
	return html && str_starts_nocase(type, S("text/html")) && put_text(b, p, true);
}

void mail_body_put(struct doc *doc, const struct letter *letter, struct str from)
{
	struct body b = { .doc = doc, .from = from };
	struct part whole = { letter->head, str_cut(letter->body, 0, MAIL_BODY_MAX),
		letter->body_line };
	(void)put_part(&b, &whole, true, 0); // a mail without words is a mail
}
