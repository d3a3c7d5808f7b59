import { Skeleton } from "../../components/ui/skeleton.tsx";

export function LoadingFiles() {
  return (
    <div role="status" aria-label="Loading the files" className="flex min-h-0 flex-1">
      <div className="flex w-60 flex-col gap-3 border-r border-line p-4 max-md:hidden">
        {[70, 50, 60, 40, 65, 55].map((width) => (
          <Skeleton key={width} className="h-4" style={{ width: `${width}%` }} />
        ))}
      </div>
      <LoadingText />
    </div>
  );
}

export function LoadingText() {
  return (
    <div className="flex flex-1 flex-col gap-3 p-5" aria-hidden="true">
      {[40, 62, 55, 30, 70, 48].map((width) => (
        <Skeleton key={width} className="h-3.5" style={{ width: `${width}%` }} />
      ))}
    </div>
  );
}
