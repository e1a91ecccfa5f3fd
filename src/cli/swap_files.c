#include "cli/swap_files.h"

#include <poll.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PATIENCE_MS = 1000, RIVALS_MAX = VALUES_MAX };

/*
 * Whether something was piped or redirected in.  A program that starts us may hold a pipe
 * open and never write to it: a pipe that says nothing for a second is taken for that.
 */
static bool is_piped(void)
{
	struct stat st;
	if (fstat(STDIN_FILENO, &st))
		return false;
	if (S_ISREG(st.st_mode))
		return st.st_size > 0;
	if (!S_ISFIFO(st.st_mode))
		return false;
	struct pollfd in = { .fd = STDIN_FILENO, .events = POLLIN };
	return poll(&in, 1, PATIENCE_MS) > 0 && (in.revents & POLLIN);
}

// What standard input is read as: --ext says it; a page, an archive and a PDF begin
// like nothing else; everything else is Markdown.
static struct str stdin_name(struct cli *cli, struct str bytes)
{
	const char *ext = cli_value(cli, "ext");
	if (ext)
		return arena_fmt(cli->arena, "standard input.%s", ext + (*ext == '.'));
	const struct str head = str_trim(str_cut(bytes, 0, 512));
	if (str_starts(head, S("PK\003\004")) || str_starts(head, S("%PDF")))
		return S("standard input");
	return str_starts(head, S("<")) ? S("standard input.html")
					: S("standard input.md");
}

// Control characters that no text has, unless it is UTF-16.
static bool is_binary(struct str bytes)
{
	enum { LOOKED_AT = 65536 };
	const struct str head = str_cut(bytes, 0, LOOKED_AT);
	if (str_starts(head, S("\xff\xfe")) || str_starts(head, S("\xfe\xff")))
		return false;
	for (size_t i = 0; i < head.len; i++) {
		const unsigned char c = (unsigned char)head.at[i];
		if (c < 0x07 || (c > 0x0d && c < 0x20 && c != 0x1b))
			return true;
	}
	return false;
}

static bool read_stdin(struct cli *cli, struct loose *l, struct error *err)
{
	struct str bytes;
	if (!file_read_stream(STDIN_FILENO, LOOSE_MAX_BYTES, l->arena, &bytes, err))
		return error_add(err, "standard input");
	const struct str name = stdin_name(cli, bytes);
	if (!str_ends(name, S("input")) && !cli_value(cli, "ext") && is_binary(bytes))
		return error_set(err, ERROR_FORMAT,
			"standard input is no text; say what it is with --ext, for "
			"example --ext pptx");
	const size_t before = l->count;
	if (!loose_add_bytes(l, name, bytes, 0, err))
		return error_add(err, "standard input");
	if (l->count > before) // else a named file says the same
		l->at[before]->source.path = S("standard input");
	return true;
}

bool swap_files_ours(struct cli *cli, struct loose *l, struct error *err)
{
	bool read = false;
	for (size_t i = 0; i < cli->word_count; i++) {
		const bool in = !strcmp(cli->words[i], "-");
		if (in && read)
			continue; // it can be read once only
		read |= in;
		if (in ? !read_stdin(cli, l, err) : !loose_add(l, cli->words[i], 0, err))
			return false;
	}
	if (cli->word_count || (!cli_value(cli, "ext") && !is_piped()))
		return true;
	return read_stdin(cli, l, err);
}

// One --theirs: a file or a folder, perhaps with the name in front.
struct theirs {
	const char *path;
	struct str name, why;
	struct naming guess;
};

static const char *name_in_front(struct arena *a, const char *said, struct theirs *out)
{
	struct file_stat there;
	struct error none = { 0 };
	const struct str text = str_of(said);
	const size_t equals = str_find_byte(text, '=', 0);
	if (equals == STR_NONE || !equals || file_stat_of(said, &there, &none) ||
		file_is_folder(said, &none))
		return said;
	out->name = arena_str(a, str_trim(str_cut(text, 0, equals)));
	return arena_cstr(a, str_from(text, equals + 1));
}

static void guess_of(const struct loose *l, uint32_t set, struct str path,
	struct str taken, struct naming *out)
{
	const struct copy **copies =
		ARENA_ARRAY(l->arena, const struct copy *, l->count + 1);
	size_t count = 0;
	for (size_t i = 0; i < l->count; i++)
		if (l->at[i]->set == set)
			copies[count++] = &l->at[i]->copy;
	naming_guess(copies, count, path, taken, l->arena, out);
}

static void name_theirs(
	const struct loose *l, size_t i, struct str ours, struct theirs *t)
{
	guess_of(l, (uint32_t)i + 1, str_of(t->path), ours, &t->guess);
	if (t->name.len)
		return; // the guess is what its own pages call it
	t->name = t->guess.name;
	t->why = t->guess.why;
	if (!t->name.len)
		t->name = i ? arena_fmt(l->arena, "Competitor %zu", i + 1)
			    : S("The competitor");
}

static struct str name_ours(struct cli *cli, const struct loose *l, struct naming *guess)
{
	const char *said = cli_value(cli, "name");
	const char *path = cli->word_count ? cli->words[0] : "";
	guess_of(l, 0, str_of(path), (struct str){ 0 }, guess);
	if (!said)
		return guess->name;
	guess->why = (struct str){ 0 }; // nothing was taken: it was said
	return str_trim(str_of(said));
}

static void add_name(struct buf *out, struct str name, struct str why, bool *first)
{
	if (!why.len)
		return;
	buf_fmt(out, "%s%" PRI_STR " (%" PRI_STR ")", *first ? "" : ", ", ARG_STR(name),
		ARG_STR(why));
	*first = false;
}

