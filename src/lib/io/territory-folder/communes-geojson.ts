import type { Commune } from '#domain/commune.ts';
import { MaillageError } from '#domain/notes.ts';
import { plainWords } from '#domain/plain-words.ts';
import type { EpciCode, InseeCode } from '#domain/units.ts';
import { featuresOf, isPosition, numberOrNull, outlineOf, textOrNull, writeFeatures } from './features.ts';

/** communes.geojson of a territory folder, RFC 7946; a commune without outline has a null geometry. */
export function writeCommunesGeojson(communes: readonly Commune[]): Uint8Array {
	return writeFeatures(
		communes.map((commune) => ({
			type: 'Feature',
			properties: {
				code: commune.code,
				name: plainWords(commune.name),
				population_municipale: commune.municipalPopulation,
				epci_code: commune.epciCode,
				epci_name: plainWords(commune.epciName),
				centre: commune.centre,
				margin: commune.margin
			},
			geometry: commune.geometry === null ? null : { type: 'MultiPolygon', coordinates: commune.geometry }
		}))
	);
}

/**
 * Reads what writeCommunesGeojson wrote.
 * @throws MaillageError `error_folder_geojson`, `error_folder_commune` naming the feature
 */
export function readCommunesGeojson(bytes: Uint8Array, file: string): Commune[] {
	return featuresOf(bytes, file).map((feature, i) => {
		const { properties } = feature;
		// Any text: outside France a code is not INSEE's (see communeCodes).
		const code = textOrNull(properties.code) as InseeCode | null;
		if (code === null || code === '')
			throw new MaillageError('error_folder_commune', { feature: String(i + 1), read: String(properties.code) }, file);
		const centre = properties.centre;
		return {
			code,
			name: plainWords(textOrNull(properties.name) ?? code),
			geometry: outlineOf(feature, i + 1, file),
			municipalPopulation: numberOrNull(properties.population_municipale),
			epciCode: textOrNull(properties.epci_code) as EpciCode | null,
			epciName: plainWords(textOrNull(properties.epci_name)),
			centre: isPosition(centre) ? [centre[0], centre[1]] : null,
			margin: properties.margin === true
		};
	});
}
