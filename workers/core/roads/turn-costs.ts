/**
 * What a turn costs a car: OSRM 5.27, car.lua, process_turn. "Values were chosen by fitting the function to some turn
 * penalty samples from real driving"; traffic keeps to the right, so turning left costs more.
 */
const TURN_PENALTY_SECONDS = 7.5;
const TURN_BIAS = 1.075;
const U_TURN_SECONDS = 20;

/**
 * Cost of a turn of `angle` degrees (0 straight on, 90 right, −90 left), deciseconds: a sigmoid from 0 to 7.5 s.
 * OSRM cuts to whole deciseconds; so do we.
 */
export function turnDeciseconds(angle: number): number {
	return Math.floor(turnSeconds(angle) * 10);
}

/** Cost of turning back where one came from, deciseconds. */
export function uTurnDeciseconds(): number {
	return Math.floor((turnSeconds(180) + U_TURN_SECONDS) * 10);
}

function turnSeconds(angle: number): number {
	const exponent =
		angle >= 0 ? (13 / TURN_BIAS) * (angle / 180) - 6.5 * TURN_BIAS : 13 * TURN_BIAS * (-angle / 180) - 6.5 / TURN_BIAS;
	return TURN_PENALTY_SECONDS / (1 + Math.exp(-exponent));
}
