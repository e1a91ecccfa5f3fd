// channel: how people met, in the words of exports.
#ifndef TRAFFIC_CHANNEL_H
#define TRAFFIC_CHANNEL_H

#include "traffic/intake.h"

enum { CHANNEL_PEOPLE_MAX = 1000, MEETING_PEOPLE_MAX = 20 };

// "meeting", "chat", "ticket", "reaction"; anything else is mail.
uint8_t channel_of(struct str word);
// Hours of a meeting; half an hour where the export does not say (minutes < 0).
double channel_hours(double minutes);
// A number for who turned to whom: the first to the others, those in any order.
uint64_t channel_people_hash(
	const struct intake *in, const uint32_t *people, size_t count);
uint64_t channel_number_hash(double number); // of minutes and weights, to a thousandth
/*
 * Adds an exchange in which the first of `people` turned to the others.  A meeting is
 * added once for each of them, and not at all above MEETING_PEOPLE_MAX.
 */
void channel_add(
	struct intake *in, struct exchange *x, const uint32_t *people, size_t count);

#endif
