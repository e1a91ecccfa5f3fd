#include "text/split_words.h"

#include "text/list.h"
#include "text/word.h"

// All in lower case, without spaces inside and without the last point.
static const char INNER[] =
	"e.g eg i.e ie cf vs v viz resp incl excl esp dr mr mrs ms prof st mt ft col "
	"sgt capt hon rev messrs mme mlle dept univ approx ca c.f a.k.a w.r.t z.b zb "
	"d.h dh u.a o.g i.d.r s.o s.u u.u v.a bzw bzgl ggf evtl inkl exkl zzgl sog gem "
	"vgl fr hrsg dipl ing dipl.-ing geb z.t z.zt m.e allg dgl entspr insb lt n.chr "
	"v.chr m.a.w u.v.m abs";
static const char FINAL[] =
	"inc ltd corp co llc plc bros jr sr etc al a.m p.m u.s u.s.a u.k e.u d.c ph.d "
	"b.v n.v s.a gmbh usw o.ä u.ä u.dgl e.v e.k mio mrd tsd std str hr hrs min "
	"mins secs max mind gen est jan feb mrz apr aug sept okt oct nov dez dec";
static const char NUMBER[] =
	"no nos nr fig figs sec ch vol vols pp p pg art abb tab kap s eq ver tel ziff "
	"aufl bd";

static const char BEGINNERS[] =
	"a all also an and as at but by every for from he here how however i if in it "
	"its it's most my no not now on once one only or our she since so some that "
	"the their then there these they this those to unlike until we we're what when "
	"where while why with without you your aber alle als auch auf aus bei da damit "
	"das dazu dem den denn der des die dies diese dieser dieses doch ein eine "
	"einen er es für hier ich ihr ihre im ist jede jeder jetzt kein keine mit nach "
	"nur ob ohne dann danach damals früher seit seitdem sie sind so sobald und "
	"unser unsere von was weil wenn wer wie wir zu zum zur";

static const char ORDINALS[] =
	"quartal halbjahr jahr jahrhundert monat woche tag platz rang klasse "
	"generation version auflage etage stock mal schritt stufe schicht phase teil "
	"person partei seite januar februar märz april mai juni juli august september "
	"oktober november dezember";

enum abbreviation abbreviation_of(struct str word)
{
	char room[WORD_MAX];
	const struct str folded = word_fold(word, room);
	struct str tight = { room, 0 };
	for (size_t i = 0; i < folded.len; i++)
		if (!byte_is_space(folded.at[i]))
			room[tight.len++] = folded.at[i];
	return list_has(INNER, tight)	 ? ABBREVIATION_INNER
	       : list_has(FINAL, tight)	 ? ABBREVIATION_FINAL
	       : list_has(NUMBER, tight) ? ABBREVIATION_NUMBER
					 : ABBREVIATION_NONE;
}

bool begins_sentences(struct str word)
{
	char room[WORD_MAX];
	return list_has(BEGINNERS, word_fold(word, room));
}

bool takes_ordinal(struct str word)
{
	char room[WORD_MAX];
	return list_has(ORDINALS, word_fold(word, room));
}
