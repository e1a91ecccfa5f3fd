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

static bool same_file(struct str path, struct str said)
{
	return str_eq(path, said) || (str_ends(path, said) && path.len > said.len &&
					     path.at[path.len - said.len - 1] == '/');
}

static size_t talk_of_source(const struct heard *h, uint32_t source)
{
	for (size_t i = 0; i < h->talk_count; i++)
		if (h->talks[i].source == source && h->talks[i].in <= HEARD_INTERVIEW)
			return i;
	return SIZE_MAX;
}

static size_t find_interview(
	const struct workspace *ws, const struct heard *h, struct str name)
{
	for (size_t i = 0; i < ws->papers.interview_count; i++)
		if (str_eq_nocase(ws->papers.interviews[i].id, name))
			return talk_of_source(h, ws->papers.interviews[i].source);
	return SIZE_MAX;
}

// The file of a call or an interview, by its path or its name with or without suffix.
static size_t find_file(
	const struct workspace *ws, const struct heard *h, struct str name)
{
	for (size_t i = 0; i < h->talk_count && name.len; i++) {
		const struct str path = ws->sources[h->talks[i].source].path;
		const struct str stem =
			str_cut(path, 0, path.len - path_suffix(path).len);
		if (h->talks[i].in <= HEARD_INTERVIEW &&
			(same_file(path, name) || same_file(stem, name)))
			return i;
	}
	return SIZE_MAX;
}

static bool find_review(const struct workspace *ws, const struct heard *h,
	struct str name, struct market_ref *out)
{
	const struct review *v = NULL;
	for (size_t i = 0; name.len && i < ws->records.reviews.count && !v; i++)
		if (str_eq_nocase(ws->records.reviews.at[i].id, name))
			v = &ws->records.reviews.at[i];
	for (size_t t = 0; v && t < h->talk_count; t++) {
		const struct talk *talk = &h->talks[t];
		if (talk->in != HEARD_REVIEW || talk->source != v->at.source ||
			!talk->buyer || h->lines[talk->from].place.major != v->at.row)
			continue;
		out->talk = (uint32_t)t;
		return true;
	}
	return false;
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

static void settle(const struct workspace *ws, const struct heard *h, size_t talk,
	struct market_ref *out)
{
	const struct talk *t = &h->talks[talk];
	out->found = true;
	out->witness = WITNESS_BUYER;
	out->talk = (uint32_t)talk;
	out->evidence.path = ws->sources[t->source].path;
	out->evidence.date = t->date;
	out->evidence.witness = WITNESS_BUYER;
}

struct market_ref market_ref_of(
	const struct workspace *ws, const struct heard *h, struct str value)
{
	struct market_ref out = { .witness = WITNESS_US };
	struct str name = str_trim(value), fragment = { 0 };
	const size_t hash = str_find_byte(name, '#', 0);
	if (hash != STR_NONE) {
		fragment = str_from(name, hash + 1);
		name = str_trim(str_cut(name, 0, hash));
	}
	const size_t file = find_file(ws, h, name);
	const size_t colon = str_find_byte(name, ':', 0);
	struct str tag = { 0 };
	if (colon != STR_NONE) {
		tag = str_trim(str_cut(name, 0, colon));
		name = str_trim(str_from(name, colon + 1));
		out.witness = witness_of_tag(tag);
	}
	size_t talk = file != STR_NONE ? file : find_interview(ws, h, name);
	if (talk == SIZE_MAX && out.witness == WITNESS_BUYER)
		talk = find_file(ws, h, name);
	if (talk != SIZE_MAX) {
		settle(ws, h, talk, &out);
		set_time(&out.evidence, fragment);
	} else if (find_review(ws, h, name, &out)) {
		settle(ws, h, out.talk, &out);
	}
	return out;
}
