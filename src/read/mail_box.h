// mail_box: where the messages of a mailbox begin and end.
#ifndef READ_MAIL_BOX_H
#define READ_MAIL_BOX_H

#include "base/base.h"

struct letter {
	struct str head, body;
	struct str envelope;	  // the "From " line above it, if it stands in an mbox
	uint32_t line, body_line; // where they begin
};

struct mail_box {
	struct str text;
	size_t at;
	uint32_t line;
	bool many; // an mbox: "From " lines between messages
};

// Whether the bytes begin like a mailbox or like the header of a mail.
bool mail_box_like(struct str bytes);
/*
 * A "From " line separates messages when it stands behind an empty line, holds a time
 * and a year, and is followed by a header: mboxo and mboxrd quote such lines in bodies
 * as ">From ", and bodies that were not quoted rarely look like that.
 */
bool mail_box_open(
	struct mail_box *b, struct str bytes, struct arena *a, struct error *err);
bool mail_box_next(struct mail_box *b, struct letter *l);

#endif
