/**
 * Fits the car model of estimated travel times on real routed durations, measures its error on held-out sectors and writes
 * data/reference/estimated-model.json. Deterministic: the same data give the same file.
 *
 *     npx tsx scripts/calibrate-estimated.ts [folder with TimeDistCarIsere.csv and isere.geojson]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Papa from 'papaparse';
import { calibrationErrors, median } from '#core/travel/estimated/calibration-errors.ts';
import { continuousSeconds, type EstimatedModel, type EstimatedModeModel } from '#core/travel/estimated/model.ts';
import { chordToMetres, squaredChord, unitVectors } from '#core/travel/estimated/straight-line.ts';
import { minimise } from './nelder-mead.ts';

/** Kept apart from speed for the reader's sake: durations alone tell only their quotient. */
const DETOUR = 1.3;
/** Longest straight line fitted. Chosen on distance, never on observed time, which would favour the fast roads. */
const FITTED_TO_METRES = 40_000;
/** Three halvings of the places: eight contiguous sectors, each held out in turn. */
const HALVINGS = 3;
const HOUR_SECONDS = 3600;

/** Directed pairs of distinct places, as parallel arrays. */
interface Pairs {
	readonly from: Uint32Array;
	readonly to: Uint32Array;
	readonly metres: Float64Array;
	readonly seconds: Float64Array;
}

interface Places {
	readonly lon: Float64Array;
	readonly lat: Float64Array;
	readonly pairs: Pairs;
}

/** Town halls and the durations between them; throws where the square table and the places do not match. */
export function readIsere(folder: string): Places {
	const rows = Papa.parse<string[]>(readFileSync(resolve(folder, 'TimeDistCarIsere.csv'), 'utf8'), {
		skipEmptyLines: true
	}).data;
	const codes = rows[0].slice(1);
	const geojson = JSON.parse(readFileSync(resolve(folder, 'isere.geojson'), 'utf8')) as {
		features: { properties: { id: string; lon: number; lat: number } }[];
	};
	const places = new Map(geojson.features.map(({ properties }) => [properties.id, properties]));
	const placed = codes.map((code, i) => {
		const place = places.get(code);
		if (!place || rows[i + 1]?.[0] !== code)
			throw new Error(`Commune ${code}: no town hall, or not the ${i + 1}th row of the table`);
		return place;
	});
	const lon = Float64Array.from(placed, (place) => place.lon);
	const lat = Float64Array.from(placed, (place) => place.lat);
	const durations = rows.slice(1).map((row) => row.slice(1).map(Number));
	return { lon, lat, pairs: pairsOf(lon, lat, durations) };
}

function pairsOf(lon: Float64Array, lat: Float64Array, durations: readonly (readonly number[])[]): Pairs {
	const vectors = unitVectors(lon, lat);
	const count = lon.length * (lon.length - 1);
	const pairs = {
		from: new Uint32Array(count),
		to: new Uint32Array(count),
		metres: new Float64Array(count),
		seconds: new Float64Array(count)
	};
	let k = 0;
	for (let i = 0; i < lon.length; i++) {
		for (let j = 0; j < lon.length; j++) {
			if (i === j) continue;
			const seconds = durations[i][j];
			if (!(seconds > 0))
				throw new Error(`Row ${i + 1}, column ${j + 1}: a duration above 0 was expected, read ${seconds}`);
			pairs.from[k] = i;
			pairs.to[k] = j;
			pairs.metres[k] = chordToMetres(squaredChord(vectors, i, vectors, j));
			pairs.seconds[k++] = seconds;
		}
	}
	return pairs;
}

/**
 * The four parameters that minimise the mean of |ln(estimated / observed)|, where each kilometre of straight line weighs the
 * same: far pairs are many more, but near ones decide who is within a cutoff. `used` says which pairs count.
 */
export function fit(pairs: Pairs, used: (pair: number) => boolean): { mode: EstimatedModeModel; pairsFitted: number } {
	const kept = Uint32Array.from(pairs.metres.keys()).filter((k) => pairs.metres[k] <= FITTED_TO_METRES && used(k));
	const perKilometre = new Map<number, number>();
	const kilometre = (k: number) => Math.floor(pairs.metres[k] / 1000);
	for (const k of kept) perKilometre.set(kilometre(k), (perKilometre.get(kilometre(k)) ?? 0) + 1);
	const weights = Float64Array.from(kept, (k) => 1 / ((perKilometre.get(kilometre(k)) ?? 1) * perKilometre.size));
	const loss = (parameters: readonly number[]) => {
		const mode = modeOf(parameters);
		let sum = 0;
		for (let n = 0; n < kept.length; n++) {
			const k = kept[n];
			sum += weights[n] * Math.abs(Math.log(continuousSeconds(mode, pairs.metres[k]) / pairs.seconds[k]));
		}
		return sum;
	};
	// Logarithms keep every parameter positive and the top speed above the start speed.
	const best = minimise(loss, [60, 10, 12, 30_000].map(Math.log), 0.3);
	return { mode: roundedMode(modeOf(best)), pairsFitted: kept.length };
}

