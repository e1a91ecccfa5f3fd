#include "text/common.h"

#include "text/list.h"
#include "text/stop.h"

/*
 * Common nouns, verbs and adjectives, days, months, colours, animals, plants, weather and
 * the words of offices and software: what companies are named after.
 */
// C compilers promise string literals of 4095 bytes, so the list is in two halves.
static const char A_TO_K[] =
	"able access account acorn action active age agenda agile air alert alloy "
	"alpha amber anchor angle answer apex apple april arc arch area ark arm "
	"army arrow art ascend ash aspect asset atlas atom attic audit august aura "
	"autumn axis back badge balance ball band bank banner bar bare bark base "
	"basecamp basic basin basis basket bay beach beacon beam bean bear beat "
	"bell bench bend berry best beta better bill bird bit black blade blank "
	"blaze blend block bloom blue board boat body bold bolt bond bone book "
	"boost border boss bottle boulder bounce bow box branch brand brave bread "
	"break breeze brick bridge brief bright broad bronze brook brown brush "
	"bubble bud buffer bug build bulb bull bundle burst bus bush business "
	"butter button buzz cabin cable cactus calendar call calm camp candle "
	"candor canvas canyon cape card care cargo carrot case cash cast castle "
	"catalyst cedar cell center central chain chair chance change channel chart "
	"chat check cherry chess choice chord chorus circle city claim clarity "
	"class clay clean clear clever cliff climb clip clock close cloud clover "
	"club coach coal coast cobalt code coffee coil coin cold comet comfort "
	"common compass complete concert concord connect console contact content "
	"context control copper copy coral cord core corner cosmos cotton count "
	"course court cove cover craft crane crater cream crest crew crisp cross "
	"crowd crown crystal cube current curve customer cycle daily dart dash data "
	"dawn day deal deck deed deep deer delight delta demand den desk dew dial "
	"diamond dice digest dive dock dome door dot dove draft dragon draw dream "
	"drift drive drop drum dual dune dusk dust eagle early earth ease east easy "
	"echo eclipse edge effect elastic element elm ember emerald energy engage "
	"engine essential even event every evolve exact expert express eye fable "
	"fabric face fair falcon fall fame farm fast feather fence fern field "
	"figure file film final finance find fine finger fir fire first fish fit "
	"five fix flag flame flare flash fleet flex flight flint float flock flood "
	"floor flow flower fluid flux fly focus fog fold follow foot force forest "
	"forge fork form fort forward fossil foundation four fox frame free fresh "
	"friday frog front frost fruit fuel full fuse fusion future galaxy game "
	"garden gate gather gear gem gems general genius gentle giant gift glacier "
	"glass glide globe glow go goal gold gong good grace grain grand granite "
	"grape graph grass gravity great green grid grip ground group grove grow "
	"growth guard guide gusto hack halo hammer hand handle happy harbor harbour "
	"hard harvest hatch haven hawk hazel head heap heart heat height hello helm "
	"hero hex high highlight hill hint hive hold home honey hook hope horizon "
	"horn horse host hour house hub human hunter ice icon idea impact inbox "
	"index indigo infinite ink insight instant integral intercom iron island "
	"ivory ivy jade jam january jar jet jewel join joint journey joy jump june "
	"jungle juniper just keen keep kernel key kind king kit kite knot";
