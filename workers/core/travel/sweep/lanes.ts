/** Sources swept together: a row holds 32 times of 16 bits, one source each, in four vectors of 128 bits. */
export const LANES = 32;
export const ROW_BYTES = LANES * 2;

/** The most deciseconds a lane tells, about 109 minutes. */
export const FARTHEST = 0xfffe;

/** In a lane: further than FARTHEST, or than the cutoff, or not to be reached at all. */
export const BEYOND = 0xffff;
