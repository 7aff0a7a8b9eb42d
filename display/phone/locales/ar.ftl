### The phone page, Arabic: the polite plural. To be reviewed by a native speaker.

phone-title = رقمكم
phone-number = رقمكم
phone-connecting = لحظة من فضلكم.
phone-ahead = { $count ->
    [0] لا أحد قبلكم
    [one] شخص واحد قبلكم
    [two] شخصان قبلكم
    [few] { $count } أشخاص قبلكم
    [many] { $count } شخصًا قبلكم
   *[other] { $count } شخص قبلكم
}
# The noun agrees with the last figure said.
phone-wait-range = حوالي { $low } إلى { $high ->
    [zero] { $high } دقيقة
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $high } دقائق
    [many] { $high } دقيقة
   *[other] { $high } دقيقة
}
phone-wait-less = أقل من { $high ->
    [zero] { $high } دقيقة
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $high } دقائق
    [many] { $high } دقيقة
   *[other] { $high } دقيقة
}
phone-wait-about = حوالي { $high ->
    [zero] { $high } دقيقة
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $high } دقائق
    [many] { $high } دقيقة
   *[other] { $high } دقيقة
}
phone-waiting = ابقوا قريبين من هنا. ستخبركم هذه الصفحة متى تأتون.
phone-called = حان دوركم
phone-counter = شباك { $counter }
phone-go = تفضّلوا إلى هذا الشباك.
phone-serving = نحن نهتم بكم الآن.
phone-parked = نحتفظ بمكانكم. ابقوا قريبين من هنا، سنناديكم من جديد.
phone-done = انتهى الأمر. شكرًا لزيارتكم وإلى اللقاء.
phone-no-show = لقد فات رقمكم. تعالوا إلينا في الاستقبال.
phone-cancelled = لم يعد مكانكم محجوزًا. إذا غيّرتم رأيكم، تعالوا إلى الاستقبال.
phone-expired = انتهى اليوم. للعودة خذوا تذكرة جديدة.
phone-unknown = هذا الرابط لم يعد صالحًا. تعالوا إلى الاستقبال وسنساعدكم.
phone-lost = لا يوجد اتصال منذ { $time }.
phone-lost-do = انظروا إلى شاشة القاعة أو اسألوا في الاستقبال.
phone-recalled = نناديكم من جديد
phone-way-left = على اليسار.
phone-way-right = على اليمين.
phone-way-ahead = إلى الأمام.
phone-way-back = خلفكم.
phone-way-up = في الطابق الأعلى.
phone-way-down = في الطابق الأسفل.
phone-quiet = أوقفوا الرنين
phone-ring = رنّ عندما يحين دوري
phone-ring-on = سيرنّ هذا الهاتف. أبقوا هذه الصفحة مفتوحة.
phone-ring-stop = بدون رنين
phone-language = اختيار اللغة
phone-pass = السماح للآخرين بالمرور
phone-pass-title = كم شخصًا تسمحون لهم بالمرور؟
phone-pass-say = تحتفظون برقمكم. ستنتظرون مدة أطول.
phone-pass-people = { $count ->
    [zero] { $count } شخص
    [one] شخص واحد
    [two] شخصان
    [few] { $count } أشخاص
    [many] { $count } شخصًا
   *[other] { $count } شخص
}
phone-passed = تم التسجيل. شكرًا لسماحكم للآخرين بالمرور.
phone-nobody = لا أحد ينتظر بعدكم. تحتفظون بمكانكم.
phone-leave = سأغادر
phone-leave-title = هل تغادرون؟
phone-leave-say = ستتركون مكانكم. إذا غيّرتم رأيكم، تعالوا إلى الاستقبال.
phone-leave-yes = نعم، سأغادر
phone-stay = لا، سأبقى
phone-back = رجوع
phone-failed = لم ينجح الأمر. حاولوا من جديد.
phone-busy = طلبات كثيرة. ستواصل الصفحة وحدها.
phone-old = أخبار منذ { $seconds } ثانية.
phone-push-offer = أخبروني، حتى لو أُغلقت الصفحة
phone-push-on = سيخبركم هذا الهاتف، حتى لو أغلقتم هذه الصفحة.
phone-push-stop = لا تخبروني بعد الآن
phone-push-refused = هاتفكم يمنع رسائلنا. أبقوا هذه الصفحة مفتوحة.
phone-push-failed = لم ينجح الأمر. أبقوا هذه الصفحة مفتوحة.
