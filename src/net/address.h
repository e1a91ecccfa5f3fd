// address: which addresses belong to the public network, and which to a machine or house.
#ifndef NET_ADDRESS_H
#define NET_ADDRESS_H

#include <stdbool.h>
#include <sys/socket.h>

/*
 * Whether an IPv4 or IPv6 address is one of the public network: not this machine, not a
 * private, link-local, shared, documentation, benchmark, multicast or reserved range
 * (IANA special-purpose registries, RFC 6890 and its updates).  An IPv4 address inside an
 * IPv6 one (mapped, NAT64, 6to4) counts as what it is.  False for other families.
 */
bool address_is_public(const struct sockaddr *address);
bool address_is_loopback(const struct sockaddr *address);

#endif
