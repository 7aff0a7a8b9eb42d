### The waiting-room screen (room-) and the phone page (phone-), Persian and Dari. To be reviewed by a native speaker.

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
room-offline = صفحهٔ نمایش وصل نیست.
room-offline-do = به پذیرش گوش کنید.
room-offline-since = از ساعت { $time }. صفحه خودش دوباره کوشش می‌کند.
room-offline-always = صفحه خودش کوشش می‌کند وصل شود.
room-offline-token = صفحه شناخته نشد. نشانی کامل آن را با کلید باز کنید.
room-sound = صدا قطع است: صفحه را لمس کنید
room-caption = { $number } · باجهٔ { $counter }

phone-title = شمارهٔ شما
phone-number = شمارهٔ شما
phone-connecting = یک لحظه.
phone-ahead = { $count ->
    [0] کسی پیش از شما نیست
   *[other] { $count } نفر پیش از شما
}
phone-wait-range = حدود { $low } تا { $high } دقیقه
phone-wait-less = کمتر از { $high } دقیقه
phone-wait-about = حدود { $high } دقیقه
phone-waiting = نزدیک بمانید. این صفحه می‌گوید چه وقت بیایید.
phone-called = نوبت شماست
phone-counter = باجهٔ { $counter }
phone-go = به این باجه بروید.
phone-serving = به کار شما رسیدگی می‌کنیم.
phone-parked = جای شما را نگه می‌داریم. نزدیک بمانید، دوباره شما را صدا می‌کنیم.
phone-done = تمام شد. از آمدن شما تشکر، به امید دیدار.
phone-no-show = شمارهٔ شما گذشته است. در پذیرش پیش ما بیایید.
phone-cancelled = این شماره لغو شده است. به پذیرش بیایید.
phone-expired = روز تمام شده است. برای آمدن دوباره، برگهٔ جدید بگیرید.
phone-unknown = این لینک دیگر کار نمی‌کند. به پذیرش بیایید، به شما کمک می‌کنیم.
phone-lost = از ساعت { $time } ارتباط قطع است.
phone-lost-do = به صفحهٔ سالن نگاه کنید یا در پذیرش بپرسید.
