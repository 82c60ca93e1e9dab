import { electedSentences } from '../elected.ts';
import type { ReportBlock } from '../document.ts';
import type { SectionWriter } from '../writer.ts';

/** The figures and sentences to remember: those of the page of the elected officials. */
export function summary(writer: SectionWriter): ReportBlock[] {
	const { question, figures } = writer.data;
	return [
		...writer.keyFigures([
			'population.municipale',
			'sites',
			'communes.without-site',
			'sites.surface-per-person',
			`coverage.${question.mode}.${question.cutoffMinutes}.share`,
			'hours.mean-weekly',
			`usable.${question.profile}.median`,
			...(figures['sectors.people']?.value === 0 ? [] : (['sectors.people'] as const))
		]),
		...writer.list(electedSentences(writer.data, writer.context))
	];
}
