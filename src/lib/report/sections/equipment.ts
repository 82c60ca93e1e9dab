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

const MEASURES = {
	surface: 'report_peers_surface',
	'weekly-hours': 'report_peers_hours',
	entries: 'report_peers_entries'
} as const satisfies Record<DiagnosticPeers['measure'], string>;

/** What sites of communes of the same size have, in the loaded data. */
function peersTable(writer: SectionWriter): ReportBlock[] {
	const { data, locale } = writer;
	const peers = data.peers.filter(({ known }) => known > 0);
	if (peers.length === 0) return [];
	const sizeOf = ({ fromPeople, toPeople }: DiagnosticPeers) =>
		toPeople === null
			? writer.text('report_peers_over', { from: fromPeople })
			: fromPeople === 0
				? writer.text('report_peers_under', { to: toPeople })
				: writer.text('report_peers_between', { from: fromPeople, to: toPeople });
	return [
		table(
			'peers',
			writer.text('report_peers_caption'),
			[
				wordColumn(writer.text('report_peers_size')),
				wordColumn(writer.text('report_column_figure')),
				numberColumn(writer.text('report_peers_median')),
				numberColumn(writer.text('report_peers_known'))
			],
			peers.map((one) => [
				wordCell(sizeOf(one)),
				wordCell(writer.text(MEASURES[one.measure])),
				valueCell(one.median, one.unit, locale),
				wordCell(writer.text('report_peers_of', { known: one.known, of: one.of }))
			]),
			{ empty: writer.text('report_peers_empty') }
		)
	];
}
