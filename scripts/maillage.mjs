// `npm run maillage -- COMMAND …`: the command line, run from its TypeScript sources.
import { generateMessages, messagesStale } from './generate.mjs';

if (messagesStale()) await generateMessages();
const { register } = await import('tsx/esm/api');
register();
const { main } = await import('../src/cli/main.ts');
process.exitCode = await main(process.argv.slice(2));
