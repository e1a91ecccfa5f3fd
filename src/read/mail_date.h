// mail_date: the moment that a Date field names.
#ifndef READ_MAIL_DATE_H
#define READ_MAIL_DATE_H

#include "base/base.h"

/*
 * RFC 5322 with its obsolete forms, asctime and ISO 8601; unknown zone names are UTC.
 * Milliseconds since 1970 in UTC.  False for what is no moment from 1980 to 2100.
 */
bool mail_date(struct str value, int64_t *time_ms);

#endif
