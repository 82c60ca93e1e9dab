/** "25-64 ans", "25 à 64 ans", "14 h–18 h 30". Few digits, and whole numbers: a text of digits alone is read once, not from each of them. */
const HELD = /((?<!\d)\d{1,4}(?:[-–]|\sà\s)\d{1,4}(?:\sans)?|(?<!\d)\d{1,2}\sh(?:\s\d{2})?–\d{1,2}\sh(?:\s\d{2})?)/;

/**
 * Words parted around ages and hours, which stay on one line: readers break them after their hyphen, and the typefaces have no other hyphen.
 * Every other part is ages or hours.
 */
export const heldWords = (text: string): readonly string[] => text.split(HELD);
