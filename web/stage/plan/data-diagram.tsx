// The data model as a drawing. A chunk of its own: what draws it is large. The tables below it say the same in words.
import "@xyflow/react/dist/base.css";
import {
  type Edge,
  Handle,
  type Node,
  type NodeProps,
  Panel,
  Position,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
} from "@xyflow/react";
import Maximize from "lucide-react/icons/maximize";
import Minus from "lucide-react/icons/minus";
import Plus from "lucide-react/icons/plus";
import { useMemo } from "react";
import type { Prd } from "#engine/prd/schema.ts";
import { Button } from "../../components/ui/button.tsx";
import { classNames } from "../../lib/class-names.ts";
import { formatCount } from "../../lib/format.ts";
import { useMediaQuery } from "../../lib/use-media-query.ts";
import { type ModelBox, layOutModels } from "./lay-out-models.ts";

type ModelNode = Node<{ box: ModelBox }, "model">;

const nodeTypes = { model: ModelCard };
const edgeWords = { "one-to-one": "1 : 1", "one-to-many": "1 : n", "many-to-many": "n : m" } as const;

/** Drawn for reading: boxes can be focused and zoomed to, not moved. */
export default function DataDiagram({ prd }: { prd: Prd }) {
  const { nodes, edges } = useMemo(() => draw(prd), [prd]);
  return (
    <ReactFlowProvider>
      <Drawing nodes={nodes} edges={edges} />
    </ReactFlowProvider>
  );
}

function Drawing({ nodes, edges }: { nodes: ModelNode[]; edges: Edge[] }) {
  const flow = useReactFlow();
  const still = useMediaQuery("(prefers-reduced-motion: reduce)");
  const duration = still ? 0 : 180;
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      nodeTypes={nodeTypes}
      fitView
      minZoom={0.15}
      maxZoom={1.5}
      nodesDraggable={false}
      nodesConnectable={false}
      edgesFocusable={false}
      zoomOnScroll={false}
      preventScrolling={false}
      deleteKeyCode={null}
      onNodeClick={(_event, node) => void flow.fitView({ nodes: [node], duration, maxZoom: 1 })}
      proOptions={{ hideAttribution: true }}
      className="drafting"
    >
      <Panel position="bottom-right" className="!m-2 flex gap-1 rounded-md border border-line bg-raised p-0.5">
        <Button look="quiet" size="icon" aria-label="Zoom in" onClick={() => void flow.zoomIn({ duration })}>
          <Plus />
        </Button>
        <Button look="quiet" size="icon" aria-label="Zoom out" onClick={() => void flow.zoomOut({ duration })}>
          <Minus />
        </Button>
        <Button look="quiet" size="icon" aria-label="Show all of it" onClick={() => void flow.fitView({ duration })}>
          <Maximize />
        </Button>
      </Panel>
    </ReactFlow>
  );
}

function ModelCard({ data: { box }, selected }: NodeProps<ModelNode>) {
  const { model, shown } = box;
  const more = model.fields.length - shown.length;
  return (
    <div
      className={classNames(
        "overflow-hidden rounded-md border bg-surface text-left shadow-raise",
        selected ? "border-accent" : "border-line-strong/60",
      )}
      style={{ width: box.width, height: box.height }}
    >
      <Handle type="target" position={Position.Left} className="invisible" />
      <Handle type="source" position={Position.Right} className="invisible" />
      <p className="flex h-[38px] items-center truncate border-b border-line bg-accent-soft px-3 text-sm font-[600] text-accent-ink">
        {model.name}
      </p>
      <ul className="py-1 text-xs">
        {shown.map((field) => (
          <li key={field.name} className="flex h-6 items-center gap-2 px-3">
            <span className="min-w-0 flex-1 truncate">{field.label ?? field.name}</span>
            <span className="max-w-24 truncate font-mono text-muted">
              {field.target === undefined ? field.type : `→ ${field.target}`}
            </span>
          </li>
        ))}
        {more > 0 && <li className="flex h-6 items-center px-3 text-muted">and {formatCount(more, "more field")}</li>}
      </ul>
    </div>
  );
}

function draw(prd: Prd): { nodes: ModelNode[]; edges: Edge[] } {
  const boxes = layOutModels(prd);
  const names = new Set(boxes.map(({ model }) => model.name));
  const nodes = boxes.map((box): ModelNode => ({
    id: box.model.name,
    type: "model",
    position: { x: box.x, y: box.y },
    width: box.width,
    height: box.height,
    data: { box },
    ariaLabel: describe(box, prd),
  }));
  const edges = prd.relationships
    .filter(({ from, to }) => names.has(from) && names.has(to))
    .map(({ from, to, kind, name }, index): Edge => ({
      id: `${from} ${to} ${name} ${index}`,
      source: from,
      target: to,
      label: edgeWords[kind],
      type: "smoothstep",
      style: { stroke: "var(--line-strong)", strokeWidth: 1.5 },
      labelStyle: { fill: "var(--muted)", fontSize: 11, fontFamily: "var(--font-code)" },
      labelBgStyle: { fill: "var(--surface)" },
      labelBgPadding: [4, 2],
      labelBgBorderRadius: 3,
    }));
  return { nodes, edges };
}

function describe({ model }: ModelBox, { relationships }: Prd): string {
  const links = relationships
    .filter(({ from, to }) => from === model.name || to === model.name)
    .map(({ from, to, kind }) => `${from} to ${to}, ${kind.replaceAll("-", " ")}`);
  return [`${model.name}: ${formatCount(model.fields.length, "field")}`, ...links].join("; ");
}