static const char L_TO_Z[] =
	"lab ladder lake lamp land lane lantern lark last later lattice launch lava "
	"layer lead leaf leap learn ledger legend lemon lens level lever light lily "
	"lime line linear link lion list little live lock loft log logic loom loop "
	"lotus loud love lucid luck lumen lunar lynx made magic magnet mail main "
	"make mango manual map maple marble march mark market mast master match "
	"matter maze meadow meet mellow memo mention merge merit mesh message metal "
	"meteor meter method metric mica mile mill mind mine mint mirror mist mix "
	"mode model modern moment monday monitor month moon moss motion motive "
	"mountain move muse music narrow native nature near neat neon nest net new "
	"next nice night nimble node noon north note notion nova november now "
	"number oak oasis ocean october office olive omega onward onyx opal open "
	"option orange orbit orchard orchid order origin otter outlook oven over "
	"owl oxide oyster pace pact page paint pal palm panda panel paper parade "
	"park part partner pass patch path pattern pause peak pearl pebble pen "
	"penguin people pepper perch perfect petal phase pilot pin pine pink "
	"pioneer pipe pitch pivot pixel place plain plan plane planet plant "
	"platform plausible play plaza plot plum plus pocket point pole polish pond "
	"pool poppy port portal post power present press prime print prism pro "
	"process product profile project prompt proof proper proto pulse pump pure "
	"purple push puzzle quantum quarry quartz queen quest quick quiet quill "
	"quilt rabbit race radar radius raft rail rain rally ram ramp range rapid "
	"raven ray reach react ready real rebel record red reef reflect relay "
	"remote render report reserve response rest reveal ridge right ring ripple "
	"rise river road robin rock rocket root rope rose round route row royal "
	"ruby rule run rush saga sage sail salt sand sapphire satellite saturday "
	"savage scale scene scope scout screen scribe sea seal search season seat "
	"second secret seed segment select sense sequence seven shade shadow shape "
	"share sharp shell shield shift shine ship shop shore short show side "
	"sierra sight sign signal silk silver simple six sketch skill sky slack "
	"slate sleek slice slide slim slope small smart smooth snap snow social "
	"socket soft solar solid solo solution sonar sonic soul sound source south "
	"space spark sparrow spectrum speed sphere spike spin spiral spirit splash "
	"spoke spot spring sprint sprout spruce square squirrel stack staff stage "
	"stamp standard star start state station stay steady steam steel stellar "
	"stem step stitch stock stone store storm story straight stream street "
	"strike string stripe strong studio study style success sugar suite summer "
	"summit sun sunday super support sure surf surface survey swan sweet swift "
	"switch symbol sync system table tack tag tail talent talk tally tandem "
	"tank tap target task team tempo ten tent terminal terra test text thing "
	"think thread three thrive thunder thursday ticket tide tiger tilt timber "
	"time tiny title today token tomorrow tone tool top topic torch total touch "
	"tower town trace track trade trail train transit transparent travel tray "
	"tree trend tribe trim trip true trust tulip tune tunnel turn turtle twig "
	"twin twist two umbrella union unit unity up upper urban valley value "
	"vanilla vault vector velvet venture verse vertex vessel view villa vine "
	"violet vision vista vital vivid voice volt volume voyage wagon walk wall "
	"walnut warm watch water wave way weather web wednesday week weld well west "
	"whale wheat wheel white whole wide wild willow wind window wing winter "
	"wire wise wish wolf wonder wood word work workbench works world wren write "
	"yard year yellow yes zebra zen zenith zero zest zone zoom";
static const char GERMAN[] =
	"acker adler ahorn alltag anker apfel arbeit auge ausblick bahn baum berg "
	"biene birke blatt blick blitz blume boden brief brücke buch burg dach dorf "
	"eiche eis eule falke farbe feder feld fels fenster feuer fichte fluss "
	"freund fuchs garten geld gipfel glas glück haus heimat herz himmel hirsch "
	"hof holz insel kern klar kraft kran kreis krone küste lampe land leben "
	"licht linde linie luft markt meer mensch mond morgen mühle nadel nest netz "
	"pfad plan quelle rabe raum regen rose ruhe saft salz schiff schlüssel see "
	"segel silber sonne spiegel stadt stamm stein stern strom sturm tag tal "
	"tanne tor turm ufer vogel wald wasser weg welle welt werk wiese wind wolke "
	"wurzel zeit ziel zug zweig";

const char *const common_lists[] = { A_TO_K, L_TO_Z, GERMAN, NULL };

bool common_word(struct str folded)
{
	if (stop_of(folded))
		return true;
	for (size_t i = 0; common_lists[i]; i++)
		if (list_has_sorted(common_lists[i], folded))
			return true;
	return false;
}
