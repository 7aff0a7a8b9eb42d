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
phone-cancelled = این شماره لغو شده است. به پذیرش بیایید.
phone-expired = روز تمام شده است. برای آمدن دوباره، برگهٔ جدید بگیرید.
phone-unknown = این لینک دیگر کار نمی‌کند. به پذیرش بیایید، به شما کمک می‌کنیم.
phone-lost = از ساعت { $time } ارتباط قطع است.
phone-lost-do = به صفحهٔ سالن نگاه کنید یا در پذیرش بپرسید.
phone-push-offer = خبرم کنید، حتی با صفحهٔ بسته
phone-push-on = این تلفن به شما خبر می‌دهد، حتی اگر این صفحه را ببندید.
phone-push-stop = دیگر خبر ندهید
phone-push-refused = تلفن شما پیام‌های ما را نمی‌پذیرد. این صفحه را باز نگه دارید.
phone-push-failed = نشد. این صفحه را باز نگه دارید.
