# The history: who changed what, English. To be reviewed by a native speaker.

trail = History
trail-lead = Who changed the settings, the team and the devices. What was done with tickets is not here.
trail-empty = Nobody has changed anything yet.
trail-older = See older changes
trail-details = See the details
trail-reason = Reason: { $reason }
trail-day = { $day }/{ $month }/{ $year }
trail-by-command = The server (on its command line)
trail-other = { $by }: { $what } ({ $about })
trail-person-added = { $by } added { $name } to the team.
trail-person-changed = { $by } changed the account of { $name }.
trail-person-left = { $by } closed the account of { $name }.
trail-person-returned = { $by } opened the account of { $name } again.
trail-password-reset = { $by } gave { $name } a new password.
trail-password-changed = { $by } changed their password.
trail-site-added = { $by } added the site { $name }.
trail-site-changed = { $by } changed the settings: { $about }.
trail-device-added = { $by } added a device.
trail-device-paired = { $by } paired the device { $name }.
trail-device-renamed = { $by } changed the name of a device.
trail-device-reloaded = { $by } reloaded the page of the device { $name }.
trail-device-revoked = { $by } removed the device { $name }.
trail-passes-counted = { $by } counted the transport passes.

# What was changed: a field of an account, a site, a device

trail-field-name = name
trail-field-job = role
trail-field-sites = sites
trail-field-open = site open
trail-field-hours = opening hours
trail-field-closures = closures
trail-field-timezone = time zone
trail-field-turns_at = hour at which the day changes
trail-field-last_tickets_min = last tickets
trail-field-next_completes = “Call next” completes the visit in hand
trail-field-recalls_before_absent = recalls before “Absent”
trail-field-languages = languages
trail-field-needs = needs
trail-field-counters = counters
trail-field-priorities = priorities
trail-field-notices = stop messages
trail-field-screens = screens
trail-field-messages = screen messages
trail-field-printers = printers
trail-field-operators = organisations
trail-field-topics = topics
trail-field-visit_asks = what must be said of a visit
trail-field-left = passes left
trail-field-low = warning from
trail-field-order = order
trail-field-role = kind
trail-field-after = now
trail-field-monday = Monday
trail-field-tuesday = Tuesday
trail-field-wednesday = Wednesday
trail-field-thursday = Thursday
trail-field-friday = Friday
trail-field-saturday = Saturday
trail-field-sunday = Sunday

# What a field can say

trail-value-mediator = Mediation
trail-value-manager = Manager
trail-value-admin = Administration
trail-value-kiosk = kiosk
trail-value-display = screen
trail-value-printer = printer
trail-value-counter = counter
trail-value-requests = requests
trail-value-difficulty = digital difficulty
trail-value-age = age
trail-value-sex = sex
trail-value-residence = neighbourhood
trail-yes = yes
trail-no = no
