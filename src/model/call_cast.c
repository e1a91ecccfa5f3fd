#include "model/model.h"

enum { LISTED_MAX = 32, NAME_PART_MIN = 3, VOICES_MAX = 200 };

struct call_cast {
	struct arena *arena;
	const struct workspace *ws;
	struct map files; // of the entries, by file name without folders
	size_t *entry_at;
	size_t entry_room;
	struct map people; // folded ids, names and addresses of our own people
	struct map us;	   // folded names of our company
};

static struct str folded(struct arena *a, struct str name)
{
	return utf8_lower(a, str_trim(name));
}

static void know_person(struct call_cast *c, const struct person *p)
{
	const struct str names[] = { p->id, p->name, p->email };
	for (size_t i = 0; i < COUNT(names); i++)
		if (str_trim(names[i]).len)
			(void)map_add(&c->people, folded(c->arena, names[i])); // a set
}

static void know_us(struct call_cast *c, const struct config *config)
{
	if (config->company.len)
		(void)map_add(&c->us, folded(c->arena, config->company)); // a set
	for (size_t i = 0; i < config->alias_count; i++)
		(void)map_add(&c->us, folded(c->arena, config->aliases[i])); // a set
}

struct call_cast *call_cast_build(const struct workspace *ws, struct arena *a)
{
	struct call_cast *c = ARENA_NEW(a, struct call_cast);
	*c = (struct call_cast){
		.arena = a, .ws = ws, .files.arena = a, .people.arena = a, .us.arena = a
	};
	for (size_t i = 0; i < ws->records.calls.count; i++) {
		const size_t at =
			map_add(&c->files, path_name(ws->records.calls.at[i].file));
		while (c->entry_room <= at)
			c->entry_at = arena_more(a, c->entry_at, c->entry_room,
				&c->entry_room, sizeof *c->entry_at);
		c->entry_at[at] = i; // of several rows the last holds
	}
	for (size_t i = 0; i < ws->records.people.count; i++)
		know_person(c, &ws->records.people.at[i]);
	know_us(c, &ws->config);
	return c;
}

const struct call_entry *call_cast_entry(const struct call_cast *c, struct str path)
{
	const size_t at = map_find(&c->files, path_name(path));
	return at == MAP_NONE ? NULL : &c->ws->records.calls.at[c->entry_at[at]];
}

// "Petra Brandt (plant manager)": the name, and what stands in brackets behind it.
static struct str name_and_bracket(struct str s, struct str *bracket)
{
	const size_t open = str_find_byte(s, '(', 0);
	*bracket = (struct str){ 0 };
	if (open == STR_NONE)
		return str_trim(s);
	*bracket = str_trim(str_strip(str_from(s, open), "() "));
	return str_trim(str_cut(s, 0, open));
}

// The next name of a list; commas and semicolons inside brackets do not end one.
static bool next_name(struct str *rest, struct str *name)
{
	size_t depth = 0, i = 0;
	if (!rest->len)
		return false;
	for (; i < rest->len; i++) {
		const char c = rest->at[i];
		depth += c == '(';
		depth -= c == ')' && depth;
		if (!depth && (c == ';' || c == ','))
			break;
	}
	*name = str_cut(*rest, 0, i);
	*rest = str_from(*rest, i + 1);
	return true;
}

struct listed {
	struct str name, role; // folded; role as written
	bool spoke;
};

struct casting {
	const struct call_cast *cast;
	struct arena *arena;
	struct listed us[LISTED_MAX], them[LISTED_MAX];
	size_t us_count, them_count;
};

// An id of ours under the name people.csv gives it, so that either form is found.
static struct str name_of_id(const struct call_cast *c, struct arena *a, struct str id)
{
	for (size_t i = 0; i < c->ws->records.people.count; i++) {
		const struct person *p = &c->ws->records.people.at[i];
		if (str_eq_nocase(p->id, id) || str_eq_nocase(p->email, id))
			return folded(a, p->name);
	}
	return folded(a, id);
}

static size_t read_list(
	struct casting *c, struct str list, bool ours, struct listed out[LISTED_MAX])
{
	size_t count = 0;
	struct str name;
	while (count < LISTED_MAX && next_name(&list, &name)) {
		struct str role;
		name = name_and_bracket(name, &role);
		if (!name.len)
			continue;
		out[count++] = (struct listed){
			.name = ours ? name_of_id(c->cast, c->arena, name)
				     : folded(c->arena, name),
			.role = role,
		};
	}
	return count;
}

static struct listed *find_listed(struct listed *list, size_t count, struct str name)
{
	for (size_t i = 0; i < count; i++)
		if (str_eq(list[i].name, name))
			return &list[i];
	return NULL;
}

// The one listed person who shares a word of the name with the speaker: "iPhone Ewa".
static struct listed *find_part(struct listed *list, size_t count, struct str speaker)
{
	struct listed *found = NULL;
	for (size_t i = 0; i < count; i++) {
		struct str rest = list[i].name, part;
		bool shares = false;
		while (str_split(&rest, ' ', &part)) {
			struct str words = speaker, word;
			while (part.len >= NAME_PART_MIN && str_split(&words, ' ', &word))
				shares |= str_eq(word, part);
		}
		if (shares && found)
			return NULL; // two of them
		found = shares ? &list[i] : found;
	}
	return found;
}

