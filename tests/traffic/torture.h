// torture: what the shared calendars and mailboxes say of who turned to whom.
#ifndef TESTS_WEB_TORTURE_H
#define TESTS_WEB_TORTURE_H

#include <stddef.h>

/*
 * Counted by hand from the files, with tests/read/web_counts.h for the instances of each
 * series, before the first run.  `people` is people.csv's rows behind its header.  A
 * meeting of n is an interaction for each of them and each kind of answer among the
 * others; `volume` is the sum of weight * targets / reached: hours * a's chance to come *
 * b's chance to come / (n - 1) over all ordered pairs.
 */
struct torture {
	const char *files; // ';' between
	const char *from, *to;
	const char *people;
	size_t interactions;
	double volume;
};

#define BAR "foo,sales,foo@bar.com\nx,product,x@bar.com\n"
#define MOZ "jlal,sales,jlal@mozilla.com\nfra,product,frashed@mozilla.com\n"
#define FOUR                                                                             \
	MOZ "cal,support,calmozilla1@gmail.com\njames,cs,james@lightsofapollo.com\n"     \
	    "iam,legal,iam.revelation@gmail.com\n"

static const struct torture TORTURES[] = {
	// Nobody is invited; or there is no start; or it takes all day.
	{ "ics-icalendar/america_new_york.ics;ics-icalendar/big_bad_calendar.ics;"
	  "ics-icalendar/bom_calendar.ics;ics-icalendar/event_with_rsvp.ics;"
	  "ics-icalendar/property_params.ics;"
	  "ics-icalendar/rfc_7256_multi_value_parameters.ics;ics-icaljs/daily_recur.ics;"
	  "ics-icaljs/day_long_recur_yearly.ics;ics-icaljs/duration_instead_of_dtend.ics;"
	  "ics-icaljs/google_birthday.ics;ics-icaljs/minimal.ics;"
	  "ics-icaljs/only_dtstart_date.ics;ics-icaljs/rdate_exdate.ics",
		"2000-01-01", "2030-01-01",
		"a,sales,rembrand@xs4all.nl\nb,product,rembrand@daxlab.com\n"
		"c,support,rembspam@xs4all.nl\nd,cs,someone@example.com\n"
		"e,legal,calmozilla1@gmail.com\n",
		0, 0 },
	// Three who have not answered, six and a half hours: six ordered pairs of
	// 6.5 * .5 * .5 / 2.
	{ "ics-icalendar/example.ics", "2026-01-01", "2026-12-31",
		"a,sales,me@example.com\nb,product,another_friend@example.com\n"
		"c,support,late_joiner@example.com\n",
		3, 4.875 },
	// 14 weekdays, two who said yes, half an hour: two pairs of .5 each.
	{ "ics-icaljs/parserv2.ics", "2012-09-01", "2012-09-30", BAR, 28, 14 },
	// 36 half hours; the guest has not answered: two pairs of .5 * 1 * .5.
	{ "ics-icaljs/multiple_rrules.ics", "2012-01-01", "2012-12-31", MOZ, 72, 18 },
	// Six of the eight instances have guests: organizer and one yes, two unanswered.
	// Each of four turns to the sure ones and to the unsure ones: 8 interactions.
	// Pairs: 2 of 1 * 1, 8 of 1 * .5, 2 of .5 * .5 make 6.5; half an hour; over 3.
	{ "ics-icaljs/recur_instances.ics", "2012-10-01", "2013-05-31", FOUR, 48, 6.5 },
	{ "ics-icaljs/recur_instances_finite.ics", "2012-01-01", "2013-12-31", FOUR, 40,
		5 * 6.5 / 6 },
	// Both are of one series: 6 and 10 November stand in both and count once.
	{ "ics-icaljs/recur_instances.ics;ics-icaljs/recur_instances_finite.ics",
		"2012-10-01", "2013-05-31", FOUR, 72, 9 * 6.5 / 6 },
	// Five messages to a list, in one mailbox and again each in a file of its own.
	// Only the fourth answers a message that is there: teo to mmihai.
	{ "mbox-james/mbox.rlug;mbox-james/mbox.rlug-0;mbox-james/mbox.rlug-1;"
	  "mbox-james/mbox.rlug-2;mbox-james/mbox.rlug-3;mbox-james/mbox.rlug-4",
		"2003-01-01", "2003-12-31",
		"m,sales,mmihai@netcompsj.ro\nw,product,wolfy@pcnet.ro\n"
		"a,support,adrian@dtedu.net\nt,cs,teo.55@home.ro\n"
		"d,legal,dragosh@lsd.ro\n",
		1, 1 },
};

#endif
