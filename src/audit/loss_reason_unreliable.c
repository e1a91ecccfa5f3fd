#include "audit/deal_facts.h"
#include "audit/ladder.h"
#include "audit/list.h"
#include "audit/say.h"

#include "stat/stat.h"

enum { LOSSES_MIN = 8, WITNESSES_MIN = 8, TOPICS_MAX = 64 };
static const double AGREEMENT_MIN = 0.6;
static const double PRICE_MAX = 0.35;
static const double BLANK_MAX = 0.3;

// What sellers wrote and what buyers said, of lost deals.
struct reasons {
	size_t lost, blank, written, price;
	size_t asked, asked_price;	  // interviews of lost deals that give a reason
	size_t both, agree;		  // of those, the seller wrote a reason, too
	struct map topics;		  // buyers' reasons ...
	size_t times[TOPICS_MAX];	  // ... and how many interviews name each
	const struct interview *disagree; // the first whose seller wrote otherwise
	size_t disagree_row;
};

static bool is_price(struct str reason)
{
	static const struct str WORDS[] = { STR_INIT("price"), STR_INIT("pricing"),
		STR_INIT("cost"), STR_INIT("budget"), STR_INIT("expensive"),
		STR_INIT("discount"), STR_INIT("preis"), STR_INIT("teuer"),
		STR_INIT("rabatt") };
	for (size_t i = 0; i < COUNT(WORDS); i++)
		if (str_find_nocase(reason, WORDS[i], 0) != STR_NONE)
			return true;
	return false;
}

// "SSO", "SAP": three letters or more, all capitals.
static bool is_acronym(struct str word)
{
	for (size_t i = 0; i < word.len; i++)
		if (word.at[i] < 'A' || word.at[i] > 'Z')
			return false;
	return word.len >= 3;
}

// Two reasons are the same when both are about price, or share a word of four letters or
// more: "Missing SSO integration" and "sso-integration".
static bool same_reason(struct str seller, struct str buyer)
{
	if (is_price(seller) || is_price(buyer))
		return is_price(seller) && is_price(buyer);
	if (str_eq_nocase(str_trim(seller), str_trim(buyer)))
		return true;
	for (size_t from = 0; from < seller.len;) {
		size_t to = from;
		while (to < seller.len && byte_is_word(seller.at[to]))
			to++;
		const struct str word = str_cut(seller, from, to - from);
		if ((word.len >= 4 || is_acronym(word)) &&
			str_find_nocase(buyer, word, 0) != STR_NONE)
			return true;
		from = to + 1;
	}
	return false;
}

static void count_buyer(
	struct reasons *r, const struct interview *i, struct str seller, size_t row)
{
	bool price = false, same = false;
	if (!i->reason_count)
		return;
	for (size_t n = 0; n < i->reason_count; n++) {
		price |= is_price(i->reasons[n]);
		same |= seller.len && same_reason(seller, i->reasons[n]);
		const size_t topic = r->topics.count < TOPICS_MAX
					     ? map_add(&r->topics, i->reasons[n])
					     : map_find(&r->topics, i->reasons[n]);
		if (topic != MAP_NONE)
			r->times[topic]++;
	}
	r->asked++;
	r->asked_price += price;
	r->both += seller.len != 0;
	r->agree += same;
	if (seller.len && !same && !r->disagree) {
		r->disagree = i;
		r->disagree_row = row;
	}
}

static struct reasons reasons_of(const struct facts *facts)
{
	const struct deals *d = &facts->ws->deals;
	const struct papers *papers = &facts->ws->papers;
	struct arena *a = facts->ws->arena;
	struct reasons r = { .topics = { .arena = a } };
	struct map lost = { .arena = a };
	size_t *row_of = ARENA_ARRAY(a, size_t, d->count + 1);
	for (size_t i = 0; i < d->count; i++) {
		if (d->outcome[i] != DEAL_LOST)
			continue;
		const struct str written = deal_word(&d->loss_reason, i);
		r.lost++;
		r.blank += !written.len;
		r.written += written.len != 0;
		r.price += is_price(written);
		if (d->id && d->id[i].len)
			row_of[map_add(&lost, d->id[i])] = i;
	}
	for (size_t i = 0; i < papers->interview_count; i++) {
		const struct interview *talk = &papers->interviews[i];
		const size_t at = talk->deal.len ? map_find(&lost, talk->deal) : MAP_NONE;
		if (at != MAP_NONE)
			count_buyer(&r, talk, deal_word(&d->loss_reason, row_of[at]),
				row_of[at]);
	}
	return r;
}

