#include "audit/absent.h"

#include "audit/say.h"

// The node of an end, or WEB_NONE.
static uint32_t node_of(const struct web_facts *w, struct web_end end)
{
	return end.function < w->traffic.function_count ? w->ground.node_of[end.function]
							: WEB_NONE;
}

// The last day on which each node had anything with another one.
static struct date *last_days(const struct web_facts *w, struct arena *a)
{
	const struct web_traffic *t = &w->traffic;
	struct date *last = ARENA_ARRAY(a, struct date, w->web.node_count + 1);
	for (size_t i = 0; i < t->count; i++) {
		const struct web_interaction *x = &t->at[i];
		const uint32_t from = node_of(w, x->actor);
		for (uint32_t k = 0; k < x->count; k++) {
			const uint32_t to = node_of(w, t->ends[x->first + k]);
			if (from == to)
				continue;
			if (from != WEB_NONE && x->day.days > last[from].days)
				last[from] = x->day;
			if (to != WEB_NONE && x->day.days > last[to].days)
				last[to] = x->day;
		}
	}
	return last;
}

static size_t texts_of(const struct web_facts *w, uint32_t node)
{
	size_t count = 0;
	for (size_t i = 0; i < w->ground.count; i++)
		count += w->ground.at[i].node == node &&
			 w->ground.at[i].kind != SAID_EXCHANGE;
	return count;
}

// The first live objective with a link of this node; SIZE_MAX if only a drawing asks.
static size_t aim_of(const struct web *web, uint32_t node)
{
	for (size_t o = 0; o < web->aim_count; o++)
		for (size_t l = 0; l < web->aims[o].link_count; l++) {
			const struct web_link *link =
				&web->links[web->aims[o].links[l].link];
			if (link->a == node || link->b == node)
				return o;
		}
	return SIZE_MAX;
}

void absents_of(const struct web_facts *w, struct arena *a, struct absents *out)
{
	const struct web *web = &w->web;
	const struct date *last = last_days(w, a);
	*out = (struct absents){ .at = ARENA_ARRAY(
					 a, struct absent, web->node_count + 1) };
	for (uint32_t n = 0; n < web->node_count; n++) {
		const size_t aim = aim_of(web, n);
		if (!web->nodes[n].on_path || aim == SIZE_MAX ||
			last[n].days > w->traffic.to.days - TALK_DAYS)
			continue;
		out->at[out->count++] = (struct absent){ .node = n,
			.aim = (uint32_t)aim,
			.has_rows = date_set(last[n]),
			.last = last[n],
			.texts = texts_of(w, n) };
	}
}

struct str absent_words(
	const struct web_facts *w, const struct absent *absent, struct arena *a)
{
	const struct str head = arena_fmt(a,
		"%" PRI_STR " is on the way to “%" PRI_STR
		"” and has no exchange in %d days",
		ARG_STR(say_name(a, w->web.nodes[absent->node].name)),
		ARG_STR(say_name(a, w->web.aims[absent->aim].name)), TALK_DAYS);
	if (absent->has_rows)
		return arena_fmt(a, "%" PRI_STR "; the last was on %" PRI_STR ".",
			ARG_STR(head), ARG_STR(date_words(a, absent->last)));
	if (!absent->texts)
		return arena_fmt(a,
			"%" PRI_STR " and no file of theirs is here: a file that is "
			"missing, perhaps, rather than a relationship.",
			ARG_STR(head));
	return arena_fmt(a,
		"%" PRI_STR "; %" PRI_STR " of their requests and documents %s here, but "
		"no mail, calendar or table of who met whom names them: a file that is "
		"missing, perhaps, rather than a relationship.",
		ARG_STR(head), ARG_STR(say_number(a, absent->texts)),
		absent->texts == 1 ? "is" : "are");
}
