#include "read/child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/pidfd.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/timerfd.h>
#include <sys/wait.h>
#include <unistd.h>

enum { FILES_MAX = 32, SAID_MAX = 4096, NONE = -1 };

// Descriptors of the parent; NONE where closed.
struct pipes {
	int input;	   // a file in memory
	int output[2];	   // read end, write end
	int complaints[2]; // the same for standard error
	int timer;
};

static void shut(int *fd)
{
	if (*fd != NONE)
		(void)close(*fd); // nothing of ours is lost
	*fd = NONE;
}

static void shut_all(struct pipes *p)
{
	shut(&p->input);
	shut(&p->timer);
	for (size_t i = 0; i < 2; i++) {
		shut(&p->output[i]);
		shut(&p->complaints[i]);
	}
}

// Above the standard three, which may be closed here and are assigned in the child.
static void lift(int *fd)
{
	if (*fd == NONE || *fd > STDERR_FILENO)
		return;
	int higher = fcntl(*fd, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
	shut(fd);
	*fd = higher;
}

static bool fill(int fd, struct str bytes)
{
	while (bytes.len) {
		ssize_t n = write(fd, bytes.at, bytes.len);
		if (n < 0 && errno != EINTR)
			return false;
		if (n > 0)
			bytes = str_from(bytes, (size_t)n);
	}
	return !lseek(fd, 0, SEEK_SET);
}

static bool open_pipes(const struct child *c, struct pipes *p)
{
	*p = (struct pipes){ NONE, { NONE, NONE }, { NONE, NONE }, NONE };
	struct itimerspec limit = { .it_value = { .tv_sec = c->seconds } };
	p->input = memfd_create("input", MFD_CLOEXEC);
	if (p->input == NONE) // a kernel that was built without them
		p->input = open("/tmp", O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
	p->timer = timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC);
	bool ok = p->input != NONE && p->timer != NONE && !pipe2(p->output, O_CLOEXEC) &&
		  !pipe2(p->complaints, O_CLOEXEC);
	lift(&p->input);
	lift(&p->output[1]);
	lift(&p->complaints[1]);
	return ok && p->input != NONE && p->output[1] != NONE &&
	       p->complaints[1] != NONE && fill(p->input, c->input) &&
	       !timerfd_settime(p->timer, 0, &limit, NULL);
}

static bool limit(int what, rlim_t most)
{
	const struct rlimit at = { most, most };
	return !setrlimit((__rlimit_resource_t)what, &at);
}

// In the child, between fork and exec: only calls that are safe after a fork in a program
// with threads.
static _Noreturn void become(
	const struct child *c, const char *program, const struct pipes *p)
{
	static char locale[] = "LC_ALL=C.UTF-8";
	char *const environment[] = { locale, NULL };
	sigset_t none;
	sigemptyset(&none);
	bool ok = !setpgid(0, 0) && !prctl(PR_SET_PDEATHSIG, SIGKILL) &&
		  !prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) &&
		  signal(SIGPIPE, SIG_DFL) != SIG_ERR &&
		  !sigprocmask(SIG_SETMASK, &none, NULL) && !chdir("/") &&
		  dup2(p->input, STDIN_FILENO) == STDIN_FILENO &&
		  dup2(p->output[1], STDOUT_FILENO) == STDOUT_FILENO &&
		  dup2(p->complaints[1], STDERR_FILENO) == STDERR_FILENO &&
		  !close_range(STDERR_FILENO + 1, ~0u, 0);
	ok = ok && limit(RLIMIT_CPU, c->cpu_seconds) &&
	     limit(RLIMIT_AS, c->memory_bytes) && limit(RLIMIT_FSIZE, 0) &&
	     limit(RLIMIT_NOFILE, FILES_MAX) && limit(RLIMIT_CORE, 0);
	char *const *args = NULL; // execve does not write to what its type says it might
	memcpy(&args, &c->args, sizeof args);
	if (ok)
		(void)execve(program, args, environment);
	_exit(127);
}

// Waits until one of the three has something to say; false when time is up.
static bool wait_for(struct pollfd wait[3], int milliseconds)
{
	int n = poll(wait, 3, milliseconds);
	if (n < 0 && errno != EINTR)
		return false;
	return n <= 0 || !(wait[2].revents & POLLIN);
}

