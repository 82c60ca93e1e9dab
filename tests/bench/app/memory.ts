// Memory of the page and its workers, after a collection, as the browser counts it for a page that is isolated from others.
import { serve } from '../../../scripts/serve.mjs';
import { launch, newWindow, whenThere } from './browser.ts';
import { BUILD } from './bundle.ts';
import { chooseZip } from './opening.ts';

interface Measured {
	readonly bytes: number;
	readonly breakdown: readonly {
		readonly bytes: number;
		readonly attribution: readonly { readonly scope: string }[];
	}[];
}

export interface Memory {
	readonly bytes: number;
	readonly workerBytes: number;
}

/** The demo, then the territory of `zip` opened in its place, in one window. Bitmaps and what the graphics card holds are not in it. */
export async function measureMemory(
	executablePath: string,
	base: string,
	zip: string | null
): Promise<Record<string, Memory>> {
	const { url, close } = await serve(BUILD, 0, base, { isolated: true });
	// Without it the browser measures at its next large collection, minutes later.
	const browser = await launch(executablePath, ['--enable-blink-features=ForceEagerMeasureMemory']);
	try {
		const page = await (await newWindow(browser)).newPage();
		const measure = async (): Promise<Memory> => {
			const { bytes, breakdown } = await page.evaluate(() =>
				(
					performance as unknown as { measureUserAgentSpecificMemory(): Promise<Measured> }
				).measureUserAgentSpecificMemory()
			);
			const ofWorkers = breakdown.filter(({ attribution }) =>
				attribution.some(({ scope }) => scope.includes('Worker'))
			);
			return { bytes, workerBytes: ofWorkers.reduce((sum, part) => sum + part.bytes, 0) };
		};
		await page.goto(url);
		await whenThere(page);
		const memory: Record<string, Memory> = { demo: await measure() };
		if (zip !== null) {
			await chooseZip(page, zip);
			memory['MEL, after the demo'] = await measure();
		}
		return memory;
	} finally {
		await browser.close();
		close();
	}
}
