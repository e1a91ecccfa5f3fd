// check_words: praise, everybody's words, and the words that announce something concrete.
#ifndef SWAP_CHECK_WORDS_H
#define SWAP_CHECK_WORDS_H

#include "text/text.h"

enum check_tag {
	SAYS_PRAISE = 1,    // says that it is good, not what it is
	SAYS_EVERYBODY = 2, // the vocabulary of business and of software in general
	SAYS_HOW = 4,	    // announces how
	SAYS_LIMIT = 8,	    // announces when, or within which limits
	SAYS_WHOM = 16,	    // announces for whom
	SAYS_ROLE = 32,	    // somebody's work: nurses, engineers
	SAYS_TRADE = 64,    // announces a price or a limit
	SAYS_ALONE = 128,   // and says it by itself: "optional"
};

extern const struct lexicon_list check_lists[];
extern const size_t check_list_count;

#endif
