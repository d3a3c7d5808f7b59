import { Toaster as Sonner } from "sonner";
import { useTheme } from "../../lib/theme.ts";

export function Toaster() {
  const choice = useTheme((state) => state.choice);
  return (
    <Sonner
      theme={choice}
      position="bottom-right"
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-full items-start gap-3 rounded-lg border border-line bg-raised p-3.5 text-sm text-ink shadow-float",
          title: "font-[560]",
          description: "text-muted",
          icon: "mt-0.5",
          error: "border-danger-line",
          actionButton: "ml-auto shrink-0 rounded-sm px-2 font-[560] text-accent-ink hover:bg-hover",
        },
      }}
    />
  );
}
