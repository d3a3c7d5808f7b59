// The line to the app in the frame. What it says is another origin's word: it is parsed, and counts only when it comes
// from that window and that origin.
import { type RefObject, useEffect, useRef } from "react";
import { frameMark } from "#protocol/frame-mark.ts";
import type { FromFrame, ToFrame } from "#protocol/preview-frame.ts";
import { readPlace } from "./read-place.ts";

export type SendToFrame = (message: ToFrame) => void;

export function useFrame(
  frame: RefObject<HTMLIFrameElement | null>,
  origin: string | null,
  onMessage: (message: FromFrame) => void,
): SendToFrame {
  const heard = useRef(onMessage);
  heard.current = onMessage;
  useEffect(() => {
    const listen = (event: MessageEvent<unknown>): void => {
      if (event.source === null || event.source !== frame.current?.contentWindow || event.origin !== origin) return;
      const { data } = event;
      if (typeof data !== "object" || data === null || !(frameMark in data)) return;
      void parse(data).then((message) => message !== null && heard.current(message));
    };
    addEventListener("message", listen);
    return () => removeEventListener("message", listen);
  }, [frame, origin]);
  return (message) => {
    if (origin !== null) frame.current?.contentWindow?.postMessage({ [frameMark]: 1, ...message }, origin);
  };
}

/** The schemas come with the first message of a tool: they would be a tenth of the page's scripts. */
async function parse(data: object): Promise<FromFrame | null> {
  const place = readPlace(data);
  if (place !== null) return place;
  const { fromFrameSchema } = await import("#protocol/preview-frame.ts");
  const message = fromFrameSchema.safeParse(data);
  return message.success ? message.data : null;
}
