#include "allocation.h"

// One array for each file of Sources/Money/data, and a row for it in the table below: a test compares the two.

static const uint8_t parameters[] = {
#embed "../Money/data/parameters.tsv"
};

static const uint8_t remoteness[] = {
#embed "../Money/data/remoteness.tsv"
};

static const uint8_t sets[] = {
#embed "../Money/data/sets.tsv"
};

static const uint8_t sources[] = {
#embed "../Money/data/sources.tsv"
};

static const struct {
  const char *name;
  const uint8_t *bytes;
  size_t size;
} files[] = {
    {"parameters.tsv", parameters, sizeof parameters},
    {"remoteness.tsv", remoteness, sizeof remoteness},
    {"sets.tsv", sets, sizeof sets},
    {"sources.tsv", sources, sizeof sources},
};

size_t concordat_allocation_count(void) { return sizeof files / sizeof files[0]; }

const char *concordat_allocation_name(size_t index) { return files[index].name; }

const uint8_t *concordat_allocation_bytes(size_t index) { return files[index].bytes; }

size_t concordat_allocation_size(size_t index) { return files[index].size; }
