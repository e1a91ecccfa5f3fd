#include "capture/keep.h"

#include "capture/differ.h"
#include "read/read.h"

enum {
	SLUG_MAX = 60,
	FILES_MAX = 5000,
	HEAD_MAX = 24 * 1024, // bytes in which a copy of ours names itself
	CLEAN_MAX = 4 * CAPTURE_PAGE_MAX,
	SAME_NAMES_MAX = 99,
	WORDS_THIN = 40,
};

static const char HEAD[] =
	"<!doctype html>\n"
	"<!-- Saved by Candor. What runs or loads is gone; the words and their order are "
	"as they were. The element marked data-candor-main is read as the page, and what "
	"lies outside of it as navigation: move the mark if that is wrong. -->\n"
	"<meta charset=\"utf-8\">\n"
	"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
	"style-src 'unsafe-inline'; form-action 'none'\">\n"
	"<meta name=\"referrer\" content=\"no-referrer\">\n";
static const char STYLE[] =
	"<style>body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:1rem/1.6 "
	"system-ui,sans-serif}</style>\n";

#define META_ASKED "<meta name=\"candor:asked\" content=\""
#define META_URL "<meta name=\"candor:url\" content=\""
#define META_CAPTURED "<meta name=\"candor:captured\" content=\""
#define META_SEEN "<meta name=\"candor:seen\" content=\""

// What stands behind one of the above in a file of ours; addresses and days hold no
// quotes.
static struct str head_value(struct str bytes, struct str meta, size_t *at)
{
	struct str head = str_cut(bytes, 0, HEAD_MAX);
	*at = str_find(head, meta, 0);
	if (*at == STR_NONE)
		return (struct str){ 0 };
	*at += meta.len;
	const size_t end = str_find_byte(head, '"', *at);
	return end == STR_NONE ? (struct str){ 0 } : str_cut(head, *at, end - *at);
}

static const char *path_of(const struct keep *s, struct arena *a, struct str path)
{
	return path_join(a, str_of(s->root), path).at;
}

static bool open_kept(
	const struct keep *s, struct str path, struct file *file, struct error *err)
{
	struct arena scratch = { 0 };
	const bool ok =
		file_open(path_of(s, &scratch, path), (size_t)CLEAN_MAX * 2, file, err);
	arena_free(&scratch);
	return ok;
}

static void look_at(struct keep *s, struct str path)
{
	struct file file;
	struct error ignored = { 0 }; // a file that cannot be read is no copy of ours
	size_t at;
	if (!str_ends(path, S(".html")) || !open_kept(s, path, &file, &ignored))
		return;
	struct kept k = { .path = path };
	k.asked = arena_str(s->arena, head_value(file.bytes, S(META_ASKED), &at));
	k.url = arena_str(s->arena, head_value(file.bytes, S(META_URL), &at));
	const struct str captured = head_value(file.bytes, S(META_CAPTURED), &at);
	const struct str seen = head_value(file.bytes, S(META_SEEN), &at);
	if (k.url.len && date_parse(captured, DATE_UNSURE, &k.captured)) {
		if (!date_parse(seen, DATE_UNSURE, &k.seen))
			k.seen = k.captured;
		s->at = arena_more(s->arena, s->at, s->count, &s->room, sizeof *s->at);
		s->at[s->count++] = k;
	}
	file_close(&file);
}

bool keep_open(struct keep *s, struct error *err)
{
	struct file_list files;
	const char *folder = path_of(s, s->arena, s->folder);
	s->names = (struct map){ .arena = s->arena };
	if (!file_make_folder(folder, err) ||
		!file_walk(folder, FILES_MAX, s->arena, &files, err))
		return false;
	for (size_t i = 0; i < files.count; i++) {
		const struct str path = path_join(s->arena, s->folder, files.at[i].path);
		(void)map_add(&s->names, path);
		look_at(s, path);
	}
	return true;
}

struct str keep_slug(struct arena *a, struct str path)
{
	struct buf slug = { 0 };
	struct str rest = str_trim(path);
	for (size_t i = 0; i < rest.len && slug.len < SLUG_MAX; i++) {
		const char c = byte_lower(rest.at[i]);
		if (byte_is_alpha(c) || byte_is_digit(c))
			buf_byte(&slug, c);
		else if (c == '%' && i + 2 < rest.len)
			i += 2; // a byte of another script
		else if (slug.len && slug.at[slug.len - 1] != '-')
			buf_byte(&slug, '-');
	}
	static const struct str ENDINGS[] = { STR_INIT("-html"), STR_INIT("-htm"),
		STR_INIT("-php"), STR_INIT("-aspx"), STR_INIT("-index") };
	struct str text = str_strip(buf_str(&slug), "-");
	for (size_t i = 0; i < COUNT(ENDINGS); i++)
		if (str_ends(text, ENDINGS[i]))
			text = str_cut(text, 0, text.len - ENDINGS[i].len);
	text = str_strip(text, "-");
	if (!text.len || str_eq(text, S("index")))
		text = S("home");
	// A name with this word is taken for a card of ours.
	const size_t card = str_find(text, S("battlecard"), 0);
	text = card == STR_NONE ? arena_str(a, text)
				: arena_fmt(a, "%" PRI_STR "battle-%" PRI_STR, (int)card,
					  text.at, ARG_STR(str_from(text, card + 6)));
	buf_done(&slug);
	return text;
}

// The newest copy of the same page that is not of a later day.
static struct kept *find_kept(
	struct keep *s, struct str asked, const struct url *url, struct date today)
{
	struct kept *best = NULL;
	for (size_t i = 0; i < s->count; i++) {
		struct kept *k = &s->at[i];
		if (!str_eq(k->url, url->whole) && !str_eq(k->asked, asked))
			continue;
		if (k->captured.days <= today.days &&
			(!best || k->captured.days >= best->captured.days))
			best = k;
	}
	return best;
}

