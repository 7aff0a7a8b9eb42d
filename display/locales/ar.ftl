### The waiting-room screen (room-) and the phone page (phone-), Arabic: the polite plural. To be reviewed by a native speaker.

room-title = قاعة الانتظار
room-connecting = الشاشة قيد الاتصال. استمعوا إلى الاستقبال.
room-recall = نداء من جديد
room-waiting =
    { $count ->
        [zero] لا أحد ينتظر
        [one] شخص ينتظر
        [two] شخصان ينتظران
        [few] أشخاص ينتظرون
        [many] شخصًا ينتظرون
       *[other] شخص ينتظرون
    }
room-hello = مرحبًا.
room-take = خذوا تذكرة من الجهاز.
room-here = نناديكم هنا.
room-closed = الاستقبال مغلق.
room-closed-do = إلى اللقاء.
room-closed-note = مغلق
room-no-tickets = لا نعطي تذاكر جديدة الآن.
room-no-tickets-do = هل لديكم تذكرة؟ ابقوا هنا.
room-no-tickets-note = لا تذاكر جديدة الآن. ننادي من ينتظرون.
room-stale =
    لم تُحدَّث الشاشة منذ { $seconds ->
        [zero] { $seconds } ثانية.
        [one] ثانية واحدة.
        [two] ثانيتين.
        [few] { $seconds } ثوانٍ.
        [many] { $seconds } ثانية.
       *[other] { $seconds } ثانية.
    }
room-offline = الشاشة غير متصلة.
room-offline-do = استمعوا إلى الاستقبال.
room-offline-since = منذ { $time }. تحاول الشاشة الاتصال من جديد تلقائيًا.
room-offline-always = تحاول الشاشة الاتصال تلقائيًا.
room-offline-token = الشاشة غير معروفة. افتحوا عنوانها الكامل مع رمزها.
room-sound = الصوت متوقف: المسوا الشاشة
# عبارة النداء، تُقرأ أيضًا في برامج قراءة الشاشة.
room-caption = { $number } · شباك { $counter }

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
phone-cancelled = هذا الرقم ملغى. تفضّلوا إلى مكتب الاستقبال.
phone-expired = انتهى اليوم. للعودة خذوا تذكرة جديدة.
phone-unknown = هذا الرابط لم يعد صالحًا. تعالوا إلى الاستقبال وسنساعدكم.
phone-lost = لا يوجد اتصال منذ { $time }.
phone-lost-do = انظروا إلى شاشة القاعة أو اسألوا في الاستقبال.
