import { chatLink } from './chat-link.ts';
import { chatWords } from './chat-words.ts';
import { chatValue } from './escape.ts';
import type { Step } from './next-steps.ts';

const longestText = 300;
const longestCommand = 250;

/** One thing to do as chat markup: the sentence, its link, and the commands to copy. */
export const chatStep = ({ text, url, commands = [] }: Step) => ({
  sentence: chatWords(text, longestText),
  link: url === undefined ? [] : [chatLink({ label: 'how to ask', url })],
  commands: commands.map((command) => chatValue(command, longestCommand)),
});
