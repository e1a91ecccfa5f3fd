// Asking the endpoint for vectors, batch by batch.
#include <math.h>

#include "net/net.h"
#include "read/read.h"
#include "swap/embed_inner.h"

struct asking_room {
	struct embed_list *list;
	struct http *http;
	struct url url;
	int64_t left_ms;
	struct arena arena; // of one batch
	uint32_t batch[EMBED_BATCH];
	size_t count;
};

// Whether the endpoint may be asked: this machine, or a host named for it, over TLS.
static bool may_ask(
	const struct swap_meaning *ask, const struct url *u, struct error *err)
{
	if (url_is_local(u))
		return true;
	if (!ask->host.len || !str_eq_nocase(ask->host, u->host))
		return error_set(err, ERROR_USAGE,
			"the endpoint %" PRI_STR
			" is not this machine; if sentences may be sent there, say so in "
			"candor.yaml: meaning: {host: %" PRI_STR "}",
			ARG_STR(u->site), ARG_STR(u->host));
	return u->secure || error_set(err, ERROR_USAGE,
				    "the endpoint %" PRI_STR
				    " would get sentences that anybody on the way can "
				    "read; use https",
				    ARG_STR(u->site));
}

static struct str request_of(struct asking_room *r)
{
	struct buf text = { 0 };
	struct json j = { .out = &text };
	const struct embed_list *l = r->list;
	json_object(&j);
	json_put_str(&j, "model", l->ask->model);
	json_put_str(&j, "encoding_format", S("float"));
	json_key(&j, "input");
	json_array(&j);
	for (size_t i = 0; i < r->count; i++)
		json_str(&j, l->texts.keys[r->batch[i]]);
	json_end(&j);
	json_end(&j);
	const struct str body = arena_str(&r->arena, buf_str(&text));
	buf_done(&text);
	return body;
}

static bool say_status(int status, struct error *err)
{
	if (status == 401 || status == 403)
		return error_set(err, ERROR_USAGE,
			"it answers %d: it wants a key; candor.yaml names the variable "
			"that holds it: meaning: {key_variable: ...}",
			status);
	if (status == 404 || status == 400 || status == 405)
		return error_set(err, ERROR_USAGE,
			"it answers %d; see whether endpoint and model are spelled right",
			status);
	return error_set(err, ERROR_SYSTEM, "it answers %d; try again later", status);
}

// A vector as whole numbers: its largest number becomes 127 or -127.
static void keep_vector(struct embed_list *l, uint32_t text, const float *row)
{
	float most = 0;
	int8_t *to = embed_vector(l, text);
	for (size_t i = 0; i < l->dims; i++)
		most = fmaxf(most, fabsf(row[i]));
	for (size_t i = 0; i < l->dims; i++)
		to[i] = (int8_t)lrintf(row[i] / most * 127);
	l->have[text] = true;
}

static bool take_reply(
	struct asking_room *r, const struct http_reply *reply, struct error *err)
{
	struct vectors v;
	struct embed_list *l = r->list;
	if (reply->status != 200)
		return say_status(reply->status, err);
	if (!vectors_read(reply->body, r->count, &r->arena, &v, err))
		return false;
	if (!embed_dims(l, v.dims))
		return error_set(err, ERROR_FORMAT,
			"it answered with vectors of %zu numbers after vectors of %zu; "
			"has the model changed? Delete the folder .candor/meaning",
			v.dims, l->dims);
	for (size_t i = 0; i < r->count; i++)
		keep_vector(l, r->batch[i], v.at + i * v.dims);
	return true;
}

static bool send_batch(struct asking_room *r, struct error *err)
{
	struct http_reply reply;
	const struct http_request q = { .url = &r->url,
		.accept = "application/json",
		.max_bytes = EMBED_REPLY_MAX,
		.timeout_ms = r->left_ms < EMBED_REPLY_MS ? r->left_ms : EMBED_REPLY_MS,
		.json = request_of(r),
		.bearer = r->list->ask->key };
	if (r->left_ms <= 0)
		return error_set(err, ERROR_LIMIT,
			"it took longer than %d minutes for all; what it gave is kept, "
			"so "
			"run it again",
			EMBED_ALL_MS / 60000);
	r->list->sent += r->count; // whatever comes back
	const bool ok = http_fetch(r->http, &q, &r->arena, &reply, err) &&
			take_reply(r, &reply, err);
	r->left_ms -= reply.took_ms;
	r->count = 0;
	arena_free(&r->arena);
	return ok;
}

static bool send_all(struct asking_room *r, struct error *err)
{
	const struct embed_list *l = r->list;
	size_t bytes = 0;
	for (size_t i = 0; i < l->texts.count; i++) {
		if (l->have[i])
			continue;
		if (r->count == EMBED_BATCH || bytes > EMBED_BATCH_BYTES) {
			if (!send_batch(r, err))
				return false;
			bytes = 0;
		}
		r->batch[r->count++] = (uint32_t)i;
		bytes += l->texts.keys[i].len;
	}
	return !r->count || send_batch(r, err);
}

bool embed_ask(struct embed_list *l, struct error *err)
{
	const struct swap_meaning *ask = l->ask;
	struct asking_room r = { .list = l, .left_ms = EMBED_ALL_MS };
	if (!url_read(ask->endpoint, l->arena, &r.url, err) || !may_ask(ask, &r.url, err))
		return false;
	if (l->kept == l->texts.count)
		return true;
	const bool local = url_is_local(&r.url);
	const struct http_options options = { .agent = ask->agent,
		.allow_private = !local,
		.only_loopback = local,
		.direct = local,
		.stop = ask->stop,
		.context = ask->context };
	if (!http_open(&options, &r.http, err))
		return false;
	const bool ok = send_all(&r, err);
	http_close(r.http);
	return ok;
}
