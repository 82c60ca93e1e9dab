// @ts-nocheck AssemblyScript is no TypeScript: scripts/build-kernel.mjs compiles it.
// The contract of each function is in kernel.ts; twin.ts does the same in TypeScript, bit for bit.

const ROW: usize = 64;
const ARC: usize = 6;
const RUN: usize = 8;
const POINT: usize = 4;
const SEED: usize = 12;

export function climb(touched: usize, touchedEnd: usize, first: usize, arcs: usize, rows: usize, limit: i32): void {
	const most = i16x8.splat(<i16>limit);
	const bits = touched;
	for (; touched < touchedEnd; touched += 4, first += 4 * 32) {
		// Arcs lead to higher ranks, which may be bits further on in the same number: it is read anew each time.
		let left: u32 = -1;
		for (let word = load<u32>(touched); word != 0; word = load<u32>(touched) & left) {
			const bit = ctz(word);
			left = u32(-2) << bit;
			const from = rows + ((((touched - bits) << 3) + usize(bit)) << 6);
			const a = v128.load(from);
			const b = v128.load(from, 16);
			const c = v128.load(from, 32);
			const d = v128.load(from, 48);
			const least = i16x8.min_u(i16x8.min_u(a, b), i16x8.min_u(c, d));
			const stop = arcs + usize(load<u32>(first + (usize(bit) << 2), 4)) * ARC;
			for (let arc = arcs + usize(load<u32>(first + (usize(bit) << 2))) * ARC; arc < stop; arc += ARC) {
				const weight = v128.load16_splat(arc, 4);
				if (!v128.any_true(i16x8.le_u(i16x8.add_sat_u(least, weight), most))) continue;
				const byte = usize(load<u32>(arc));
				const to = rows + byte;
				const flags = bits + ((byte >> 11) << 2);
				const flag: u32 = 1 << (u32(byte >> 6) & 31);
				const known = load<u32>(flags);
				let e = i16x8.add_sat_u(a, weight);
				let f = i16x8.add_sat_u(b, weight);
				let g = i16x8.add_sat_u(c, weight);
				let h = i16x8.add_sat_u(d, weight);
				if (known & flag) {
					e = i16x8.min_u(e, v128.load(to));
					f = i16x8.min_u(f, v128.load(to, 16));
					g = i16x8.min_u(g, v128.load(to, 32));
					h = i16x8.min_u(h, v128.load(to, 48));
				} else {
					store<u32>(flags, known | flag);
				}
				v128.store(to, e);
				v128.store(to, f, 16);
				v128.store(to, g, 32);
				v128.store(to, h, 48);
			}
		}
	}
}

export function sweep(
	runs: usize,
	runsEnd: usize,
	arcs: usize,
	rows: usize,
	to: usize,
	seeds: usize,
	seedsEnd: usize
): void {
	const beyond = i16x8.splat(-1);
	for (; runs < runsEnd; runs += RUN) {
		const arcBytes = usize(load<u32>(runs)) * ARC;
		const end = to + usize(load<u32>(runs, 4)) * ROW;
		if (arcBytes == 0) {
			for (; to < end; to += ROW) {
				v128.store(to, beyond);
				v128.store(to, beyond, 16);
				v128.store(to, beyond, 32);
				v128.store(to, beyond, 48);
			}
		}
		for (; to < end; to += ROW) {
			let from = rows + usize(load<u32>(arcs));
			let weight = v128.load16_splat(arcs, 4);
			let a = i16x8.add_sat_u(v128.load(from), weight);
			let b = i16x8.add_sat_u(v128.load(from, 16), weight);
			let c = i16x8.add_sat_u(v128.load(from, 32), weight);
			let d = i16x8.add_sat_u(v128.load(from, 48), weight);
			const stop = arcs + arcBytes;
			for (arcs += ARC; arcs < stop; arcs += ARC) {
				from = rows + usize(load<u32>(arcs));
				weight = v128.load16_splat(arcs, 4);
				a = i16x8.min_u(a, i16x8.add_sat_u(v128.load(from), weight));
				b = i16x8.min_u(b, i16x8.add_sat_u(v128.load(from, 16), weight));
				c = i16x8.min_u(c, i16x8.add_sat_u(v128.load(from, 32), weight));
				d = i16x8.min_u(d, i16x8.add_sat_u(v128.load(from, 48), weight));
			}
			v128.store(to, a);
			v128.store(to, b, 16);
			v128.store(to, c, 32);
			v128.store(to, d, 48);
		}
		// No row of a run needs another, so their seeds may wait until here.
		for (; seeds < seedsEnd; seeds += SEED) {
			const row = rows + usize(load<u32>(seeds));
			if (row >= end) break;
			const other = usize(load<u32>(seeds, 4));
			const weight = v128.load16_splat(seeds, 8);
			for (let byte: usize = 0; byte < ROW; byte += 16) {
				const time = i16x8.add_sat_u(v128.load(other + byte), weight);
				v128.store(row + byte, i16x8.min_u(v128.load(row + byte), time));
			}
		}
	}
}

