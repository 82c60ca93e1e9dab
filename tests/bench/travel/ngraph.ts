// One pair at a time by ngraph.path on the synthetic million, in a process of its own. Prints one line of JSON.
import createGraph from 'ngraph.graph';
import { aStar } from 'ngraph.path';
import { benchGraph } from './graphs.ts';
import { quantile, timings } from './measure.ts';
import { seeded } from './seeded.ts';

const PAIRS = 5;

const graph = await benchGraph(process.argv[2]);
if (graph !== null) {
	const links = createGraph<undefined, number>();
	for (let node = 0; node < graph.nodeCount; node++) links.addNode(node);
	for (let tail = 0; tail < graph.nodeCount; tail++) {
		for (let arc = graph.first[tail]; arc < graph.first[tail + 1]; arc++) {
			links.addLink(tail, graph.head[arc], graph.weight[arc]);
		}
	}
	const finder = aStar(links, { oriented: true, distance: (_from, _to, link) => link.data });
	const random = seeded(11);
	const node = () => Math.floor(random() * graph.nodeCount);
	const times = timings(PAIRS, () => finder.find(node(), node()));
	console.log(JSON.stringify({ pairMs: quantile(times, 0.5), peakMebibytes: process.resourceUsage().maxRSS / 1024 }));
}
