# Pairing a device, English. To be reviewed by a native speaker.

# Pair a device: its screen shows a code, which is typed here.
pair-title = Pair a device
pair-lead = Switch the device on. Its screen shows a code of 8 letters. For a printer, the code is in the log of its computer.
pair-code = Code
pair-code-hint = 8 letters, capital or small. For example: BCDF-GHJK
pair-look = Find the device
pair-found = Is this the right device?
pair-what = Device
pair-where = Opened for
pair-anywhere = a site to be chosen
pair-when = Code asked for
pair-minutes =
    { $minutes ->
        [0] less than a minute ago
        [one] { $minutes } minute ago
       *[other] { $minutes } minutes ago
    }
pair-site = Site
pair-name = Name of the device
pair-name-hint = As you call it here. For example: Kiosk at the entrance
pair-name-missing = Give a name of at most 100 letters.
pair-approve = Pair this device
pair-again = Not this one: type another code
pair-done = “{ $name }” is paired. Its screen changes in a few seconds.

# Devices that have a token.
bar-all-devices = All devices
known-title = Devices of my sites
known-lead = These devices may connect. Remove any that you do not know.
known-all = Devices of all my sites
known-none = No device is paired yet.
known-kind-kiosk = Kiosk
known-kind-display = Screen
known-kind-printer = Printer
known-kind-counter = Counter
known-kind-manager = Program
known-nameless = { $kind } no. { $number }
known-since = { $role ->
   *[other] paired on { $day }
}
known-fresh = { $role ->
   *[other] just paired, no sign yet
}
known-never = no sign in the last days
known-change = Manage
known-change-of = Manage: { $name }
known-rename = Change the name
known-renamed = The device is now called “{ $name }”.
known-reload = Reload
known-reload-what = Reload its page
known-reload-hint = The page reloads within 15 seconds. A kiosk waits until nobody is using it, a screen until its call is over.
known-reloads = The device reloads its page within 15 seconds.
known-revoke-what = Remove its permission
known-revoke-hint = The device is disconnected at once. To come back, it shows a new code to be typed here.
known-reason = Why?
known-reason-hint = For example: replaced, lost, stolen
known-reason-missing = Say why, in at most 200 letters.
known-revoke = Remove the permission
known-revoked = The permission is removed. The device is disconnected.
known-back = Back to the devices
