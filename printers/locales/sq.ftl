# The paper ticket, Albanian: polite, one idea a sentence. To be reviewed by a native speaker.
date = EEEE, d MMMM, HH:mm
ahead = { $ahead ->
    [0] Askush para jush
    [one] { $ahead } person para jush
   *[other] { $ahead } persona para jush
}
wait-range = rreth { $low } deri në { $high } minuta
wait-about = rreth { $high ->
    [one] { $high } minutë
   *[other] { $high } minuta
}
wait-less = më pak se { $high ->
    [one] { $high } minutë
   *[other] { $high } minuta
}
watch = Shikoni ekranin.
follow = Ndiqni radhën këtu.
