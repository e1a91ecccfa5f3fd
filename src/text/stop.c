#include "text/stop.h"

#include <string.h>

#include "text/word.h"

// Sorted bytewise, lower case.  Chosen from the grammars of both languages: articles,
// pronouns, prepositions, conjunctions, auxiliaries, the adverbs and light verbs that say
// nothing by themselves.
static const struct str ENGLISH[] = { STR_INIT("a"), STR_INIT("about"), STR_INIT("above"),
	STR_INIT("after"), STR_INIT("again"), STR_INIT("against"), STR_INIT("all"),
	STR_INIT("almost"), STR_INIT("also"), STR_INIT("although"), STR_INIT("always"),
	STR_INIT("am"), STR_INIT("among"), STR_INIT("an"), STR_INIT("and"),
	STR_INIT("another"), STR_INIT("any"), STR_INIT("anyone"), STR_INIT("anything"),
	STR_INIT("are"), STR_INIT("aren't"), STR_INIT("around"), STR_INIT("as"),
	STR_INIT("at"), STR_INIT("away"), STR_INIT("be"), STR_INIT("because"),
	STR_INIT("been"), STR_INIT("before"), STR_INIT("behind"), STR_INIT("being"),
	STR_INIT("below"), STR_INIT("between"), STR_INIT("both"), STR_INIT("but"),
	STR_INIT("by"), STR_INIT("came"), STR_INIT("can"), STR_INIT("can't"),
	STR_INIT("cannot"), STR_INIT("could"), STR_INIT("did"), STR_INIT("didn't"),
	STR_INIT("do"), STR_INIT("does"), STR_INIT("doesn't"), STR_INIT("doing"),
	STR_INIT("don't"), STR_INIT("done"), STR_INIT("down"), STR_INIT("during"),
	STR_INIT("each"), STR_INIT("either"), STR_INIT("else"), STR_INIT("enough"),
	STR_INIT("even"), STR_INIT("ever"), STR_INIT("every"), STR_INIT("everyone"),
	STR_INIT("everything"), STR_INIT("few"), STR_INIT("for"), STR_INIT("from"),
	STR_INIT("further"), STR_INIT("get"), STR_INIT("gets"), STR_INIT("getting"),
	STR_INIT("give"), STR_INIT("go"), STR_INIT("goes"), STR_INIT("got"),
	STR_INIT("had"), STR_INIT("has"), STR_INIT("hasn't"), STR_INIT("have"),
	STR_INIT("haven't"), STR_INIT("having"), STR_INIT("he"), STR_INIT("her"),
	STR_INIT("here"), STR_INIT("hers"), STR_INIT("herself"), STR_INIT("him"),
	STR_INIT("himself"), STR_INIT("his"), STR_INIT("how"), STR_INIT("however"),
	STR_INIT("i"), STR_INIT("i'm"), STR_INIT("if"), STR_INIT("in"), STR_INIT("into"),
	STR_INIT("is"), STR_INIT("isn't"), STR_INIT("it"), STR_INIT("it's"),
	STR_INIT("its"), STR_INIT("itself"), STR_INIT("just"), STR_INIT("keep"),
	STR_INIT("know"), STR_INIT("least"), STR_INIT("less"), STR_INIT("let"),
	STR_INIT("let's"), STR_INIT("like"), STR_INIT("made"), STR_INIT("make"),
	STR_INIT("makes"), STR_INIT("making"), STR_INIT("many"), STR_INIT("may"),
	STR_INIT("me"), STR_INIT("might"), STR_INIT("mine"), STR_INIT("more"),
	STR_INIT("most"), STR_INIT("much"), STR_INIT("must"), STR_INIT("my"),
	STR_INIT("myself"), STR_INIT("neither"), STR_INIT("never"), STR_INIT("next"),
	STR_INIT("no"), STR_INIT("none"), STR_INIT("nor"), STR_INIT("not"),
	STR_INIT("nothing"), STR_INIT("now"), STR_INIT("of"), STR_INIT("off"),
	STR_INIT("often"), STR_INIT("on"), STR_INIT("once"), STR_INIT("one"),
	STR_INIT("only"), STR_INIT("onto"), STR_INIT("or"), STR_INIT("other"),
	STR_INIT("others"), STR_INIT("our"), STR_INIT("ours"), STR_INIT("ourselves"),
	STR_INIT("out"), STR_INIT("over"), STR_INIT("own"), STR_INIT("per"),
	STR_INIT("perhaps"), STR_INIT("put"), STR_INIT("quite"), STR_INIT("rather"),
	STR_INIT("really"), STR_INIT("same"), STR_INIT("see"), STR_INIT("seem"),
	STR_INIT("several"), STR_INIT("shall"), STR_INIT("she"), STR_INIT("should"),
	STR_INIT("since"), STR_INIT("so"), STR_INIT("some"), STR_INIT("someone"),
	STR_INIT("something"), STR_INIT("soon"), STR_INIT("still"), STR_INIT("such"),
	STR_INIT("take"), STR_INIT("than"), STR_INIT("that"), STR_INIT("that's"),
	STR_INIT("the"), STR_INIT("their"), STR_INIT("theirs"), STR_INIT("them"),
	STR_INIT("themselves"), STR_INIT("then"), STR_INIT("there"), STR_INIT("there's"),
	STR_INIT("therefore"), STR_INIT("these"), STR_INIT("they"), STR_INIT("they're"),
	STR_INIT("thing"), STR_INIT("things"), STR_INIT("this"), STR_INIT("those"),
	STR_INIT("though"), STR_INIT("through"), STR_INIT("throughout"), STR_INIT("thus"),
	STR_INIT("to"), STR_INIT("together"), STR_INIT("too"), STR_INIT("toward"),
	STR_INIT("towards"), STR_INIT("two"), STR_INIT("under"), STR_INIT("until"),
	STR_INIT("up"), STR_INIT("upon"), STR_INIT("us"), STR_INIT("use"),
	STR_INIT("used"), STR_INIT("uses"), STR_INIT("using"), STR_INIT("very"),
	STR_INIT("via"), STR_INIT("want"), STR_INIT("was"), STR_INIT("wasn't"),
	STR_INIT("way"), STR_INIT("we"), STR_INIT("we'll"), STR_INIT("we're"),
	STR_INIT("we've"), STR_INIT("well"), STR_INIT("were"), STR_INIT("weren't"),
	STR_INIT("what"), STR_INIT("what's"), STR_INIT("whatever"), STR_INIT("when"),
	STR_INIT("whenever"), STR_INIT("where"), STR_INIT("wherever"),
	STR_INIT("whether"), STR_INIT("which"), STR_INIT("while"), STR_INIT("who"),
	STR_INIT("whole"), STR_INIT("whom"), STR_INIT("whose"), STR_INIT("why"),
	STR_INIT("will"), STR_INIT("with"), STR_INIT("within"), STR_INIT("without"),
	STR_INIT("won't"), STR_INIT("would"), STR_INIT("yes"), STR_INIT("yet"),
	STR_INIT("you"), STR_INIT("you'll"), STR_INIT("you're"), STR_INIT("you've"),
	STR_INIT("your"), STR_INIT("yours"), STR_INIT("yourself"),
	STR_INIT("yourselves") };

