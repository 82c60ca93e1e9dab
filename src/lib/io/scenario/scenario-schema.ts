import * as v from 'valibot';
import { SLOT_KINDS } from '#domain/cost.ts';
import { plainWords } from '#domain/plain-words.ts';
import { SITE_KINDS } from '#domain/site.ts';
import { parseInseeCode } from '#domain/units.ts';

/** The members of a scenario file, as they are written. What stands beside them is refused: a misspelt member would be lost in silence. */

export const WEEKDAY_NAMES = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const;
const MOST_NAME_CHARACTERS = 300;
const MOST_TEXT_CHARACTERS = 20_000;
const MOST_MODIFICATIONS = 1000;
const MOST_SQUARE_METRES = 1_000_000;
const MOST_EUROS = 1e12;

const words = v.pipe(v.string(), v.maxLength(MOST_NAME_CHARACTERS), v.transform(plainWords));
const identifier = v.pipe(v.string(), v.regex(/^[a-z\d][\w-]{0,40}$/i, 'a-z, 0-9, -, _ (41)'));
const siteId = v.pipe(v.string(), v.minLength(1), v.maxLength(MOST_NAME_CHARACTERS));
const newSiteId = v.pipe(
	siteId,
	v.check((id) => id.startsWith('new-'), 'new-…')
);
const lon = v.pipe(v.number(), v.minValue(-180), v.maxValue(180));
const lat = v.pipe(v.number(), v.minValue(-90), v.maxValue(90));
const squareMetres = v.pipe(v.number(), v.minValue(0), v.maxValue(MOST_SQUARE_METRES));
const euros = v.pipe(v.number(), v.minValue(-MOST_EUROS), v.maxValue(MOST_EUROS));
const onDuty = v.optional(v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1000))), null);
const text = v.pipe(v.string(), v.maxLength(MOST_TEXT_CHARACTERS));
const clock = v.pipe(
	v.string(),
	v.check((time) => /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(time), 'HH:MM')
);

/** Hours in the OpenStreetMap syntax, empty where it is never open; the text they were read from and its form, where these are others. */
const hours = {
	opening_hours: text,
	hours_source_text: v.optional(v.pipe(text, v.transform(plainWords))),
	hours_syntax: v.optional(v.picklist(['osm', 'rows', 'french', 'grid']))
};

const place = {
	id: newSiteId,
	name: words,
	kind: v.picklist(SITE_KINDS),
	lon,
	lat,
	commune_code: v.nullable(
		v.pipe(
			v.string(),
			v.check((code) => parseInseeCode(code) === code, 'INSEE')
		)
	),
	commune_name: v.nullable(words),
	surface_square_metres: v.nullable(squareMetres)
};

const rounds = v.pipe(
	v.strictObject({
		weekday: v.picklist(WEEKDAY_NAMES),
		start: clock,
		end: clock,
		weeks: v.picklist(['every', 'odd', 'even']),
		in_school_holidays: v.boolean()
	}),
	v.check(({ start, end }) => start < end, 'start < end')
);

const change = v.variant('kind', [
	v.strictObject({ kind: v.literal('hours'), site_id: siteId, ...hours }),
	v.strictObject({
		kind: v.literal('add'),
		site: v.strictObject({ ...place, ...hours, opening_hours: v.nullable(text) })
	}),
	v.strictObject({ kind: v.literal('close'), site_id: siteId }),
	v.strictObject({ kind: v.literal('move'), site_id: siteId, lon, lat }),
	v.pipe(
		v.strictObject({
			kind: v.literal('merge'),
			site_ids: v.pipe(v.array(siteId), v.minLength(1)),
			into: siteId,
			surface_square_metres: v.nullable(squareMetres)
		}),
		v.check(({ site_ids, into }) => !site_ids.includes(into), 'into ∉ site_ids')
	),
	v.strictObject({ kind: v.literal('bookmobile-stop'), site: v.strictObject(place), rounds }),
	v.strictObject({ kind: v.literal('surface'), site_id: siteId, surface_square_metres: squareMetres })
]);

const amount = v.optional(v.nullable(euros), null);
const modificationCost = v.strictObject({
	paid_on_duty: onDuty,
	volunteers_on_duty: onDuty,
	investment_euros: amount,
	running_euros_per_year: amount,
	vehicle_euros_per_year: amount,
	eligible: v.optional(v.nullable(v.boolean()), null)
});

export const modificationSchema = v.strictObject({
	id: identifier,
	on: v.boolean(),
	change,
	cost: v.optional(modificationCost)
});

const rate = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const costsSchema = v.strictObject({
	paid_on_duty: onDuty,
	volunteers_on_duty: onDuty,
	euros_per_paid_hour: v.optional(v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(MOST_EUROS))), null),
	preparation_share: v.pipe(v.number(), v.minValue(0), v.maxValue(100)),
	region_code: v.nullable(v.pipe(v.string(), v.maxLength(3))),
	rates: v.strictObject(v.entriesFromList(SLOT_KINDS, v.exactOptional(rate))),
	aid_years: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(50)),
	funders: v.pipe(v.array(v.strictObject({ name: words, euros_per_year: euros })), v.maxLength(100))
});

/** All but the modifications, which are read one by one. */
export const scenarioFileSchema = v.strictObject({
	format: v.literal('maillage-scenario'),
	schema_version: v.pipe(v.number(), v.integer(), v.minValue(1)),
	territory: v.strictObject({ name: words, epci_code: v.nullable(words) }),
	scenario: v.strictObject({
		id: identifier,
		name: words,
		modifications: v.pipe(v.array(v.unknown()), v.maxLength(MOST_MODIFICATIONS)),
		costs: v.optional(costsSchema)
	})
});

export type ScenarioFile = v.InferOutput<typeof scenarioFileSchema>;
export type WrittenModification = v.InferOutput<typeof modificationSchema>;
export type WrittenChange = WrittenModification['change'];
export type WrittenCosts = v.InferOutput<typeof costsSchema>;
export type WrittenModificationCost = v.InferOutput<typeof modificationCost>;
