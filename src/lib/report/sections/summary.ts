import { electedSentences } from '../elected.ts';
import type { ReportBlock } from '../document.ts';
import type { SectionWriter } from '../writer.ts';

/** The figures and sentences to remember: those of the page of the elected officials. */
export function summary(writer: SectionWriter): ReportBlock[] {
	const { question } = writer.data;
	return [
		...writer.keyFigures([
			'population.municipale',
			'sites',
			'communes.without-site',
			'sites.surface-per-person',
			`coverage.${question.mode}.${question.cutoffMinutes}.share`,
			'hours.mean-weekly',
			`usable.${question.profile}.median`,
			'sectors.people'
		]),
		...writer.list(electedSentences(writer.data, writer.context))
	];
}
