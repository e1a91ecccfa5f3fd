#include "report/web_json_seen.h"

#include "report/json_parts.h"

void web_json_seen(struct json *j, struct arena *a, const struct web_page *page)
{
	static const char *const NAMES[CHANNEL_COUNT] = { "meeting", "ticket", "reply",
		"mail", "reaction" };
	json_put_safe(j, a, "seen", page->web->seen);
	json_put_safe(j, a, "weighing", page->web->weighing);
	json_key(j, "channels");
	json_array(j);
	for (size_t c = 0; c < CHANNEL_COUNT; c++) {
		json_object(j);
		json_put_str(j, "channel", str_of(NAMES[c]));
		json_put_int(j, "exchanges", (int64_t)page->web->by_channel[c]);
		json_end(j);
	}
	json_end(j);
}

// What candor.yaml or its defaults say of how it is measured.
void web_json_measure(struct json *j, const struct web_page *page)
{
	const struct web_rule *rule = &page->ws->config.web;
	json_key(j, "measure");
	json_object(j);
	json_put_int(j, "half_life_days", rule->half_life_days);
	json_put_int(j, "k", rule->k);
	json_key(j, "weights");
	json_object(j);
	json_put_double(j, "meeting", rule->meeting);
	json_put_double(j, "ticket", rule->ticket);
	json_put_double(j, "reply", rule->reply);
	json_put_double(j, "mail", rule->mail);
	json_put_double(j, "reaction", rule->reaction);
	json_end(j);
	json_end(j);
}