static const struct str GERMAN[] = { STR_INIT("aber"), STR_INIT("alle"),
	STR_INIT("allem"), STR_INIT("allen"), STR_INIT("aller"), STR_INIT("alles"),
	STR_INIT("als"), STR_INIT("also"), STR_INIT("am"), STR_INIT("an"),
	STR_INIT("ander"), STR_INIT("andere"), STR_INIT("anderem"), STR_INIT("anderen"),
	STR_INIT("anderer"), STR_INIT("anderes"), STR_INIT("auch"), STR_INIT("auf"),
	STR_INIT("aus"), STR_INIT("außer"), STR_INIT("bald"), STR_INIT("bei"),
	STR_INIT("beide"), STR_INIT("beiden"), STR_INIT("beim"), STR_INIT("bereits"),
	STR_INIT("bin"), STR_INIT("bis"), STR_INIT("bist"), STR_INIT("bleibt"),
	STR_INIT("da"), STR_INIT("dabei"), STR_INIT("dadurch"), STR_INIT("dafür"),
	STR_INIT("dagegen"), STR_INIT("daher"), STR_INIT("damit"), STR_INIT("danach"),
	STR_INIT("dann"), STR_INIT("daran"), STR_INIT("darauf"), STR_INIT("daraus"),
	STR_INIT("darf"), STR_INIT("darin"), STR_INIT("darum"), STR_INIT("darüber"),
	STR_INIT("das"), STR_INIT("dass"), STR_INIT("davon"), STR_INIT("davor"),
	STR_INIT("dazu"), STR_INIT("daß"), STR_INIT("dein"), STR_INIT("deine"),
	STR_INIT("deinem"), STR_INIT("deinen"), STR_INIT("deiner"), STR_INIT("deines"),
	STR_INIT("dem"), STR_INIT("den"), STR_INIT("denen"), STR_INIT("denn"),
	STR_INIT("dennoch"), STR_INIT("der"), STR_INIT("deren"), STR_INIT("des"),
	STR_INIT("deshalb"), STR_INIT("dessen"), STR_INIT("dich"), STR_INIT("die"),
	STR_INIT("dies"), STR_INIT("diese"), STR_INIT("diesem"), STR_INIT("diesen"),
	STR_INIT("dieser"), STR_INIT("dieses"), STR_INIT("dir"), STR_INIT("doch"),
	STR_INIT("dort"), STR_INIT("du"), STR_INIT("durch"), STR_INIT("eben"),
	STR_INIT("ebenso"), STR_INIT("ein"), STR_INIT("eine"), STR_INIT("einem"),
	STR_INIT("einen"), STR_INIT("einer"), STR_INIT("eines"), STR_INIT("einfach"),
	STR_INIT("einmal"), STR_INIT("er"), STR_INIT("erst"), STR_INIT("es"),
	STR_INIT("etwa"), STR_INIT("etwas"), STR_INIT("euch"), STR_INIT("euer"),
	STR_INIT("eure"), STR_INIT("eurem"), STR_INIT("euren"), STR_INIT("eurer"),
	STR_INIT("für"), STR_INIT("ganz"), STR_INIT("gar"), STR_INIT("geben"),
	STR_INIT("gegen"), STR_INIT("gegenüber"), STR_INIT("gehen"), STR_INIT("geht"),
	STR_INIT("genau"), STR_INIT("gibt"), STR_INIT("habe"), STR_INIT("haben"),
	STR_INIT("hat"), STR_INIT("hatte"), STR_INIT("hatten"), STR_INIT("her"),
	STR_INIT("hier"), STR_INIT("hin"), STR_INIT("hinter"), STR_INIT("ich"),
	STR_INIT("ihm"), STR_INIT("ihn"), STR_INIT("ihnen"), STR_INIT("ihr"),
	STR_INIT("ihre"), STR_INIT("ihrem"), STR_INIT("ihren"), STR_INIT("ihrer"),
	STR_INIT("ihres"), STR_INIT("im"), STR_INIT("immer"), STR_INIT("in"),
	STR_INIT("indem"), STR_INIT("ins"), STR_INIT("ist"), STR_INIT("ja"),
	STR_INIT("je"), STR_INIT("jede"), STR_INIT("jedem"), STR_INIT("jeden"),
	STR_INIT("jeder"), STR_INIT("jedes"), STR_INIT("jedoch"), STR_INIT("jemand"),
	STR_INIT("jene"), STR_INIT("jenem"), STR_INIT("jenen"), STR_INIT("jener"),
	STR_INIT("jenes"), STR_INIT("jetzt"), STR_INIT("kann"), STR_INIT("kannst"),
	STR_INIT("kein"), STR_INIT("keine"), STR_INIT("keinem"), STR_INIT("keinen"),
	STR_INIT("keiner"), STR_INIT("können"), STR_INIT("könnt"), STR_INIT("könnte"),
	STR_INIT("könnten"), STR_INIT("lassen"), STR_INIT("lässt"), STR_INIT("machen"),
	STR_INIT("macht"), STR_INIT("man"), STR_INIT("manche"), STR_INIT("mehr"),
	STR_INIT("mein"), STR_INIT("meine"), STR_INIT("meinem"), STR_INIT("meinen"),
	STR_INIT("meiner"), STR_INIT("mich"), STR_INIT("mir"), STR_INIT("mit"),
	STR_INIT("muss"), STR_INIT("müssen"), STR_INIT("nach"), STR_INIT("nachdem"),
	STR_INIT("neben"), STR_INIT("nein"), STR_INIT("nicht"), STR_INIT("nichts"),
	STR_INIT("nie"), STR_INIT("niemand"), STR_INIT("noch"), STR_INIT("nun"),
	STR_INIT("nur"), STR_INIT("ob"), STR_INIT("oder"), STR_INIT("ohne"),
	STR_INIT("schon"), STR_INIT("sehr"), STR_INIT("sein"), STR_INIT("seine"),
	STR_INIT("seinem"), STR_INIT("seinen"), STR_INIT("seiner"), STR_INIT("seines"),
	STR_INIT("seit"), STR_INIT("selbst"), STR_INIT("sich"), STR_INIT("sie"),
	STR_INIT("sind"), STR_INIT("so"), STR_INIT("sobald"), STR_INIT("solche"),
	STR_INIT("solchen"), STR_INIT("sollen"), STR_INIT("sollte"), STR_INIT("sollten"),
	STR_INIT("somit"), STR_INIT("sondern"), STR_INIT("sonst"), STR_INIT("soweit"),
	STR_INIT("sowie"), STR_INIT("sowohl"), STR_INIT("statt"), STR_INIT("stets"),
	STR_INIT("um"), STR_INIT("und"), STR_INIT("uns"), STR_INIT("unser"),
	STR_INIT("unsere"), STR_INIT("unserem"), STR_INIT("unseren"), STR_INIT("unserer"),
	STR_INIT("unseres"), STR_INIT("unter"), STR_INIT("viel"), STR_INIT("viele"),
	STR_INIT("vielen"), STR_INIT("vom"), STR_INIT("von"), STR_INIT("vor"),
	STR_INIT("wann"), STR_INIT("war"), STR_INIT("waren"), STR_INIT("warum"),
	STR_INIT("was"), STR_INIT("weder"), STR_INIT("wegen"), STR_INIT("weil"),
	STR_INIT("weitere"), STR_INIT("weiteren"), STR_INIT("weiterer"),
	STR_INIT("welche"), STR_INIT("welchem"), STR_INIT("welchen"), STR_INIT("welcher"),
	STR_INIT("welches"), STR_INIT("wenn"), STR_INIT("wer"), STR_INIT("werden"),
	STR_INIT("weshalb"), STR_INIT("wie"), STR_INIT("wieder"), STR_INIT("wir"),
	STR_INIT("wird"), STR_INIT("wo"), STR_INIT("wobei"), STR_INIT("wodurch"),
	STR_INIT("wohl"), STR_INIT("wollen"), STR_INIT("worden"), STR_INIT("wurde"),
	STR_INIT("wurden"), STR_INIT("während"), STR_INIT("würde"), STR_INIT("würden"),
	STR_INIT("zu"), STR_INIT("zum"), STR_INIT("zur"), STR_INIT("zusammen"),
	STR_INIT("zwar"), STR_INIT("zwischen"), STR_INIT("über") };

