# Kiosk, Persian, in words that Dari and Iranian Persian share. To be reviewed by a native speaker.

language-name = فارسی / دری
greeting = سلام

back = بازگشت
change-language = تغییر زبان
choose-language = زبان خود را انتخاب کنید.
listen = شنیدن
text-larger = نوشتهٔ بزرگ‌تر
text-normal = نوشتهٔ معمولی
contrast-more = رنگ‌های قوی‌تر
contrast-normal = رنگ‌های معمولی
reach-low = در پایین صفحه
reach-normal = در تمام صفحه
mirror = دکمه‌ها در طرف دیگر

listen-to = شنیدن: { $label }
sound-quieter = صدای کمتر
sound-louder = صدای بیشتر
sound-stop = قطع صدا
sound-all = خواندن همه چیز با صدای بلند
sound-all-off = توقف خواندن همه چیز
aloud-on = همه چیز را با صدای بلند می‌خوانم. برای شنیدن، یک بار لمس کنید. برای انتخاب، دو بار لمس کنید.
aloud-keys = با صفحه‌کلید: کلید جهت برای شنیدن، کلید Enter برای انتخاب.
aloud-off = دیگر همه چیز را نمی‌خوانم.
aloud-choices = { $count } انتخاب هست.
aloud-chosen = انتخاب شما: { $label }

need-question = چگونه به شما کمک کنیم؟
need-other = کار دیگر
need-other-question = برای چه کار دیگری؟
need-full = فعلاً پر است
need-full-why = افراد زیادی منتظر هستند.
need-full-next = در پذیرش با یک نفر صحبت کنید.
understood = فهمیدم

priority-question = آیا لازم است شما را زودتر صدا کنیم؟
priority-no = نه، تشکر
priority-gone = این انتخاب دیگر اینجا ممکن نیست. برگهٔ نوبت خود را بگیرید. بعد در پذیرش با یک نفر صحبت کنید.
priority-without = گرفتن برگهٔ نوبت

one-moment = یک لحظه…

your-number = شمارهٔ شما
people-ahead = { $count ->
    [0] کسی پیش از شما نیست
   *[other] { $count } نفر پیش از شما
}
wait-range = حدود { $low } تا { $high } دقیقه
wait-less = کمتر از { $high } دقیقه
wait-about = حدود { $high } دقیقه
ticket-parked = جای شما را نگه می‌داریم. دوباره شما را صدا می‌کنیم.
ticket-no-show = شمارهٔ شما گذشته است. به پذیرش بیایید.
ticket-cancelled = این شماره لغو شده است. به پذیرش بیایید.
ticket-expired = روز تمام شده است. برای آمدن دوباره، برگهٔ جدید بگیرید.
your-turn = نوبت شماست: باجهٔ { $counter }.

no-paper = برگهٔ کاغذی نیست. شمارهٔ شما اینجا نشان داده می‌شود.
paper-printing = برگهٔ نوبت شما چاپ می‌شود.
paper-take = برگهٔ نوبت خود را بگیرید.
paper-perhaps = آیا برگه بیرون آمد؟
paper-late = برگه هنوز بیرون نیامده است.
paper-failed = چاپگر کار نمی‌کند.
paper-none = برگه بیرون نیامد.
paper-absent = برگهٔ کاغذی نیست.
remember = شمارهٔ خود را به یاد داشته باشید: { $number }.
follow-code = از این کد عکس بگیرید: موبایل شما نوبت را نشان می‌دهد.
follow-code-picture = کد صفحه‌ای که شمارهٔ شما را دنبال می‌کند.
sit-down = بفرمایید بنشینید.
watch-screen = به صفحهٔ نمایش نگاه کنید. شما را صدا می‌کنیم.
done = تمام شد
number-again = دیدن دوبارهٔ شماره

still-here = آیا هنوز اینجا هستید؟
still-here-why = اگر نه، صفحه به اول برمی‌گردد.
yes = بله

touch-screen = صفحه را لمس کنید.

unavailable = این دستگاه کار نمی‌کند.
unavailable-next = به پذیرش بیایید.
no-needs = این دستگاه برگهٔ نوبت نمی‌دهد.
no-needs-next = به پذیرش بیایید.
closed = پذیرش فعلاً بسته است.
closed-next = لطفاً بعداً بیایید.
last-tickets = فعلاً دیگر برگهٔ نوبت نمی‌دهیم.
last-tickets-next = برگهٔ نوبت دارید؟ اینجا بمانید. شما را صدا می‌کنیم.
stopped = فعلاً برگهٔ نوبت نمی‌دهیم.
stopped-next = در پذیرش با یک نفر صحبت کنید.
