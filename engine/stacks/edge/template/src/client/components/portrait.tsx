import { useState } from "react";
import { classNames } from "../class-names.ts";

/** The first letters of a name, for those who have no picture. */
export function Initials({ name, className }: { name: string; className?: string }) {
  const letters = name
    .split(/\s+/)
    .map((word) => [...word][0] ?? "")
    .slice(0, 2)
    .join("");
  return (
    // Drawn by the style sheet: a picture of the name, not a text beside it.
    <span
      aria-hidden="true"
      data-letters={letters}
      className={classNames(
        "before:content-[attr(data-letters)] grid shrink-0 place-items-center rounded-full bg-accent-soft font-semibold text-accent uppercase ring-1 ring-border ring-inset",
        className,
      )}
    />
  );
}

interface PortraitProps {
  src: string | undefined;
  name: string;
  /** Of the letters as well as of the picture. */
  className?: string;
}

/** Somebody's picture, or the first letters of the name. */
export function Portrait({ src, name, className }: PortraitProps) {
  const [broken, setBroken] = useState("");
  if (src === undefined || src === broken) return <Initials name={name} {...(className && { className })} />;
  return (
    <img
      src={src}
      alt=""
      loading="lazy"
      onError={() => setBroken(src)}
      className={classNames("rounded-full object-cover", className)}
    />
  );
}
