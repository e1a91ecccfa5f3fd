// mail_html: the words of an HTML mail.  Pages are read by the html reader.
#ifndef READ_MAIL_HTML_H
#define READ_MAIL_HTML_H

#include "read/mail_lines.h"

/*
 * Takes tags, scripts, styles, comments and quoted replies out of the lines, in place of
 * which block elements leave an empty line; entities become characters.  Linear.
 */
void mail_html_strip(struct mail_lines *lines, struct arena *a);

#endif
