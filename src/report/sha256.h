// sha256: the fingerprint by which a content security policy names a script or style.
#ifndef REPORT_SHA256_H
#define REPORT_SHA256_H

#include "base/base.h"

// FIPS 180-4.  O(bytes).
void sha256(struct str bytes, uint8_t digest[32]);
// "sha256-" and the digest in base64 (RFC 4648), as policies write it.
struct str sha256_source(struct arena *a, struct str bytes);

#endif
