/** "25-64 ans", "25 à 64 ans", "14 h–18 h 30". */
const HELD = /(\d+(?:[-–]|\sà\s)\d+(?:\sans)?|\d+\sh(?:\s\d+)?–\d+\sh(?:\s\d+)?)/;

/**
 * Words parted around ages and hours, which stay on one line: readers break them after their hyphen, and the typefaces have no other hyphen.
 * Every other part is ages or hours.
 */
export const heldWords = (text: string): readonly string[] => text.split(HELD);
