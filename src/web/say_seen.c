// What the web was seen through, in words: channels, files, days, and who may look
// emptier.
#include "web/say.h"
#include "web/seen.h"

static const char *const WAY_NAMES[WAYS] = { "mail", "meetings", "chat", "tickets" };

struct saying {
	struct seeing seen;
	struct arena *arena; // of the result
	const struct web *web;
	size_t most_ways; // that any function has
};

// "a, b and c", of which this is number `i`.
static void put_joint(struct buf *out, size_t i, size_t count)
{
	buf_add(out, !i ? S("") : i + 1 == count ? S(" and ") : S(", "));
}

// candor.yaml gives it the weight 0.
static bool is_left_out(const struct saying *s, enum way way)
{
	static const enum web_channel OF[WAYS][2] = { [WAY_MAIL] = { CHANNEL_MAIL,
							      CHANNEL_MAIL },
		[WAY_MEETINGS] = { CHANNEL_MEETING, CHANNEL_MEETING },
		[WAY_CHAT] = { CHANNEL_THREAD, CHANNEL_REACTION },
		[WAY_TICKETS] = { CHANNEL_TICKET, CHANNEL_TICKET } };
	return s->seen.settings->weights[OF[way][0]] <= 0 &&
	       s->seen.settings->weights[OF[way][1]] <= 0;
}

enum sight { SIGHT_SEEN, SIGHT_UNSEEN, SIGHT_LEFT_OUT };

static enum sight sight_of(const struct saying *s, enum way way)
{
	return s->seen.ways[way]     ? SIGHT_SEEN
	       : is_left_out(s, way) ? SIGHT_LEFT_OUT
				     : SIGHT_UNSEEN;
}

static size_t count_ways(const struct saying *s, enum sight sight)
{
	size_t count = 0;
	for (enum way w = 0; w < WAYS; w++)
		count += sight_of(s, w) == sight;
	return count;
}

static void put_ways(const struct saying *s, enum sight sight, struct buf *out)
{
	const size_t count = count_ways(s, sight);
	size_t put = 0;
	for (enum way w = 0; w < WAYS; w++) {
		if (sight_of(s, w) != sight)
			continue;
		put_joint(out, put++, count);
		buf_add(out, str_of(WAY_NAMES[w]));
		if (s->seen.ways[w]) {
			buf_byte(out, ' ');
			buf_add(out, words_number(s->seen.scratch, s->seen.ways[w]));
		}
	}
}

// " (interactions.csv to 28 November 2025, ...)"
static void put_files(const struct saying *s, struct buf *out)
{
	enum { SHOWN = 3, PATH_CHARACTERS = 80 };
	for (size_t i = 0; i < s->seen.file_count && i < SHOWN; i++) {
		const struct seen_file *f = &s->seen.files[i];
		buf_fmt(out, "%s%" PRI_STR "%s%" PRI_STR, i ? ", " : " (",
			ARG_STR(utf8_safe(s->seen.scratch, f->name, PATH_CHARACTERS)),
			date_set(f->newest) ? " to " : " without days",
			ARG_STR(date_set(f->newest)
					? date_words(s->seen.scratch, f->newest)
					: S("")));
	}
	if (s->seen.file_count > SHOWN)
		buf_fmt(out, ", and %" PRI_STR " more",
			ARG_STR(words_number(
				s->seen.scratch, s->seen.file_count - SHOWN)));
	buf_add(out, s->seen.file_count ? S(").") : S("."));
}

// A channel with fewer than one in fifty of all exchanges says nothing of who is not in
// it.
static size_t ways_of(const struct saying *s, uint32_t function)
{
	enum { ONE_IN = 50 };
	size_t count = 0;
	for (size_t w = 0; w < WAYS; w++)
		count += s->seen.functions[function].ways[w] &&
			 s->seen.ways[w] >= s->seen.all / ONE_IN;
	return count;
}

static size_t most_ways(const struct saying *s)
{
	size_t most = 0;
	for (uint32_t f = 0; f < s->seen.traffic->function_count; f++)
		most = ways_of(s, f) > most ? ways_of(s, f) : most;
	return most;
}

static bool is_unseen(const struct saying *s, uint32_t function)
{
	return !s->seen.functions[function].people;
}

static bool has_fewer_ways(const struct saying *s, uint32_t function)
{
	return ways_of(s, function) < s->most_ways && !is_unseen(s, function);
}

static bool is_half_seen(const struct saying *s, uint32_t function)
{
	const struct seen_function *f = &s->seen.functions[function];
	return f->people && !f->grouped &&
	       2 * f->people < s->seen.traffic->functions[function].people;
}

// " Support, Finance and 2 more": functions with a node of their own.
static size_t put_functions(const struct saying *s,
	bool (*which)(const struct saying *s, uint32_t function), struct buf *out)
{
	enum { SHOWN = 3 };
	uint32_t nodes[WEB_NODES_MAX];
	size_t count = 0;
	for (uint32_t n = 0; n < s->web->node_count; n++)
		if (s->web->nodes[n].function != WEB_NONE &&
			which(s, s->web->nodes[n].function))
			nodes[count++] = n;
	const size_t named = count <= SHOWN ? count : SHOWN - 1;
	for (size_t i = 0; i < named; i++) {
		put_joint(out, i, count > named ? named + 1 : named);
		buf_add(out, say_node(s->seen.scratch, s->web, nodes[i]));
	}
	if (count > named)
		buf_fmt(out, " and %zu more", count - named);
	return count;
}

