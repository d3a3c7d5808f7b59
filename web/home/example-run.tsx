import { classNames } from "../lib/class-names.ts";

const steps = [
  { name: "Plan", detail: "3 models, 7 pages, 2 assumptions" },
  { name: "Code", detail: "191 files from the plan" },
  { name: "Build", detail: "types and lint rules without a fault" },
  { name: "Repair", detail: "a missing import, mended by a rule", repaired: true },
  { name: "Test", detail: "the app’s own tests pass" },
  { name: "Preview", detail: "answers, with example data" },
] as const;

const repairs = [
  { bike: "Batavus Quip", work: "Wheel truing", due: "Today", tone: "wait", status: "In progress" },
  { bike: "Gazelle Ultimate", work: "Brake pads", due: "Tomorrow", tone: "plain", status: "Received" },
  { bike: "Koga Miyata", work: "Bottom bracket", due: "3 days late", tone: "late", status: "Waiting for parts" },
  { bike: "Brompton C Line", work: "Gear cable", due: "Friday", tone: "done", status: "Ready" },
] as const;

const tones = {
  wait: "bg-waiting-soft text-waiting-ink",
  plain: "bg-sunken text-muted",
  late: "bg-danger-soft text-danger-ink",
  done: "bg-done-soft text-done-ink",
};

/** A run and the app that comes of it, drawn; what is real begins with the form above. */
export function ExampleRun() {
  return (
    <figure className="overflow-hidden rounded-xl border border-line bg-surface shadow-float">
      <div className="grid md:grid-cols-[minmax(13rem,2fr)_5fr]">
        <div className="border-line p-5 max-md:border-b md:border-r md:p-6">
          <p className="eyebrow">The run</p>
          <ol className="relative mt-4 flex flex-col gap-4">
            <span aria-hidden="true" className="absolute top-2 bottom-3 left-[5px] w-0.5 rounded-full bg-accent-line" />
            {steps.map((step, index) => (
              <li key={step.name} className="relative flex gap-4">
                <span
                  aria-hidden="true"
                  className={classNames(
                    "mt-1.5 size-3 shrink-0 rounded-full ring-4 ring-surface",
                    "repaired" in step || index === steps.length - 1 ? "bg-waiting" : "bg-accent",
                  )}
                />
                <span>
                  <span className="block font-[560]">{step.name}</span>
                  <span className="block text-sm text-muted">{step.detail}</span>
                </span>
              </li>
            ))}
          </ol>
        </div>
        <div className="drafting @container bg-canvas p-5 wide:p-8">
          <div className="overflow-hidden rounded-lg border border-line bg-surface shadow-raise">
            <div className="flex items-center gap-3 border-b border-line px-4 py-3">
              <span
                aria-hidden="true"
                className="grid size-6 place-items-center rounded-md bg-accent text-xs text-on-accent"
              >
                B
              </span>
              <p className="font-[560]">Bike workshop</p>
              <p className="ml-auto text-sm text-muted">Repairs</p>
            </div>
            <ul>
              {repairs.map((repair) => (
                <li
                  key={repair.bike}
                  className="grid grid-cols-[1fr_auto] items-center gap-x-4 border-b border-line px-4 py-3 last:border-b-0 @lg:grid-cols-[1fr_7rem_9.5rem]"
                >
                  <span className="min-w-0">
                    <span className="block truncate font-[560]">{repair.bike}</span>
                    <span className="block truncate text-sm text-muted">{repair.work}</span>
                  </span>
                  <span className="figures hidden text-sm text-muted @lg:block">{repair.due}</span>
                  <span
                    className={classNames(
                      "justify-self-end rounded-full px-2.5 py-0.5 text-xs font-[560]",
                      tones[repair.tone],
                    )}
                  >
                    {repair.status}
                  </span>
                </li>
              ))}
            </ul>
          </div>
        </div>
      </div>
      <figcaption className="border-t border-line px-5 py-3 text-sm text-muted md:px-6">
        An example: “A repair desk for a bike workshop. Customers bring bikes; show which repairs are overdue.”
      </figcaption>
    </figure>
  );
}
