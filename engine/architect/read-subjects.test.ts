import { describe, expect, it } from "vitest";
import { findSubjects } from "./read-subjects.ts";
import { readClauses } from "./read-text.ts";

const rolesIn = (text: string): string[] =>
  readClauses(text).flatMap(({ tokens }) => findSubjects(tokens).flatMap(({ roles }) => roles));

describe("who does something", () => {
  it.each([
    ["Managers approve requests, finance sees them", ["Manager", "Finance"]],
    ["Employees ask for days off, their manager approves", ["Manager"]],
    ["Sales enters orders, the warehouse ships them", ["Sales", "Warehouse"]],
    ["IT assigns laptops and HR reads contracts", ["IT", "HR"]],
    ["Shift supervisors plan shifts", ["Shift Supervisor"]],
    ["The parish office manages weddings, board members see everything", ["Parish Office", "Board Member"]],
    ["The front desk checks guests in, team leads approve", ["Front Desk", "Team Lead"]],
    ["Only registered members can write", ["Member"]],
    ["The treasurer records payments", ["Treasurer"]],
    ["Legal reviews contracts, the office reviews and signs them", ["Legal", "Office"]],
    ["Let managers approve expenses", ["Manager"]],
  ])("%s", (text, roles) => {
    expect(rolesIn(text)).toEqual(roles);
  });

  it.each([
    "Track customer orders, supplier invoices, employee records and driver logs",
    "Customers have a name and a phone number",
    "A site for a phone operator to display plans",
    "A finance app with maintenance logs and sales reports",
    "Inventory management should be simple",
    "It tracks sales and answers questions",
    "The editor should allow many formats",
  ])("is nobody in: %s", (text) => {
    expect(rolesIn(text)).toEqual([]);
  });
});
