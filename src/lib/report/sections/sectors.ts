import type { FigureId } from '#domain/diagnostic.ts';
import type { Sector, SectorCause } from '#domain/sector.ts';
import { hoursText, minutesText } from '#i18n/figures.ts';
import { siteInCommune } from '#i18n/site-words.ts';
import { cureText, distanceAloneText, roundedToTen } from '#i18n/sector-words.ts';
import type { ReportBlock, ReportCell, Words } from '../document.ts';
import { profileWords, questionWords } from '../place-words.ts';
import { numberColumn, table, valueCell, wordCell, wordColumn } from '../tables.ts';
import { plainWords } from '../words.ts';
import type { SectionWriter } from '../writer.ts';

/** As a table names them: a sentence has its own words for each. */
const CAUSES = {
	distance: 'report_cause_distance',
	hours: 'report_cause_hours',
	capacity: 'report_cause_capacity'
} as const satisfies Record<SectorCause, string>;

/** Told large, where there is some. */
const SECTOR_FIGURES: readonly FigureId[] = ['sectors', 'sectors.people', 'sectors.not-individualised'];

/** Where people are below the threshold, why, and what would cure it; alphabetical. */
export function sectors(writer: SectionWriter): ReportBlock[] {
	const { data, locale } = writer;
	const alone = distanceAloneText(data, locale);
	const head = [
		...writer.keyFigures(SECTOR_FIGURES.filter((id) => data.figures[id]?.value !== 0)),
		...writer.paragraph(
			rule(writer),
			alone === null ? [] : plainWords(alone),
			writer.say('report_sectors_found', { sectors: 'sectors', people: 'sectors.people' }),
			writer.say(
				'report_sectors_rest',
				{ people: 'sectors.not-individualised' },
				{ foundIs: data.sectors.length === 0 ? 'none' : 'some' }
			)
		)
	];
	if (data.sectors.length === 0) return head;
	return [
		...head,
		{
			kind: 'picture',
			picture: 'map-sectors',
			caption: writer.text('report_caption_sectors'),
			description: writer.text('report_picture_sectors_says')
		},
		sectorsTable(writer),
		...(data.question.scope.kind === 'territory' ? [] : writer.note(writer.words('report_sectors_shared'))),
		writer.heading('report_sectors_cures'),
		...data.sectors.flatMap((sector, rank) => cures(writer, sector, rank + 1))
	];
}

/** Below what people of an area must be for it to have priority. */
function rule(writer: SectionWriter): Words {
	const { data, locale } = writer;
	const { sectors: choice } = data.question;
	const minutes = data.threshold.minimumUsableMinutes ?? 0;
	const { mode, cutoff } = questionWords(data.question, locale);
	return writer.words('report_sectors_rule', {
		ruleIs: minutes === 0 ? 'distance' : 'both',
		fewest: choice.minimumPeople,
		mode,
		cutoff,
		hours: hoursText(minutes / 60, locale),
		profile: profileWords(choice.profile, data.question, locale).profile
	});
}

function sectorsTable(writer: SectionWriter): ReportBlock {
	const { data } = writer;
	const columns = [
		wordColumn(writer.text('report_column_sector')),
		wordColumn(writer.text('report_column_communes')),
		numberColumn(writer.text('report_column_residents')),
		wordColumn(writer.text('report_column_cause')),
		wordColumn(writer.text('report_column_nearest')),
		numberColumn(writer.text('report_column_nearest_time'))
	];
	const rows = data.sectors.map((sector, rank) => sectorRow(writer, sector, rank + 1));
	return table('sectors', writer.text('report_sectors_caption'), columns, rows, {
		always: writer.text('report_sectors_note'),
		empty: writer.text('report_not_known')
	});
}

function sectorRow(writer: SectionWriter, sector: Sector, number: number): ReportCell[] {
	const { context, locale } = writer;
	const { communes, sites } = context.summary;
	const { nearest } = sector;
	const names = sector.communeCodes.map((code) => communes.find((one) => one.code === code)?.name ?? code);
	const near = nearest === null ? undefined : sites.at(nearest.site);
	const seconds = nearest?.seconds ?? null;
	return [
		wordCell(writer.text('report_sectors_sheet', { number: String(number), name: sector.name })),
		wordCell(names.join(', ')),
		valueCell(roundedToTen(sector.people), 'people', locale),
		wordCell(writer.text(sector.mainCause === null ? 'report_cause_none' : CAUSES[sector.mainCause])),
		wordCell(near === undefined ? null : siteInCommune(near, communes, locale)),
		{
			text: seconds === null ? '' : minutesText(seconds, locale),
			value: seconds === null ? null : Math.max(1, Math.ceil(seconds / 60)),
			figure: null
		}
	];
}

/** "1. Le Hameau" and what would help there. */
function cures(writer: SectionWriter, sector: Sector, number: number): ReportBlock[] {
	const { data, context, locale } = writer;
	if (sector.cures.length === 0) return [];
	return [
		...writer.paragraph(plainWords(writer.text('report_sectors_sheet', { number: String(number), name: sector.name }))),
		...writer.list(
			sector.cures
				.filter((cure) => cure.kind === 'closer-site' || context.summary.sites[cure.site] !== undefined)
				.map((cure) => plainWords(cureText(cure, data.question, context.summary, locale)))
		)
	];
}
