#include "cli/output.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

enum { WIDTH_PLAIN = 80 };

static size_t terminal_columns(void)
{
	struct winsize size = { 0 };
	int64_t columns = 0;
	const char *said = getenv("COLUMNS");
	if (said && str_to_int(str_of(said), &columns) && columns > 0 && columns < 10000)
		return (size_t)columns;
	if (isatty(STDOUT_FILENO) && !ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) &&
		size.ws_col)
		return size.ws_col;
	return WIDTH_PLAIN;
}

static bool wants_colour(const struct cli *cli)
{
	const char *when = cli_value(cli, "color"), *force = getenv("CLICOLOR_FORCE"),
		   *none = getenv("NO_COLOR"), *term = getenv("TERM");
	if (when && strcmp(when, "auto") != 0)
		return !strcmp(when, "always");
	if (none && *none)
		return false;
	if (force && *force && strcmp(force, "0") != 0)
		return true;
	return cli->terminal && term && strcmp(term, "dumb") != 0 &&
	       !cli_value(cli, "output");
}

static bool is_utf8(void)
{
	static const char *const NAMES[] = { "LC_ALL", "LC_CTYPE", "LANG" };
	for (size_t i = 0; i < COUNT(NAMES); i++) {
		const char *value = getenv(NAMES[i]);
		if (value && *value)
			return str_find_nocase(str_of(value), S("utf"), 0) != STR_NONE;
	}
	return !isatty(STDOUT_FILENO); // files are UTF-8; a terminal that says nothing
				       // gets ASCII
}

bool output_look(struct cli *cli, struct error *err)
{
	(void)err; // nothing here can fail yet
	cli->terminal = isatty(STDOUT_FILENO);
	cli->look = (struct look){ .width = terminal_columns(),
		.utf8 = is_utf8(),
		.colour = wants_colour(cli),
		.links =
			cli->terminal && !cli_value(cli, "output") && wants_colour(cli) };
	return true;
}

static bool write_fd(int fd, struct str bytes, struct error *err)
{
	while (bytes.len) {
		ssize_t n = write(fd, bytes.at, bytes.len);
		if (n < 0 && errno == EPIPE)
			return true; // the reader has seen enough
		if (n < 0 && errno != EINTR)
			return error_set(err, ERROR_SYSTEM, "standard output: %s",
				strerror(errno));
		if (n > 0)
			bytes = str_from(bytes, (size_t)n);
	}
	return true;
}

static bool is_taller(struct str text)
{
	struct winsize size = { 0 };
	size_t lines = 0;
	for (size_t at = 0; (at = str_find_byte(text, '\n', at)) != STR_NONE; at++)
		lines++;
	return !ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) && size.ws_row &&
	       lines >= size.ws_row;
}

static const char *pager_of(const struct cli *cli)
{
	if (!cli->terminal || cli_value(cli, "no-pager") ||
		!is_taller(buf_str(&cli->out)))
		return NULL;
	const char *pager = getenv("CANDOR_PAGER");
	if (!pager)
		pager = getenv("PAGER");
	if (!pager)
		pager = "less -FRX";
	return *pager && strcmp(pager, "cat") != 0 ? pager : NULL;
}

// The pager is the user's own command from the environment, run by the shell as git does.
static bool page(const char *pager, struct str text, struct error *err)
{
	int ends[2];
	if (pipe(ends))
		return write_fd(STDOUT_FILENO, text, err);
	pid_t child = fork();
	if (child == 0) {
		(void)dup2(ends[0], STDIN_FILENO); // if it fails the pager shows nothing,
						   // and we go on
		(void)close(ends[0]);
		(void)close(ends[1]);
		execl("/bin/sh", "sh", "-c", pager, (char *)NULL);
		_exit(127);
	}
	(void)close(ends[0]);
	bool ok = child < 0 ? write_fd(STDOUT_FILENO, text, err)
			    : write_fd(ends[1], text, err);
	(void)close(ends[1]);
	int status = 0;
	while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR)
		;
	if (child > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 127)
		return write_fd(STDOUT_FILENO, text, err);
	return ok;
}

bool output_write(struct cli *cli, struct error *err)
{
	struct str bytes = buf_str(&cli->out);
	const char *path = cli_value(cli, "output");
	if (cli->out.full)
		return error_set(err, ERROR_LIMIT, "the output is longer than %zu GB",
			BUF_MAX >> 30);
	(void)signal(SIGPIPE, SIG_IGN); // EPIPE tells the same
	if (path && strcmp(path, "-") != 0)
		return file_write(path, bytes, err);
	const char *pager = pager_of(cli);
	return pager ? page(pager, bytes, err) : write_fd(STDOUT_FILENO, bytes, err);
}
