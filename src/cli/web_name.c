#include "cli/web_name.h"

#include "web/web.h"

enum { LISTED_BYTES = 220, TYPED_MAX = 60 };

struct known {
	const struct web_ask *ask;
	struct arena *a;
	struct called_name *at;
	size_t count;
};

static struct known of_nodes(const struct cli *cli, const struct web_ask *ask)
{
	struct known n = { .ask = ask, .a = cli->arena };
	n.at = ARENA_ARRAY(n.a, struct called_name, ask->web.node_count + 1);
	for (; n.count < ask->web.node_count; n.count++)
		n.at[n.count] = (struct called_name){ ask->web.nodes[n.count].id,
			ask->web.nodes[n.count].name };
	return n;
}

static struct known of_functions(const struct cli *cli, const struct web_ask *ask)
{
	struct known n = { .ask = ask, .a = cli->arena };
	n.at = ARENA_ARRAY(n.a, struct called_name, ask->traffic.function_count + 1);
	for (; n.count < ask->traffic.function_count; n.count++)
		n.at[n.count] = (struct called_name){ ask->traffic.functions[n.count].id,
			ask->traffic.functions[n.count].name };
	return n;
}

static struct str name_at(const struct known *n, size_t i)
{
	const struct called_name *c = &n->at[i];
	return utf8_safe(n->a, c->name.len ? c->name : c->id, TYPED_MAX);
}

// "Sales, Product and Support", as far as there is room.
static struct str listed(
	const struct known *n, const size_t *places, size_t count, const char *last)
{
	struct buf out = { 0 };
	size_t i = 0;
	for (; i < count && out.len < LISTED_BYTES; i++)
		buf_fmt(&out, "%s%" PRI_STR,
			!i		 ? ""
			: i + 1 == count ? last
					 : ", ",
			ARG_STR(name_at(n, places ? places[i] : i)));
	if (i < count)
		buf_fmt(&out, " and %zu more", count - i);
	const struct str all = arena_str(n->a, buf_str(&out));
	buf_done(&out);
	return all;
}

// A function with people of its own, too few of them to be shown.
static bool is_small(const struct known *n, struct str said)
{
	const struct web_traffic *t = &n->ask->traffic;
	struct called_name *all =
		ARENA_ARRAY(n->a, struct called_name, t->function_count + 1);
	struct called found;
	for (size_t i = 0; i < t->function_count; i++)
		all[i] = (struct called_name){ t->functions[i].id, t->functions[i].name };
	called_find(all, t->function_count, said, n->a, &found);
	return called_one(&found);
}

static struct str nearest(const struct known *n, struct str said)
{
	struct near near = { .word = said };
	for (size_t i = 0; i < n->count; i++) {
		near_try(&near, n->at[i].id);
		near_try(&near, n->at[i].name);
	}
	return near_found(&near) ? near.best : S("");
}

static bool is_part_of_others(const struct known *n)
{
	return web_node_find(&n->ask->web, S("other")) != WEB_NONE;
}

static bool unknown(const struct known *n, struct str said, struct error *err)
{
	const struct str near = nearest(n, said);
	if (!n->count)
		return error_set(err, ERROR_USAGE,
			"there is no function '%" PRI_STR "': no file says who belongs "
			"to which; people.csv does (`candor help files people.csv`)",
			ARG_STR(said));
	if (is_small(n, said))
		return error_set(err, ERROR_USAGE,
			"'%" PRI_STR "' has fewer than %d people, so it is %s (web.k in "
			"candor.yaml)",
			ARG_STR(said), n->ask->ws.config.web.k,
			is_part_of_others(n)
				? "shown only within Other functions: `candor web other "
				  "sales` asks for those"
				: "not shown");
	const struct str guess =
		near.len ? arena_fmt(n->a, "; did you mean '%" PRI_STR "'?",
				   ARG_STR(utf8_safe(n->a, near, TYPED_MAX)))
			 : S(".");
	return error_set(err, ERROR_USAGE,
		"there is no function '%" PRI_STR "'%" PRI_STR " There are %" PRI_STR,
		ARG_STR(said), ARG_STR(guess),
		ARG_STR(listed(n, NULL, n->count, " and ")));
}

