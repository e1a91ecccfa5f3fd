// Calendars and mailboxes that break parsers, counted by hand.
#include "folder.h"

#include <math.h>
#include <unistd.h>

#include "torture.h"

#define SHARED "../shared/data/web/data/"

static double volume_of(const struct web_traffic *t)
{
	double sum = 0;
	for (size_t i = 0; i < t->count; i++)
		sum += t->at[i].weight * t->at[i].count / t->at[i].reached;
	return sum;
}

static void must_count(const struct torture *torture)
{
	struct folder f;
	struct str files = str_of(torture->files), file;
	folder_make(&f);
	put(&f, "people.csv",
		arena_fmt(&f.arena, "person,function,email\n%s", torture->people).at);
	while (str_split(&files, ';', &file)) {
		const char *name = arena_cstr(&f.arena, file);
		put_file(&f, name, arena_fmt(&f.arena, SHARED "%s", name).at);
	}
	assert_true(date_parse(str_of(torture->from), DATE_UNSURE, &f.from));
	assert_true(date_parse(str_of(torture->to), DATE_UNSURE, &f.to));
	gather(&f);
	if (f.t.count != torture->interactions ||
		fabs(volume_of(&f.t) - torture->volume) > 1e-9)
		fail_msg("%s: %zu interactions of %.9g, not %zu of %.9g\n%s",
			torture->files, f.t.count, volume_of(&f.t), torture->interactions,
			torture->volume, as_text(&f));
	folder_remove(&f);
}

TEST(shared_calendars_and_mailboxes_say_what_was_counted_by_hand)
{
	if (access(SHARED, R_OK)) {
		print_message("skipped: no " SHARED "\n");
		skip();
	}
	for (size_t i = 0; i < COUNT(TORTURES); i++)
		must_count(&TORTURES[i]);
}

// The only thing it can say is who answered whom, and when.
TEST(the_shared_mailbox_is_one_answer)
{
	struct folder f;
	if (access(SHARED, R_OK))
		skip();
	folder_make(&f);
	put(&f, "people.csv",
		"person,function,email\nm,sales,mmihai@netcompsj.ro\n"
		"t,cs,teo.55@home.ro\n");
	put_file(&f, "mbox.rlug", SHARED "mbox-james/mbox.rlug");
	f.from = date_of(2003, 1, 1);
	f.to = date_of(2003, 12, 31);
	gather(&f);
	assert_string_equal(as_text(&f), "02-07 thread cs > sales /1 w1\n");
	folder_remove(&f);
}

MAIN(RUN(shared_calendars_and_mailboxes_say_what_was_counted_by_hand),
	RUN(the_shared_mailbox_is_one_answer))
