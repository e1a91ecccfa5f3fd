// The truths named in meson.build, declared.
#ifndef AUDIT_LIST_H
#define AUDIT_LIST_H

#include "audit/audit.h"
#include "lists.h"

#define X(name) extern const struct audit audit_##name;
AUDITS(X)
#undef X

#endif
