#ifndef CONCORDAT_FRAMEWORKS_H
#define CONCORDAT_FRAMEWORKS_H

#include <stddef.h>
#include <stdint.h>

/// The number of tables of the shipped frameworks.
size_t concordat_frameworks_count(void);

/// The name of a table of the shipped frameworks, for example `metrics.tsv`.
const char *_Nonnull concordat_frameworks_name(size_t index);

/// The bytes of a table of the shipped frameworks, held in the program itself.
const uint8_t *_Nonnull concordat_frameworks_bytes(size_t index);

/// The number of bytes of a table of the shipped frameworks.
size_t concordat_frameworks_size(size_t index);

#endif
