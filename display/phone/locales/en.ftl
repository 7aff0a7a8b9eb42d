### The phone page. To be reviewed by a native speaker.

phone-title = Your number
phone-number = Your number
phone-connecting = One moment.
phone-ahead = { $count ->
    [0] Nobody before you
    [one] { $count } person before you
   *[other] { $count } people before you
}
phone-wait-range = about { $low } to { $high } minutes
phone-wait-less = less than { $high ->
    [one] { $high } minute
   *[other] { $high } minutes
}
phone-wait-about = about { $high ->
    [one] { $high } minute
   *[other] { $high } minutes
}
phone-waiting = Stay nearby. This page tells you when to come.
phone-called = It is your turn
phone-counter = Counter { $counter }
phone-go = Please go to this counter.
phone-serving = We are taking care of you.
phone-parked = We are keeping your place. Stay nearby, we will call you again.
phone-done = All done. Thank you for coming, see you soon.
phone-no-show = Your number has passed. Please come and see us at the reception.
phone-cancelled = This number is cancelled. Please come to the reception desk.
phone-expired = The day is over. To come back, take a new ticket.
phone-unknown = This link no longer works. Come to the reception, we will help you.
phone-lost = No connection since { $time }.
phone-lost-do = Look at the screen in the room or ask at the reception.
phone-push-offer = Tell me, even with this page closed
phone-push-on = This phone will tell you, even if you close this page.
phone-push-stop = Stop telling me
phone-push-refused = Your phone blocks our messages. Keep this page open.
phone-push-failed = That did not work. Keep this page open.
