import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { ENTRY, entryPage, returnAddress } from '#io/offline/version-entry.ts';

const ROOT = 'https://exemple.fr/maillage/';
const entry = (to: string) => new URL(`${ROOT}${ENTRY}?${new URLSearchParams({ to })}`);

test('a window comes back where it was in the app, with its question and its scenario', () => {
	const to = `${ROOT}horaires/?dire=moment&moment=sa-15h00#scenario=x`;
	expect(returnAddress(entry(to), ROOT)).toBe(to);
});

test.each([
	'https://ailleurs.fr/',
	'javascript:alert(1)',
	'https://exemple.fr/autre/',
	'//ailleurs.fr',
	'http://[',
	''
])('an address elsewhere, %s, is not followed', (to) => expect(returnAddress(entry(to), ROOT)).toBe(ROOT));

test('the page between two versions runs its own script alone, whatever the address holds', async () => {
	const response = await entryPage(`${ROOT}?x=</script><script>alert(1)</script>`);
	const html = await response.text();
	const scripts = [...html.matchAll(/<script>([^]*?)<\/script>/g)].map((match) => match[1]);
	expect(scripts).toHaveLength(1);
	const hash = createHash('sha256').update(scripts[0]).digest('base64');
	expect(response.headers.get('content-security-policy')).toBe(`default-src 'none'; script-src 'sha256-${hash}'`);
});
