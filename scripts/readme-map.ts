// Draws data/demo/carte.svg from the demo territory: `npx tsx scripts/readme-map.ts`.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { diagnoseDemo } from '../src/cli/demo.ts';

/** Minutes by car to the nearest library, upper bounds; viridis, light for near. */
const CLASSES = [
	{ upTo: 3, colour: '#fde725', label: '3 min et moins' },
	{ upTo: 5, colour: '#90d743', label: '3 à 5 min' },
	{ upTo: 8, colour: '#35b779', label: '5 à 8 min' },
	{ upTo: 12, colour: '#21918c', label: '8 à 12 min' },
	{ upTo: Infinity, colour: '#443983', label: 'plus de 12 min' }
];
const WIDTH = 1000;
const LEGEND_HEIGHT = 90;

interface Cell {
	readonly properties: { readonly car_nearest_seconds: number | null };
	readonly geometry: { readonly coordinates: readonly (readonly [number, number])[][] };
}
interface Outline {
	readonly properties: { readonly margin: boolean };
	readonly geometry: { readonly coordinates: readonly (readonly [number, number])[][][] };
}
interface SitePoint {
	readonly properties: { readonly counted: boolean; readonly margin: boolean };
	readonly geometry: { readonly coordinates: readonly [number, number] };
}

const { files, folder } = await diagnoseDemo();
const features = <Feature>(bytes: Uint8Array | undefined) =>
	(JSON.parse(new TextDecoder().decode(bytes)) as { features: Feature[] }).features;
const cells = features<Cell>(files.get('cells.geojson'));
const outlines = features<Outline>(folder.get('communes.geojson')).filter(({ properties }) => !properties.margin);
const sites = features<SitePoint>(folder.get('sites.geojson')).filter(
	({ properties }) => properties.counted && !properties.margin
);

const all = outlines.flatMap(({ geometry }) => geometry.coordinates.flat(2));
const [west, east] = [Math.min(...all.map(([lon]) => lon)), Math.max(...all.map(([lon]) => lon))];
const [south, north] = [Math.min(...all.map(([, lat]) => lat)), Math.max(...all.map(([, lat]) => lat))];
const scale = WIDTH / (east - west);
const stretch = 1 / Math.cos((((south + north) / 2) * Math.PI) / 180);
const x = (lon: number) => ((lon - west) * scale).toFixed(1);
const y = (lat: number) => ((north - lat) * scale * stretch).toFixed(1);
const height = Math.round((north - south) * scale * stretch);
const path = (ring: readonly (readonly [number, number])[]) =>
	`M${ring.map(([lon, lat]) => `${x(lon)} ${y(lat)}`).join('L')}Z`;

const byClass = CLASSES.map(({ upTo }, rank) => {
	const above = rank === 0 ? 0 : CLASSES[rank - 1].upTo;
	const minutes = ({ properties }: Cell) => (properties.car_nearest_seconds ?? Infinity) / 60;
	return cells.filter((cell) => (rank === 0 || minutes(cell) > above) && minutes(cell) <= upTo);
});
const legend = CLASSES.map(
	({ colour, label }, rank) =>
		`<rect x="${20 + rank * 165}" y="${height + 46}" width="22" height="16" fill="${colour}"/><text x="${48 + rank * 165}" y="${height + 60}">${label}</text>`
);
const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-20 -20 ${WIDTH + 40} ${height + LEGEND_HEIGHT + 20}" font-family="sans-serif" font-size="16" fill="#1d2129">
<title>Territoire fictif Entre-Val-et-Monts : temps d’accès en voiture à la bibliothèque la plus proche</title>
<rect x="-20" y="-20" width="100%" height="100%" fill="#f7f5f0"/>
${byClass.map((of, rank) => `<path fill="${CLASSES[rank].colour}" d="${of.map(({ geometry }) => path(geometry.coordinates[0])).join('')}"/>`).join('\n')}
<path fill="none" stroke="#8a857a" stroke-width=".8" d="${outlines.flatMap(({ geometry }) => geometry.coordinates.flat().map(path)).join('')}"/>
${sites.map(({ geometry: { coordinates } }) => `<circle cx="${x(coordinates[0])}" cy="${y(coordinates[1])}" r="5" fill="#c65f1a" stroke="#fff" stroke-width="1.5"/>`).join('')}
<text x="20" y="${height + 30}" font-weight="bold">Temps d’accès en voiture à la bibliothèque la plus proche (carreaux habités de 200 m) · territoire fictif</text>
${legend.join('\n')}
<circle cx="${30 + CLASSES.length * 165}" cy="${height + 54}" r="5" fill="#c65f1a" stroke="#fff" stroke-width="1.5"/><text x="${42 + CLASSES.length * 165}" y="${height + 60}">bibliothèque</text>
</svg>
`;
writeFileSync(join(import.meta.dirname, '../data/demo/carte.svg'), svg);
