// The demonstration territory open as a worker holds it, with a scenario of an hour and a site more, and its diagnostic.
import { DEFAULT_COSTS } from '#domain/cost.ts';
import type { DiagnosticData, DiagnosticFigure, FigureId } from '#domain/diagnostic.ts';
import type { Question } from '#domain/question.ts';
import { diagnosticData } from '#workers/jobs/diagnostic/diagnostic-data.ts';
import type { DiagnosticRequest } from '#workers/jobs/diagnostic/diagnostic-jobs.ts';
import { OpenTerritory } from '#workers/jobs/scenario/session.ts';
import type { AtlasSession } from '#workers/jobs/atlas/session.ts';
import { alone } from './atlas-session.ts';
import { modification } from './scenario-session.ts';
import { scheduleOf } from './scheduled-session.ts';

export const SCENARIO = 'samedi';
/** Stated so that every euro is known. */
export const COSTS: DiagnosticRequest['costs'] = {
	settings: { ...DEFAULT_COSTS, paidOnDuty: 2, eurosPerPaidHour: 24, regionCode: '84' },
	modifications: []
};

/** @param session its first counted site of known hours opens all Saturday and Sunday under the scenario, and a site opens beside it */
export function withScenario(session: AtlasSession): OpenTerritory {
	const territory = new OpenTerritory();
	territory.open(session);
	const first = session.territory.sites.find(({ counted, margin, schedule }) => counted.counted && !margin && schedule);
	const schedule = scheduleOf('Sa,Su 10:00-18:00');
	if (first === undefined || schedule === null) throw new Error('no hours');
	territory.setScenarios([
		{ id: SCENARIO, modifications: [modification({ kind: 'hours', siteId: first.id, schedule })] }
	]);
	return territory;
}

/** A diagnostic that nobody waits for. */
export function diagnosticOf(territory: OpenTerritory, question: Question): Promise<DiagnosticData> {
	return diagnosticData(territory, { question, costs: question.scenario === null ? null : COSTS }, alone);
}

/** A figure that must be there. */
export function figureOf({ figures }: DiagnosticData, id: FigureId): DiagnosticFigure {
	const figure = figures[id];
	if (figure === undefined) throw new Error(`no figure ${id}`);
	return figure;
}

/** Value of a figure that must be there. */
export const valueOf = (data: DiagnosticData, id: FigureId): number | null => figureOf(data, id).value;
