import { Frame, Main } from "./frame.tsx";
import { NarrowBar } from "./narrow-bar.tsx";
import { Brand, Navigation } from "./navigation.tsx";
import { Tools } from "./tools.tsx";

/** A bar on the left; on small screens a drawer. */
export function Layout() {
  return (
    <Frame className="lg:grid lg:grid-cols-[16rem_minmax(0,1fr)]">
      <aside className="sticky top-0 hidden h-dvh flex-col border-r bg-surface lg:flex">
        <div className="flex h-16 shrink-0 items-center justify-between gap-2 pr-3 pl-5">
          <Brand />
          <Tools />
        </div>
        <Navigation />
      </aside>
      <div className="flex min-w-0 flex-col">
        <NarrowBar />
        <Main className="mx-auto w-full max-w-6xl flex-1 px-4 py-6 sm:px-6 lg:px-10 lg:py-9" />
      </div>
    </Frame>
  );
}
