// web_name: functions as people type them behind `candor web`.
#ifndef CLI_WEB_NAME_H
#define CLI_WEB_NAME_H

#include "cli/web_ask.h"

/*
 * The link between the two functions that the words at `first` and behind it name; where
 * the first name ends is found out (web/called.h).  ERROR_USAGE says which word is not
 * understood, what it could be, and which functions there are.
 */
bool web_name_link(const struct cli *cli, const struct web_ask *ask, size_t first,
	size_t *link, struct error *err);
// The function that `said` names, small ones included, as its place in traffic.functions.
bool web_name_function(const struct cli *cli, const struct web_ask *ask, struct str said,
	uint32_t *function, struct error *err);

#endif
