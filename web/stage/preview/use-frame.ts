// The line to the app in the frame. What it says is another origin's word: it is parsed, and counts only when it comes
// from that window and that origin.
import { type RefObject, useEffect, useRef } from "react";
import { type FromFrame, frameMark, fromFrameSchema, type ToFrame } from "#protocol/preview-frame.ts";

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
      const message = fromFrameSchema.safeParse(data);
      if (message.success) heard.current(message.data);
    };
    addEventListener("message", listen);
    return () => removeEventListener("message", listen);
  }, [frame, origin]);
  return (message) => {
    if (origin !== null) frame.current?.contentWindow?.postMessage({ [frameMark]: 1, ...message }, origin);
  };
}
