// The demo's diagnostic as its files, opened by other programs. Run by scripts/verify-office.mjs.
import { strFromU8, unzipSync } from 'fflate';
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { diagnosticFiles } from './office-files.ts';

const folder = await mkdtemp(join(tmpdir(), 'maillage-office-'));
const faults: string[] = [];
/** Says what was looked at, and remembers what is wrong. */
function tell(what: string, fault: string | null): void {
	console.log(`${fault === null ? 'ok      ' : 'ERREUR  '} ${what}${fault === null ? '' : ` : ${fault}`}`);
	if (fault !== null) faults.push(what);
}

const files = await diagnosticFiles();
for (const [name, bytes] of files) await writeFile(join(folder, name), bytes);
for (const [name, bytes] of files) {
	if (name.endsWith('.gpkg')) tell(`${name} : en-tête GeoPackage`, geoPackageFault(bytes));
	else tell(`${name} : archive et XML`, archiveFault(bytes));
}
if (isInstalled('soffice', ['--version'])) {
	for (const name of ['diagnostic.docx', 'diagnostic.xlsx']) tell(`${name} : LibreOffice`, await convertFault(name));
} else console.log('non vérifié : LibreOffice (soffice) n’est pas installé');
if (isInstalled('ogrinfo', ['--version'])) tell('diagnostic.gpkg : ogrinfo', ogrFault('diagnostic.gpkg'));
else console.log('non vérifié : ogrinfo (GDAL) n’est pas installé');
await rm(folder, { recursive: true, force: true });
process.exitCode = faults.length === 0 ? 0 : 1;

function isInstalled(program: string, args: readonly string[]): boolean {
	return spawnSync(program, [...args], { stdio: 'ignore' }).status === 0;
}

/** Every part of an office file must unzip and be well-formed XML. */
function archiveFault(bytes: Uint8Array): string | null {
	try {
		for (const [name, part] of Object.entries(unzipSync(bytes))) {
			if (!/\.(xml|rels)$/.test(name)) continue;
			const parser = new SaxesParser({ xmlns: true });
			parser.on('error', (error) => {
				throw new Error(`${name} : ${error.message}`);
			});
			parser.write(strFromU8(part)).close();
		}
		return null;
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
}

/** SQLite's header: "GPKG" is its application. */
function geoPackageFault(bytes: Uint8Array): string | null {
	const [magic, application] = [strFromU8(bytes.subarray(0, 15)), strFromU8(bytes.subarray(68, 72))];
	return magic === 'SQLite format 3' && application === 'GPKG' ? null : `lu « ${magic} », « ${application} »`;
}

async function convertFault(name: string): Promise<string | null> {
	const profile = `-env:UserInstallation=file://${folder}/profile`;
	const { stderr } = spawnSync(
		'soffice',
		[profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, name)],
		{
			encoding: 'utf8',
			timeout: 180_000
		}
	);
	const pdf = join(folder, name.replace(/\.\w+$/, '.pdf'));
	const size = await stat(pdf)
		.then(({ size: bytes }) => bytes)
		.catch(() => 0);
	if (size === 0) return stderr.trim() || 'aucun PDF';
	const head = strFromU8(new Uint8Array((await readFile(pdf)).subarray(0, 5)));
	return head === '%PDF-' ? null : 'le résultat n’est pas un PDF';
}

/** Each layer must be read whole, without a warning. */
function ogrFault(name: string): string | null {
	const { status, stdout, stderr } = spawnSync('ogrinfo', ['-ro', '-so', '-al', join(folder, name)], {
		encoding: 'utf8'
	});
	if (status !== 0 || stderr.trim() !== '') return stderr.trim() || `code ${status}`;
	const layers = ['communes', 'sites', 'cells'].filter((layer) => !stdout.includes(`Layer name: ${layer}`));
	return layers.length === 0 ? null : `couches absentes : ${layers.join(', ')}`;
}
