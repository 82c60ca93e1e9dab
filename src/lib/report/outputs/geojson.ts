import type { Geometry, Layer } from './layers.ts';
import type { NamedFile } from './csv.ts';

/** Decimals of a coordinate: a centimetre or so. */
const DECIMALS = 7;

/**
 * Each layer as GeoJSON (RFC 7946): longitude and latitude in degrees, outer rings anticlockwise; what it is of in `about`.
 * @param about lines that say of what and from where
 */
export function writeGeoJson(layers: readonly Layer[], about: readonly string[]): NamedFile[] {
	return layers.map(({ name, description, columns, features }) => {
		const collection = {
			type: 'FeatureCollection',
			name,
			about: [description, ...about],
			features: features.map(({ geometry, values }) => ({
				type: 'Feature',
				properties: Object.fromEntries(columns.map((column, rank) => [column.name, values[rank]])),
				geometry: geometry === null ? null : geometryJson(geometry)
			}))
		};
		return { name: `${name}.geojson`, bytes: new TextEncoder().encode(JSON.stringify(collection)) };
	});
}

const position = ([lon, lat]: readonly [number, number]) => [
	Number(lon.toFixed(DECIMALS)),
	Number(lat.toFixed(DECIMALS))
];

function geometryJson(geometry: Geometry) {
	switch (geometry.type) {
		case 'Point':
			return { type: 'Point', coordinates: position(geometry.at) };
		case 'MultiPoint':
			return { type: 'MultiPoint', coordinates: geometry.at.map(position) };
		case 'MultiPolygon':
			return {
				type: 'MultiPolygon',
				coordinates: geometry.rings.map((rings) => rings.map((ring, rank) => wound(ring, rank === 0).map(position)))
			};
	}
}

/** A ring that turns as asked: the right-hand rule of RFC 7946, §3.1.6. */
function wound(
	ring: readonly (readonly [number, number])[],
	anticlockwise: boolean
): readonly (readonly [number, number])[] {
	let turn = 0;
	for (let i = 1; i < ring.length; i++) turn += ring[i - 1][0] * ring[i][1] - ring[i][0] * ring[i - 1][1];
	return turn > 0 === anticlockwise ? ring : ring.toReversed();
}