static struct str top_topic(struct arena *a, const struct reasons *r)
{
	size_t best = 0;
	for (size_t i = 1; i < r->topics.count; i++)
		if (r->times[i] > r->times[best])
			best = i;
	if (!r->topics.count)
		return (struct str){ 0 };
	return arena_fmt(a,
		" Buyers named %" PRI_STR " most (%" PRI_STR " of %" PRI_STR ").",
		ARG_STR(say_quote(a, r->topics.keys[best], 40)),
		ARG_STR(words_number(a, r->times[best])),
		ARG_STR(words_number(a, r->asked)));
}

// The largest lost deal nobody interviewed: where the next talk begins.
static struct str next_talk(const struct facts *facts)
{
	struct arena *a = facts->ws->arena;
	const struct deals *d = &facts->ws->deals;
	const struct papers *papers = &facts->ws->papers;
	size_t rows[EVIDENCE_SHOWN * 4];
	struct map asked = { .arena = a };
	for (size_t i = 0; i < papers->interview_count; i++)
		(void)map_add(&asked, papers->interviews[i].deal); // a set
	const size_t count = deal_largest(
		facts, &(struct deal_filter){ .outcome = DEAL_LOST }, COUNT(rows), rows);
	for (size_t i = 0; i < count; i++) {
		const struct str id = d->id ? d->id[rows[i]] : (struct str){ 0 };
		if (id.len && map_find(&asked, id) == MAP_NONE)
			return arena_fmt(a, ", beginning with %" PRI_STR,
				ARG_STR(say_name(a, id)));
	}
	return (struct str){ 0 };
}

static void cite(const struct facts *facts, const struct reasons *r, struct finding *f)
{
	struct arena *a = facts->ws->arena;
	const struct deals *d = &facts->ws->deals;
	if (r->disagree) {
		struct evidence *seller =
			deal_cite_row(facts, f, r->disagree_row, S("loss_reason"));
		seller->quote = deal_word(&d->loss_reason, r->disagree_row);
		seller->note = S("the seller wrote");
		struct evidence *buyer = finding_cite(f, a);
		const struct interview *talk = r->disagree;
		*buyer = (struct evidence){ .path = facts->ws->sources[talk->source].path,
			.place = { .kind = PLACE_LINE, .major = 1, .minor = 1 },
			.quote = say_list(a, talk->reasons, talk->reason_count, 4),
			.note = arena_fmt(a, "the buyer named %" PRI_STR,
				ARG_STR(say_list(
					a, talk->reasons, talk->reason_count, 3))),
			.date = talk->date,
			.witness = WITNESS_BUYER };
		if (talk->quotes.count) {
			buyer->place = talk->quotes.at[0].place;
			buyer->quote = talk->quotes.at[0].text;
		}
	}
	for (size_t i = 0; i < d->count && f->evidence_count < 4; i++) {
		const struct str written = deal_word(&d->loss_reason, i);
		const bool blank = (double)r->blank > BLANK_MAX * (double)r->lost;
		const bool tells = blank ? !written.len : is_price(written);
		const bool cited = r->disagree && i == r->disagree_row;
		if (d->outcome[i] != DEAL_LOST || !tells || cited)
			continue;
		struct evidence *e = deal_cite_row(facts, f, i, S("loss_reason"));
		if (!e)
			break;
		e->note = blank ? S("lost, no reason written") : written;
	}
	finding_date(f);
}

