/** The only text that may end in "…": a provider's name in a row, with the full name as its title. */
export function PartyName({ name }: { name: string }) {
  return (
    <span className="block lg:max-w-[11rem] min-[84rem]:max-w-[13rem] min-[90rem]:max-w-[15rem] truncate max-lg:inline max-lg:whitespace-normal" title={name}>
      {name}
    </span>
  );
}
