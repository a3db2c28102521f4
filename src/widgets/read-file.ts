// A file as text. PowerShell writes UTF-16 with a byte order mark; everything else is read as UTF-8.

/** Bytes that are no text become U+FFFD; rejects if the file cannot be read. */
export async function readFile(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
