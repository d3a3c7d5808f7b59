// What a file is, by its first bytes: neither the name nor the header of a request is believed.

export interface Sniffed {
  type: string;
  /** Of a picture, where its header tells. */
  size?: { width: number; height: number };
}

const ascii = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));
const uint16 = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
const uint32 = (bytes: Uint8Array, at: number): number => uint16(bytes, at) * 65_536 + uint16(bytes, at + 2);
const little16 = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
const little24 = (bytes: Uint8Array, at: number): number => little16(bytes, at) | ((bytes[at + 2] ?? 0) << 16);

/** The frame header stands behind any number of other segments. */
function jpegSize(bytes: Uint8Array): Sniffed["size"] {
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: uint16(bytes, at + 7), height: uint16(bytes, at + 5) };
    at += 2 + uint16(bytes, at + 2);
  }
  return undefined;
}

function webpSize(bytes: Uint8Array): Sniffed["size"] {
  switch (ascii(bytes, 12, 16)) {
    case "VP8X":
      return { width: little24(bytes, 24) + 1, height: little24(bytes, 27) + 1 };
    case "VP8L": {
      const packed = little16(bytes, 21) + little16(bytes, 23) * 65_536;
      return { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 };
    }
    case "VP8 ":
      return { width: little16(bytes, 26) & 0x3fff, height: little16(bytes, 28) & 0x3fff };
    default:
      return undefined;
  }
}

interface Kind {
  type: string;
  /** At an offset of the file. */
  marks: readonly (readonly [at: number, text: string])[];
  size?: (bytes: Uint8Array) => Sniffed["size"];
}

const kinds: readonly Kind[] = [
  {
    type: "image/png",
    marks: [[0, "\x89PNG\r\n\x1A\n"]],
    size: (bytes) => ({ width: uint32(bytes, 16), height: uint32(bytes, 20) }),
  },
  { type: "image/jpeg", marks: [[0, "\xFF\xD8\xFF"]], size: jpegSize },
  {
    type: "image/gif",
    marks: [[0, "GIF8"]],
    size: (bytes) => ({ width: little16(bytes, 6), height: little16(bytes, 8) }),
  },
  { type: "image/webp", marks: [[0, "RIFF"], [8, "WEBP"]], size: webpSize },
  { type: "image/avif", marks: [[4, "ftypavif"]] },
  { type: "application/pdf", marks: [[0, "%PDF-"]] },
  { type: "application/zip", marks: [[0, "PK\x03\x04"]] },
  { type: "application/gzip", marks: [[0, "\x1F\x8B"]] },
  { type: "video/mp4", marks: [[4, "ftyp"]] },
  { type: "audio/mpeg", marks: [[0, "ID3"]] },
  { type: "audio/ogg", marks: [[0, "OggS"]] },
];

/** Everything unknown, SVG and HTML among it, is bytes to download and nothing else. */
export function sniff(bytes: Uint8Array): Sniffed {
  const kind = kinds.find(({ marks }) => marks.every(([at, text]) => ascii(bytes, at, at + text.length) === text));
  if (!kind) return { type: "application/octet-stream" };
  const size = kind.size?.(bytes);
  const isPlausible = size && size.width > 0 && size.height > 0 && size.width < 100_000 && size.height < 100_000;
  return { type: kind.type, ...(isPlausible && { size }) };
}
