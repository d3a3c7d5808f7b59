import { estimateSettings } from "../../../shared/tools/estimate-settings.ts";
import { makeEstimate } from "../../../shared/tools/estimate.ts";
import { CalculatorPage } from "./calculator-page.tsx";

const calculator = makeEstimate(estimateSettings);

export const Component = () => <CalculatorPage calculator={calculator} />;
