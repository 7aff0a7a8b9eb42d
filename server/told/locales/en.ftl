# What staff are told, English. To be reviewed by a native speaker.

printers-none = No printer is connected. Turn on the printer and its computer.
no-paper = No ticket is coming out at the moment.
printer-named = Printer { $name }
printer-nameless = Printer without a name
printer-since = { $name }, { $since }
since-today = since { $time }
since-yesterday = since yesterday at { $time }
since-day = since { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
printer-ready = ready
printer-low = the paper is nearly used up
printer-low-act = Get a roll ready.
printer-silent = does not say whether tickets come out
printer-silent-act = Look whether tickets come out.
printer-away = no longer answers
printer-away-act = Check that its computer is on.
printer-never = has never made itself known
printer-never-act = Check that its computer is on.
printer-down-unreachable = cannot be reached
printer-down-unreachable-act = Check the plug and the cable.
printer-down-cover_open = cover open
printer-down-cover_open-act = Close the cover.
printer-down-paper_out = out of paper
printer-down-paper_out-act = Put in a new roll.
printer-down-paper_low = almost out of paper
printer-down-paper_low-act = Change the roll.
printer-down-mechanical = jammed
printer-down-mechanical-act = Turn it off, take out the stuck paper, then turn it on again.
printer-down-timeout = stops in the middle of tickets
printer-down-timeout-act = Turn it off, then on again.
printer-down-job_unreadable = could not read a ticket
printer-down-job_unreadable-act = Print a test.
printer-down-other = out of order
printer-down-other-act = Turn it off, then on again.

# A test print, and why a paper does not come

trial-queued = The test is on its way to the printer.
trial-claimed = The test is being printed.
trial-printed = The test is printed.
trial-unconfirmed = The test was sent. The printer does not say whether it came out: look.
trial-failed = The test did not come out: { $why }. { $act }
trial-expired = The test did not come out: the printer did not take it. Check that its computer is on.
trial-unreadable-act = Tell the person who installed the printer.
paper-why-unreachable = printer cannot be reached
paper-why-cover_open = cover open
paper-why-paper_out = out of paper
paper-why-paper_low = almost out of paper
paper-why-mechanical = printer jammed
paper-why-timeout = printer stopped on the way
paper-why-job_unreadable = the printer cannot read the ticket
paper-why-other = printer out of order

# Screens and kiosks: “Screen Waiting room, since 10:42: silent. Check that the screen is on.”

screen-whole = Waiting-room screen
screen-at-address = Screen at the address “{ $address }”
screen-named = Screen { $name }
kiosk-name = Kiosk
device-of-many = { $name } (no. { $number })
device-seen = last heard { $seconds } s ago
device-said = { $name }, { $since }: { $words }. { $act }
device-well = { $name }: all is well.
screen-live = connected
screen-stale = connection too slow
screen-offline = not connected
screen-silent = silent
screen-silent-act = Check that the screen and its computer are on.
screen-unknown = the site has no screen “{ $screen }”: it shows everything
screen-unknown-act = Correct the address of its page.
kiosk-rest = ready
kiosk-used = somebody is using it
kiosk-offline = not connected
kiosk-silent = silent
kiosk-silent-act = Check that the kiosk is on.
device-offline-act = Check its network connection.
shows-same = shows the right calls
shows-soon = is catching up
shows-other = does not show the right calls
shows-other-act = Reload the screen’s page.
build-same = up to date
build-old = old version
sound-on = sound on
sound-volume = sound at { $volume } of 5
sound-locked = sound blocked
sound-locked-act = Touch the screen once, or press a key.
sound-muted = quiet at this hour
sound-off = no sound

# What a site lacks: the kiosk works, but somebody cannot read or hear their language. $of: a need, a priority, a
# message. $languages: “Arabic, Turkish and Russian”.

gap-needs = This site has no needs: the kiosk cannot give any ticket.
gap-need-label = “{ $of }” is not translated into { $languages }: the kiosk says it in French.
gap-priority-label = The priority “{ $of }” is not translated into { $languages }: the kiosk says it in French.
gap-notice-text = The message “{ $of }” is not translated into { $languages }: the kiosk says it in French.
gap-message-text = The screen message “{ $of }” is not translated into { $languages }: the screen says it in French.
gap-voice = { $count ->
    [one] The kiosk has no voice for { $languages }: it shows the text without saying it.
   *[other] The kiosk has no voice for { $languages }: it shows the texts without saying them.
}
names-and = { $first } and { $last }

# A time, and the languages of residents: “Arabic, Turkish and Russian”

colon = { ":" }
clock = { $hour }:{ $minute }
language-fr = French
language-ar = Arabic
language-en = English
language-tr = Turkish
language-pt = Portuguese
language-es = Spanish
language-ro = Romanian
language-sq = Albanian
language-ru = Russian
language-uk = Ukrainian
language-fa = Persian (Dari)
language-zh = Chinese

# When a page cannot be shown

trouble = This is not possible
trouble-who = Sign in
trouble-nowhere = This page does not exist
trouble-no-page = There is nothing at this address.
trouble-outdated = This page is out of date. Reload it, then try again.
trouble-too-often = Too many requests. Wait a moment, then try again.
trouble-ours = Something went wrong
trouble-ours-detail = An error happened on our side. Try again in a moment.
trouble-back = Back to the start

# What a file changes in the settings of a site

setup-new-site = New site: { $name }.
setup-becomes = { $field }: “{ $before }” becomes “{ $after }”.
setup-changes = { $field }: this setting changes.
setup-more = { $field }, added: { $names }.
setup-less = { $field }, taken out: { $names }.
setup-other = { $field }, changed: { $names }.
setup-order = { $field }: the order changes.
setup-name = Name
setup-open = Open or closed
setup-timezone = Time zone
setup-languages = Languages
setup-hours = Opening hours
setup-closures = Closures
setup-turns_at = Turn of the day
setup-last_tickets_min = Last tickets
setup-next_completes = What “Call next” does
setup-recalls_before_absent = Recalls before “Absent”
setup-printers = Printers
setup-visit_asks = What must be said of a visit
setup-needs = Needs
setup-counters = Counters
setup-priorities = Priorities
setup-notices = Ready words
setup-messages = Messages
setup-screens = Screens
setup-operators = Organisations
setup-topics = Topics
