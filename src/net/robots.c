#include "net/robots.h"

#include <string.h>

enum { PATH_MAX_BYTES = 8192 };

static bool is_unreserved(char c)
{
	return byte_is_alpha(c) || byte_is_digit(c) || (c && strchr("-._~", c) != NULL);
}

static int hex_value(char c)
{
	if (byte_is_digit(c))
		return c - '0';
	c = byte_lower(c);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

// A byte as it is compared.  In a query the signs of a path are encoded, as in the table
// of section 2.2.2; the two signs with a meaning in patterns always are.
static void put_byte(unsigned char c, bool in_query, struct buf *out)
{
	const bool sign = c && strchr("\"<>\\^`{|}", c) != NULL;
	if (c <= ' ' || c >= 0x7f || sign || c == '*' || c == '$' ||
		(in_query && (c == ':' || c == '/')))
		buf_fmt(out, "%%%02X", c);
	else
		buf_byte(out, (char)c);
}

// `pattern`: * and a final $ keep their meaning.
static struct str canonical(struct arena *a, struct str path, bool pattern)
{
	struct buf out = { 0 };
	bool in_query = false;
	path = str_cut(path, 0, PATH_MAX_BYTES);
	for (size_t i = 0; i < path.len; i++) {
		const char c = path.at[i];
		const int high = i + 2 < path.len ? hex_value(path.at[i + 1]) : -1;
		const int low = i + 2 < path.len ? hex_value(path.at[i + 2]) : -1;
		if (c == '%' && high >= 0 && low >= 0) {
			const char decoded = (char)(high * 16 + low);
			if (is_unreserved(decoded))
				buf_byte(&out, decoded);
			else
				buf_fmt(&out, "%%%02X", (unsigned char)decoded);
			i += 2;
		} else if (pattern && (c == '*' || (c == '$' && i + 1 == path.len))) {
			buf_byte(&out, c);
		} else {
			put_byte((unsigned char)c, in_query, &out);
			in_query |= c == '?';
		}
	}
	const struct str text = arena_str(a, buf_str(&out));
	buf_done(&out);
	return text;
}

// Pieces between stars are found one after the other, each as early as it can be.
static bool matches(struct str pattern, struct str path)
{
	const bool to_the_end = str_ends(pattern, S("$"));
	if (to_the_end)
		pattern.len--;
	size_t star = str_find_byte(pattern, '*', 0);
	struct str piece = str_cut(pattern, 0, star);
	if (!str_starts(path, piece))
		return false;
	size_t at = piece.len;
	while (star != STR_NONE) {
		const size_t from = star + 1;
		star = str_find_byte(pattern, '*', from);
		piece = str_cut(pattern, from, star == STR_NONE ? STR_NONE : star - from);
		if (star == STR_NONE && to_the_end)
			return path.len - at >= piece.len && str_ends(path, piece);
		const char *hit = piece.len ? memmem(path.at + at, path.len - at,
						      piece.at, piece.len)
					    : path.at + at;
		if (!hit)
			return false;
		at = (size_t)(hit - path.at) + piece.len;
	}
	return !to_the_end || at == path.len;
}

bool robots_allows(const struct robots *r, struct str path)
{
	struct arena scratch = { 0 };
	const struct robots_rule *best = NULL;
	if (str_eq(path, S("/robots.txt")))
		return true;
	const struct str asked = canonical(&scratch, path, false);
	for (size_t i = 0; i < r->count; i++) {
		const struct robots_rule *rule = &r->rules[i];
		const bool longer = !best || rule->pattern.len > best->pattern.len ||
				    (rule->pattern.len == best->pattern.len &&
					    rule->allows && !best->allows);
		if (longer && matches(rule->pattern, asked))
			best = rule;
	}
	arena_free(&scratch);
	return !r->nothing && (!best || best->allows);
}

enum group { GROUP_NONE, GROUP_OTHERS, GROUP_ALL, GROUP_OURS };

struct reading {
	struct robots *out;
	struct arena *arena;
	struct str agent;
	enum group group;
	bool in_names;	   // the last line that says something named an agent
	bool named;	   // some group is for us by name
	int64_t all_ms;	   // the delay for everybody
	struct robots all; // the rules for everybody
};

// "Candor/1.0" names Candor: the token is letters, '_' and '-' (section 2.2.1).
static struct str token_of(struct str name)
{
	size_t end = 0;
	while (end < name.len && (byte_is_alpha(name.at[end]) || name.at[end] == '_' ||
					 name.at[end] == '-'))
		end++;
	return str_cut(name, 0, end);
}

static void take_agent(struct reading *r, struct str name)
{
	enum group group = GROUP_OTHERS;
	if (str_eq(name, S("*")))
		group = GROUP_ALL;
	else if (name.len && str_eq_nocase(token_of(name), r->agent))
		group = GROUP_OURS;
	r->named |= group == GROUP_OURS;
	if (!r->in_names || group > r->group)
		r->group = group;
	r->in_names = true;
}

static void take_rule(struct reading *r, bool allows, struct str pattern)
{
	r->in_names = false;
	struct robots *to = r->group == GROUP_OURS ? r->out : &r->all;
	if (!pattern.len || (r->group != GROUP_OURS && r->group != GROUP_ALL) ||
		to->count == ROBOTS_RULES_MAX)
		return;
	to->rules =
		arena_more(r->arena, to->rules, to->count, &to->room, sizeof *to->rules);
	to->rules[to->count++] =
		(struct robots_rule){ allows, canonical(r->arena, pattern, true) };
}

static void take_delay(struct reading *r, struct str value)
{
	double seconds = 0;
	r->in_names = false;
	if (!str_to_double(value, &seconds) || !(seconds > 0) || seconds > 86400)
		return;
	const int64_t ms = (int64_t)(seconds * 1000);
	if (r->group == GROUP_OURS)
		r->out->delay_ms = ms;
	else if (r->group == GROUP_ALL)
		r->all_ms = ms;
}

static void take_sitemap(struct reading *r, struct str value)
{
	struct robots *o = r->out;
	if (!value.len || o->sitemap_count == ROBOTS_SITEMAPS_MAX)
		return;
	o->sitemaps = arena_more(r->arena, o->sitemaps, o->sitemap_count,
		&o->sitemap_room, sizeof *o->sitemaps);
	o->sitemaps[o->sitemap_count++] = arena_str(r->arena, value);
}

static void take_line(struct reading *r, struct str line)
{
	line = str_cut(line, 0, str_find_byte(line, '#', 0));
	const size_t colon = str_find_byte(line, ':', 0);
	if (colon == STR_NONE)
		return;
	const struct str key = str_trim(str_cut(line, 0, colon));
	const struct str value = str_trim(str_from(line, colon + 1));
	if (str_eq_nocase(key, S("user-agent")))
		take_agent(r, value);
	else if (str_eq_nocase(key, S("allow")))
		take_rule(r, true, value);
	else if (str_eq_nocase(key, S("disallow")))
		take_rule(r, false, value);
	else if (str_eq_nocase(key, S("crawl-delay")))
		take_delay(r, value);
	else if (str_eq_nocase(key, S("sitemap")))
		take_sitemap(r, value);
}

// Lines end in CR, LF or both.
static bool next_line(struct str *rest, struct str *line)
{
	size_t end = 0;
	if (!rest->len)
		return false;
	while (end < rest->len && rest->at[end] != '\n' && rest->at[end] != '\r')
		end++;
	*line = str_cut(*rest, 0, end);
	*rest = str_from(*rest, end + 1);
	return true;
}

void robots_read(struct str text, struct str agent, struct arena *a, struct robots *out)
{
	struct reading r = { .out = out, .arena = a, .agent = agent };
	struct str line;
	*out = (struct robots){ 0 };
	text = str_cut(text, 0, ROBOTS_MAX);
	if (str_starts(text, S("\xef\xbb\xbf")))
		text = str_from(text, 3);
	while (next_line(&text, &line))
		take_line(&r, line);
	if (r.named)
		return;
	out->rules = r.all.rules;
	out->count = r.all.count;
	out->delay_ms = r.all_ms;
}
