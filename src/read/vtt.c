// WebVTT captions; what they have in common with other captions is in cue.c.
#include "read/cue.h"
#include "read/list.h"

static bool vtt_read(
	struct str bytes, const struct read_how *how, struct doc *doc, struct error *err)
{
	(void)how; // nothing to decide for captions
	struct str source;
	return prose_source(doc->arena, bytes, &source, err) &&
	       cue_read(source, doc, err);
}

const struct reader reader_vtt = {
	.name = "vtt",
	.title = "WebVTT captions",
	.suffixes = ".vtt",
	.gives = "cues as speech with time and line; voices, names in front of colons "
		 "and dashes give the speaker; a sentence that one speaker says over "
		 "several cues is one block; NOTE blocks and header lines are kept "
		 "beside the text; styles, regions, settings and tags are left out",
	.sniff = cue_sniff,
	.read = vtt_read,
};
