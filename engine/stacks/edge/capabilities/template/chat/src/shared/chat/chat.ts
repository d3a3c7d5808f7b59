// What both sides know of the chat.

export interface ChatSettings {
  /** First segment of its API and its page. */
  readonly slug: string;
  readonly table: string;
  /** Where everyone starts. */
  readonly room: string;
}

export interface ChatMessage {
  readonly id: string;
  readonly createdAt: string;
  readonly author: string;
  readonly body: string;
  readonly isMine: boolean;
}

export interface ChatView {
  readonly rooms: readonly { readonly name: string; readonly messages: number }[];
  /** The oldest first. */
  readonly messages: readonly ChatMessage[];
}

export const longestMessage = 2_000;
export const longestName = 60;
