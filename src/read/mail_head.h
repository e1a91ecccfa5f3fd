// mail_head: the header of a mail, field by field.
#ifndef READ_MAIL_HEAD_H
#define READ_MAIL_HEAD_H

#include "base/base.h"

struct mail_head {
	struct str rest;
	uint32_t line; // where rest begins
};

struct mail_field {
	struct str name;
	struct str value; // as written, without white space around it, with its folds
	uint32_t line;
};

// Whether a line begins like "Name:".
bool mail_head_like(struct str line);
// The fields of RFC 5322; lines that are none are passed over.
bool mail_head_next(struct mail_head *h, struct mail_field *f);
// The value of a field by its name; empty if there is none.
struct str mail_head_find(struct str head, struct str name);
// The value of a parameter behind a ';': boundary="x"; quotes taken off.
struct str mail_head_param(struct str value, struct str name);

#endif
