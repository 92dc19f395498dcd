/** Text that was dropped: a marked passage, or a file of text in the encodings that are usual here. */

/** The text, or the name of what is none. */
export type Dropped = { text: string } | { name: string };

/** A notice has some six hundred letters; whatever is longer than this is no notice. */
const MOST_BYTES = 200_000;

function decoded(bytes: ArrayBuffer): string | null {
  for (const encoding of ["utf-8", "gb18030"]) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return text.includes("\0") ? null : text;
    } catch {
      // The next encoding.
    }
  }
  return null;
}

/** Reads it. */
export async function readFile(from: DataTransfer): Promise<Dropped> {
  const file = from.files[0];
  if (file === undefined) return { text: from.getData("text/plain") };
  const text = file.size > MOST_BYTES ? null : decoded(await file.arrayBuffer());
  return text === null ? { name: file.name } : { text };
}
