#include "model/deals_outcome.h"

#include <string.h>

enum { WORD_MAX = 96 };

// Phrases in words of lower case with single spaces: what the value is exactly, and what
// stands in it as whole words.
static const struct str IS_DISQUALIFIED[] = { STR_INIT("test"), STR_INIT("test deal"),
	STR_INIT("spam"), STR_INIT("junk"), STR_INIT("closed test"),
	STR_INIT("closed junk"), STR_INIT("ungültig") };
static const struct str HAS_DISQUALIFIED[] = { STR_INIT("disqualified"),
	STR_INIT("disqualifiziert"), STR_INIT("duplicate"), STR_INIT("dublette"),
	STR_INIT("duplikat"), STR_INIT("bad fit"), STR_INIT("not a fit"),
	STR_INIT("no fit"), STR_INIT("kein fit"), STR_INIT("wrong number"),
	STR_INIT("created in error"), STR_INIT("irrtümlich angelegt") };
static const struct str IS_NO_DECISION[] = { STR_INIT("stalled"), STR_INIT("stall"),
	STR_INIT("abandoned"), STR_INIT("status quo"), STR_INIT("not ready"),
	STR_INIT("no budget no decision") };
static const struct str HAS_NO_DECISION[] = { STR_INIT("no decision"),
	STR_INIT("no descision"), STR_INIT("indecision"), STR_INIT("not ready"),
	STR_INIT("status quo"), STR_INIT("went dark"), STR_INIT("gone dark"),
	STR_INIT("did nothing"), STR_INIT("do nothing"),
	STR_INIT("stayed with status quo"), STR_INIT("keine entscheidung"),
	STR_INIT("nicht entschieden"), STR_INIT("projekt gestoppt"),
	STR_INIT("project cancelled"), STR_INIT("project canceled"),
	STR_INIT("closed stalled"), STR_INIT("lost stalled"), STR_INIT("lost no action"),
	STR_INIT("lost timing") };
static const struct str IS_LOST[] = { STR_INIT("lost"), STR_INIT("loss"),
	STR_INIT("dead"), STR_INIT("rejected"), STR_INIT("declined"),
	STR_INIT("cancelled"), STR_INIT("canceled"), STR_INIT("abgelehnt"),
	STR_INIT("abgesagt"), STR_INIT("l"), STR_INIT("0 lost"),
	STR_INIT("closed no deal"), STR_INIT("unsuccessful"),
	STR_INIT("nicht erfolgreich") };
static const struct str HAS_LOST[] = { STR_INIT("lost"), STR_INIT("verloren"),
	STR_INIT("closed lost"), STR_INIT("deal lost"), STR_INIT("not won"),
	STR_INIT("nicht gewonnen"), STR_INIT("closed unsuccessful") };
static const struct str IS_WON[] = { STR_INIT("won"), STR_INIT("win"), STR_INIT("signed"),
	STR_INIT("w"), STR_INIT("successful"), STR_INIT("erfolgreich"),
	STR_INIT("auftrag erhalten"), STR_INIT("beauftragt"), STR_INIT("contract signed"),
	STR_INIT("vertrag unterschrieben"), STR_INIT("closed successful") };
static const struct str HAS_WON[] = { STR_INIT("won"), STR_INIT("gewonnen"),
	STR_INIT("closed won"), STR_INIT("deal won"), STR_INIT("signed and closed") };
static const struct str IS_CLOSED[] = { STR_INIT("closed"), STR_INIT("close"),
	STR_INIT("completed"), STR_INIT("complete"), STR_INIT("done"), STR_INIT("ended"),
	STR_INIT("geschlossen"), STR_INIT("abgeschlossen"), STR_INIT("beendet") };
static const struct str IS_OPEN[] = { STR_INIT("open"), STR_INIT("offen"),
	STR_INIT("active"), STR_INIT("aktiv"), STR_INIT("in progress"),
	STR_INIT("in bearbeitung"), STR_INIT("pending"), STR_INIT("ongoing"),
	STR_INIT("new"), STR_INIT("neu") };

struct phrases {
	const struct str *at;
	size_t count;
};

#define PHRASES(list)                                                                    \
	{                                                                                \
		list, COUNT(list)                                                        \
	}

