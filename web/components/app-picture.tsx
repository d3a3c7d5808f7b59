import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { classNames } from "../lib/class-names.ts";
import { pictureQuery } from "../lib/dashboard-queries.ts";

interface AppPictureProps {
  /** Of the API; it needs the caller's token, so that it is no plain image address. */
  path: string;
  /** Changes when another picture may be there. */
  revision: string;
  className?: string;
  /** Where there is none. */
  fallback?: ReactNode;
}

/** What an app looks like: a screenshot, or a sketch of its plan. Asked for once it comes into view. */
export function AppPicture({ path, revision, className, fallback }: AppPictureProps) {
  const frame = useRef<HTMLDivElement>(null);
  const isNear = useIsNear(frame);
  const { data, isPending } = useQuery({ ...pictureQuery(path, revision), enabled: isNear });
  const address = useAddress(data ?? null);
  return (
    <div
      ref={frame}
      aria-hidden="true"
      className={classNames("drafting relative aspect-[16/10] overflow-hidden bg-sunken", className)}
    >
      {address !== null ? (
        <img src={address} alt="" className="size-full animate-rise object-cover object-top" />
      ) : (
        !isPending && fallback
      )}
    </div>
  );
}

function useIsNear(frame: { current: HTMLElement | null }): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        setNear(true);
        observer.disconnect();
      },
      { rootMargin: "200px" },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);
  return isNear;
}

/** For as long as it is shown. */
function useAddress(blob: Blob | null): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (blob === null) return setAddress(null);
    const made = URL.createObjectURL(blob);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return address;
}
