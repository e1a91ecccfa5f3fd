// mail_reply: what the sender of a mail wrote, without what was written before.
#ifndef READ_MAIL_REPLY_H
#define READ_MAIL_REPLY_H

#include "read/mail_lines.h"

/*
 * Empties quoted lines and the lines that introduce them, and ends the text before a
 * signature, a forwarded message, or the header that Outlook puts above an old one.
 */
void mail_reply_cut(struct mail_lines *lines);

#endif
