import { clamp } from '../tools/arithmetic.ts';
import { CELL, type Cell } from './cells.ts';
import { createRandom, type Random } from '../tools/random.ts';

/** The columns of Filosofi 2019, in the order of INSEE's file. */
export const FILOSOFI_COLUMNS = (
	'idcar_200m,idcar_1km,idcar_nat,i_est_200,i_est_1km,lcog_geo,ind,men,men_pauv,men_1ind,men_5ind,men_prop,men_fmp,' +
	'ind_snv,men_surf,men_coll,men_mais,log_av45,log_45_70,log_70_90,log_ap90,log_inc,log_soc,' +
	'ind_0_3,ind_4_5,ind_6_10,ind_11_17,ind_18_24,ind_25_39,ind_40_54,ind_55_64,ind_65_79,ind_80p,ind_inc'
).split(',');

/** Below this many households INSEE does not publish a cell's own figures but an estimate. */
const FEWEST_HOUSEHOLDS = 11;
/** Ages 0–3, 4–5, 6–10, 11–17, 18–24, 25–39, 40–54, 55–64, 65–79, 80 and over, unknown; country, then town. */
const AGES_COUNTRY = [0.036, 0.022, 0.064, 0.09, 0.052, 0.155, 0.212, 0.143, 0.163, 0.058, 0.005];
const AGES_TOWN = [0.042, 0.021, 0.055, 0.08, 0.096, 0.188, 0.174, 0.116, 0.147, 0.073, 0.008];
/** More old people and fewer children, where the hills empty. */
const AGEING = [-0.3, -0.3, -0.25, -0.2, -0.25, -0.2, -0.05, 0.15, 0.4, 0.6, 0];

export type FilosofiRow = Readonly<Record<string, string | number>>;

/** Rows of INSEE's file for the cells: invented households whose totals agree with one another and with the people. */
export function filosofiRows(
	cells: readonly Cell[],
	codes: readonly string[],
	hilly: readonly number[]
): FilosofiRow[] {
	const random = createRandom('households');
	const around = new Map<string, { people: number; households: number }>();
	const households = cells.map((cell) => householdsOf(cell, hilly[cell.communes[0]], random));
	cells.forEach((cell, i) => {
		for (const side of [1000, 2000]) {
			const id = cellId(cell, side);
			const sum = around.get(id) ?? { people: 0, households: 0 };
			around.set(id, { people: sum.people + cell.people, households: sum.households + households[i] });
		}
	});
	const enough = (id: string) => (around.get(id)?.households ?? 0) >= FEWEST_HOUSEHOLDS;
	return cells.map((cell, i): FilosofiRow => {
		const estimated = households[i] < FEWEST_HOUSEHOLDS;
		const km = cellId(cell, 1000);
		const own = hilly[cell.communes[0]];
		return {
			idcar_200m: cellId(cell, CELL),
			idcar_1km: km,
			idcar_nat: !estimated ? cellId(cell, CELL) : enough(km) ? km : cellId(cell, 2000),
			i_est_200: estimated ? 1 : 0,
			i_est_1km: enough(km) ? 0 : 1,
			lcog_geo: cell.communes.map((commune) => codes[commune]).join(''),
			ind: cell.people,
			...dwellings(cell, households[i], estimated, own, random),
			...ages(cell, estimated, own, random)
		};
	});
}

function cellId({ north, east }: Cell, side: number): string {
	return `CRS3035RES${side}mN${Math.floor(north / side) * side}E${Math.floor(east / side) * side}`;
}

/** Households of a cell: smaller in town and in the hills; a tenth of one where it will be estimated. */
function householdsOf({ people, urban }: Cell, hilly: number, random: Random): number {
	const size = clamp(2.42 - 0.34 * urban - 0.16 * hilly + 0.22 * random.bell(), 1.3, 3.6);
	const households = people / size;
	return households < FEWEST_HOUSEHOLDS ? Math.max(0.4, tenth(households)) : Math.round(households);
}

function tenth(value: number): number {
	return Math.round(value * 10) / 10;
}

function dwellings(cell: Cell, households: number, estimated: boolean, hilly: number, random: Random): FilosofiRow {
	const { urban, people } = cell;
	const part = (share: number, spread: number) => {
		const value = households * clamp(share + spread * random.bell(), 0, 0.97);
		return estimated ? tenth(value) : Math.round(value);
	};
	const flats = Math.min(households, part(0.04 + 0.62 * urban * urban, 0.05));
	const old = part(0.34 + 0.18 * hilly - 0.1 * urban, 0.08);
	const post = Math.min(households - old, part(0.16 + 0.16 * urban, 0.05));
	const seventies = Math.min(households - old - post, part(0.24, 0.06));
	const unknown = households > 60 && random.chance(0.15) ? 1 : 0;
	const recent = Math.max(0, tenth(households - old - post - seventies - unknown));
	return {
		men: households,
		men_pauv: part(0.1 + 0.12 * urban + 0.04 * hilly, 0.03),
		men_1ind: part(0.26 + 0.18 * urban + 0.05 * hilly, 0.05),
		men_5ind: part(0.07, 0.02),
		men_prop: part(0.78 - 0.38 * urban, 0.07),
		men_fmp: part(0.08 + 0.04 * urban, 0.02),
		ind_snv: tenth(people * clamp(22_800 - 1_500 * hilly - 900 * urban + 2_300 * random.bell(), 13_500, 42_000)),
		men_surf: tenth(households * clamp(112 - 38 * urban + 9 * random.bell(), 45, 170)),
		men_coll: flats,
		men_mais: tenth(households - flats),
		log_av45: old,
		log_45_70: tenth(post),
		log_70_90: tenth(seventies),
		log_ap90: Math.max(0, tenth(recent)),
		log_inc: unknown,
		log_soc: part(0.03 + 0.2 * urban, 0.04)
	};
}

const AGE_COLUMNS = FILOSOFI_COLUMNS.slice(FILOSOFI_COLUMNS.indexOf('ind_0_3'));

/** People by age. Shares are rounded to the half (the tenth where estimated) so that they add up to the people. */
function ages({ people, urban }: Cell, estimated: boolean, hilly: number, random: Random): FilosofiRow {
	const unit = estimated ? 10 : 2;
	const spread = estimated ? 0.08 : 0.2;
	const weights = AGES_COUNTRY.map((share, k) => {
		const mean = (share * (1 - urban) + AGES_TOWN[k] * urban) * (1 + AGEING[k] * hilly * (1 - urban));
		return mean * Math.max(0.05, 1 + spread * random.bell());
	});
	const total = weights.reduce((a, b) => a + b, 0);
	const exact = weights.map((weight) => (people * unit * weight) / total);
	const whole = exact.map(Math.floor);
	const left = Math.round(people * unit) - whole.reduce((a, b) => a + b, 0);
	const byRest = exact.map((value, k) => ({ k, rest: value - whole[k] })).sort((a, b) => b.rest - a.rest || a.k - b.k);
	for (const { k } of byRest.slice(0, left)) whole[k]++;
	return Object.fromEntries(AGE_COLUMNS.map((column, k) => [column, whole[k] / unit]));
}
