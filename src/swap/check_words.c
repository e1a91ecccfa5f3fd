#include "swap/check_words.h"

/*
 * General knowledge of English and German business prose; no word was put in or left out
 * for a labelled sentence.  Folded as text/lexicon.h wants it.
 */
const struct lexicon_list check_lists[] = {
	{ "simple|simply|simpler|simplest|easy|easily|easier|easiest|effortless|"
	  "effortlessly|powerful|seamless|seamlessly|robust|modern|innovative|"
	  "innovation|intuitive|flexible|flexibility|scalable|scalability|scale|"
	  "reliable|reliably|reliability|beautiful|beautifully|elegant|smart|smarter|"
	  "fast|faster|fastest|quick|quickly|efficient|efficiently|efficiency|"
	  "effective|effectively|great|good|awesome|amazing|fantastic|perfect|advanced|"
	  "best|better|leading|premier|ultimate|first-class|world-class|cutting-edge|"
	  "state-of-the-art|next-generation|next-gen|next generation|"
	  "enterprise-grade|enterprise-class|comprehensive|"
	  "complete|completely|all-in-one|all in one|one-stop|unique|uniquely|"
	  "revolutionary|revolutionize|game-changing|blazing|blazingly|lightning|"
	  "lightning-fast|blazing-fast|trusted|loved|love|proven|rich|unparalleled|"
	  "unmatched|unrivaled|full-featured|feature-rich|full-fledged|"
	  "production-ready|high-performance|high performance|user-friendly|"
	  "user friendly|turnkey|holistic|agile|dynamic|rest assured|peace of mind|"
	  "take control|full control|unlock|empower|empowers|empowering|supercharge|"
	  "transform|transforms|streamline|streamlines|streamlined|elevate|boost|"
	  "accelerate|drive|delight|next level|excellence|excellent|outstanding|"
	  "superior|optimal|optimized|ideal|perfectly|truly|really|very|extremely|"
	  "incredibly|highly|fully|smooth|smoothly|frictionless|hassle-free|painless|"
	  "stunning|sleek|slick|fancy|engaging|exciting|happy|happier|joy|enjoy|"
	  "confidence|confident|success|successful|infinite|infinitely|limitless|"
	  "endless|low-cost|affordable|cost-effective|secure|securely|safe|safely|"
	  "lightweight|extensible|customizable|popular|loved by|award-winning|"
	  "most|top|number one|#1|premium|professional|vibrant|magic|magical|"
	  "low latency|world's|future-proof|mission-critical|"
	  "einfach|einfache|einfacher|einfachste|leicht|schnell|schnelle|schneller|"
	  "schnellste|leistungsstark|leistungsfähig|modern|moderne|moderner|modernen|"
	  "innovativ|innovative|intuitiv|intuitive|flexibel|flexible|skalierbar|"
	  "zuverlässig|zuverlässige|effizient|effiziente|effizienter|nahtlos|nahtlose|"
	  "umfassend|umfassende|ganzheitlich|einzigartig|führend|führende|führender|"
	  "beste|besten|bester|optimal|optimale|ideal|perfekt|perfekte|smart|smarte|"
	  "zukunftssicher|bewährt|sicher|sichere|sicherer|hochwertig|hervorragend|"
	  "begeistert|begeistern|zufriedene|zufrieden|mühelos|professionell|"
	  "maßgeschneidert|komfortabel|digital|digitale|digitalen|höchsten|höchste",
		SAYS_PRAISE },
	{ "platform|platforms|solution|solutions|tool|tools|toolkit|software|system|"
	  "systems|product|products|service|services|app|apps|application|"
	  "applications|technology|technologies|suite|team|teams|business|businesses|"
	  "company|companies|organization|organizations|organisation|enterprise|"
	  "enterprises|user|users|customer|customers|client|clients|people|everyone|"
	  "data|information|insight|insights|workflow|workflows|process|processes|task|"
	  "tasks|work|works|working|project|projects|productivity|performance|quality|"
	  "value|growth|experience|experiences|journey|need|needs|goal|goals|result|"
	  "results|outcome|outcomes|time|money|cost|costs|revenue|feature|features|"
	  "functionality|capability|capabilities|control|help|helps|helping|enable|"
	  "enables|enabling|allow|allows|allowing|provide|provides|providing|offer|"
	  "offers|deliver|delivers|delivering|support|supports|manage|managing|"
	  "management|understand|improve|improves|improving|build|building|built|"
	  "create|creating|creates|grow|growing|simplify|simplifies|focus|save|world|"
	  "way|ways|place|today|future|ease|thing|things|start|started|ready|"
	  "designed|made|developed|lets|want|wants|wanted|choose|choice|bring|brings|"
	  "bringing|keep|keeps|stay|connect|connected|integrate|integrates|"
	  "integration|integrations|access|share|collaborate|collaboration|"
	  "innovate|idea|ideas|life|digital|transformation|strategy|operations|"
	  "efficient|resource|resources|various|different|multiple|many|any|every|"
	  "set|setup|online|web|website|websites|cloud|open|source|open-source|"
	  "dashboard|dashboards|automate|automated|automation|automatically|analytics|"
	  "analysis|report|reports|reporting|monitor|monitoring|track|tracking|"
	  "alternative|alternatives|anything|anywhere|anytime|whatever|"
	  "industry|market|professionals|partner|partners|vision|mission|"
	  "fingertips|page|day|night|single|place|love|modern|real|"
	  "dedicated|committed|makes|making|learn|learning|new|high|full|total|"
	  "lösung|lösungen|plattform|werkzeug|werkzeuge|anwendung|anwendungen|"
	  "produkt|produkte|dienst|dienste|leistung|leistungen|unternehmen|firma|"
	  "kunde|kunden|nutzer|mitarbeiter|mitarbeitern|team|teams|daten|"
	  "informationen|prozess|prozesse|aufgaben|aufgabe|arbeit|arbeiten|projekt|"
	  "projekte|produktivität|qualität|wert|wachstum|erfahrung|ziel|ziele|"
	  "ergebnis|ergebnisse|zeit|geld|kosten|umsatz|funktion|funktionen|kontrolle|"
	  "hilft|helfen|ermöglicht|ermöglichen|bietet|bieten|unterstützt|"
	  "unterstützen|verwalten|verwaltung|verstehen|verbessern|erstellen|wachsen|"
	  "vereinfachen|welt|weg|ort|zukunft|alles|hand|partner|standards|standard|"
	  "digitalisierung|gemacht|entwickelt|starten|jederzeit|überall|mehr|weniger",
		SAYS_EVERYBODY },
	{ "by|using|via|through|based on|built on|built on top of|built with|built "
	  "in|built around|"
	  "written in|written from|made from|powered by|thanks to|on top of|because|"
	  "computed from|estimated from|generated from|taken from|read from|"
	  "instead of|rather than|"
	  "durch|mit hilfe von|mithilfe|basierend auf|auf basis von|aufgebaut auf|"
	  "geschrieben in|aus|anhand|per|statt|anstatt",
		SAYS_HOW },
	{ "without|no|never|even|even when|even if|only|up to|at least|at most|within|"
	  "unless|until|except|before|after|offline|"
	  "when|if|each|per|minimum|maximum|"
	  "ohne|kein|keine|keinen|nie|auch|auch ohne|nur|bis zu|mindestens|höchstens|"
	  "innerhalb|außer|bevor|vor|nach|wenn|pro",
		SAYS_LIMIT },
	{ "for|built for|designed for|made for|für|gemacht für|entwickelt für|fürs",
		SAYS_WHOM },
	{ "engineer|engineers|developer|developers|designer|designers|doctor|doctors|"
	  "dentist|dentists|nurse|nurses|lawyer|lawyers|teacher|teachers|student|"
	  "students|farmer|farmers|grower|growers|driver|drivers|dispatcher|"
	  "dispatchers|accountant|accountants|analyst|analysts|scientist|scientists|"
	  "researcher|researchers|marketer|marketers|seller|sellers|recruiter|"
	  "recruiters|operator|operators|technician|technicians|mechanic|mechanics|"
	  "supervisor|supervisors|manager|managers|administrator|administrators|"
	  "admin|admins|auditor|auditors|buyer|buyers|founder|founders|freelancer|"
	  "freelancers|agency|agencies|hospital|hospitals|school|schools|"
	  "university|universities|plant|plants|factory|factories|bank|banks|"
	  "retailer|retailers|manufacturer|manufacturers|startup|startups|"
	  "ärzte|zahnärzte|pflegekräfte|anwälte|lehrer|schüler|landwirte|fahrer|"
	  "steuerberater|handwerker|techniker|mechaniker|meister|betriebe|werke|"
	  "krankenhäuser|schulen|gemeinden|händler|hersteller|entwickler|ingenieure|"
	  "leiter|schichtleiter|werksleiter",
		SAYS_ROLE },
	{ "optional|experimental|slower|more expensive|langsamer|teurer|experimentell",
		SAYS_TRADE | SAYS_ALONE },
	{ "not for|not a replacement|but|although|though|however|except|"
	  "does not|do not|doesn't|don't|cannot|can't|not yet|requires|"
	  "only if|at the cost of|in exchange|"
	  "aber|obwohl|jedoch|nicht für|kein ersatz|erfordert",
		SAYS_TRADE },
};
const size_t check_list_count = COUNT(check_lists);
