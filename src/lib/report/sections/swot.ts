import type { ReportBlock } from '../document.ts';
import { swotPoints } from '../swot-rules.ts';
import type { SectionWriter } from '../writer.ts';

const PARTS = {
	strengths: { heading: 'report_heading_strengths', prompt: 'report_own_strengths' },
	weaknesses: { heading: 'report_heading_weaknesses', prompt: 'report_own_weaknesses' },
	opportunities: { heading: 'report_heading_opportunities', prompt: 'report_own_opportunities' },
	threats: { heading: 'report_heading_threats', prompt: 'report_own_threats' }
} as const;

/** Points to argue, said to be proposals, and the author's own. */
export function swot(writer: SectionWriter): ReportBlock[] {
	const points = swotPoints(writer);
	const part = (id: keyof typeof PARTS): ReportBlock[] => {
		const proposed = writer.list(points[id]);
		return [
			writer.heading(PARTS[id].heading),
			...(proposed.length === 0 ? writer.paragraph(writer.words('report_swot_none')) : proposed),
			writer.own(`swot.${id}`, PARTS[id].prompt)
		];
	};
	return [
		...writer.note(writer.words('report_swot_lead')),
		...part('strengths'),
		...part('weaknesses'),
		...part('opportunities'),
		...part('threats')
	];
}
