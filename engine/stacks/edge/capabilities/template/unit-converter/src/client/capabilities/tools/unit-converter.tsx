import { unitConverter } from "../../../shared/tools/unit-converter.ts";
import { CalculatorPage } from "./calculator-page.tsx";

export const Component = () => <CalculatorPage calculator={unitConverter} />;
