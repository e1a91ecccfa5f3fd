#include "model/deals_outcome.h"

#include <string.h>

enum { WORD_MAX = 96 };

// Phrases in words of lower case with single spaces; ';' between.
static const struct {
	enum meaning meaning;
	const char *whole;  // the value is exactly one of these
	const char *inside; // one of these stands in it as whole words
} WORDS[] = {
	{ MEANS_DISQUALIFIED, "test;test deal;spam;junk;closed test;closed junk;ungültig",
		"disqualified;disqualifiziert;duplicate;dublette;duplikat;bad fit;not a "
		"fit;"
		"no fit;kein fit;wrong number;created in error;irrtümlich angelegt" },
	{ MEANS_NO_DECISION,
		"stalled;stall;abandoned;status quo;not ready;no budget no decision",
		"no decision;no descision;indecision;not ready;status quo;went dark;gone "
		"dark;"
		"did nothing;do nothing;stayed with status quo;keine entscheidung;"
		"nicht entschieden;projekt gestoppt;project cancelled;project canceled;"
		"closed stalled;lost stalled;lost no action;lost timing" },
	{ MEANS_LOST,
		"lost;loss;dead;rejected;declined;cancelled;canceled;abgelehnt;abgesagt;"
		"l;0 lost;"
		"closed no deal;unsuccessful;nicht erfolgreich",
		"lost;verloren;closed lost;deal lost;not won;nicht gewonnen;closed "
		"unsuccessful" },
	{ MEANS_WON,
		"won;win;signed;w;successful;erfolgreich;auftrag erhalten;beauftragt;"
		"contract signed;vertrag unterschrieben;closed successful",
		"won;gewonnen;closed won;deal won;signed and closed" },
	{ MEANS_CLOSED,
		"closed;close;completed;complete;done;ended;geschlossen;abgeschlossen;"
		"beendet",
		"" },
	{ MEANS_OPEN,
		"open;offen;active;aktiv;in progress;in "
		"bearbeitung;pending;ongoing;new;neu",
		"" },
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

static bool stands_in(struct str text, struct str phrase)
{
	for (size_t at = str_find(text, phrase, 0); at != STR_NONE;
		at = str_find(text, phrase, at + 1)) {
		size_t end = at + phrase.len;
		if ((at == 0 || text.at[at - 1] == ' ') &&
			(end == text.len || text.at[end] == ' '))
			return true;
	}
	return false;
}

static bool matches(struct str text, const char *whole, const char *inside)
{
	struct str rest = str_of(whole), one;
	while (str_split(&rest, ';', &one))
		if (str_eq(text, one))
			return true;
	rest = str_of(inside);
	while (str_split(&rest, ';', &one))
		if (stands_in(text, one))
			return true;
	return false;
}

enum meaning outcome_word(struct str word)
{
	char room[WORD_MAX];
	struct str text = folded(word, room);
	for (size_t i = 0; i < COUNT(WORDS); i++)
		if (text.len && matches(text, WORDS[i].whole, WORDS[i].inside))
			return WORDS[i].meaning;
	return MEANS_UNKNOWN;
}

enum meaning outcome_reason(struct str word)
{
	static const char SORTED_OUT[] =
		"disqualified;disqualifiziert;duplicate;dublette;"
		"duplikat;created in error;spam";
	char room[WORD_MAX];
	struct str text = folded(word, room);
	if (matches(text, "test", SORTED_OUT))
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
