/** What the form's key is bound to. */
export const MY_MAIL_PURPOSE = 'my-mail';
