import { part } from "../../../shared/say.ts";

export const words = part("report", {
  created: "Created",
  date: "Date",
  from: "From",
  to: "To",
  containing: "Containing",
  columns: "Columns",
  print: "Print",
  downloadCsv: "Download CSV",
  onlyNewest: (count: string, models: string) => `Only the newest ${count} ${models} are in this report.`,
  report: "Report",
  totalOf: (label: string) => `Total ${label}`,
  reports: "Reports",
  lead: "Choose what to list, print it, or take it to a spreadsheet.",
  reportOn: "What to report on",
});
