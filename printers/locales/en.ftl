# The paper ticket, English: one idea a sentence. To be reviewed by a native speaker.
date = EEEE d MMM HH:mm
ahead = { $ahead ->
    [0] Nobody before you
    [one] { $ahead } person before you
   *[other] { $ahead } people before you
}
wait-range = about { $low } to { $high } minutes
wait-about = about { $high ->
    [one] { $high } minute
   *[other] { $high } minutes
}
wait-less = less than { $high ->
    [one] { $high } minute
   *[other] { $high } minutes
}
watch = Watch the screen.
follow = Follow the queue here.
