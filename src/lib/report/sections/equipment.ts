import type { DiagnosticPeers, FigureId } from '#domain/diagnostic.ts';
import { SITE_KINDS } from '#domain/site.ts';
import type { ReportBlock } from '../document.ts';
import { capital } from '../place-words.ts';
import { referenceBlocks } from '../references.ts';
import { figureCell, numberColumn, table, valueCell, wordCell, wordColumn } from '../tables.ts';
import type { SectionWriter } from '../writer.ts';

const FIGURES: readonly FigureId[] = [
	'sites.surface',
	'sites.surface-per-person',
	'communes.without-site',
	'population.in-equipped-communes.share'
];

/** The counted sites: how many, of what kind, how large, beside published values and those of the data. */
export function equipment(writer: SectionWriter): ReportBlock[] {
	const { data } = writer;
	return [
		...writer.keyFigures(['sites', 'communes.without-site', 'sites.surface', 'sites.surface-per-person']),
		...writer.paragraph(
			writer.say('report_equipment_sites', { sites: 'sites' }),
			data.figures.communes?.value === 0
				? []
				: writer.say('report_equipment_communes', { without: 'communes.without-site', communes: 'communes' }),
			writer.say('report_equipment_equipped', { share: 'population.in-equipped-communes.share' })
		),
		...kindsTable(writer),
		...writer.paragraph(
			writer.sayWithRespondents('report_equipment_surface', 'surface', 'sites.surface'),
			writer.say('report_equipment_surface_per_person', { ratio: 'sites.surface-per-person' })
		),
		...writer.paragraph(writer.sayWithRespondents('report_equipment_classes', 'sites', 'sites.of-class-a-to-c')),
		{
			kind: 'picture',
			picture: 'map-sites',
			caption: writer.text('report_caption_sites'),
			description: writer.text('report_picture_sites_says')
		},
		...referenceBlocks(writer, FIGURES, 'equipment-references'),
		...peersTable(writer)
	];
}

function kindsTable(writer: SectionWriter): ReportBlock[] {
	const { data, locale } = writer;
	const kinds = SITE_KINDS.filter((kind) => data.figures[`sites.kind.${kind}`]);
	if (kinds.length === 0) return [];
	return [
		table(
			'kinds',
			writer.text('report_equipment_kinds'),
			[wordColumn(writer.text('report_column_kind')), numberColumn(writer.text('report_column_sites'))],
			kinds.map((kind) => [
				wordCell(capital(writer.name(`sites.kind.${kind}`), locale)),
				figureCell(data.figures[`sites.kind.${kind}`], locale)
			]),
			{ empty: writer.text('report_not_known') }
		)
	];
}

const MEASURES = [
	{ measure: 'surface', median: 'report_peers_surface', known: 'report_peers_surface_known' },
	{ measure: 'weekly-hours', median: 'report_peers_hours', known: 'report_peers_hours_known' },
	{ measure: 'entries', median: 'report_peers_entries', known: 'report_peers_entries_known' }
] as const satisfies readonly { measure: DiagnosticPeers['measure']; median: string; known: string }[];

/** What half of the sites of communes of the same size have at least, in the loaded data: a row a size, two columns a measure. */
function peersTable(writer: SectionWriter): ReportBlock[] {
	const { data, locale } = writer;
	const told = data.peers.filter(({ median }) => median !== null);
	const measures = MEASURES.filter(({ measure }) => told.some((one) => one.measure === measure));
	if (measures.length === 0) return [];
	const sizes = new Map(told.map((one) => [sizeOf(writer, one), one]));
	const rows = [...sizes]
		.toSorted(([, one], [, other]) => one.fromPeople - other.fromPeople)
		.map(([size, { fromPeople }]) => [
			wordCell(size),
			...measures.flatMap(({ measure }) => {
				const one = data.peers.find((peers) => peers.measure === measure && peers.fromPeople === fromPeople);
				if (one === undefined) return [wordCell(null), wordCell(null)];
				const respondents = writer.text('report_peers_of', { known: one.known, of: one.of });
				return [valueCell(one.median, one.unit, locale), wordCell(respondents)];
			})
		]);
	const columns = [
		wordColumn(writer.text('report_peers_size')),
		...measures.flatMap(({ median, known }) => [numberColumn(writer.text(median)), numberColumn(writer.text(known))])
	];
	return [
		table('peers', writer.text('report_peers_caption'), columns, rows, {
			always: writer.text('report_peers_note'),
			empty: writer.text('report_peers_empty')
		})
	];
}

/** "2 000 à moins de 5 000 habitants" */
function sizeOf(writer: SectionWriter, { fromPeople, toPeople }: DiagnosticPeers): string {
	if (toPeople === null) return writer.text('report_peers_over', { from: fromPeople });
	if (fromPeople === 0) return writer.text('report_peers_under', { to: toPeople });
	return writer.text('report_peers_between', { from: fromPeople, to: toPeople });
}
