#include "web/called.h"

#include "model/model.h"
#include "web/checklist.h"

enum { INITIALS_MAX = 8 };

// "field-operations" becomes "fo"; nothing for one word.
static struct str initials_of(struct arena *a, struct str id)
{
	char *at = arena_alloc(a, INITIALS_MAX, 1);
	size_t len = 0;
	struct str rest = id, word;
	while (str_split(&rest, '-', &word) && len < INITIALS_MAX)
		if (word.len && !str_eq(word, S("and")))
			at[len++] = word.at[0];
	return (struct str){ at, len > 1 ? len : 0 };
}

static bool is_called(const struct called_name *n, struct str id, enum called_how how,
	enum usual usual, struct arena *a)
{
	const struct str name = config_id(a, n->name), own = config_id(a, n->id);
	switch (how) {
	case CALLED_NAME:
		return str_eq(own, id) || str_eq(name, id);
	case CALLED_SHORT:
		return usual != USUAL_COUNT &&
		       (usual_of(own) == usual ||
			       (usual_of(own) == USUAL_COUNT && usual_of(name) == usual));
	case CALLED_BEGIN:
		return str_starts(own, id) || str_starts(name, id);
	case CALLED_INITIALS:
		return str_eq(initials_of(a, own), id) ||
		       str_eq(initials_of(a, name), id);
	case CALLED_NOT:
		break;
	}
	return false;
}

void called_find(const struct called_name *names, size_t count, struct str said,
	struct arena *a, struct called *out)
{
	const struct str id = config_id(a, said);
	const enum usual usual = usual_of(said);
	*out = (struct called){ .how = CALLED_NOT };
	for (unsigned how = 0; how < CALLED_NOT && id.len && !out->count; how++)
		for (size_t i = 0; i < count && out->count < CALLED_MAX; i++)
			if (is_called(&names[i], id, (enum called_how)how, usual, a)) {
				out->how = (enum called_how)how;
				out->at[out->count++] = i;
			}
}

static struct str joined(struct arena *a, const struct str *words, size_t count)
{
	struct str all = S("");
	for (size_t i = 0; i < count; i++)
		all = arena_fmt(a, "%" PRI_STR "%s%" PRI_STR, ARG_STR(all), i ? " " : "",
			ARG_STR(words[i]));
	return all;
}

static bool same_function(const struct called_pair *p)
{
	return p->ends[0].at[0] == p->ends[1].at[0];
}

// How much of a cut is understood: 0 is best.
static unsigned doubt_of(const struct called_pair *p)
{
	enum { UNKNOWN = 10 * CALLED_NOT };
	unsigned doubt = 0;
	for (size_t e = 0; e < 2; e++)
		doubt += called_one(&p->ends[e]) ? (unsigned)p->ends[e].how : UNKNOWN;
	return p->found ? doubt : doubt + UNKNOWN;
}

static bool same_pair(const struct called_pair *p, const struct called_pair *q)
{
	return p->ends[0].at[0] == q->ends[0].at[0] &&
	       p->ends[1].at[0] == q->ends[1].at[0];
}

void called_pair_find(const struct called_name *names, size_t count,
	const struct str *words, size_t word_count, struct arena *a,
	struct called_pair *out)
{
	*out = (struct called_pair){ 0 };
	for (size_t cut = 1; cut < word_count; cut++) {
		struct called_pair p = {
			.said = { joined(a, words, cut),
				joined(a, words + cut, word_count - cut) }
		};
		for (size_t e = 0; e < 2; e++)
			called_find(names, count, p.said[e], a, &p.ends[e]);
		p.found = called_one(&p.ends[0]) && called_one(&p.ends[1]) &&
			  !same_function(&p);
		if (cut == 1 || doubt_of(&p) < doubt_of(out))
			*out = p;
		else if (p.found && doubt_of(&p) == doubt_of(out))
			out->two_ways |= !same_pair(&p, out);
	}
}
