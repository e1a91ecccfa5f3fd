#include "audit/audit.h"
#include "report/json_parts.h"

static void put_read(struct json *j, struct arena *a, const struct brief *b)
{
	json_key(j, "read");
	json_object(j);
	json_put_int(j, "files", (int64_t)b->files);
	json_put_int(j, "skipped", (int64_t)b->skipped);
	json_put_int(j, "claims", (int64_t)b->claims);
	json_put_int(j, "decided_deals", (int64_t)b->decided);
	json_put_int(j, "calls", (int64_t)b->calls);
	json_key(j, "stale");
	json_array(j);
	for (size_t i = 0; i < b->stale_count; i++)
		json_str(j, b->stale[i]);
	json_end(j);
	json_key(j, "problems");
	json_array(j);
	for (size_t i = 0; i < b->ws->source_count; i++) {
		const struct source *s = &b->ws->sources[i];
		if (s->state != SOURCE_SKIPPED)
			continue;
		json_object(j);
		json_put_safe(j, a, "path", s->path);
		json_put_safe(j, a, "reason", s->reason);
		json_put_safe(j, a, "repair", s->repair);
		json_end(j);
	}
	json_end(j);
	json_end(j);
}

static void put_headline(struct json *j, struct arena *a, const struct brief *b)
{
	json_key(j, "headline");
	if (!b->headline_from) {
		json_null(j);
		return;
	}
	json_object(j);
	json_put_safe(j, a, "sentence", b->headline);
	json_put_safe(j, a, "cost", b->cost);
	json_put_str(j, "truth", str_of(b->headline_from->audit->id));
	json_end(j);
}

static void put_signs(struct json *j, struct arena *a, const struct brief *b)
{
	json_key(j, "signs");
	json_array(j);
	for (size_t i = 0; i < b->sign_count; i++) {
		json_object(j);
		json_put_str(j, "name", b->signs[i].name);
		json_put_estimate(j, "estimate", &b->signs[i].now);
		json_key(j, "target"); // no file sets one yet
		json_null(j);
		json_key(j, "change"); // needs the briefs of earlier days
		json_null(j);
		json_put_safe(j, a, "sentence", b->signs[i].sentence);
		json_end(j);
	}
	json_end(j);
}

// Whether and for how long: the days since the oldest line of its evidence.
static void put_age(struct json *j, const struct brief *b, const struct finding *f)
{
	json_key(j, "age");
	json_object(j);
	json_key(j, "briefs"); // needs the briefs of earlier days
	json_null(j);
	json_key(j, "days");
	if (date_set(f->since))
		json_int(j, b->ws->as_of.days - f->since.days);
	else
		json_null(j);
	json_end(j);
}

static void put_stake(struct json *j, const struct brief *b, const struct finding *f)
{
	const char *currency =
		b->ws->deals.currency[0] ? b->ws->deals.currency : b->ws->config.currency;
	json_key(j, "stake");
	if (!f->stake_cents) {
		json_null(j);
		return;
	}
	json_object(j);
	json_put_int(j, "cents", f->stake_cents);
	json_put_str(j, "currency", str_of(currency));
	json_end(j);
}

static void put_silence(struct json *j, struct arena *a, const struct finding *f)
{
	if (!f->silence)
		return;
	json_key(j, "silence");
	json_object(j);
	json_put_safe(j, a, "reason", f->silence->reason);
	json_put_safe(j, a, "owner", f->silence->owner);
	json_put_date(j, a, "until", f->silence->until);
	json_end(j);
}

static void put_words(struct json *j, struct arena *a, const struct finding *f)
{
	json_put_safe(j, a, "sentence", f->sentence);
	json_put_safe(j, a, "detail", f->detail);
	json_put_safe(j, a, "cost", f->cost);
	json_put_safe(j, a, "next", f->next);
	json_put_safe(j, a, "how_sure", f->doubt);
	json_put_list(j, "bring_to", f->audit->bring_to);
	json_key(j, "objection");
	if (f->they_say.len) {
		json_object(j);
		json_put_safe(j, a, "they", f->they_say);
		json_put_safe(j, a, "then", f->then);
		json_end(j);
	} else {
		json_null(j);
	}
}

static void put_finding(struct json *j, const struct brief *b, const struct finding *f)
{
	struct arena *a = b->ws->arena;
	json_object(j);
	json_put_str(j, "id", str_of(f->audit->id));
	json_put_str(j, "number", str_of(f->audit->number));
	json_put_safe(j, a, "subject", f->subject);
	json_put_str(j, "severity", str_of(severity_name(f->severity)));
	json_put_str(j, "certainty", str_of(certainty_name(f->certainty)));
	json_put_str(j, "certainty_words", str_of(certainty_words(f->certainty)));
	put_words(j, a, f);
	put_age(j, b, f);
	json_put_estimate(j, "figure", &f->size);
	json_put_safe(j, a, "figure_words", f->figure);
	json_put_safe(j, a, "figure_unit", f->figure_unit);
	put_stake(j, b, f);
	json_put_evidence(j, a, "evidence", f->evidence, f->evidence_count);
	json_key(j, "demands");
	json_array(j);
	for (const int *d = f->audit->demands; *d; d++)
		json_int(j, *d);
	json_end(j);
	put_silence(j, a, f);
	json_end(j);
}

