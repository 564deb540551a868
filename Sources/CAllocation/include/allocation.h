#ifndef CONCORDAT_ALLOCATION_H
#define CONCORDAT_ALLOCATION_H

#include <stddef.h>
#include <stdint.h>

/// The number of tables of the shipped parameters of allocation.
size_t concordat_allocation_count(void);

/// The name of a table of the shipped parameters, for example `parameters.tsv`.
const char *_Nonnull concordat_allocation_name(size_t index);

/// The bytes of a table of the shipped parameters, held in the program itself.
const uint8_t *_Nonnull concordat_allocation_bytes(size_t index);

/// The number of bytes of a table of the shipped parameters.
size_t concordat_allocation_size(size_t index);

#endif
