#include "market/refs.h"

// What stands before the colon of a reference, and whose word it makes it.
static const struct {
	const char *tags;
	enum witness witness;
} TAGS[] = {
	{ "interview|interviews|call|calls|review|reviews|ticket|tickets|request|survey|"
	  "interviewt|anruf|gespräch|bewertung|umfrage",
		WITNESS_BUYER },
	{ "analyst|analysts|press|study|report|studie|analyse|presse",
		WITNESS_THIRD_PARTY },
	{ "deal|deals|crm|sales|seller|rep|reps|vertrieb", WITNESS_SELLER },
};

static enum witness witness_of_tag(struct str tag)
{
	size_t at = 0;
	for (size_t i = 0; i < COUNT(TAGS); i++)
		if (tag.len && list_find(TAGS[i].tags, tag, 0, &at) == tag.len)
			return TAGS[i].witness;
	return WITNESS_US;
}

struct market_refs {
	const struct workspace *ws;
	const struct heard *heard;
	struct map names; // of talks: in lower case
	uint32_t *talk;	  // by name
	size_t room;
	struct arena *arena;
};

// The first talk of a name has it.
static void name_talk(struct market_refs *r, struct str name, size_t talk)
{
	const size_t before = r->names.count;
	const size_t at =
		name.len ? map_add(&r->names, utf8_lower(r->arena, name)) : MAP_NONE;
	if (at != before)
		return;
	while (r->room <= at)
		r->talk =
			arena_more(r->arena, r->talk, r->room, &r->room, sizeof *r->talk);
	r->talk[at] = (uint32_t)talk;
}

static struct str without_suffix(struct str path)
{
	return str_cut(path, 0, path.len - path_suffix(path).len);
}

static void name_file(struct market_refs *r, size_t talk)
{
	const struct str path = r->ws->sources[r->heard->talks[talk].source].path;
	name_talk(r, path, talk);
	name_talk(r, without_suffix(path), talk);
	name_talk(r, path_name(path), talk);
	name_talk(r, without_suffix(path_name(path)), talk);
}

// Reviews stand in heard in the order of the table, those about others left out.
static void name_reviews(struct market_refs *r)
{
	const struct records *records = &r->ws->records;
	size_t v = 0;
	for (size_t t = 0; t < r->heard->talk_count; t++) {
		const struct talk *talk = &r->heard->talks[t];
		if (talk->in != HEARD_REVIEW || !talk->buyer)
			continue;
		const uint32_t row = r->heard->lines[talk->from].place.major;
		while (v < records->reviews.count &&
			(records->reviews.at[v].at.source != talk->source ||
				records->reviews.at[v].at.row != row))
			v++;
		if (v < records->reviews.count)
			name_talk(r, records->reviews.at[v].id, t);
	}
}

const struct market_refs *market_refs_of(
	const struct workspace *ws, const struct heard *heard, struct arena *a)
{
	struct market_refs *r = ARENA_NEW(a, struct market_refs);
	*r = (struct market_refs){
		.ws = ws, .heard = heard, .names.arena = a, .arena = a
	};
	size_t interview = 0;
	for (size_t t = 0; t < heard->talk_count; t++) {
		const enum heard_in in = heard->talks[t].in;
		if (in == HEARD_INTERVIEW) // one talk each, in their order
			name_talk(r, ws->papers.interviews[interview++].id, t);
		if (in <= HEARD_INTERVIEW)
			name_file(r, t);
	}
	name_reviews(r);
	return r;
}

static size_t find_talk(const struct market_refs *r, struct str name)
{
	const size_t at =
		name.len ? map_find(&r->names, utf8_lower(r->arena, name)) : MAP_NONE;
	return at == MAP_NONE ? SIZE_MAX : r->talk[at];
}

// "#00:04:12" behind a path.
static void set_time(struct evidence *e, struct str fragment)
{
	int64_t parts[3] = { 0 };
	size_t count = 0;
	struct str part;
	while (count < COUNT(parts) && str_split(&fragment, ':', &part))
		if (!str_to_int(part, &parts[count++]) || parts[count - 1] < 0 ||
			parts[count - 1] > 6000)
			return;
	if (count < 2)
		return;
	const int64_t seconds = count == 3 ? parts[0] * 3600 + parts[1] * 60 + parts[2]
					   : parts[0] * 60 + parts[1];
	e->place =
		(struct place){ .kind = PLACE_TIME, .major = (uint32_t)(seconds * 1000) };
}

static void settle(const struct market_refs *r, size_t talk, struct market_ref *out)
{
	const struct talk *t = &r->heard->talks[talk];
	out->found = true;
	out->witness = WITNESS_BUYER;
	out->talk = (uint32_t)talk;
	out->evidence.path = r->ws->sources[t->source].path;
	out->evidence.date = t->date;
	out->evidence.witness = WITNESS_BUYER;
}

struct market_ref market_ref_of(const struct market_refs *r, struct str value)
{
	struct market_ref out = { .witness = WITNESS_US };
	struct str name = str_trim(value), fragment = { 0 };
	const size_t hash = str_find_byte(name, '#', 0);
	if (hash != STR_NONE) {
		fragment = str_from(name, hash + 1);
		name = str_trim(str_cut(name, 0, hash));
	}
	size_t talk = find_talk(r, name);
	const size_t colon = str_find_byte(name, ':', 0);
	if (talk == SIZE_MAX && colon != STR_NONE) {
		out.witness = witness_of_tag(str_trim(str_cut(name, 0, colon)));
		if (out.witness == WITNESS_BUYER)
			talk = find_talk(r, str_trim(str_from(name, colon + 1)));
	}
	if (talk == SIZE_MAX)
		return out;
	settle(r, talk, &out);
	set_time(&out.evidence, fragment);
	return out;
}
