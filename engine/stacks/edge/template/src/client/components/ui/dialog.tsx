import { type ReactNode, useEffect, useId, useRef } from "react";

/** A modal on the browser's own `<dialog>`: it keeps the focus inside, and Escape closes it. */
export function Dialog({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  const element = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = element.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={element}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      className="m-auto w-[calc(100%-2rem)] max-w-md rounded-xl border bg-surface p-6 text-text shadow-xl"
    >
      <h2 id={id} className="text-lg font-semibold break-words">
        {title}
      </h2>
      {children}
    </dialog>
  );
}
