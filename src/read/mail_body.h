// mail_body: the text parts of a message, wherever in its tree they are.
#ifndef READ_MAIL_BODY_H
#define READ_MAIL_BODY_H

#include "doc/doc.h"
#include "read/mail_box.h"

enum {
	MAIL_DEPTH_MAX = 8,	 // of multiparts in multiparts
	MAIL_PARTS_MAX = 100,	 // looked at in one message
	MAIL_BODY_MAX = 8 << 20, // bytes of one message
};

/*
 * Writes the text/plain parts, or where there is none the words of the text/html parts,
 * as paragraphs said by `from`.  Attachments, attached messages, quoted replies and
 * signatures are left out, and so is what lies beyond the limits.
 */
void mail_body_put(struct doc *doc, const struct letter *letter, struct str from);

#endif
