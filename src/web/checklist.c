#include "web/checklist.h"

struct entry {
	const char *title;
	const char *words; // ';' between, lower case, words joined by '-'
};

static const struct entry ENTRIES[USUAL_COUNT] = {
	[USUAL_PRODUCT] = { "Product", "product;product-management;pm;produkt;"
				       "produktmanagement;design;ux" },
	[USUAL_ENGINEERING] = { "Engineering",
		"engineering;eng;development;dev;r-d;rnd;research-and-development;"
		"software;software-engineering;platform;technology;tech;entwicklung" },
	[USUAL_SALES] = { "Sales", "sales;account-executives;ae;aes;field-sales;"
				   "account-management;vertrieb" },
	[USUAL_SDR] = { "Sales development",
		"sdr;sdrs;bdr;bdrs;sdr-bdr;bdr-sdr;sales-development;"
		"business-development;inside-sales" },
	[USUAL_SUCCESS] = { "Customer success",
		"customer-success;cs;csm;csms;success;customer-experience;cx;"
		"onboarding;professional-services;kundenerfolg" },
	[USUAL_SUPPORT] = { "Support", "support;customer-support;customer-service;"
				       "customer-care;technical-support;helpdesk;"
				       "help-desk;service-desk;kundendienst" },
	[USUAL_MARKETING] = { "Marketing",
		"marketing;demand;demand-generation;demand-gen;growth;"
		"growth-marketing;performance-marketing;brand;marketing-demand;"
		"marketing-and-demand" },
	[USUAL_CONTENT] = { "Content", "content;content-marketing;documentation;docs;"
				       "communications;comms;pr;editorial;redaktion" },
	[USUAL_OPERATIONS] = { "Operations",
		"operations;ops;revops;rev-ops;revenue-operations;bizops;biz-ops;"
		"business-operations;sales-operations;sales-ops;marketing-operations;"
		"it;it-operations" },
	[USUAL_FINANCE] = { "Finance", "finance;fp-a;accounting;controlling;finanzen;"
				       "buchhaltung" },
	[USUAL_LEGAL] = { "Legal",
		"legal;compliance;legal-and-compliance;recht;rechtsabteilung" },
	[USUAL_PARTNERS] = { "Partners", "partner;partners;partnerships;alliances;"
					 "channel;ecosystem;partnerschaften" },
	[USUAL_PEOPLE] = { "People and enablement",
		"hr;people;human-resources;enablement;sales-enablement;talent;"
		"people-and-culture;hr-enablement;personal" },
	[USUAL_LEADERSHIP] = { "Leadership",
		"leadership;executive;executives;exec;management;c-level;board;"
		"executive-team;ceo;founders;geschaeftsfuehrung;geschäftsführung" },
	[USUAL_PMM] = { "Product marketing", "product-marketing;pmm;pmms;"
					     "produktmarketing" },
};

struct str usual_title(enum usual u)
{
	return str_of(ENTRIES[u].title);
}

// Joins words by '-', so that "Customer Success" is customer-success.
static enum usual look_up(struct str id)
{
	for (size_t u = 0; u < USUAL_COUNT; u++) {
		struct str words = str_of(ENTRIES[u].words), word;
		while (str_split(&words, ';', &word))
			if (str_eq(word, id))
				return (enum usual)u;
	}
	return USUAL_COUNT;
}

enum usual usual_of(struct str name)
{
	struct arena scratch = { 0 };
	const enum usual u = look_up(config_id(&scratch, name));
	arena_free(&scratch);
	return u;
}

uint32_t function_find(const struct web_traffic *traffic, struct str name)
{
	struct arena scratch = { 0 };
	const struct str id = config_id(&scratch, name);
	const enum usual usual = look_up(id);
	uint32_t found = UINT32_MAX;
	size_t meant = 0;
	for (uint32_t i = 0; i < traffic->function_count; i++) {
		const struct web_function *f = &traffic->functions[i];
		if (str_eq(f->id, id) || str_eq(config_id(&scratch, f->name), id)) {
			found = i;
			meant = 1;
			break;
		}
		if (usual != USUAL_COUNT && look_up(f->id) == usual) {
			found = i;
			meant++;
		}
	}
	arena_free(&scratch);
	return meant == 1 && id.len ? found : UINT32_MAX;
}
