// Toasts by sonner, which comes with the first of them: most visits show none.
import type { ExternalToast } from "sonner";
import { create } from "zustand";

/** Whether the place where they appear is drawn. */
export const useToasterWanted = create<{ isWanted: boolean }>(() => ({ isWanted: false }));

export const wantToaster = (): void => useToasterWanted.setState({ isWanted: true });

type Kind = "message" | "success" | "error" | "info" | "warning";

const show =
  (kind: Kind) =>
  (words: string, options?: ExternalToast): void => {
    wantToaster();
    // It keeps what comes before its place is drawn.
    void import("sonner").then((sonner) => sonner.toast[kind](words, options));
  };

export const toast = {
  message: show("message"),
  success: show("success"),
  error: show("error"),
  info: show("info"),
  warning: show("warning"),
};
