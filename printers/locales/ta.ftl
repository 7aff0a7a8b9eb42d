# The paper ticket, Tamil: polite, one idea a sentence. To be reviewed by a native speaker.
date = EEEE, d MMMM, HH:mm
ahead = { $ahead ->
    [0] உங்களுக்கு முன் யாரும் இல்லை
    [one] உங்களுக்கு முன் ஒருவர்
   *[other] உங்களுக்கு முன் { $ahead } பேர்
}
wait-range = சுமார் { $low } முதல் { $high } நிமிடங்கள்
wait-about = சுமார் { $high ->
    [one] { $high } நிமிடம்
   *[other] { $high } நிமிடங்கள்
}
wait-less = { $high ->
    [one] { $high } நிமிடத்திற்கும் குறைவு
   *[other] { $high } நிமிடங்களுக்கும் குறைவு
}
watch = திரையைப் பாருங்கள்.
follow = வரிசை நிலையை இங்கே பாருங்கள்.
