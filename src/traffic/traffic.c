#include "traffic/traffic.h"

#include "stat/stat.h"
#include "traffic/settle.h"

double web_unmapped_share(const struct web_traffic *t)
{
	double known = t->mapped + t->unmapped;
	return known > 0 ? t->unmapped / known : 0;
}

static const char *few(size_t n, const char *one, const char *many)
{
	return n == 1 ? one : many;
}

// Where the window is empty because the files end before it, how to look at them.
static void note_outside(const struct intake *in, bool empty)
{
	const size_t n = in->left.outside_window;
	const struct date newest = in->left.newest_outside;
	struct arena *a = in->arena;
	if (!n)
		return;
	notes_add(in->notes,
		"%" PRI_STR " %s before %" PRI_STR " or after %" PRI_STR
		" and %s left out",
		ARG_STR(words_number(a, n)), few(n, "exchange lies", "exchanges lie"),
		ARG_STR(date_words(a, in->from)), ARG_STR(date_words(a, in->to)),
		few(n, "is", "are"));
	if (empty && newest.days < in->from.days)
		notes_add(in->notes,
			"The newest exchange in these files is of %" PRI_STR
			": --as-of %" PRI_STR " looks back from that day",
			ARG_STR(date_words(a, newest)), ARG_STR(date_str(a, newest)));
}

static void note_left(const struct intake *in)
{
	const struct intake_left *left = &in->left;
	const struct {
		size_t count;
		const char *one, *many;
	} NOTES[] = {
		{ left->automatic,
			"message of a program (no-reply, automatic answers, bots) is "
			"left out",
			"messages of programs (no-reply, automatic answers, bots) are "
			"left out" },
		{ left->undated, "exchange without a date is left out",
			"exchanges without a date are left out" },
		{ left->unanswered,
			"message to a list or a channel answers nobody in these files "
			"and is left out",
			"messages to lists or channels answer nobody in these files "
			"and are left out" },
		{ left->closed, "private event of a calendar is left out",
			"private events of calendars are left out" },
		{ left->too_large,
			"meeting of more than 20 people, or without anybody else, is "
			"left out",
			"meetings of more than 20 people, or without anybody else, are "
			"left out" },
		{ in->copies, "exchange stands in several files and counts once",
			"exchanges stand in several files and count once" },
	};
	for (size_t i = 0; i < COUNT(NOTES); i++)
		if (NOTES[i].count)
			notes_add(in->notes, "%" PRI_STR " %s",
				ARG_STR(words_number(in->arena, NOTES[i].count)),
				few(NOTES[i].count, NOTES[i].one, NOTES[i].many));
	if (in->full)
		notes_add(in->notes,
			"There are more than %d exchanges in the window; what comes "
			"behind them in order of files is left out; a shorter web.window "
			"in candor.yaml takes them all",
			INTAKE_EXCHANGES_MAX);
	if (in->who->full)
		notes_add(in->notes,
			"There are more than %d functions; the rest is left out. "
			"candor.yaml's functions can put teams together",
			IDENTITY_FUNCTIONS_MAX);
}

static void put_domains(const struct web_traffic *out, struct buf *b)
{
	enum { SHOWN = 5 };
	for (size_t i = 0; i < out->unknown_count && i < SHOWN; i++) {
		const struct web_domain *d = &out->unknown[i];
		buf_fmt(b, "%s%u %s", i ? ", " : "", d->addresses,
			d->domain.len ? few(d->addresses, "address of ", "addresses of ")
				      : few(d->addresses, "name without an address",
						"names without an address"));
		buf_add(b, d->domain);
	}
	if (out->unknown_count > SHOWN)
		buf_fmt(b, ", and %zu more", out->unknown_count - SHOWN);
}

static void note_unmapped(struct web_traffic *out)
{
	double share = web_unmapped_share(out) * 100;
	struct buf domains = { .max = 400 };
	if (out->unmapped <= 0)
		return;
	put_domains(out, &domains);
	out->unmapped_with = arena_str(out->notes.arena, buf_str(&domains));
	const size_t before = out->notes.count;
	notes_add(&out->notes,
		"%.*f %% of the volume is with %" PRI_STR
		", of no function on that day%s; people.csv or candor.yaml's functions "
		"can name them",
		share<10, share, ARG_STR(buf_str(&domains)), share> WEB_UNMAPPED_MAX * 100
			? ": too much for a verdict about two functions"
			: "");
	out->unmapped_note = out->notes.count > before ? out->notes.count : 0;
	buf_done(&domains);
}

static void begin(const struct workspace *ws, const struct web_options *options,
	struct intake *in, struct web_traffic *out)
{
	*out = (struct web_traffic){
		.from = options->from, .to = options->to, .notes.arena = ws->arena
	};
	if (!date_set(out->to))
		out->to = ws->as_of;
	if (!date_set(out->from))
		out->from.days = out->to.days - ws->config.web.window_days + 1;
	in->ws = ws;
	in->from = out->from;
	in->to = out->to;
	in->notes = &out->notes;
}

static void read_window(struct intake *in, struct web_traffic *out)
{
	identity_init(in->who, in->ws, in->arena, &out->notes);
	intake_run(in);
	out->dayless = in->dayless;
	settle(in, in->ws->arena, out);
	note_left(in);
	note_outside(in, in->count == in->outside);
	note_unmapped(out);
}

void web_traffic_of(const struct workspace *ws, const struct web_options *options,
	struct web_traffic *out)
{
	struct arena scratch = { 0 };
	struct identity who;
	struct intake in = { .arena = &scratch, .who = &who };
	begin(ws, options, &in, out);
	read_window(&in, out);
	arena_free(&scratch);
}

void web_traffic_two(const struct workspace *ws, const struct web_options *options,
	struct web_traffic *out, struct arena *a, struct web_traffic *before)
{
	struct arena scratch = { 0 };
	struct identity who;
	struct intake in = { .arena = &scratch, .who = &who };
	*before = (struct web_traffic){ .notes.arena = a };
	begin(ws, options, &in, out);
	in.earliest.days = 2 * out->from.days - out->to.days - 1;
	read_window(&in, out);
	if (date_set(in.earliest)) {
		intake_move(&in, &before->notes);
		before->from = in.from;
		before->to = in.to;
		settle(&in, a, before);
	}
	arena_free(&scratch);
}
