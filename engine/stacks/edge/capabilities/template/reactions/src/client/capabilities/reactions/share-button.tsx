import { useState } from "react";
import { Icon } from "../../components/icon.tsx";
import { Button } from "../../components/ui/button.tsx";
import { words } from "./words.ts";

/** The device's own way of sharing; where there is none, the address to copy. */
export function ShareButton({ title }: { title: string }) {
  const [message, setMessage] = useState("");
  const share = async (): Promise<void> => {
    const url = location.href;
    try {
      if (typeof navigator.share === "function") await navigator.share({ title, url });
      else {
        await navigator.clipboard.writeText(url);
        setMessage(words.copied);
      }
    } catch {
      // Refused or closed by the user: the address can still be taken by hand.
      setMessage(words.shareThis(url));
    }
  };
  return (
    <>
      <Button onClick={() => void share()}>
        <Icon name="external" className="size-4" />
        {words.share}
      </Button>
      <p role="status" className="min-w-0 text-sm break-all text-subtle">
        {message}
      </p>
    </>
  );
}
