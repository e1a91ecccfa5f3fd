// web_terminal: what the terminal pages of a web have in common.
#ifndef REPORT_WEB_TERMINAL_H
#define REPORT_WEB_TERMINAL_H

#include "report/term.h"
#include "report/web_view.h"

struct web_terminal {
	struct term term;
	struct spelling words;
	bool seen_is_said; // which files and channels it was seen through
};

void web_terminal_open(struct web_terminal *t, const struct web_page *page,
	const struct look *look, struct buf *out, struct arena *scratch);
// A paragraph, indented; nothing for an empty text.
void web_terminal_line(
	struct web_terminal *t, size_t indent, enum ink ink, struct str text);
// What was seen, unless it stands above, and whom this may not be used against.
void web_terminal_notice(struct web_terminal *t);

#endif
