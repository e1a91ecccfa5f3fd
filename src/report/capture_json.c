#include "report/capture_page.h"
#include "report/json_parts.h"

static void put_claims(
	struct json *j, const char *key, const struct str *at, size_t count)
{
	struct arena a = { 0 };
	json_key(j, key);
	json_array(j);
	for (size_t i = 0; i < count && i < CAPTURE_QUOTES; i++)
		json_str(j, utf8_safe(&a, at[i], QUOTE_MAX));
	json_end(j);
	arena_free(&a);
}

static void put_page(struct json *j, const struct captured *c)
{
	struct arena a = { 0 };
	json_object(j);
	json_put_str(j, "state", str_of(captured_state_name(c->state)));
	json_put_safe(j, &a, "address", c->asked);
	json_put_safe(j, &a, "url", c->url);
	json_put_safe(j, &a, "path", c->path);
	json_put_safe(j, &a, "reason", c->reason);
	json_put_safe(j, &a, "repair", c->repair);
	json_put_int(j, "words", (int64_t)c->words);
	json_put_int(j, "claims", (int64_t)c->claims);
	json_put_bool(j, "thin", c->thin);
	json_put_date(j, &a, "before", c->before);
	json_put_int(j, "came", (int64_t)c->came);
	json_put_int(j, "went", (int64_t)c->went);
	put_claims(j, "coming", c->coming, c->came);
	put_claims(j, "going", c->going, c->went);
	json_end(j);
	arena_free(&a);
}

void capture_json(const struct capture_page *page, struct buf *out)
{
	struct json j = { .out = out, .pretty = true };
	struct arena a = { 0 };
	const struct capture_result *r = page->result;
	json_object(&j);
	json_put_str(&j, "schema", S("candor/capture/1"));
	json_put_safe(&j, &a, "company", page->ws->config.company);
	json_put_date(&j, &a, "as_of", page->ws->as_of);
	json_put_safe(&j, &a, "competitor", page->rival);
	json_put_safe(&j, &a, "folder", page->folder);
	json_put_bool(&j, "interrupted", r->interrupted);
	json_put_int(&j, "kept", (int64_t)r->kept);
	json_put_int(&j, "same", (int64_t)r->same);
	json_put_int(&j, "not_kept", (int64_t)r->not_kept);
	json_key(&j, "pages");
	json_array(&j);
	for (size_t i = 0; i < r->count; i++)
		put_page(&j, &r->at[i]);
	json_end(&j);
	json_key(&j, "notes");
	json_array(&j);
	for (size_t i = 0; i < r->notes.count; i++)
		json_str(&j, utf8_safe(&a, r->notes.at[i], TEXT_MAX));
	json_end(&j);
	json_end(&j);
	buf_byte(out, '\n');
	arena_free(&a);
}
