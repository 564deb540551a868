#ifndef CONCORDAT_REFERENCE_H
#define CONCORDAT_REFERENCE_H

#include <stddef.h>
#include <stdint.h>

/// The number of files of the shipped reference.
size_t concordat_reference_count(void);

/// The name of a file of the shipped reference, for example `bodies.tsv`.
const char *_Nonnull concordat_reference_name(size_t index);

/// The bytes of a file of the shipped reference, held in the program itself.
const uint8_t *_Nonnull concordat_reference_bytes(size_t index);

/// The number of bytes of a file of the shipped reference.
size_t concordat_reference_size(size_t index);

#endif