// Where the words of each letter begin, and behind those of z; a test counts them.
static const uint16_t ENGLISH_FROM[STOP_LETTERS + 1] = { 0, 25, 36, 41, 51, 60, 64, 71,
	87, 98, 99, 101, 106, 121, 130, 147, 150, 151, 153, 168, 198, 207, 209, 241, 241,
	251, 251 };
static const uint16_t GERMAN_FROM[STOP_LETTERS + 1] = { 0, 20, 30, 30, 81, 102, 103, 112,
	121, 137, 152, 163, 165, 180, 191, 194, 194, 194, 194, 222, 222, 232, 238, 273,
	273, 273, 279 };

const struct stop_list stop_lists[] = {
	{ ENGLISH, COUNT(ENGLISH), ENGLISH_FROM, STOP_ENGLISH },
	{ GERMAN, COUNT(GERMAN), GERMAN_FROM, STOP_GERMAN },
};

// Among the words with its first letter, of which few have its length.
static bool is_in(const struct stop_list *list, struct str word)
{
	const size_t letter = (unsigned char)word.at[0] - (size_t)'a';
	const size_t first = list->from[letter < STOP_LETTERS ? letter : STOP_LETTERS];
	const size_t end = letter < STOP_LETTERS ? list->from[letter + 1] : list->count;
	const char last = word.at[word.len - 1];
	for (size_t i = first; i < end; i++) {
		const struct str one = list->at[i];
		if (one.len == word.len && one.at[one.len - 1] == last &&
			!memcmp(one.at, word.at, one.len))
			return true;
	}
	return false;
}

