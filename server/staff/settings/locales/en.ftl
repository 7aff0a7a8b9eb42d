# The settings of a site, English. To be reviewed by a native speaker.

bar-settings = Settings
settings = Settings of the site
settings-lead = Choose what you want to change. Nothing changes until you publish.
settings-back = All settings
settings-all-sites = For all sites
settings-my-sites = For all your sites
settings-preview = Preview
settings-publish = Publish
settings-published = Published. Kiosks and screens follow.
settings-unsaved = There are changes to publish.
settings-stale = Somebody else changed these settings while you were writing. What you wrote is still here. Open this page in another tab to see their changes. If you publish, your texts replace theirs on this page.
settings-faults = { $count ->
    [one] There is one thing left to correct. Nothing is published yet.
   *[other] There are { $count } things left to correct. Nothing is published yet.
}
in-other-languages = other languages
languages-missing = missing: { $languages }
texts-missing = { $count ->
    [one] { $count } text missing
   *[other] { $count } texts missing
}
texts-to-read = { $count ->
    [one] { $count } translation to read again
   *[other] { $count } translations to read again
}
languages-to-read = to read again: { $languages }
to-read-why = The French has changed since. Read these translations again: correct them, or tick “Read again”.
translated-from = Translated from
read-again = Read again
read-every = All are read again
row-up = Move up: { $name }
row-down = Move down: { $name }
row-remove = Remove: { $name }

# What is wrong

fault-missing = Write something here.
fault-french = Write the text in French.
fault-long = Too long: { $most } characters at most.
fault-least = Write a number of at least { $least }.
fault-most = Write a number of at most { $most }.
fault-between = Write a whole number from { $least } to { $most }.
fault-number = Write a number.
fault-plain = Check this field.
fault-choice = Choose from the list.
fault-twice = This name is taken. Choose another.
fault-letter = Write a letter from A to Z.
fault-letter-twice = This letter is taken. Choose another.
fault-time = Write a time, for example 09:00.
fault-date = Write a date, for example 25/12/2026.
fault-same-time = The end is the same as the beginning.
fault-night = From { $opens } to { $closes }: the end is before the beginning. Correct the times, or tick “Open at night” if it is right.
fault-ends-before = The last day is before the first.
fault-overlap = Two openings of this day meet or overlap. Write them as one.
fault-overlap-days = A night’s opening meets that of the next day. Write them otherwise.
fault-turn = The site is open then: the queue would be emptied. Choose a time when it is closed.
fault-mute = Write periods like 12:00-14:00, with a comma between them.
fault-no-need = Keep at least one need.
fault-no-counter = Keep at least one counter.

# The tiles

tile-site-open = The site receives people · { $count ->
    [one] { $count } language
   *[other] { $count } languages
}
tile-site-closed = Closed until further notice · { $count ->
    [one] { $count } language
   *[other] { $count } languages
}
tile-hours = Open { $days ->
    [0] on no day
    [one] { $days } day a week
   *[other] { $days } days a week
} · { $closures ->
    [0] no closure
    [one] { $closures } closure
   *[other] { $closures } closures
}
tile-hours-always = No hours given: day and night · { $closures ->
    [0] no closure
    [one] { $closures } closure
   *[other] { $closures } closures
}
tile-needs = { $count ->
    [one] { $count } need
   *[other] { $count } needs
}
tile-counters = { $count ->
    [one] { $count } counter
   *[other] { $count } counters
}
tile-messages = { $count ->
    [0] no message
    [one] { $count } message
   *[other] { $count } messages
}
tile-notices = { $count ->
    [0] none
    [one] { $count } set of words
   *[other] { $count } sets of words
}
tile-priorities = { $count ->
    [0] none
    [one] { $count } priority
   *[other] { $count } priorities
}
tile-screens = { $count ->
    [0] one screen for everything
    [one] { $count } screen
   *[other] { $count } screens
}
tile-requests = { $operators ->
    [0] no organisation
    [one] { $operators } organisation
   *[other] { $operators } organisations
} · { $topics ->
    [0] no topic
    [one] { $topics } topic
   *[other] { $topics } topics
}

# The pages