// "Names were taken from the texts: Umami (12 sentences begin with it), ..."
static struct str names_said(struct arena *a, struct str ours, const struct naming *guess,
	const struct theirs *theirs, size_t count)
{
	struct buf out = { .max = 2000 };
	bool first = true;
	buf_add(&out, S("Names were taken from the texts: "));
	add_name(&out, ours, guess->why, &first);
	for (size_t i = 0; i < count; i++)
		add_name(&out, theirs[i].name, theirs[i].why, &first);
	buf_add(&out, S(". To say otherwise: --name YOURS, --theirs NAME=FILE."));
	const struct str said = first ? (struct str){ 0 } : arena_str(a, buf_str(&out));
	buf_done(&out);
	return said;
}

static bool read_theirs(struct cli *cli, struct loose *l, struct theirs *theirs,
	size_t *count, struct error *err)
{
	const char *said = NULL;
	for (*count = 0; (said = cli_value_at(cli, "theirs", *count)); ++*count) {
		struct theirs *t = &theirs[*count];
		t->path = name_in_front(cli->arena, said, t);
		if (!loose_add(l, t->path, (uint32_t)*count + 1, err))
			return false;
	}
	return true;
}

// The same text on both sides says nothing about either.
static bool are_different(const struct loose *l, struct error *err)
{
	for (size_t i = 0; i < l->count; i++)
		for (size_t j = i + 1; j < l->count; j++)
			if (l->at[i]->source.hash == l->at[j]->source.hash &&
				!l->at[i]->set != !l->at[j]->set)
				return error_set(err, ERROR_USAGE,
					"%" PRI_STR " and %" PRI_STR
					" are the same text; give a competitor's page "
					"with --theirs",
					ARG_STR(l->at[i]->source.path),
					ARG_STR(l->at[j]->source.path));
	return true;
}

static bool options_fit(const struct cli *cli, struct error *err)
{
	static const char *const OTHERS[] = { "against", "directory" };
	for (size_t i = 0; i < COUNT(OTHERS); i++)
		if (cli_value(cli, OTHERS[i]))
			return error_set(err, ERROR_USAGE,
				"--%s is for a workspace; --theirs compares files "
				"without "
				"one",
				OTHERS[i]);
	return true;
}

static void add_aliases(struct workspace *ws, size_t vendor, const struct naming *guess)
{
	if (guess->name.len)
		vendors_alias(&ws->vendors, vendor, guess->name);
	for (size_t i = 0; i < guess->alias_count; i++)
		vendors_alias(&ws->vendors, vendor, guess->aliases[i]);
}

static void fill(struct loose *l, struct str ours, const struct naming *guess,
	const struct theirs *theirs, size_t count, struct workspace *ws)
{
	struct str *names = ARENA_ARRAY(l->arena, struct str, count + 1);
	for (size_t i = 0; i < count; i++)
		names[i] = theirs[i].name;
	loose_workspace(l, ours, names, count, ws);
	for (size_t i = 0; i < count; i++)
		add_aliases(ws, vendors_find(&ws->vendors, names[i]), &theirs[i].guess);
	if (ours.len)
		add_aliases(ws, vendors_find(&ws->vendors, ours), guess);
}

bool swap_files_pair(struct cli *cli, struct loose *l, struct workspace *ws,
	struct str *said, struct error *err)
{
	struct theirs theirs[RIVALS_MAX] = { 0 };
	struct naming guess = { 0 };
	size_t count = 0;
	if (!options_fit(cli, err) || !swap_files_ours(cli, l, err))
		return false;
	if (!l->count)
		return error_set(err, ERROR_USAGE,
			"which text is yours? candor swap OURS --theirs THEIRS, or pipe "
			"it "
			"in");
	if (!read_theirs(cli, l, theirs, &count, err) || !are_different(l, err))
		return false;
	const struct str ours = name_ours(cli, l, &guess);
	for (size_t i = 0; i < count; i++)
		name_theirs(l, i, ours, &theirs[i]);
	fill(l, ours, &guess, theirs, count, ws);
	*said = names_said(cli->arena, ours, &guess, theirs, count);
	return true;
}

void swap_files_name(
	struct cli *cli, const struct loose *l, struct workspace *ws, struct str *said)
{
	const char *name = cli_value(cli, "name");
	struct naming guess = { 0 };
	*said = (struct str){ 0 };
	if (name)
		ws->config.company = str_trim(str_of(name));
	if (ws->config.company.len)
		return;
	const struct copy **copies = ARENA_ARRAY(
		ws->arena, const struct copy *, ws->copy_count + l->count + 1);
	size_t count = 0;
	for (size_t i = 0; i < l->count; i++)
		copies[count++] = &l->at[i]->copy;
	for (size_t i = 0; i < ws->copy_count; i++)
		if (ws->copies[i].source->role == ROLE_COPY)
			copies[count++] = &ws->copies[i];
	naming_guess(
		copies, count, (struct str){ 0 }, (struct str){ 0 }, ws->arena, &guess);
	if (!guess.name.len || vendors_find(&ws->vendors, guess.name) != MAP_NONE)
		return;
	ws->config.company = guess.name;
	ws->config.aliases = ARENA_ARRAY(ws->arena, struct str, NAMING_ALIASES);
	for (size_t i = 0; i < guess.alias_count; i++)
		ws->config.aliases[ws->config.alias_count++] =
			arena_str(ws->arena, guess.aliases[i]);
	*said = arena_fmt(ws->arena,
		"Your name was taken to be %" PRI_STR " (%" PRI_STR
		"). Where that is wrong: --name YOURS, or company: in candor.yaml.",
		ARG_STR(guess.name), ARG_STR(guess.why));
}
