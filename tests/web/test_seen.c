// What the web says of its own sight: every count from the rows, nothing else.
#include "test.h"

#include "world.h"

enum { FUNCTIONS = 5, EACH = 6 };

static struct source SOURCES[] = {
	{ .path = STR_INIT("interactions.csv"), .role = ROLE_TABLE },
	{ .path = STR_INIT("mail/a.mbox"), .role = ROLE_MAIL },
	{ .path = STR_INIT("exports/slack/general/2026-06-01.json"), .role = ROLE_CHAT },
	{ .path = STR_INIT("exports/slack/launch/2026-06-02.json"), .role = ROLE_CHAT },
	{ .path = STR_INIT("calendar.ics"), .role = ROLE_CALENDAR },
};

struct sight {
	struct world world;
	struct workspace ws;
};

static void open_sight(struct sight *s)
{
	*s = (struct sight){ 0 };
	world_init(&s->world, FUNCTIONS, (size_t)FUNCTIONS * EACH);
	for (uint32_t p = 0; p < FUNCTIONS * EACH; p++)
		world_place(&s->world, p, p / EACH);
	s->ws = (struct workspace){ .arena = &s->world.arena,
		.sources = SOURCES,
		.source_count = COUNT(SOURCES) };
}

// `times` exchanges of somebody of `a` with somebody of `b`, each time other people.
static void meet(struct sight *s, uint32_t a, uint32_t b, enum web_channel channel,
	uint32_t source, size_t times)
{
	for (uint32_t i = 0; i < times; i++) {
		world_add(&s->world, (struct world_row){ .from = a * EACH + i % EACH,
					     .to = b * EACH + i % EACH,
					     .weight = 1,
					     .channel = (uint8_t)channel });
		s->world.traffic.at[s->world.traffic.count - 1].at.source = source;
	}
}

static const struct web *look(struct sight *s)
{
	world_run(&s->world);
	web_say_seen(&s->ws, &s->world.traffic, &s->world.settings, &s->world.arena,
		&s->world.web);
	return &s->world.web;
}

static void assert_says(struct str said, const char *part)
{
	if (str_find(said, str_of(part), 0) == SIZE_MAX)
		fail_msg("'%s' is not in: %.*s", part, (int)said.len, said.at);
}

static void assert_silent(struct str said, const char *part)
{
	assert_int_equal(str_find(said, str_of(part), 0), SIZE_MAX);
}

// Everybody with everybody, in one channel.
static void meet_all(struct sight *s, enum web_channel channel, uint32_t source, size_t n)
{
	for (uint32_t a = 0; a < FUNCTIONS; a++)
		for (uint32_t b = 0; b < a; b++)
			meet(s, a, b, channel, source, n);
}

TEST(channels_files_and_days_are_counted)
{
	struct sight s;
	open_sight(&s);
	meet_all(&s, CHANNEL_MAIL, 0, 120);
	meet_all(&s, CHANNEL_THREAD, 1, 10); // a reply in a mailbox is mail
	meet_all(&s, CHANNEL_THREAD, 2, 12); // and chat in a chat
	meet_all(&s, CHANNEL_REACTION, 3, 12);
	const struct web *w = look(&s);
	assert_says(w->seen, "Seen: mail 1,300 and chat 240 (interactions.csv to 30 June "
			     "2026, exports/slack/ to 30 June 2026, mail/a.mbox to 30 "
			     "June 2026). Not seen: meetings and tickets; ");
	assert_silent(w->seen, "emptier");
	assert_int_equal(w->by_channel[CHANNEL_MAIL], 1200);
	assert_int_equal(w->by_channel[CHANNEL_THREAD], 220);
	assert_int_equal(w->by_channel[CHANNEL_MEETING], 0);
	size_t all = 0;
	for (size_t c = 0; c < CHANNEL_COUNT; c++)
		all += w->by_channel[c];
	assert_int_equal(all, w->interactions);
	assert_says(w->weighing,
		"all replies count .7, all mail .5 and all reactions and "
		"mentions .2");
	assert_says(w->weighing, "90 days old counts half");
	world_done(&s.world);
}

