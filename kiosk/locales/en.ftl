# Kiosk, English. To be reviewed by a native speaker.

language-name = English
greeting = Hello

need-question = How can we help you?
back-to-languages = Language
one-moment = One moment…

your-number = Your number
people-ahead = { $count ->
    [0] Nobody before you
    [one] { $count } person before you
   *[other] { $count } people before you
}
wait-range = about { $low } to { $high } minutes
wait-about = about { $high ->
    [one] { $high } minute
   *[other] { $high } minutes
}
your-turn = It is your turn: { $counter }.

paper-printing = Your ticket is printing.
paper-late = The paper ticket is not out yet. Remember your number: { $number }.
paper-take = Take your ticket.
paper-perhaps = See if the ticket came out. Remember your number: { $number }.
paper-none = The paper ticket did not come out. Remember your number: { $number }.
watch-screen = Watch the screen.
sit-down = Take a seat. We will call you.
done = I have finished

still-here = Are you still there?
yes = Yes

unavailable = This machine is not working.
unavailable-next = Please come to the reception desk.
closed = The reception is closed for now.
closed-next = Please come back later.
