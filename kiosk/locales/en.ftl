# Kiosk, English. To be reviewed by a native speaker.

language-name = English
greeting = Hello

back = Back
change-language = Change language
choose-language = Choose your language.
listen = Listen
text-larger = Larger text
text-normal = Normal text
contrast-more = Stronger colours
contrast-normal = Normal colours
reach-low = Low on the screen
reach-normal = On the whole screen
mirror = Buttons on the other side

listen-to = Listen: { $label }
sound-quieter = Quieter
sound-louder = Louder
sound-stop = Stop the sound
sound-all = Read everything aloud
sound-all-off = Stop reading everything
aloud-on = I read everything aloud. Touch once to listen. Touch twice to choose.
aloud-keys = With a keyboard: an arrow to listen, Enter to choose.
aloud-off = I no longer read everything.
aloud-choices = { $count ->
    [one] There is { $count } choice.
   *[other] There are { $count } choices.
}
aloud-chosen = You chose: { $label }

need-question = How can we help you?
need-other = Something else
need-other-question = What else?
need-full = Full for now
need-full-why = Many people are already waiting.
need-full-next = Please talk to someone at the reception desk.
understood = I understand

priority-question = Do you need to be seen earlier?
priority-no = No, thank you
priority-gone = This choice is no longer possible here. Take your ticket. Then talk to someone at the reception desk.
priority-without = Take my ticket

one-moment = One moment…

your-number = Your number
people-ahead = { $count ->
    [0] Nobody before you
    [one] { $count } person before you
   *[other] { $count } people before you
}
wait-range = about { $low } to { $high } minutes
wait-less = less than { $high ->
    [one] { $high } minute
   *[other] { $high } minutes
}
wait-about = about { $high ->
    [one] { $high } minute
   *[other] { $high } minutes
}
ticket-parked = We are keeping your place. We will call you again.
ticket-no-show = Your number has passed. Please come to the reception desk.
ticket-cancelled = This number is cancelled. Please come to the reception desk.
ticket-expired = The day is over. To come back, take a new ticket.
your-turn = It is your turn: Counter { $counter }.

no-paper = No paper tickets. Your number appears here.
paper-printing = Your ticket is printing.
paper-take = Take your ticket.
paper-perhaps = See if the ticket came out.
paper-late = The ticket is not out yet.
paper-failed = The printer is not working.
paper-none = No ticket came out.
paper-absent = No paper tickets.
remember = Remember your number: { $number }.
follow-code = Photograph this code: your phone follows the queue.
follow-code-picture = The code of the page that follows your number.
sit-down = Take a seat.
watch-screen = Watch the screen. We will call you.
done = I have finished
number-again = See my number again

still-here = Are you still there?
still-here-why = If not, the screen goes back to the start.
yes = Yes

touch-screen = Touch the screen.

unavailable = This machine is not working.
unavailable-next = Please come to the reception desk.
no-needs = No tickets at this machine.
no-needs-next = Please come to the reception desk.
closed = The reception is closed for now.
closed-next = Please come back later.
last-tickets = We give no more tickets for now.
last-tickets-next = Do you have a ticket? Please stay. We will call you.
stopped = We give no tickets for now.
stopped-next = Please talk to someone at the reception desk.
