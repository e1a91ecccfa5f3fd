// json_slack: one day of a channel in a Slack export.
#ifndef READ_JSON_SLACK_H
#define READ_JSON_SLACK_H

#include "doc/doc.h"
#include "read/json_scan.h"

// Whether a message of this subtype is written by the system or a program, or is gone.
bool slack_is_silent(struct str subtype);
// Whether an array whose '[' was just read begins with a message.
bool slack_begins(const struct json_scan *scan);
/*
 * Messages as speech, the speaker being the user's id as in users.json; joins, leaves,
 * bots and tombstones are left out.  Links show their label, mentions the id.  Stops
 * with ERROR_LIMIT in scan->damage at `most` blocks.
 */
void slack_put(struct json_scan *scan, struct doc *doc, size_t most);

#endif
