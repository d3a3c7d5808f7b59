import { percentageCalculator } from "../../../shared/tools/percentage.ts";
import { CalculatorPage } from "./calculator-page.tsx";

export const Component = () => <CalculatorPage calculator={percentageCalculator} />;
