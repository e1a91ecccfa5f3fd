#include "model/source.h"

#include <assert.h>

static const struct {
	const char *name, *title;
} ROLES[ROLE_COUNT] = {
	[ROLE_OTHER] = { "other", "files of no known kind" },
	[ROLE_CONFIG] = { "configuration", "configuration" },
	[ROLE_COPY] = { "copy", "our own copy" },
	[ROLE_COPY_HISTORY] = { "earlier copy", "earlier versions of our copy" },
	[ROLE_RIVAL] = { "competitor page", "competitors' pages" },
	[ROLE_BATTLECARD] = { "battlecard", "battlecards" },
	[ROLE_CANVAS] = { "canvas", "positioning canvas" },
	[ROLE_CANVAS_HISTORY] = { "earlier canvas", "earlier versions of the canvas" },
	[ROLE_NARRATIVE] = { "narrative", "narrative" },
	[ROLE_CALL] = { "call", "calls" },
	[ROLE_INTERVIEW] = { "interview", "win-loss interviews" },
	[ROLE_TABLE] = { "table", "tables" },
	[ROLE_LAUNCH] = { "launch", "launches" },
	[ROLE_TIES] = { "relationships", "drawn relationships" },
	[ROLE_REQUEST] = { "request", "requests as mail or note" },
	[ROLE_STYLE] = { "rule", "guardrail rules" },
	[ROLE_MAIL] = { "mail", "mail headers" },
	[ROLE_CALENDAR] = { "calendar", "calendars" },
	[ROLE_CHAT] = { "chat", "chat exports" },
};

const char *role_name(enum role role)
{
	assert(role < ROLE_COUNT);
	return ROLES[role].name;
}

const char *role_title(enum role role)
{
	assert(role < ROLE_COUNT);
	return ROLES[role].title;
}
