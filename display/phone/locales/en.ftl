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
phone-cancelled = Your place is given up. If you change your mind, come to the reception.
phone-expired = The day is over. To come back, take a new ticket.
phone-unknown = This link no longer works. Come to the reception, we will help you.
phone-lost = No connection since { $time }.
phone-lost-do = Look at the screen in the room or ask at the reception.
phone-recalled = We are calling you again
phone-way-left = On the left.
phone-way-right = On the right.
phone-way-ahead = Straight ahead.
phone-way-back = Behind you.
phone-way-up = Upstairs.
phone-way-down = Downstairs.
phone-quiet = Stop the sound
phone-ring = Ring when it is my turn
phone-ring-on = This phone will ring. Keep this page open.
phone-ring-stop = Do not ring
phone-language = Choose the language
phone-pass = Let people pass
phone-pass-title = How many people do you let pass?
phone-pass-say = You keep your number. You wait longer.
phone-pass-people = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
phone-passed = Noted. Thank you for letting people pass.
phone-nobody = Nobody is waiting behind you. You keep your place.
phone-leave = I am leaving
phone-leave-title = Are you leaving?
phone-leave-say = You give up your place. If you change your mind, come to the reception.
phone-leave-yes = Yes, I am leaving
phone-stay = No, I am staying
phone-back = Back
phone-failed = That did not work. Please try again.
phone-busy = Too many requests. The page goes on by itself.
phone-old = News from { $seconds } seconds ago.
phone-push-offer = Tell me, even with this page closed
phone-push-on = This phone will tell you, even if you close this page.
phone-push-stop = Stop telling me
phone-push-refused = Your phone blocks our messages. Keep this page open.
phone-push-failed = That did not work. Keep this page open.
