#include "assets.h"

static const uint8_t style[] = {
#embed "style.css"
};

const uint8_t *concordat_style(void) { return style; }

size_t concordat_style_count(void) { return sizeof style; }