room-site = The site
room-site-lead = Its name, its languages, and how its counters work.
room-hours = Hours and closures
room-hours-lead = When the site receives people. Outside of them the kiosk says that it is closed.
room-needs = Needs
room-needs-lead = Why people come. The kiosk shows them in this order.
room-counters = Counters
room-counters-lead = Where people are received, and for which needs.
room-messages = Messages
room-messages-lead = The waiting-room screens tell them in turn.
room-notices = Ready words
room-notices-lead = What the kiosk says when a counter stops the tickets.
room-priorities = Priorities
room-priorities-lead = Reasons to be called earlier. A head start in minutes: nobody waits without end.
room-screens = Screens
room-screens-lead = The waiting-room screens, where there are several or one that does not show everything.
room-requests = Requests
room-requests-lead = What is noted of a visit when it is over.

# The site

site-about = The site
site-name = Name of the site
site-name-hint = It is on the kiosk and on the ticket.
site-open = The site receives people
site-open-hint = Without this tick the site is closed until further notice, even during its hours.
site-languages = Languages
site-languages-hint = The kiosk offers them in this order. What is not translated is said in French.
site-french = always there
site-work = At the counters
site-next-completes = Calling the next person finishes the one in hand
site-next-completes-hint = Without this tick one has to finish first.
site-recalls = Recalls before “Absent”
site-recalls-hint = The desk proposes “Absent” after this many recalls.

# Hours

hours-week = The week
hours-always = Always open
hours-always-hint = Day and night, except for the closures. The times below do not count.
monday = Monday
tuesday = Tuesday
wednesday = Wednesday
thursday = Thursday
friday = Friday
saturday = Saturday
sunday = Sunday
hours-period = Opening { $number }
hours-period-of = opening { $number }, { $day }
hours-from = from
hours-to = to
hours-night = Open at night, until the next day
hours-closed = Closed.
hours-add = Add an opening
hours-like-monday = The same from Tuesday to Friday
hours-closures = Closures
hours-closures-hint = Days on which the site does not open. For a single day leave the second date empty.
hours-closure = Closure { $number }
hours-first = First day
hours-last = Last day
hours-add-closure = Add a closure
hours-day = The day
hours-last-tickets = Last tickets, in minutes before closing
hours-last-tickets-hint = After that the kiosk gives no more tickets. Zero: until closing.
hours-turns = Change of day
hours-turns-hint = The queue is emptied and numbers begin at 001 again. Choose a time at night.

# Needs

need-new = New need
need-add = Add a need
need-name = Name for the team
need-name-hint = In French, short. Visitors do not see it.
need-letter = Letter
need-letter-hint = It begins the number of the ticket.
need-label = Sentence of the kiosk
need-label-hint = A short sentence in plain words.
need-hint = Examples
need-hint-hint = A few words beneath the sentence. You may leave them empty.
need-pictogram = Pictogram
need-colour = Colour
need-shape = Shape
need-limit = People waiting at most
need-limit-hint = Beyond that the kiosk says that it is full. Empty: no limit.
pictogram-identification-card = identity card
pictogram-hand-coins = hand and coins
pictogram-laptop = laptop
pictogram-train = train
pictogram-lightning = lightning
pictogram-handshake = handshake
pictogram-chalkboard-teacher = board and teacher
pictogram-chat-circle-dots = speech bubble
pictogram-users = group
pictogram-phone-call = telephone
pictogram-globe = globe
pictogram-wheelchair = wheelchair
pictogram-ear = ear
pictogram-door = door
pictogram-armchair = armchair
pictogram-wrench = wrench
pictogram-keyboard = keyboard
pictogram-printer = printer
pictogram-hand-waving = waving hand
pictogram-question = question mark
pictogram-star = star
colour-blue = blue
colour-green = green
colour-violet = violet
colour-teal = teal
colour-amber = amber
colour-rose = rose
colour-indigo = indigo
colour-slate = grey
shape-square = square
shape-circle = circle
shape-hexagon = hexagon
shape-diamond = diamond
shape-triangle = triangle
shape-shield = shield
shape-pentagon = pentagon
shape-bubble = bubble

# Counters

