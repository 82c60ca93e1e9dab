// `npm run verify:office`: the demo's diagnostic as DOCX, XLSX and GeoPackage, opened by LibreOffice and ogrinfo where they are installed.
// Says what is not installed; what needs neither is looked at anyway. Ends with 1 where something does not open.
import { ensureDependencies } from './deps.mjs';
import { runTool } from './run.mjs';

ensureDependencies();
process.exit(await runTool('tsx', ['scripts/verify-office.ts']));
