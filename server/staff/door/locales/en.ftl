# The door, English. To be reviewed by a native speaker.

bar = Pages
bar-menu = Menu
bar-sites = My sites
bar-devices = Devices
bar-people = The team
bar-trail = History
bar-password = My password
sign-in-name-hint = The name of your account. Capitals and accents make no difference.
sign-in-first = Sign in. The page that you asked for will open next.
no-sites = You have no site yet. Ask your manager to give you one.
sign-in-locked-seconds = { $count ->
    [one] Too many tries with this name. Wait { $count } second, then try again.
   *[other] Too many tries with this name. Wait { $count } seconds, then try again.
}
sign-in-locked-minutes = { $count ->
    [one] Too many tries with this name. Wait { $count } minute, then try again. Have you forgotten your password? Ask your manager for a new one.
   *[other] Too many tries with this name. Wait { $count } minutes, then try again. Have you forgotten your password? Ask your manager for a new one.
}

# One's own password

password-title = My password
password-lead = Your other open sessions will close.
password-due-by = { $by } gave you the password that you have just typed, and knows it. It is only for getting in here to choose your own. Please do so now.
password-due = The password that you have just typed was given to you: somebody else knows it. It is only for getting in here to choose your own. Please do so now.
password-old = Current password
password-given-once = Password that you were given
password-new = New password
password-hint = At least { $count } characters. Several words that do not belong together are easy to remember.
password-again = New password, once more
password-save = Change my password
password-wrong = The current password is not right. Check it, then try again.
password-not-twice = The two new passwords are different. Type the same one twice.
password-changed = Your password has been changed.
