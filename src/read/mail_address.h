// mail_address: the addresses of a header field, without names.
#ifndef READ_MAIL_ADDRESS_H
#define READ_MAIL_ADDRESS_H

#include "read/scratch.h"

/*
 * Takes the next address off an address list of RFC 5322: names, comments, quotes, routes
 * and groups around it are passed over, and so is what is no address.  "user at domain",
 * as archives of lists write it, is one.  In lower case, in scratch.
 */
bool mail_address_next(struct str *list, struct scratch *s, struct str *address);
// The first one; empty if there is none.
struct str mail_address_first(struct str list, struct scratch *s);

#endif
