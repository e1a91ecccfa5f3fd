#include "web/seen.h"

#include <stdlib.h>

static const struct source *source_of(const struct seeing *s, struct at at)
{
	return at.source < s->ws->source_count ? &s->ws->sources[at.source] : NULL;
}

static enum way way_of(const struct seeing *s, const struct web_interaction *x)
{
	const struct source *source = source_of(s, x->at);
	switch ((enum web_channel)x->channel) {
	case CHANNEL_MEETING:
		return WAY_MEETINGS;
	case CHANNEL_TICKET:
		return WAY_TICKETS;
	case CHANNEL_MAIL:
		return WAY_MAIL;
	case CHANNEL_THREAD:
		return source && source->role == ROLE_MAIL ? WAY_MAIL : WAY_CHAT;
	case CHANNEL_REACTION:
	case CHANNEL_COUNT:
		break;
	}
	return WAY_CHAT;
}

static void see_end(struct seeing *s, struct web_end end)
{
	const struct web_traffic *t = s->traffic;
	if (end.function >= t->function_count || end.person >= t->person_count)
		return;
	struct seen_function *f = &s->functions[end.function];
	f->grouped |= t->persons[end.person].group;
	f->people += !s->people[end.person];
	s->people[end.person] = true;
}

// Both ends of what one function has with another.
static void see_ends(struct seeing *s, const struct web_interaction *x, enum way way)
{
	const struct web_traffic *t = s->traffic;
	const uint32_t from = x->actor.function;
	see_end(s, x->actor);
	for (uint32_t k = 0; k < x->count; k++) {
		const struct web_end end = t->ends[x->first + k];
		see_end(s, end);
		if (from == end.function || from >= t->function_count ||
			end.function >= t->function_count)
			continue;
		s->functions[from].ways[way]++;
		s->functions[end.function].ways[way]++;
	}
}

static void see_file(struct seeing *s, const struct web_interaction *x)
{
	const bool known = x->at.source < s->ws->source_count;
	struct seen_file *f = known ? &s->files[x->at.source] : NULL;
	if (f)
		f->count++;
	if (f && s->traffic->dayless && s->traffic->dayless[x->at.source])
		return;
	s->newest = x->day.days > s->newest.days ? x->day : s->newest;
	if (!f)
		return;
	f->newest = x->day.days > f->newest.days ? x->day : f->newest;
}

static void look(struct seeing *s)
{
	const struct web_traffic *t = s->traffic;
	for (size_t i = 0; i < t->count; i++) {
		const struct web_interaction *x = &t->at[i];
		if (!x->count || x->channel >= CHANNEL_COUNT ||
			s->settings->weights[x->channel] <= 0 ||
			ties_is_broadcast(x, s->settings))
			continue;
		const enum way way = way_of(s, x);
		s->all++;
		s->ways[way]++;
		s->channels[x->channel]++;
		see_ends(s, x, way);
		see_file(s, x);
	}
}

static struct str folder_of(struct str path)
{
	size_t end = path.len;
	while (end && path.at[end - 1] != '/')
		end--;
	return str_cut(path, 0, end ? end - 1 : 0);
}

// A chat is a folder of folders with a file a day: it goes by the name of the whole.
static struct str file_name(const struct seeing *s, const struct source *source)
{
	const struct str room = folder_of(source->path), all = folder_of(room);
	const struct str folder = all.len ? all : room;
	if (source->role != ROLE_CHAT || !folder.len)
		return source->path;
	return arena_fmt(s->scratch, "%" PRI_STR "/", ARG_STR(folder));
}

static int by_count(const void *left, const void *right)
{
	const struct seen_file *a = left, *b = right;
	if (a->count != b->count)
		return a->count > b->count ? -1 : 1;
	return str_cmp(a->name, b->name);
}

// Files that go by one name become one; most exchanges first.
static void join_files(struct seeing *s)
{
	struct map names = { .arena = s->scratch };
	for (size_t i = 0; i < s->ws->source_count; i++) {
		const struct seen_file f = s->files[i];
		if (!f.count)
			continue;
		const struct str name = file_name(s, &s->ws->sources[i]);
		const size_t known = names.count, at = map_add(&names, name);
		if (names.count > known) {
			s->files[at] = f;
			s->files[at].name = name;
			continue;
		}
		s->files[at].count += f.count;
		if (f.newest.days > s->files[at].newest.days)
			s->files[at].newest = f.newest;
	}
	s->file_count = names.count;
	if (s->file_count > 1)
		qsort(s->files, s->file_count, sizeof *s->files, by_count);
}

void see(struct seeing *s)
{
	s->functions = ARENA_ARRAY(
		s->scratch, struct seen_function, s->traffic->function_count + 1);
	s->people = ARENA_ARRAY(s->scratch, bool, s->traffic->person_count + 1);
	s->files = ARENA_ARRAY(s->scratch, struct seen_file, s->ws->source_count + 1);
	look(s);
	join_files(s);
}
