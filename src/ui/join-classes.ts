type ClassName = string | false | null | undefined;

export function joinClasses(...names: ClassName[]): string | undefined {
  return names.filter(Boolean).join(' ') || undefined;
}
