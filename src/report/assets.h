// assets: the style and script of the page, built by ui/ and embedded.
#ifndef REPORT_ASSETS_H
#define REPORT_ASSETS_H

#include "base/base.h"

struct str asset_css(void);
struct str asset_js(void); // empty when built without npm

#endif
