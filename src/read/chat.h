// chat: who answered, mentioned or thanked whom, from Slack exports, never what was said.
#ifndef READ_CHAT_H
#define READ_CHAT_H

#include "base/base.h"

/*
 * One message of a channel.  People are ids as in users.json.  Mentions are those of the
 * message's own elements and of <@U1> in its text, which is looked at and passed over.
 * Everything is borrowed until the next one.
 */
struct chat_message {
	struct str user;   // who wrote it; empty if nobody is named
	struct str ts;	   // its name in the channel, as written; unique there
	struct str thread; // ts of the message that began the thread; empty if none
	struct str parent; // who began the thread, where the export says so
	struct str *mentions, *reactors; // each id once
	size_t mention_count, reactor_count;
	int64_t time_ms; // since 1970 in UTC
	bool has_time;
	bool automatic; // joins, leaves, topics, bots, deleted messages
	uint32_t line;
};

enum { CHAT_PEOPLE_MAX = 1000 }; // mentions, and reactors, of one message

struct chat;

// Whether the bytes begin like a day of a channel: an array of messages.
bool chat_like(struct str bytes);
// ERROR_FORMAT when they do not.  The bytes must stay valid.
bool chat_open(struct str bytes, struct arena *a, struct chat **out, struct error *err);
bool chat_next(struct chat *c, struct chat_message *m); // false at the end and at damage
// Once chat_next gave false: true at the end; otherwise the error names the line.
bool chat_whole(const struct chat *c, struct error *err);

#endif
