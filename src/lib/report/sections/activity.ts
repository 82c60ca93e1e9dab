import type { FigureId } from '#domain/diagnostic.ts';
import type { ReportBlock } from '../document.ts';
import { referenceBlocks } from '../references.ts';
import { someKnown } from '../tables.ts';
import type { SectionWriter } from '../writer.ts';

const FIGURES: readonly FigureId[] = [
	'activity.entries',
	'activity.entries-per-person',
	'activity.loans-per-person',
	'activity.borrowers-per-person'
];

/** What the sites declare of their use. */
export function activity(writer: SectionWriter): ReportBlock[] {
	const references = referenceBlocks(writer, FIGURES, 'activity-references');
	// Said in one: the section of limits tells each of them, and why.
	if (!someKnown(writer.data.figures, FIGURES))
		return [...writer.note(writer.words('report_activity_nothing')), ...references];
	return [
		...writer.keyFigures(FIGURES),
		...writer.paragraph(
			writer.sayWithRespondents('report_activity_entries', 'entries', 'activity.entries'),
			writer.say('report_activity_entries_per_person', { ratio: 'activity.entries-per-person' })
		),
		...writer.paragraph(
			writer.sayWithRespondents('report_activity_loans', 'ratio', 'activity.loans-per-person'),
			writer.sayWithRespondents('report_activity_borrowers', 'ratio', 'activity.borrowers-per-person')
		),
		...references
	];
}
