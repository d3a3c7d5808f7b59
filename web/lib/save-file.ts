/** Hands a file to the browser to save. */
export function saveFile(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The download has begun by then; browsers keep what they need of it.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
