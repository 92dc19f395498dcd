/** Leaving everything at once: the window closes, or another person sits down. What saves itself does so first; the rest is asked about. */

/** Something that was typed and is not saved. */
export interface Unsaved {
  what: string;
  /** It lies in the book and is offered again; otherwise it would be lost. */
  kept: boolean;
}

/** Saves what saves itself, and tells what is left. */
type Guard = () => Promise<Unsaved | null> | Unsaved | null;

const guards = new Map<string, Guard>();

/** While a form, a document or a question has something unsaved, `guard` is asked before everything is left; null takes it away. */
export function guardLeaving(name: string, guard: Guard | null): void {
  if (guard === null) guards.delete(name);
  else guards.set(name, guard);
}

/** What is unsaved after everything that saves itself has done so. */
export async function unsaved(): Promise<Unsaved[]> {
  const left = await Promise.all([...guards.values()].map(async (guard) => guard()));
  return left.filter((one) => one !== null);
}