export function entersWithin(gates: usize, gatesEnd: usize, rows: usize, limit: i32): i32 {
	const most = i16x8.splat(<i16>limit);
	for (; gates < gatesEnd; gates += ARC) {
		const from = rows + usize(load<u32>(gates));
		const least = i16x8.min_u(
			i16x8.min_u(v128.load(from), v128.load(from, 16)),
			i16x8.min_u(v128.load(from, 32), v128.load(from, 48))
		);
		if (v128.any_true(i16x8.le_u(i16x8.add_sat_u(least, v128.load16_splat(gates, 4)), most))) return 1;
	}
	return 0;
}

export function copyWithin(points: usize, pointsEnd: usize, rows: usize, limit: i32, to: usize): void {
	const most = i16x8.splat(<i16>limit);
	for (; points < pointsEnd; points += POINT) {
		const row = rows + usize(load<u32>(points));
		for (let byte: usize = 0; byte < ROW; byte += 16) {
			const times = v128.load(row + byte);
			v128.store(to + byte, v128.or(times, i16x8.gt_u(times, most)));
		}
		to += ROW;
	}
}

/** The lanes of a row that are at most `most`, as bits. */
function lanesWithin(row: usize, most: v128): u32 {
	const low = i8x16.narrow_i16x8_s(i16x8.le_u(v128.load(row), most), i16x8.le_u(v128.load(row, 16), most));
	const high = i8x16.narrow_i16x8_s(i16x8.le_u(v128.load(row, 32), most), i16x8.le_u(v128.load(row, 48), most));
	return u32(i8x16.bitmask(low)) | (u32(i8x16.bitmask(high)) << 16);
}

export function listWithin(points: usize, pointsEnd: usize, rows: usize, limit: i32, to: usize): usize {
	const most = i16x8.splat(<i16>limit);
	const first = points;
	for (; points < pointsEnd; points += POINT) {
		const row = rows + usize(load<u32>(points));
		let lanes = lanesWithin(row, most);
		if (lanes == 0) continue;
		store<u32>(to, u32((points - first) / POINT));
		store<u32>(to, lanes, 4);
		to += 8;
		for (; lanes != 0; lanes &= lanes - 1) {
			store<u16>(to, load<u16>(row + (usize(ctz(lanes)) << 1)));
			to += 2;
		}
		to = (to + 3) & ~3;
	}
	return to;
}

/** The least of eight lanes, in all of them. */
function leastLane(times: v128): v128 {
	times = i16x8.min_u(times, v128.shuffle<u64>(times, times, 1, 0));
	times = i16x8.min_u(times, v128.shuffle<u32>(times, times, 1, 0, 3, 2));
	return i16x8.min_u(times, v128.shuffle<u16>(times, times, 1, 0, 3, 2, 5, 4, 7, 6));
}

/** Puts a source in its place among the nearest of a point, the last of which falls out. */
function insert(times: usize, sources: usize, count: usize, time: u16, source: u32): void {
	let place = count;
	for (; place > 0; place--) {
		const other = load<u16>(times + ((place - 1) << 1));
		const otherSource = load<u32>(sources + ((place - 1) << 2));
		if (other < time || (other == time && otherSource < source)) break;
		if (place == count) continue;
		store<u16>(times + (place << 1), other);
		store<u32>(sources + (place << 2), otherSource);
	}
	if (place == count) return;
	store<u16>(times + (place << 1), time);
	store<u32>(sources + (place << 2), source);
}

