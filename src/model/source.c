#include "model/source.h"

#include <assert.h>

static const struct {
	const char *name, *title;
} ROLES[ROLE_COUNT] = {
	[ROLE_OTHER] = { "other", "Files of no known kind" },
	[ROLE_CONFIG] = { "configuration", "Configuration" },
	[ROLE_COPY] = { "copy", "Our own copy" },
	[ROLE_COPY_HISTORY] = { "earlier copy", "Earlier versions of our copy" },
	[ROLE_RIVAL] = { "competitor page", "Competitors' pages" },
	[ROLE_BATTLECARD] = { "battlecard", "Battlecards" },
	[ROLE_CANVAS] = { "canvas", "Positioning canvas" },
	[ROLE_CANVAS_HISTORY] = { "earlier canvas", "Earlier versions of the canvas" },
	[ROLE_NARRATIVE] = { "narrative", "Narrative" },
	[ROLE_CALL] = { "call", "Calls" },
	[ROLE_INTERVIEW] = { "interview", "Win-loss interviews" },
	[ROLE_TABLE] = { "table", "Tables" },
	[ROLE_LAUNCH] = { "launch", "Launches" },
	[ROLE_TIES] = { "relationships", "Drawn relationships" },
	[ROLE_REQUEST] = { "request", "Requests as mail or note" },
	[ROLE_STYLE] = { "rule", "Guardrail rules" },
	[ROLE_MAIL] = { "mail", "Mail headers" },
	[ROLE_CALENDAR] = { "calendar", "Calendars" },
	[ROLE_CHAT] = { "chat", "Chat exports" },
	[ROLE_TRAFFIC] = { "traffic", "Exports of mail and tickets" },
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
