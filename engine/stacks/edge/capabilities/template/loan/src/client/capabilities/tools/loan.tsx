import { loanCalculator } from "../../../shared/tools/loan.ts";
import { CalculatorPage } from "./calculator-page.tsx";

export const Component = () => <CalculatorPage calculator={loanCalculator} />;
