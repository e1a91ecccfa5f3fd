#include "web/needs.h"

#include <math.h>

static const struct {
	const char *name;
	double strength;
} LEVELS[WEB_LEVELS] = {
	[WEB_INFORM] = { "inform", 1.0 / 3 },
	[WEB_CONTRIBUTE] = { "contribute", 1.0 / 2 },
	[WEB_COOWN] = { "coown", 2.0 / 3 },
	[WEB_DEPEND] = { "depend", 4.0 / 5 },
};

double web_level_strength(enum web_level level)
{
	return LEVELS[level].strength;
}

const char *web_level_name(enum web_level level)
{
	return LEVELS[level].name;
}

bool web_level_find(struct str name, enum web_level *out)
{
	for (size_t i = 0; i < WEB_LEVELS; i++)
		if (str_eq_nocase(name, str_of(LEVELS[i].name))) {
			*out = (enum web_level)i;
			return true;
		}
	return false;
}

void web_objective_link(
	struct arena *arena, struct web_objective *objective, struct web_need need)
{
	if (need.a == need.b)
		return;
	for (size_t i = 0; i < objective->link_count; i++) {
		struct web_need *old = &objective->links[i];
		if ((old->a == need.a && old->b == need.b) ||
			(old->a == need.b && old->b == need.a)) {
			old->level = need.level;
			return;
		}
	}
	objective->links = arena_more(arena, objective->links, objective->link_count,
		&objective->link_room, sizeof *objective->links);
	objective->links[objective->link_count++] = need;
}
