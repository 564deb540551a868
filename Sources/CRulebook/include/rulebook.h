#ifndef CONCORDAT_RULEBOOK_H
#define CONCORDAT_RULEBOOK_H

#include <stddef.h>
#include <stdint.h>

/// The bytes of the table of rules, held in the program itself.
const uint8_t *_Nonnull concordat_rules_bytes(void);

/// The number of bytes of the table of rules.
size_t concordat_rules_size(void);

#endif
