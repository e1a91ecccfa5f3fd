#include "traffic/channel.h"

uint8_t channel_of(struct str word)
{
	static const struct {
		struct str word;
		uint8_t channel; // enum web_channel
	} WORDS[] = { { STR_INIT("meeting"), CHANNEL_MEETING },
		{ STR_INIT("call"), CHANNEL_MEETING },
		{ STR_INIT("chat"), CHANNEL_THREAD },
		{ STR_INIT("thread"), CHANNEL_THREAD },
		{ STR_INIT("reply"), CHANNEL_THREAD },
		{ STR_INIT("ticket"), CHANNEL_TICKET },
		{ STR_INIT("reaction"), CHANNEL_REACTION },
		{ STR_INIT("mention"), CHANNEL_REACTION } };
	for (size_t i = 0; i < COUNT(WORDS); i++)
		if (str_eq_nocase(word, WORDS[i].word))
			return WORDS[i].channel;
	return CHANNEL_MAIL;
}

double channel_hours(double minutes)
{
	const double HALF = 0.5, HOUR = 60, LONGEST = 24;
	double hours = minutes >= 0 ? minutes / HOUR : HALF;
	return hours < LONGEST ? hours : LONGEST;
}

uint64_t channel_people_hash(
	const struct intake *in, const uint32_t *people, size_t count)
{
	uint64_t others = 0;
	for (size_t i = 1; i < count; i++)
		others += identity_hash(in->who, people[i]);
	return count ? ids_mix(identity_hash(in->who, people[0]), others) : 0;
}

uint64_t channel_number_hash(double number)
{
	const double MOST = 1e15, PARTS = 1000;
	return number >= 0 && number < MOST ? (uint64_t)(number * PARTS) + 1 : 0;
}

static bool stands_before(const uint32_t *people, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (people[k] == people[i])
			return true;
	return false;
}

static void add_meeting(
	struct intake *in, const struct exchange *x, const uint32_t *people, size_t count)
{
	size_t persons = 0;
	for (size_t i = 0; i < count && persons <= MEETING_PEOPLE_MAX; i++)
		persons += !stands_before(people, i);
	if (persons > MEETING_PEOPLE_MAX || persons < 2) {
		in->left.too_large++;
		return;
	}
	for (size_t i = 0; i < count; i++) {
		struct exchange one = *x;
		one.actor = people[i];
		one.id = ids_mix(x->id, i);
		if (!stands_before(people, i))
			(void)intake_add(in, &one, people, count); // or it is counted
	}
}

void channel_add(
	struct intake *in, struct exchange *x, const uint32_t *people, size_t count)
{
	if (x->channel == CHANNEL_MEETING) {
		add_meeting(in, x, people, count);
	} else if (count > 1) {
		x->actor = people[0];
		(void)intake_add(in, x, people + 1, count - 1); // or it is counted
	}
}
