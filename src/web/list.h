// The formats named in meson.build, declared.
#ifndef WEB_LIST_H
#define WEB_LIST_H

#include "lists.h"
#include "web/intake.h"

#define X(name) extern const struct web_format intake_##name;
INTAKES(X)
#undef X

#endif
