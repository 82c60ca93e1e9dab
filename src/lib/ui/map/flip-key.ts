/** The key that is held to look at the baseline: not one that types a character, so that nobody presses it by writing or by voice. */
export const FLIP_KEY = 'F2';
