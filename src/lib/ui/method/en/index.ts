import type { SectionTexts } from '../section.ts';
import { argued } from './argued.ts';
import { data } from './data.ts';
import { followed } from './followed.ts';
import { hoursOfPeople } from './hours.ts';
import { proposals } from './proposals.ts';
import { scenarios } from './scenarios.ts';
import { supply } from './supply.ts';
import { travel } from './travel.ts';

export const en: SectionTexts = {
	...travel,
	...hoursOfPeople,
	...supply,
	...scenarios,
	...proposals,
	...argued,
	...followed,
	...data
};
