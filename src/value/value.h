// value: what one function could bring to another, and what came of what it gave.
#ifndef VALUE_VALUE_H
#define VALUE_VALUE_H

#include "value/bridge.h"
#include "value/gift.h"
#include "value/move.h"
#include "web/web.h"

#endif