static const struct {
	enum meaning meaning;
	struct phrases is, has;
} WORDS[] = {
	{ MEANS_DISQUALIFIED, PHRASES(IS_DISQUALIFIED), PHRASES(HAS_DISQUALIFIED) },
	{ MEANS_NO_DECISION, PHRASES(IS_NO_DECISION), PHRASES(HAS_NO_DECISION) },
	{ MEANS_LOST, PHRASES(IS_LOST), PHRASES(HAS_LOST) },
	{ MEANS_WON, PHRASES(IS_WON), PHRASES(HAS_WON) },
	{ MEANS_CLOSED, PHRASES(IS_CLOSED), { 0 } },
	{ MEANS_OPEN, PHRASES(IS_OPEN), { 0 } },
};

// Letters and digits in lower case, everything between them one space.
static struct str folded(struct str word, char out[WORD_MAX])
{
	size_t len = 0;
	bool gap = false;
	for (size_t at = 0; at < word.len;) {
		char bytes[4];
		uint32_t c = utf8_next(word, &at);
		bool letter = c < 0x80 ? byte_is_word((char)c) : utf8_is_letter(c);
		if (!letter) {
			gap = len > 0;
			continue;
		}
		size_t size = utf8_put(utf8_fold(c), bytes);
		if (len + size + gap > WORD_MAX)
			break;
		if (gap)
			out[len++] = ' ';
		memcpy(out + len, bytes, size);
		len += size;
		gap = false;
	}
	return (struct str){ out, len };
}

// Whether a phrase of the list stands at this place, to the end of a word.
static bool stands_at(struct str text, size_t at, struct phrases list)
{
	for (size_t i = 0; i < list.count; i++) {
		const struct str phrase = list.at[i];
		const size_t end = at + phrase.len;
		if (*phrase.at == text.at[at] && end <= text.len &&
			(end == text.len || text.at[end] == ' ') &&
			!memcmp(phrase.at, text.at + at, phrase.len))
			return true;
	}
	return false;
}

static bool matches(struct str text, struct phrases is, struct phrases has)
{
	for (size_t i = 0; i < is.count; i++)
		if (text.len == is.at[i].len && str_eq(text, is.at[i]))
			return true;
	for (size_t at = 0; at < text.len;) {
		if (stands_at(text, at, has))
			return true;
		const size_t space = str_find_byte(text, ' ', at);
		at = space == STR_NONE ? text.len : space + 1;
	}
	return false;
}

enum meaning outcome_word(struct str word)
{
	char room[WORD_MAX];
	struct str text = folded(word, room);
	for (size_t i = 0; i < COUNT(WORDS); i++)
		if (text.len && matches(text, WORDS[i].is, WORDS[i].has))
			return WORDS[i].meaning;
	return MEANS_UNKNOWN;
}

enum meaning outcome_reason(struct str word)
{
	static const struct str IS[] = { STR_INIT("test") };
	static const struct str HAS[] = { STR_INIT("disqualified"),
		STR_INIT("disqualifiziert"), STR_INIT("duplicate"), STR_INIT("dublette"),
		STR_INIT("duplikat"), STR_INIT("created in error"), STR_INIT("spam") };
	char room[WORD_MAX];
	struct str text = folded(word, room);
	if (matches(text, (struct phrases)PHRASES(IS), (struct phrases)PHRASES(HAS)))
		return MEANS_DISQUALIFIED;
	return outcome_word(word) == MEANS_NO_DECISION ? MEANS_NO_DECISION
						       : MEANS_UNKNOWN;
}

enum yesno yesno_word(struct str word)
{
	static const struct str YES[] = { STR_INIT("true"), STR_INIT("1"),
		STR_INIT("yes"), STR_INIT("y"), STR_INIT("t"), STR_INIT("ja"),
		STR_INIT("wahr"), STR_INIT("x"), STR_INIT("1.0") };
	static const struct str NO[] = { STR_INIT("false"), STR_INIT("0"), STR_INIT("no"),
		STR_INIT("n"), STR_INIT("f"), STR_INIT("nein"), STR_INIT("falsch"),
		STR_INIT("0.0") };
	if (!word.len || word.len > 6)
		return YESNO_NONE;
	for (size_t i = 0; i < COUNT(YES); i++)
		if (str_eq_nocase(word, YES[i]))
			return YESNO_YES;
	for (size_t i = 0; i < COUNT(NO); i++)
		if (str_eq_nocase(word, NO[i]))
			return YESNO_NO;
	return YESNO_NONE;
}
