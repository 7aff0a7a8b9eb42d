### The waiting-room screen. To be reviewed by a native speaker.

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
room-stale-foot = Not up to date: { $seconds } s
room-offline = This screen is not connected.
room-offline-do = Please listen to the reception.
room-offline-since = Since { $time }. The screen keeps trying by itself.
room-offline-always = The screen keeps trying by itself.
room-offline-token = The screen is not known.
room-sound = Sound is off: touch the screen
# A call’s caption, also for screen readers.
room-caption = { $number } · Counter { $counter }
room-counter = Counter { $counter }

# What the voice says: the number, the counter, where it is. Short sentences, as people say them aloud.
room-say-call = Number { $number }. Counter { $counter }.
room-say-recall = Called again. Number { $number }. Counter { $counter }.
room-way-left = On the left.
room-way-right = On the right.
room-way-ahead = Straight ahead.
room-way-back = Behind you.
room-way-up = Upstairs.
room-way-down = Downstairs.