// Why a name is not one function.
static bool blame(const struct known *n, struct str said, const struct called *found,
	struct error *err)
{
	const struct str safe = utf8_safe(n->a, said, TYPED_MAX);
	if (!found->count)
		return unknown(n, safe, err);
	return error_set(err, ERROR_USAGE,
		"'%" PRI_STR "' could be %" PRI_STR "; say more of it", ARG_STR(safe),
		ARG_STR(listed(n, found->at, found->count, " or ")));
}

// More than two words, and no cut makes sense of either side.
static bool is_gibberish(const struct called_pair *p, size_t words)
{
	return words > 2 && !p->ends[0].count && !p->ends[1].count;
}

static bool blame_pair(const struct known *n, const struct called_pair *p, size_t words,
	struct error *err)
{
	if (is_gibberish(p, words))
		return error_set(err, ERROR_USAGE,
			"'%" PRI_STR " %" PRI_STR "' names no two functions. There are "
			"%" PRI_STR,
			ARG_STR(utf8_safe(n->a, p->said[0], TYPED_MAX)),
			ARG_STR(utf8_safe(n->a, p->said[1], TYPED_MAX)),
			ARG_STR(listed(n, NULL, n->count, " and ")));
	for (size_t e = 0; e < 2; e++)
		if (!called_one(&p->ends[e]))
			return blame(n, p->said[e], &p->ends[e], err);
	if (!p->found)
		return error_set(err, ERROR_USAGE,
			"'%" PRI_STR "' and '%" PRI_STR
			"' are the same function; two are expected",
			ARG_STR(utf8_safe(n->a, p->said[0], TYPED_MAX)),
			ARG_STR(utf8_safe(n->a, p->said[1], TYPED_MAX)));
	return error_set(err, ERROR_USAGE,
		"these words name two functions in more than one way; put each name in "
		"quotes, as in candor web '%" PRI_STR "' '%" PRI_STR "'",
		ARG_STR(name_at(n, p->ends[0].at[0])),
		ARG_STR(name_at(n, p->ends[1].at[0])));
}

// What was typed; one word in quotes may hold both names.
static struct str *typed_words(
	const struct cli *cli, size_t first, struct arena *a, size_t *count)
{
	*count = cli->word_count - first;
	const struct str one = *count == 1 ? str_of(cli->words[first]) : S("");
	struct str *words = ARENA_ARRAY(a, struct str, *count + one.len + 1);
	struct str rest = one, word;
	for (size_t i = 0; i < *count; i++)
		words[i] = str_of(cli->words[first + i]);
	if (*count != 1)
		return words;
	for (*count = 0; str_split(&rest, ' ', &word);)
		if (word.len)
			words[(*count)++] = word;
	return words;
}

bool web_name_link(const struct cli *cli, const struct web_ask *ask, size_t first,
	size_t *link, struct error *err)
{
	const struct known n = of_nodes(cli, ask);
	size_t count = 0;
	const struct str *words = typed_words(cli, first, n.a, &count);
	struct called_pair pair;
	if (count < 2)
		return error_set(err, ERROR_USAGE,
			"two functions are expected, as in `candor web %ssales "
			"product`%s%" PRI_STR,
			first ? "who " : "", n.count ? "; there are " : "",
			ARG_STR(listed(&n, NULL, n.count, " and ")));
	called_pair_find(n.at, n.count, words, count, n.a, &pair);
	if (!pair.found || pair.two_ways)
		return blame_pair(&n, &pair, count, err);
	*link = web_link_index(
		&ask->web, (uint32_t)pair.ends[0].at[0], (uint32_t)pair.ends[1].at[0]);
	return true;
}

bool web_name_function(const struct cli *cli, const struct web_ask *ask, struct str said,
	uint32_t *function, struct error *err)
{
	const struct known n = of_functions(cli, ask);
	struct called found;
	called_find(n.at, n.count, said, n.a, &found);
	if (!called_one(&found))
		return blame(&n, said, &found, err);
	*function = (uint32_t)found.at[0];
	return true;
}
