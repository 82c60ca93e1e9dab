/**
 * Trigonometry and logarithms from + − × ÷ and √ alone. IEEE 754 fixes those to the last bit, whereas Math.sin, Math.exp
 * or Math.hypot may differ by one from one JavaScript engine to the next: enough to grow another town.
 */
export const PI = 3.141592653589793;
const LN2 = 0.6931471805599453;
const SERIES_TERMS = 20;

/** √(x² + y²). */
export function length(x: number, y: number): number {
	return Math.sqrt(x * x + y * y);
}

export function clamp(value: number, low: number, high: number): number {
	return value < low ? low : value > high ? high : value;
}

/** 0 below `low`, 1 above `high`, smooth between. */
export function smoothstep(low: number, high: number, value: number): number {
	const t = clamp((value - low) / (high - low), 0, 1);
	return t * t * (3 - 2 * t);
}

export function lerp(a: number, b: number, t: number): number {
	return a + (b - a) * t;
}

/** Radians. */
export function cosine(angle: number): number {
	return sine(angle + PI / 2);
}

/** Radians. */
export function sine(angle: number): number {
	const turns = Math.round(angle / PI);
	const r = angle - turns * PI;
	let term = r;
	let sum = r;
	for (let k = 1; k < SERIES_TERMS; k++) {
		term *= (-r * r) / (2 * k * (2 * k + 1));
		sum += term;
	}
	return turns % 2 === 0 ? sum : -sum;
}

export function exponential(x: number): number {
	const halvings = Math.round(x / LN2);
	const r = x - halvings * LN2;
	let term = 1;
	let sum = 1;
	for (let k = 1; k < SERIES_TERMS; k++) {
		term *= r / k;
		sum += term;
	}
	for (let k = 0; k < halvings; k++) sum *= 2;
	for (let k = 0; k > halvings; k--) sum /= 2;
	return sum;
}
