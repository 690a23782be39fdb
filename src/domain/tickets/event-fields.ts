import { z } from 'zod';

/** The parts that the data of several events have; what was recorded was checked when it was typed. */
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const person = z.strictObject({ personId: z.string(), name: z.string() });
export const providerContact = person.extend({ phone: z.string(), email: z.string() });
