# The paper ticket, Arabic: the polite plural, one idea a sentence. To be reviewed by a native speaker.
date = EEEE d MMMM HH:mm
ahead = { $ahead ->
    [0] لا أحد قبلكم
    [one] شخص واحد قبلكم
    [two] شخصان قبلكم
    [few] { $ahead } أشخاص قبلكم
    [many] { $ahead } شخصًا قبلكم
   *[other] { $ahead } شخص قبلكم
}
# The noun agrees with the last figure said.
wait-range = حوالي { $low } إلى { $high ->
    [zero] { $high } دقيقة
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $high } دقائق
    [many] { $high } دقيقة
   *[other] { $high } دقيقة
}
wait-about = حوالي { $high ->
    [zero] { $high } دقيقة
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $high } دقائق
    [many] { $high } دقيقة
   *[other] { $high } دقيقة
}
wait-less = أقل من { $high ->
    [zero] { $high } دقيقة
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $high } دقائق
    [many] { $high } دقيقة
   *[other] { $high } دقيقة
}
watch = انظروا إلى الشاشة.
follow = تابعوا دوركم هنا.
