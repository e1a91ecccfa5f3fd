#include "swap/advice.h"

#include "swap/check.h"

enum { ASKS_MAX = 2, SHARED_LEAST = 2, CONCEPT_CLAIMS_MAX = 200 };
static const double ENOUGH = 0.6;

// Vague words, and what a buyer would ask who hears them.  Folded as text/lexicon.h
// wants it; the number of a row is a bit, so there are at most 32.
static const struct {
	const char *words, *question;
} ASKS[] = {
	{ "fast|faster|fastest|quick|quickly|quicker|instant|instantly|rapid|rapidly|"
	  "blazing|blazingly|lightning-fast|blazing-fast|high performance|"
	  "high-performance|performant|low latency|low-latency|real-time|real time|"
	  "schnell|schnelle|schneller|schnellste|sofort",
		"how fast, doing what, and who measured it?" },
	{ "simple|simply|simpler|simplest|easy|easily|easier|easiest|easy to use|"
	  "effortless|effortlessly|intuitive|user-friendly|user friendly|"
	  "hassle-free|painless|straightforward|easy-to-use|einfach|einfache|"
	  "einfacher|intuitiv|intuitive|mühelos|benutzerfreundlich",
		"what does somebody new get done, and in how many minutes?" },
	{ "lightweight|tiny|small footprint|minimal|lean|schlank|leichtgewichtig",
		"how small, in bytes or in machines, against what?" },
	{ "privacy|privacy-first|privacy-focused|privacy-friendly|private|"
	  "data ownership|own your data|data sovereignty|full control|in control|"
	  "your control|datenschutz|datenhoheit|datensouveränität",
		"which data is never collected, where does it lie, who can read it?" },
	{ "secure|securely|security|safe|safely|protected|enterprise-grade security|"
	  "sicher|sichere|sicherheit",
		"which audit, certificate or attack can you name?" },
	{ "compliant|compliance|gdpr compliant|konform|dsgvo-konform",
		"with which article of which rule, and who checked?" },
	{ "scalable|scale|scales|scalability|enterprise-grade|massive|massively|"
	  "any size|limitless|unlimited|skalierbar|skaliert",
		"up to how many, where is it running so today?" },
	{ "reliable|reliably|robust|stable|resilient|highly available|"
	  "high availability|battle-tested|production-ready|zuverlässig|stabil|"
	  "ausfallsicher",
		"what uptime over which months, or what did it survive?" },
	{ "powerful|versatile|flexible|flexibility|feature-rich|full-featured|"
	  "comprehensive|complete|all-in-one|all in one|extensible|customizable|"
	  "advanced|rich|one place|everything|leistungsstark|flexibel|umfassend|"
	  "ganzheitlich",
		"which one job does it do that theirs cannot?" },
	{ "modern|next-generation|next-gen|next generation|innovative|cutting-edge|"
	  "state-of-the-art|future-proof|revolutionary|innovativ|zukunftssicher",
		"what became possible with it that was not before?" },
	{ "best|leading|leader|number one|#1|most popular|popular|most trusted|trusted|"
	  "loved|world-class|best-in-class|premier|führend|führende|führender|beste|"
	  "vertrauen",
		"who says so, and where can a buyer look it up?" },
	{ "affordable|cost-effective|low-cost|cheap|cheaper|save money|reduce costs|"
	  "lower costs|cost|costs|kostengünstig|günstig|kosten",
		"what does it cost, and against what?" },
	{ "save time|saves time|saving time|productivity|productive|efficient|"
	  "efficiently|efficiency|streamline|streamlines|streamlined|boost|optimize|"
	  "effizient|effizienter|produktiv|produktivität",
		"which step disappears, and how many hours was it?" },
	{ "insight|insights|data-driven|actionable|erkenntnisse",
		"which decision changed because of one? Tell that one." },
	{ "smart|smarter|intelligent|intelligently|ai-powered|intelligente",
		"what does it decide by itself, and how often is it right?" },
	{ "empower|empowers|empowering|unlock|transform|transforms|enable|enables|"
	  "take control|supercharge|elevate|unleash|befähigt|transformiert",
		"who can do what on Monday that they could not on Friday?" },
	{ "seamless|seamlessly|integrates|integration|integrations|connects|unified|"
	  "nahtlos|nahtlose|integriert",
		"with which system, and what does nobody type twice any more?" },
	{ "collaborate|collaboration|collaborative|together|teamwork|share|sharing|"
	  "zusammenarbeit|gemeinsam",
		"who does what with whom, and how was it done before?" },
	{ "open source|open-source|free and open source|quelloffen",
		"theirs is open, too? Then: which licence, what costs extra?" },
	{ "self-hosted|self-host|self-hosting|on-premise|on-premises|your own server|"
	  "your own servers|selbst gehostet",
		"on what machine, in how many minutes, and what is lost by it?" },
	{ "alternative to|alternative|alternative zu",
		"for whom is it the better choice, and what do they give up?" },
};

static struct lexicon *ask_words(struct arena *a)
{
	struct lexicon_list *lists = ARENA_ARRAY(a, struct lexicon_list, COUNT(ASKS));
	for (size_t i = 0; i < COUNT(ASKS); i++)
		lists[i] = (struct lexicon_list){ ASKS[i].words, 1u << i };
	return lexicon_build(a, lists, COUNT(ASKS));
}

