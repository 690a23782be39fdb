import { Icon } from '@/ui/icon';

type MastheadSearchProps = {
  /** A server action that takes the text as `q` and leads on to what was found. */
  action: (formData: FormData) => Promise<void>;
  /** Keeps the ids apart, as the masthead draws it twice. */
  prefix: string;
};

/** The search box on navy. NB: posted, since what people search for may be a member's number and must not be in an address. */
export function MastheadSearch({ action, prefix }: MastheadSearchProps) {
  const id = `${prefix}-search`;
  return (
    <form action={action} role="search" aria-label="Tickets" className="flex">
      <label htmlFor={id} className="sr-only">
        Search tickets by number, claim, RIN or name
      </label>
      <input
        id={id}
        name="q"
        type="search"
        autoComplete="off"
        spellCheck={false}
        autoCapitalize="none"
        maxLength={200}
        placeholder="Number, claim, RIN, name"
        className="min-h-11 w-full lg:w-60 min-w-0 px-3 py-1 rounded-l-field border border-white bg-white text-ink placeholder:text-ink-soft"
      />
      <button type="submit" className="inline-flex items-center min-h-11 px-3 rounded-r-field border border-l-0 border-white bg-navy-pale text-navy font-semibold hover:bg-white">
        <Icon name="search" />
        <span className="sr-only">Search</span>
      </button>
    </form>
  );
}
