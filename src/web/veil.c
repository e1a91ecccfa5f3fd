#include "web/weave.h"
void web_veil(struct web *web)
{
	(void)web;
}
