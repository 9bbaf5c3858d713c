export type Environment = Readonly<Record<string, string | undefined>>;

/** What a variable says. One that is set to nothing says nothing: so shells and files of containers leave it. */
export function variable(environment: Environment, name: string): string | undefined {
  const text = environment[name]?.trim();
  return text === '' ? undefined : text;
}
