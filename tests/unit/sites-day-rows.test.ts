import { describe, expect, it } from 'vitest';
import { importSites, type SiteImportOptions } from '#io/sites/sites-import.ts';

const read = (text: string, options?: SiteImportOptions) =>
	importSites(new TextEncoder().encode(text), 'lieux.csv', options);

describe('a table of one row a site and day', () => {
	const header =
		'nom;nom_annuaire;ville;Code;jour;categorie;ouverture_am;fermeture_am;ouverture_pm;fermeture_pm;some_y;some_x';
	const rows = [
		'NA;BIBLIOTHÈQUE;Trets;471.0;mardi;tous publics;NA;NA;14:00:00;18:00:00;43.448478;5.680929',
		'NA;BIBLIOTHÈQUE;Trets;471.0;mercredi;tous publics;09:00:00;NA;NA;17:00:00;43.448478;5.680929',
		'NA;BIBLIOTHÈQUE;Trets;471.0;mercredi;été;09:00:00;12:00:00;NA;NA;43.448478;5.680929',
		'La Source;LA SOURCE;Velaux;472.0;mardi;tous publics;10:00:00;12:30:00;14:30:00;18:30:00;43.533258;5.253337',
		'NA;BIBLIOTHÈQUE;Velaux;473.0;mardi;tous publics;NA;NA;NA;NA;43.53;5.26',
		'NA;SANS ADRESSE;Aix;;mardi;tous publics;NA;NA;14:00:00;18:00:00;;',
		'NA;SANS ADRESSE;Aix;;jeudi;tous publics;NA;NA;14:00:00;18:00:00;NA;NA'
	];
	const mapping = { lat: 'some_y', lon: 'some_x', name: 'nom' };
	const imported = read([header, ...rows].join('\n'), { mapping });

	it('counts places, not rows, and takes another name where the one asked for is NA', () => {
		expect(imported.value.map(({ name, communeName }) => [name, communeName])).toEqual([
			['BIBLIOTHÈQUE', 'Trets'],
			['La Source', 'Velaux'],
			['BIBLIOTHÈQUE', 'Velaux']
		]);
		expect([imported.rowsRead, imported.rowsKept, imported.rejected.length]).toEqual([7, 5, 2]);
		expect([...imported.placesRejectedBy]).toEqual([['note_site_without_coordinates', 1]]);
		expect(new Set(imported.value.map(({ id }) => id)).size).toBe(3);
	});

	it('makes its hours of all the rows, summer apart from the rest of the year, unknown where none is told', () => {
		const [trets, source, closed] = imported.value;
		expect(
			trets.schedule?.rules.map(({ dates, times }) => [
				dates.length,
				times.map(({ start, end }) => [start / 60, end / 60])
			])
		).toEqual(
			expect.arrayContaining([
				[0, [[14, 18]]],
				[0, [[9, 17]]],
				[1, [[9, 12]]]
			])
		);
		expect(source.schedule?.rules.flatMap(({ times }) => times.map(({ start, end }) => end - start))).toEqual([
			150, 240
		]);
		expect(closed.schedule).toBeNull();
	});

	it('keeps apart two libraries that share an identifier and a position, but neither name nor commune', () => {
		const twice = [
			'id;nom;ville;jour;ouverture_pm;fermeture_pm;lat;lon',
			'383;Bernard Monge;Allauch;mardi;14:00;18:00;43.33;5.48',
			'383;Municipale;Alleins;mardi;15:00;19:00;43.33;5.48',
			'383;Bernard Monge;Allauch;jeudi;14:00;18:00;43.33;5.48'
		].join('\n');
		const { value, rowsKept } = read(twice);
		expect(value.map(({ id, name }) => [id, name])).toEqual([
			['383', 'Bernard Monge'],
			['383-2', 'Municipale']
		]);
		expect(rowsKept).toBe(3);
	});

	it('does not take a number of each row for an identifier', () => {
		const numbered = [
			'id,nom,jour,ouverture_pm,fermeture_pm,lat,lon',
			'1,A,mardi,14:00,18:00,43.33,5.48',
			'2,A,jeudi,14:00,18:00,43.33,5.48'
		].join('\n');
		expect(read(numbered).value).toHaveLength(1);
	});

	it('rejects the row of a day that it cannot read, and keeps its place', () => {
		const { value, rejected, rowsRead, rowsKept } = read(
			[
				'nom,jour,ouverture_pm,fermeture_pm,lat,lon',
				'A,mardi,14:00,18:00,43.33,5.48',
				'A,jeudi,14h,hier,43.33,5.48'
			].join('\n')
		);
		expect(value).toHaveLength(1);
		expect(value[0].schedule?.rules).toHaveLength(1);
		expect(rejected).toMatchObject([
			{ note: { row: 3, column: 'fermeture_pm', read: 'hier' }, cells: { nom: 'A', jour: 'jeudi', lat: '43.33' } }
		]);
		expect(rowsRead).toBe(rowsKept + rejected.length);
	});
});
