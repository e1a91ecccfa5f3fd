#include "net/address.h"

#include <netinet/in.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct range {
	uint8_t at[16];
	int bits;
};

// clang-format off
static const struct range V4[] = {
	{ { 0 }, 8 },		    // this network
	{ { 10 }, 8 },		    // private
	{ { 100, 64 }, 10 },	    // shared by carriers
	{ { 127 }, 8 },		    // this machine
	{ { 169, 254 }, 16 },	    // link-local, and where clouds keep their secrets
	{ { 172, 16 }, 12 },	    // private
	{ { 192, 0, 0 }, 24 },	    // protocol assignments
	{ { 192, 0, 2 }, 24 },	    // documentation
	{ { 192, 88, 99 }, 24 },    // former 6to4 relays
	{ { 192, 168 }, 16 },	    // private
	{ { 198, 18 }, 15 },	    // benchmarks
	{ { 198, 51, 100 }, 24 },   // documentation
	{ { 203, 0, 113 }, 24 },    // documentation
	{ { 224 }, 3 },		    // multicast, reserved, broadcast
};

// Within 2000::/3, where public addresses are.
static const struct range V6[] = {
	{ { 0x20, 0x01, 0x00 }, 23 },	     // protocol assignments, Teredo
	{ { 0x20, 0x01, 0x0d, 0xb8 }, 32 },  // documentation
	{ { 0x3f, 0xff, 0x00 }, 20 },	     // documentation
};
// clang-format on

static bool begins(const uint8_t *at, const struct range *r)
{
	const int whole = r->bits / 8, rest = r->bits % 8;
	if (memcmp(at, r->at, (size_t)whole) != 0)
		return false;
	return !rest || (at[whole] >> (8 - rest)) == (r->at[whole] >> (8 - rest));
}

static bool v4_is_public(const uint8_t *at)
{
	for (size_t i = 0; i < sizeof V4 / sizeof V4[0]; i++)
		if (begins(at, &V4[i]))
			return false;
	return true;
}

static const struct range MAPPED = { { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff }, 96 };
static const struct range NAT64 = { { 0x00, 0x64, 0xff, 0x9b }, 96 };
static const struct range SIX_TO_FOUR = { { 0x20, 0x02 }, 16 };
static const struct range GLOBAL = { { 0x20 }, 3 };

static bool v6_is_public(const uint8_t *at)
{
	if (begins(at, &MAPPED) || begins(at, &NAT64))
		return v4_is_public(at + 12);
	if (begins(at, &SIX_TO_FOUR))
		return v4_is_public(at + 2);
	for (size_t i = 0; i < sizeof V6 / sizeof V6[0]; i++)
		if (begins(at, &V6[i]))
			return false;
	return begins(at, &GLOBAL);
}

bool address_is_public(const struct sockaddr *address)
{
	if (address->sa_family == AF_INET) {
		struct sockaddr_in in;
		memcpy(&in, address, sizeof in);
		return v4_is_public((const uint8_t *)&in.sin_addr);
	}
	if (address->sa_family == AF_INET6) {
		struct sockaddr_in6 in;
		memcpy(&in, address, sizeof in);
		return v6_is_public(in.sin6_addr.s6_addr);
	}
	return false;
}

bool address_is_loopback(const struct sockaddr *address)
{
	if (address->sa_family == AF_INET) {
		struct sockaddr_in in;
		memcpy(&in, address, sizeof in);
		return ((const uint8_t *)&in.sin_addr)[0] == 127;
	}
	if (address->sa_family == AF_INET6) {
		struct sockaddr_in6 in;
		memcpy(&in, address, sizeof in);
		return IN6_IS_ADDR_LOOPBACK(&in.sin6_addr) ||
		       (begins(in.sin6_addr.s6_addr, &MAPPED) &&
			       in.sin6_addr.s6_addr[12] == 127);
	}
	return false;
}
