### The phone page, Persian and Dari. To be reviewed by a native speaker.

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
phone-cancelled = جای شما آزاد شد. اگر نظرتان عوض شد، به پذیرش بیایید.
phone-expired = روز تمام شده است. برای آمدن دوباره، برگهٔ جدید بگیرید.
phone-unknown = این لینک دیگر کار نمی‌کند. به پذیرش بیایید، به شما کمک می‌کنیم.
phone-lost = از ساعت { $time } ارتباط قطع است.
phone-lost-do = به صفحهٔ سالن نگاه کنید یا در پذیرش بپرسید.
phone-recalled = دوباره شما را صدا می‌کنیم
phone-way-left = سمت چپ.
phone-way-right = سمت راست.
phone-way-ahead = روبه‌رو.
phone-way-back = پشت سر شما.
phone-way-up = طبقهٔ بالا.
phone-way-down = طبقهٔ پایین.
phone-quiet = زنگ را قطع کنید
phone-ring = وقتی نوبتم شد زنگ بزن
phone-ring-on = این تلفن زنگ می‌زند. این صفحه را باز نگه دارید.
phone-ring-stop = زنگ نزن
phone-language = انتخاب زبان
phone-pass = بگذارید دیگران بروند
phone-pass-title = چند نفر جلوتر از شما بروند؟
phone-pass-say = شمارهٔ شما می‌ماند. بیشتر منتظر می‌مانید.
phone-pass-people = { $count } نفر
phone-passed = ثبت شد. سپاس که می‌گذارید دیگران بروند.
phone-nobody = کسی پشت سر شما نیست. جای شما می‌ماند.
phone-leave = می‌روم
phone-leave-title = می‌روید؟
phone-leave-say = جای خود را پس می‌دهید. اگر نظرتان عوض شد، به پذیرش بیایید.
phone-leave-yes = بله، می‌روم
phone-stay = نه، می‌مانم
phone-back = بازگشت
phone-failed = نشد. دوباره امتحان کنید.
phone-busy = درخواست‌ها زیاد است. صفحه خودش ادامه می‌دهد.
phone-old = خبر { $seconds } ثانیه پیش.
phone-push-offer = خبرم کنید، حتی با صفحهٔ بسته
phone-push-on = این تلفن به شما خبر می‌دهد، حتی اگر این صفحه را ببندید.
phone-push-stop = دیگر خبر ندهید
phone-push-refused = تلفن شما پیام‌های ما را نمی‌پذیرد. این صفحه را باز نگه دارید.
phone-push-failed = نشد. این صفحه را باز نگه دارید.