// Which of the three signs speaks, strongest first; the sentence, the figure, the chance.
static bool sign_of(const struct facts *facts, const struct reasons *r, struct finding *f,
	double *chance)
{
	struct arena *a = facts->ws->arena;
	if (r->both >= WITNESSES_MIN &&
		(double)r->agree < AGREEMENT_MIN * (double)r->both) {
		*chance = chance_of_at_least(
			r->both - r->agree, r->both, 1 - AGREEMENT_MIN);
		f->size = share_wilson(r->agree, r->both);
		f->figure_unit = S("reasons confirmed");
		f->headline = arena_fmt(a,
			"Buyers confirmed %" PRI_STR " of the %" PRI_STR
			" loss reasons that sellers "
			"wrote.",
			ARG_STR(words_number(a, r->agree)),
			ARG_STR(words_number(a, r->both)));
		f->sentence = arena_fmt(a,
			"Buyers confirmed %" PRI_STR " of the %" PRI_STR
			" loss reasons that sellers "
			"wrote.%" PRI_STR,
			ARG_STR(words_number(a, r->agree)),
			ARG_STR(words_number(a, r->both)), ARG_STR(top_topic(a, r)));
		return true;
	}
	if (r->written >= LOSSES_MIN &&
		(double)r->price > PRICE_MAX * (double)r->written) {
		*chance = chance_of_at_least(r->price, r->written, PRICE_MAX);
		f->size = share_wilson(r->price, r->written);
		f->figure_unit = S("reasons are price");
		struct str asked = S("no buyer of these was asked.");
		if (r->asked)
			asked = arena_fmt(a,
				"buyers who were asked said it in %" PRI_STR
				" of %" PRI_STR ".%" PRI_STR,
				ARG_STR(words_number(a, r->asked_price)),
				ARG_STR(words_number(a, r->asked)),
				ARG_STR(top_topic(a, r)));
		f->headline = arena_fmt(a, "Sellers wrote “price” for %" PRI_STR ".",
			ARG_STR(say_ratio(a, r->price, r->written, " lost deals")));
		f->sentence = arena_fmt(a,
			"Sellers wrote “price” for %" PRI_STR "; %" PRI_STR,
			ARG_STR(say_ratio(a, r->price, r->written, " lost deals")),
			ARG_STR(asked));
		return true;
	}
	if ((double)r->blank <= BLANK_MAX * (double)r->lost)
		return false;
	*chance = chance_of_at_least(r->blank, r->lost, BLANK_MAX);
	f->size = share_wilson(r->blank, r->lost);
	f->figure_unit = S("without a reason");
	f->sentence = arena_fmt(a, "%" PRI_STR " carry no reason at all.",
		ARG_STR(say_ratio(a, r->blank, r->lost, " lost deals")));
	return true;
}

static struct str doubt_of(struct arena *a, const struct finding *f, double chance)
{
	if (f->certainty == CERTAINTY_EARLY)
		return say_doubt(a, f->certainty,
			arena_fmt(a,
				"counted in %" PRI_STR
				" deals; from thirty on it can be called a "
				"habit.",
				ARG_STR(words_number(a, f->size.n))));
	return say_doubt(a, f->certainty,
		arena_fmt(a,
			"counted in %" PRI_STR " deals; %" PRI_STR
			" that it is only these.",
			ARG_STR(words_number(a, f->size.n)),
			ARG_STR(words_chance(a, chance))));
}

static void loss_reason_unreliable_run(
	const struct facts *facts, const struct audit *audit, struct findings *out)
{
	struct arena *a = facts->ws->arena;
	const struct reasons r = reasons_of(facts);
	struct finding found = {
		.audit = audit, .outcome = OUTCOME_FIRES, .severity = audit->severity
	};
	double chance = 1;
	if (r.lost < LOSSES_MIN || !facts->ws->deals.loss_reason.code) {
		finding_silent(out, a, audit,
			arena_fmt(a, "needs %d lost deals with a reason, has %" PRI_STR,
				LOSSES_MIN, ARG_STR(words_number(a, r.written))),
			&fact_kinds[FACT_DEALS].unlock);
		return;
	}
	if (!sign_of(facts, &r, &found, &chance))
		return;
	struct finding *f = finding_add(out, a, audit);
	*f = found;
	f->certainty = certainty_of(chance, f->size.n);
	f->severity = severity_at(audit->severity, f->certainty);
	f->subject = S("loss-reasons");
	f->detail =
		S("A loss reason in the CRM is what the seller believes; the buyer’s own "
		  "words outrank it.");
	f->next = arena_fmt(a,
		"Interview the buyers of nine lost deals%" PRI_STR
		": nine talks show a cause behind a fifth of the losses 87 times in 100.",
		ARG_STR(next_talk(facts)));
	f->doubt = doubt_of(a, f, chance);
	f->figure = say_ratio(a, f->size.k, f->size.n, "");
	f->they_say = S("The reps were in the room.");
	f->then = S("They were; the buyer decided in another one, and only an interview "
		    "hears that.");
	f->stake_cents = facts->overall->cents[DEAL_LOST];
	cite(facts, &r, f);
}

static const int DEMANDS[] = { 25, 34, 0 };

const struct audit audit_loss_reason_unreliable = {
	.id = "loss-reason-unreliable",
	.number = "F11",
	.group = "deals",
	.title = "Can the loss reasons in the CRM be believed?",
	.why = "A roadmap or a price built on reasons that no buyer gave answers the "
	       "wrong "
	       "question.",
	.minimum = "eight lost deals; eight of them with an interview to compare both "
		   "witnesses",
	.needs = NEEDS(FACT_DEALS),
	.severity = SEVERITY_WATCH,
	.bring_to = "sales;revops",
	.demands = DEMANDS,
	.fires_on = "loss-reason-unreliable-fires",
	.silent_on = "loss-reason-unreliable-silent",
	.run = loss_reason_unreliable_run,
};
