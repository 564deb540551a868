#include "rulebook.h"

static const uint8_t rules[] = {
#embed "../Rulebook/data/rules.tsv"
};

const uint8_t *concordat_rules_bytes(void) { return rules; }

size_t concordat_rules_size(void) { return sizeof rules; }
