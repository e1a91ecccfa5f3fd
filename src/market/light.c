#include "market/light.h"

// As people write them; compared by the concept of their stems.
static const char ENGLISH[] =
	"anybody anything everybody everything nobody none boss coffee joke "
	"able actual actually add afternoon ago agree allow already anyway ask asked "
	"asking bad basically be become began begin best better big bit bring brought "
	"call case certain chance come coming common couple course day days deal "
	"depend differ different eight eighteen eleven end especially evening ever "
	"exact exactly example expect explain fact fair far feel few fifteen fifth "
	"fifty finally find fine finish first five forty forward found four fourth "
	"friday friend fun general gets give given glad gone good great guy guys half "
	"happen happened happens happy hello help hi honest honestly hope hour hours "
	"hundred idea important include instead interesting kind knew knows last lead "
	"left less level life likely listen little long longer look looked looking "
	"lot main man matter maybe mean means meant meet meeting mention middle "
	"million mind minute minutes moment monday money month months morning move "
	"name near nearly need needs new nice nine ninety noon normal normally number "
	"numbers often oh ok okay old opposite others pair part people person place "
	"play please plus point possible prefer present pretty probably question "
	"questions quite ready real really reason remember result right round run "
	"running sad safe said saturday say saying says second see seem seen sense "
	"sentence serious seven side simple simply sit six sixty somebody someone "
	"something sometimes sorry special spend start started stay strange stuff "
	"sunday suppose sure surprise talk talked talking tell ten thank thanks thing "
	"things think third thirty thought thousand three thursday till time times "
	"tired today told tomorrow took top total tried true try trying tuesday turn "
	"twelve twenty twice understand usual usually wanted wants wednesday week "
	"weekend weeks welcome went wonder word words work worked working works world "
	"worse worst worth year years yeah yep yesterday zero";
static const char GERMAN[] =
	"abend acht also anders anfang anfangen antwort april august beide beispiel "
	"besser bestimmt bisschen bitte bleiben bringen danke denke denken deutlich "
	"dienstag ding dinge donnerstag drei dürfen eben eher eigentlich einfach ende "
	"endlich erste ersten fahren fall fertig finden frage fragen freitag früh "
	"fünf ganz gehen gehört genau gerade gern geschichte gestern gesagt glauben "
	"glaube gleich groß gut gute guten halb halt heißt herr hundert hören idee "
	"jahr jahre jahren jemand jung kaum kennen klar kommen kommt kurz lange "
	"lassen laufen letzte letzten mai meinen meist mensch menschen minute minuten "
	"mittag mittwoch monat monate monaten montag morgen möglich name natürlich "
	"nehmen nett neu neue neun nie oft paar platz punkt recht reden richtig sache "
	"sachen sagen sagt samstag satz schauen schlecht schon schön sechs sehen "
	"seite selbst sieben sinn sitzen sofort sonntag stehen stelle stellen stunde "
	"stunden tag tage tagen teil thema tun vielleicht vier viertel vorstellen "
	"weiter wissen woche wochen wort zahl zehn zeigen zeit zeiten ziemlich zurück "
	"zusammen zwanzig zwei zweite zwölf";

struct light {
	struct map concepts;
};

static void add_words(struct light *l, const char *words, enum tongue tongue)
{
	struct str rest = str_of(words), word;
	char fold_room[WORD_MAX], stem_room[WORD_MAX];
	while (str_split(&rest, ' ', &word)) {
		const struct str stem =
			stem_of(stem_room, word_fold(word, fold_room), tongue);
		(void)map_add(&l->concepts, concept_of(stem, tongue)); // a set
	}
}

const struct light *light_build(struct arena *a)
{
	struct light *l = ARENA_NEW(a, struct light);
	*l = (struct light){ .concepts.arena = a };
	add_words(l, ENGLISH, TONGUE_ENGLISH);
	add_words(l, GERMAN, TONGUE_GERMAN);
	return l;
}

bool light_has(const struct light *l, struct str concept)
{
	return map_find(&l->concepts, concept) != MAP_NONE;
}
