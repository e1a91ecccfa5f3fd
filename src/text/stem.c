#include "text/stem.h"

#include <string.h>

static bool is_vowel(char c)
{
	return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

static bool has_vowel(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (is_vowel(s.at[i]) || (unsigned char)s.at[i] >= 0x80)
			return true;
	return false;
}

// Whether `word` ends with `ending` behind a stem of at least `least` bytes.
static bool ends(struct str word, struct str ending, size_t least)
{
	return word.len >= ending.len + least && str_ends(word, ending);
}

static bool drop(struct str *word, struct str ending, size_t least)
{
	if (!ends(*word, ending, least))
		return false;
	word->len -= ending.len;
	return true;
}

static void drop_plural(struct str *word)
{
	static const struct str KEEP[] = { STR_INIT("ss"), STR_INIT("us"),
		STR_INIT("is") };
	static const struct str HISSES[] = { STR_INIT("sses"), STR_INIT("xes"),
		STR_INIT("ches"), STR_INIT("shes"), STR_INIT("zes") };
	(void)drop(word, S("'s"), 2); // there is one or there is none
	for (size_t i = 0; i < COUNT(HISSES); i++)
		if (ends(*word, HISSES[i], 2)) {
			word->len -= 2;
			return;
		}
	for (size_t i = 0; i < COUNT(KEEP); i++)
		if (str_ends(*word, KEEP[i]))
			return;
	if (ends(*word, S("ies"), 3))
		word->len -= 2; // queries -> queri, as query
	else
		(void)drop(word, S("s"), 3);
}

// "planned" and "planning" lose their second n.
static void undouble(struct str *word)
{
	const size_t n = word->len;
	if (n > 3 && word->at[n - 1] == word->at[n - 2] &&
		strchr("bdgmnprt", word->at[n - 1]))
		word->len--;
}

static void drop_tense(struct str *word)
{
	static const struct str ENDINGS[] = { STR_INIT("ing"), STR_INIT("ed") };
	for (size_t i = 0; i < COUNT(ENDINGS); i++) {
		struct str stem = *word;
		if (drop(&stem, ENDINGS[i], 3) && has_vowel(stem)) {
			*word = stem;
			undouble(word);
			return;
		}
	}
}

static void drop_derivation(struct str *word)
{
	static const struct {
		struct str ending;
		size_t least, cut;
	} RULES[] = {
		{ STR_INIT("ability"), 3, 5 }, // reliability -> reliab, as reliable
		{ STR_INIT("able"), 3, 2 },
		{ STR_INIT("tion"), 3, 3 },
		{ STR_INIT("sion"), 3, 3 },
		{ STR_INIT("ment"), 4, 4 },
		{ STR_INIT("ness"), 4, 4 },
		{ STR_INIT("ity"), 5, 3 },
	};
	for (size_t i = 0; i < COUNT(RULES); i++)
		if (ends(*word, RULES[i].ending, RULES[i].least)) {
			word->len -= RULES[i].cut;
			return;
		}
}

static struct str stem_english(char *room, struct str word)
{
	drop_plural(&word);
	drop_tense(&word);
	(void)drop(&word, S("ly"), 3);
	drop_derivation(&word);
	(void)drop(&word, S("e"), 3);
	(void)drop(&word, S("at"), 5);
	if (ends(word, S("is"), 4)) // organise is organize
		room[word.len - 1] = 'z';
	else if (ends(word, S("y"), 3))
		room[word.len - 1] = 'i';
	return word;
}

// What stands for a German letter, by its second byte; NULL for any other.
static const char *plain_letter(char second)
{
	static const struct {
		char second;
		const char *plain;
	} LETTERS[] = { { '\xa4', "a" }, { '\xb6', "o" }, { '\xbc', "u" },
		{ '\x9f', "ss" } };
	for (size_t i = 0; i < COUNT(LETTERS); i++)
		if (LETTERS[i].second == second)
			return LETTERS[i].plain;
	return NULL;
}

// ä ö ü ß become a o u ss; all of them are two bytes, so the word never grows.
static struct str fold_umlauts(char *room, struct str word)
{
	size_t used = 0;
	for (size_t i = 0; i < word.len; i++) {
		const bool pair = word.at[i] == '\xc3' && i + 1 < word.len;
		const char *plain = pair ? plain_letter(word.at[i + 1]) : NULL;
		if (!plain) {
			room[used++] = word.at[i];
			continue;
		}
		for (; *plain; plain++)
			room[used++] = *plain;
		i++;
	}
	return (struct str){ room, used };
}

static bool drop_inflection(struct str *word)
{
	static const struct str PAIRS[] = { STR_INIT("em"), STR_INIT("er"),
		STR_INIT("en"), STR_INIT("es"), STR_INIT("st"), STR_INIT("et") };
	static const struct str SINGLES[] = { STR_INIT("e"), STR_INIT("n"), STR_INIT("s"),
		STR_INIT("t") };
	for (size_t i = 0; i < COUNT(PAIRS); i++)
		if (drop(word, PAIRS[i], 4))
			return true;
	for (size_t i = 0; i < COUNT(SINGLES); i++)
		if (drop(word, SINGLES[i], 4))
			return true;
	return false;
}

static struct str stem_german(char *room, struct str word)
{
	static const struct str NOUNS[] = { STR_INIT("ungen"), STR_INIT("ung"),
		STR_INIT("heiten"), STR_INIT("heit"), STR_INIT("keiten"),
		STR_INIT("keit") };
	word = fold_umlauts(room, word);
	for (size_t i = 0; i < COUNT(NOUNS); i++)
		if (drop(&word, NOUNS[i], 4))
			break;
	if (drop_inflection(&word))
		(void)drop_inflection(&word); // at most two endings: schnell-er-en
	return word;
}

struct str stem_of(char room[WORD_MAX], struct str folded, enum tongue tongue)
{
	if (folded.at != room)
		memmove(room, folded.at, folded.len);
	struct str word = { room, folded.len };
	for (size_t i = 0; i < word.len; i++)
		if (byte_is_digit(word.at[i]))
			return word;
	return tongue == TONGUE_GERMAN ? stem_german(room, word)
				       : stem_english(room, word);
}
