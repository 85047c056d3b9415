import { SourceTextModule } from 'node:vm';

// Two imports at once of modules that share one which is not linked yet fail under Jest ("request for './x.ts' is not in
// cache"): Node 20 does not wait for what another import is linking. Here each import links when the one before has.
const { link } = SourceTextModule.prototype;
let before = Promise.resolve();

SourceTextModule.prototype.link = function linkInTurn(linker) {
  const turn = before.then(() => (this.status === 'unlinked' ? link.call(this, linker) : undefined));
  before = turn.catch(() => undefined);
  return turn;
};
