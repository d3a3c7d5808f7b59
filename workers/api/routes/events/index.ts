import { createSocketTicket } from "./create-socket-ticket.ts";
import { listEvents } from "./list.ts";
import { openSocket } from "./open-socket.ts";
import { readSnapshot } from "./read-snapshot.ts";

export const eventOperations = [listEvents, readSnapshot, createSocketTicket, openSocket];
