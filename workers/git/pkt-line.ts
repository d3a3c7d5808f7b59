// The framing of git's protocol: four hexadecimal digits of length, then the bytes. Pure.
import { concat } from "./objects.ts";

/** `flush` ends a message, `delim` a section (protocol 2), `end` a response (protocol 2). */
export type Packet = Uint8Array<ArrayBuffer> | "flush" | "delim" | "end";

const marks = { flush: "0000", delim: "0001", end: "0002" } as const;
const encoder = new TextEncoder();
const longest = 65_520;

export function encodePackets(packets: readonly (Packet | string)[]): Uint8Array<ArrayBuffer> {
  return concat(packets.flatMap(encodePacket));
}

function encodePacket(packet: Packet | string): Uint8Array[] {
  if (packet === "flush" || packet === "delim" || packet === "end") return [encoder.encode(marks[packet])];
  const bytes = typeof packet === "string" ? encoder.encode(packet) : packet;
  return [encoder.encode((bytes.byteLength + 4).toString(16).padStart(4, "0")), bytes];
}

/** Bytes on one of the side band's channels: 1 data, 2 progress, 3 a fatal error. */
export function encodeBand(band: 1 | 2 | 3, bytes: Uint8Array): Uint8Array<ArrayBuffer>[] {
  const packets: Uint8Array<ArrayBuffer>[] = [];
  for (let at = 0; at < bytes.byteLength; at += longest - 5)
    packets.push(concat([new Uint8Array([band]), bytes.subarray(at, at + longest - 5)]));
  return packets;
}

export class MalformedRequest extends Error {}

/** Up to the first flush when `untilFlush`; `rest` begins after what was read. */
export function decodePackets(
  bytes: Uint8Array<ArrayBuffer>,
  untilFlush = false,
): { packets: Packet[]; rest: Uint8Array<ArrayBuffer> } {
  const packets: Packet[] = [];
  let at = 0;
  while (at < bytes.byteLength) {
    const digits = new TextDecoder().decode(bytes.subarray(at, at + 4));
    if (!/^[0-9a-fA-F]{4}$/.test(digits)) throw new MalformedRequest("This is not git's protocol.");
    const length = Number.parseInt(digits, 16);
    if (length < 4) {
      at += 4;
      if (length === 3) throw new MalformedRequest("This is not git's protocol.");
      packets.push(length === 0 ? "flush" : length === 1 ? "delim" : "end");
      if (length === 0 && untilFlush) break;
      continue;
    }
    if (at + length > bytes.byteLength) throw new MalformedRequest("The request is cut short.");
    packets.push(bytes.slice(at + 4, at + length));
    at += length;
  }
  return { packets, rest: bytes.slice(at) };
}

/** As text, without the line break at its end. */
export const packetText = (packet: Packet): string =>
  typeof packet === "string" ? "" : new TextDecoder().decode(packet).replace(/\n$/, "");
