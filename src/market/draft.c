#include "market/market.h"
#include "market/users.h"

struct market_users {
	const struct heard *heard;
	struct users users;
};

const struct market_users *market_users_of(const struct market *m, struct arena *a)
{
	struct market_users *out = ARENA_NEW(a, struct market_users);
	struct owned lines;
	out->heard = m->heard;
	owned_of_heard(m->heard, 0, a, &lines);
	users_of(&lines, MARKET_FEW, NULL, a, &out->users);
	return out;
}

void market_backing_of(const struct market_users *u, struct str text, struct arena *a,
	struct market_backing *out)
{
	struct claim_parts parts;
	const struct market_words *words = u->heard->words;
	claim_parts_of(text, NULL, 0, a, &parts);
	*out = (struct market_backing){ 0 };
	for (size_t i = 0; i < parts.count; i++) {
		const struct claim_part *p = &parts.at[i];
		if (light_has(words->light, p->stem))
			continue;
		const uint32_t term = terms_find(&u->heard->terms, p->stem);
		const size_t users = term == TERM_NONE ? 0 : u->users.of_term[term];
		out->words++;
		out->theirs += users >= MARKET_FEW;
		if (!users && out->strange_count < COUNT(out->strange))
			out->strange[out->strange_count++] =
				str_cut(text, p->span.from, p->span.to - p->span.from);
	}
}
