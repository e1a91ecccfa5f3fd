// four: the folder of four people that tests of formats share, and what it must give.
#ifndef TESTS_TRAFFIC_FOUR_H
#define TESTS_TRAFFIC_FOUR_H

#include "folder.h"

static struct folder f;

static int make(void **state)
{
	(void)state;
	folder_make(&f);
	put(&f, "people.csv", PEOPLE);
	return 0;
}

static int drop(void **state)
{
	(void)state;
	folder_remove(&f);
	return 0;
}

static void must_give(const char *want)
{
	gather(&f);
	assert_string_equal(as_text(&f), want);
}

#endif
