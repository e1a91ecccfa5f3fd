// SubRip captions; what they have in common with other captions is in cue.c.
#include "read/cue.h"
#include "read/list.h"

static bool srt_read(
	struct str bytes, const struct read_how *how, struct doc *doc, struct error *err)
{
	(void)how; // nothing to decide for captions
	struct str source;
	return prose_source(doc->arena, bytes, &source, err) &&
	       cue_read(source, doc, err);
}

const struct reader reader_srt = {
	.name = "srt",
	.title = "SubRip captions",
	.suffixes = ".srt",
	.gives = "cues as speech with time and line, speakers and whole sentences as in "
		 "WebVTT; numbers, tags and positions are left out",
	.read = srt_read,
};
