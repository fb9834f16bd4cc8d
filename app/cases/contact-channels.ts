/** How a customer and we are in touch; the words are in the messages of cases. */
export const contactChannels = ['phone', 'branch', 'email', 'chat', 'sms'] as const
