# The end of a visit, and the transport passes. To be reviewed by a native speaker.

key-enter = Enter
visit-title = Finish the visit of { $number }
visit-amend-title = Complete the visit of { $number }
visit-lead = All of it is optional. Nothing says who came.
visit-keys = By keyboard: a letter for the organisation, a letter for the topic, a digit, Enter.
visit-asked = Your site asks for: { $what }. The rest is optional.
visit-ask-requests = each request and how it ended
visit-ask-difficulty = the difficulty with digital tools
visit-ask-age = the age
visit-ask-sex = the sex
visit-ask-residence = where they live
visit-requests = Requests noted so far
visit-remove = Remove this request
visit-operator = Organisation
visit-topic = Topic
visit-outcome = Outcome
outcome-solved = Solved here
outcome-appointment = Appointment made
outcome-referred = Referred elsewhere
visit-to = To whom?
visit-to-unsaid = Not specified
visit-line-to = to { $who }
visit-add = Add a request
visit-difficulty = Difficulty with digital tools?
visit-yes = Yes
visit-no = No
visit-passes = TCL passes given
visit-passes-less = One TCL pass less
visit-passes-more = One TCL pass more
visit-bands = For the statistics
visit-unsaid = Not specified
visit-age = Age
visit-sex = Sex
visit-residence = Where they live
age-under-18 = under 18
age-18-25 = 18 to 25
age-26-39 = 26 to 39
age-40-59 = 40 to 59
age-60-74 = 60 to 74
age-over-74 = 75 and over
sex-woman = woman
sex-man = man
sex-other = other
residence-qpv = priority neighbourhood (QPV)
residence-qpm = metropolitan neighbourhood (QPM)
residence-other = elsewhere
visit-bare = Finish without details
visit-kept = { $number } is finished. The visit is noted.
visit-kept-lacking = { $number } is finished. { $lacking ->
    [one] One TCL pass could not be counted
   *[other] { $lacking } TCL passes could not be counted
}: the stock is empty. Have it counted again.
visit-tell = Complete the visit of { $number }
visit-tell-again = Correct the visit of { $number }

visits-to-tell = { $count ->
    [one] { $count } visit to complete
   *[other] { $count } visits to complete
}
visit-tell-until = until { $time }

# The TCL passes of the site

passes = TCL passes
passes-title = TCL passes
passes-left = { $left ->
    [0] None are left.
    [one] { $left } is left.
   *[other] { $left } are left.
}
passes-low = { $left ->
    [0] No TCL pass is left: tell your manager.
    [one] { $left } TCL pass is left: tell your manager.
   *[other] { $left } TCL passes are left: tell your manager.
}
passes-bring = { $left ->
    [0] Bring some, then note here how many there are.
   *[other] That is few: bring more, then note here how many there are.
}
passes-mark = { $left ->
    [0] none left
   *[other] only { $left } left
}
passes-recount = Count again
passes-uncounted = The stock is not counted. Passes given are noted all the same.
passes-count = How many are left?
passes-warn-from = Warn when only so many are left
passes-saved = It is noted.
passes-uncounted-now = The stock is not counted any more.
passes-not-whole = Write two whole numbers, 0 or more.
passes-stop-counting = Stop counting the stock
