import type { LonLat } from '#domain/geometry.ts';
import type { NoteSeverity } from '#domain/notes.ts';
import type { Site, SiteFigures } from '#domain/site.ts';
import type { InseeCode } from '#domain/units.ts';
import { readInseeCode } from '../communes/insee-code.ts';
import { parseNumber } from '../tables/numbers.ts';
import { decideSite } from './site-kinds.ts';
import { normalisedName } from './site-names.ts';
import type { SiteColumns, SiteField } from './sites-columns.ts';
import type { TableRow } from '../tables/table.ts';

/** Says something of a cell: the importer adds file and row. */
export type CellNote = (
	severity: NoteSeverity,
	code: string,
	field: SiteField,
	read: string,
	params?: Readonly<Record<string, string | number>>
) => void;

const FIGURES: readonly (readonly [keyof SiteFigures, SiteField])[] = [
	['surfaceSquareMetres', 'surface'],
	['declaredWeeklyHours', 'weeklyHours'],
	['seats', 'seats'],
	['entriesPerYear', 'entries'],
	['loansPerYear', 'loans'],
	['borrowers', 'borrowers'],
	['paidStaffFte', 'staff'],
	['volunteers', 'volunteers'],
	['books', 'books'],
	['acquisitionsEuros', 'acquisitions']
];

/** The site that a row describes, before its hours and its territory are known. `position` was read beforehand. */
export function siteOfRow(columns: SiteColumns, { row, cells }: TableRow, position: LonLat, note: CellNote): Site {
	const communeName = columns.textOrNull(cells, 'communeName');
	const named = columns.name(cells);
	const id = columns.textOrNull(cells, 'id');
	if (named === null) note('changed', 'note_site_without_name', 'name', '');
	const name = named ?? communeName ?? id ?? `${position[1].toFixed(4)}, ${position[0].toFixed(4)}`;
	const figures = figuresOf(columns, cells, note);
	const type = columns.text(cells, 'type');
	const decision = decideSite({
		name,
		type,
		statut: columns.text(cells, 'statut'),
		openToAll: columns.text(cells, 'openToAll'),
		active: (figures.books ?? 0) > 0 || (figures.entriesPerYear ?? 0) > 0
	});
	if (!decision.typeKnown) note('info', 'note_site_type_unknown', 'type', type);
	return {
		id: id ?? generatedId(name, communeName),
		name,
		kind: decision.kind,
		statut: decision.statut,
		openToAll: decision.openToAll,
		counted: decision.counted,
		position,
		address: columns.textOrNull(cells, 'address'),
		postcode: postcodeOf(columns.text(cells, 'postcode'), note),
		communeCode: communeCodeOf(columns.text(cells, 'communeCode'), note),
		communeName,
		schedule: null,
		serviceClass: serviceClassOf(columns.text(cells, 'serviceClass')),
		figures,
		margin: false,
		origin: { file: columns.table.file, row }
	};
}

/** "bibliotheque-municipale-trets": the same at each import, and made distinct from its namesakes later. */
function generatedId(name: string, communeName: string | null): string {
	return normalisedName(`${name} ${communeName ?? ''}`).replaceAll(' ', '-');
}

function figuresOf(columns: SiteColumns, cells: readonly string[], note: CellNote): SiteFigures {
	const figures: Record<string, number | null> = {};
	for (const [figure, field] of FIGURES) {
		const read = columns.text(cells, field);
		const value = read === '' ? null : field === 'weeklyHours' ? hoursNumber(read) : parseNumber(read);
		if (read !== '' && (value === null || value < 0)) note('changed', 'note_site_figure', field, read);
		figures[figure] = value === null || value < 0 ? null : value;
	}
	return figures as unknown as SiteFigures;
}

/** "20", "20,5" or "20h30". */
function hoursNumber(text: string): number | null {
	const clock = /^(\d{1,3})\s*[h:]\s*(\d{2})?$/i.exec(text);
	return clock === null ? parseNumber(text) : Number(clock[1]) + Number(clock[2] ?? 0) / 60;
}

/** Postcodes that a spreadsheet took for numbers come without their zero, or with a decimal part. */
function postcodeOf(read: string, note: CellNote): string | null {
	if (read === '') return null;
	const digits = read.replace(/\.0$/, '');
	if (!/^\d{4}$/.test(digits)) return digits;
	note('changed', 'note_site_postcode_zero', 'postcode', read, { restored: `0${digits}` });
	return `0${digits}`;
}

function communeCodeOf(read: string, note: CellNote): InseeCode | null {
	if (read === '') return null;
	const found = readInseeCode(read);
	if (found === null) note('changed', 'note_site_insee', 'communeCode', read);
	else if (found.repaired) note('changed', 'note_site_insee_repaired', 'communeCode', read, { restored: found.code });
	return found?.code ?? null;
}

function serviceClassOf(text: string): Site['serviceClass'] {
	const letter = /^(?:classe\s*)?([A-E])$/i.exec(text)?.[1]?.toUpperCase();
	return (letter ?? null) as Site['serviceClass'];
}
