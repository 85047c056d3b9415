/** What an expression of an action may name: `inputs.x`, `steps.x.outputs.y`, `github.x`, each by its whole name. */
export type Names = Readonly<Record<string, string>>;

/**
 * A value of action.yml with its `${{ }}` expressions worked out, as far as ours go: names, texts, `==`, `!=`, `&&`,
 * `||` and brackets. Booleans become `true` and `false`, and what is not set is ''. Throws for anything else.
 */
export function evaluate(text: string, names: Names): string {
  return text.replaceAll(/\$\{\{(.*?)\}\}/g, (_, expression: string) => String(evaluateExpression(expression, names)));
}

/** An `if:`, which is an expression without the brackets around it. */
export function evaluateCondition(text: string, names: Names): boolean {
  return isTrue(evaluateExpression(text, names));
}

const TOKEN = /\s*(?:'((?:[^']|'')*)'|(\(|\)|==|!=|&&|\|\|)|([a-z][\w.-]*))/gy;

function evaluateExpression(expression: string, names: Names): string | boolean {
  const tokens = [...expression.trim().matchAll(TOKEN)];
  if (tokens.map(([whole]) => whole).join('') !== expression.trim()) throw new Error(`not understood: ${expression}`);
  let at = 0;
  const takes = (operator: string): boolean => {
    const isNext = tokens[at]?.[2] === operator;
    if (isNext) at++;
    return isNext;
  };
  const readTerm = (): string | boolean => {
    if (takes('(')) {
      const value = readOr();
      if (!takes(')')) throw new Error(`a bracket is open: ${expression}`);
      return value;
    }
    const token = tokens[at++];
    if (token?.[1] !== undefined) return token[1].replaceAll("''", "'");
    if (token?.[3] === undefined) throw new Error(`not understood: ${expression}`);
    return names[token[3]] ?? '';
  };
  const readEquality = (): string | boolean => {
    const left = readTerm();
    if (takes('==')) return left === readTerm();
    if (takes('!=')) return left !== readTerm();
    return left;
  };
  const readAnd = (): string | boolean => {
    let value = readEquality();
    while (takes('&&')) {
      const right = readEquality();
      value = isTrue(value) ? right : value;
    }
    return value;
  };
  const readOr = (): string | boolean => {
    let value = readAnd();
    while (takes('||')) {
      const right = readAnd();
      value = isTrue(value) ? value : right;
    }
    return value;
  };
  const value = readOr();
  if (at !== tokens.length) throw new Error(`not understood: ${expression}`);
  return value;
}

function isTrue(value: string | boolean): boolean {
  return value !== '' && value !== false;
}