counter-new = New counter
counter-add = Add a counter
counter-label = Name of the counter
counter-label-hint = As it is written on the spot.
counter-needs = Needs served
counter-needs-hint = The counter calls people who come for these needs.
counter-serves = { $count ->
    [0] no need
    [one] { $count } need
   *[other] { $count } needs
}
counter-way = Way
counter-way-hint = As seen by who looks at the screen.
way-none = not told
way-left = to the left
way-right = to the right
way-ahead = straight ahead
way-back = behind
way-up = one floor up
way-down = one floor down
counter-place = Place
counter-place-hint = As on a sign: “First floor”. You may leave it empty.

# Messages and ready words

message-new = New message
message-add = Add a message
message-text = Message
message-text-hint = A short sentence. One idea.
notice-new = New words
notice-add = Add words
notice-text = Text
notice-text-hint = Say why, then what the person can do.

# Priorities

priority-new = New priority
priority-add = Add a priority
priority-label = Sentence
priority-label-hint = As the person would say it: “I have an appointment”.
priority-head-start = Head start, in minutes
priority-head-start-hint = The person passes those who came less long ago than that.
priority-advance = { $minutes } min
priority-kiosk = The kiosk asks
priority-kiosk-hint = Without this tick only a counter gives this priority.

# Screens

screens-none = There is no screen here: a single screen shows all calls.
screen-new = New screen
screen-add = Add a screen
screen-name = Name of the screen
screen-name-hint = Where it is: “Hall”, “First floor”.
screen-distance = Distance of the last seat, in metres
screen-distance-hint = Letters are large enough for this distance.
screen-diagonal = Diagonal of the picture, in inches
screen-diagonal-hint = It often stands on the box.
screen-voice = The screen chimes and speaks
screen-voice-hint = Without this tick it stays silent.
screen-mute = Hours without sound
screen-mute-hint = Periods like 12:00-14:00, with a comma between them.
screen-counters = Counters shown
screen-needs = Needs shown
screen-all-hint = Without any tick the screen shows them all.
screen-ways = Ways from this screen
screen-ways-hint = Only where they are other than the counters’ own.

# Requests

requests-asks = To be said of each visit
requests-asks-legend = What the desk must fill in
requests-asks-hint = Without a tick the desk may fill it in or leave it.
ask-requests = the requests handled
ask-difficulty = the difficulty with digital tools
ask-age = the age band
ask-sex = the sex
ask-residence = where they live
requests-operators = Organisations
requests-operators-hint = Whom the request is about: CAF, CPAM, La Poste.
requests-topics = Topics
requests-topics-hint = What it is about: opening rights, a bill, a form.
requests-new = new line
requests-name = Name { $number }
requests-add-operators = Add an organisation
requests-add-topics = Add a topic

# Preview

preview-title = Preview before publishing
preview-lead = This is what visitors will see. Nothing is published yet.
preview-kiosk = The kiosk
preview-kiosk-hint = It is the real kiosk: you can touch it. It takes no ticket, and is without the server’s voice.
preview-closed = This is what the kiosk says when the site is closed.
preview-paper = The ticket
preview-notice = The words
preview-which-need = Need
preview-which-language = Language
preview-which-notice = Ready words
preview-show = Show
preview-paper-alt = Ticket { $number }: { $need }
preview-no-paper = The ticket cannot be drawn on this machine.
preview-edit = Back to the settings

# All sites

catalogue = Import and export
catalogue-tile = The sites and their settings in a file.
site-add = Add a site
site-add-tile = It takes over the needs of another site.
site-add-lead = The new site takes over needs, languages and texts of another. You change them afterwards.
site-counters = Number of counters
site-like = Like which site?
site-like-hint = Its needs, languages, messages, priorities.
site-added = { $name } is added. Now give its hours.

# Import and export

catalogue-lead = The sites and their settings in a file, to keep or to carry elsewhere. People and devices are not in it.
catalogue-out = Export
catalogue-out-all = The file holds all sites.
catalogue-out-ours = The file holds your sites.
catalogue-download = Download the file
catalogue-in = Import
catalogue-in-lead = Choose a file. You see what it changes before you publish.
catalogue-choose = TOML file
catalogue-compare = Compare
catalogue-refused = This file cannot be published. Nothing has changed.
catalogue-differences = { $count ->
    [0] This file changes nothing.
    [one] This file changes { $count } site.
   *[other] This file changes { $count } sites.
}
catalogue-new = This site is new.
catalogue-not-yours = This site is not one of yours. Ask the administration.
catalogue-not-yet = Nothing is published yet.
