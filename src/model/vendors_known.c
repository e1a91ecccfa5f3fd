#include "model/vendors_known.h"

#include <string.h>

// Keys as vendor_key makes them, separated by spaces.
static const struct {
	struct alternative what;
	struct str keys;
} ALTERNATIVES[] = {
	{ { STR_INIT("status-quo"), STR_INIT("Status quo") },
		STR_INIT("statusquo none nodecision donothing nothing didnothing "
			 "doingnothing "
			 "nochange notool notools nosolution nosystem staywithcurrent "
			 "stayedwithcurrent currentprocess existingprocess manual "
			 "manualprocess keine keiner kein nichts nichtstun "
			 "keineentscheidung keinwechsel bestand") },
	{ { STR_INIT("greenfield"), STR_INIT("Greenfield") },
		STR_INIT("greenfield nonegreenfield newprocess gruenewiese grünewiese") },
	{ { STR_INIT("custom-build"), STR_INIT("Custom build") },
		STR_INIT("custombuild custombuilt customsolution customtool inhouse "
			 "inhousebuild inhousebuilt inhousesolution inhousetool "
			 "builtinhouse "
			 "buildinhouse internal internalbuild internaltool internalwiki "
			 "internalsolution internaldevelopment builtinternally "
			 "buildinternally homegrown homebuilt selfbuilt selfmade diy "
			 "ownbuild owntool ownsolution eigenentwicklung eigenbau "
			 "eigenlösung eigeneloesung eigenelösung interneslösung wiki") },
	{ { STR_INIT("spreadsheets"), STR_INIT("Spreadsheets") },
		STR_INIT("spreadsheet spreadsheets excel msexcel microsoftexcel "
			 "excelspreadsheet excelspreadsheets googlesheet googlesheets "
			 "sheets "
			 "excelliste excellisten tabellen") },
	{ { STR_INIT("documents"), STR_INIT("Office documents") },
		STR_INIT("googledocs googledoc googledrive googledocsdrive gdocs gdrive "
			 "googleworkspace sharepoint mssharepoint microsoftsharepoint "
			 "onedrive shareddrive sharedfolder fileshare networkdrive "
			 "worddocuments word msword netzlaufwerk email emails") },
	{ { STR_INIT("paper"), STR_INIT("Paper") },
		STR_INIT("paper papers penpaper pencilpaper paperlog paperlogbook "
			 "paperforms "
			 "paperprocess onpaper binder binders whiteboard papier "
			 "papierbuch stiftpapier klemmbrett") },
	{ { STR_INIT("bundle"), STR_INIT("Bundle already paid for") },
		STR_INIT("bundle bundled suitebundle alreadyincluded includedinsuite "
			 "freewithsuite") },
};

// A word that decides at either end of a name: "Microsoft 365 bundle", "In-house build
// v2".
static const struct {
	struct str word;
	struct str id;
} TELLING[] = {
	{ STR_INIT("bundle"), STR_INIT("bundle") },
	{ STR_INIT("bundled"), STR_INIT("bundle") },
	{ STR_INIT("greenfield"), STR_INIT("greenfield") },
	{ STR_INIT("spreadsheet"), STR_INIT("spreadsheets") },
	{ STR_INIT("spreadsheets"), STR_INIT("spreadsheets") },
	{ STR_INIT("statusquo"), STR_INIT("status-quo") },
	{ STR_INIT("nodecision"), STR_INIT("status-quo") },
	{ STR_INIT("inhouse"), STR_INIT("custom-build") },
	{ STR_INIT("homegrown"), STR_INIT("custom-build") },
	{ STR_INIT("custombuild"), STR_INIT("custom-build") },
	{ STR_INIT("eigenentwicklung"), STR_INIT("custom-build") },
};

static const struct str BLANKS = STR_INIT(
	"na ka unknown unbekannt tbd tba tbc notapplicable notknown notsure notspecified "
	"notprovided notavailable dontknow null nil nan blank empty noneknown "
	"nocompetitor "
	"nocompetitors nocompetition uncontested solesource keinwettbewerber "
	"keinmitbewerber keinwettbewerb xxx test");

static const struct str GENERIC = STR_INIT(
	"other others misc miscellaneous various multiple several competitor competition "
	"incumbent existing existingvendor existingtool current currentvendor "
	"currenttool "
	"vendor sonstige sonstiges andere anderer diverse verschiedene wettbewerber");

