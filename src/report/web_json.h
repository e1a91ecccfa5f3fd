// web_json: what the files that write the web as JSON share.
#ifndef REPORT_WEB_JSON_H
#define REPORT_WEB_JSON_H

#include "report/json_parts.h"
#include "report/web_view.h"

struct pen {
	struct json *j;
	struct arena *arena;
	const struct web_page *page;
	const struct web *web;
	struct spelling words;
};

void pen_node(const struct pen *p, const char *key, uint32_t node); // its id, or null
void pen_list(const struct pen *p, const char *key); // opens; json_end closes
void pen_tie(const struct pen *p, size_t link);	     // one of `ties`

#endif
