#include "report/swap_json_parts.h"

struct str swap_json_vendor(const struct swap_view *v, size_t vendor)
{
	return vendor < v->ws->vendors.count
		       ? utf8_safe(v->arena, v->ws->vendors.at[vendor].id, 100)
		       : (struct str){ 0 };
}

static void put_word_list(struct json *j, const struct swap_view *v, const char *key,
	const struct swap_word *words, size_t count)
{
	json_key(j, key);
	json_array(j);
	for (size_t i = 0; i < count; i++) {
		json_object(j);
		json_put_safe(j, v->arena, "word", words[i].word);
		json_put_int(j, "ours", (int64_t)words[i].ours);
		json_put_int(j, "theirs", (int64_t)words[i].theirs);
		json_put_double(j, "z", words[i].z);
		json_end(j);
	}
	json_end(j);
}

// The leave-document-out check of one vendor; null where nothing could be held out.
static void put_held_out(struct json *j, const struct swap_material *m)
{
	json_key(j, "leave_document_out");
	if (!m || !m->accuracy.n) {
		json_null(j);
		return;
	}
	json_object(j);
	json_put_int(j, "tested", (int64_t)m->tested);
	json_put_estimate(j, "accuracy", &m->accuracy);
	json_key(j, "chance");
	json_object(j);
	json_put_double(j, "value", m->chance.value);
	json_put_double(j, "low", m->chance.low);
	json_put_double(j, "high", m->chance.high);
	json_end(j);
	json_put_double(j, "p", m->p);
	json_put_bool(j, "passed", m->passed);
	json_end(j);
}

static const struct swap_material *material_of_vendor(
	const struct swap_result *r, size_t vendor)
{
	for (size_t i = 0; i < r->material_count; i++)
		if (r->material[i].vendor == vendor)
			return &r->material[i];
	return NULL;
}

static void put_words_of(
	struct json *j, const struct swap_view *v, const struct swap_material *m)
{
	put_held_out(j, m);
	json_put_safe(j, v->arena, "why", m ? m->why : (struct str){ 0 });
}

void swap_json_material(struct json *j, const struct swap_view *v)
{
	const struct swap_result *r = v->result;
	json_key(j, "material");
	json_array(j);
	for (size_t i = 0; i < r->rival_count; i++) {
		const struct swap_rival *rival = &r->rivals[i];
		json_object(j);
		json_put_str(j, "id", swap_json_vendor(v, rival->vendor));
		json_put_int(j, "files", (int64_t)rival->files);
		json_put_int(j, "claims", (int64_t)rival->claims);
		json_put_date(j, v->arena, "oldest", rival->oldest);
		json_put_date(j, v->arena, "newest", rival->newest);
		json_put_double(j, "threshold", rival->threshold);
		put_words_of(j, v, material_of_vendor(r, rival->vendor));
		json_end(j);
	}
	json_end(j);
	const struct swap_material *ours = material_of_vendor(r, SIZE_MAX);
	json_key(j, "our_material");
	if (!ours) {
		json_null(j);
		return;
	}
	json_object(j);
	json_put_int(j, "files", (int64_t)ours->documents);
	json_put_int(j, "claims", (int64_t)ours->claims);
	put_words_of(j, v, ours);
	json_end(j);
}

static void put_drift(
	struct json *j, const struct swap_view *v, const struct swap_drift *d)
{
	json_object(j);
	json_put_str(j, "what", str_of(d->what));
	json_put_str(j, "way", str_of(drift_name(d->way)));
	json_put_safe(j, v->arena, "sentence", d->sentence);
	json_put_double(j, "change", d->change);
	json_put_double(j, "low", d->low);
	json_put_double(j, "high", d->high);
	json_put_double(j, "by_us", d->by_us);
	json_put_double(j, "by_them", d->by_them);
	json_put_int(j, "competitors", (int64_t)d->rivals);
	json_put_int(j, "left_out", (int64_t)d->left_out);
	json_key(j, "versions");
	json_array(j);
	for (size_t i = 0; i < d->count; i++) {
		const struct drift_point *p = &d->at[i];
		json_object(j);
		json_put_date(j, v->arena, "date", p->date);
		json_put_safe(j, v->arena, "path", p->path);
		json_put_int(j, "claims", (int64_t)p->claims);
		json_put_int(j, "competitors", (int64_t)p->rivals);
		json_put_double(j, "similarity", p->similarity);
		json_put_double(j, "low", p->low);
		json_put_double(j, "high", p->high);
		json_end(j);
	}
	json_end(j);
	json_end(j);
}

void swap_json_drift(struct json *j, const struct swap_view *v)
{
	json_key(j, "drift");
	json_array(j);
	for (size_t i = 0; i < v->result->drift_count; i++)
		put_drift(j, v, &v->result->drifts[i]);
	json_end(j);
}

void swap_json_words(struct json *j, const struct swap_view *v)
{
	const struct swap_words *w = &v->result->words;
	json_key(j, "words");
	json_object(j);
	put_word_list(j, v, "ours", w->ours, w->ours_count);
	put_word_list(j, v, "theirs", w->theirs, w->theirs_count);
	put_word_list(j, v, "shared", w->shared, w->shared_count);
	json_end(j);
}
