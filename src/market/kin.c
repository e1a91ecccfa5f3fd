#include "market/kin.h"

// One group a line; words as people write them, English and German apart.  A word stands
// in one group only.
static const struct {
	const char *english, *german;
} GROUPS[] = {
	{ "lose lost losing miss missing disappear vanish gone drop dropped slip",
		"verlieren verloren verliert verschwinden verschwunden fehlen fehlt "
		"weg" },
	{ "search searching look looking find finding found hunt dig seek locate leaf "
	  "browse",
		"suchen sucht gesucht finden findet gefunden blättern durchblättern "
		"durchsuchen" },
	{ "wait waiting queue stand standing delay delayed late idle",
		"warten wartet wartezeit schlange stehen stehend verspätung verzögerung "
		"spät" },
	{ "type typing typed write writing written copy copying enter entered entry "
	  "manual hand handwriting handwritten key note notes",
		"tippen tippt getippt abtippen schreiben schreibt geschrieben eintragen "
		"eingetragen erfassen handschrift handschriftlich händisch hand notiz" },
	{ "paper sheet binder folder form printout notebook clipboard logbook pen pad "
	  "archive sticky",
		"papier zettel blatt ordner formular ausdruck klemmbrett stift archiv "
		"schichtbuch" },
	{ "spreadsheet excel table list sharepoint", "tabelle excel liste sharepoint" },
	{ "audit auditor inspector inspection regulator authority inspect",
		"audit auditor prüfer prüfung inspektion behörde aufsicht" },
	{ "network internet connection signal wifi coverage offline online connectivity "
	  "bandwidth reception radio",
		"netz netzwerk internet verbindung empfang wlan offline abdeckung "
		"funkloch "
		"funk" },
	{ "phone phoning telephone call calling mobile ring",
		"telefon telefonieren anrufen anruf handy" },
	{ "quit leave leaving resign turnover attrition fluctuation",
		"kündigen kündigt kündigung fluktuation gehen" },
	{ "language languages speak spoken translate translation translator foreign",
		"sprache sprachen sprechen spricht übersetzen übersetzung dolmetscher" },
	{ "price pricing cost costs expensive budget pay paying paid fee invoice spend",
		"preis kosten kostet teuer budget zahlen zahlt bezahlen gebühr "
		"rechnung" },
	{ "employee employees staff people worker workers team crew operator operators "
	  "colleague personnel workforce frontline",
		"mitarbeiter personal leute team belegschaft kollegen mannschaft "
		"bediener "
		"beschäftigte" },
	{ "wrong incorrect error mistake fault faulty false correct correction",
		"falsch fehler fehlerhaft korrigieren stimmen stimmt unrichtig" },
	{ "tell told inform informed hear heard say aware communicate communication "
	  "learn verbal mouth talk",
		"sagen sagt gesagt erfahren erfährt informieren informiert mitteilen "
		"mündlich kommunikation reden" },
	{ "arrive arrival come coming show", "ankommen kommen kommt eintreffen ankunft" },
	{ "password login logon signon sso credential account authentication badge "
	  "directory",
		"passwort anmeldung anmelden login konto einmalanmeldung "
		"authentifizierung "
		"verzeichnis" },
	{ "schedule scheduling slot appointment calendar booking book reserve",
		"termin terminplan zeitfenster buchen gebucht kalender reservieren" },
	{ "twice double duplicate redundant repeat again",
		"doppelt zweimal doppelung doppeleingabe erneut nochmal" },
	{ "complete whole entire gap incomplete full",
		"vollständig lücke lückenlos unvollständig ganz" },
	{ "site plant factory facility location building warehouse branch",
		"standort werk fabrik gebäude lager filiale niederlassung" },
	{ "hall floor room area shopfloor basement", "halle raum bereich keller" },
	{ "minute minutes hour hours day days week weeks month",
		"minute minuten stunde stunden stundenlang tag tage woche wochen "
		"wochenlang "
		"monat" },
	{ "engage engaged engagement disengaged motivate motivated motivation "
	  "demotivated morale appreciate appreciated valued empower",
		"motivation motiviert demotiviert engagement engagiert wertschätzung "
		"geschätzt stimmung" },
	{ "train training learn onboard onboarding introduction course",
		"schulung schulen lernen einarbeitung einweisung einführung" },
	{ "prove proof evidence demonstrate verify document documentation record",
		"beweisen beweis nachweis nachweisen belegen beleg dokumentation "
		"aufzeichnung" },
	{ "change changed changes alter adjust setting settings modify",
		"ändern geändert änderung einstellung einstellungen umstellen "
		"verstellt" },
	{ "handover handoff hand-over pass passed",
		"übergabe übergeben schichtübergabe" },
	{ "share divide split distribute", "teilen aufteilen verteilen verteile" },
	{ "system software tool application program app",
		"system software werkzeug anwendung programm app" },
	{ "driver carrier trucker courier forwarder",
		"fahrer spediteur spedition kurier" },
	{ "truck lorry vehicle van", "lkw lastwagen fahrzeug transporter" },
	{ "slow sluggish long lengthy", "langsam lang lange zäh" },
	{ "break breaks broken breakdown stop stops stopped crash down outage downtime",
		"ausfall ausfallen kaputt stillstand störung steht abgestürzt" },
	{ "security breach attack privacy protect",
		"sicherheit angriff datenschutz schutz" },
	{ "integrate integration interface connect connector api",
		"integration schnittstelle anbinden anbindung verbinden" },
	{ "report reporting dashboard chart figure figures statistic",
		"bericht auswertung dashboard kennzahl kennzahlen statistik" },
	{ "customer client account buyer", "kunde kunden mandant" },
	{ "temp temps temporary agency contractor", "leiharbeiter zeitarbeit aushilfe" },
	{ "maintenance repair fix service technician",
		"wartung instandhaltung reparatur reparieren techniker" },
	{ "salary wage payslip payroll pay-slip",
		"lohn gehalt abrechnung lohnabrechnung" },
	{ "version release edition", "version fassung stand ausgabe" },
	{ "night nights overnight", "nacht nachts nachtschicht" },
	{ "morning early", "morgen früh morgens frühschicht" },
	{ "supplier manufacturer", "lieferant hersteller" },
	{ "small little tiny", "klein klein kleine kleinen kleiner" },
	{ "big large huge", "groß große großen riesig" },
	{ "order orders purchase", "bestellung auftrag bestellen" },
	{ "delivery deliver shipment ship", "lieferung liefern versand sendung" },
	{ "quality", "qualität" },
	{ "batch lot", "charge los" },
	{ "label tag", "etikett kennzeichnung" },
	{ "approval approve release sign-off", "freigabe freigeben genehmigung" },
	{ "deadline due", "frist fällig" },
	{ "rule law regulation compliance", "gesetz vorschrift richtlinie regel" },
	{ "stock inventory", "bestand vorrat inventar" },
	{ "photo picture image", "foto bild" },
	{ "email mail inbox", "e-mail mail postfach" },
};

