import { useEffect, useState } from "react";

/** Whether it ever was true: for what is loaded when first wanted, and kept. */
export function useOnceTrue(value: boolean): boolean {
  const [wasTrue, setTrue] = useState(value);
  useEffect(() => {
    if (value) setTrue(true);
  }, [value]);
  return wasTrue || value;
}
