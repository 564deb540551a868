#ifndef CONCORDAT_ASSETS_H
#define CONCORDAT_ASSETS_H

#include <stddef.h>
#include <stdint.h>

/// The style sheet of the site, as bytes held in the program itself.
const uint8_t *_Nonnull concordat_style(void);

/// The number of bytes of the style sheet.
size_t concordat_style_count(void);

#endif
