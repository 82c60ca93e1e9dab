/**
 * Fonts of the labels, drawn from the page's own faces: no glyph is fetched. MapLibre hands the list to CSS as it stands (a
 * name that holds a figure must be quoted) and reads the weight in the first name.
 */
export const FONT_REGULAR = ['"Source Sans 3 Variable"'];
export const FONT_SEMIBOLD = ['semibold', '"Source Sans 3 Variable"'];
