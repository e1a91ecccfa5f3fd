// stat: numbers in, estimates out; every method names its source.
#ifndef STAT_STAT_H
#define STAT_STAT_H

#include "base/base.h"
#include "stat/estimate.h"

#endif
