// cue_text: the words of one cue: tags, voices, dashes, captions that roll.
#ifndef READ_CUE_TEXT_H
#define READ_CUE_TEXT_H

#include "read/speech.h"

enum { CUES_SURVEYED = 2000 }; // enough to see whether captions scroll

struct cue {
	uint32_t start, end; // milliseconds
	uint32_t line;	     // of its first words in the file
	struct str words;    // its lines, in the source
};

// What is known of a whole file, and where we are in it.
struct cue_file {
	struct speech speech;
	struct speech_names names;
	bool voices;	      // some cue has a <v> tag: colons mean nothing then
	size_t cues, repeats; // that begin with the line that the one before ended with
	bool rolls;	      // lines come twice, as they scroll up
	uint64_t last_line;   // hash of the words of the line that was last
	struct str last_voice, last_name; // the tag <v ...> that was last, and its name
	uint32_t last_end;		  // of the cue before
	bool began;
	// Who says the next words; taken up when there are some.
	bool turn_due;
	struct str next_speaker;
};

void cue_survey(struct cue_file *f, const struct cue *c); // first pass: counts only
void cue_surveyed(struct cue_file *f);			  // between the two
void cue_say(struct cue_file *f, const struct cue *c);	  // second pass: its words

#endif
