#include "swap/phrase.h"

static bool is_vowel(char c)
{
	c = byte_lower(c);
	return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

// "a" and "an" before a name agree with the name that takes its place.
static void fix_article(struct buf *out, struct str name)
{
	static const struct {
		struct str is, other;
	} ARTICLES[] = {
		{ STR_INIT(" a "), STR_INIT(" an ") },
		{ STR_INIT(" A "), STR_INIT(" An ") },
		{ STR_INIT(" an "), STR_INIT(" a ") },
		{ STR_INIT(" An "), STR_INIT(" A ") },
	};
	if (!name.len)
		return;
	for (size_t i = 0; i < COUNT(ARTICLES); i++) {
		const struct str article = ARTICLES[i].is;
		const struct str bare = str_from(article, 1);
		const struct str text = buf_str(out);
		const bool whole = str_eq(text, bare);
		if (!whole && !str_ends(text, article))
			continue;
		const bool wants_n = is_vowel(name.at[0]);
		if (wants_n == (bare.len == 3))
			return;
		const struct str put = ARTICLES[i].other;
		out->len -= whole ? bare.len : article.len;
		buf_add(out, whole ? str_from(put, 1) : put);
		return;
	}
}

static bool shouts(struct str text)
{
	size_t letters = 0;
	for (size_t at = 0; at < text.len;) {
		const uint32_t c = utf8_next(text, &at);
		if (!utf8_is_letter(c))
			continue;
		letters++;
		if (!utf8_is_upper(c))
			return false;
	}
	return letters > 3;
}

// ASCII capitals: a name in capitals is replaced by one in capitals.
static void add_capitals(struct buf *out, struct str name)
{
	for (size_t i = 0; i < name.len; i++) {
		const char c = name.at[i];
		buf_byte(out, c >= 'a' && c <= 'z' ? (char)(c - 0x20) : c);
	}
}

static void add_name(struct buf *out, struct str found, struct str name)
{
	fix_article(out, name);
	if (shouts(found))
		add_capitals(out, name);
	else
		buf_add(out, name);
}

// The text with every mention replaced: ours by `name`, theirs by `us`.
static bool replace(struct buf *out, const struct side *s, struct str name, struct str us)
{
	size_t at = 0;
	bool ours = false;
	for (size_t i = 0; i < s->names.count; i++) {
		const struct mention *m = &s->names.at[i];
		const struct str found =
			str_cut(s->text, m->span.from, m->name_end - m->span.from);
		const bool is_ours = m->owner == OWNER_US;
		const struct str put = is_ours ? name : us;
		ours |= is_ours;
		buf_add(out, str_cut(s->text, at, m->span.from - at));
		if (put.len)
			add_name(out, found, put);
		else
			buf_add(out, found);
		at = m->name_end; // the possessive behind it stays
	}
	buf_add(out, str_from(s->text, at));
	return ours;
}

struct str phrase_swapped(
	struct arena *a, const struct side *ours, struct str name, struct str us)
{
	struct buf out = { 0 };
	const bool named = replace(&out, ours, name, us);
	const struct str text = buf_str(&out);
	const struct str swapped = named ? arena_str(a, text)
					 : arena_fmt(a, "%" PRI_STR ": %" PRI_STR,
						   ARG_STR(name), ARG_STR(text));
	buf_done(&out);
	return swapped;
}

struct str phrase_masked(struct arena *a, const struct side *ours)
{
	struct buf out = { 0 };
	(void)replace(&out, ours, S("[name]"), S("[name]")); // whose it was is hidden
	const struct str masked = arena_str(a, buf_str(&out));
	buf_done(&out);
	return masked;
}

static bool has_part(const struct side *other, const struct claim_part *part)
{
	for (size_t i = 0; i < other->parts.count; i++)
		if (claim_part_match(part, &other->parts.at[i]) > 0)
			return true;
	return false;
}

static bool has_number(
	const struct side *s, const struct side *other, const struct quantity *q)
{
	for (size_t i = 0; i < other->parts.numbers.count; i++) {
		const struct quantity *o = &other->parts.numbers.at[i];
		if (quantity_comparable(s->text, q, other->text, o) &&
			quantity_equal(q, o))
			return true;
	}
	return false;
}

// Whether only spaces, hyphens and small words stand between two marks.
static bool joins(struct str text, size_t from, size_t to)
{
	struct word w;
	char room[WORD_MAX];
	for (size_t i = from; i < to; i++)
		if (!byte_is_word(text.at[i]) && text.at[i] != ' ' && text.at[i] != '-' &&
			text.at[i] != '\'')
			return false;
	for (size_t at = from; word_next(text, &at, &w) && w.span.from < to;)
		if (!stop_of(word_fold(word_cut(text, w), room)))
			return false;
	return true;
}

static size_t merge(struct str text, struct span *spans, size_t count)
{
	size_t n = 0;
	for (size_t i = 0; i < count; i++) {
		if (n && spans[i].from < spans[n - 1].to)
			continue;
		if (n && joins(text, spans[n - 1].to, spans[i].from))
			spans[n - 1].to = spans[i].to;
		else
			spans[n++] = spans[i];
	}
	return n;
}

// The words of a side that the other has, in order.
static size_t shared_words(
	const struct side *side, const struct side *other, struct span *out)
{
	size_t count = 0;
	for (size_t i = 0; i < side->parts.count; i++)
		if (has_part(other, &side->parts.at[i]))
			out[count++] = side->parts.at[i].span;
	return count;
}

// Puts one span into sorted ones.
static void insert(struct span *at, size_t *count, struct span span)
{
	size_t i = (*count)++;
	for (; i > 0 && at[i - 1].from > span.from; i--)
		at[i] = at[i - 1];
	at[i] = span;
}

size_t phrase_marks(const struct side *side, const struct side *other, struct arena *a,
	struct span **spans)
{
	const size_t most = side->parts.count + side->parts.numbers.count;
	struct span *at = ARENA_ARRAY(a, struct span, most + 1);
	size_t count = shared_words(side, other, at);
	for (size_t i = 0; i < side->parts.numbers.count; i++)
		if (has_number(side, other, &side->parts.numbers.at[i]))
			insert(at, &count, side->parts.numbers.at[i].span);
	*spans = at;
	return merge(side->text, at, count);
}