static void put_findings(struct json *j, const struct brief *b, const char *key,
	const struct findings *list)
{
	json_key(j, key);
	json_array(j);
	for (size_t i = 0; i < list->count; i++)
		put_finding(j, b, &list->at[i]);
	json_end(j);
}

static void put_silent(struct json *j, struct arena *a, const struct brief *b)
{
	json_key(j, "silent");
	json_array(j);
	for (size_t i = 0; i < b->silent.count; i++) {
		const struct finding *f = &b->silent.at[i];
		json_object(j);
		json_put_str(j, "id", str_of(f->audit->id));
		json_put_str(j, "number", str_of(f->audit->number));
		json_put_str(j, "question", str_of(f->audit->title));
		json_put_safe(j, a, "why", f->why_silent);
		json_put_bool(j, "judged", f->audit->run != NULL);
		json_key(j, "unlock");
		if (f->unlock) {
			json_object(j);
			json_put_str(j, "file", str_of(f->unlock->file));
			json_put_str(j, "columns", str_of(f->unlock->columns));
			json_put_str(j, "template", str_of(f->unlock->template_rows));
			json_end(j);
		} else {
			json_null(j);
		}
		json_end(j);
	}
	json_end(j);
}

static void put_quiet(struct json *j, const struct brief *b)
{
	json_key(j, "quiet");
	json_array(j);
	for (size_t i = 0; i < b->quiet.count; i++)
		json_str(j, str_of(b->quiet.at[i].audit->id));
	json_end(j);
}

static void put_told(struct json *j, struct arena *a, const struct brief *b)
{
	const struct records *r = &b->ws->records;
	json_key(j, "told");
	json_array(j);
	for (size_t i = 0; i < r->decisions.count; i++) {
		const struct decision *d = &r->decisions.at[i];
		json_object(j);
		json_put_date(j, a, "date", d->date);
		json_put_safe(j, a, "finding", d->finding);
		json_put_safe(j, a, "to", d->said_to);
		json_put_safe(j, a, "sentence", d->sentence);
		json_put_safe(j, a, "answer", d->answer);
		json_put_safe(j, a, "outcome", d->outcome);
		json_put_date(j, a, "checked", d->checked_on);
		json_end(j);
	}
	json_end(j);
}

static void put_credit(struct json *j, struct arena *a, const struct brief *b)
{
	json_key(j, "credit");
	json_array(j);
	for (size_t i = 0; i < b->credit_count; i++) {
		const struct credit *c = &b->credits[i];
		json_object(j);
		json_put_safe(j, a, "subject", c->subject);
		json_key(j, "functions");
		json_array(j);
		for (size_t k = 0; k < c->function_count; k++)
			json_str(j, utf8_safe(a, c->functions[k], TEXT_MAX));
		json_end(j);
		json_put_safe(j, a, "sentence", c->sentence);
		json_put_safe(j, a, "note", c->note);
		json_put_date(j, a, "date", c->date);
		json_put_evidence(j, a, "evidence", c->evidence, c->evidence_count);
		json_end(j);
	}
	json_end(j);
}

// Aged truths need the briefs of earlier days: empty until then.
static void put_empty(struct json *j, const char *key)
{
	json_key(j, key);
	json_array(j);
	json_end(j);
}

void brief_json(const struct brief *b, struct buf *out)
{
	struct arena *a = b->ws->arena;
	struct json j = { .out = out, .pretty = true };
	json_object(&j);
	json_put_str(&j, "schema", S("candor/brief/1"));
	json_put_str(&j, "version", S(CANDOR_VERSION));
	json_put_safe(&j, a, "company", b->ws->config.company);
	json_put_date(&j, a, "as_of", b->ws->as_of);
	put_read(&j, a, b);
	put_headline(&j, a, b);
	put_signs(&j, a, b);
	put_findings(&j, b, "truths", &b->truths);
	json_put_int(&j, "more", (int64_t)b->more);
	put_findings(&j, b, "working", &b->working);
	put_silent(&j, a, b);
	json_put_int(&j, "unjudged", (int64_t)b->unjudged);
	put_quiet(&j, b);
	put_findings(&j, b, "silenced", &b->silenced);
	put_empty(&j, "aged");
	put_told(&j, a, b);
	put_credit(&j, a, b);
	json_end(&j);
	buf_byte(out, '\n');
}
