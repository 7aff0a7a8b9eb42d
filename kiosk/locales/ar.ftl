# Kiosk, Arabic: the polite plural, as French "vous". To be reviewed by a native speaker.

language-name = العربية
greeting = مرحبا

back = رجوع
change-language = تغيير اللغة
choose-language = اختاروا لغتكم.
listen = استماع
text-larger = نص أكبر
text-normal = نص عادي
contrast-more = ألوان أقوى
contrast-normal = ألوان عادية
reach-low = في أسفل الشاشة
reach-normal = على كامل الشاشة
mirror = الأزرار في الجهة الأخرى

listen-to = استماع: { $label }
sound-quieter = صوت أخفض
sound-louder = صوت أعلى
sound-stop = إيقاف الصوت
sound-all = قراءة كل شيء بصوت عالٍ
sound-all-off = إيقاف قراءة كل شيء
aloud-on = أقرأ كل شيء بصوت عالٍ. المسوا مرة واحدة للاستماع. المسوا مرتين للاختيار.
aloud-keys = بلوحة المفاتيح: السهم للاستماع، ومفتاح الإدخال للاختيار.
aloud-off = لم أعد أقرأ كل شيء.
aloud-choices = { $count ->
    [zero] لا يوجد أي اختيار.
    [one] هناك اختيار واحد.
    [two] هناك اختياران.
    [few] هناك { $count } اختيارات.
    [many] هناك { $count } اختيارًا.
   *[other] هناك { $count } اختيار.
}
aloud-chosen = اخترتم: { $label }

need-question = ما سبب زيارتكم؟
need-other = شيء آخر
need-other-question = ما الذي تحتاجون إليه غير ذلك؟
need-full = العدد مكتمل الآن
need-full-why = هناك أشخاص كثيرون ينتظرون.
need-full-next = تحدّثوا إلى أحد الموظفين في الاستقبال.
understood = فهمت

priority-question = هل تحتاجون إلى أن نناديكم قبل دوركم؟
priority-no = لا، شكرًا
priority-gone = لم يعد هذا الاختيار ممكنًا هنا. خذوا تذكرتكم. ثم تحدّثوا إلى أحد الموظفين في الاستقبال.
priority-without = أخذ تذكرتي

one-moment = لحظة من فضلكم…

your-number = رقمكم
people-ahead = { $count ->
    [0] لا أحد قبلكم
    [one] شخص واحد قبلكم
    [two] شخصان قبلكم
    [few] { $count } أشخاص قبلكم
    [many] { $count } شخصًا قبلكم
   *[other] { $count } شخص قبلكم
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
wait-less = أقل من { $high ->
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
ticket-parked = نحتفظ بمكانكم. سنناديكم من جديد.
ticket-no-show = لقد فات رقمكم. تفضّلوا إلى مكتب الاستقبال.
ticket-cancelled = هذا الرقم ملغى. تفضّلوا إلى مكتب الاستقبال.
ticket-expired = انتهى اليوم. للعودة خذوا تذكرة جديدة.
your-turn = حان دوركم: شباك { $counter }.

no-paper = لا توجد تذاكر ورقية. سيظهر رقمكم هنا.
paper-printing = تذكرتكم قيد الطباعة.
paper-take = خذوا تذكرتكم.
paper-perhaps = انظروا هل خرجت التذكرة.
paper-late = لم تخرج التذكرة بعد.
paper-failed = الطابعة لا تعمل.
paper-none = لم تخرج التذكرة.
paper-absent = لا توجد تذاكر ورقية.
remember = احفظوا رقمكم: { $number }.
follow-code = صوّروا هذا الرمز: يتابع هاتفكم دوركم.
follow-code-picture = رمز الصفحة التي تتابع رقمكم.
sit-down = تفضّلوا بالجلوس.
watch-screen = انظروا إلى الشاشة. سنناديكم.
done = انتهيت
number-again = رؤية رقمي من جديد

still-here = هل ما زلتم هنا؟
still-here-why = وإلا تعود الشاشة إلى البداية.
yes = نعم

touch-screen = المسوا الشاشة.

unavailable = هذا الجهاز لا يعمل الآن.
unavailable-next = تفضّلوا إلى مكتب الاستقبال.
no-needs = لا توجد تذاكر في هذا الجهاز.
no-needs-next = تفضّلوا إلى مكتب الاستقبال.
closed = الاستقبال مغلق الآن.
closed-next = نرجو العودة لاحقًا.
last-tickets = لا نعطي تذاكر جديدة الآن.
last-tickets-next = هل لديكم تذكرة؟ ابقوا هنا. سنناديكم.
stopped = لا نعطي تذاكر الآن.
stopped-next = تحدّثوا إلى أحد الموظفين في الاستقبال.