TEST(who_is_in_fewer_channels_is_named)
{
	struct sight s;
	open_sight(&s);
	meet_all(&s, CHANNEL_MAIL, 0, 60);
	for (uint32_t a = 0; a < FUNCTIONS - 1; a++)
		for (uint32_t b = 0; b < a; b++)
			meet(&s, a, b, CHANNEL_MEETING, 4, 60);
	const struct web *w = look(&s);
	assert_says(w->seen, " Function 4 appears in fewer channels than others, so it "
			     "may look emptier than it is.");
	assert_silent(w->seen, "Function 3");
	world_done(&s.world);
}

// Three stray messages of a chat are no channel in which others are missed.
TEST(a_stray_channel_makes_nobody_thin)
{
	struct sight s;
	open_sight(&s);
	meet_all(&s, CHANNEL_MAIL, 0, 60);
	meet(&s, 0, 1, CHANNEL_THREAD, 2, 3);
	assert_silent(look(&s)->seen, "emptier");
	world_done(&s.world);
}

TEST(who_hardly_appears_is_named)
{
	struct sight s;
	open_sight(&s);
	for (uint32_t a = 0; a < FUNCTIONS; a++)
		for (uint32_t b = 0; b < a; b++)
			for (uint32_t i = 0; i < 24; i++) // two of function 4 at most
				world_add(
					&s.world, (struct world_row){
							  .from = a * EACH +
								  i % (a == 4 ? 2 : EACH),
							  .to = b * EACH + i % EACH,
							  .weight = 1,
							  .channel = CHANNEL_MAIL });
	assert_says(look(&s)->seen, " Fewer than half the people of Function 4 appear in "
				    "any row, so it may look emptier than it is.");
	world_done(&s.world);
}

TEST(what_is_left_out_or_old_or_missing_is_said)
{
	struct sight s;
	open_sight(&s);
	meet_all(&s, CHANNEL_MAIL, 0, 6);
	meet_all(&s, CHANNEL_MEETING, 4, 6);
	s.world.settings.weights[CHANNEL_MEETING] = 0;
	s.world.settings.half_life_days = 0;
	s.world.traffic.to = date_of(2026, 9, 1);
	const struct web *w = look(&s);
	assert_says(w->seen, "Seen: mail 60 (interactions.csv to 30 June 2026).");
	assert_says(w->seen, " The newest of it is 63 days older than this web.");
	assert_says(w->seen, " Left out by candor.yaml: meetings. Not seen: chat and "
			     "tickets;");
	assert_says(w->weighing, "Old and new count the same.");
	world_done(&s.world);

	open_sight(&s);
	assert_says(look(&s)->seen, "Seen: nothing; ");
	world_done(&s.world);
}

// Rows without days are given the window's last one: that is no day they were seen on.
TEST(a_file_without_days_gets_none)
{
	static const bool DAYLESS[COUNT(SOURCES)] = { true };
	struct sight s;
	open_sight(&s);
	meet(&s, 0, 1, CHANNEL_MAIL, 0, 60);
	s.world.traffic.dayless = DAYLESS;
	assert_says(look(&s)->seen, "Seen: mail 60 (interactions.csv without days).");
	world_done(&s.world);
}

// Many files: three by name, those with most first.
TEST(three_files_stand_for_all)
{
	struct sight s;
	struct source many[9];
	open_sight(&s);
	for (uint32_t i = 0; i < COUNT(many); i++) {
		many[i] = (struct source){ .role = ROLE_MAIL,
			.path = arena_fmt(&s.world.arena, "box-%u.mbox", i) };
		meet(&s, 0, 1, CHANNEL_MAIL, i, 10 + i);
	}
	s.ws.sources = many;
	s.ws.source_count = COUNT(many);
	assert_says(look(&s)->seen, "(box-8.mbox to 30 June 2026, box-7.mbox to 30 June "
				    "2026, box-6.mbox to 30 June 2026, and 6 more).");
	world_done(&s.world);
}

MAIN(RUN(channels_files_and_days_are_counted), RUN(who_is_in_fewer_channels_is_named),
	RUN(a_stray_channel_makes_nobody_thin), RUN(who_hardly_appears_is_named),
	RUN(what_is_left_out_or_old_or_missing_is_said),
	RUN(a_file_without_days_gets_none), RUN(three_files_stand_for_all))