_Static_assert(COUNT(GROUPS) < KIN_MAX, "need.c keeps groups in 64 bits");

struct kin {
	struct map stems;
	uint8_t *group;
	size_t room;
};

static void add_words(struct kin *k, struct arena *a, const char *words,
	enum tongue tongue, uint8_t group)
{
	struct str rest = str_of(words), word;
	char fold_room[WORD_MAX], stem_room[WORD_MAX];
	while (str_split(&rest, ' ', &word)) {
		const struct str stem =
			stem_of(stem_room, word_fold(word, fold_room), tongue);
		const size_t before = k->stems.count;
		const size_t at = map_add(&k->stems, concept_of(stem, tongue));
		if (at < before)
			continue; // the first group that has it
		while (k->room <= at)
			k->group = arena_more(
				a, k->group, k->room, &k->room, sizeof *k->group);
		k->group[at] = group;
	}
}

const struct kin *kin_build(struct arena *a)
{
	struct kin *k = ARENA_NEW(a, struct kin);
	*k = (struct kin){ .stems.arena = a };
	for (size_t i = 0; i < COUNT(GROUPS); i++) {
		add_words(k, a, GROUPS[i].english, TONGUE_ENGLISH, (uint8_t)(i + 1));
		add_words(k, a, GROUPS[i].german, TONGUE_GERMAN, (uint8_t)(i + 1));
	}
	return k;
}

unsigned kin_of(const struct kin *k, struct str concept)
{
	const size_t at = map_find(&k->stems, concept);
	return at == MAP_NONE ? KIN_NONE : k->group[at];
}
