/** Calls of WebGL that draw do nothing; all that leads to them, and the painting of the page itself, stays. */
function leaveUndrawn(): void {
	for (const call of ['drawElements', 'drawArrays', 'drawElementsInstanced', 'drawArraysInstanced', 'clear'] as const) {
		WebGL2RenderingContext.prototype[call] = () => undefined;
	}
}

/** To be evaluated in a page before anything else, where the processor would draw in the place of a graphics card and all would wait for it. */
export const UNDRAWN_SCRIPT = `(${leaveUndrawn.toString()})();`;
