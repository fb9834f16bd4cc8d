import { type CareStory, hour } from '../care-story.ts'

export const salaryExchange: CareStory = {
  ...{
    key: 'salary-exchange',
    customerRef: 'piotr-zielinski',
    segment: 'private',
    language: 'pl',
    kind: 'payment',
  },
  ...{ daysAgo: 6, minute: 10 * hour },
  tell: (line, { zofia, marek, ola }) => {
    line.opens(
      zofia,
      'payment',
      false,
      'contact-centre',
      'phone',
      'The automatic exchange of the salary did not run; the customer noticed days later and expects the earlier rate.',
    )
    line.speaks(
      3,
      zofia,
      'The hourly check saw a balance already lowered by a card fee. We look into it; the customer need not do anything.',
    )
    line.promises(2, zofia, 2 * hour, 'We call with the answer, whatever it is.')
    const asked = line.offers(
      5,
      zofia,
      'onBehalf',
      'payments',
      'Which rate applied on the day the salary arrived?',
    )
    line.then(6, ola, 'handoff.accepted', { handoffId: asked, by: ola })
    line.then(14, ola, 'handoff.served', {
      handoffId: asked,
      text: 'The check saw the balance after the fee; the rate of the day of the salary is known.',
    })
    const memoId = line.id()
    line.then(4, zofia, 'memo.sent', {
      ...{ memoId, to: marek, dueAt: line.at + 4 * hour * 60_000 },
      ...{
        problem: 'The exchange did not run through no fault of the customer.',
        tried: 'Payments confirmed the rate of the day.',
        request: 'Grant the earlier rate.',
      },
    })
    line.then(18, marek, 'memo.decided', {
      memoId,
      decision: 'granted',
      reason: 'Our check was wrong, so the customer gets the rate of that day.',
      referTo: null,
      dueAt: null,
      nextMemoId: null,
    })
    line.speaks(6, zofia, 'The difference is on your account now.')
    line.resolves(1, zofia, 'Exchanged at the rate of the day the salary arrived.')
  },
}
