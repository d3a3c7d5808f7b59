import { tipCalculator } from "../../../shared/tools/tip.ts";
import { CalculatorPage } from "./calculator-page.tsx";

export const Component = () => <CalculatorPage calculator={tipCalculator} />;
