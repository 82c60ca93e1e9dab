import type { DiagnosticAges, FigureId } from '#domain/diagnostic.ts';
import { wholePeople } from '#i18n/figures.ts';
import type { ReportBlock } from '../document.ts';
import { AGE_GROUPS, ageGroupText } from '../place-words.ts';
import { figureCell, numberColumn, someKnown, table, wordCell, wordColumn } from '../tables.ts';
import { isKnown } from '../words.ts';
import type { SectionWriter } from '../writer.ts';

const shareOf = (ages: DiagnosticAges): FigureId => `population.ages.${ages}.share`;

/** Perimeter, people counted both ways, ages, poverty where known. */
export function territory(writer: SectionWriter): ReportBlock[] {
	const source = writer.context.summary.sources.population?.title ?? '';
	return [
		...writer.keyFigures([
			'communes',
			'population.municipale',
			'population.density',
			'population.poor-households.share'
		]),
		...writer.paragraph(
			writer.say('report_territory_communes', { communes: 'communes' }, { scopeIs: writer.data.question.scope.kind }),
			writer.sayWithRespondents('report_frame_population', 'population', 'population.municipale'),
			writer.say('report_territory_density', { density: 'population.density' })
		),
		...writer.paragraph(
			writer.say(
				'report_territory_grid',
				{ people: 'population.grid' },
				{ source, sourceIs: source === '' ? 'none' : 'some' }
			),
			differs(writer) ? writer.words('report_territory_grid_differs') : [],
			writer.say('report_territory_imputed', { share: 'population.imputed-share' })
		),
		...writer.paragraph(
			writer.say('report_territory_ages', { children: shareOf('0-10'), older: shareOf('65+') }),
			writer.say('report_territory_poor', { share: 'population.poor-households.share' })
		),
		...agesTable(writer)
	];
}

/** Whether people counted both ways read as two numbers. */
function differs({ data: { figures } }: SectionWriter): boolean {
	const [located, official] = [figures['population.grid'], figures['population.municipale']];
	return isKnown(located) && isKnown(official) && wholePeople(located.value) !== wholePeople(official.value);
}

function agesTable(writer: SectionWriter): ReportBlock[] {
	const { data, locale } = writer;
	if (!someKnown(data.figures, AGE_GROUPS.map(shareOf))) return [];
	return [
		table(
			'ages',
			writer.text('report_territory_ages_caption'),
			[wordColumn(writer.text('report_column_ages')), numberColumn(writer.text('report_column_share'))],
			AGE_GROUPS.map((ages) => [wordCell(ageGroupText(ages, locale)), figureCell(data.figures[shareOf(ages)], locale)]),
			{ empty: writer.text('report_not_known') }
		)
	];
}
