#include "report/assets.h"

extern const char asset_css_at[], asset_css_end[], asset_js_at[], asset_js_end[];

struct str asset_css(void)
{
	return (struct str){ asset_css_at, (size_t)(asset_css_end - asset_css_at) };
}

struct str asset_js(void)
{
	return (struct str){ asset_js_at, (size_t)(asset_js_end - asset_js_at) };
}
