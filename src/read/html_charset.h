// html_charset: the bytes of a page as text, in the encoding that it names.
#ifndef READ_HTML_CHARSET_H
#define READ_HTML_CHARSET_H

#include "base/base.h"

/*
 * A byte order mark decides, then bytes that are valid UTF-8, then the encoding named in
 * <meta> or in the XML declaration, then Windows-1252.  ERROR_FORMAT when this system
 * cannot convert that encoding, ERROR_LIMIT when there is too much.
 */
bool html_source(
	struct arena *a, struct str bytes, struct str *source, struct error *err);

#endif
