type TicketNumbersProps = { ticketNumber: string; trackingNumber: string; trackingLabel: string };

/** Both numbers of a ticket, wherever one stands as a title (R3): `trackingLabel` is "CountyCare’s tracking number" or "your number". */
export function TicketNumbers({ ticketNumber, trackingNumber, trackingLabel }: TicketNumbersProps) {
  return (
    <p className="wrap-anywhere">
      Ticket <b className="whitespace-nowrap">{ticketNumber}</b> <span className="text-ink-soft">·</span> {trackingLabel} <b className="inline-block max-w-full">{trackingNumber}</b>
    </p>
  );
}
