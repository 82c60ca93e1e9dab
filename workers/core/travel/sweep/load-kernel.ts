import type { Arena } from './arena.ts';
import type { SweepKernel } from './kernel.ts';
import { OWN_MEMORY_KERNEL, SHARED_MEMORY_KERNEL } from './kernel.generated.ts';
import { TwinKernel } from './twin.ts';

/** The fastest kernel that runs here: WebAssembly with SIMD, else its twin in TypeScript. Compiles at once: call it in a worker. */
export function loadKernel(arena: Arena): SweepKernel {
	return wasmKernel(arena) ?? new TwinKernel(arena.memory);
}

/** The WebAssembly kernel; null where it was not built, where SIMD (or shared memory) is unknown, or where compiling is forbidden. */
export function wasmKernel({ memory, isShared }: Arena): SweepKernel | null {
	const base64 = isShared ? SHARED_MEMORY_KERNEL : OWN_MEMORY_KERNEL;
	if (base64 === null) return null;
	const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
	if (!WebAssembly.validate(bytes)) return null;
	try {
		const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory } });
		// The module's exports are the functions of kernel.as.ts, which keep the contract of kernel.ts.
		return exports as unknown as SweepKernel;
	} catch {
		// A page's content security policy may forbid compiling; the twin needs no permission.
		return null;
	}
}
