import type { Highs, HighsCallbackMap, Model } from 'highs';
import type { MixedModel } from '#core/siting/mixed-model.ts';
import type { MixedSolver, SolveLimits, SolverAnswer } from './mixed-solver.ts';

/** Sums are scaled to about this, so that the solver's absolute tolerances mean the same on every problem. */
const SCALE = 2 ** 20;
const FEASIBLE = 2;

/**
 * HiGHS (MIT), compiled to WebAssembly: 3.5 MB (1.2 MB compressed), fetched and compiled with the first problem that needs it. Its script asks
 * for the file beside itself (`new URL('highs.wasm', import.meta.url)`), which the build finds and serves as its own asset, and Node reads.
 */
export async function highsSolver(): Promise<MixedSolver> {
	const { default: loadHighs } = await import('highs');
	const highs = await loadHighs();
	return {
		solve: (model, limits) => (model.cost.length === 0 ? withoutColumns(model) : solveWith(highs, model, limits))
	};
}

/** HiGHS says of a model without columns that it is empty, whatever its rows ask for. */
function withoutColumns({ rowLeast, rowMost, offset }: MixedModel): SolverAnswer {
	if (rowLeast.some((least) => least > 0) || rowMost.some((most) => most < 0))
		return { status: 'none', columns: null, bound: Infinity };
	return { status: 'best', columns: new Float64Array(0), bound: offset };
}

function solveWith(highs: Highs, mixed: MixedModel, limits: SolveLimits): SolverAnswer {
	const started = performance.now();
	const scale = scaleOf(mixed);
	const model = highs.createModel({
		numCols: mixed.cost.length,
		numRows: mixed.rowLeast.length,
		colCost: mixed.cost.map((cost) => cost * scale),
		colLower: new Float64Array(mixed.cost.length),
		colUpper: mixed.upper,
		rowLower: mixed.rowLeast.map((least) => (least === -Infinity ? -highs.infinity : least)),
		rowUpper: mixed.rowMost.map((most) => (most === Infinity ? highs.infinity : most)),
		matrix: {
			format: 'csr',
			numRows: mixed.rowLeast.length,
			numCols: mixed.cost.length,
			starts: mixed.first,
			indices: mixed.column,
			values: mixed.coefficient
		},
		integrality: Int32Array.from(mixed.isWhole),
		offset: mixed.offset * scale
	});
	try {
		const seconds = Math.max(0, limits.seconds - (performance.now() - started) / 1000);
		model.options.set({ output_flag: false, time_limit: seconds, mip_rel_gap: 0, mip_abs_gap: 0 });
		const { modelStatus } = model.run(watched(highs, { ...limits, seconds }, scale));
		return answerOf(highs, model, modelStatus, scale);
	} finally {
		model.dispose();
	}
}

/** A power of two: it changes no digit. */
function scaleOf({ cost, offset }: MixedModel): number {
	let most = Math.abs(offset);
	for (const one of cost) most = Math.max(most, Math.abs(one));
	return most > SCALE ? 2 ** -Math.ceil(Math.log2(most / SCALE)) : 1;
}

function watched(
	highs: Highs,
	{ seconds, enough = -Infinity, hopeless = Infinity, onProgress }: SolveLimits,
	scale: number
): HighsCallbackMap {
	return {
		[highs.constants.callbackType.mipInterrupt](event) {
			const { running_time = 0, mip_primal_bound = Infinity, mip_dual_bound = -Infinity } = event.data;
			onProgress?.(Math.min(1, running_time / seconds));
			if (mip_primal_bound / scale <= enough || mip_dual_bound / scale >= hopeless || running_time >= seconds) {
				event.interrupt();
			}
		}
	};
}

function answerOf(highs: Highs, model: Model, modelStatus: number, scale: number): SolverAnswer {
	const { optimal, infeasible, unboundedOrInfeasible } = highs.constants.modelStatus;
	if (modelStatus === infeasible || modelStatus === unboundedOrInfeasible)
		return { status: 'none', columns: null, bound: Infinity };
	const hasSolution = model.info.get('primal_solution_status') === FEASIBLE;
	return {
		status: modelStatus === optimal ? 'best' : 'stopped',
		columns: hasSolution ? model.getSolution().colValue : null,
		bound: Number(model.info.get('mip_dual_bound')) / scale
	};
}
