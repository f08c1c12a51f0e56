import { bashScript } from './bash-script.ts';
import type { Completable } from './completable.ts';
import { fishScript } from './fish-script.ts';
import type { Shell } from './shells.ts';

/** A completion script, which begins with how a shell is told of it. */
export const completionScript = (shell: Shell, all: readonly Completable[]): string => {
  switch (shell) {
    case 'bash':
      return `# source <(lifeguard completion bash)\n${bashScript(all)}`;
    case 'zsh':
      return [
        '#compdef lifeguard',
        '# source <(lifeguard completion zsh)',
        '(( $+functions[compdef] )) || { autoload -U compinit && compinit }',
        'autoload -U +X bashcompinit && bashcompinit',
        bashScript(all),
      ].join('\n');
    case 'fish':
      return `# lifeguard completion fish | source\n${fishScript(all)}`;
  }
};
