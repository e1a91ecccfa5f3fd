#include "market/mood.h"

enum {
	TAG_TROUBLE = 1,
	TAG_NEGATOR = 2,
	TAG_BOUNDARY = 4,
	TAG_QUOTE = 8,
	TAG_RELIEF = 16,
	TAG_WISH = 32
};
enum { REACH_WORDS = 7 }; // words that a negation reaches

static const struct lexicon_list LISTS[] = {
	// Things that go wrong, and the words of those they go wrong for.
	{ "lose|loses|lost|losing|miss|misses|missed|missing|disappear|disappears|"
	  "disappeared|vanish|vanishes|gone|wrong|wrongly|incorrect|error|errors|mistake|"
	  "mistakes|fault|faults|fail|fails|failed|failure|broken|broke|breaks|down|dead|"
	  "slow|late|delay|delays|delayed|wait|waits|waiting|waited|queue|expensive|"
	  "complain|complains|complained|complaint|complaints|angry|hate|hates|hated|"
	  "afraid|fear|annoying|annoyed|problem|problems|issue|issues|trouble|difficult|"
	  "hard|impossible|manual|manually|by "
	  "hand|twice|double|chaos|mess|worst|worse|bad|"
	  "awful|terrible|forget|forgets|forgot|forgotten|ignore|ignores|ignored|resign|"
	  "resigns|resigned|hunt|guess|"
	  "gamble|gambling|confused|confusing|blame|blamed|risk|risky|penalty|fined|"
	  "dispute|objected|object|frustrated|frustrating|unreliable|unclear|"
	  "incomplete|inconsistent|gap|gaps|half of|hours|for days|for weeks|half a day|"
	  "half an hour|waste|wasted|stress|overloaded|disengaged|demotivated|bored|quit|"
	  "stuck|painful|pain|suffer|suffers|weak|too|nightmare|scrap|rework|hidden|"
	  "nasty|crazy|killed|survive|disaster|disasters",
		TAG_TROUBLE },
	{ "verlieren|verliert|verloren|fehlt|fehlen|falsch|fehler|warten|wartet|"
	  "wartezeit|"
	  "wochenlang|stundenlang|spät|verspätung|verzögerung|teuer|beschwerde|"
	  "beschweren|"
	  "ärger|angst|problem|probleme|schwierig|unmöglich|doppelt|vergessen|vergisst|"
	  "schlecht|langsam|kaputt|ausfall|beanstandet|abtippen|tippen|kündigt|suchen|"
	  "mühsam|umständlich|stimmt nicht|von hand|unvollständig|lücke|lücken|zu spät|"
	  "verschwunden|verschwinden|stillstand|störung|chaos|hassen",
		TAG_TROUBLE },
	{ "no|not|never|none|nothing|nobody|neither|nor|without|cannot|can't|don't|"
	  "doesn't|didn't|won't|isn't|aren't|wasn't|weren't|haven't|hasn't|couldn't|"
	  "wouldn't|no "
	  "one|hardly|kein|keine|keinen|keinem|keiner|keines|nicht|nichts|nie|"
	  "niemals|niemand|ohne|weder|got rid of|instead of",
		TAG_NEGATOR },
	{ "and|but|because|while|although|so|und|aber|weil|sondern|während|obwohl|since|"
	  "that|which|who|whose|what|why|where|when|whether|how|dass|wer|was|warum|wo|"
	  "wie|ob",
		TAG_BOUNDARY },
	{ "you say|you said|you told|you claim|you claimed|you promise|you promised|you "
	  "wrote|you write|your page says|your website says|your slide says|your "
	  "colleague "
	  "said|your colleague told|your colleague says|as you say|as you said|sie sagen|"
	  "sie sagten|sie behaupten|sie schreiben|sie versprechen|auf ihrer seite|ihr "
	  "kollege sagte|laut ihrer",
		TAG_QUOTE },
	// What is said of things that work.
	{ "is fine|are fine|works fine|no trouble|no problem|no problems|no issue|not an "
	  "issue|not a problem|not the problem|not our problem|not our issue|is solved|"
	  "kein problem|kein thema|funktioniert gut|läuft gut",
		TAG_RELIEF },
	{ "want|wants|wanted|need|needs|wish|would like|looking for|hope|if it could|if "
	  "i "
	  "could|if we could|if they could|must|has to|have to|expect|important|will|"
	  "wollen|wünsche|wünschen|brauchen|brauche|möchte|möchten|hoffen|wichtig|"
	  "erwarten|muss|müssen",
		TAG_WISH },
};

const struct lexicon *mood_words(struct arena *a)
{
	return lexicon_build(a, LISTS, COUNT(LISTS));
}

static bool clause_ends(struct str text, size_t from, size_t to)
{
	for (size_t i = from; i < to && i < text.len; i++)
		if (text.at[i] == ',' || text.at[i] == ';' || text.at[i] == '.' ||
			text.at[i] == ':' || text.at[i] == '!' || text.at[i] == '?')
			return true;
	return false;
}

// What a walk over the words has seen.
struct feeling {
	struct mood mood;
	size_t negator; // word index of the open negation, plus one
	bool spent;	// it has denied some trouble
	bool trouble;	// a word of trouble stands
	bool neutral;	// a negation ended without meeting any
};

static void end_negation(struct feeling *f)
{
	f->neutral |= f->negator && !f->spent;
	f->negator = 0;
	f->spent = false;
}

static void feel(struct feeling *f, const struct lexicon_hit *hit)
{
	if (f->negator && hit->word + 1 > f->negator + REACH_WORDS)
		end_negation(f);
	if (hit->tags & TAG_QUOTE)
		f->mood.quotes_us = true;
	f->mood.wishes |= (hit->tags & TAG_WISH) != 0;
	if (hit->tags & TAG_RELIEF) {
		f->mood.denies = true;
		f->negator = 0;
		return;
	}
	if (hit->tags & TAG_BOUNDARY)
		end_negation(f);
	if (hit->tags & TAG_NEGATOR) {
		end_negation(f);
		f->negator = hit->word + 1;
	}
	if (!(hit->tags & TAG_TROUBLE))
		return;
	f->mood.denies |= f->negator > 0;
	f->trouble |= !f->negator;
	f->spent |= f->negator > 0;
}

struct mood mood_of(const struct lexicon *words, struct str text)
{
	struct lexicon_walk walk = { 0 };
	struct lexicon_hit hit;
	struct feeling f = { 0 };
	size_t last = 0;
	while (lexicon_next(words, text, &walk, &hit)) {
		if (clause_ends(text, last, hit.span.from))
			end_negation(&f);
		feel(&f, &hit);
		last = hit.span.to;
	}
	end_negation(&f);
	f.mood.complains = f.trouble || f.neutral;
	f.mood.by_negation = !f.trouble && f.neutral;
	f.mood.asks = str_ends(str_trim(text), S("?"));
	return f.mood;
}
