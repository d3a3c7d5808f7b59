import { bmiCalculator } from "../../../shared/tools/bmi.ts";
import { CalculatorPage } from "./calculator-page.tsx";

export const Component = () => <CalculatorPage calculator={bmiCalculator} />;
