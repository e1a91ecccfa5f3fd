// voice: who would word it so? A model of every vendor's words, of equal size.
#ifndef SWAP_VOICE_H
#define SWAP_VOICE_H

#include "text/text.h"

/*
 * Fewer claims than VOICE_FEWEST say nothing about a vendor's wording.  Beyond VOICE_MOST
 * claims in all, each vendor is sampled, so that a model never costs more than that.
 */
enum { VOICE_FEWEST = 30, VOICE_MOST = 4096, VOICE_VENDORS = 64, VOICE_DRAWS = 8 };

// One claim of somebody.
struct voice_text {
	struct str text;
	uint32_t vendor;   // 0, 1, 2, ...
	uint32_t document; // 0, 1, 2, ... over all vendors
};

struct voice_plan {
	const struct voice_text *texts; // equal claims of a vendor are kept once
	size_t count, vendors, documents;
	const struct aliases *names; // masked
};

struct voices;

/*
 * Multinomial naive Bayes over hashed stems and pairs of neighbouring stems, smoothed
 * towards the words of all vendors together by a Dirichlet prior (Zhai and Lafferty
 * 2004).  A vendor with more text would win by its size alone, so that every vendor
 * speaks with equally many words: its claims are drawn in a fixed random order until the
 * smallest vendor's number of words is reached, VOICE_DRAWS times, and log probabilities
 * are averaged over draws.  Equal priors.  Lives in `a`.  O(text).
 */
struct voices *voices_open(const struct voice_plan *plan, struct arena *a);

// What of the plan is in the models: distinct claims of a vendor, and their documents.
size_t voices_claims(const struct voices *v, size_t vendor);
size_t voices_documents(const struct voices *v, size_t vendor);
bool voices_speaks(const struct voices *v, size_t vendor); // at least VOICE_FEWEST claims
// Whether the models have text number i of the plan itself, not only its copy.
bool voices_has(const struct voices *v, size_t i);

/*
 * Draws the models again without one document.  False if its vendor has fewer than
 * VOICE_FEWEST claims left, or fewer than two vendors speak: then nothing can be asked.
 */
bool voices_leave_out(struct voices *v, uint32_t document);

/*
 * How each vendor's model likes text number i of the plan better than the words of all
 * together do: mean log ratio a word, by vendor; 0 for those that do not speak.  Claims
 * that are nearly the text itself are left out of every model, whosever they are: that
 * they say it is evidence E.  False if the text has no word.  O(postings of its words).
 */
bool voices_ask(struct voices *v, size_t i, double *scores);

#endif
