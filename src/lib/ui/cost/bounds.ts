/** Beyond these a figure was mistyped; those of the file of a scenario. */
export const MOST_ON_DUTY = 1_000;
export const MOST_EUROS = 1_000_000_000;
export const MOST_EUROS_PER_HOUR = 1_000;
export const MOST_PREPARATION_PERCENT = 1_000;
export const MOST_FUNDERS = 20;
