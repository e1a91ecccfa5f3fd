// filter_words: what betrays a call to action, a set-up note, a legal line, a topic.
#ifndef CLAIM_FILTER_WORDS_H
#define CLAIM_FILTER_WORDS_H

#include "text/text.h"

enum filter_tag {
	TAG_ACTION = 1,	    // asks the reader to do something with us: "book a demo"
	TAG_OBJECT = 2,	    // what such a call is about: demo, trial, newsletter
	TAG_SETUP = 4,	    // what one does to software: install, configure, click
	TAG_MACHINE = 8,    // what one does it to: command, repository, port
	TAG_READER = 16,    // tells the reader: "you will need to", "make sure"
	TAG_LEGAL = 32,	    // terms, copyright, cookie notices
	TAG_TOPIC = 64,	    // headings that name what follows: pricing, features
	TAG_LEAD = 128,	    // first words of such headings: how, why, using
	TAG_PRAISE = 256,   // a short line with one of these says something: easy, own
	TAG_POINTER = 512,  // sends the reader elsewhere: "can be found at"
	TAG_PROJECT = 1024, // the project, not the product: contribute, issue tracker
	TAG_NOTE = 2048,    // note, warning, tip
	TAG_ROLE = 4096,    // who signs a testimonial: CEO, plant manager
	TAG_INSTRUCTION = 8192, // verbs that nearly always instruct: click, navigate
	TAG_FOLLOWS = 16384,	// goes on from an instruction before it: "alternatively"
	TAG_LETTER = 32768	// greetings, subjects and closings of letters
};

extern const struct lexicon_list filter_lists[];
extern const size_t filter_list_count;

#endif
