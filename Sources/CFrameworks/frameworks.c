#include "frameworks.h"

// One array for each file of Sources/Oversight/data, and a row for it in the table below: a test compares the two.

static const uint8_t combined_finance[] = {
#embed "../Oversight/data/combined-finance.tsv"
};

static const uint8_t domains[] = {
#embed "../Oversight/data/domains.tsv"
};

static const uint8_t framework_metrics[] = {
#embed "../Oversight/data/framework-metrics.tsv"
};

static const uint8_t frameworks[] = {
#embed "../Oversight/data/frameworks.tsv"
};

static const uint8_t leadership[] = {
#embed "../Oversight/data/leadership.tsv"
};

static const uint8_t metrics[] = {
#embed "../Oversight/data/metrics.tsv"
};

static const uint8_t segment_rules[] = {
#embed "../Oversight/data/segment-rules.tsv"
};

static const uint8_t sources[] = {
#embed "../Oversight/data/sources.tsv"
};

static const uint8_t support[] = {
#embed "../Oversight/data/support.tsv"
};

static const struct {
  const char *name;
  const uint8_t *bytes;
  size_t size;
} files[] = {
    {"combined-finance.tsv", combined_finance, sizeof combined_finance},
    {"domains.tsv", domains, sizeof domains},
    {"framework-metrics.tsv", framework_metrics, sizeof framework_metrics},
    {"frameworks.tsv", frameworks, sizeof frameworks},
    {"leadership.tsv", leadership, sizeof leadership},
    {"metrics.tsv", metrics, sizeof metrics},
    {"segment-rules.tsv", segment_rules, sizeof segment_rules},
    {"sources.tsv", sources, sizeof sources},
    {"support.tsv", support, sizeof support},
};

size_t concordat_frameworks_count(void) { return sizeof files / sizeof files[0]; }

const char *concordat_frameworks_name(size_t index) { return files[index].name; }

const uint8_t *concordat_frameworks_bytes(size_t index) { return files[index].bytes; }

size_t concordat_frameworks_size(size_t index) { return files[index].size; }
