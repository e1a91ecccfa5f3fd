#include "claim/filter_words.h"

/*
 * English and German, from how such pages are written everywhere; nothing here comes from
 * a labelled sentence.  Phrases as text/lexicon.h wants them: lower case, '|' between.
 */
const struct lexicon_list filter_lists[] = {
	{ "get started|getting started|get in touch|get a demo|get a quote|get access|"
	  "book|request|schedule|sign up|sign in|log in|register|subscribe|contact|"
	  "contact us|talk to|speak to|speak with|chat with|reach out|call us|email us|"
	  "write to us|learn more|read more|find out|see more|see pricing|see how|"
	  "see all|view|view all|show more|check out|check|download|try|try it|"
	  "try for free|start|start now|start free|start your|start building|begin|"
	  "join|follow|follow us|visit|get your|learn about|learn how|play with|play "
	  "around|"
	  "see benchmarks|see docs|see examples|sign up at|find a|take the|take "
	  "our|explore|discover|browse|watch|click here|"
	  "upgrade|buy|order|compare plans|ask|apply|share|tweet|star us|review|"
	  "consult|consider|"
	  "jetzt|jetzt starten|jetzt testen|kostenlos testen|gratis testen|demo|"
	  "demo anfordern|demo buchen|demo vereinbaren|termin|termin vereinbaren|"
	  "termin buchen|mehr erfahren|mehr lesen|weiterlesen|kontakt aufnehmen|"
	  "kontaktieren|kontaktieren sie|sprechen sie|rufen sie|schreiben sie|"
	  "herunterladen|anmelden|registrieren|abonnieren|hier klicken|probieren sie|"
	  "testen sie|fordern sie|buchen sie|erfahren sie|entdecken sie|besuchen sie|"
	  "starten sie|vereinbaren sie",
		TAG_ACTION },
	{ "demo|trial|free trial|newsletter|sales|sales team|account|now|today|for free|"
	  "us|our team|waitlist|webinar|docs|documentation|guide|tutorial|quickstart|"
	  "quick start|blog|community|discord|forum|whitepaper|ebook|case study|"
	  "case studies|changelog|roadmap|plan|plans|pricing|quote|call|meeting|tour|"
	  "video|page|website|here|course|provider|providers|app "
	  "store|jetzt|testversion|termin|beratung|angebot|"
	  "gespräch|webseite|anleitung|kostenlos|gratis|unverbindlich|uns",
		TAG_OBJECT },
	{ "install|uninstall|run|configure|edit|copy|paste|clone|navigate|click|tap|"
	  "select|enter|type|choose|open|go to|set|set up|add|remove|delete|replace|"
	  "restart|reload|update|execute|mount|pull|build|rebuild|import|export|"
	  "enable|disable|ensure|save|pass|specify|define|generate|log into|"
	  "create|change|use|verify|test|make|stop|start|"
	  "installieren|konfigurieren|öffnen|klicken|wählen|ausführen|kopieren|"
	  "einfügen|bearbeiten|löschen|speichern|starten|aktivieren|deaktivieren",
		TAG_SETUP },
	{ "command|commands|command line|terminal|shell|repository|repo|directory|folder|"
	  "file|files|config|configuration|config file|environment variable|"
	  "environment variables|env|variable|variables|parameter|parameters|flag|"
	  "flags|argument|arguments|port|ports|localhost|docker|docker compose|"
	  "docker image|dockerfile|image|images|container|containers|volume|package|"
	  "npm|pip|yarn|git|branch|tag|tags|release|version|password|default password|"
	  "username|credentials|default|by default|button|menu|tab|dialog|field|"
	  "settings|server|instance|binary|script|source code|source|prerequisites|"
	  "url|host|hostname|domain|app store|root|sudo|path|log|logs|test case|tests|"
	  "snippet|code block|example|module|plugin|driver|dependencies|hash|checksum|"
	  "befehl|verzeichnis|ordner|datei|konfiguration|passwort|benutzername|"
	  "schaltfläche|einstellungen|umgebungsvariable|beispiel",
		TAG_MACHINE },
	{ "you will need|you'll need|you may need|you must|you should|"
	  "you will be|you'll be|you have to|make sure|please note|note that|"
	  "be sure|keep in mind|please|bitte|if you are|if you're|if you want|if you "
	  "have|"
	  "once you|after you|when you first|in order to|in case|it is recommended|"
	  "is recommended|is required|are required|we recommend|follow these steps|"
	  "as follows|the following|the easiest way|the default|default is|"
	  "for example|this section|this page|this guide|this document|this image|"
	  "this file|this repository|below|above|"
	  "sie müssen|sie sollten|bitte beachten|stellen sie sicher|wie folgt|"
	  "im folgenden|standardmäßig|zum beispiel|diese seite|dieser abschnitt",
		TAG_READER },
	{ "all rights reserved|terms of service|terms of use|terms and conditions|"
	  "privacy policy|cookie policy|we use cookies|this site uses cookies|"
	  "this website uses cookies|uses cookies to|accept all cookies|"
	  "registered trademark|registered trademarks|trademark of|trademarks of|"
	  "licensed under|released under|distributed under|see license|license file|"
	  "copyright|imprint|legal notice|subject to change|no warranty|"
	  "without warranty|legal advice|alle rechte "
	  "vorbehalten|impressum|datenschutzerklärung|"
	  "nutzungsbedingungen|allgemeine geschäftsbedingungen|wir verwenden cookies|"
	  "diese website verwendet cookies|eingetragene marke|lizenziert unter",
		TAG_LEGAL },
	{ "about|about us|all features|features|key features|feature|pricing|plans|faq|"
	  "faqs|frequently asked questions|overview|introduction|installation|"
	  "install|usage|requirements|system requirements|prerequisites|setup|"
	  "configuration|documentation|docs|support|community|contributing|"
	  "contributors|contribution|license|licence|changelog|release notes|"
	  "roadmap|examples|example|quick start|quickstart|getting started|first "
	  "use|first start|first steps|erste schritte|"
	  "table of contents|contents|resources|tutorials|guides|integrations|"
	  "customers|testimonials|case studies|partners|team|careers|jobs|contact|"
	  "blog|news|press|security|privacy|legal|status|sitemap|company|product|"
	  "products|solutions|services|industries|use cases|benefits|"
	  "how it works|comparison|compare|alternatives|architecture|concepts|"
	  "goals|background|notes|note|summary|conclusion|next steps|"
	  "learn more|related|links|sponsors|credits|acknowledgements|"
	  "troubleshooting|known issues|development|deployment|upgrading|"
	  "backup|testing|api|api reference|reference|client libraries|clients|"
	  "default credentials|what's new|screenshots|demo|downloads|"
	  "funktionen|preise|übersicht|einleitung|einführung|voraussetzungen|"
	  "anleitung|kontakt|über uns|karriere|kunden|referenzen|unternehmen|produkt|"
	  "produkte|lösungen|leistungen|branchen|vorteile|anwendungsfälle|"
	  "häufige fragen|sicherheit|datenschutz|aktuelles|hilfe|"
	  "so funktioniert es|dokumentation|partner|presse",
		TAG_TOPIC },
	{ "how|how "
	  "to|why|what|what's|when|where|who|which|questions|fragen|using|getting|"
	  "installing|"
	  "building|configuring|running|writing|upgrading|setting|deploying|"
	  "understanding|working|about|introducing|introduction|meet|welcome|"
	  "comparing|contributing|wie|warum|was|wann|wo|wer|welche|willkommen|über",
		TAG_LEAD },
	{ "easy|easily|fast|faster|fastest|quick|simple|simpler|free|open|open source|"
	  "open-source|secure|private|privacy-friendly|real-time|realtime|unlimited|"
	  "own|your|first|best|only|no|not|never|without|zero|every|everything|any|"
	  "anywhere|anytime|always|all|one|single|instant|instantly|automatic|"
	  "automatically|automated|offline|self-hosted|scalable|reliable|"
	  "affordable|lightweight|extensible|flexible|powerful|modern|built|made|"
	  "designed|alternative|compliant|certified|ready|native|proven|trusted|"
	  "loved|beautiful|intuitive|smart|smarter|better|more|less|save|stop|"
	  "reduce|cut|keep|know|protect|focus|works|runs|supports|"
	  "einfach|schnell|schneller|kostenlos|frei|offen|sicher|sichere|"
	  "unbegrenzt|eigene|eigenen|ihre|erste|beste|keine|kein|nie|ohne|jeder|"
	  "alles|immer|überall|automatisch|zuverlässig|günstig|leicht|mehr|weniger|"
	  "besser|läuft",
		TAG_PRAISE },
	{ "can be found|is available at|are available at|available here|found here|"
	  "found at|found in|found on|refer to|see the|see our|see also|"
	  "check the|check our|check out|read the|read our|visit the|visit our|"
	  "look at|take a look|have a look|for more information|for more details|"
	  "for details|for further|more information|learn more|click here|"
	  "official documentation|official site|detailed guide|siehe|"
	  "weitere informationen|mehr informationen|mehr dazu|zu finden|"
	  "finden sie hier|finden sie unter",
		TAG_POINTER },
	{ "contribute|contributing|contributions|contributor|contributors|pull request|"
	  "pull requests|open a pr|open an issue|open issue|open issues|report bugs|"
	  "report issues|file an issue|bug reports|good first issue|issue tracker|"
	  "github issues|maintainer|maintainers|maintained by|code of conduct|"
	  "this website is|this site is|hotfix|hotfixes|nightly|release "
	  "candidate|rapidly developing|"
	  "this documentation|of the documentation|this tutorial|this article|"
	  "informational purposes|"
	  "roadmap|feature request|feature requests|sponsor|sponsors|donate|"
	  "stargazers|translations|translators|mitmachen|beitragen|fehler melden",
		TAG_PROJECT },
	{ "note|notes|important|warning|caution|tip|tips|info|attention|disclaimer|hint|"
	  "hinweis|achtung|wichtig|tipp|warnung",
		TAG_NOTE },
	{ "ceo|cto|cfo|coo|cmo|cpo|cio|ciso|founder|co-founder|president|director|"
	  "manager|head|lead|engineer|developer|architect|vp|vice president|owner|"
	  "partner|consultant|analyst|designer|supervisor|officer|"
	  "geschäftsführer|geschäftsführerin|leiter|leiterin|werksleiter|"
	  "werksleiterin|produktionsleiter|inhaber|inhaberin",
		TAG_ROLE },
	{ "install|run|configure|edit|clone|navigate|click|tap|select|enter|execute|"
	  "mount|paste|restart|uninstall|specify|rebuild|change the default|"
	  "go to|log into|cd|sudo",
		TAG_INSTRUCTION },
	{ "alternatively|otherwise|next|finally|then|optionally|alternativ|ansonsten|"
	  "anschließend|danach|zuletzt|note that|please note|bitte beachten|"
	  "remember to|don't forget|do not forget|make sure|be sure|until here|"
	  "in this example|in our example",
		TAG_FOLLOWS },
	{ "hello|hi|dear|subject|kind regards|best regards|regards|sincerely|yours|"
	  "thank you for|thanks for|hallo|liebe|lieber|sehr geehrte|sehr geehrter|"
	  "betreff|mit freundlichen grüßen|viele grüße|guten tag",
		TAG_LETTER },
};
const size_t filter_list_count = COUNT(filter_lists);
