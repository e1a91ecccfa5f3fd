// offline: loaded before Candor by tests/net/offline.sh; whoever opens a socket ends the
// program, loudly.
#include <stdio.h>
#include <unistd.h>

// As the dynamic linker sees them; <sys/socket.h> has a union for the address.
int socket(int domain, int type, int protocol);
int connect(int fd, const void *address, unsigned len);

int socket(int domain, int type, int protocol)
{
	(void)domain, (void)type, (void)protocol;
	fputs("offline: this command opened a socket\n", stderr);
	_exit(99);
}

int connect(int fd, const void *address, unsigned len)
{
	(void)fd, (void)address, (void)len;
	fputs("offline: this command opened a connection\n", stderr);
	_exit(99);
}