static size_t first_bit(unsigned bits)
{
	size_t i = 0;
	while (!(bits >> i & 1))
		i++;
	return i;
}

static void ask(const struct lexicon *words, struct arena *a, struct swapped_claim *c)
{
	struct lexicon_walk walk = { 0 };
	struct lexicon_hit hit;
	unsigned asked = 0;
	const struct str text = c->sentence->text;
	c->asks = ARENA_ARRAY(a, struct str, ASKS_MAX);
	while (c->ask_count < ASKS_MAX && lexicon_next(words, text, &walk, &hit)) {
		if (hit.tags & asked)
			continue;
		asked |= hit.tags;
		c->asks[c->ask_count++] = arena_fmt(a, "“%" PRI_STR "”: %s",
			ARG_STR(str_cut(
				text, hit.span.from, hit.span.to - hit.span.from)),
			ASKS[first_bit(hit.tags)].question);
	}
}

// Which of our claims that nobody else can say have a word.
struct owned {
	size_t *at;
	size_t count, room;
};

struct advising {
	const struct comparison *comparison;
	struct swap_result *result;
	struct arena scratch;
	struct map concepts;
	struct owned *owned; // beside concepts
	size_t owned_room;
	double *score; // by claim; 0 between questions
	size_t *shared;
	struct owned touched;
};

static bool is_ours(const struct swapped_claim *c)
{
	return c->verdict == VERDICT_UNIQUE && !c->copied_elsewhere && c->checkable_count;
}

static void parts_of(const struct advising *v, const struct swapped_claim *c,
	struct arena *a, struct side *out)
{
	const struct material *m = v->comparison->material;
	side_of(c->sentence->text, m->names, m->seen, a, out);
	judge_weigh(&v->comparison->room, out);
}

static void own(struct advising *v, size_t claim)
{
	struct arena a = { 0 };
	struct side side;
	parts_of(v, &v->result->claims[claim], &a, &side);
	for (size_t i = 0; i < side.parts.count; i++) {
		const size_t k = map_add(&v->concepts, side.parts.at[i].stem);
		v->owned = arena_more(
			&v->scratch, v->owned, k, &v->owned_room, sizeof *v->owned);
		struct owned *o = &v->owned[k];
		if (o->count >= CONCEPT_CLAIMS_MAX ||
			(o->count && o->at[o->count - 1] == claim))
			continue;
		o->at = arena_more(&v->scratch, o->at, o->count, &o->room, sizeof *o->at);
		o->at[o->count++] = claim;
	}
	arena_free(&a);
}

static void score_word(struct advising *v, const struct claim_part *part)
{
	const size_t k = map_find(&v->concepts, part->stem);
	for (size_t i = 0; k != MAP_NONE && i < v->owned[k].count; i++) {
		const size_t claim = v->owned[k].at[i];
		if (!v->shared[claim]) {
			v->touched.at =
				arena_more(&v->scratch, v->touched.at, v->touched.count,
					&v->touched.room, sizeof *v->touched.at);
			v->touched.at[v->touched.count++] = claim;
		}
		v->shared[claim]++;
		v->score[claim] += (double)part->weight;
	}
}

// Of equals the earlier claim.
static size_t best_of(struct advising *v, double all, double least_check)
{
	size_t best = SIZE_MAX;
	double most = ENOUGH * all;
	for (size_t i = 0; i < v->touched.count; i++) {
		const size_t claim = v->touched.at[i];
		const bool may = v->shared[claim] >= SHARED_LEAST &&
				 v->result->claims[claim].check > least_check;
		if (may && (v->score[claim] > most || (best != SIZE_MAX && claim < best &&
							      v->score[claim] >= most))) {
			most = v->score[claim];
			best = claim;
		}
		v->score[claim] = 0;
		v->shared[claim] = 0;
	}
	v->touched.count = 0;
	return best;
}

static void find_better(struct advising *v, struct swapped_claim *c)
{
	struct arena a = { 0 };
	struct side side;
	double all = 0;
	parts_of(v, c, &a, &side);
	for (size_t i = 0; i < side.parts.count; i++) {
		all += (double)side.parts.at[i].weight;
		score_word(v, &side.parts.at[i]);
	}
	const size_t best = best_of(v, all, c->check);
	c->better = best == SIZE_MAX ? NULL : &v->result->claims[best];
	arena_free(&a);
}

void advice_all(const struct comparison *comparison, struct swap_result *out)
{
	struct advising v = { .comparison = comparison, .result = out };
	const struct lexicon *words = ask_words(&v.scratch);
	v.concepts.arena = &v.scratch;
	v.score = ARENA_ARRAY(&v.scratch, double, out->claim_count + 1);
	v.shared = ARENA_ARRAY(&v.scratch, size_t, out->claim_count + 1);
	for (size_t i = 0; i < out->claim_count; i++)
		if (is_ours(&out->claims[i]))
			own(&v, i);
	for (size_t i = 0; i < out->claim_count; i++) {
		struct swapped_claim *c = &out->claims[i];
		if (!c->swaps)
			continue;
		ask(words, comparison->material->arena, c);
		find_better(&v, c);
	}
	arena_free(&v.scratch);
}
