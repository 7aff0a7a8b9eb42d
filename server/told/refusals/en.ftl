# Refusals, English. To be reviewed by a native speaker.
# By code, with “-” for “_”; what stands in braces comes with each refusal of that code.

refused = This is not possible.
unauthenticated = Sign in to continue.
wrong-role = Your account does not allow this. Ask your manager.
foreign-site = This site is not one of yours. Ask your manager.
unknown-site = There is no such site.
unknown-ticket = This ticket does not exist, or its day is over.
unknown-counter = There is no such counter at this site.
unknown-need = There is no such need at this site.
unknown-language = Say in which language this ticket will be called.
unknown-follow-link = This link no longer leads to a ticket. A link lives until the end of the day.
too-many-requests = Too many requests. Wait a moment, then try again.
unknown-verb = This move does not exist.
misplaced-field = Something on this form does not belong here. Reload the page, then try again.
site-closed = { $state ->
    [closed] The site is closed. It gives no tickets now.
    [last_tickets] The site closes soon. It gives no more tickets today.
   *[stopped] The site has stopped giving tickets for the moment.
}
unknown-priority = There is no such priority at this site.
priority-not-offered = The kiosk does not give this priority. Ask for it at reception.
unknown-notice = There is no such message at this site.
message-incomplete = Write the message in French, too.
unknown-mediator = Nobody here works under this name.
need-full = Too many people are waiting for this need already.
need-unserved = No other counter serves this need. Give it to another counter first.
counter-closed = This counter is closed for now.
counter-taken = { $by ->
    [None] You are no longer at this counter.
   *[other] Somebody else is at this counter.
}
too-late = It is too late to take this back: ten seconds have gone by, or something else has happened.
counter-busy = Finish with { $number } first.
transfer-to-self = It is there already, or with you. Choose another place.
transfer-nowhere = Say where this ticket goes: a need, a counter or a mediator.
nobody-behind = Nobody is waiting behind you: keep your place.
day-over = The day of this ticket is over. Give a new ticket.
queue-empty = Nobody is waiting for this counter.
illegal-move = This ticket is { $state ->
    [waiting] waiting
    [called] called
    [serving] at the counter
    [parked] put aside
    [no_show] absent
    [done] finished
    [cancelled] cancelled
   *[expired] expired
}: this move is not possible.
at-another-counter = This ticket is at another counter.
request-id-reused = This button was used for something else. Reload the page, then try again.
no-voice = This server has no voice for this language.
unsayable = Nothing of this text can be said.
too-much-to-say = This text is too long to be said.
records-unreachable = The site’s data do not answer. Try again in a moment.
queue-unreachable = The queue does not answer. Try again in a moment.

# Paper

unknown-job = This print job does not exist, or no longer.
job-closed = This print job is finished already, or nobody took it.
printer-unknown = The print agent must make this printer known first.
unknown-printer = This site has no printer of this name.
printer-owned = Another print agent looks after the printer “{ $printer }”.
print-pending = The ticket is being printed.
ticket-over = This ticket is { $state ->
    [done] finished
    [cancelled] cancelled
    [expired] expired
   *[no_show] absent
}: it needs no paper any more.

# The staff corner of a kiosk, and phones

no-pin = This site has no PIN yet.
wrong-pin = This PIN is not the right one.
pin-locked = Too many tries. Wait { $wait_s } s.
corner-shut = Type the staff PIN again.
no-push = This server sends no messages to phones.
unusable-subscription = This browser cannot receive our messages.
too-many-phones = Enough phones follow this ticket already.

# Devices and how they are paired

unknown-device = This device is no longer there.
unknown-code = No device shows this code, or no longer. Read it again on its screen.
pairing-over = This code is too old. The device shows a new one.
slow-down = This device asks too often.
too-many-pairings = Too many devices show a code at the moment. Try again in a few minutes.

# Settings

unreadable-file = { $why ->
    [not-text] This file is not text. Choose the .toml file that was exported.
    [not-toml] This file cannot be read as TOML.
    [equals] Line { $line }, column { $column }: a name needs “=” and a value behind it.
    [value] Line { $line }, column { $column }: this value cannot be read. Texts stand between straight quotes: "text".
    [quote] Line { $line }, column { $column }: a text is not closed. A quote is missing.
    [bracket] Line { $line }, column { $column }: a closing bracket is missing.
    [twice] Line { $line }, column { $column }: this name is given twice.
    [sign] Line { $line }, column { $column }: there is a sign here that a file cannot hold.
    [more] Line { $line }, column { $column }: there is too much on this line.
   *[line] Line { $line }, column { $column }: this line cannot be read.
}
invalid-setting = Something in these settings does not work. Look at what is marked.
stale-settings = Somebody else has changed these settings meanwhile. Open the page again, then make your changes again.
site-taken = There is a site of this name already.

# People, and how they sign in

sign-in-locked = Too many tries with this name. Wait a moment, then try again.
password-due = Choose your own password first.
weak-password = This password is too easy to guess. Choose another.
password-too-short = This password is too short. It needs at least { $at_least } characters.
password-too-common = This password is too easy to guess. Choose another.
password-is-name = This password is too much like your name. Choose another.
password-unchanged = This is the same password. Choose another.
unknown-person = There is no such account.
name-taken = The name “{ $name }” is taken already; capitals and accents make no difference. Add an initial, for example.
name-unusable = A name is needed, of 100 letters at most.
no-site-chosen = Choose at least one site.
own-account = This is your own account. Ask somebody else to do this.
last-admin = This is the only administrator. Name another one first.

unknown-stranger = Nobody shows this code, or it is too old. Check it.
subject-taken = This account of the provider is linked to somebody else already.
subject-unusable = This account of the identity provider cannot be used here.

# Visits

visit-incomplete = Your site asks for more: it stands at the head of this sheet.
unknown-choice = This choice is not in this site’s list. Choose again.
too-much-given = One visit cannot have so many.
no-passes = { $left ->
    [0] No TCL pass is left. Put 0, or have the stock counted again.
    [one] Only { $left } TCL pass is left. Correct the number, or have the stock counted again.
   *[other] Only { $left } TCL passes are left. Correct the number, or have the stock counted again.
}
visit-over = This visit ended too long ago to be completed.
visit-not-kept = The person has left the queue. But the visit is not noted: send it again.
