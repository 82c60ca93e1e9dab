/**
 * Words parted around ages ("25-64 ans"), which stay on one line: readers break it after its hyphen, and the typefaces have no other hyphen.
 * Every other part is ages.
 */
export const heldAges = (text: string): readonly string[] => text.split(/(\d+[-–]\d+(?:\sans)?)/);
