#include "capture/differ.h"

#include "claim/claim.h"
#include "read/read.h"

// The page's own words, and its claims, each once.
struct words {
	struct buf text;
	struct map claims;
	size_t count;
};

static bool is_own(const struct block *b)
{
	return b->kind != BLOCK_CHROME && b->kind != BLOCK_META;
}

static size_t count_words(struct str text)
{
	size_t count = 0;
	for (size_t i = 0; i < text.len; i++)
		count +=
			byte_is_word(text.at[i]) && (!i || byte_is_space(text.at[i - 1]));
	return count;
}

static bool words_of(
	struct str page, struct arena *a, struct words *out, struct error *err)
{
	struct doc doc = { .arena = a };
	struct sentences sentences = { 0 };
	out->claims = (struct map){ .arena = a };
	if (!doc_read(S("page.html"), page, NULL, &doc, err))
		return false;
	for (size_t i = 0; i < doc.block_count; i++) {
		if (!is_own(&doc.blocks[i]))
			continue;
		const struct str text = doc_cut(&doc, doc.blocks[i].span);
		out->count += count_words(text);
		buf_add(&out->text, text);
		buf_byte(&out->text, '\n');
	}
	sentences_of(&doc, a, &sentences);
	for (size_t i = 0; i < sentences.count; i++)
		if (sentences.at[i].sort == IS_CLAIM)
			(void)map_add(&out->claims, sentences.at[i].text);
	return true;
}

// Claims of `x` that are none of `y`.
static size_t only_in(const struct words *x, const struct words *y, size_t max,
	struct arena *a, struct str **quotes)
{
	size_t count = 0;
	*quotes = ARENA_ARRAY(a, struct str, max + 1);
	for (size_t i = 0; i < x->claims.count; i++) {
		if (map_find(&y->claims, x->claims.keys[i]) != MAP_NONE)
			continue;
		if (count < max)
			(*quotes)[count] = arena_str(a, x->claims.keys[i]);
		count++;
	}
	return count;
}

bool differ(struct str old, struct str new, struct difference *out, struct error *err)
{
	struct arena scratch = { 0 };
	struct words before = { 0 }, now = { 0 };
	struct error ignored = { 0 }; // a damaged old copy is simply another text
	const bool had = old.len && words_of(old, &scratch, &before, &ignored);
	const bool ok = words_of(new, &scratch, &now, err);
	if (ok) {
		out->words = now.count;
		out->claims = now.claims.count;
		out->same = had && str_eq(buf_str(&before.text), buf_str(&now.text));
		out->came = only_in(&now, &before, out->quotes, out->arena, &out->coming);
		out->went = only_in(&before, &now, out->quotes, out->arena, &out->going);
	}
	buf_done(&before.text);
	buf_done(&now.text);
	arena_free(&scratch);
	return ok;
}