function modeOf(logarithms: readonly number[]): EstimatedModeModel {
	const [terminal, start, gain, half] = logarithms.map(Math.exp);
	return {
		terminalSeconds: terminal,
		detour: DETOUR,
		startMetresPerSecond: start,
		topMetresPerSecond: start + gain,
		halfSpeedMetres: half,
		calibrated: true
	};
}

/** To the second, the cm/s and the hundred metres: no more than the data can tell. */
function roundedMode(mode: EstimatedModeModel): EstimatedModeModel {
	return {
		...mode,
		terminalSeconds: Math.round(mode.terminalSeconds),
		startMetresPerSecond: Math.round(mode.startMetresPerSecond * 100) / 100,
		topMetresPerSecond: Math.round(mode.topMetresPerSecond * 100) / 100,
		halfSpeedMetres: Math.round(mode.halfSpeedMetres / 100) * 100
	};
}

/** Contiguous sectors of as many places each: halved by longitude, then latitude, then longitude. Entry i is place i's sector. */
export function sectorsOf(lon: Float64Array, lat: Float64Array): Uint8Array {
	const sectors = new Uint8Array(lon.length);
	const halve = (places: readonly number[], depth: number, sector: number) => {
		if (depth === HALVINGS) {
			for (const place of places) sectors[place] = sector;
			return;
		}
		const along = depth % 2 === 0 ? lon : lat;
		const sorted = places.toSorted((a, b) => along[a] - along[b] || a - b);
		const middle = sorted.length >> 1;
		halve(sorted.slice(0, middle), depth + 1, 2 * sector);
		halve(sorted.slice(middle), depth + 1, 2 * sector + 1);
	};
	halve([...lon.keys()], 0, 0);
	return sectors;
}

/** The model, fitted on every pair, and its error, measured on pairs whose origin's sector the fit had not seen. */
export function calibrate(places: Places): EstimatedModel {
	const { pairs, lon, lat } = places;
	const sectors = sectorsOf(lon, lat);
	const estimated = new Float64Array(pairs.seconds.length);
	const sectorBias = Array.from({ length: 2 ** HALVINGS }, (_, sector) => {
		const { mode } = fit(pairs, (k) => sectors[pairs.from[k]] !== sector && sectors[pairs.to[k]] !== sector);
		const relative: number[] = [];
		for (let k = 0; k < estimated.length; k++) {
			if (sectors[pairs.from[k]] !== sector) continue;
			estimated[k] = Math.round(continuousSeconds(mode, pairs.metres[k]));
			if (estimated[k] <= HOUR_SECONDS) relative.push(estimated[k] / pairs.seconds[k] - 1);
		}
		const members = [...sectors.keys()].filter((place) => sectors[place] === sector);
		const mean = (of: Float64Array) => members.reduce((sum, place) => sum + of[place], 0) / members.length;
		return {
			centreLon: Number(mean(lon).toFixed(2)),
			centreLat: Number(mean(lat).toFixed(2)),
			places: members.length,
			pairs: relative.length,
			medianRelativeError: Number(median(relative).toFixed(4))
		};
	});
	const { mode: car, pairsFitted } = fit(pairs, () => true);
	return {
		modes: { car, bike: constantSpeed(15), foot: constantSpeed(4.5) },
		calibration: {
			source: {
				title: 'Durées en voiture entre les 512 mairies de l’Isère (TimeDistCarIsere.csv)',
				publisher: 'neocarto/rspatial, calculées avec OSRM sur OpenStreetMap',
				licence: 'ODbL 1.0',
				attribution: '© les contributeurs d’OpenStreetMap',
				vintage: '2021',
				file: 'TimeDistCarIsere.csv'
			},
			router: 'OSRM',
			territory: 'Isère',
			places: lon.length,
			pairs: pairs.seconds.length,
			pairsFitted,
			fittedToMetres: FITTED_TO_METRES,
			shortestPairMetres: Math.round(pairs.metres.reduce((least, metres) => Math.min(least, metres), Infinity)),
			errors: calibrationErrors(estimated, pairs.seconds),
			sectors: sectorBias
		}
	};
}

/** Bike and foot: assumptions, measured against nothing. At a constant speed the half-speed distance is without effect. */
function constantSpeed(kilometresPerHour: number): EstimatedModeModel {
	const metresPerSecond = Number((kilometresPerHour / 3.6).toFixed(4));
	return {
		terminalSeconds: 0,
		detour: DETOUR,
		startMetresPerSecond: metresPerSecond,
		topMetresPerSecond: metresPerSecond,
		halfSpeedMetres: 1000,
		calibrated: false
	};
}

if (import.meta.filename === process.argv[1]) {
	const folder = process.argv[2] ?? resolve(import.meta.dirname, '../../shared/realdata/isere');
	const target = resolve(import.meta.dirname, '../data/reference/estimated-model.json');
	const model = calibrate(readIsere(folder));
	writeFileSync(target, `${JSON.stringify(model, null, '\t')}\n`);
	console.log(JSON.stringify(model, null, '\t'));
}
