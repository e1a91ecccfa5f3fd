// The formats named in meson.build, declared.
#ifndef TRAFFIC_LIST_H
#define TRAFFIC_LIST_H

#include "lists.h"
#include "traffic/intake.h"

#define X(name) extern const struct web_format intake_##name;
INTAKES(X)
#undef X

#endif