static const struct str LEGAL = STR_INIT(
	"inc incorporated gmbh mbh ltd limited llc llp lp corp corporation co company ag "
	"se "
	"sa sas sarl srl bv nv ab oy oyj as aps plc pty kg kgaa ohg spa kk ug ev");

static bool listed(struct str list, struct str word)
{
	struct str one;
	while (str_split(&list, ' ', &one))
		if (str_eq(one, word))
			return true;
	return false;
}

// The words of a spelling in lower case, side by side in one buffer.
struct words {
	struct str at[VENDOR_WORDS_MAX];
	size_t count;
	char room[VENDOR_KEY_MAX];
	size_t used;
};

static bool put_letter(struct words *w, uint32_t c)
{
	char bytes[4];
	size_t len = utf8_put(utf8_fold(c), bytes);
	if (w->used + len > sizeof w->room)
		return false;
	memcpy(w->room + w->used, bytes, len);
	w->used += len;
	return true;
}

static bool is_letter(uint32_t c)
{
	return c < 0x80 ? byte_is_word((char)c) : utf8_is_letter(c);
}

static void cut_words(struct str s, struct words *w)
{
	size_t from = 0;
	bool inside = false;
	for (size_t at = 0; at < s.len && w->count < VENDOR_WORDS_MAX;) {
		uint32_t c = utf8_next(s, &at);
		bool letter = is_letter(c);
		if (c == '\'' || c == 0x2019)
			continue; // "Lowe's" is one word
		if (letter && !inside)
			from = w->used;
		if (letter && !put_letter(w, c))
			break;
		if (inside && !letter)
			w->at[w->count++] =
				(struct str){ w->room + from, w->used - from };
		inside = letter;
	}
	if (inside && w->count < VENDOR_WORDS_MAX)
		w->at[w->count++] = (struct str){ w->room + from, w->used - from };
}

static bool is_joiner(struct str word)
{
	return str_eq(word, S("and")) || str_eq(word, S("und"));
}

// The words that make the name, with `between` between them.
static size_t put_name(struct str spelling, struct str between, char *out)
{
	struct words w = { 0 };
	spelling = str_trim(spelling);
	if (str_ends_nocase(spelling, S(".com")) || str_ends_nocase(spelling, S(".io")))
		while (spelling.at[--spelling.len] != '.')
			;
	cut_words(spelling, &w);
	size_t first = w.count > 1 && str_eq(w.at[0], S("the"));
	while (w.count > first + 1 && listed(LEGAL, w.at[w.count - 1]))
		w.count--;
	size_t len = 0;
	for (size_t i = first; i < w.count; i++) {
		if (w.count - first > 1 && is_joiner(w.at[i]))
			continue;
		if (len && between.len) {
			memcpy(out + len, between.at, between.len);
			len += between.len;
		}
		memcpy(out + len, w.at[i].at, w.at[i].len);
		len += w.at[i].len;
	}
	return len;
}

struct str vendor_key(struct str spelling, char out[VENDOR_KEY_MAX])
{
	return (struct str){ out, put_name(spelling, (struct str){ 0 }, out) };
}

struct str vendor_id(struct str spelling, char out[VENDOR_ID_MAX])
{
	return (struct str){ out, put_name(spelling, S("-"), out) };
}

bool vendor_is_blank(struct str key)
{
	return !key.len || listed(BLANKS, key);
}

bool vendor_is_generic(struct str key)
{
	return listed(GENERIC, key);
}

static const struct alternative *alternative_by_id(struct str id)
{
	for (size_t i = 0; i < COUNT(ALTERNATIVES); i++)
		if (str_eq(ALTERNATIVES[i].what.id, id))
			return &ALTERNATIVES[i].what;
	return NULL;
}

const struct alternative *vendor_alternative(struct str key)
{
	for (size_t i = 0; i < COUNT(ALTERNATIVES); i++)
		if (listed(ALTERNATIVES[i].keys, key))
			return &ALTERNATIVES[i].what;
	return NULL;
}

const struct alternative *vendor_alternative_like(struct str key)
{
	const struct alternative *exact = vendor_alternative(key);
	for (size_t i = 0; !exact && i < COUNT(TELLING); i++)
		if (str_starts(key, TELLING[i].word) || str_ends(key, TELLING[i].word))
			return alternative_by_id(TELLING[i].id);
	return exact;
}
