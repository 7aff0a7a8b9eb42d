# The paper ticket, Persian and Dari: polite, one idea a sentence. To be reviewed by a native speaker.
date = EEEE d MMMM HH:mm
ahead = { $ahead ->
    [0] کسی پیش از شما نیست
   *[other] { $ahead } نفر پیش از شما
}
wait-range = حدود { $low } تا { $high } دقیقه
wait-about = حدود { $high } دقیقه
wait-less = کمتر از { $high } دقیقه
watch = به صفحهٔ نمایش نگاه کنید.
follow = نوبت خود را اینجا دنبال کنید.
