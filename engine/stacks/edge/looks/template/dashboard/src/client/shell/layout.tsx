import { Frame, Main } from "./frame.tsx";
import { NarrowBar } from "./narrow-bar.tsx";
import { Brand, Navigation, type NavLook } from "./navigation.tsx";
import { Tools } from "./tools.tsx";

const navLook: NavLook = {
  ground: "bg-primary text-on-primary",
  title: "text-on-primary",
  link: "outline-on-primary hover:underline",
  current: "bg-surface text-text",
};

/** A narrow bar in the app's colour; figures get the whole width beside it. */
export function Layout() {
  return (
    <Frame className="lg:grid lg:grid-cols-[15rem_minmax(0,1fr)]">
      <aside className="sticky top-0 hidden h-dvh flex-col bg-primary text-on-primary lg:flex">
        <div className="flex h-16 shrink-0 items-center justify-between gap-2 pr-3 pl-5">
          <Brand isOnColour />
          <Tools isOnColour />
        </div>
        <Navigation look={navLook} />
      </aside>
      <div className="flex min-w-0 flex-col">
        <NarrowBar look={navLook} />
        <Main className="w-full flex-1 px-4 py-5 sm:px-6 lg:px-7" />
      </div>
    </Frame>
  );
}
