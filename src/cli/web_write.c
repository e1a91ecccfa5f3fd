#include <unistd.h>

#include "cli/web_words.h"
#include "report/report.h"

enum { NOTE_BYTES_MAX = 1 << 20 };

enum written { WRITTEN_NEW, WRITTEN_ANEW, WRITTEN_SAME, WRITTEN_KEPT };

// A page that somebody has worked on is theirs, and stays.
static bool may_write(
	const char *path, struct str text, enum written *how, struct error *err)
{
	struct file file = { 0 };
	*how = WRITTEN_NEW;
	if (access(path, F_OK) != 0)
		return true;
	if (!file_open(path, NOTE_BYTES_MAX, &file, err))
		return false;
	*how = str_eq(file.bytes, text)		     ? WRITTEN_SAME
	       : moves_note_is_untouched(file.bytes) ? WRITTEN_ANEW
						     : WRITTEN_KEPT;
	file_close(&file);
	return true;
}

static bool write_one(struct cli *cli, struct web_ask *ask, const struct move *m,
	enum written *how, struct error *err)
{
	const char *path = web_ask_path(cli, ask, arena_cstr(cli->arena, m->path));
	struct buf text = { 0 };
	moves_note(&ask->ground, m, &text);
	bool ok = file_make_folder(web_ask_path(cli, ask, "outputs"), err) &&
		  may_write(path, buf_str(&text), how, err);
	if (ok && (*how == WRITTEN_NEW || *how == WRITTEN_ANEW))
		ok = file_write(path, buf_str(&text), err);
	buf_done(&text);
	return ok;
}

static void say_how(struct cli *cli, const struct move *m, enum written how)
{
	static const struct {
		const char *before, *behind;
	} HOW[] = { { "Wrote ", "." }, { "Wrote ", " anew; nobody had changed it." },
		{ "Nothing new for ", "." },
		{ "Somebody has changed ",
			", so it stays as it is; move it away for today's." } };
	buf_fmt(&cli->out,
		"%s%" PRI_STR " (%" PRI_STR " entries, %" PRI_STR " accounts)%s\n",
		HOW[how].before, ARG_STR(m->path),
		ARG_STR(words_number(cli->arena, m->found.count)),
		ARG_STR(words_number(cli->arena, m->found.accounts)), HOW[how].behind);
}

int web_write(struct cli *cli, struct web_ask *ask, struct error *err)
{
	bool kept = false;
	for (size_t i = 0; i < ask->moves.count; i++) {
		const struct move *m = &ask->moves.at[i];
		enum written how = WRITTEN_NEW;
		if (!m->speaks || m->same) {
			const struct web_link *l = &ask->web.links[m->link];
			buf_fmt(&cli->out,
				"%" PRI_STR " and %" PRI_STR ": %" PRI_STR "\n",
				ARG_STR(ask->web.nodes[l->a].name),
				ARG_STR(ask->web.nodes[l->b].name),
				ARG_STR(utf8_safe(cli->arena, m->text, 600)));
			continue;
		}
		if (!write_one(cli, ask, m, &how, err))
			return 2;
		kept |= how == WRITTEN_KEPT;
		say_how(cli, m, how);
	}
	if (!ask->moves.count)
		buf_fmt(&cli->out, "No relationship is chosen, so there is nothing to "
				   "bring.\n");
	return kept ? 1 : 0;
}