static struct pollfd look_at(int fd)
{
	return (struct pollfd){ .fd = fd, .events = POLLIN }; // poll passes over NONE
}

// Takes what a pipe holds, as far as there is room; closes it at its end.  False when
// `into` is full.
static bool drain(int *fd, const struct pollfd *seen, struct buf *into)
{
	char piece[65536];
	if (*fd == NONE || !seen->revents)
		return true;
	ssize_t n = read(*fd, piece, sizeof piece);
	if (n == 0 || (n < 0 && errno != EINTR))
		shut(fd);
	struct str got = { piece, n > 0 ? (size_t)n : 0 };
	buf_add(into, str_cut(got, 0, into->max - into->len));
	return into->len < into->max;
}

static enum child_end listen_to(struct pipes *p, struct buf *out, struct buf *said)
{
	while (p->output[0] != NONE || p->complaints[0] != NONE) {
		struct pollfd wait[3] = { look_at(p->output[0]),
			look_at(p->complaints[0]), look_at(p->timer) };
		if (!wait_for(wait, -1))
			return CHILD_LATE;
		if (!drain(&p->output[0], &wait[0], out))
			return CHILD_LOUD;
		(void)drain(
			&p->complaints[0], &wait[1], said); // what is too much is lost
	}
	return CHILD_EXITED;
}

static bool has_ended(pid_t pid)
{
	siginfo_t info = { 0 };
	return waitid(P_PID, (id_t)pid, &info, WEXITED | WNOHANG | WNOWAIT) ||
	       info.si_pid == pid;
}

// A program may close its output long before it ends.
static enum child_end wait_for_end(const struct pipes *p, pid_t pid)
{
	enum child_end end = CHILD_EXITED;
	int handle = pidfd_open(pid, 0); // NONE before Linux 5.3: then look every 2 ms
	while (end == CHILD_EXITED && !has_ended(pid)) {
		struct pollfd wait[3] = { look_at(handle), look_at(NONE),
			look_at(p->timer) };
		if (!wait_for(wait, handle == NONE ? 2 : -1))
			end = CHILD_LATE;
	}
	shut(&handle);
	return end;
}

// The whole group, before its leader's number can be given to somebody else.
static int end_group(pid_t pid)
{
	int status = 0;
	(void)kill(-pid, SIGKILL); // none may be left, which is fine
	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	return status;
}

static void say(const struct buf *said, struct child_result *result)
{
	struct str rest = buf_str(said), line = { 0 };
	while (!str_trim(line).len && str_line(&rest, &line))
		;
	line = str_cut(str_trim(line), 0, sizeof result->said - 1);
	if (line.len)
		memcpy(result->said, line.at, line.len);
}

static const char *find_program(const char *const *paths)
{
	while (*paths && access(*paths, X_OK))
		paths++;
	return *paths;
}

static void watch(
	struct pipes *p, pid_t pid, struct buf *out, struct child_result *result)
{
	struct buf said = { .max = SAID_MAX };
	shut(&p->output[1]);
	shut(&p->complaints[1]);
	result->end = listen_to(p, out, &said);
	if (result->end == CHILD_EXITED)
		result->end = wait_for_end(p, pid);
	int status = end_group(pid);
	if (result->end == CHILD_EXITED && WIFSIGNALED(status))
		result->end = CHILD_KILLED;
	result->code = WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status);
	say(&said, result);
	buf_done(&said);
}

bool child_run(const struct child *c, struct buf *out, struct child_result *result,
	struct error *err)
{
	struct pipes p;
	const char *program = find_program(c->program);
	*result = (struct child_result){ .end = CHILD_MISSING };
	if (!program)
		return true;
	pid_t pid = -1;
	out->max = c->output_bytes;
	if (open_pipes(c, &p))
		pid = fork();
	if (pid < 0) {
		error_set(err, ERROR_SYSTEM, "%s cannot be started: %s", program,
			strerror(errno));
		shut_all(&p);
		return false;
	}
	if (!pid)
		become(c, program, &p);
	(void)setpgid(pid, pid); // the child does so too; whoever is first
	watch(&p, pid, out, result);
	shut_all(&p);
	return true;
}
