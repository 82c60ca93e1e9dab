import { cumulativeAccess } from '#core/access/cumulative.ts';
import {
	cutBeyond,
	exponentialDecay,
	powerDecay,
	stepDecay,
	withinCutoff,
	type Decay,
	type DecayStep
} from '#core/access/decay.ts';
import { gravityAccess } from '#core/access/gravity.ts';
import { nthClosestCost } from '#core/access/nth-closest.ts';
import type { AccessPairs } from '#core/access/pairs.ts';
import { twoStepAccess } from '#core/access/two-step.ts';
import { numberOption, UsageError } from './arguments.ts';
import type { OptionValues } from './command.ts';

export const ACCESS_METHODS = ['2sfca', 'e2sfca', 'cumulative', 'gravity', 'nearest'] as const;
type AccessMethodName = (typeof ACCESS_METHODS)[number];

/** A measure of access, ready to be applied. */
export interface AccessMethod {
	/** True where a high value is good access and 0 is none; false where it is a cost, and Infinity says that nothing is reached. */
	readonly isSupply: boolean;
	/** True where a pair without cost has no finite weight (power decay). */
	readonly refusesZeroCost: boolean;
	/** Costs above it are not used. */
	readonly cutoff: number;
	/** One value per demand point. */
	readonly access: (pairs: AccessPairs, people: Float64Array, capacity: Float64Array) => Float64Array;
}

const WITH_WEIGHTS: readonly AccessMethodName[] = ['e2sfca'];
const WITH_DECAY: readonly AccessMethodName[] = ['e2sfca', 'gravity'];
const CUTOFF_NEEDED: readonly AccessMethodName[] = ['2sfca', 'cumulative'];

/**
 * The measure asked for by --method, --cutoff, --weights and --decay.
 * @throws UsageError where an option is missing, not understood, or does nothing with that method
 */
export function accessMethod(options: OptionValues): AccessMethod {
	const name = options.text('method') as AccessMethodName;
	const weights = options.optional('weights');
	const decayText = options.optional('decay');
	if (weights !== null && !WITH_WEIGHTS.includes(name)) throw unused('--weights', name, WITH_WEIGHTS);
	if (decayText !== null && !WITH_DECAY.includes(name)) throw unused('--decay', name, WITH_DECAY);
	if (CUTOFF_NEEDED.includes(name) && !options.has('cutoff'))
		throw new UsageError('error_access_cutoff_missing', { method: name });
	const cutoff = options.has('cutoff') ? numberOption(options, 'cutoff', 0, Infinity) : Infinity;
	const refusesZeroCost = decayText?.startsWith('power:') ?? false;
	const common = { isSupply: name !== 'nearest', refusesZeroCost, cutoff };
	if (name === 'nearest') {
		return {
			...common,
			access: (pairs, _, capacity) => {
				const closest = nthClosestCost(
					pairs,
					Uint8Array.from(capacity, (amount) => (amount > 0 ? 1 : 0)),
					1
				);
				return closest.map((cost) => (cost <= cutoff ? cost : Infinity));
			}
		};
	}
	if (name === 'cumulative')
		return { ...common, access: (pairs, _, capacity) => cumulativeAccess(pairs, capacity, cutoff) };
	const decay = name === '2sfca' ? withinCutoff(cutoff) : cutBeyond(weighting(name, weights, decayText), cutoff);
	if (name === 'gravity') return { ...common, access: (pairs, _, capacity) => gravityAccess(pairs, capacity, decay) };
	return { ...common, access: (pairs, people, capacity) => twoStepAccess(pairs, people, capacity, decay).access };
}

function unused(option: string, method: string, methods: readonly string[]): UsageError {
	return new UsageError('error_access_option_unused', { option, method, methods: methods.join(', ') });
}

function weighting(method: AccessMethodName, weights: string | null, decay: string | null): Decay {
	if (weights !== null && decay !== null) throw new UsageError('error_access_weights_and_decay');
	if (weights !== null) return stepDecay(readSteps(weights));
	if (decay !== null) return readDecay(decay);
	throw new UsageError(method === 'gravity' ? 'error_access_decay_missing' : 'error_access_weights_missing');
}

const NUMBER = String.raw`(\d+\.?\d*|\.\d+)`;
const STEP = new RegExp(`^${NUMBER}:${NUMBER}$`);
const DECAY = new RegExp(`^(exp|power):${NUMBER}$`);

/** "10:1,20:.68,30:.22": weight 1 up to 10, .68 up to 20, .22 up to 30. */
function readSteps(text: string): DecayStep[] {
	const steps = text.split(',').map((part): DecayStep => {
		const found = STEP.exec(part.trim());
		if (!found) throw new UsageError('error_access_weights', { read: text });
		return { cost: Number(found[1]), weight: Number(found[2]) };
	});
	steps.forEach(({ cost, weight }, rank) => {
		if (weight > 1) throw new UsageError('error_access_weight_above_one', { read: String(weight), cost: String(cost) });
		const before = steps[rank - 1];
		if (before === undefined) return;
		if (cost <= before.cost)
			throw new UsageError('error_access_weights_not_rising', { read: String(cost), before: String(before.cost) });
		if (weight > before.weight)
			throw new UsageError('error_access_weights_rise_back', { read: String(weight), before: String(before.weight) });
	});
	return steps;
}

function readDecay(text: string): Decay {
	const found = DECAY.exec(text.trim());
	if (!found || Number(found[2]) === 0) throw new UsageError('error_access_decay', { read: text });
	const parameter = Number(found[2]);
	return found[1] === 'exp' ? exponentialDecay(parameter) : powerDecay(parameter);
}
