// web_json_seen: what a web was seen through and measured with, as JSON.
#ifndef REPORT_WEB_JSON_SEEN_H
#define REPORT_WEB_JSON_SEEN_H

#include "report/web_page.h"

struct json;

// Keys "seen", "weighing" and "channels".
void web_json_seen(struct json *j, struct arena *a, const struct web_page *page);
// Key "measure": candor.yaml's web, or its defaults.
void web_json_measure(struct json *j, const struct web_page *page);

#endif
