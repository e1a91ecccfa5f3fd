#include "net/curl.h"

#include <dlfcn.h>
#include <string.h>

// ISO C knows no way from an object pointer to a function; POSIX promises this one.
static bool find(void *library, const char *name, void *out)
{
	void *symbol = dlsym(library, name);
	memcpy(out, &symbol, sizeof symbol);
	return symbol != NULL;
}

bool curl_load(struct curl *c, struct error *err)
{
	void *lib = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
	if (!lib)
		return error_set(err, ERROR_SYSTEM,
			"libcurl is not installed, and nothing else here reads the "
			"network; install the package libcurl4");
	if (!find(lib, "curl_global_init", &c->global_init) ||
		!find(lib, "curl_global_cleanup", &c->global_cleanup) ||
		!find(lib, "curl_easy_init", &c->init) ||
		!find(lib, "curl_easy_cleanup", &c->cleanup) ||
		!find(lib, "curl_easy_setopt", &c->set) ||
		!find(lib, "curl_easy_getinfo", &c->get) ||
		!find(lib, "curl_easy_perform", &c->perform) ||
		!find(lib, "curl_slist_append", &c->list_add) ||
		!find(lib, "curl_slist_free_all", &c->list_free))
		return error_set(err, ERROR_SYSTEM,
			"the libcurl that is installed lacks functions; version 7.85 or "
			"newer is needed");
	return true;
}
