# The desk, English. To be reviewed by a native speaker.

app = Accueil
sign-in-title = Hello
sign-in-lead = Sign in to open your counter.
name = Your name
password = Your password
sign-in = Sign in
sign-in-demo = Enter the demonstration
sign-in-demo-lead = This is a demonstration. This button is all it takes: no name, no password.
sign-in-with-name = Or with a name and a password
sign-in-refused = This name and this password do not go together. Check them, then try again. Forgotten your password? Ask your manager for a new one.
sign-out = Sign out
choose-site = Where are you working today?
choose-counter = Which counter are you at?
change-counter = Change counter
waiting-total = { $count ->
    [0] nobody is waiting
    [one] { $count } person is waiting
   *[other] { $count } people are waiting
}
waiting-title = Waiting
nobody-waits = Nobody is waiting for this counter. New tickets appear here.
more-waiting = { $count ->
    [one] and { $count } more person
   *[other] and { $count } more people
}
minutes = { $count ->
    [0] just now
   *[other] { $count } min
}
hand-empty-title = You are free
hand-empty = Call the next person when you like.
hand-called = Called: { $times ->
    [one] once
   *[other] { $times } times
}
hand-serving = With you
waited = waiting for { $minutes ->
    [0] less than a minute
   *[other] { $minutes } min
}
had-waited = waited { $minutes ->
    [0] less than a minute
   *[other] { $minutes } min
}
call-next = Call the next person
call-next-completes = This finishes { $number }, then calls the next person.
call-this = Call { $number }
call-this-completes = Call { $number } (this finishes { $hand })
call-completes = this finishes { $hand }
completed = { $number } is finished.
recall = Call again
serve = Present
no_show = Absent
complete = Finish
key-space = Space
offline = No connection to the server. Nothing is lost: the page brings itself up to date.
back-to-sites = Change site

# Moves

park = Put aside
transfer = Transfer
call = Call
resume = Take up again
restore = Put back in the queue
let_pass = Let one person pass
cancel = Take out of the queue
expire = Take out for good
more-moves = Other moves for { $number }
absent-due = { $recalls ->
    [one] Called again once
   *[other] Called again { $recalls } times
}. Mark as absent?
touch-key = Key { $key }.
call-next-busy = Finish with { $number } first.

# Who is waiting

next-person = Next person
why-arrival = Arrived at { $time }
why-head-start = Arrived at { $time }, { $minutes } min ahead
priority-shown = priority · { $minutes } min ahead
sent-here = for this counter
sent-to = for { $who }
sent-to-you = for you
counter-gone = counter { $counter }
mediator-gone = somebody who is no longer here
serves-nothing = This counter serves no need. It calls the people who are sent to it.
others-title = Other people waiting
parked-title = Aside
parked-at = put aside, { $counter }
gone-title = Absences and departures
gone-no_show = absent when called
gone-cancelled = taken out of the queue

# The counter and the day

tools = The counter and the day
give-ticket = Give a ticket
needs-served = Needs served
close-counter = Close the counter
open-counter = Open the counter
stop-issuing = Stop tickets
resume-issuing = Give tickets again
door-open = Reception open
door-last_tickets = Last tickets: the kiosk gives no more
door-closed = Reception closed
door-stopped = Tickets stopped
counter-closed-title = Counter closed
call-closed = The counter is closed. Open it first.
counter-closed = You call nobody for now. The people who are waiting keep their place.
counter-closed-hand = The counter is closed. Finish with { $number }: nobody else is called.
stopped-since = The kiosk has given no tickets since { $time }.
stopped-words = It says: “{ $words }”

# Screens and devices

devices = Screens and devices
devices-title = Screens and devices
devices-lead = This is what the public sees at this moment, without the sound.
devices-screens = What the screens show
devices-list = Screens, kiosks and printers
screen-nobody = No screen shows this page at the moment.
screen-copy = Live copy: { $name }
screen-large = Open large
device-forget = Stop following
device-forget-of = Stop following: { $name }
devices-ask = { $count ->
    [one] { $count } device needs a hand.
   *[other] { $count } devices need a hand.
}
devices-look = See the devices
back-to-counters = Choose a counter

# What the site should know of its catalogue and its voices

gaps = Good to know

# Sheets

close = Close
back = Cancel
reason = Why? (optional)
reason-hint = No name, nothing personal.
transfer-title = Transfer { $number }
transfer-lead = The person keeps their number and their time of arrival.
to-need = To a need
to-counter = To a counter
to-mediator = To a person
counter-is-closed = closed
nobody-else = There is nobody else.
priority-title = Priority
priority-minutes = { $minutes } min ahead
no-priority = No priority
cancel-hint = They can still be put back in their place.
expire-hint = The person will have to take another ticket.
state-waiting = waiting
state-called = being called
state-serving = at the counter
state-parked = put aside
state-no_show = absent when called
state-done = finished
state-cancelled = taken out of the queue
state-expired = over
no-moves = There is nothing more to do with this ticket.
needs-title = Needs served · { $counter }
needs-lead = You call the people who come for these needs.
save = Save
stop-title = Stop tickets
stop-lead = The kiosk gives no more tickets until the end of the day, or until you give them again. The people who are waiting keep their place. What shall the kiosk say?
stop-ordinary = The usual message
stop-own = Another message
stop-own-words = Your message, in French
stop-own-hint = The kiosk says the usual message in the languages that you do not write.
stop-own-others = In other languages (optional)
stop-own-send = Stop with this message
give-title = Give a ticket
give-lead = Why has this person come?
give-language = Language
give-priority = Priority
priority-choice = { $reason } · { $minutes } min ahead
given-title = Ticket given
given = Tell the person the number. Their paper is being printed.
given-no-paper = Tell the person the number, and write it down for them: no ticket is coming out at the moment.
give-another = Give another ticket
sorry-title = This ticket is no longer there

# Printers, and the paper of a ticket

printers = Printers
printers-more = Test and details
printer-detail = Technical note:
trial = Print a test
reprint = Print again
reprint-ticket = Print the ticket again
reprint-hint = The same number, marked DUPLICATA.
reprint-state = { $paper }. The same number, marked DUPLICATA.
reprint-asked = { $number } is being printed again: the same number, marked DUPLICATA.
reprint-asked-in-vain = No printer works. { $number } will come out if one of them starts again within the minute.
paper-queued = Ticket being printed
paper-claimed = Ticket being printed
paper-printed = Ticket printed
paper-unconfirmed = Ticket sent: look whether it came out
paper-failed = Ticket not printed: { $why }
paper-expired = Ticket not printed: printer absent
