### The waiting-room screen (room-) and the phone page (phone-). To be reviewed by a native speaker.

room-title = Waiting room
room-connecting = The screen is connecting. Please listen to the reception.
room-recall = Called again
room-waiting =
    { $count ->
        [0] Nobody is waiting
        [one] person waiting
       *[other] people waiting
    }
room-hello = Hello.
room-take = Take a ticket at the kiosk.
room-here = We call you here.
room-closed = The reception is closed.
room-closed-do = See you soon.
room-closed-note = Closed
room-no-tickets = No more tickets for now.
room-no-tickets-do = Do you have a ticket? Please stay.
room-no-tickets-note = No more tickets for now. People who are waiting are called.
room-stale =
    Not up to date for { $seconds ->
        [one] { $seconds } second.
       *[other] { $seconds } seconds.
    }
room-offline = This screen is not connected.
room-offline-do = Please listen to the reception.
room-offline-since = Since { $time }. The screen keeps trying by itself.
room-offline-always = The screen keeps trying by itself.
room-offline-token = The screen is not known. Open its full address, with its token.
room-sound = Sound is off: touch the screen
# A call’s caption, also for screen readers.
room-caption = { $number } · Counter { $counter }

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
