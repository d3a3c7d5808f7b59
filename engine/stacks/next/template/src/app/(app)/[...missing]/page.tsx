import { notFound } from "next/navigation";

/** Unknown addresses keep the frame of the app around their message. */
export default function Missing(): never {
  notFound();
}
