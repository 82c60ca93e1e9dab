import type { SectionTexts } from '../section.ts';
import { data } from './data.ts';
import { hoursOfPeople } from './hours.ts';
import { supply } from './supply.ts';
import { travel } from './travel.ts';

export const fr: SectionTexts = { ...travel, ...hoursOfPeople, ...supply, ...data };
