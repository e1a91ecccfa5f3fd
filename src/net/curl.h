// curl: libcurl's functions, loaded when a command needs the network and not before.
#ifndef NET_CURL_H
#define NET_CURL_H

#include <curl/curl.h>

#include "base/base.h"

/*
 * libcurl and what it brings along are 30 shared libraries: linked, they would add 14 ms
 * to the start of every command that has no use for them.  Loaded by hand, no other
 * command even has code in memory that could open a connection.
 */
struct curl {
	CURLcode (*global_init)(long flags);
	void (*global_cleanup)(void);
	CURL *(*init)(void);
	void (*cleanup)(CURL *);
	CURLcode (*set)(CURL *, CURLoption, ...);
	CURLcode (*get)(CURL *, CURLINFO, ...);
	CURLcode (*perform)(CURL *);
	struct curl_slist *(*list_add)(struct curl_slist *, const char *);
	void (*list_free)(struct curl_slist *);
};

// ERROR_SYSTEM, naming the package, when the library is not there.
bool curl_load(struct curl *out, struct error *err);

#endif
