#include "reference.h"

// One array for each file of Sources/Reference/record, and a row for it in the table below: a test compares the two.

static const uint8_t bodies[] = {
#embed "../Reference/record/bodies.tsv"
};

static const uint8_t claims[] = {
#embed "../Reference/record/claims.tsv"
};

static const uint8_t codes[] = {
#embed "../Reference/record/codes.tsv"
};

static const uint8_t disclosure[] = {
#embed "../Reference/record/disclosure.tsv"
};

static const uint8_t legal_forms[] = {
#embed "../Reference/record/legal-forms.tsv"
};

static const uint8_t names[] = {
#embed "../Reference/record/names.tsv"
};

static const uint8_t overlaps[] = {
#embed "../Reference/record/overlaps.tsv"
};

static const uint8_t placements[] = {
#embed "../Reference/record/placements.tsv"
};

static const uint8_t relations[] = {
#embed "../Reference/record/relations.tsv"
};

static const uint8_t roles[] = {
#embed "../Reference/record/roles.tsv"
};

static const uint8_t shares[] = {
#embed "../Reference/record/shares.tsv"
};

static const uint8_t sources[] = {
#embed "../Reference/record/sources.tsv"
};

static const uint8_t successions[] = {
#embed "../Reference/record/successions.tsv"
};

static const uint8_t terms[] = {
#embed "../Reference/record/terms.tsv"
};

static const uint8_t measure_profiles[] = {
#embed "../Reference/record/measure-profiles.tsv"
};

static const uint8_t series_notes[] = {
#embed "../Reference/record/series-notes.tsv"
};

static const uint8_t targets[] = {
#embed "../Reference/record/targets.tsv"
};

static const uint8_t tiles[] = {
#embed "../Reference/record/tiles.tsv"
};

static const struct {
  const char *name;
  const uint8_t *bytes;
  size_t size;
} files[] = {
    {"bodies.tsv", bodies, sizeof bodies},
    {"claims.tsv", claims, sizeof claims},
    {"codes.tsv", codes, sizeof codes},
    {"disclosure.tsv", disclosure, sizeof disclosure},
    {"legal-forms.tsv", legal_forms, sizeof legal_forms},
    {"measure-profiles.tsv", measure_profiles, sizeof measure_profiles},
    {"names.tsv", names, sizeof names},
    {"overlaps.tsv", overlaps, sizeof overlaps},
    {"placements.tsv", placements, sizeof placements},
    {"relations.tsv", relations, sizeof relations},
    {"roles.tsv", roles, sizeof roles},
    {"series-notes.tsv", series_notes, sizeof series_notes},
    {"shares.tsv", shares, sizeof shares},
    {"sources.tsv", sources, sizeof sources},
    {"successions.tsv", successions, sizeof successions},
    {"targets.tsv", targets, sizeof targets},
    {"terms.tsv", terms, sizeof terms},
    {"tiles.tsv", tiles, sizeof tiles},
};

size_t concordat_reference_count(void) { return sizeof files / sizeof files[0]; }

const char *concordat_reference_name(size_t index) { return files[index].name; }

const uint8_t *concordat_reference_bytes(size_t index) { return files[index].bytes; }

size_t concordat_reference_size(size_t index) { return files[index].size; }
