// web/relationships.yaml as a team would begin it.
#include <math.h>

#include "report/web_view.h"

static const char HEAD[] =
	"# Who should work with whom: your own drawing. Candor lays what it observes "
	"over it.\n"
	"# One line is one relationship; change it, delete it, or take the # off.\n"
	"#   a, b   two functions, as people.csv or candor.yaml calls them\n"
	"#   need   low (half of what traffic predicts), medium (as predicted), high "
	"(twice),\n"
	"#          depend (four times)\n"
	"#   why    the reason; an objective's id makes the line a link of that "
	"objective\n"
	"#   value_move   the one thing you bring to it\n";

// A value in double quotes, which YAML 1.2 (section 5.7) reads back as it was.
static void put_quoted(struct buf *out, struct str text)
{
	buf_byte(out, '"');
	for (size_t i = 0; i < text.len; i++) {
		if (text.at[i] == '"' || text.at[i] == '\\')
			buf_byte(out, '\\');
		buf_byte(out, text.at[i]);
	}
	buf_byte(out, '"');
}

static bool is_plain(struct str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (!byte_is_alpha(text.at[i]) && !(i && text.at[i] == '-'))
			return false;
	return text.len > 1 && !str_eq_nocase(text, S("null")) &&
	       !str_eq_nocase(text, S("true")) && !str_eq_nocase(text, S("false")) &&
	       !str_eq_nocase(text, S("yes")) && !str_eq_nocase(text, S("no")) &&
	       !str_eq_nocase(text, S("on")) && !str_eq_nocase(text, S("off"));
}

static void put_value(struct buf *out, struct arena *a, const char *key, struct str text)
{
	buf_fmt(out, "%s: ", key);
	if (is_plain(text))
		buf_add(out, text);
	else
		put_quoted(out, utf8_safe(a, text, 0));
}

// The level whose place on the scale is the strength that is needed.
static const char *need_of(double needed)
{
	static const char *const WORDS[WEB_LEVELS] = { "low", "medium", "high",
		"depend" };
	size_t best = 0;
	for (size_t i = 1; i < WEB_LEVELS; i++)
		if (fabs(web_level_strength((enum web_level)i) - needed) <
			fabs(web_level_strength((enum web_level)best) - needed))
			best = i;
	return WORDS[best];
}

/*
 * The objectives that need exactly that much.  One that needs less must not be named:
 * the line would become its link, too, and raise it.
 */
static struct str reason_of(const struct spelling *w, size_t link)
{
	const struct web_link *l = &w->web->links[link];
	struct buf out = { 0 };
	for (size_t i = 0; i < l->objective_count; i++) {
		const struct web_aim *aim = &w->web->aims[l->objectives[i]];
		for (size_t k = 0; k < aim->link_count; k++)
			if (aim->links[k].link == link &&
				aim->links[k].needed >= l->needed)
				buf_fmt(&out, "%s%" PRI_STR, out.len ? ", " : "",
					ARG_STR(aim->id));
	}
	if (!out.len)
		buf_add(&out, l->why);
	const struct str all = arena_str(w->arena, buf_str(&out));
	buf_done(&out);
	return all;
}

static void put_line(const struct spelling *w, size_t link, const char *need,
	struct str why, struct buf *out)
{
	const struct web_link *l = &w->web->links[link];
	buf_add(out, S("- {"));
	put_value(out, w->arena, "a", w->web->nodes[l->a].id);
	buf_add(out, S(", "));
	put_value(out, w->arena, "b", w->web->nodes[l->b].id);
	buf_fmt(out, ", need: %s", need);
	if (why.len) {
		buf_add(out, S(", why: "));
		put_quoted(out, utf8_safe(w->arena, why, 0));
	}
	buf_byte(out, '}');
}

// "Other functions" is none that could be named in a file.
static bool is_between_functions(const struct spelling *w, const struct web_link *l)
{
	return w->web->nodes[l->a].function != WEB_NONE &&
	       w->web->nodes[l->b].function != WEB_NONE;
}

static size_t put_needed(
	const struct spelling *w, const size_t *links, size_t count, struct buf *out)
{
	size_t written = 0;
	for (size_t i = 0; i < count; i++) {
		const struct web_link *l = &w->web->links[links[i]];
		if (!(l->needed > 0) || !is_between_functions(w, l))
			continue;
		if (!written++)
			buf_add(out, S("\n# What the objectives need, and what was "
				       "observed of it\n"));
		put_line(w, links[i], need_of(l->needed), reason_of(w, links[i]), out);
		buf_fmt(out, " # %" PRI_STR "\n", ARG_STR(spell_figures(w, l)));
	}
	return written;
}

static size_t put_others(
	const struct spelling *w, const size_t *links, size_t count, struct buf *out)
{
	size_t written = 0;
	for (size_t i = 0; i < count; i++) {
		const struct web_link *l = &w->web->links[links[i]];
		if (l->needed > 0 || !is_between_functions(w, l))
			continue;
		if (!written++)
			buf_add(out, S("\n# Strong, and nothing asks for it: is it "
				       "needed, or a habit?\n"));
		buf_add(out, S("# "));
		put_line(w, links[i], "medium", S(""), out);
		buf_fmt(out, " # %" PRI_STR "\n", ARG_STR(spell_figures(w, l)));
	}
	return written;
}

// Functions for those who begin with nothing but names.
static void put_names(const struct spelling *w, struct buf *out)
{
	if (!w->web->node_count)
		return;
	buf_add(out, S("\n# Functions:"));
	for (size_t i = 0; i < w->web->node_count; i++) {
		const struct web_node *n = &w->web->nodes[w->page->order[i]];
		if (n->function != WEB_NONE)
			buf_fmt(out, "%s %" PRI_STR, i ? "," : "",
				ARG_STR(utf8_safe(w->arena, n->id, 0)));
	}
	buf_byte(out, '\n');
}

void web_drawing(const struct web_page *page, struct buf *out)
{
	struct arena scratch = { 0 };
	const struct spelling w = spelling_of(page, &scratch);
	size_t *links = ARENA_ARRAY(&scratch, size_t, page->web->link_count + 1);
	const size_t count = spell_links(&w, links);
	buf_add(out, str_of(HEAD));
	put_names(&w, out);
	const size_t written =
		put_needed(&w, links, count, out) + put_others(&w, links, count, out);
	if (!written)
		buf_add(out, S("\n# - {a: sales, b: product, need: medium, why: \"what "
			       "for\"}\n"));
	arena_free(&scratch);
}
