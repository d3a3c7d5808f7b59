import type { Expression } from "@babel/types";

const quietConstructors = new Set(["Date", "Map", "Set", "WeakMap", "WeakSet", "URLSearchParams"]);

/** Leaving it out changes nothing that the program does. */
export function isHarmless(value: Expression): boolean {
  switch (value.type) {
    case "StringLiteral":
    case "NumericLiteral":
    case "BooleanLiteral":
    case "NullLiteral":
    case "RegExpLiteral":
    case "Identifier":
    case "ArrowFunctionExpression":
    case "FunctionExpression":
      return true;
    case "MemberExpression":
      return value.object.type !== "Super" && !value.computed && isHarmless(value.object);
    case "BinaryExpression":
      return value.left.type !== "PrivateName" && isHarmless(value.left) && isHarmless(value.right);
    case "TemplateLiteral":
      return value.expressions.length === 0;
    case "ArrayExpression":
      return value.elements.every((each) => each === null || (each.type !== "SpreadElement" && isHarmless(each)));
    case "ObjectExpression":
      return value.properties.every(
        (each) => each.type === "ObjectProperty" && !each.computed && isHarmless(each.value as Expression),
      );
    case "NewExpression":
      return (
        value.callee.type === "Identifier" && quietConstructors.has(value.callee.name) && value.arguments.length === 0
      );
    case "CallExpression":
      // What only tells the time, or makes a name.
      return (
        value.arguments.length === 0 &&
        value.callee.type === "MemberExpression" &&
        value.callee.object.type === "Identifier" &&
        value.callee.property.type === "Identifier" &&
        ["Date.now", "performance.now", "crypto.randomUUID", "Math.random"].includes(
          `${value.callee.object.name}.${value.callee.property.name}`,
        )
      );
    default:
      return false;
  }
}
