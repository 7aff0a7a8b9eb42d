# Signing in with the account of the house, English. To be reviewed by a native speaker.

provider-enter = Sign in with { $provider }
provider-away-title = { $provider } does not answer
provider-away = Try again in a moment. You have a password here? It still works.
provider-refused-title = That did not work
provider-refused = { $provider } has not confirmed who you are. Start again.
provider-left-title = This account is closed
provider-left = Ask your manager to open it again.
provider-stranger-title = We do not know you yet
provider-stranger = { $provider } has confirmed who you are. No account here is linked to yours yet.
provider-stranger-ask = Ask your manager to link your account. Give them this code:
provider-stranger-lasts = The code is good for an hour. After that, start again: another one appears.
provider-out-title = Your session here is closed
provider-out = The page of { $provider } opens, to close your session there, too.
provider-out-go = Go to { $provider }
provider-back = Back to the entrance

# On somebody’s account, for their manager

provider-account = Signing in with { $provider }
provider-account-linked = This person can sign in with { $provider }.
provider-account-not = This person signs in with { $provider }, and a code appears on their screen. Ask them for it yourself: the account that shows this code will sign in under their name.
provider-code = The code on their screen
provider-link = Link
provider-unlink = Link no more
provider-unlink-hint = They will no longer sign in with { $provider }. Their password, if they have one, still works.
provider-linked = { $name } can sign in with { $provider }.
provider-unlinked = { $name } no longer signs in with { $provider }.
provider-not-linked = The account is not linked
provider-again = Back to the account

# The trail

trail-person-linked = { $by } linked { $name } to their account at the identity provider.
trail-person-unlinked = { $by } took their account at the identity provider from { $name }.
