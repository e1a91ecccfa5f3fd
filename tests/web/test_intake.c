// Tables and mailboxes become interactions between functions.
#include "folder.h"

static struct folder f;

static int make(void **state)
{
	(void)state;
	folder_make(&f);
	return 0;
}

static int drop(void **state)
{
	(void)state;
	folder_remove(&f);
	return 0;
}

TEST(rows_of_interactions_are_mail_meetings_and_tickets)
{
	put(&f, "people.csv", PEOPLE);
	put(&f, "interactions.csv",
		"date,from,to,channel,topic,initiated_by,minutes\n"
		"2025-11-03,ana,ben,mail,Launch,ana,\n"
		"2025-11-04,ana@acme.example,\"ben; Cem Yilmaz\",mail,,,\n"
		"2025-11-05,ana,dia,meeting,,,30\n"
		"2025-11-06,cem,\"Roy, Dia\",ticket,,,\n");
	gather(&f);
	print_notes(&f);
	print_message("%s", as_text(&f));
}

MAIN(cmocka_unit_test_setup_teardown(
	rows_of_interactions_are_mail_meetings_and_tickets, make, drop))