static struct str free_name(
	struct keep *s, const struct url *url, struct date today, struct error *err)
{
	const struct str slug = keep_slug(s->arena, url->path);
	const struct str day = date_str(s->arena, today);
	for (int i = 1; i <= SAME_NAMES_MAX; i++) {
		const char *number = i > 1 ? arena_fmt(s->arena, "-%d", i).at : "";
		const struct str path = arena_fmt(s->arena,
			"%" PRI_STR "/%" PRI_STR "-%" PRI_STR "%s.html",
			ARG_STR(s->folder), ARG_STR(day), ARG_STR(slug), number);
		if (map_find(&s->names, path) == MAP_NONE)
			return path;
	}
	error_set(err, ERROR_LIMIT,
		"%" PRI_STR " holds %d pages called %" PRI_STR " of this day already",
		ARG_STR(s->folder), SAME_NAMES_MAX, ARG_STR(slug));
	return (struct str){ 0 };
}

// The whole file: our head, then the page's own markup.
static bool compose(struct keep *s, struct str asked, const struct fetched *page,
	struct date today, struct str *out, struct error *err)
{
	struct buf text = { .max = CLEAN_MAX };
	const struct str day = date_str(s->arena, today);
	const struct page_origin origin = { page->reply.charset, page->url.site,
		str_cut(page->url.path, 0, str_find_byte(page->url.path, '?', 0)) };
	buf_add(&text, str_of(HEAD));
	buf_fmt(&text, META_ASKED "%" PRI_STR "\">\n", ARG_STR(asked));
	buf_fmt(&text, META_URL "%" PRI_STR "\">\n", ARG_STR(page->url.whole));
	buf_fmt(&text, META_CAPTURED "%" PRI_STR "\">\n", ARG_STR(day));
	buf_fmt(&text, META_SEEN "%" PRI_STR "\">\n", ARG_STR(day));
	buf_add(&text, str_of(STYLE));
	bool ok = page_clean(page->reply.body, &origin, s->arena, &text, err);
	buf_byte(&text, '\n');
	ok = ok && page_mark(buf_str(&text), s->arena, out, err);
	if (ok)
		*out = arena_str(s->arena, *out);
	buf_done(&text);
	return ok;
}

// The same words on a later day: only the day in the copy's head changes.
static bool note_seen(
	struct keep *s, struct kept *k, struct date today, struct error *err)
{
	struct file file;
	size_t at;
	if (k->seen.days >= today.days)
		return true;
	if (!open_kept(s, k->path, &file, err))
		return false;
	const struct str old = head_value(file.bytes, S(META_SEEN), &at);
	struct buf text = { 0 };
	if (old.len) {
		buf_add(&text, str_cut(file.bytes, 0, at));
		buf_add(&text, date_str(s->arena, today));
		buf_add(&text, str_from(file.bytes, at + old.len));
	}
	file_close(&file);
	const bool ok = !text.len ||
			file_write(path_of(s, s->arena, k->path), buf_str(&text), err);
	k->seen = today;
	buf_done(&text);
	return ok;
}

static bool write_new(struct keep *s, const struct kept *same_day, struct str text,
	struct kept *k, struct error *err)
{
	struct url url;
	if (same_day)
		k->path = same_day->path;
	else if (!url_read(k->url, s->arena, &url, err))
		return false;
	else
		k->path = free_name(s, &url, k->captured, err);
	if (!k->path.len || !file_write(path_of(s, s->arena, k->path), text, err))
		return false;
	(void)map_add(&s->names, k->path);
	if (same_day)
		return true;
	s->at = arena_more(s->arena, s->at, s->count, &s->room, sizeof *s->at);
	s->at[s->count++] = *k;
	return true;
}

bool keep_page(struct keep *s, struct str asked, const struct fetched *page,
	struct date today, struct captured *out, struct error *err)
{
	struct str text;
	struct file file = { 0 };
	struct difference d = { .arena = s->arena, .quotes = CAPTURE_QUOTES };
	if (page_forbids_keeping(page->reply.body) ||
		str_find_nocase(page->reply.robots_tag, S("noarchive"), 0) != STR_NONE) {
		out->state = CAPTURED_REFUSED;
		return error_set(err, ERROR_USAGE,
			"asks programs not to keep copies of it (noarchive); if you may, "
			"save it from your browser");
	}
	if (!compose(s, asked, page, today, &text, err))
		return false;
	struct kept *before = find_kept(s, asked, &page->url, today);
	if (before && !open_kept(s, before->path, &file, err))
		return false;
	const bool read = differ(file.bytes, text, &d, err);
	file_close(&file);
	if (!read)
		return false;
	out->words = d.words;
	out->claims = d.claims;
	out->thin = d.words < WORDS_THIN &&
		    str_find_nocase(page->reply.body, S("<script"), 0) != STR_NONE;
	if (!before || !d.same) {
		struct kept k = { .asked = asked, .url = page->url.whole };
		k.captured = k.seen = today;
		out->state = before ? CAPTURED_CHANGED : CAPTURED_NEW;
		const bool today_too = before && before->captured.days == today.days;
		if (!write_new(s, today_too ? before : NULL, text, &k, err))
			return false;
		out->path = k.path;
	} else {
		out->state = CAPTURED_SAME;
		out->path = before->path;
		if (!note_seen(s, before, today, err))
			return false;
	}
	if (before) {
		out->before = before->captured;
		out->came = d.came;
		out->went = d.went;
		out->coming = d.coming;
		out->going = d.going;
	}
	return true;
}
