// net: the only floor that knows the network: addresses, one request at a time, and what
// a site says to programs that read it.
#ifndef NET_NET_H
#define NET_NET_H

#include "net/http.h"
#include "net/inflate.h"
#include "net/robots.h"
#include "net/sitemap.h"
#include "net/url.h"

#endif