static enum call_side side_of_label(struct str name)
{
	static const char US[] =
		"seller|sales|sales rep|rep|us|agent|ae|account executive|"
		"presenter|host|vendor|interviewer|vertrieb|verkäufer|"
		"verkäuferin|wir";
	static const char THEM[] =
		"buyer|customer|prospect|client|them|interviewee|kunde|"
		"kundin|interessent|interessentin|einkäufer|einkäuferin";
	size_t at = 0;
	if (name.len && list_find(US, name, 0, &at) == name.len && !at)
		return SIDE_US;
	if (name.len && list_find(THEM, name, 0, &at) == name.len && !at)
		return SIDE_THEM;
	return SIDE_UNKNOWN;
}

static bool is_ours(const struct call_cast *c, struct str name, struct str bracket)
{
	return map_find(&c->people, name) != MAP_NONE ||
	       (bracket.len && map_find(&c->us, bracket) != MAP_NONE);
}

static void judge(struct casting *c, struct call_voice *v)
{
	struct str bracket;
	const struct str whole = folded(c->arena, v->speaker);
	const struct str name = name_and_bracket(whole, &bracket);
	struct listed *us = find_listed(c->us, c->us_count, name);
	struct listed *them = find_listed(c->them, c->them_count, name);
	if (!us && !them && is_ours(c->cast, name, bracket)) {
		v->side = SIDE_US;
		return;
	}
	if (!us && !them) {
		v->side = side_of_label(name);
		us = find_part(c->us, c->us_count, name);
		them = find_part(c->them, c->them_count, name);
	}
	if (v->side != SIDE_UNKNOWN || (us && them))
		return;
	if (us) {
		v->side = SIDE_US;
		us->spoke = true;
	} else if (them) {
		v->side = SIDE_THEM;
		v->role = them->role;
		them->spoke = true;
	}
}

// Everybody of ours has a voice already: who is left belongs to them.
static void judge_rest(struct casting *c, struct call_voices *voices)
{
	const struct listed *silent = NULL;
	size_t silent_count = 0;
	for (size_t i = 0; i < c->us_count; i++)
		if (!c->us[i].spoke)
			return;
	for (size_t i = 0; i < c->them_count; i++)
		if (!c->them[i].spoke) {
			silent = &c->them[i];
			silent_count++;
		}
	for (size_t i = 0; c->us_count && c->them_count && i < voices->count; i++) {
		struct call_voice *v = &voices->at[i];
		if (v->side != SIDE_UNKNOWN || !v->speaker.len)
			continue;
		v->side = SIDE_THEM;
		if (silent_count == 1)
			v->role = silent->role;
	}
}

void call_cast_of(const struct call_cast *cast, const struct copy *call, struct arena *a,
	struct call_voices *out)
{
	const struct call_entry *entry = call_cast_entry(cast, call->source->path);
	struct casting c = { .cast = cast, .arena = a };
	struct map speakers = { .arena = a };
	*out = (struct call_voices){ 0 };
	if (entry) {
		c.us_count = read_list(&c, entry->us, true, c.us);
		c.them_count = read_list(&c, entry->them, false, c.them);
	}
	for (size_t i = 0; i < call->sentences.count; i++) {
		const struct str speaker = call->sentences.at[i].speaker;
		if (map_add(&speakers, speaker) < out->count || out->count >= VOICES_MAX)
			continue;
		out->at = arena_more(a, out->at, out->count, &out->room, sizeof *out->at);
		out->at[out->count] = (struct call_voice){ .speaker = speaker };
		judge(&c, &out->at[out->count++]);
	}
	judge_rest(&c, out);
}

// Where the next "word:" of a note begins, or the end; *word is its length.
static size_t next_key(struct str note, size_t from, size_t *word)
{
	static const char KEYS[] = "deal|deal_id|opportunity|us|them|date|wir|kunde";
	for (size_t at = 0, length; (length = list_find(KEYS, note, from, &at));) {
		const size_t end = at + length;
		if (end < note.len && note.at[end] == ':') {
			*word = length;
			return at;
		}
		from = end;
	}
	return note.len;
}

bool call_note_read(struct str note, struct arena *a, struct call_entry *out)
{
	size_t length = 0;
	bool any = false;
	for (size_t at = next_key(note, 0, &length); at < note.len;) {
		const struct str key = str_cut(note, at, length);
		const size_t from = at + length + 1;
		at = next_key(note, from, &length);
		const struct str value =
			arena_str(a, str_trim(str_cut(note, from, at - from)));
		const bool us =
			str_eq_nocase(key, S("us")) || str_eq_nocase(key, S("wir"));
		const bool them =
			str_eq_nocase(key, S("them")) || str_eq_nocase(key, S("kunde"));
		if (str_eq_nocase(key, S("date")))
			(void)date_parse(
				value, DATE_UNSURE, &out->date); // else the file's
		else if (us)
			out->us = value;
		else if (them)
			out->them = value;
		else
			out->deal = value;
		any |= value.len > 0 && !str_eq_nocase(key, S("date"));
	}
	return any;
}
