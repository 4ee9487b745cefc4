/** A draft in our own words, with what a real one has: chapters, a section, lettered items, notes, a star note, italics. */
export const meetingDraft = `Draft declaration on the lending of instruments*

We, the delegations assembled in the workshop of the valley, having met on the first day of spring, have agreed on the following.¹

I. What we share

1. We reaffirm our commitment to keeping the instruments in good order, and to lending them to each other without delay.

2. We note with concern that several instruments have been returned late, and that some have been returned broken.

3. We underscore that the care of the instruments is a common and shared responsibility of all.²

4. We recognize the following difficulties:

(a) the strings are growing thin;

(b) the cases are heavy, and the roads are long;

(c) the records of what was lent are kept in several places.

II. What we shall do

A. Care

5. We invite all parties to report every year on the state of their instruments.³

6. We encourage parties to share their experience with each other, *inter alia* by visits.

B. Lending

7. We decide to open a common register of the instruments.

8. We shall meet again in two years to review what has been done.

* Not yet checked by the editors.

¹ The list of those present is kept with the papers of the meeting.

² See the report of the first meeting, paragraph 12.

³ Ibid., paragraph 14.
`