unsigned stop_of(struct str folded)
{
	enum { LONGEST = 12 }; // of both lists, in bytes
	unsigned tongues = 0;
	if (!folded.len || folded.len > LONGEST)
		return 0;
	for (size_t i = 0; i < COUNT(stop_lists); i++)
		tongues |= is_in(&stop_lists[i], folded) ? stop_lists[i].tongue : 0;
	return tongues;
}

// Letters of German that English does not have: ä ö ü ß and their capitals.
static bool has_german_letter(struct str word)
{
	static const char GERMAN_TAILS[] = "\xa4\xb6\xbc\x9f\x84\x96\x9c";
	for (size_t i = 0; i + 1 < word.len; i++)
		if ((unsigned char)word.at[i] == 0xc3 &&
			strchr(GERMAN_TAILS, word.at[i + 1]))
			return true;
	return false;
}

enum tongue tongue_of(struct str text)
{
	size_t english = 0, german = 0, at = 0;
	struct word w;
	char room[WORD_MAX];
	while (word_next(text, &at, &w)) {
		const struct str word = word_cut(text, w);
		const unsigned tongues = stop_of(word_fold(word, room));
		english += tongues == STOP_ENGLISH;
		german += tongues == STOP_GERMAN;
		german += (w.flags & WORD_FOREIGN) && has_german_letter(word);
	}
	return german > english ? TONGUE_GERMAN : TONGUE_ENGLISH;
}
