/** A file of the site itself. @throws Error when it is not there, or the network neither */
export async function ownFile(url: string): Promise<Uint8Array> {
	const answer = await fetch(url);
	if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
	return new Uint8Array(await answer.arrayBuffer());
}
