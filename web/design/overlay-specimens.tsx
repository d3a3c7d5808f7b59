import Copy from "lucide-react/icons/copy";
import Download from "lucide-react/icons/download";
import Trash2 from "lucide-react/icons/trash-2";
import { Button } from "../components/ui/button.tsx";
import { Dialog, DialogClose, DialogContent, DialogTrigger } from "../components/ui/dialog.tsx";
import { Menu, MenuContent, MenuItem, MenuLabel, MenuSeparator, MenuTrigger } from "../components/ui/menu.tsx";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "../components/ui/tabs.tsx";
import type { Specimen } from "./specimen-sheet.tsx";

export const overlaySpecimens: Specimen[] = [
  {
    name: "Tabs",
    note: "Views of one thing. Arrows move between them, and the open one stands in the address.",
    draw: () => (
      <Tabs defaultValue="plan" className="rounded-lg border border-line bg-surface">
        <TabsList aria-label="Views" className="h-10 border-b border-line px-2">
          <TabsTrigger value="plan">Plan</TabsTrigger>
          <TabsTrigger value="code">Code</TabsTrigger>
          <TabsTrigger value="console" disabled>
            Console
          </TabsTrigger>
        </TabsList>
        <TabsContent value="plan" className="p-4">
          Three models, seven pages.
        </TabsContent>
        <TabsContent value="code" className="p-4">
          Two hundred files.
        </TabsContent>
      </Tabs>
    ),
  },
  {
    name: "Menu",
    note: "Opens where its button stands. Arrows and first letters move, Escape closes and gives the focus back.",
    draw: () => (
      <Menu>
        <MenuTrigger asChild>
          <Button size="sm">
            <Download /> Export
          </Button>
        </MenuTrigger>
        <MenuContent align="start">
          <MenuLabel>Version 3</MenuLabel>
          <MenuItem>
            <Copy /> Copy
          </MenuItem>
          <MenuItem>
            <Download /> Save
          </MenuItem>
          <MenuSeparator />
          <MenuItem disabled>
            <Trash2 /> Delete
          </MenuItem>
        </MenuContent>
      </Menu>
    ),
  },
  {
    name: "Dialog",
    note: "Only for what cannot be taken back, or must be answered first. In the theme of the page.",
    draw: () => (
      <Dialog>
        <DialogTrigger asChild>
          <Button size="sm" look="danger">
            Delete the project
          </Button>
        </DialogTrigger>
        <DialogContent title="Delete “Tool shed”?" description="Its versions and its data go with it.">
          <div className="flex justify-end gap-2">
            <DialogClose asChild>
              <Button>Keep it</Button>
            </DialogClose>
            <DialogClose asChild>
              <Button look="danger">Delete</Button>
            </DialogClose>
          </div>
        </DialogContent>
      </Dialog>
    ),
  },
];
