#include "net/sitemap.h"

enum { LOC_MAX = 4096 };

static void add(struct sitemap *s, size_t max, struct arena *a, struct str page)
{
	page = str_trim(page);
	if (!page.len || page.len > LOC_MAX)
		return;
	if (s->count == max) {
		s->cut = true;
		return;
	}
	s->pages = arena_more(a, s->pages, s->count, &s->room, sizeof *s->pages);
	s->pages[s->count++] = arena_str(a, page);
}

static const struct {
	struct str name;
	uint32_t means;
} ENTITIES[] = { { STR_INIT("amp"), '&' }, { STR_INIT("lt"), '<' },
	{ STR_INIT("gt"), '>' }, { STR_INIT("quot"), '"' }, { STR_INIT("apos"), '\'' } };

// What stands between '&' and ';': a character, or 0 for what is none.
static uint32_t reference(struct str name)
{
	uint32_t c = 0;
	for (size_t i = 0; i < COUNT(ENTITIES); i++)
		if (str_eq(ENTITIES[i].name, name))
			return ENTITIES[i].means;
	if (!str_starts(name, S("#")) || name.len > 8)
		return 0;
	const bool hex = name.len > 1 && byte_lower(name.at[1]) == 'x';
	for (size_t i = hex ? 2 : 1; i < name.len; i++) {
		const char d = byte_lower(name.at[i]);
		if (byte_is_digit(d))
			c = c * (hex ? 16 : 10) + (uint32_t)(d - '0');
		else if (hex && d >= 'a' && d <= 'f')
			c = c * 16 + (uint32_t)(d - 'a') + 10;
		else
			return 0;
	}
	return c <= 0x10ffff ? c : 0;
}

static struct str decode(struct arena *a, struct str text)
{
	struct buf out = { .max = LOC_MAX + 8 };
	for (size_t i = 0; i < text.len; i++) {
		const size_t end =
			text.at[i] == '&'
				? str_find_byte(str_cut(text, 0, i + 12), ';', i)
				: STR_NONE;
		const uint32_t c = end == STR_NONE
					   ? 0
					   : reference(str_cut(text, i + 1, end - i - 1));
		char bytes[4];
		if (!c) {
			buf_byte(&out, text.at[i]);
			continue;
		}
		buf_add(&out, (struct str){ bytes, utf8_put(c, bytes) });
		i = end;
	}
	const struct str decoded = arena_str(a, buf_str(&out));
	buf_done(&out);
	return decoded;
}

struct tag {
	struct str name; // with its prefix, '/' first if it ends
	size_t from, to; // of the whole tag
};

// From '<' to behind what is no tag: a comment, CDATA, a document type, an instruction.
static size_t other_end(struct str s, size_t at)
{
	static const struct {
		struct str begins, ends;
	} KINDS[] = { { STR_INIT("<!--"), STR_INIT("-->") },
		{ STR_INIT("<![CDATA["), STR_INIT("]]>") },
		{ STR_INIT("<?"), STR_INIT("?>") } };
	for (size_t i = 0; i < COUNT(KINDS); i++) {
		if (!str_starts(str_from(s, at), KINDS[i].begins))
			continue;
		const size_t end = str_find(s, KINDS[i].ends, at + KINDS[i].begins.len);
		return end == STR_NONE ? s.len : end + KINDS[i].ends.len;
	}
	// A document type may hold declarations in brackets; none of them is looked at.
	const size_t close = str_find_byte(s, '>', at);
	const size_t open = str_find_byte(s, '[', at);
	if (close == STR_NONE || open == STR_NONE || close < open)
		return close == STR_NONE ? s.len : close + 1;
	const size_t end = str_find(s, S("]>"), open);
	return end == STR_NONE ? s.len : end + 2;
}

static bool next_tag(struct str s, size_t *at, struct tag *t)
{
	while ((*at = str_find_byte(s, '<', *at)) != STR_NONE) {
		const struct str rest = str_from(s, *at + 1);
		if (str_starts(rest, S("!")) || str_starts(rest, S("?"))) {
			*at = other_end(s, *at);
			continue;
		}
		const size_t end = str_find_byte(s, '>', *at);
		if (end == STR_NONE)
			return false;
		size_t name = *at + 1;
		while (name < end && !byte_is_space(s.at[name]) &&
			!(s.at[name] == '/' && name > *at + 1))
			name++;
		*t = (struct tag){ str_cut(s, *at + 1, name - *at - 1), *at, end + 1 };
		*at = end + 1;
		return true;
	}
	return false;
}

// The words of <loc>: CDATA as it stands, everything else decoded.
static struct str words_of(struct arena *a, struct str s)
{
	s = str_trim(str_cut(s, 0, (size_t)LOC_MAX * 2));
	if (str_starts(s, S("<![CDATA[")))
		return str_cut(s, 9, str_find(s, S("]]>"), 9) - 9);
	return decode(a, str_cut(s, 0, str_find_byte(s, '<', 0)));
}

static void read_xml(struct str s, size_t at, struct str prefix, size_t max,
	struct arena *a, struct sitemap *out)
{
	struct arena scratch = { 0 };
	const struct str loc = arena_fmt(&scratch, "%" PRI_STR "loc", ARG_STR(prefix));
	struct tag t;
	while (!out->cut && next_tag(s, &at, &t))
		if (str_eq(t.name, loc)) // not <image:loc>
			add(out, max, a, words_of(&scratch, str_from(s, t.to)));
	arena_free(&scratch);
}

static bool read_list(struct str s, size_t max, struct arena *a, struct sitemap *out)
{
	struct str line;
	while (!out->cut && str_line(&s, &line)) {
		line = str_trim(line);
		if (!line.len)
			continue;
		if (!str_starts_nocase(line, S("http://")) &&
			!str_starts_nocase(line, S("https://")))
			return out->count > 0;
		add(out, max, a, line);
	}
	return out->count > 0;
}

bool sitemap_read(struct str text, size_t max, struct arena *a, struct sitemap *out,
	struct error *err)
{
	size_t at = 0;
	struct tag root;
	*out = (struct sitemap){ 0 };
	if (str_starts(text, S("\xef\xbb\xbf")))
		text = str_from(text, 3);
	if (!str_starts(str_trim(text), S("<"))) {
		if (read_list(text, max, a, out))
			return true;
	} else if (next_tag(text, &at, &root)) {
		const size_t colon = str_find_byte(root.name, ':', 0);
		const size_t cut = colon == STR_NONE ? 0 : colon + 1;
		const struct str name = str_from(root.name, cut);
		out->is_index = str_eq(name, S("sitemapindex"));
		if (out->is_index || str_eq(name, S("urlset"))) {
			read_xml(text, at, str_cut(root.name, 0, cut), max, a, out);
			return true;
		}
	}
	return error_set(err, ERROR_FORMAT,
		"is no sitemap: neither <urlset>, <sitemapindex> nor a list of "
		"addresses");
}