// Before and behind the names of one function, and of several.
struct phrase {
	bool (*which)(const struct saying *s, uint32_t function);
	const char *before, *one, *many;
};

static void put_thin(const struct saying *s, struct buf *out)
{
	static const struct phrase PHRASES[] = {
		{ is_unseen, "", "appears in no row, so nothing is known of it.",
			"appear in no row, so nothing is known of them." },
		{ has_fewer_ways, "",
			"appears in fewer channels than others, so it may look emptier "
			"than it is.",
			"appear in fewer channels than others, so they may look emptier "
			"than they are." },
		{ is_half_seen, "Fewer than half the people of ",
			"appear in any row, so it may look emptier than it is.",
			"appear in any row, so they may look emptier than they are." }
	};
	struct buf names = { 0 };
	for (size_t i = 0; s->seen.all && i < COUNT(PHRASES); i++) {
		const struct phrase *p = &PHRASES[i];
		buf_clear(&names);
		const size_t count = put_functions(s, p->which, &names);
		if (count)
			buf_fmt(out, " %s%" PRI_STR " %s", p->before,
				ARG_STR(buf_str(&names)), count == 1 ? p->one : p->many);
	}
	buf_done(&names);
}

static void put_age(const struct saying *s, struct buf *out)
{
	enum { OLD = 30 };
	const int days = s->seen.traffic->to.days - s->seen.newest.days;
	if (days > OLD && date_set(s->seen.newest))
		buf_fmt(out, " The newest of it is %d days older than this web.", days);
}

static struct str seen_sentence(const struct saying *s)
{
	struct buf out = { 0 };
	if (!count_ways(s, SIGHT_SEEN))
		return S("Seen: nothing; no file here says who turned to whom in the "
			 "window.");
	buf_add(&out, S("Seen: "));
	put_ways(s, SIGHT_SEEN, &out);
	put_files(s, &out);
	put_age(s, &out);
	if (count_ways(s, SIGHT_LEFT_OUT)) {
		buf_add(&out, S(" Left out by candor.yaml: "));
		put_ways(s, SIGHT_LEFT_OUT, &out);
		buf_byte(&out, '.');
	}
	if (count_ways(s, SIGHT_UNSEEN)) {
		buf_add(&out, S(" Not seen: "));
		put_ways(s, SIGHT_UNSEEN, &out);
		buf_add(&out, S("; functions that work together there look further "
				"apart than they are."));
	}
	put_thin(s, &out);
	const struct str all = arena_str(s->arena, buf_str(&out));
	buf_done(&out);
	return all;
}

// ".5", "1": what all of a channel counts.
static struct str weight_words(const struct saying *s, double weight)
{
	const struct str all = arena_fmt(s->seen.scratch, "%.3g", weight);
	return str_starts(all, S("0.")) ? str_from(all, 1) : all;
}

static void put_weights(const struct saying *s, struct buf *out)
{
	static const char *const NAMES[CHANNEL_COUNT] = { "meetings", "tickets",
		"replies", "mail", "reactions and mentions" };
	size_t count = 0, put = 0;
	for (size_t c = 0; c < CHANNEL_COUNT; c++)
		count += s->seen.channels[c] > 0;
	if (count < 2)
		return;
	buf_add(out, S("Taken together, "));
	for (size_t c = 0; c < CHANNEL_COUNT; c++) {
		if (!s->seen.channels[c])
			continue;
		put_joint(out, put, count);
		buf_fmt(out, "all %s %s%" PRI_STR, NAMES[c], put++ ? "" : "count ",
			ARG_STR(weight_words(s, s->seen.settings->weights[c])));
	}
	buf_add(out, S(", so that a busy channel cannot drown a quiet one. "));
}

static struct str weighing_sentence(const struct saying *s)
{
	struct buf out = { 0 };
	put_weights(s, &out);
	if (s->seen.settings->half_life_days > 0)
		buf_fmt(&out, "What is %.3g days old counts half.",
			s->seen.settings->half_life_days);
	else
		buf_add(&out, S("Old and new count the same."));
	buf_fmt(&out,
		" A message to more than %zu others, or a meeting with more than %zu, is "
		"an announcement and left out.",
		s->seen.settings->broadcast[CHANNEL_MAIL],
		s->seen.settings->broadcast[CHANNEL_MEETING]);
	const struct str all = arena_str(s->arena, buf_str(&out));
	buf_done(&out);
	return all;
}

void web_say_seen(const struct workspace *ws, const struct web_traffic *traffic,
	const struct web_settings *settings, struct arena *a, struct web *web)
{
	struct arena scratch = { 0 };
	struct saying s = { .seen = { .ws = ws,
				    .traffic = traffic,
				    .settings = settings,
				    .scratch = &scratch },
		.arena = a,
		.web = web };
	see(&s.seen);
	s.most_ways = most_ways(&s);
	for (size_t c = 0; c < CHANNEL_COUNT; c++)
		web->by_channel[c] = s.seen.channels[c];
	web->seen = seen_sentence(&s);
	web->weighing = weighing_sentence(&s);
	arena_free(&scratch);
}