export function keepNearest(
	points: usize,
	pointsEnd: usize,
	rows: usize,
	limit: i32,
	count: i32,
	laneSources: usize,
	times: usize,
	sources: usize
): void {
	for (; points < pointsEnd; points += POINT, times += usize(count) << 1, sources += usize(count) << 2) {
		const row = rows + usize(load<u32>(points));
		let a = v128.load(row);
		let b = v128.load(row, 16);
		let c = v128.load(row, 32);
		let d = v128.load(row, 48);
		// The nearest lanes first: after a few, none is as near as those kept.
		for (;;) {
			const most = i16x8.splat(<i16>min(limit, i32(load<u16>(times + (usize(count - 1) << 1)))));
			let least = i16x8.min_u(i16x8.min_u(a, b), i16x8.min_u(c, d));
			if (!v128.any_true(i16x8.le_u(least, most))) break;
			least = leastLane(least);
			const isA = i16x8.eq(a, least);
			const isB = i16x8.eq(b, least);
			const isC = i16x8.eq(c, least);
			const isD = i16x8.eq(d, least);
			let lanes =
				u32(i8x16.bitmask(i8x16.narrow_i16x8_s(isA, isB))) | (u32(i8x16.bitmask(i8x16.narrow_i16x8_s(isC, isD))) << 16);
			for (; lanes != 0; lanes &= lanes - 1) {
				const laneSource = load<u32>(laneSources + (usize(ctz(lanes)) << 2));
				insert(times, sources, usize(count), u16(i16x8.extract_lane_u(least, 0)), laneSource);
			}
			a = v128.or(a, isA);
			b = v128.or(b, isB);
			c = v128.or(c, isC);
			d = v128.or(d, isD);
		}
	}
}

export function countWithin(points: usize, pointsEnd: usize, rows: usize, limit: i32, counts: usize): void {
	const most = i16x8.splat(<i16>limit);
	for (; points < pointsEnd; points += POINT, counts += 4) {
		const lanes = lanesWithin(rows + usize(load<u32>(points)), most);
		store<u32>(counts, load<u32>(counts) + popcnt(lanes));
	}
}

export function addWeightsWithin(
	points: usize,
	pointsEnd: usize,
	rows: usize,
	limit: i32,
	weights: usize,
	sums: usize
): void {
	const most = i16x8.splat(<i16>limit);
	for (let half: usize = 0; half < 2; half++) {
		let a = v128.load(sums);
		let b = v128.load(sums, 16);
		let c = v128.load(sums, 32);
		let d = v128.load(sums, 48);
		let at = weights;
		for (let point = points; point < pointsEnd; point += POINT, at += 4) {
			const row = rows + usize(load<u32>(point)) + half * 32;
			const weight = v128.load32_splat(at);
			const low = i16x8.le_u(v128.load(row), most);
			const high = i16x8.le_u(v128.load(row, 16), most);
			a = i32x4.add(a, v128.and(weight, i32x4.extend_low_i16x8_s(low)));
			b = i32x4.add(b, v128.and(weight, i32x4.extend_high_i16x8_s(low)));
			c = i32x4.add(c, v128.and(weight, i32x4.extend_low_i16x8_s(high)));
			d = i32x4.add(d, v128.and(weight, i32x4.extend_high_i16x8_s(high)));
		}
		v128.store(sums, a);
		v128.store(sums, b, 16);
		v128.store(sums, c, 32);
		v128.store(sums, d, 48);
		sums += 64;
	}
}

export function addSavings(
	points: usize,
	pointsEnd: usize,
	rows: usize,
	times: usize,
	weights: usize,
	sums: usize
): void {
	for (let quarter: usize = 0; quarter < 4; quarter++) {
		let a = v128.load(sums);
		let b = v128.load(sums, 16);
		let c = v128.load(sums, 32);
		let d = v128.load(sums, 48);
		let timeAt = times;
		let weightAt = weights;
		for (let point = points; point < pointsEnd; point += POINT, timeAt += 2, weightAt += 4) {
			const row = rows + usize(load<u32>(point)) + quarter * 16;
			const saved = i16x8.sub_sat_u(v128.load16_splat(timeAt), v128.load(row));
			if (!v128.any_true(saved)) continue;
			const weight = v128.load32_splat(weightAt);
			const low = i32x4.extend_low_i16x8_u(saved);
			const high = i32x4.extend_high_i16x8_u(saved);
			a = i64x2.add(a, i64x2.extmul_low_i32x4_u(low, weight));
			b = i64x2.add(b, i64x2.extmul_high_i32x4_u(low, weight));
			c = i64x2.add(c, i64x2.extmul_low_i32x4_u(high, weight));
			d = i64x2.add(d, i64x2.extmul_high_i32x4_u(high, weight));
		}
		v128.store(sums, a);
		v128.store(sums, b, 16);
		v128.store(sums, c, 32);
		v128.store(sums, d, 48);
		sums += 64;
	}
}
