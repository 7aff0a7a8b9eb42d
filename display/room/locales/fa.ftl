### The waiting-room screen, Persian and Dari. To be reviewed by a native speaker.

room-title = سالن انتظار
room-connecting = صفحهٔ نمایش در حال وصل شدن است. به پذیرش گوش کنید.
room-recall = صدا زدن دوباره
room-waiting =
    { $count ->
        [0] کسی منتظر نیست
       *[other] نفر منتظر هستند
    }
room-hello = سلام.
room-take = از دستگاه برگهٔ نوبت بگیرید.
room-here = شما را اینجا صدا می‌کنیم.
room-closed = پذیرش بسته است.
room-closed-do = به امید دیدار.
room-closed-note = بسته
room-no-tickets = فعلاً دیگر برگهٔ نوبت نیست.
room-no-tickets-do = برگهٔ نوبت دارید؟ اینجا بمانید.
room-no-tickets-note = فعلاً دیگر برگهٔ نوبت نیست. کسانی که منتظرند صدا می‌شوند.
room-stale = از { $seconds } ثانیه پیش تازه نشده است.
room-stale-foot = به‌روز نیست: { $seconds } ث
room-offline = صفحهٔ نمایش وصل نیست.
room-offline-do = به پذیرش گوش کنید.
room-offline-since = از ساعت { $time }. صفحه خودش دوباره کوشش می‌کند.
room-offline-always = صفحه خودش کوشش می‌کند وصل شود.
room-offline-token = صفحه شناخته نشد.
room-sound = صدا قطع است: صفحه را لمس کنید
room-caption = { $number } · باجهٔ { $counter }
room-counter = باجهٔ { $counter }

# What the voice says: the number, the counter, where it is. Short sentences, as people say them aloud.
room-say-call = شماره { $number }. باجهٔ { $counter }.
room-say-recall = صدا زدن دوباره. شماره { $number }. باجهٔ { $counter }.
room-way-left = سمت چپ.
room-way-right = سمت راست.
room-way-ahead = روبه‌رو.
room-way-back = پشت سر شما.
room-way-up = طبقهٔ بالا.
room-way-down = طبقهٔ پایین.
